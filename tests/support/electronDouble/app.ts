import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { closeChromium, launchChromium } from './chromium'

/** An event whose default somebody may prevent. */
export function preventable<T extends object>(properties: T): T & { defaultPrevented: boolean; preventDefault(): void } {
  const event = {
    ...properties,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}

interface Handover {
  readonly words: readonly string[]
  readonly folder: string
  readonly data: unknown
}

class App extends EventEmitter {
  readonly name = 'Linchpin'
  readonly isPackaged = false
  /** Set by BrowserWindow, which closes all of its kind. */
  closeWindows: () => Promise<void> = async () => {}
  private readonly paths = new Map([
    ['userData', join(homedir(), '.config', 'Linchpin')],
    ['documents', join(homedir(), 'Documents')],
    ['downloads', join(homedir(), 'Downloads')],
  ])
  private readonly ready: Promise<void>
  /** Windows that close because the program quits do not end it once more. */
  quitting = false
  private sandboxed = false
  private started = false
  private locked = false

  constructor() {
    super()
    // Electron becomes ready only after the main module has run.
    this.ready = new Promise((resolve, reject) => {
      setImmediate(() => {
        if (!this.sandboxed) reject(new Error('app.enableSandbox() was not called before ready'))
        launchChromium(join(this.getPath('userData'), 'chromium')).then(() => {
          this.started = true
          this.emit('ready')
          resolve()
        }, reject)
      })
    })
    process.on('SIGTERM', () => this.quit())
  }

  enableSandbox(): void {
    this.sandboxed = true
  }

  whenReady(): Promise<void> {
    return this.ready
  }

  isReady(): boolean {
    return this.started
  }

  getVersion(): string {
    return '0.0.0-double'
  }

  getPath(name: string): string {
    const path = this.paths.get(name)
    if (path === undefined) throw new Error(`the double has no path '${name}'`)
    return path
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path)
  }

  getPreferredSystemLanguages(): string[] {
    return [process.env['LANG']?.split('.')[0]?.replace('_', '-') ?? 'en']
  }

  addRecentDocument(): void {}

  /** One process a userData folder: a file with its number is the lock, and a second one leaves its words beside it. */
  requestSingleInstanceLock(data: unknown): boolean {
    const folder = join(this.getPath('userData'), 'instance')
    mkdirSync(folder, { recursive: true })
    const lock = join(folder, 'pid')
    if (existsSync(lock) && isAlive(Number(readFileSync(lock, 'utf8')))) {
      const handover: Handover = { words: process.argv, folder: process.cwd(), data }
      writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify(handover))
      return false
    }
    writeFileSync(lock, String(process.pid))
    this.locked = true
    setInterval(() => this.takeHandovers(folder), 50).unref()
    return true
  }

  quit(): void {
    void this.quitInOrder()
  }

  exit(code = 0): void {
    void closeChromium().finally(() => process.exit(code))
  }

  private async quitInOrder(): Promise<void> {
    const before = preventable({})
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    this.quitting = true
    await this.closeWindows()
    const last = preventable({})
    this.emit('will-quit', last)
    if (last.defaultPrevented) return
    if (this.locked) rmSync(join(this.getPath('userData'), 'instance'), { recursive: true, force: true })
    this.exit(0)
  }

  private takeHandovers(folder: string): void {
    if (!this.started || !existsSync(folder)) return
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
      const path = join(folder, name)
      const text = readFileSync(path, 'utf8')
      // Seen while it is being written: the next round has it whole.
      if (!text.endsWith('}')) continue
      rmSync(path)
      // Written by another process of this same file.
      const { words, folder: from, data } = JSON.parse(text) as Handover
      this.emit('second-instance', {}, words, from, data)
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

export const app = new App()
