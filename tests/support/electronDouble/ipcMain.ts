type Handler = (event: unknown, ...args: unknown[]) => unknown

/** Named as in Electron, where tests may reach for it too. */
const _invokeHandlers = new Map<string, Handler>()

export const ipcMain = {
  _invokeHandlers,
  handle(channel: string, handler: Handler): void {
    if (_invokeHandlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    _invokeHandlers.set(channel, handler)
  },
}

/** Runs the handler of a channel. @throws what it throws, or that there is none */
export async function invoke(event: unknown, channel: string, args: unknown[]): Promise<unknown> {
  const handler = _invokeHandlers.get(channel)
  if (!handler) throw new Error(`No handler registered for '${channel}'`)
  return handler(event, ...args)
}
