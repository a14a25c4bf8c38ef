import { EventEmitter } from 'node:events'

const unscripted = (name: string) => () =>
  Promise.reject(new Error(`dialog.${name} was opened, and the test has no answer for it`))

/** A native dialog waits for a person; a test answers for them (answerDialogs.cjs). */
export const dialog = {
  showOpenDialog: unscripted('showOpenDialog'),
  showSaveDialog: unscripted('showSaveDialog'),
  showMessageBox: unscripted('showMessageBox'),
  showErrorBox: (title: string, content: string) => console.error(title, content),
}

export const shell = {
  openExternal: (url: string) => Promise.reject(new Error(`${url} was to be opened outside, and the test did not expect it`)),
}

export const nativeTheme = Object.assign(new EventEmitter(), { shouldUseDarkColors: false })

const display = { id: 1, workArea: { x: 0, y: 0, width: 1600, height: 1000 } }

export const screen = { getPrimaryDisplay: () => display, getAllDisplays: () => [display] }
