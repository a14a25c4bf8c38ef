import type { Done, Output, ParsedInput } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import { addDays, holds } from '../../src-shared/model/day'
import type { AccountId, PersonId, SeatId } from '../../src-shared/model/ids'
import type { Person } from '../../src-shared/model/person'
import { collator } from '../../src-shared/search/collation'
import type { ReadContext, WriteContext } from './context'
import type { Writer } from './db'
import { memberOf, named, personOf } from './lookup'

/** A person to be: a name and whatever else is known, absent or undefined alike. */
export type NewPerson = Pick<Person, 'name'> & { [K in keyof Omit<Person, 'id' | 'name'>]?: Person[K] | undefined }

/** Writes a person of an open step. @throws AppError `name_empty` */
export async function createPerson(context: WriteContext, person: NewPerson): Promise<PersonId> {
  const id = context.newId<PersonId>()
  await context.db
    .insertInto('person')
    .values({
      id,
      name: named(person.name),
      latinName: person.latinName ?? '',
      email: person.email ?? '',
      phone: person.phone ?? '',
      note: person.note ?? '',
      secrecy: person.secrecy ?? 'open',
      noteSecrecy: person.noteSecrecy ?? 'open',
      own: JSON.stringify(person.own ?? {}),
    })
    .execute()
  return id
}

/** @throws AppError `not_found`, `name_empty` */
export async function updatePerson(context: WriteContext, input: ParsedInput<'person.update'>): Promise<Done> {
  const { db } = context
  const { personId, own, name, ...rest } = input
  const person = await personOf(db, personId)
  const renamed = name === undefined ? person.name : named(name)
  context.step('person_update', { name: renamed })
  await db
    .updateTable('person')
    .set({ ...rest, name: renamed, ...(own && { own: JSON.stringify(own) }) })
    .where('id', '=', personId)
    .execute()
  return {}
}

/**
 * Takes a person off an account; deleted altogether, with ties and judgements, when no other account has them. Seats go with them
 * where nobody else ever held them. @throws AppError `not_found`
 */
export async function removePerson(context: WriteContext, input: ParsedInput<'person.remove'>): Promise<Done> {
  const { db } = context
  const { accountId, personId, withSeats } = input
  const person = await memberOf(db, accountId, personId)
  context.step('person_remove', { name: person.name })
  const held = await db.selectFrom('tenure').select('seatId').distinct().where('personId', '=', personId).execute()
  const others = await db.selectFrom('tenure').select('seatId').distinct().where('personId', '<>', personId).execute()
  const shared = new Set(others.map((row) => row.seatId))
  const theirsAlone = held.map((row) => row.seatId).filter((id) => !shared.has(id))
  await db.deleteFrom('accountPerson').where('accountId', '=', accountId).where('personId', '=', personId).execute()
  const elsewhere = await db.selectFrom('accountPerson').select('accountId').where('personId', '=', personId).executeTakeFirst()
  if (elsewhere) await forgetOnAccount(db, accountId, personId)
  else await db.deleteFrom('person').where('id', '=', personId).execute()
  await db.deleteFrom('pin').where('accountId', '=', accountId).where('nodeId', '=', personId).execute()
  if (withSeats) await removeSeatsFrom(db, accountId, theirsAlone)
  return {}
}

/**
 * Some people leave an account on a day, as one step: their tenures there end, what would begin later never begins, and the seats
 * stay, vacant. @throws AppError `not_found`, `not_there` for somebody who holds no seat there on the day before
 */
