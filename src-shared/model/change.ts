import { z } from 'zod'
import { OwnFields } from './account'
import { Day } from './day'
import {
  AccountId,
  ChangeEventId,
  HandOverId,
  HandOverItemId,
  OpportunityId,
  PersonId,
  SeatId,
  SignalId,
  StrategyId,
  TaskId,
} from './ids'

/** Why the program proposes a signal. */
export const FoundBy = z.enum(['silence', 'tenure-ending', 'judgement-reversed', 'address-bounced'])
export type FoundBy = z.infer<typeof FoundBy>

/** How the inbox holds a signal. */
export const SignalInbox = z.object({
  signalId: SignalId,
  /** null: typed or imported. */
  foundBy: FoundBy.nullable(),
  /** The fact it was found for: found once, however it was decided. */
  foundFor: z.string().max(500).nullable(),
  /** It sleeps up to this day. */
  snoozedUntil: Day.nullable(),
  decidedOn: Day.nullable(),
})
export type SignalInbox = z.infer<typeof SignalInbox>

export const ChangeKind = z.enum(['joined', 'left', 'transferred', 'promoted', 'retired', 'reorganised'])
export type ChangeKind = z.infer<typeof ChangeKind>

/** What was confirmed to have happened to somebody, or to a seat. */
export const ChangeEvent = z.object({
  id: ChangeEventId,
  accountId: AccountId,
  kind: ChangeKind,
  personId: PersonId.nullable(),
  /** Where to, of those who come or move; which one, of a reorganisation. */
  seatId: SeatId.nullable(),
  happenedOn: Day,
  note: z.string().max(20_000),
  /** The hint that came before. */
  signalId: SignalId.nullable(),
  recordedOn: Day,
  own: OwnFields,
})
export type ChangeEvent = z.infer<typeof ChangeEvent>

/** What has to be passed on when somebody leaves, theirs or ours (domain.md 6.11). */
export const HandOver = z.object({
  id: HandOverId,
  accountId: AccountId,
  /** Who leaves. */
  personId: PersonId,
  changeEventId: ChangeEventId.nullable(),
  openedOn: Day,
  /** null: open. */
  closedOn: Day.nullable(),
  /** Where the leaver went, in words; empty: not known. */
  destination: z.string().max(500),
  /** The account that follows them there. */
  destinationAccountId: AccountId.nullable(),
  note: z.string().max(20_000),
})
export type HandOver = z.infer<typeof HandOver>

export const HandOverItemKind = z.enum(['role', 'relationship', 'promise', 'strategy'])
export type HandOverItemKind = z.infer<typeof HandOverItemKind>

/** One thing to be passed on. */
export const HandOverItem = z.object({
  id: HandOverItemId,
  handOverId: HandOverId,
  kind: HandOverItemKind,
  /** Of a role. */
  opportunityId: OpportunityId.nullable(),
  role: z.string().nullable(),
  seatId: SeatId.nullable(),
  /** Of a relationship: the other end of the pair. */
  subjectId: PersonId.nullable(),
  taskId: TaskId.nullable(),
  strategyId: StrategyId.nullable(),
  /** Who inherits it: of a role one of theirs, else one of ours. */
  successorId: PersonId.nullable(),
  /** Which of ours meets the successor. */
  ownPersonId: PersonId.nullable(),
  dueOn: Day.nullable(),
  doneOn: Day.nullable(),
  note: z.string().max(20_000),
  position: z.int(),
})
export type HandOverItem = z.infer<typeof HandOverItem>
