import { z } from 'zod'
import { contract, type EndpointSpec } from '../../src-shared/contract'
import { CALL_ID_HEADER, DoorEvent, Session, SessionRequest } from '../../src-shared/httpDoor'
import { Failure } from '../../src-shared/reply'

type Json = Record<string, unknown>
type Direction = 'input' | 'output'

const callId = {
  name: CALL_ID_HEADER,
  in: 'header',
  description: 'Any name: the events stream then tells the progress of this call.',
  schema: { type: 'string' },
}

/**
 * The OpenAPI 3.1 description of this server, made from the contract: what it says is what is parsed. It is the same for every
 * copy of the program and holds no secret.
 *
 * @param url of the server, without a slash at its end
 */
export function openApi(url: string): Json {
  const components = new Components()
  const refused = {
    description: 'Refused; the sentence says what to do.',
    content: components.json('refusal', z.object({ ok: z.literal(false), error: Failure }), 'output'),
  }
  /** What every POST has in common: JSON in, a reply out. */
  const post = (name: string, summary: string, input: z.ZodType, value: z.ZodType): Json => ({
    operationId: name,
    summary,
    requestBody: { required: true, content: components.json(`${name}.input`, input, 'input') },
    responses: {
      200: {
        description: 'Done.',
        content: components.json(`${name}.reply`, z.object({ ok: z.literal(true), value }), 'output'),
      },
      default: refused,
    },
  })
  const endpoint = (name: string, { kind, summary, input, output }: EndpointSpec) => ({
    ...post(name, summary, input, output),
    tags: [name.slice(0, name.indexOf('.'))],
    parameters: [callId],
    'x-kind': kind,
  })

  const paths: Json = {
    '/api/session': {
      post: {
        ...post('session', 'Trades the one-time code of the printed address for the token.', SessionRequest, Session),
        security: [],
      },
    },
    '/api/events': {
      get: {
        operationId: 'events',
        summary: 'Streams what happens as server-sent events; each `data:` line is one JSON object.',
        responses: {
          200: {
            description: 'The stream.',
            content: { 'text/event-stream': { schema: components.add('event', DoorEvent, 'output') } },
          },
          default: refused,
        },
      },
    },
  }
  for (const [name, spec] of Object.entries(contract)) paths[`/api/${name}`] = { post: endpoint(name, spec) }

  return {
    openapi: '3.1.0',
    info: {
      title: 'Linchpin 关键人',
      version: '1',
      description: 'One contract for the window, the command line and other programs.',
    },
    servers: [{ url }],
    security: [{ token: [] }],
    paths,
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } }, schemas: components.schemas },
  }
}

/** The document's named schemas. */
class Components {
  readonly schemas: Json = {}

  /** Adds a schema and gives the reference to it. */
  add(name: string, schema: z.ZodType, io: Direction): Json {
    const place = `#/components/schemas/${name}`
    // zod's own references count from the schema's root, which in this document stands at `place`.
    this.schemas[name] = JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io })), (key, value: unknown) =>
      key === '$ref' && typeof value === 'string' ? value.replace(/^#/, place) : value,
    )
    return { $ref: place }
  }

  json(name: string, schema: z.ZodType, io: Direction): Json {
    return { 'application/json': { schema: this.add(name, schema, io) } }
  }
}
