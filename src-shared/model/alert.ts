import { z } from 'zod'
import { Day } from './day'
import { AccountId, AlertId, OpportunityId, PersonId } from './ids'

/** What one can be told of (issue D, 6). */
export const AlertKind = z.enum(['change', 'signal', 'risk', 'coverage', 'expiry', 'touch', 'task'])
export type AlertKind = z.infer<typeof AlertKind>

/** One thing to be told of at the bell: why, and where to look. */
export const Alert = z.object({
  id: AlertId,
  accountId: AccountId,
  opportunityId: OpportunityId.nullable(),
  personId: PersonId.nullable(),
  kind: AlertKind,
  /** Key of its sentence, `alert.reason.<code>` or, where the kind says so, `analysis.finding.<code>`. */
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  raisedOn: Day,
  seenOn: Day.nullable(),
  dismissedOn: Day.nullable(),
})
export type Alert = z.infer<typeof Alert>

/** What to be told of. */
export const AlertRules = z.object({
  kinds: z.record(AlertKind, z.boolean()),
  /** Points of coverage that have to be lost. */
  coverageDrop: z.number().min(0).max(100),
  /** Days for which a confirmed change is news. */
  changeDays: z.int().min(1),
  /** Only of accounts that the user owns. */
  ownAccountsOnly: z.boolean(),
})
export type AlertRules = z.infer<typeof AlertRules>
