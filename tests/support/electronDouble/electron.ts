/**
 * A double of the `electron` module, as far as Linchpin uses it: the real built main process and preload run against Chromium. What
 * it can and cannot prove: tests/README.md.
 */
import { app } from './app'

export { app }
export { BrowserWindow } from './browserWindow'
export { dialog, nativeTheme, screen, shell } from './desktop'
export { ipcMain } from './ipcMain'
export { Menu } from './menu'
export { protocol } from './protocol'
export { session } from './session'

import * as electron from './electron'

/** The test asks in the words of Playwright's ElectronApplication.evaluate: a function of the module, and an argument. */
process.on('message', ({ id, source, argument }: { id: number; source: string; argument: unknown }) => {
  const evaluate = new Function('electron', 'argument', `return (${source})(electron, argument)`)
  Promise.resolve()
    .then(() => evaluate(electron, argument))
    .then((value: unknown) => process.send?.({ id, value }))
    .catch((error: unknown) => process.send?.({ id, error: String(error) }))
})

/** A test that is over, however it ended, leaves nothing running. */
process.on('disconnect', () => app.exit())
