import type { Endpoint, Input, Output } from '../../src-shared/contract'
import { CALL_ID_HEADER, CODE_FRAGMENT, DoorEvent, Session } from '../../src-shared/httpDoor'
import type { Reply } from '../../src-shared/reply'

/** What another program does to talk to Linchpin, typed by the contract. */
export interface HttpClient {
  call<E extends Endpoint>(endpoint: E, input: Input<E>, options?: HttpCallOptions): Promise<Reply<Output<E>>>
  /** The value of a call that must succeed. @throws Error with the failure's code */
  value<E extends Endpoint>(endpoint: E, input: Input<E>): Promise<Output<E>>
  /** Everything that happens from now on; resolves once the stream stands, so that nothing after it is missed. */
  events(signal?: AbortSignal): Promise<AsyncGenerator<DoorEvent, void>>
}

export interface HttpCallOptions {
  readonly callId?: string
  readonly signal?: AbortSignal
  readonly language?: string
}

export function httpClient(url: string, token: string): HttpClient {
  const authorization = `Bearer ${token}`
  const client: HttpClient = {
    call: async (endpoint, input, { callId, signal, language } = {}) => {
      const response = await fetch(`${url}/api/${endpoint}`, {
        method: 'POST',
        headers: {
          authorization,
          'content-type': 'application/json',
          ...(callId !== undefined && { [CALL_ID_HEADER]: callId }),
          ...(language !== undefined && { 'accept-language': language }),
        },
        body: JSON.stringify(input),
        ...(signal && { signal }),
      })
      // The server answers in the contract's types; the tests are what proves it.
      return (await response.json()) as Reply<never>
    },
    value: async (endpoint, input) => {
      const reply = await client.call(endpoint, input)
      if (!reply.ok) throw new Error(`${endpoint}: ${reply.error.code} ${reply.error.message}`)
      return reply.value
    },
    events: async (signal) => {
      const response = await fetch(`${url}/api/events`, { headers: { authorization }, ...(signal && { signal }) })
      if (!response.ok || !response.body) throw new Error(`events: ${response.status}`)
      const lines = linesOf(response.body)
      // The stream opens with a comment.
      await lines.next()
      return eventsOf(lines)
    },
  }
  return client
}

/** One call as plain HTTP, for what an answer says beyond its reply. */
export function post({ url, token }: { url: string; token: string }, endpoint: string, input: unknown): Promise<Response> {
  return fetch(`${url}/api/${endpoint}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })
}

/** Trades the code of a printed address for a token, as the page does. */
export async function signIn(address: string): Promise<Response> {
  const { origin, hash } = new URL(address)
  const code = new URLSearchParams(hash.slice(1)).get(CODE_FRAGMENT)
  return fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
}

/** The token in the answer to `signIn`. */
export async function tokenOf(response: Response): Promise<string> {
  const reply: unknown = await response.json()
  return Session.parse(reply !== null && typeof reply === 'object' && 'value' in reply ? reply.value : null).token
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const bytes of body) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

async function* eventsOf(lines: AsyncGenerator<string, void>): AsyncGenerator<DoorEvent, void> {
  for await (const line of lines) {
    if (line.startsWith('data: ')) yield DoorEvent.parse(JSON.parse(line.slice('data: '.length)))
  }
}
