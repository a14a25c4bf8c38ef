import { EventEmitter } from 'node:events'

type CheckHandler = (contents: unknown, permission: string) => boolean

class Session extends EventEmitter {
  /** What BrowserWindow sets Chromium's permissions by. */
  checkHandler: CheckHandler = () => true

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.checkHandler = handler
  }

  /** Chromium asks nobody while a permission is set, so there is nothing to pass on. */
  setPermissionRequestHandler(): void {}

  setDevicePermissionHandler(): void {}
}

export const session = { defaultSession: new Session() }
