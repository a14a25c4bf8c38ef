import { z } from 'zod'
import { ChangeEvent, type ChangeKind, FoundBy, HandOver, HandOverItem } from '../model/change'
import { Day } from '../model/day'
import { AccountId, ChangeEventId, HandOverId, HandOverItemId, PersonId, SeatId, SignalId } from '../model/ids'
import { Signal } from '../model/interaction'
import { SignalKind, TouchTier } from '../model/scales'
import { Done, mutation, newPerson, query, text, words } from './endpoint'
import { shownTier } from './shownTier'

/** A signal as the inbox shows it. */
export const ListedSignal = Signal.extend({
  accountName: words,
  personName: words,
  /** Of the seat that the person holds or held last; empty: none. */
  title: words,
  foundBy: FoundBy.nullable(),
  snoozedUntil: Day.nullable(),
  decidedOn: Day.nullable(),
})
export type ListedSignal = z.infer<typeof ListedSignal>

export const ListedChange = ChangeEvent.extend({ personName: words.nullable(), title: words.nullable() })
export type ListedChange = z.infer<typeof ListedChange>

export const ListedHandOver = HandOver.extend({
  accountName: words,
  personName: words,
  items: z.array(
    HandOverItem.extend({
      /** What is passed on, in words that need no translation: a task's title, a strategy's objective, a seat's title, a name. */
      subject: words,
      opportunityName: words.nullable(),
      successorName: words.nullable(),
      ownName: words.nullable(),
    }),
  ),
})
export type ListedHandOver = z.infer<typeof ListedHandOver>

/** The seat somebody takes: one that is there, or a new one. */
const seatTaken = z.union([
  z.strictObject({ seatId: SeatId }),
  z.strictObject({
    organization: words,
    title: words,
    unit: words.optional(),
    tier: TouchTier.optional(),
    reportsToSeatId: SeatId.nullable().optional(),
  }),
])

/** Who leaves; others of the same account who leave on the same day get an event each. */
const departed = { personId: PersonId, alsoIds: z.array(PersonId).max(10_000).optional() }

const common = { accountId: AccountId, on: Day, note: text.optional(), signalId: SignalId.nullable().optional() }
const eventOf = <K extends ChangeKind, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.strictObject({ kind: z.literal(kind), ...common, ...shape })

/** Who comes, goes and moves: hints, what was confirmed, what is passed on. */
export const changeEndpoints = {
  'signal.list': query(
    'Hints that somebody may leave or move, those to be decided first.',
    z.strictObject({
      accountId: AccountId.optional(),
      /** With those that are decided. Default: without. */
      decided: z.boolean().optional(),
      ...shownTier,
    }),
    z.array(ListedSignal),
  ),
  'signal.create': mutation(
    'Notes a hint about a person.',
    z.strictObject({
      ...Signal.pick({ accountId: true, personId: true, kind: true, confidence: true, source: true, notedOn: true }).shape,
      /** An address that no longer takes mail is a hint to be decided first. */
      foundBy: z.literal('address-bounced').optional(),
    }),
    z.object({ signalId: SignalId }),
  ),
  'signal.update': mutation(
    'Changes a hint.',
    z.strictObject({
      signalId: SignalId,
      kind: SignalKind.optional(),
      ...Signal.pick({ confidence: true, source: true, notedOn: true }).partial().shape,
    }),
    Done,
  ),
  'signal.decide': mutation(
    'Takes a hint seriously, or not; only the first counts in figures.',
    z.strictObject({ signalId: SignalId, decision: z.enum(['accept', 'dismiss', 'reopen']), on: Day }),
    Done,
  ),
  'signal.snooze': mutation(
    'Lets a hint sleep until a day; null wakes it.',
    z.strictObject({ signalId: SignalId, until: Day.nullable() }),
    Done,
  ),
  'signal.remove': mutation('Deletes a hint that never was (a mistake).', z.strictObject({ signalId: SignalId }), Done),
  'signals.find': mutation(
    'Looks through every account for silence, ending terms and reversed judgements, and proposes each once. Not an undo step.',
    z.strictObject({ on: Day }),
    z.object({ found: z.int() }),
  ),

  'change.list': query(
    'What was confirmed on an account, latest first.',
    z.strictObject({ accountId: AccountId, ...shownTier }),
    z.array(ListedChange),
  ),
  'change.record': mutation(
    'Confirms what happened and carries it out on seats and tenures, as one step.',
    z.discriminatedUnion('kind', [
      eventOf('joined', { holder: z.union([newPerson, z.strictObject({ personId: PersonId })]), to: seatTaken }),
      eventOf('left', departed),
      eventOf('retired', departed),
      eventOf('transferred', { personId: PersonId, fromSeatId: SeatId.nullable(), to: seatTaken }),
      eventOf('promoted', { personId: PersonId, fromSeatId: SeatId.nullable(), to: seatTaken }),
      eventOf('reorganised', {
        seatId: SeatId,
        unit: words.optional(),
        title: words.optional(),
        reportsToSeatId: SeatId.nullable().optional(),
      }),
    ]),
    z.object({ changeEventId: ChangeEventId, personId: PersonId.nullable(), seatId: SeatId.nullable() }),
  ),

  'handOver.list': query(
    'Hand-overs with their items, open ones first.',
    z.strictObject({ accountId: AccountId.optional(), ...shownTier }),
    z.array(ListedHandOver),
  ),
  'handOver.open': mutation(
    'Gathers what has to be passed on when somebody leaves: roles, relationships, promises, strategies.',
    z.strictObject({ accountId: AccountId, personId: PersonId, on: Day, changeEventId: ChangeEventId.nullable().optional() }),
    z.object({ handOverId: HandOverId }),
  ),
  'handOver.update': mutation(
    'Where the leaver went, and remarks.',
    z.strictObject({ handOverId: HandOverId, destination: words.optional(), note: text.optional() }),
    Done,
  ),
  'handOver.follow': mutation(
    'Keeps the tie with the leaver: puts them on the map of the company they went to.',
    z.strictObject({
      handOverId: HandOverId,
      /** Null: a new account, called by the company. */
      accountId: AccountId.nullable(),
      title: words,
      organization: words,
      on: Day,
    }),
    z.object({ seatId: SeatId }),
  ),
  'handOver.close': mutation(
    'Ends a hand-over; null opens it again.',
    z.strictObject({ handOverId: HandOverId, on: Day.nullable() }),
    Done,
  ),
  'handOver.remove': mutation('Deletes a hand-over (a mistake).', z.strictObject({ handOverId: HandOverId }), Done),
  'handOverItem.assign': mutation(
    'Who inherits something, who of ours meets them, by when. With both, a task is made or moved.',
    z.strictObject({
      handOverItemId: HandOverItemId,
      successorId: PersonId.nullable().optional(),
      ownPersonId: PersonId.nullable().optional(),
      dueOn: Day.nullable().optional(),
      note: text.optional(),
      /** What the task is called; without it none is made. */
      taskTitle: words.optional(),
    }),
    Done,
  ),
  'handOverItem.finish': mutation(
    'Passed on; null takes that back.',
    z.strictObject({ handOverItemId: HandOverItemId, on: Day.nullable() }),
    Done,
  ),
} as const
