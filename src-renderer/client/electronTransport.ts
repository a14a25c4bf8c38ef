import type { Bridge, BridgeEvent } from '../../src-shared/bridge'
import type { ClientEvent, Transport } from './transport'

/** The way through the sandboxed preload's bridge. */
export function electronTransport(bridge: Bridge): Transport {
  const progress = new Map<string, (share: number) => void>()
  const listeners = new Set<(event: ClientEvent) => void>()

  function hear(event: BridgeEvent): void {
    switch (event.type) {
      case 'progress':
        progress.get(event.callId)?.(event.share)
        return
      case 'changed':
      case 'action':
      case 'task':
        for (const listener of listeners) listener(event)
        return
      default:
        event satisfies never
    }
  }
  bridge.onEvent(hear)

  return {
    call: async (endpoint, input, { onProgress, signal }) => {
      if (!onProgress && !signal) return bridge.call(endpoint, input)
      const callId = crypto.randomUUID()
      const cancel = () => bridge.cancel(callId)
      if (onProgress) progress.set(callId, onProgress)
      signal?.addEventListener('abort', cancel, { once: true })
      try {
        return await bridge.call(endpoint, input, callId)
      } finally {
        progress.delete(callId)
        signal?.removeEventListener('abort', cancel)
      }
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
