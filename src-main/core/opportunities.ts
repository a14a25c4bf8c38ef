import type { Done, ParsedInput } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import type { Dated, Day } from '../../src-shared/model/day'
import type { AccountId, DecisionRoleId, OpportunityId } from '../../src-shared/model/ids'
import type { DecisionRole } from '../../src-shared/model/opportunity'
import type { WriteContext } from './context'
import type { Reader } from './db'
import { accountOf, assertOrder, missing, named, opportunityOf, seatName, seatOn } from './lookup'
import { workspaceMethod } from './workspace'

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

/** @throws AppError `not_found`, `unknown_word` for a role the method has not, `role_taken` where the seat has it already */
export async function assignRole(
  context: WriteContext,
  input: ParsedInput<'role.assign'>,
): Promise<{ decisionRoleId: DecisionRoleId }> {
  const { db } = context
  const { opportunityId, seatId, role } = input
  const { accountId } = await opportunityOf(db, opportunityId)
  await seatOn(db, accountId, seatId)
  const known = (await workspaceMethod(db)).roles.map(({ key }) => key)
  if (!known.includes(role)) throw new AppError('unknown_word', { value: role, words: known.join(', ') })
  const earlier = await sameRoles(db, input)
  // Somebody who gets a role back cannot have had it since ever.
  const validFrom = input.validFrom ?? earlier.reduce<Day | null>((last, { validTo }) => latestDay(last, validTo), null)
  await assertNotTaken(db, earlier, { ...input, validFrom, validTo: null })
  context.step('role_assign', { name: await seatName(db, seatId) })
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

/** @throws AppError `not_found`, `dates_reversed`, `role_taken` */
export async function updateRole(context: WriteContext, input: ParsedInput<'role.update'>): Promise<Done> {
  const { db } = context
  const role = await roleOf(context, input.decisionRoleId)
  const { validFrom = role.validFrom, validTo = role.validTo } = input
  assertOrder(validFrom, validTo)
  const others = (await sameRoles(db, role)).filter((each) => each.id !== role.id)
  await assertNotTaken(db, others, { ...role, validFrom, validTo })
  context.step('role_update', { name: await seatName(db, role.seatId) })
  await db
    .updateTable('decisionRole')
    .set({ validFrom, validTo, chains: input.chains ? JSON.stringify(input.chains) : role.chains })
    .where('id', '=', role.id)
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

type RoleKey = Pick<DecisionRole, 'opportunityId' | 'seatId' | 'role'>

async function sameRoles(db: Reader, { opportunityId, seatId, role }: RoleKey) {
  return db
    .selectFrom('decisionRole')
    .select(['id', 'validFrom', 'validTo'])
    .where('opportunityId', '=', opportunityId)
    .where('seatId', '=', seatId)
    .where('role', '=', role)
    .execute()
}

/** @throws AppError `role_taken` where one of `others` holds on a day of the new one's */
async function assertNotTaken(db: Reader, others: readonly Dated[], wanted: RoleKey & Dated): Promise<void> {
  const taken = others.some((other) => isBefore(wanted.validFrom, other.validTo) && isBefore(other.validFrom, wanted.validTo))
  if (taken) throw new AppError('role_taken', { name: await seatName(db, wanted.seatId), role: wanted.role })
}

/** Whether a beginning (null: ever since) is before an end (null: open). */
const isBefore = (from: Day | null, to: Day | null): boolean => from === null || to === null || from < to
const latestDay = (a: Day | null, b: Day | null): Day | null => (a === null || (b !== null && b > a) ? b : a)

async function assertFree(db: Reader, accountId: AccountId, name: string, except: OpportunityId | null): Promise<void> {
  const other = await db
    .selectFrom('opportunity')
    .select('id')
    .where('accountId', '=', accountId)
    .where('name', '=', name)
    .executeTakeFirst()
  if (other && other.id !== except) throw new AppError('name_taken', { value: name })
}
