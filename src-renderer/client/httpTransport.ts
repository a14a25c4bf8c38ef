import { z } from 'zod'
import { CALL_ID_HEADER, DoorEvent } from '../../src-shared/httpDoor'
import { Failure, type Reply } from '../../src-shared/reply'
import { Session } from './session'
import type { CallOptions, ClientEvent, Transport } from './transport'

/** First and longest pause before the event stream is opened again, in ms. */
const FIRST_PAUSE_MS = 400
const LONGEST_PAUSE_MS = 8_000

const Answer = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: Failure }),
])

/** The way over loopback HTTP (interfaces.md): JSON calls with a bearer token, and one streamed answer that tells events. */
export function httpTransport(): Transport {
  const session = new Session()
  const listeners = new Set<(event: ClientEvent) => void>()
  const progress = new Map<string, (share: number) => void>()
  let up = true
  let listening = false

  function tell(event: ClientEvent): void {
    for (const listener of listeners) listener(event)
  }

  function setUp(now: boolean): void {
    if (now === up) return
    up = now
    tell({ type: 'connection', up })
  }

  async function call(endpoint: string, input: unknown, { onProgress, signal }: CallOptions): Promise<Reply<unknown>> {
    const token = await session.current()
    if (!token.ok) return token
    const callId = crypto.randomUUID()
    if (onProgress) progress.set(callId, onProgress)
    try {
      const response = await fetch(`/api/${endpoint}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token.value}`, [CALL_ID_HEADER]: callId },
        body: JSON.stringify(input),
        ...(signal && { signal }),
      })
      if (response.status === 401) session.drop()
      const answer = Answer.parse(await response.json())
      setUp(true)
      return answer
    } catch {
      if (signal?.aborted) return failed('cancelled')
      setUp(false)
      return failed('connection_lost')
    } finally {
      progress.delete(callId)
    }
  }

  function hear(line: string): void {
    if (!line.startsWith('data:')) return
    const event = DoorEvent.parse(JSON.parse(line.slice('data:'.length)))
    if (event.type === 'progress') progress.get(event.callId)?.(event.share)
    else tell(event)
  }

  /** One life of the event stream; returns when it ends. @returns whether it stood at all */
  async function stream(token: string): Promise<boolean> {
    const response = await fetch('/api/events', { headers: { authorization: `Bearer ${token}` } })
    if (response.status === 401) session.drop()
    if (!response.ok || !response.body) return false
    setUp(true)
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader()
    let rest = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return true
      const lines = (rest + value).split('\n')
      rest = lines.pop() ?? ''
      lines.forEach(hear)
    }
  }

  async function listen(): Promise<void> {
    let pause = FIRST_PAUSE_MS
    for (;;) {
      const token = await session.current()
      // Without a token nothing will ever be told: the page says so and is opened anew.
      if (!token.ok) return
      const stood = await stream(token.value).catch(() => false)
      setUp(false)
      pause = stood ? FIRST_PAUSE_MS : Math.min(2 * pause, LONGEST_PAUSE_MS)
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }

  return {
    call,
    subscribe: (listener) => {
      listeners.add(listener)
      if (!listening) {
        listening = true
        void listen()
      }
      return () => listeners.delete(listener)
    },
  }
}

function failed(code: 'cancelled' | 'connection_lost'): Reply<never> {
  return { ok: false, error: { code, message: '', params: {} } }
}
