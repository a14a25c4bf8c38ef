import { z } from 'zod'
import { OwnFields } from './account'
import { Day } from './day'
import { PersonId, TieId } from './ids'
import { Ratio, SecrecyTier, TieKind } from './scales'

/** A typed edge between two people. `influences` runs from the influencer; the others hold both ways. */
export const Tie = z.object({
  id: TieId,
  fromPersonId: PersonId,
  toPersonId: PersonId,
  kind: TieKind,
  strength: Ratio,
  confidence: Ratio,
  note: z.string().max(20_000),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  secrecy: SecrecyTier,
  recordedOn: Day,
  own: OwnFields,
})
export type Tie = z.infer<typeof Tie>
