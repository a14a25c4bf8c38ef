import { isDeepStrictEqual } from 'node:util'
import type { Done, ParsedInput } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import { type Day, holds, localDay } from '../../src-shared/model/day'
import type { AccountId, PersonId, SeatId, SeatStateId, TenureId } from '../../src-shared/model/ids'
import type { SeatState } from '../../src-shared/model/person'
import type { Side, TouchTier } from '../../src-shared/model/scales'
import type { WriteContext } from './context'
import type { Reader } from './db'
import {
  accountOf,
  assertOrder,
  memberOf,
  missing,
  named,
  organizationFor,
  personOf,
  seatName,
  seatOf,
  seatOn,
  seatTitle,
  unitFor,
} from './lookup'
import { createPerson, type NewPerson } from './people'
import { setPins } from './pins'
import { assertNoLoop } from './reportingLines'

/** @throws AppError `not_found`, `name_empty`, `other_side` */
export async function createSeat(
  context: WriteContext,
  input: ParsedInput<'seat.create'>,
): Promise<{ seatId: SeatId; personId: PersonId | null }> {
  const { db } = context
  const { accountId, side, holder } = input
  await accountOf(db, accountId)
  const reportsToSeatId = input.reportsToSeatId ?? null
  if (reportsToSeatId !== null) await seatOn(db, accountId, reportsToSeatId)
  context.step('seat_create', { name: holder ? await holderName(context, holder) : named(input.title) })
  const organizationId = await organizationFor(context, accountId, side, input.organization ?? '')
  const seatId = context.newId<SeatId>()
  const validity = { validFrom: input.validFrom ?? null, validTo: null, recordedOn: input.on }
  await db.insertInto('seat').values({ id: seatId, organizationId, own: '{}' }).execute()
  await db.insertInto('accountSeat').values({ accountId, seatId, side, sourceId: null }).execute()
  await db
    .insertInto('seatState')
    .values({
      id: context.newId<SeatStateId>(),
      seatId,
      title: input.title.trim(),
      unitId: await unitFor(context, organizationId, input.unit ?? ''),
      tier: input.tier ?? (await tierBelow(context, reportsToSeatId, input.on)),
      reportsToSeatId,
      ...validity,
    })
    .execute()
  const personId = holder ? await seatHolder(context, accountId, seatId, side, holder, validity) : null
  const nodeId = input.pin?.drawing === 'influence' ? personId : seatId
  if (input.pin && nodeId !== null) await setPins(context, { pins: [{ ...input.pin, accountId, nodeId }] })
  return { seatId, personId }
}

/** Dated: see `edit` of the contract. @throws AppError `not_found`, `reporting_loop` */
export async function updateSeat(context: WriteContext, input: ParsedInput<'seat.update'>): Promise<Done> {
  const { db } = context
  const { seatId, on } = input
  const seat = await seatOf(db, seatId)
  const states = await db.selectFrom('seatState').selectAll().where('seatId', '=', seatId).orderBy('validFrom').execute()
  const state =
    states.find((each) => holds(each, on)) ??
    states.find((each) => each.validFrom !== null && each.validFrom > on) ??
    states.at(-1)
  if (!state) return missing('seat', seatId)

  context.step('seat_update', { name: await seatName(db, seatId) })
  const next: SeatState = {
    ...state,
    title: input.title?.trim() ?? state.title,
    unitId: input.unit === undefined ? state.unitId : await unitFor(context, seat.organizationId, input.unit),
    tier: input.tier ?? state.tier,
    reportsToSeatId: input.reportsToSeatId === undefined ? state.reportsToSeatId : input.reportsToSeatId,
  }
  const today = localDay(context.now())
  const writtenToday = state.validFrom === on || state.recordedOn === today
  const inPlace = !holds(state, on) || state.validFrom === on || (input.correct ?? writtenToday)
  if (next.reportsToSeatId !== null && next.reportsToSeatId !== state.reportsToSeatId) {
    await assertSharesAccount(db, seatId, next.reportsToSeatId)
    await assertNoLoop(db, seatId, next.reportsToSeatId, inPlace ? state.validFrom : on, state.validTo)
  }
  // Nothing to write down: a new state would only cut the old one in two.
  if (isDeepStrictEqual(next, state)) return {}
  if (inPlace) {
    const { id, ...values } = next
    await db.updateTable('seatState').set(values).where('id', '=', id).execute()
  } else {
    await db.updateTable('seatState').set({ validTo: on }).where('id', '=', state.id).execute()
    await db
      .insertInto('seatState')
      .values({ ...next, id: context.newId<SeatStateId>(), validFrom: on, recordedOn: today })
      .execute()
  }
  return {}
}

/**
 * Ends a seat and whoever holds it. What would begin later never begins.
 * @throws AppError `not_found`, `dates_reversed` before its first day: then it never was (`removeSeat`)
 */
export async function closeSeat(context: WriteContext, { seatId, on }: ParsedInput<'seat.close'>): Promise<Done> {
  await seatOf(context.db, seatId)
  const first = await context.db
    .selectFrom('seatState')
    .select('validFrom')
    .where('seatId', '=', seatId)
    .orderBy('validFrom')
    .executeTakeFirst()
  assertOrder(first?.validFrom ?? null, on)
  context.step('seat_close', { name: await seatName(context.db, seatId) })
  for (const table of ['seatState', 'tenure', 'decisionRole'] as const) await endOn(context, table, seatId, on)
  return {}
}

