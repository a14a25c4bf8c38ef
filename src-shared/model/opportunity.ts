import { z } from 'zod'
import { OwnFields } from './account'
import { Day } from './day'
import { AccountId, DecisionRoleId, OpportunityId, SeatId } from './ids'
import { Chain } from './scales'

/** One deal inside an account, with a decision chain of its own. */
export const Opportunity = z.object({
  id: OpportunityId,
  accountId: AccountId,
  name: z.string().min(1).max(500),
  /** Stage 1–5 of the selling process (domain.md 8). */
  stage: z.int().min(1).max(5),
  amount: z.number().min(0).nullable(),
  /** ISO 4217 code, empty when not given. */
  currency: z.string().max(3),
  openedOn: Day.nullable(),
  expectedCloseOn: Day.nullable(),
  /** Keys of roles that this deal does not need: they weigh nothing. */
  switchedOffRoles: z.array(z.string().max(60)),
  position: z.int(),
  own: OwnFields,
})
export type Opportunity = z.infer<typeof Opportunity>

/** A seat, and through it its holder, plays a role in an opportunity. */
export const DecisionRole = z.object({
  id: DecisionRoleId,
  opportunityId: OpportunityId,
  seatId: SeatId,
  /** Key of a role of the method. */
  role: z.string().min(1).max(60),
  chains: z.array(Chain),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  recordedOn: Day,
  own: OwnFields,
})
export type DecisionRole = z.infer<typeof DecisionRole>
