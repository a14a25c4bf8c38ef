import { z } from 'zod'
import { AccountId, OpportunityId, PersonId } from '../model/ids'
import { matchKinds } from './stages'

/** Something that a search found. */
const hit = {
  /** Where it is: of a person on several accounts the one that was asked from, else the first. */
  accountId: AccountId,
  /** The account's name. */
  account: z.string(),
  /** What it is called today. */
  label: z.string(),
  /** Of a person the present seat: title and organization. Of an account its industry. */
  detail: z.string(),
  /** The name, title or organization that the query found: not always the label. */
  matched: z.string(),
  how: z.enum(matchKinds),
}

export const SearchHit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), id: PersonId, ...hit }),
  z.object({ kind: z.literal('account'), id: AccountId, ...hit }),
  z.object({ kind: z.literal('opportunity'), id: OpportunityId, ...hit }),
])
export type SearchHit = z.infer<typeof SearchHit>
