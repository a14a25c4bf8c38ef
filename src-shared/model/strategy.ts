import { z } from 'zod'
import { OwnFields } from './account'
import { Day } from './day'
import { AccountId, OpportunityId, PersonId, StrategyId } from './ids'
import { DecisionRole } from './opportunity'
import { SecrecyTier, StrategyStatus } from './scales'

const prose = z.string().max(20_000)

/** What we do about one person in one opportunity. */
export const Strategy = z.object({
  id: StrategyId,
  accountId: AccountId,
  /** null: about the account as a whole. */
  opportunityId: OpportunityId.nullable(),
  personId: PersonId,
  /** The role that the person is addressed in, whose playbook it began from; null: none. */
  role: DecisionRole.shape.role.nullable(),
  objective: prose,
  message: prose,
  materials: prose,
  /** Which of ours sees to it. */
  ownerId: PersonId.nullable(),
  dueOn: Day.nullable(),
  status: StrategyStatus,
  result: prose,
  madeOn: Day,
  secrecy: SecrecyTier,
  own: OwnFields,
})
export type Strategy = z.infer<typeof Strategy>
