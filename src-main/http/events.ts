import { EventEmitter } from 'node:events'
import type { Context } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { DoorEvent } from '../../src-shared/httpDoor'
import type { DoorEnv } from './answer'

/** How often a stream says that it is alive, in ms: a reader that hears nothing for longer has lost the way. */
const HEARTBEAT_MS = 15_000

/** Tells every open page and program what happens. */
export interface EventHub {
  tell(event: DoorEvent): void
  /** One listener's stream, until the listener or the server goes. */
  stream(c: Context<DoorEnv>): Response
  /** Ends all streams. */
  close(): void
}

export function createEventHub(): EventHub {
  const hub = new EventEmitter<{ event: [event: DoorEvent]; end: [] }>()
  hub.setMaxListeners(0)
  return {
    tell: (event) => void hub.emit('event', event),
    stream: (c) =>
      streamSSE(c, async (stream) => {
        const { promise: ended, resolve: end } = Promise.withResolvers<void>()
        const tell = (event: DoorEvent) => void stream.writeSSE({ event: event.type, data: JSON.stringify(event) })
        const beat = () => void stream.write(': alive\n\n')
        const heartbeat = setInterval(beat, HEARTBEAT_MS)
        hub.on('event', tell)
        hub.on('end', end)
        stream.onAbort(end)
        // The first line says that from now on nothing is missed.
        beat()
        await ended
        clearInterval(heartbeat)
        hub.off('event', tell)
        hub.off('end', end)
      }),
    close: () => void hub.emit('end'),
  }
}
