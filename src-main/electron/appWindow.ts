import { join } from 'node:path'
import { app, BrowserWindow, nativeTheme, screen } from 'electron'
import { pageUrl } from './pageProtocol'
import { placeWindow, smallest } from './windowPlace'
import { windowState } from './windowState'

/** The colour behind the page until it has painted, so that a dark room stays dark. */
const background = () => (nativeTheme.shouldUseDarkColors ? '#141414' : '#ffffff')

/** Opens the one window, where it was when it was last closed, and loads the page into it. */
export function openWindow(): BrowserWindow {
  const remembered = windowState.read()
  const primary = screen.getPrimaryDisplay().workArea
  const bounds = placeWindow(remembered?.bounds ?? null, [primary, ...screen.getAllDisplays().map((display) => display.workArea)])
  const window = new BrowserWindow({
    ...bounds,
    minWidth: Math.min(smallest.width, bounds.width),
    minHeight: Math.min(smallest.height, bounds.height),
    show: false,
    backgroundColor: background(),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  if (remembered?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    windowState.write({ bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  })
  window.webContents.session.on('will-download', (_event, item) => {
    item.setSaveDialogOptions({ defaultPath: join(app.getPath('downloads'), item.getFilename()) })
  })
  void window.loadURL(pageUrl)
  return window
}
