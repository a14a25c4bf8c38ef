import { z } from 'zod'
import { Day } from '../model/day'
import { AccountId, OpportunityId, PersonId } from '../model/ids'
import { Language } from '../model/language'
import { mutation } from './endpoint'

/** Longest text taken at once, in UTF-16 units: a map of some ten thousand people. */
const MOST_TEXT = 1_000_000

/** Maps as text (docs/quick-entry.md). */
export const quickEntryEndpoints = {
  'quickEntry.apply': mutation(
    'Enters quick-entry text into a map, all of it or nothing, as one undo step.',
    z.strictObject({
      /** Null: the account that the heading names, made where there is none of that name. */
      accountId: AccountId.nullable(),
      text: z.string().max(MOST_TEXT),
      /** Who is meant by a name that several people may have, by the `key` of `choice_needed`. */
      choices: z.record(z.string().max(1_000), z.union([z.literal('new'), PersonId])).optional(),
      /** Whose roles and stances are meant where the heading names no opportunity. Default: none. */
      opportunityId: OpportunityId.nullable().optional(),
      /** The day it is written down. */
      on: Day,
      /** Whose judgements these are. Default: the user's, once they said who they are. */
      authorId: PersonId.nullable().optional(),
      /** Of the sentences that say what to correct. Default: the workspace's. */
      language: Language.optional(),
    }),
    z.object({
      created: z.int(),
      updated: z.int(),
      unchanged: z.int(),
      accountId: AccountId,
      /** The opportunity that the heading named, else the one that was given. */
      opportunityId: OpportunityId.nullable(),
    }),
  ),
}
