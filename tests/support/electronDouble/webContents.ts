import { randomUUID } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { CDPSession, Page } from '@playwright/test'
import { app, preventable } from './app'
import { newPage } from './chromium'
import { invoke } from './ipcMain'
import { answerRequest, fromChromium, toChromium } from './protocol'
import { session } from './session'
import { BINDING, pageWorld, PRELOAD_WORLD, preloadWorld } from './worlds'

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' }
type Asked = { type: 'invoke'; id: number; channel: string; args: unknown[] } | { type: 'open'; url: string }

export interface WebPreferences {
  readonly preload: string
  readonly sandbox?: boolean
  readonly contextIsolation?: boolean
  readonly nodeIntegration?: boolean
  readonly webviewTag?: boolean
}

interface Frame {
  readonly url: string
  readonly parent: Frame | null
}

/** One page of Chromium, spoken to over CDP. */
export class WebContents extends EventEmitter {
  readonly page: Promise<Page>
  readonly session = session.defaultSession
  private readonly cdp: Promise<CDPSession>
  private readonly preferences: WebPreferences
  private openHandler: OpenHandler = () => ({ action: 'allow' })
  /** Where the main process itself sends the page: nobody is asked about that. */
  private ordered: string | null = null
  private preloadContext: number | null = null
  private readonly frames = new Map<string, { readonly url: string; readonly parentId?: string }>()
  private readonly frameOfContext = new Map<number, string>()

  constructor(preferences: WebPreferences) {
    super()
    this.preferences = preferences
    this.page = newPage()
    this.cdp = this.page.then((page) => this.attach(page))
    app.emit('web-contents-created', {}, this)
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  getLastWebPreferences(): WebPreferences {
    return this.preferences
  }

  /** Tells the preload, once it is there. */
  send(channel: string, ...args: unknown[]): void {
    void this.inPreload(`electronDoubleDeliver(${JSON.stringify(channel)}, ${JSON.stringify(args)})`)
  }

  async loadURL(url: string): Promise<void> {
    const cdp = await this.cdp
    this.ordered = toChromium(url)
    const loaded = new Promise<void>((resolve) => cdp.once('Page.loadEventFired', () => resolve()))
    const { errorText } = await cdp.send('Page.navigate', { url: this.ordered })
    if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`)
    await loaded
    this.emit('did-finish-load')
  }

  private async attach(page: Page): Promise<CDPSession> {
    const cdp = await page.context().newCDPSession(page)
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name !== PRELOAD_WORLD) return
      const frame: unknown = context.auxData?.['frameId']
      if (typeof frame === 'string') this.frameOfContext.set(context.id, frame)
      this.preloadContext = context.id
    })
    // Kept here: Chromium answers nothing about frames while a page is on its way elsewhere.
    cdp.on('Page.frameNavigated', ({ frame }) => this.frames.set(frame.id, frame))
    cdp.on('Page.frameDetached', ({ frameId }) => this.frames.delete(frameId))
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      // Only worlds.ts holds the binding.
      if (name === BINDING) void this.answer(cdp, JSON.parse(payload) as Asked, executionContextId)
    })
    cdp.on('Fetch.requestPaused', ({ requestId, request, resourceType, frameId }) => {
      void this.fetch(cdp, requestId, request, resourceType === 'Document', frameId).catch(() => {
        // The page went away meanwhile.
      })
    })
    await cdp.send('Page.enable')
    const { frame } = (await cdp.send('Page.getFrameTree')).frameTree
    this.frames.set(frame.id, frame)
    await cdp.send('Runtime.enable')
    await cdp.send('Runtime.addBinding', { name: BINDING, executionContextName: PRELOAD_WORLD })
    const token = JSON.stringify(randomUUID())
    const preload = `function (require, process) { const module = { exports: {} }, exports = module.exports\n${readFileSync(this.preferences.preload, 'utf8')}\n}`
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `(${String(preloadWorld)})(${token}, ${JSON.stringify(process.platform)}, ${preload})`,
      worldName: PRELOAD_WORLD,
    })
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${String(pageWorld)})(${token})` })
    await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    return cdp
  }

  /** The network of the double: the main process's protocol handlers, and nothing beyond. */
  private async fetch(
    cdp: CDPSession,
    requestId: string,
    request: { url: string; method: string },
    isDocument: boolean,
    frameId: string,
  ) {
    const url = fromChromium(request.url)
    if (isDocument && !this.mayNavigate(request.url, url, frameId)) {
      return cdp.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
    }
    const response = await answerRequest(url, request.method)
    if (!response) return cdp.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' })
    return cdp.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    })
  }

  private mayNavigate(address: string, url: string, frameId: string): boolean {
    if (address === this.ordered) {
      this.ordered = null
      return true
    }
    const isMainFrame = this.frameOf(frameId)?.parent === null
    const event = preventable({ url, isMainFrame })
    this.emit('will-frame-navigate', event)
    if (isMainFrame) this.emit('will-navigate', event)
    return !event.defaultPrevented
  }

  private async answer(cdp: CDPSession, asked: Asked, contextId: number): Promise<void> {
    if (asked.type === 'open') {
      const { action } = this.openHandler({ url: fromChromium(asked.url) })
      if (action !== 'deny') throw new Error('the double opens no window for a page')
      return
    }
    const senderFrame = this.frameOf(this.frameOfContext.get(contextId) ?? '')
    const settle = (ok: boolean, value: unknown) =>
      cdp.send('Runtime.evaluate', {
        contextId,
        expression: `electronDoubleSettle(${asked.id}, ${ok}, ${value === undefined ? 'undefined' : JSON.stringify(value)})`,
      })
    // A page that is gone needs no answer.
    await invoke({ sender: this, senderFrame }, asked.channel, asked.args)
      .then(
        (value) => settle(true, value),
        (error: unknown) => settle(false, String(error)),
      )
      .catch(() => {})
  }

  private async inPreload(expression: string): Promise<void> {
    const cdp = await this.cdp
    if (this.preloadContext === null) return
    await cdp.send('Runtime.evaluate', { contextId: this.preloadContext, expression }).catch(() => {
      // The page is being replaced by another, which will ask for itself.
    })
  }

  private frameOf(id: string): Frame | null {
    const frame = this.frames.get(id)
    if (!frame) return null
    return { url: fromChromium(frame.url), parent: frame.parentId === undefined ? null : this.frameOf(frame.parentId) }
  }
}
