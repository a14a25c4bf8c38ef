import type { Output, ParsedInput } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import type { AccountId } from '../../src-shared/model/ids'
import type { QuickDocument } from '../../src-shared/quickEntry/document'
import { tellProblem } from '../../src-shared/quickEntry/problems'
import { applyQuickEntry } from '../import/quickEntry'
import { accountNamed, opportunityNamed, planText, readText } from '../import/readText'
import { createAccount } from './accounts'
import type { WriteContext } from './context'
import { opportunityOf, personOf } from './lookup'
import { workspaceInfo } from './workspace'

/**
 * Enters a text, read and matched anew inside the transaction: what somebody saw beside the text may be older than the map.
 *
 * @throws AppError `not_found`, `heading_missing` where neither the caller nor the text names an account, `quick_entry_refused` for the first line
 *   that holds an error, `choice_needed` for the first name that may mean several people; whatever the changes themselves throw
 */
export async function enterText(
  context: WriteContext,
  input: ParsedInput<'quickEntry.apply'>,
): Promise<Output<'quickEntry.apply'>> {
  const { on, opportunityId = null, authorId, choices = {} } = input
  if (opportunityId !== null) await opportunityOf(context.db, opportunityId)
  if (authorId) await personOf(context.db, authorId)
  const info = await workspaceInfo(context)
  const reading = await readText(context, input.text)
  const target = await targetOf(context, input.accountId, reading.document)
  const { plan, errors } = await planText(context, reading, target.accountId, on, { opportunityId, choices })
  const error = errors.find(({ code }) => code !== 'name_ambiguous')
  if (error) {
    const detail = tellProblem(error, input.language ?? info.language ?? 'en', info.method)
    throw new AppError('quick_entry_refused', { line: error.place.line, detail })
  }
  context.step('quick_entry')
  const accountId = target.accountId ?? (await createAccount(context, { name: target.name })).accountId
  const counts = await applyQuickEntry(context, accountId, plan, on, authorId === undefined ? info.me : authorId)
  const heading = reading.document.opportunity
  return {
    ...counts,
    accountId,
    opportunityId: heading ? await opportunityNamed(context, accountId, heading.text) : opportunityId,
  }
}

type Target = { readonly accountId: AccountId } | { readonly accountId: null; readonly name: string }

async function targetOf(context: WriteContext, given: AccountId | null, { account }: QuickDocument): Promise<Target> {
  if (given !== null) return { accountId: given }
  if (!account) throw new AppError('heading_missing', {})
  const accountId = await accountNamed(context, account.text)
  return accountId === null ? { accountId, name: account.text } : { accountId }
}
