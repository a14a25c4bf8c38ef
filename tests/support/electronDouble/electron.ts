/**
 * A double of the `electron` module, as far as Linchpin uses it: the real built main process and preload run against Chromium. What
 * it can and cannot prove: tests/README.md.
 */
import { runInThisContext } from 'node:vm'
import { app } from './app'
import * as electron from './electron'

export { app }
export { BrowserWindow } from './browserWindow'
export { dialog, nativeTheme, screen, shell } from './desktop'
export { ipcMain } from './ipcMain'
export { Menu } from './menu'
export { Notification } from './notification'
export { protocol } from './protocol'
export { session } from './session'

/** The test asks in the words of Playwright's ElectronApplication.evaluate: a function of the module, and an argument. */
process.on('message', ({ id, source, argument }: { id: number; source: string; argument: unknown }) => {
  // The text of a function, as the test's own compiler has checked it.
  const work = runInThisContext(`(${source})`) as (module: typeof electron, argument: unknown) => unknown
  Promise.resolve()
    .then(() => work(electron, argument))
    .then((value) => process.send?.({ id, value }))
    .catch((error: unknown) => process.send?.({ id, error: String(error) }))
})

/** A test that is over, however it ended, leaves nothing running. */
process.on('disconnect', () => app.exit())
