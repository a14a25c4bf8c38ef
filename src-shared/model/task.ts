import { z } from 'zod'
import { OwnFields } from './account'
import { Day } from './day'
import { AccountId, OpportunityId, PersonId, TaskId } from './ids'
import { SecrecyTier, TaskOrigin } from './scales'

/** Something that one of ours has to do. */
export const Task = z.object({
  id: TaskId,
  /** null: about no account in particular. */
  accountId: AccountId.nullable(),
  opportunityId: OpportunityId.nullable(),
  /** Whom it is about. */
  personId: PersonId.nullable(),
  /** Which of ours is to do it. */
  ownerId: PersonId.nullable(),
  title: z.string().min(1).max(500),
  note: z.string().max(20_000),
  dueOn: Day.nullable(),
  remindOn: Day.nullable(),
  /** null: open. */
  doneOn: Day.nullable(),
  madeOn: Day,
  /** Doing it makes the next one, due so many days later; null: once. */
  repeatEveryDays: z.int().positive().nullable(),
  origin: TaskOrigin,
  /** What it came of: an interaction, a strategy, an item of a hand-over. */
  originId: z.string().max(200).nullable(),
  secrecy: SecrecyTier,
  own: OwnFields,
})
export type Task = z.infer<typeof Task>
