import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { languageDetector } from 'hono/language'
import { isEndpoint } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import { CALL_ID_HEADER, SessionRequest } from '../../src-shared/httpDoor'
import { Language } from '../../src-shared/model/language'
import { pageHeaders } from '../csp'
import type { Workspace } from '../workerClient'
import { answer, type DoorEnv, refuse } from './answer'
import type { EventHub } from './events'
import { guard } from './guard'
import { openApi } from './openApi'
import type { Secrets } from './secrets'

const MEGABYTE = 1024 * 1024
/** Who is not signed in yet cannot make the server hold more than this, in MB. */
const SESSION_LIMIT = 1

export interface DoorParts {
  readonly call: Workspace['call']
  readonly events: EventHub
  readonly secrets: Secrets
  /** Serves the built page. */
  readonly page: MiddlewareHandler
  readonly port: number
  /** Of sentences for those who do not say theirs (Accept-Language). */
  readonly language: Language
  /** Largest body of a request, in MB. */
  readonly bodyLimit: number
}

/** The routes of the loopback server: each request passes, from top to bottom, what stands here. */
export function createDoor(parts: DoorParts): Hono<DoorEnv> {
  const { call, events, secrets, port } = parts
  const description = openApi(`http://127.0.0.1:${port}`)
  const door = new Hono<DoorEnv>()

  door.use((c, next) => {
    for (const [name, value] of Object.entries(pageHeaders)) c.header(name, value)
    return next()
  })
  door.use(
    languageDetector({
      order: ['header'],
      caches: false,
      supportedLanguages: [...Language.options],
      fallbackLanguage: parts.language,
      convertDetectedLanguage: (tag) => (tag.toLowerCase().startsWith('zh') ? 'zh-CN' : tag),
    }),
  )
  door.use(guard(port))
  // Reading the rest of a request fails when its client hangs up; there is nobody left to tell.
  door.onError((error, c) => refuse(c, c.req.raw.signal.aborted ? new AppError('cancelled', {}) : error))
  door.notFound((c) => refuse(c, new AppError('unknown_endpoint', { value: c.req.path })))

  door.get('/api/openapi.json', (c) => c.json(description))
  door.post('/api/session', atMost(SESSION_LIMIT), async (c) => {
    const request = SessionRequest.safeParse(await jsonBody(c))
    if (!request.success) throw new AppError('invalid_input', { path: 'code', detail: request.error.issues[0]?.message ?? '' })
    return answer(c, { ok: true, value: { token: secrets.redeem(request.data.code) } })
  })

  door.use('/api/*', async (c, next) => {
    if (!secrets.admits(c.req.header('authorization'))) throw new AppError('unauthorized', {})
    await next()
  })
  door.get('/api/events', (c) => events.stream(c))
  door.post('/api/:endpoint', atMost(parts.bodyLimit), async (c) => {
    const endpoint = c.req.param('endpoint')
    if (!isEndpoint(endpoint)) throw new AppError('unknown_endpoint', { value: endpoint })
    const callId = c.req.header(CALL_ID_HEADER)
    const reply = await call(endpoint, await jsonBody(c), {
      // A client that hangs up cancels its call.
      signal: c.req.raw.signal,
      ...(callId !== undefined && { onProgress: (share) => events.tell({ type: 'progress', callId, share }) }),
    })
    return answer(c, reply)
  })
  door.all('/api/*', (c) => {
    throw new AppError('wrong_method', { value: `${c.req.method} ${c.req.path}` })
  })

  door.get('*', parts.page)
  return door
}

/** Refuses bodies beyond a size in MB, said or not. @throws AppError `too_large` */
function atMost(limit: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: limit * MEGABYTE,
    onError: () => {
      throw new AppError('too_large', { limit })
    },
  })
}

/**
 * Reads a body that says it is JSON. Forms and text, which any page may post anywhere without asking first, are not read.
 * @throws AppError `wrong_content_type`, `not_json`
 */
async function jsonBody(c: Context): Promise<unknown> {
  const type = c.req.header('content-type') ?? ''
  if (type.split(';')[0]?.trim().toLowerCase() !== 'application/json') throw new AppError('wrong_content_type', { value: type })
  try {
    return JSON.parse(await c.req.text())
  } catch (error) {
    throw new AppError('not_json', { detail: error instanceof Error ? error.message : '' })
  }
}
