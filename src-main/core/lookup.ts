import { AppError } from '../../src-shared/errors'
import type { Day } from '../../src-shared/model/day'
import type { AccountId, OpportunityId, OrganizationId, OrgUnitId, PersonId, SeatId } from '../../src-shared/model/ids'
import type { OrganizationKind, Side } from '../../src-shared/model/scales'
import type { WriteContext } from './context'
import type { Reader } from './db'

/** Rows that a change names must be there. Each @throws AppError `not_found` naming what was asked for. */
export async function accountOf(db: Reader, id: AccountId) {
  const row = await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? missing('account', id)
}

export async function personOf(db: Reader, id: PersonId) {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? missing('person', id)
}

export async function seatOf(db: Reader, id: SeatId) {
  const row = await db.selectFrom('seat').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? missing('seat', id)
}

/** A seat on an account's map, with its side there. */
export async function seatOn(db: Reader, accountId: AccountId, id: SeatId) {
  const row = await db
    .selectFrom('accountSeat')
    .selectAll()
    .where('accountId', '=', accountId)
    .where('seatId', '=', id)
    .executeTakeFirst()
  if (row) return row
  await accountOf(db, accountId)
  return missing('seat', id)
}

/** A person on an account's map, with their name and their side there. */
export async function memberOf(db: Reader, accountId: AccountId, id: PersonId) {
  const row = await db
    .selectFrom('accountPerson')
    .innerJoin('person', 'person.id', 'accountPerson.personId')
    .select(['person.name', 'accountPerson.side'])
    .where('accountPerson.accountId', '=', accountId)
    .where('accountPerson.personId', '=', id)
    .executeTakeFirst()
  if (row) return row
  await accountOf(db, accountId)
  return missing('person', id)
}

export async function organizationOf(db: Reader, id: OrganizationId) {
  const row = await db.selectFrom('organization').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? missing('organization', id)
}

export async function opportunityOf(db: Reader, id: OpportunityId) {
  const row = await db.selectFrom('opportunity').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? missing('opportunity', id)
}

/** What a failure calls a thing: `model.entity.<kind>` of the language files. */
export type EntityKind =
  | 'account'
  | 'organization'
  | 'department'
  | 'person'
  | 'formerName'
  | 'seat'
  | 'tenure'
  | 'tie'
  | 'opportunity'
  | 'role'
  | 'judgement'
  | 'interaction'
  | 'signal'
  | 'strategy'
  | 'task'
  | 'changeEvent'
  | 'handOver'
  | 'alert'
  | 'step'

/** @throws AppError `not_found` */
export function missing(kind: EntityKind, value: string): never {
  throw new AppError('not_found', { kind, value })
}

/** How a seat is called in a step's name: its holder on a day, else its latest title. */
export async function seatName(db: Reader, seatId: SeatId): Promise<string> {
  const holder = await db
    .selectFrom('tenure')
    .innerJoin('person', 'person.id', 'tenure.personId')
    .select('person.name')
    .where('tenure.seatId', '=', seatId)
    .where('tenure.validTo', 'is', null)
    .executeTakeFirst()
  return holder ? holder.name : seatTitle(db, seatId)
}

/** The latest title of a seat. */
export async function seatTitle(db: Reader, seatId: SeatId): Promise<string> {
  const state = await db
    .selectFrom('seatState')
    .select('title')
    .where('seatId', '=', seatId)
    .orderBy('validFrom', 'desc')
    .executeTakeFirst()
  return state?.title ?? ''
}

/** @throws AppError `dates_reversed` unless `to` is after `from`. */
export function assertOrder(from: Day | null, to: Day | null): void {
  if (from !== null && to !== null && to <= from) throw new AppError('dates_reversed', { from, to })
}

/** @throws AppError `name_empty` where nothing but blanks is left. @returns the trimmed name. */
export function named(name: string): string {
  const trimmed = name.trim()
  if (trimmed === '') throw new AppError('name_empty', {})
  return trimmed
}

const kindOfSide: Record<Side, OrganizationKind> = { theirs: 'customer', ours: 'own', 'third-party': 'third-party' }
const kindsOfSide: Record<Side, readonly OrganizationKind[]> = {
  theirs: ['customer'],
  ours: ['own'],
  'third-party': ['third-party', 'partner', 'competitor'],
}

/**
 * The organization that a seat of a side belongs to: the customer itself, or one found by name among those of the side, or a new one.
 * A customer's further companies become its subsidiaries; an empty name of the other sides is "not named", one for the workspace.
 */
export async function organizationFor(
  context: WriteContext,
  accountId: AccountId,
  side: Side,
  name: string,
): Promise<OrganizationId> {
  const { db } = context
  const trimmed = name.trim()
  const account = await accountOf(db, accountId)
  if (side === 'theirs') {
    const customer = await db
      .selectFrom('organization')
      .select('name')
      .where('id', '=', account.organizationId)
      .executeTakeFirst()
    if (trimmed === '' || trimmed === customer?.name) return account.organizationId
  }
  const known = await db
    .selectFrom('organization')
    .select('id')
    .where('name', '=', trimmed)
    .where('kind', 'in', kindsOfSide[side])
    .orderBy('id')
    .executeTakeFirst()
  if (known) return known.id
  const id = context.newId<OrganizationId>()
  const parentId = side === 'theirs' ? account.organizationId : null
  await db.insertInto('organization').values({ id, name: trimmed, kind: kindOfSide[side], parentId }).execute()
  return id
}

/** The department of an organization at the end of a path `A/B`, made where new; null for an empty path. */
export async function unitFor(context: WriteContext, organizationId: OrganizationId, path: string): Promise<OrgUnitId | null> {
  const { db } = context
  let parentId: OrgUnitId | null = null
  for (const name of path.split('/').map((part) => part.trim())) {
    if (name === '') continue
    const known: { id: OrgUnitId } | undefined = await db
      .selectFrom('orgUnit')
      .select('id')
      .where('organizationId', '=', organizationId)
      .where('parentId', 'is', parentId)
      .where('name', '=', name)
      .orderBy('id')
      .executeTakeFirst()
    const id: OrgUnitId = known?.id ?? context.newId<OrgUnitId>()
    if (!known) await db.insertInto('orgUnit').values({ id, organizationId, parentId, name }).execute()
    parentId = id
  }
  return parentId
}
