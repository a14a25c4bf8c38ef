import { z } from 'zod'
import { Alert, AlertKind, AlertRules } from '../model/alert'
import { Day } from '../model/day'
import { AlertId } from '../model/ids'
import { Done, mutation, nothing, query, words } from './endpoint'
import { shownTier } from './shownTier'

/** An alert with the names that its place is called by. */
export const ListedAlert = Alert.extend({ accountName: words, opportunityName: words.nullable() })
export type ListedAlert = z.infer<typeof ListedAlert>

/** One bell for all accounts. */
export const alertEndpoints = {
  'alert.list': query(
    'What is to be told, the latest first; dismissed ones are left out.',
    z.strictObject(shownTier),
    z.array(ListedAlert),
  ),
  'alerts.refresh': mutation(
    'Looks at every account: raises what is new, drops what no longer holds. Not an undo step.',
    z.strictObject({ on: Day }),
    z.object({ raised: z.int(), dropped: z.int() }),
  ),
  'alerts.see': mutation(
    'Marks alerts as seen. Not an undo step.',
    z.strictObject({ alertIds: z.array(AlertId).max(10_000), on: Day }),
    Done,
  ),
  'alert.dismiss': mutation(
    'Takes note: it is not told again while it lasts, and worse figures are measured anew from here. Not an undo step.',
    z.strictObject({ alertId: AlertId, on: Day }),
    Done,
  ),
  'alertRules.get': query('What one wants to be told of.', nothing, AlertRules),
  'alertRules.set': mutation(
    'Changes what one wants to be told of.',
    z.strictObject({
      kinds: z.partialRecord(AlertKind, z.boolean()).optional(),
      coverageDrop: AlertRules.shape.coverageDrop.optional(),
      changeDays: AlertRules.shape.changeDays.optional(),
      ownAccountsOnly: z.boolean().optional(),
    }),
    Done,
  ),
} as const
