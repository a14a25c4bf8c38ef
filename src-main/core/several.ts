import type { Done, ParsedInput } from '../../src-shared/contract'
import { holds, localDay } from '../../src-shared/model/day'
import type { SeatId } from '../../src-shared/model/ids'
import type { WriteContext } from './context'
import type { Reader } from './db'
import { recordJudgement } from './judgements'
import { memberOf, missing, opportunityOf, personOf, seatName } from './lookup'
import { assignRole, removeRole, updateRole } from './opportunities'
import { removePerson, updatePerson } from './people'
import { closeSeat, createSeat, removeSeat, updateSeat } from './seats'
import { createTie } from './ties'

/** Names of a step that its title has room for. */
const MOST_NAMES = 6

type NewSeat = Awaited<ReturnType<typeof createSeat>>

/** @throws AppError as `seat.create`, `role.assign`, `judgement.record` and `tie.create` do; `not_found` for a place not in the list */
export async function createSeats(context: WriteContext, input: ParsedInput<'seats.create'>): Promise<{ seats: NewSeat[] }> {
  const { accountId, opportunityId, people, ties, authorId, on } = input
  if (opportunityId !== null) await opportunityOf(context.db, opportunityId)
  if (authorId !== null) await personOf(context.db, authorId)
  context.step('seat_create', { name: listed(people.map(({ holder, title }) => holder?.name ?? title)) })
  const made: NewSeat[] = []
  for (const { superior, roles, stance, ...person } of people) {
    const known = typeof superior === 'string' ? superior : null
    const seat = await createSeat(context, { ...person, accountId, reportsToSeatId: known, on })
    made.push(seat)
    if (opportunityId === null) continue
    for (const role of roles) await assignRole(context, { opportunityId, seatId: seat.seatId, role, on })
    if (stance !== null && seat.personId !== null) {
      const about = { subjectId: seat.personId, authorId, opportunityId, madeOn: on }
      await recordJudgement(context, { ...about, kind: 'stance', value: stance })
    }
  }
  const at = (place: number) => made[place] ?? notInList(place)
  // Afterwards, since somebody may come before their superior in the list.
  for (const [place, { superior }] of people.entries()) {
    if (typeof superior !== 'number') continue
    await updateSeat(context, { seatId: at(place).seatId, reportsToSeatId: at(superior).seatId, on, correct: true })
  }
  for (const { from, to, ...tie } of ties) {
    const [fromPersonId, toPersonId] = [at(from).personId, at(to).personId]
    if (fromPersonId && toPersonId) await createTie(context, { ...tie, fromPersonId, toPersonId, on })
  }
  return { seats: made }
}

/** @throws AppError `not_found`, `reporting_loop` */
export async function updateSeats(context: WriteContext, input: ParsedInput<'seats.update'>): Promise<Done> {
  const { seatIds, ...changes } = input
  context.step('seat_update', { name: await namesOf(context.db, seatIds) })
  for (const seatId of seatIds) await updateSeat(context, { seatId, ...changes })
  return {}
}

/** @throws AppError `not_found`, `name_empty` */
export async function updateCard(context: WriteContext, input: ParsedInput<'card.update'>): Promise<Done> {
  const { person, seat, ...dated } = input
  if (person) await updatePerson(context, person)
  if (seat) await updateSeat(context, { ...seat, ...dated })
  return {}
}

/** @throws AppError `not_found`, `dates_reversed` */
export async function closeSeats(context: WriteContext, { seatIds, on }: ParsedInput<'seats.close'>): Promise<Done> {
  context.step('seat_close', { name: await namesOf(context.db, seatIds) })
  for (const seatId of seatIds) await closeSeat(context, { seatId, on })
  return {}
}

/** @throws AppError `not_found`, `seat_held`, `seat_was_held` */
export async function removeSeats(context: WriteContext, input: ParsedInput<'seats.remove'>): Promise<Done> {
  const { accountId, personIds, seatIds } = input
  const names: string[] = []
  for (const personId of personIds) names.push((await memberOf(context.db, accountId, personId)).name)
  for (const seatId of seatIds) names.push(await seatName(context.db, seatId))
  context.step('person_remove', { name: listed(names) })
  for (const personId of personIds) await removePerson(context, { accountId, personId, withSeats: true })
  for (const seatId of seatIds) await removeSeat(context, { seatId })
  return {}
}

/** Seats that have the role, or have it not, already stay as they are. @throws AppError `not_found`, `unknown_word` */
export async function setRole(context: WriteContext, input: ParsedInput<'role.set'>): Promise<Done> {
  const { db } = context
  const { opportunityId, seatIds, role, held, on } = input
  context.step(held ? 'role_assign' : 'role_remove', { name: await namesOf(db, seatIds) })
  const rows = await db
    .selectFrom('decisionRole')
    .select(['id', 'seatId', 'validFrom', 'validTo', 'recordedOn'])
    .where('opportunityId', '=', opportunityId)
    .where('role', '=', role)
    .where('seatId', 'in', seatIds)
    .execute()
  const now = rows.filter((row) => holds(row, on))
  if (held) {
    const without = seatIds.filter((seatId) => !now.some((row) => row.seatId === seatId))
    for (const seatId of without) await assignRole(context, { opportunityId, seatId, role, on })
    return {}
  }
  const today = localDay(context.now())
  for (const { id, validFrom, recordedOn } of now) {
    if (recordedOn === today || recordedOn === on || validFrom === on) await removeRole(context, { decisionRoleId: id })
    else await updateRole(context, { decisionRoleId: id, validTo: on })
  }
  return {}
}

/** @throws AppError `not_found`, `unknown_word`, `own_person_needed`, `wrong_side` */
export async function recordJudgements(context: WriteContext, input: ParsedInput<'judgements.record'>): Promise<Done> {
  const { subjectIds, ...judgement } = input
  const names: string[] = []
  for (const id of subjectIds) names.push((await personOf(context.db, id)).name)
  context.step('judgement_record', { name: listed(names) })
  for (const subjectId of subjectIds) await recordJudgement(context, { subjectId, ...judgement })
  return {}
}

async function namesOf(db: Reader, seatIds: readonly SeatId[]): Promise<string> {
  const names: string[] = []
  for (const seatId of seatIds) names.push(await seatName(db, seatId))
  return listed(names)
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ')
  return names.length > MOST_NAMES ? `${shown} … (${names.length})` : shown
}

function notInList(place: number): never {
  return missing('seat', String(place))
}
