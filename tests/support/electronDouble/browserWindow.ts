import { EventEmitter } from 'node:events'
import { app, preventable } from './app'
import { grantPermissions } from './permissions'
import { session } from './session'
import { WebContents, type WebPreferences } from './webContents'

interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface WindowOptions extends Bounds {
  readonly webPreferences: WebPreferences
}

export class BrowserWindow extends EventEmitter {
  private static readonly windows = new Set<BrowserWindow>()
  readonly webContents: WebContents
  private bounds: Bounds
  private state: 'normal' | 'maximized' | 'minimized' = 'normal'
  private destroyed = false
  private focused = false

  constructor(options: WindowOptions) {
    super()
    const { sandbox, contextIsolation, nodeIntegration } = options.webPreferences
    // The double's preload world is one of a sandboxed, isolated window; another kind would run into air.
    if (!sandbox || !contextIsolation || nodeIntegration)
      throw new Error('the double opens sandboxed, isolated windows without Node only')
    this.bounds = { x: options.x, y: options.y, width: options.width, height: options.height }
    this.webContents = new WebContents(options.webPreferences)
    BrowserWindow.windows.add(this)
    void this.webContents.page.then(async (page) => {
      await page.setViewportSize({ width: options.width, height: options.height })
      page.once('close', () => this.close())
    })
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
  }

  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.windows]
  }

  async loadURL(url: string): Promise<void> {
    await grantPermissions(await this.webContents.page, (permission) =>
      session.defaultSession.checkHandler(this.webContents, permission),
    )
    await this.webContents.loadURL(url)
  }

  close(): void {
    if (this.destroyed || !this.announceClosing()) return
    this.destroyed = true
    BrowserWindow.windows.delete(this)
    this.emit('closed')
    if (BrowserWindow.windows.size === 0 && !app.quitting) app.emit('window-all-closed')
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  show(): void {
    this.focused = true
  }

  focus(): void {
    this.focused = true
    this.emit('focus')
  }

  isFocused(): boolean {
    return this.focused
  }

  minimize(): void {
    this.state = 'minimized'
  }

  isMinimized(): boolean {
    return this.state === 'minimized'
  }

  restore(): void {
    this.state = 'normal'
  }

  maximize(): void {
    this.state = 'maximized'
  }

  isMaximized(): boolean {
    return this.state === 'maximized'
  }

  setBounds(bounds: Bounds): void {
    this.bounds = bounds
  }

  getBounds(): Bounds {
    return this.bounds
  }

  getNormalBounds(): Bounds {
    return this.bounds
  }

  private announceClosing(): boolean {
    const event = preventable({})
    this.emit('close', event)
    return !event.defaultPrevented
  }
}

app.closeWindows = async () => {
  for (const window of BrowserWindow.getAllWindows()) window.close()
}
