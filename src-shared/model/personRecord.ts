import { z } from 'zod'
import { Account } from './account'
import { AccountId } from './ids'
import { Interaction, Signal } from './interaction'
import { Judgement } from './judgement'
import { FormerName, Person, Tenure } from './person'
import { Side } from './scales'
import { Tie } from './tie'

/** All that is on record about a person, whichever accounts they are on. */
export const PersonRecord = z.object({
  person: Person,
  /** Latest first. */
  formerNames: z.array(FormerName),
  accounts: z.array(Account.pick({ name: true }).extend({ id: AccountId, side: Side })),
  /** Latest first, each with its seat's latest title and its organization's name. */
  tenures: z.array(Tenure.extend({ title: z.string(), organization: z.string() })),
  ties: z.array(
    Tie.pick({ id: true, kind: true, validFrom: true, validTo: true }).extend({
      /** Whom the tie is with. */
      other: z.string(),
      /** Whether it runs from this person. */
      outgoing: z.boolean(),
    }),
  ),
  /** About the person, by them, or of a relationship of theirs. */
  judgements: z.array(Judgement.pick({ id: true, kind: true, value: true, madeOn: true }).extend({ subject: z.string() })),
  interactions: z.array(Interaction.pick({ id: true, kind: true, heldOn: true, summary: true })),
  signals: z.array(Signal.pick({ id: true, kind: true, notedOn: true })),
})
export type PersonRecord = z.infer<typeof PersonRecord>