export async function sendAway(context: WriteContext, input: ParsedInput<'person.leave'>): Promise<Done> {
  const { db } = context
  const { accountId, personIds, on } = input
  const held = await db
    .selectFrom('tenure')
    .innerJoin('accountSeat', 'accountSeat.seatId', 'tenure.seatId')
    .select(['tenure.id', 'tenure.personId', 'tenure.validFrom', 'tenure.validTo'])
    .where('accountSeat.accountId', '=', accountId)
    .where('tenure.personId', 'in', personIds)
    .execute()
  const names: string[] = []
  const eve = addDays(on, -1)
  for (const id of personIds) {
    const { name } = await memberOf(db, accountId, id)
    const there = held.some((tenure) => tenure.personId === id && holds(tenure, eve))
    if (!there) throw new AppError('not_there', { name, day: on })
    names.push(name)
  }
  context.step('person_leave', { name: names.join(', ') })
  const later = held.filter(({ validFrom }) => validFrom !== null && validFrom >= on).map(({ id }) => id)
  const present = held.filter((tenure) => holds(tenure, eve)).map(({ id }) => id)
  await db.deleteFrom('tenure').where('id', 'in', later).execute()
  await db.updateTable('tenure').set({ validTo: on }).where('id', 'in', present).execute()
  return {}
}

/** What an account's own records say of somebody who stays on other accounts. */
async function forgetOnAccount(db: Writer, accountId: AccountId, personId: PersonId): Promise<void> {
  const interactions = db.selectFrom('interaction').select('id').where('accountId', '=', accountId)
  const opportunities = db.selectFrom('opportunity').select('id').where('accountId', '=', accountId)
  await db.deleteFrom('signal').where('accountId', '=', accountId).where('personId', '=', personId).execute()
  await db.deleteFrom('interactionPerson').where('interactionId', 'in', interactions).where('personId', '=', personId).execute()
  for (const table of ['strategy', 'task'] as const) {
    await db
      .updateTable(table)
      .set({ ownerId: null })
      .where('accountId', '=', accountId)
      .where('ownerId', '=', personId)
      .execute()
  }
  await db.deleteFrom('strategy').where('accountId', '=', accountId).where('personId', '=', personId).execute()
  await db
    .updateTable('task')
    .set({ personId: null })
    .where('accountId', '=', accountId)
    .where('personId', '=', personId)
    .execute()
  await db.deleteFrom('judgement').where('opportunityId', 'in', opportunities).where('subjectId', '=', personId).execute()
  await db
    .deleteFrom('targetDepth')
    .where('accountId', '=', accountId)
    .where((is) => is.or([is('ownPersonId', '=', personId), is('subjectId', '=', personId)]))
    .execute()
}

/** Takes seats off an account, with their roles there, and deletes those that are then on none. */
async function removeSeatsFrom(db: Writer, accountId: AccountId, seatIds: readonly SeatId[]): Promise<void> {
  const opportunities = db.selectFrom('opportunity').select('id').where('accountId', '=', accountId)
  await db.deleteFrom('pin').where('accountId', '=', accountId).where('nodeId', 'in', seatIds).execute()
  await db.deleteFrom('decisionRole').where('opportunityId', 'in', opportunities).where('seatId', 'in', seatIds).execute()
  await db.deleteFrom('accountSeat').where('accountId', '=', accountId).where('seatId', 'in', seatIds).execute()
  await db
    .deleteFrom('seat')
    .where('id', 'in', seatIds)
    .where('id', 'not in', db.selectFrom('accountSeat').select('seatId'))
    .execute()
}

/** All of our people, by name, with the title of their present seat. */
export async function listOurPeople({ db }: ReadContext): Promise<Output<'people.ours'>> {
  const rows = await db
    .selectFrom('accountPerson')
    .innerJoin('person', 'person.id', 'accountPerson.personId')
    .leftJoin('tenure', (join) => join.onRef('tenure.personId', '=', 'person.id').on('tenure.validTo', 'is', null))
    .leftJoin('seatState', (join) => join.onRef('seatState.seatId', '=', 'tenure.seatId').on('seatState.validTo', 'is', null))
    .select(['person.id', 'person.name', 'seatState.title'])
    .where('accountPerson.side', '=', 'ours')
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
  const byId = new Map(rows.map((row) => [row.id, { id: row.id, name: row.name, title: row.title ?? '' }]))
  return [...byId.values()].sort((a, b) => collator.compare(a.name, b.name))
}
