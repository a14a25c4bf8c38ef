import type { ListedChange, Output, ParsedInput } from '../../src-shared/contract'
import type { OwnFields } from '../../src-shared/model/account'
import { localDay } from '../../src-shared/model/day'
import type { ChangeEventId, PersonId, SeatId } from '../../src-shared/model/ids'
import type { ReadContext, WriteContext } from './context'
import { ownJson } from './json'
import { accountOf, memberOf, personOf, seatName } from './lookup'
import { movePerson } from './moves'
import { sendAway } from './people'
import { createSeat, fillSeat, updateSeat } from './seats'
import { settleSignal } from './signals'

type Asked = ParsedInput<'change.record'>
interface Happened {
  readonly personId: PersonId | null
  readonly seatId: SeatId | null
}

/** @throws AppError `not_found` */
export async function listChanges({ db }: ReadContext, { accountId }: ParsedInput<'change.list'>): Promise<ListedChange[]> {
  await accountOf(db, accountId)
  const rows = await db
    .selectFrom('changeEvent')
    .leftJoin('person', 'person.id', 'changeEvent.personId')
    .selectAll('changeEvent')
    .select('person.name as personName')
    .select((of) =>
      of
        .selectFrom('seatState')
        .select('seatState.title')
        .whereRef('seatState.seatId', '=', 'changeEvent.seatId')
        .orderBy('seatState.validFrom', 'desc')
        .limit(1)
        .as('title'),
    )
    .where('changeEvent.accountId', '=', accountId)
    .orderBy('changeEvent.happenedOn', 'desc')
    .orderBy('changeEvent.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, own: ownJson<OwnFields>(row.own) }))
}

/**
 * Carries out what was confirmed, and keeps the event and the hint it came from: one step.
 *
 * @throws AppError `not_found`, `not_there`, `not_in_seat`, `seat_held`, `seat_kept`, `other_side`, `name_empty`, `dates_reversed`
 */
export async function recordChange(context: WriteContext, input: Asked): Promise<Output<'change.record'>> {
  await accountOf(context.db, input.accountId)
  context.step(`change_${input.kind}`, { name: await whom(context, input) })
  if (input.signalId) await settleSignal(context, input.signalId, input.on)
  const happened = await carryOut(context, input)
  const changeEventId = await keepEvent(context, input, happened)
  for (const personId of alsoGone(input)) await keepEvent(context, input, { personId, seatId: null })
  return { changeEventId, ...happened }
}

async function keepEvent(context: WriteContext, input: Asked, { personId, seatId }: Happened): Promise<ChangeEventId> {
  const id = context.newId<ChangeEventId>()
  await context.db
    .insertInto('changeEvent')
    .values({
      id,
      accountId: input.accountId,
      kind: input.kind,
      personId,
      seatId,
      happenedOn: input.on,
      note: input.note ?? '',
      signalId: input.signalId ?? null,
      recordedOn: localDay(context.now()),
      own: '{}',
    })
    .execute()
  return id
}

/** Who leaves together with the person a departure is about. */
function alsoGone(input: Asked): readonly PersonId[] {
  if (input.kind !== 'left' && input.kind !== 'retired') return []
  return [...new Set(input.alsoIds)].filter((id) => id !== input.personId)
}

async function whom({ db }: WriteContext, input: Asked): Promise<string> {
  switch (input.kind) {
    case 'joined':
      return 'personId' in input.holder ? (await personOf(db, input.holder.personId)).name : input.holder.name
    case 'reorganised':
      return seatName(db, input.seatId)
    default:
      return (await memberOf(db, input.accountId, input.personId)).name
  }
}

async function carryOut(context: WriteContext, input: Asked): Promise<Happened> {
  const { accountId, on } = input
  switch (input.kind) {
    case 'joined': {
      const { holder, to } = input
      if ('seatId' in to) {
        const { personId } = await fillSeat(context, { accountId, seatId: to.seatId, holder, validFrom: on, on })
        return { personId, seatId: to.seatId }
      }
      return createSeat(context, { ...to, accountId, side: 'theirs', holder, validFrom: on, on })
    }
    case 'left':
    case 'retired':
      await sendAway(context, { accountId, personIds: [input.personId, ...alsoGone(input)], on })
      return { personId: input.personId, seatId: null }
    case 'transferred':
    case 'promoted': {
      const { personId, fromSeatId, to } = input
      const { seatId } = await movePerson(context, { personId, fromSeatId, accountId, to, on })
      return { personId, seatId }
    }
    case 'reorganised': {
      const { seatId, unit, title, reportsToSeatId } = input
      await updateSeat(context, { seatId, unit, title, reportsToSeatId, on })
      return { personId: null, seatId }
    }
    default:
      return input satisfies never
  }
}
