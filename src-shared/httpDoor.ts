import { z } from 'zod'

/** What the window's page and the loopback HTTP server have to agree on beyond the contract (interfaces.md). */

/** The printed address ends in `#code=…`: a fragment never travels in a request, so no log and no referrer has it. */
export const CODE_FRAGMENT = 'code'
/** Where the page keeps its token: the tab's sessionStorage, which a reload keeps and no other tab sees. */
export const SESSION_KEY = 'linchpin.session'
/** Names a call, so that the events stream can tell its progress. */
export const CALL_ID_HEADER = 'X-Call-Id'

/** `POST /api/session`: the one-time code of the printed address … */
export const SessionRequest = z.strictObject({ code: z.string().max(200) })
/** … is traded, once, for the token of this launch. */
export const Session = z.object({ token: z.string() })
export type Session = z.infer<typeof Session>

/** What `GET /api/events` tells: each event is one `data:` line of JSON. */
export const DoorEvent = z.discriminatedUnion('type', [
  /** The workspace changed by this endpoint; empty: by another process. */
  z.object({ type: z.literal('changed'), endpoint: z.string() }),
  /** A named call is this far, 0–1. */
  z.object({ type: z.literal('progress'), callId: z.string(), share: z.number() }),
])
export type DoorEvent = z.infer<typeof DoorEvent>
