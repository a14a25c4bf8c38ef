/**
 * The two sides of Electron's context isolation, as scripts that run before a page's own: the preload in a world of its own with
 * `ipcRenderer`, and in the page's world what the preload exposed. They share the document and its events, and no object.
 * Both functions are sent as text, so they use nothing from outside themselves.
 */

/** Name of the world, and of the binding to the main process, which exists in it alone. */
export const PRELOAD_WORLD = 'electron-double-preload'
export const BINDING = 'electronDoubleAsk'

/** How a value crosses: plain data as JSON, functions and promises by a number. */
type Wire = { value?: unknown; fn?: number; promise?: number; callback?: number; object?: Record<string, Wire> }

export function preloadWorld(token: string, platform: string, preload: (require: unknown, process: unknown) => void): void {
  // A preload runs in main frames only.
  if (window.top !== window) return
  const world = globalThis as unknown as Record<string, (...args: never[]) => void>
  const askMain = (question: object) => world['electronDoubleAsk']?.(JSON.stringify(question) as never)
  const send = (type: string, detail: object) =>
    window.dispatchEvent(new CustomEvent(token + type, { detail: JSON.stringify(detail) }))
  const hear = (type: string, heard: (detail: never) => void) =>
    window.addEventListener(token + type, (event) => heard(JSON.parse((event as CustomEvent<string>).detail) as never))

  // What the main process answers and tells.
  let calls = 0
  const waiting = new Map<number, (ok: boolean, value: unknown) => void>()
  const listeners = new Map<string, Set<(event: object, ...args: unknown[]) => void>>()
  world['electronDoubleSettle'] = (id: number, ok: boolean, value: unknown) => waiting.get(id)?.(ok, value)
  world['electronDoubleDeliver'] = (channel: string, args: unknown[]) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, ...args)
  }
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++calls
        waiting.set(id, (ok, value) => {
          waiting.delete(id)
          if (ok) resolve(value)
          else reject(new Error(`Error invoking remote method '${channel}': ${String(value)}`))
        })
        askMain({ type: 'invoke', id, channel, args })
      }),
    on: (channel: string, listener: () => void) =>
      void listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
    off: (channel: string, listener: () => void) => void listeners.get(channel)?.delete(listener),
  }

  // What the page may call.
  const functions: ((...args: unknown[]) => unknown)[] = []
  const describe = (value: unknown): Wire => {
    if (typeof value === 'function') return { fn: functions.push(value as (...args: unknown[]) => unknown) - 1 }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { value }
    return { object: Object.fromEntries(Object.entries(value).map(([key, part]) => [key, describe(part)])) }
  }
  const received = (wire: Wire): unknown =>
    wire.callback === undefined ? wire.value : (...args: unknown[]) => send('callback', { callback: wire.callback, args })
  let promises = 0
  hear('call', ({ fn, args }: { fn: number; args: Wire[] }) => {
    const result = functions[fn]?.(...args.map(received))
    if (!(result instanceof Promise)) {
      send('result', describe(result))
      return
    }
    const promise = ++promises
    send('result', { promise })
    void result.then(
      (value: unknown) => send('settled', { promise, value }),
      (error: unknown) => send('settled', { promise, error: String(error) }),
    )
  })
  hear('open', ({ url }: { url: string }) => askMain({ type: 'open', url }))

  const exposed: object[] = []
  // Either side may run first.
  hear('hello', () => exposed.forEach((each) => send('expose', each)))
  const contextBridge = {
    exposeInMainWorld: (name: string, api: unknown) => {
      const exposure = { name, api: describe(api) }
      exposed.push(exposure)
      send('expose', exposure)
    },
  }
  const require = (name: string) => {
    if (name === 'electron') return { contextBridge, ipcRenderer }
    throw new Error(`module not found: ${name} (a sandboxed preload gets electron alone)`)
  }
  preload(require, { platform, sandboxed: true, type: 'renderer' })
}

export function pageWorld(token: string): void {
  if (window.top !== window) return
  const send = (type: string, detail: object) =>
    window.dispatchEvent(new CustomEvent(token + type, { detail: JSON.stringify(detail) }))
  const hear = (type: string, heard: (detail: never) => void) =>
    window.addEventListener(token + type, (event) => heard(JSON.parse((event as CustomEvent<string>).detail) as never))

  const callbacks: ((...args: unknown[]) => void)[] = []
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let result: Wire = {}
  const received = (wire: Wire): unknown => {
    if (wire.fn !== undefined) return (...args: unknown[]) => call(wire.fn ?? -1, args)
    if (wire.object)
      return Object.freeze(Object.fromEntries(Object.entries(wire.object).map(([key, part]) => [key, received(part)])))
    if (wire.promise === undefined) return wire.value
    const { promise } = wire
    return new Promise((resolve, reject) => waiting.set(promise, { resolve, reject }))
  }
  function call(fn: number, args: unknown[]): unknown {
    const wires = args.map((arg) =>
      typeof arg === 'function' ? { callback: callbacks.push(arg as () => void) - 1 } : { value: arg },
    )
    // Events are heard at once, so the answer is there when `send` returns.
    send('call', { fn, args: wires })
    return received(result)
  }
  hear('result', (wire: Wire) => (result = wire))
  hear('callback', ({ callback, args }: { callback: number; args: unknown[] }) => callbacks[callback]?.(...args))
  hear('settled', ({ promise, value, error }: { promise: number; value?: unknown; error?: string }) => {
    const { resolve, reject } = waiting.get(promise) ?? {}
    waiting.delete(promise)
    if (error === undefined) resolve?.(value)
    else reject?.(new Error(error.replace(/^Error: /, '')))
  })
  hear('expose', ({ name, api }: { name: string; api: Wire }) => {
    if (!Object.hasOwn(window, name)) Object.defineProperty(window, name, { value: received(api), enumerable: true })
  })
  send('hello', {})

  // A second window is asked for here: closing one over CDP that has already opened would race with its page.
  window.open = (url = '') => {
    send('open', { url: new URL(url, location.href).href })
    return null
  }
  window.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a[target=_blank]') : null
      if (!(link instanceof HTMLAnchorElement)) return
      event.preventDefault()
      send('open', { url: link.href })
    },
    true,
  )
}
