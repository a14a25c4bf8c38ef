import type { AccountSummary, Done, ParsedInput } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import type { AccountId, OrganizationId } from '../../src-shared/model/ids'
import type { ReadContext, WriteContext } from './context'
import type { Reader } from './db'
import { accountOf, missing, named } from './lookup'

/** Every account in order, each with its number of people and its opportunities. */
export async function listAccounts({ db }: Pick<ReadContext, 'db'>): Promise<AccountSummary[]> {
  const accounts = await db
    .selectFrom('account')
    .select(['id', 'name', 'class', 'lifecycle', 'industry'])
    .select((of) =>
      of
        .selectFrom('accountPerson')
        .select((count) => count.fn.countAll<number>().as('n'))
        .whereRef('accountPerson.accountId', '=', 'account.id')
        .as('people'),
    )
    .orderBy('position')
    .orderBy('id')
    .execute()
  const opportunities = await db
    .selectFrom('opportunity')
    .select(['id', 'accountId', 'name'])
    .orderBy('position')
    .orderBy('id')
    .execute()
  const byAccount = Map.groupBy(opportunities, (opportunity) => opportunity.accountId)
  return accounts.map((account) => ({
    ...account,
    people: account.people ?? 0,
    opportunities: (byAccount.get(account.id) ?? []).map(({ id, name }) => ({ id, name })),
  }))
}

/** A new account with its customer organization. @throws AppError `name_empty`, `name_taken` */
export async function createAccount(
  context: WriteContext,
  input: ParsedInput<'account.create'>,
): Promise<{ accountId: AccountId }> {
  const { db } = context
  const name = named(input.name)
  await assertFree(db, name, null)
  context.step('account_create', { name })
  const organizationId = context.newId<OrganizationId>()
  await db.insertInto('organization').values({ id: organizationId, name, kind: 'customer', parentId: null }).execute()
  const accountId = context.newId<AccountId>()
  const last = await db
    .selectFrom('account')
    .select((of) => of.fn.max('position').as('position'))
    .executeTakeFirst()
  await db
    .insertInto('account')
    .values({
      id: accountId,
      name,
      organizationId,
      ownerId: null,
      class: input.class ?? null,
      lifecycle: input.lifecycle ?? 'acquisition',
      industry: input.industry ?? '',
      position: (last?.position ?? 0) + 1,
      own: '{}',
    })
    .execute()
  return { accountId }
}

/** @throws AppError `not_found`, `name_empty`, `name_taken` */
export async function updateAccount(context: WriteContext, input: ParsedInput<'account.update'>): Promise<Done> {
  const { db } = context
  const { accountId, own, name: wanted, ...rest } = input
  const account = await accountOf(db, accountId)
  const name = wanted === undefined ? account.name : named(wanted)
  await assertFree(db, name, accountId)
  context.step('account_update', { name })
  await db
    .updateTable('account')
    .set({ ...rest, name, ...(own && { own: JSON.stringify(own) }) })
    .where('id', '=', accountId)
    .execute()
  // An account and its customer were named together; they stay so until somebody names them apart.
  await db
    .updateTable('organization')
    .set({ name })
    .where('id', '=', account.organizationId)
    .where('name', '=', account.name)
    .execute()
  return {}
}

/** Deletes an account, the people and seats that no other account has, and organizations that nobody sits in any more. */
export async function removeAccount(context: WriteContext, { accountId }: ParsedInput<'account.remove'>): Promise<Done> {
  const { db } = context
  const account = await accountOf(db, accountId)
  context.step('account_remove', { name: account.name })
  const elsewhere = db.selectFrom('accountPerson').select('personId').where('accountId', '<>', accountId)
  const seatsElsewhere = db.selectFrom('accountSeat').select('seatId').where('accountId', '<>', accountId)
  const people = db.selectFrom('accountPerson').select('personId').where('accountId', '=', accountId)
  const seats = db.selectFrom('accountSeat').select('seatId').where('accountId', '=', accountId)
  await db.deleteFrom('person').where('id', 'in', people).where('id', 'not in', elsewhere).execute()
  await db.deleteFrom('seat').where('id', 'in', seats).where('id', 'not in', seatsElsewhere).execute()
  await db.deleteFrom('account').where('id', '=', accountId).execute()
  await db
    .deleteFrom('organization')
    .where('id', 'not in', db.selectFrom('seat').select('organizationId'))
    .where('id', 'not in', db.selectFrom('account').select('organizationId'))
    .execute()
  return {}
}

/** @throws AppError `not_found`, `reporting_loop` where a company would be its own parent */
export async function updateOrganization(context: WriteContext, input: ParsedInput<'organization.update'>): Promise<Done> {
  const { db } = context
  const { organizationId, ...changes } = input
  const organizations = await db.selectFrom('organization').selectAll().execute()
  const byId = new Map(organizations.map((organization) => [organization.id, organization]))
  const organization = byId.get(organizationId) ?? missing('organization', organizationId)
  const line: string[] = [organization.name]
  for (
    let above = byId.get(input.parentId ?? organizationId);
    above && input.parentId;
    above = above.parentId ? byId.get(above.parentId) : undefined
  ) {
    line.push(above.name)
    if (above.id === organizationId) throw new AppError('reporting_loop', { names: line.join(' → ') })
  }
  context.step('organization_update', { name: changes.name ?? organization.name })
  await db.updateTable('organization').set(changes).where('id', '=', organizationId).execute()
  return {}
}

async function assertFree(db: Reader, name: string, except: AccountId | null): Promise<void> {
  const other = await db.selectFrom('account').select('id').where('name', '=', name).executeTakeFirst()
  if (other && other.id !== except) throw new AppError('name_taken', { value: name })
}
