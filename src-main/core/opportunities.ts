import type { Done, ParsedInput } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import type { AccountId, DecisionRoleId, OpportunityId } from '../../src-shared/model/ids'
import type { WriteContext } from './context'
import type { Reader } from './db'
import { accountOf, assertOrder, missing, named, opportunityOf, seatName, seatOf } from './lookup'

/** @throws AppError `not_found`, `name_empty`, `name_taken` */
export async function createOpportunity(
  context: WriteContext,
  input: ParsedInput<'opportunity.create'>,
): Promise<{ opportunityId: OpportunityId }> {
  const { db } = context
  await accountOf(db, input.accountId)
  const name = named(input.name)
  await assertFree(db, input.accountId, name, null)
  context.step('opportunity_create', { name })
  const id = context.newId<OpportunityId>()
  const last = await db
    .selectFrom('opportunity')
    .select((of) => of.fn.max('position').as('position'))
    .where('accountId', '=', input.accountId)
    .executeTakeFirst()
  await db
    .insertInto('opportunity')
    .values({
      id,
      accountId: input.accountId,
      name,
      stage: input.stage ?? 1,
      amount: input.amount ?? null,
      currency: input.currency ?? '',
      openedOn: input.openedOn ?? null,
      expectedCloseOn: input.expectedCloseOn ?? null,
      switchedOffRoles: '[]',
      position: (last?.position ?? 0) + 1,
      own: '{}',
    })
    .execute()
  return { opportunityId: id }
}

/** @throws AppError `not_found`, `name_empty`, `name_taken` */
export async function updateOpportunity(context: WriteContext, input: ParsedInput<'opportunity.update'>): Promise<Done> {
  const { db } = context
  const { opportunityId, name: wanted, own, switchedOffRoles, ...rest } = input
  const opportunity = await opportunityOf(db, opportunityId)
  const name = wanted === undefined ? opportunity.name : named(wanted)
  await assertFree(db, opportunity.accountId, name, opportunityId)
  context.step('opportunity_update', { name })
  await db
    .updateTable('opportunity')
    .set({
      ...rest,
      name,
      ...(own && { own: JSON.stringify(own) }),
      ...(switchedOffRoles && { switchedOffRoles: JSON.stringify(switchedOffRoles) }),
    })
    .where('id', '=', opportunityId)
    .execute()
  return {}
}

/** @throws AppError `not_found` */
export async function removeOpportunity(
  context: WriteContext,
  { opportunityId }: ParsedInput<'opportunity.remove'>,
): Promise<Done> {
  const { name } = await opportunityOf(context.db, opportunityId)
  context.step('opportunity_remove', { name })
  await context.db.deleteFrom('opportunity').where('id', '=', opportunityId).execute()
  return {}
}

/** @throws AppError `not_found`, `role_taken` where the seat has the role already */
export async function assignRole(
  context: WriteContext,
  input: ParsedInput<'role.assign'>,
): Promise<{ decisionRoleId: DecisionRoleId }> {
  const { db } = context
  const { opportunityId, seatId, role, validFrom = null } = input
  await opportunityOf(db, opportunityId)
  await seatOf(db, seatId)
  const name = await seatName(db, seatId)
  const same = await db
    .selectFrom('decisionRole')
    .select('id')
    .where('opportunityId', '=', opportunityId)
    .where('seatId', '=', seatId)
    .where('role', '=', role)
    .where((is) => is.or([is('validTo', 'is', null), ...(validFrom === null ? [] : [is('validTo', '>', validFrom)])]))
    .executeTakeFirst()
  if (same) throw new AppError('role_taken', { name, role })
  context.step('role_assign', { name })
  const id = context.newId<DecisionRoleId>()
  await db
    .insertInto('decisionRole')
    .values({
      id,
      opportunityId,
      seatId,
      role,
      chains: JSON.stringify(input.chains ?? []),
      validFrom,
      validTo: null,
      recordedOn: input.on,
      own: '{}',
    })
    .execute()
  return { decisionRoleId: id }
}

/** @throws AppError `not_found`, `dates_reversed` */
export async function updateRole(context: WriteContext, input: ParsedInput<'role.update'>): Promise<Done> {
  const { decisionRoleId, chains, ...dates } = input
  const role = await roleOf(context, decisionRoleId)
  assertOrder(dates.validFrom ?? role.validFrom, dates.validTo ?? role.validTo)
  context.step('role_update', { name: await seatName(context.db, role.seatId) })
  await context.db
    .updateTable('decisionRole')
    .set({ ...dates, chains: chains ? JSON.stringify(chains) : role.chains })
    .where('id', '=', decisionRoleId)
    .execute()
  return {}
}

/** @throws AppError `not_found` */
export async function removeRole(context: WriteContext, { decisionRoleId }: ParsedInput<'role.remove'>): Promise<Done> {
  const role = await roleOf(context, decisionRoleId)
  context.step('role_remove', { name: await seatName(context.db, role.seatId) })
  await context.db.deleteFrom('decisionRole').where('id', '=', decisionRoleId).execute()
  return {}
}

async function roleOf({ db }: WriteContext, id: DecisionRoleId) {
  const role = await db.selectFrom('decisionRole').selectAll().where('id', '=', id).executeTakeFirst()
  return role ?? missing('role', id)
}

async function assertFree(db: Reader, accountId: AccountId, name: string, except: OpportunityId | null): Promise<void> {
  const other = await db
    .selectFrom('opportunity')
    .select('id')
    .where('accountId', '=', accountId)
    .where('name', '=', name)
    .executeTakeFirst()
  if (other && other.id !== except) throw new AppError('name_taken', { value: name })
}
