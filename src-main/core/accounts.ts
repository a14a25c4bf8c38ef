import type { AccountSummary, Done, ParsedInput } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import type { Organization } from '../../src-shared/model/account'
import type { AccountId, OrganizationId } from '../../src-shared/model/ids'
import type { ReadContext, WriteContext } from './context'
import type { Reader } from './db'
import { accountOf, named, organizationOf, personOf } from './lookup'

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

/** @throws AppError `not_found`, `name_empty`, `name_taken`, `parent_loop` */
export async function updateAccount(context: WriteContext, input: ParsedInput<'account.update'>): Promise<Done> {
  const { db } = context
  const { accountId, own, name: wanted, parentId, ...rest } = input
  const account = await accountOf(db, accountId)
  const name = wanted === undefined ? account.name : named(wanted)
  await assertFree(db, name, accountId)
  if (rest.ownerId) await personOf(db, rest.ownerId)
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
  if (parentId !== undefined) await updateOrganization(context, { organizationId: account.organizationId, parentId })
  return {}
}

/** Deletes an account with the people, seats and organizations that no other account has. @throws AppError `not_found` */
export async function removeAccount(context: WriteContext, { accountId }: ParsedInput<'account.remove'>): Promise<Done> {
  const { db } = context
  const account = await accountOf(db, accountId)
  context.step('account_remove', { name: account.name })
  const elsewhere = db.selectFrom('accountPerson').select('personId').where('accountId', '<>', accountId)
  const seatsElsewhere = db.selectFrom('accountSeat').select('seatId').where('accountId', '<>', accountId)
  const people = db.selectFrom('accountPerson').select('personId').where('accountId', '=', accountId)
  const seats = db.selectFrom('accountSeat').select('seatId').where('accountId', '=', accountId)
  const organizations = await db
    .selectFrom('seat')
    .select('organizationId as id')
    .where('id', 'in', seats)
    .union(db.selectFrom('account').select('organizationId as id').where('id', '=', accountId))
    .execute()
  await db.deleteFrom('person').where('id', 'in', people).where('id', 'not in', elsewhere).execute()
  await db.deleteFrom('seat').where('id', 'in', seats).where('id', 'not in', seatsElsewhere).execute()
  await db.deleteFrom('account').where('id', '=', accountId).execute()
  await db
    .withRecursive('used', (used) =>
      used
        .selectFrom('seat')
        .select('organizationId as id')
        .union(used.selectFrom('account').select('organizationId as id'))
        .union(
          used
            .selectFrom('organization')
            .innerJoin('used', 'used.id', 'organization.id')
            .select('organization.parentId as id')
            .where('organization.parentId', 'is not', null)
            .$narrowType<{ id: OrganizationId }>(),
        ),
    )
    .deleteFrom('organization')
    .where(
      'id',
      'in',
      organizations.map(({ id }) => id),
    )
    .where('id', 'not in', (used) => used.selectFrom('used').select('used.id'))
    .execute()
  return {}
}

/** @throws AppError `not_found`, `name_empty`, `parent_loop` where a company would be above itself */
export async function updateOrganization(context: WriteContext, input: ParsedInput<'organization.update'>): Promise<Done> {
  const { db } = context
  const { organizationId, name: wanted, ...rest } = input
  const organization = await organizationOf(db, organizationId)
  // Only the shipped "no organization named" has no name, and may keep none.
  const name = wanted === undefined || wanted === organization.name ? organization.name : named(wanted)
  if (rest.parentId) await assertNotBelow(db, organization, rest.parentId)
  context.step('organization_update', { name })
  await db
    .updateTable('organization')
    .set({ ...rest, name })
    .where('id', '=', organizationId)
    .execute()
  return {}
}

/** Refuses a parent that is the company itself or somewhere below it. @throws AppError `not_found`, `parent_loop` */
async function assertNotBelow(db: Reader, organization: Organization, parentId: OrganizationId): Promise<void> {
  const line: Organization[] = [organization]
  for (let id: OrganizationId | null = parentId; id !== null;) {
    const above: Organization = await organizationOf(db, id)
    if (above.id === organization.id) {
      throw new AppError('parent_loop', { names: [...line, above].map((each) => each.name).join(' → ') })
    }
    // Data that already holds a loop elsewhere must not keep us going round.
    if (line.some((each) => each.id === above.id)) return
    line.push(above)
    id = above.parentId
  }
}

async function assertFree(db: Reader, name: string, except: AccountId | null): Promise<void> {
  const other = await db.selectFrom('account').select('id').where('name', '=', name).executeTakeFirst()
  if (other && other.id !== except) throw new AppError('name_taken', { value: name })
}