/** @throws AppError `not_found`, `seat_held` while somebody holds it, `seat_was_held` once somebody did */
export async function removeSeat(context: WriteContext, { seatId }: ParsedInput<'seat.remove'>): Promise<Done> {
  const { db } = context
  await seatOf(db, seatId)
  const holder = await db
    .selectFrom('tenure')
    .innerJoin('person', 'person.id', 'tenure.personId')
    .select(['person.name', 'tenure.validTo'])
    .where('tenure.seatId', '=', seatId)
    .orderBy('tenure.validTo', (to) => to.asc().nullsFirst())
    .executeTakeFirst()
  const title = await seatTitle(db, seatId)
  if (holder) {
    const code = holder.validTo === null ? 'seat_held' : 'seat_was_held'
    throw new AppError(code, { name: holder.name, title })
  }
  context.step('seat_remove', { name: title })
  await db.deleteFrom('pin').where('nodeId', '=', seatId).execute()
  await db.deleteFrom('seat').where('id', '=', seatId).execute()
  return {}
}

/** @throws AppError `not_found`, `name_empty`, `seat_held`, `other_side` */
export async function fillSeat(context: WriteContext, input: ParsedInput<'seat.fill'>): Promise<{ personId: PersonId }> {
  const { db } = context
  const { accountId, seatId, holder, validFrom } = input
  const { side } = await seatOn(db, accountId, seatId)
  const held = await db
    .selectFrom('tenure')
    .innerJoin('person', 'person.id', 'tenure.personId')
    .select('person.name')
    .where('tenure.seatId', '=', seatId)
    .where((is) =>
      is.or([is('tenure.validTo', 'is', null), ...(validFrom === null ? [] : [is('tenure.validTo', '>', validFrom)])]),
    )
    .executeTakeFirst()
  if (held) throw new AppError('seat_held', { name: held.name, title: await seatTitle(db, seatId) })
  context.step('seat_fill', { name: await holderName(context, holder) })
  // Somebody who follows an earlier holder cannot have been there since ever.
  const last = await db
    .selectFrom('tenure')
    .select((of) => of.fn.max('validTo').as('validTo'))
    .where('seatId', '=', seatId)
    .executeTakeFirst()
  const validity = { validFrom: validFrom ?? last?.validTo ?? null, validTo: null, recordedOn: input.on }
  return { personId: await seatHolder(context, accountId, seatId, side, holder, validity) }
}

/** The seat stays, vacant. A tenure that would end before it began is taken back. @throws AppError `not_found` */
export async function vacateSeat(context: WriteContext, { seatId, on }: ParsedInput<'seat.vacate'>): Promise<Done> {
  await seatOf(context.db, seatId)
  context.step('seat_vacate', { name: await seatName(context.db, seatId) })
  await endOn(context, 'tenure', seatId, on)
  return {}
}

/** What a step calls a holder. @throws AppError `not_found`, `name_empty` */
async function holderName({ db }: WriteContext, holder: NewPerson | { personId: PersonId }): Promise<string> {
  return 'personId' in holder ? (await personOf(db, holder.personId)).name : named(holder.name)
}

/** @throws AppError `not_found`, `name_empty`, `other_side` where the account knows them on another side */
async function seatHolder(
  context: WriteContext,
  accountId: AccountId,
  seatId: SeatId,
  side: Side,
  holder: NewPerson | { personId: PersonId },
  validity: { validFrom: Day | null; validTo: Day | null; recordedOn: Day },
): Promise<PersonId> {
  const { db } = context
  const personId = 'personId' in holder ? (await personOf(db, holder.personId)).id : await createPerson(context, holder)
  await db
    .insertInto('accountPerson')
    .values({ accountId, personId, side, sourceId: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const member = await memberOf(db, accountId, personId)
  if (member.side !== side) throw new AppError('other_side', { name: member.name })
  await db
    .insertInto('tenure')
    .values({ id: context.newId<TenureId>(), personId, seatId, ...validity })
    .execute()
  return personId
}

async function endOn(
  { db }: WriteContext,
  table: 'seatState' | 'tenure' | 'decisionRole',
  seatId: SeatId,
  on: Day,
): Promise<void> {
  await db.deleteFrom(table).where('seatId', '=', seatId).where('validFrom', '>=', on).execute()
  await db
    .updateTable(table)
    .set({ validTo: on })
    .where('seatId', '=', seatId)
    .where((is) => is.or([is('validTo', 'is', null), is('validTo', '>', on)]))
    .execute()
}

/** Refuses a superior on none of the seat's maps. @throws AppError `not_found` */
async function assertSharesAccount(db: Reader, seatId: SeatId, superiorId: SeatId): Promise<void> {
  const shared = await db
    .selectFrom('accountSeat')
    .select('accountId')
    .where('seatId', '=', superiorId)
    .where('accountId', 'in', db.selectFrom('accountSeat').select('accountId').where('seatId', '=', seatId))
    .executeTakeFirst()
  if (!shared) missing('seat', superiorId)
}

/** A guess that saves typing: heads are executives, whoever reports to an executive is a manager, the rest operational. */
async function tierBelow({ db }: WriteContext, superior: SeatId | null, on: Day): Promise<TouchTier> {
  if (superior === null) return 'executive'
  const states = await db.selectFrom('seatState').selectAll().where('seatId', '=', superior).execute()
  const state = states.find((each) => holds(each, on)) ?? states.at(-1)
  return state?.tier === 'executive' ? 'manager' : 'operational'
}
