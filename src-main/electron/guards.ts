import { app, type Session, shell, type WebContents } from 'electron'
import { isPage } from './pageProtocol'

/** Copying a map or a name is all that the page needs of what Chromium asks permission for. */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write'])

/** An address and nothing else: no headers, no body, no attachments. */
const mailAddress = /^mailto:[\w.+-]+@[\w-]+(\.[\w-]+)+$/

/** Keeps every page this process will ever show to our own files: nowhere to go, no second window, no foreign content inside. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => guardPage(contents))
}

function guardPage(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isPage(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    void openOutside(url)
    return { action: 'deny' }
  })
}

/** Refuses cameras, places, notifications, devices and whatever comes to be invented. */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(granted.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => granted.has(permission))
  session.setDevicePermissionHandler(() => false)
}

/** Hands an address to the system if it is a plain mail address; anything else could start a program. */
export async function openOutside(address: string): Promise<boolean> {
  if (!mailAddress.test(address)) return false
  await shell.openExternal(address)
  return true
}
