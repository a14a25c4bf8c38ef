import { z } from 'zod'
import { OwnFields } from './account'
import { Day } from './day'
import { AccountId, AttachmentId, InteractionId, OpportunityId, PersonId, SignalId } from './ids'
import { InteractionKind, Ratio, SecrecyTier, SignalKind, SignalState } from './scales'

/** A visit, call, mail… between people of both sides. */
export const Interaction = z.object({
  id: InteractionId,
  accountId: AccountId,
  opportunityId: OpportunityId.nullable(),
  heldOn: Day.nullable(),
  kind: InteractionKind,
  summary: z.string().max(20_000),
  secrecy: SecrecyTier,
  own: OwnFields,
  participants: z.array(PersonId),
})
export type Interaction = z.infer<typeof Interaction>

/** A file or a page that belongs to an interaction: where it lies, never the thing itself. */
export const Attachment = z.object({
  id: AttachmentId,
  interactionId: InteractionId,
  /** Empty: the target says enough. */
  label: z.string().max(500),
  /** A web address, or the path of a file as the user's system writes it. */
  target: z.string().min(1).max(4_000),
  /** Among those of the interaction, from 0. */
  position: z.int(),
})
export type Attachment = z.infer<typeof Attachment>

/** A dated hint that a person may leave or move. */
export const Signal = z.object({
  id: SignalId,
  accountId: AccountId,
  personId: PersonId,
  kind: SignalKind,
  notedOn: Day.nullable(),
  confidence: Ratio,
  source: z.string().max(20_000),
  /** Typed or imported (`recorded`), or proposed by the program until a person decides. */
  state: SignalState,
  own: OwnFields,
})
export type Signal = z.infer<typeof Signal>
