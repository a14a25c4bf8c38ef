import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'

export interface RawRequest {
  readonly method?: string
  /** Sent as it stands. */
  readonly path: string
  /** Sent as they stand; a list repeats the header. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  /** A list is sent in chunks, without telling its length. */
  readonly body?: string | readonly string[]
}

export interface RawAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
}

/** Sends what fetch would refuse or tidy up: any Host, any path, any method with a body. */
export async function rawRequest(port: number, { method = 'POST', path, headers = {}, body }: RawRequest): Promise<RawAnswer> {
  const sent = request({ host: '127.0.0.1', port, method, path, setHost: false, agent: false })
  for (const [name, value] of Object.entries(headers)) sent.setHeader(name, typeof value === 'string' ? value : [...value])
  const answered = new Promise<IncomingMessage>((resolve, reject) => sent.once('response', resolve).once('error', reject))
  if (typeof body === 'string') sent.setHeader('content-length', Buffer.byteLength(body)).end(body)
  else {
    for (const chunk of body ?? []) sent.write(chunk)
    sent.end()
  }
  const response = await answered
  return { status: response.statusCode ?? 0, headers: response.headers, text: await text(response) }
}

/** Writes bytes to the server's socket and gives all that comes back until it closes. */
export async function rawBytes(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.setTimeout(2_000, () => socket.destroy())
  socket.write(bytes)
  return text(socket)
}
