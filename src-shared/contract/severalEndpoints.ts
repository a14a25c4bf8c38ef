import { z } from 'zod'
import { Day } from '../model/day'
import { AccountId, OpportunityId, PersonId, SeatId } from '../model/ids'
import { Judgement } from '../model/judgement'
import { DecisionRole } from '../model/opportunity'
import { Ratio, Side, Stance, TieKind, TouchTier } from '../model/scales'
import { Done, edit, ids, mutation, newPerson, words } from './endpoint'

/** Somebody to be put on a map together with others. */
export const PlacedPerson = z.strictObject({
  /** null: the seat is vacant. */
  holder: newPerson.nullable(),
  side: Side,
  organization: words,
  title: words,
  unit: words,
  tier: TouchTier,
  /** The superior: another one of the same call, by its place in the list; else a seat that is there; else nobody. */
  superior: z.union([z.int().min(0), SeatId]).nullable(),
  /** Keys of roles in the opportunity of the call. */
  roles: z.array(DecisionRole.shape.role).max(20),
  /** About the opportunity of the call. */
  stance: Stance.nullable(),
})
export type PlacedPerson = z.infer<typeof PlacedPerson>

/** Ends by their places in the list of people. */
export const PlacedTie = z.strictObject({
  from: z.int().min(0),
  to: z.int().min(0),
  kind: TieKind,
  strength: Ratio,
  confidence: Ratio,
})
export type PlacedTie = z.infer<typeof PlacedTie>

/** What one gesture does to several cards: each is one undo step. */
export const severalEndpoints = {
  'seats.create': mutation(
    'Several new seats with their holders, roles, stances and ties among them.',
    z.strictObject({
      accountId: AccountId,
      opportunityId: OpportunityId.nullable(),
      people: z.array(PlacedPerson).min(1).max(2_000),
      ties: z.array(PlacedTie).max(10_000),
      /** Who says what the stances say. */
      authorId: PersonId.nullable(),
      on: Day,
    }),
    /** In the order given. */
    z.object({ seats: z.array(z.object({ seatId: SeatId, personId: PersonId.nullable() })) }),
  ),
  'seats.update': mutation(
    'Changes department, tier or superior of several seats, dated.',
    z.strictObject({
      seatIds: ids(SeatId).min(1),
      unit: words.optional(),
      tier: TouchTier.optional(),
      reportsToSeatId: SeatId.nullable().optional(),
      ...edit,
    }),
    Done,
  ),
  'card.update': mutation(
    'Corrects what a card says, the name of a person and the title of a seat, as one step.',
    z.strictObject({
      person: z.strictObject({ personId: PersonId, name: words }).nullable(),
      seat: z.strictObject({ seatId: SeatId, title: words }).nullable(),
      ...edit,
    }),
    Done,
  ),
  'seats.close': mutation(
    'Ends several seats and their tenures on a day.',
    z.strictObject({ seatIds: ids(SeatId).min(1), on: Day }),
    Done,
  ),
  'seats.remove': mutation(
    'Takes people with their seats, and vacant seats, off an account as mistakes.',
    z.strictObject({ accountId: AccountId, personIds: ids(PersonId), seatIds: ids(SeatId) }),
    Done,
  ),
  'role.set': mutation(
    'Gives seats a role in a deal, or takes it from them: ended on the day, deleted where it was written down that day.',
    z.strictObject({
      opportunityId: OpportunityId,
      seatIds: ids(SeatId).min(1),
      role: DecisionRole.shape.role,
      held: z.boolean(),
      on: Day,
    }),
    Done,
  ),
  'judgements.record': mutation(
    'Records one opinion about several people; earlier ones stay.',
    z.strictObject({
      subjectIds: ids(PersonId).min(1),
      ...Judgement.pick({ kind: true, value: true, authorId: true, ownPersonId: true, opportunityId: true }).shape,
      madeOn: Day,
    }),
    Done,
  ),
} as const
