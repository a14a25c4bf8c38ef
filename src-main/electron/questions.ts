import { z } from 'zod'
import type { RecentWorkspace } from '../../src-shared/bridge'
import type { Reply } from '../../src-shared/reply'

const callId = z.string().min(1).max(100)

/** Everything a window may ask of the main process. What `input` may be, the contract checks. */
export const Question = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('call'), endpoint: z.string().max(100), input: z.unknown(), callId: callId.optional() }),
  z.strictObject({ type: z.literal('cancel'), callId }),
  z.strictObject({ type: z.literal('newWorkspace'), sample: z.boolean() }),
  z.strictObject({ type: z.literal('openWorkspace') }),
  z.strictObject({ type: z.literal('openRecent'), path: z.string().max(4096) }),
  z.strictObject({ type: z.literal('saveCopy') }),
  z.strictObject({ type: z.literal('recent') }),
  z.strictObject({ type: z.literal('openExternal'), url: z.string().max(500) }),
  z.strictObject({ type: z.literal('openAttachment'), target: z.string().max(4_000) }),
  z.strictObject({ type: z.literal('presenting'), presenting: z.boolean() }),
])
export type Question = z.input<typeof Question>

/** What each question is answered with; see bridge.ts for the meaning. */
export interface Answers {
  readonly call: Reply<unknown>
  readonly cancel: null
  readonly newWorkspace: boolean
  readonly openWorkspace: boolean
  readonly openRecent: boolean
  readonly saveCopy: boolean
  readonly recent: readonly RecentWorkspace[]
  readonly openExternal: boolean
  readonly openAttachment: boolean
  readonly presenting: null
}
