import { z } from 'zod'
import { Day } from '../model/day'
import { AccountId, FormerNameId, InteractionId, JudgementId, PersonId, SeatId, SignalId, TenureId, TieId } from '../model/ids'
import { Person } from '../model/person'
import { PersonRecord } from '../model/personRecord'
import { Side, TouchTier } from '../model/scales'
import { Done, ids, mutation, newPerson, query, words } from './endpoint'
import { shownTier } from './shownTier'

/** People, wherever they sit: who they are, what they were called, when two records are one or one is two, where they go. */
export const personEndpoints = {
  'people.ours': query(
    'All of our people, to ask which of them the user is.',
    z.strictObject(shownTier),
    z.array(z.object({ id: PersonId, name: words, title: words })),
  ),
  'person.record': query(
    'All that is on record about a person.',
    z.strictObject({ personId: PersonId, ...shownTier }),
    PersonRecord,
  ),
  'person.update': mutation(
    'Changes what a person is, wherever they sit.',
    z.strictObject({ personId: PersonId, ...Person.omit({ id: true }).partial().shape, name: words.optional() }),
    Done,
  ),
  'person.rename': mutation(
    'A person takes another name on a day; the former one stays on record. On the same day again: a correction.',
    z.strictObject({ personId: PersonId, name: words, on: Day }),
    Done,
  ),
  'formerName.remove': mutation(
    'Deletes a former name that never was (a mistake).',
    z.strictObject({ formerNameId: FormerNameId }),
    Done,
  ),
  'person.leave': mutation(
    'Some people leave an account on a day: their seats there stay, vacant.',
    z.strictObject({ accountId: AccountId, personIds: z.array(PersonId).min(1).max(1_000), on: Day }),
    Done,
  ),
  'person.merge': mutation(
    'Two records are one person: everything about the second goes to the first, whose fields become as given.',
    z.strictObject({
      personId: PersonId,
      mergedId: PersonId,
      values: z.strictObject(Person.omit({ id: true }).partial().shape),
      on: Day,
    }),
    Done,
  ),
  'person.split': mutation(
    'One record is two people: these tenures, and what is named beside them, go to a new person.',
    z.strictObject({
      personId: PersonId,
      newPerson,
      tenureIds: ids(TenureId).min(1),
      tieIds: ids(TieId).optional(),
      judgementIds: ids(JudgementId).optional(),
      interactionIds: ids(InteractionId).optional(),
      signalIds: ids(SignalId).optional(),
    }),
    z.object({ personId: PersonId }),
  ),
  'person.move': mutation(
    'A person takes another seat from a day on, in whichever organization; ties stay. A move on the day they sat down corrects it.',
    z.strictObject({
      personId: PersonId,
      /** The seat they leave, vacant; null: they keep what they have. */
      fromSeatId: SeatId.nullable(),
      /** On whose map the new seat is. */
      accountId: AccountId,
      to: z.union([
        z.strictObject({ seatId: SeatId }),
        z.strictObject({
          organization: words,
          title: words,
          unit: words.optional(),
          tier: TouchTier.optional(),
          reportsToSeatId: SeatId.nullable().optional(),
        }),
      ]),
      /** Side of a new seat, where the account does not know the person yet. Default: theirs. */
      side: Side.optional(),
      on: Day,
    }),
    z.object({ seatId: SeatId }),
  ),
  'person.remove': mutation(
    'Takes a person off an account (a mistake); deleted altogether when no other account has them. Their seats stay, vacant, unless they go too.',
    z.strictObject({ accountId: AccountId, personId: PersonId, withSeats: z.boolean() }),
    Done,
  ),
} as const
