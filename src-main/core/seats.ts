import type { Done, ParsedInput } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import { type Day, holds, localDay } from '../../src-shared/model/day'
import type { AccountId, PersonId, SeatId, SeatStateId, TenureId } from '../../src-shared/model/ids'
import type { SeatState } from '../../src-shared/model/person'
import type { Side, TouchTier } from '../../src-shared/model/scales'
import type { WriteContext } from './context'
import { accountOf, assertOrder, missing, organizationFor, personOf, seatName, seatOf, unitFor } from './lookup'
import { createPerson, type NewPerson } from './people'
import { assertNoLoop } from './reportingLines'

/** @throws AppError `not_found`, `name_empty` */
export async function createSeat(
  context: WriteContext,
  input: ParsedInput<'seat.create'>,
): Promise<{ seatId: SeatId; personId: PersonId | null }> {
  const { db } = context
  const { accountId, side, holder } = input
  await accountOf(db, accountId)
  context.step('seat_create', { name: holder && 'name' in holder ? holder.name : input.title })
  const organizationId = await organizationFor(context, accountId, side, input.organization ?? '')
  const seatId = context.newId<SeatId>()
  const validity = { validFrom: input.validFrom ?? null, validTo: null, recordedOn: input.on }
  await db.insertInto('seat').values({ id: seatId, organizationId }).execute()
  await db.insertInto('accountSeat').values({ accountId, seatId, side, sourceId: null }).execute()
  const reportsToSeatId = input.reportsToSeatId ?? null
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
  if (next.reportsToSeatId !== null) {
    await assertNoLoop(db, seatId, next.reportsToSeatId, inPlace ? state.validFrom : on, state.validTo)
  }
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

/** Ends a seat and whoever holds it. What would begin later never begins. @throws AppError `not_found` */
export async function closeSeat(context: WriteContext, { seatId, on }: ParsedInput<'seat.close'>): Promise<Done> {
  await seatOf(context.db, seatId)
  context.step('seat_close', { name: await seatName(context.db, seatId) })
  for (const table of ['seatState', 'tenure', 'decisionRole'] as const) await endOn(context, table, seatId, on)
  return {}
}

/** @throws AppError `not_found`, `seat_held` while somebody holds or held it */
export async function removeSeat(context: WriteContext, { seatId }: ParsedInput<'seat.remove'>): Promise<Done> {
  const { db } = context
  await seatOf(db, seatId)
  const holder = await db
    .selectFrom('tenure')
    .innerJoin('person', 'person.id', 'tenure.personId')
    .select('person.name')
    .where('tenure.seatId', '=', seatId)
    .executeTakeFirst()
  const state = await db.selectFrom('seatState').select('title').where('seatId', '=', seatId).executeTakeFirst()
  if (holder) throw new AppError('seat_held', { name: holder.name, title: state?.title ?? '' })
  context.step('seat_remove', { name: state?.title ?? '' })
  await db.deleteFrom('pin').where('nodeId', '=', seatId).execute()
  await db.deleteFrom('seat').where('id', '=', seatId).execute()
  return {}
}

/** @throws AppError `not_found`, `name_empty`, `seat_held` */
export async function fillSeat(context: WriteContext, input: ParsedInput<'seat.fill'>): Promise<{ personId: PersonId }> {
  const { db } = context
  const { accountId, seatId, holder, validFrom } = input
  const membership = await db
    .selectFrom('accountSeat')
    .select('side')
    .where('accountId', '=', accountId)
    .where('seatId', '=', seatId)
    .executeTakeFirst()
  if (!membership) return missing('seat', seatId)
  const held = await db
    .selectFrom('tenure')
    .innerJoin('person', 'person.id', 'tenure.personId')
    .select('person.name')
    .where('tenure.seatId', '=', seatId)
    .where((is) =>
      is.or([is('tenure.validTo', 'is', null), ...(validFrom === null ? [] : [is('tenure.validTo', '>', validFrom)])]),
    )
    .executeTakeFirst()
  if (held) throw new AppError('seat_held', { name: held.name, title: await seatName(db, seatId) })
  const name = 'name' in holder ? holder.name : (await personOf(db, holder.personId)).name
  context.step('seat_fill', { name })
  // Somebody who follows an earlier holder cannot have been there since ever.
  const last = await db
    .selectFrom('tenure')
    .select((of) => of.fn.max('validTo').as('validTo'))
    .where('seatId', '=', seatId)
    .executeTakeFirst()
  const validity = { validFrom: validFrom ?? last?.validTo ?? null, validTo: null, recordedOn: input.on }
  return { personId: await seatHolder(context, accountId, seatId, membership.side, holder, validity) }
}

/** The seat stays, vacant. A tenure that would end before it began is taken back. @throws AppError `not_found` */
export async function vacateSeat(context: WriteContext, { seatId, on }: ParsedInput<'seat.vacate'>): Promise<Done> {
  await seatOf(context.db, seatId)
  context.step('seat_vacate', { name: await seatName(context.db, seatId) })
  await endOn(context, 'tenure', seatId, on)
  return {}
}

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
  assertOrder(validity.validFrom, validity.validTo)
  await db
    .insertInto('accountPerson')
    .values({ accountId, personId, side, sourceId: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
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

/** A guess that saves typing: heads are executives, whoever reports to an executive is a manager, the rest operational. */
async function tierBelow({ db }: WriteContext, superior: SeatId | null, on: Day): Promise<TouchTier> {
  if (superior === null) return 'executive'
  const states = await db.selectFrom('seatState').selectAll().where('seatId', '=', superior).execute()
  const state = states.find((each) => holds(each, on)) ?? states.at(-1)
  return state?.tier === 'executive' ? 'manager' : 'operational'
}
