import { AppError } from '../../src-shared/errors'
import type { AccountId, OrganizationId } from '../../src-shared/model/ids'
import type { WriteContext } from '../core/context'
import type { Schema } from '../core/schema'
import type { Draft } from './draft'

/** The account that rows go into; `newCustomer` is its customer organization where both are only going to be made. */
export interface ChosenAccount {
  readonly account: Schema['account']
  readonly newCustomer: Schema['organization'] | null
}

/**
 * The account that an import names: by its exact name, then by id, else a new one of that name. Unnamed it is the only account
 * there is, or, in an empty workspace, a new one.
 *
 * @param newName what a new account is called when nobody named it
 * @throws AppError `account_needed` where several accounts could be meant
 */
export async function chooseAccount(context: WriteContext, draft: Draft, name: string, newName: string): Promise<ChosenAccount> {
  const accounts = await context.db.selectFrom('account').selectAll().orderBy('position').orderBy('id').execute()
  const known =
    name === ''
      ? accounts[0]
      : (accounts.find((account) => account.name === name) ?? accounts.find((account) => account.id === name))
  if (name === '' && accounts.length > 1)
    throw new AppError('account_needed', { words: accounts.map((account) => account.name).join(', ') })
  if (known) return { account: known, newCustomer: null }

  const called = name === '' ? newName : name
  const newCustomer = draft.create('organization', {
    id: context.newId<OrganizationId>(),
    name: called,
    kind: 'customer',
    parentId: null,
  })
  const account = draft.create('account', {
    id: context.newId<AccountId>(),
    name: called,
    organizationId: newCustomer.id,
    ownerId: null,
    class: null,
    lifecycle: 'acquisition',
    industry: '',
    position: Math.max(0, ...accounts.map(({ position }) => position)) + 1,
    own: '{}',
  })
  return { account, newCustomer }
}
