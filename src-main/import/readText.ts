import type { Day } from '../../src-shared/model/day'
import type { AccountId, OpportunityId } from '../../src-shared/model/ids'
import { matchQuickEntry, type MatchOptions } from '../../src-shared/quickEntry/match'
import { plainName } from '../../src-shared/quickEntry/names'
import { parseQuickEntry, type Reading } from '../../src-shared/quickEntry/parse'
import type { QuickPlan } from '../../src-shared/quickEntry/plan'
import type { Problem } from '../../src-shared/quickEntry/problems'
import type { WriteContext } from '../core/context'
import { loadGraph } from '../core/graph'
import { listOurPeople } from '../core/people'
import { workspaceInfo } from '../core/workspace'

/** A text against the map as it is in this very transaction. */
export interface TextPlan {
  readonly plan: QuickPlan
  /** What keeps the text from being entered, in the order of the text. */
  readonly errors: readonly Problem[]
  /** What was understood in some way that somebody should look at, likewise. */
  readonly warnings: readonly Problem[]
}

/**
 * Plans what a text that was read does to an account.
 *
 * @param accountId null: an account yet to be made
 */
export async function planText(
  context: WriteContext,
  { document, problems }: Reading,
  accountId: AccountId | null,
  on: Day,
  options: Pick<MatchOptions, 'opportunityId' | 'choices'>,
): Promise<TextPlan> {
  const { me, method } = await workspaceInfo(context)
  const graph = accountId === null ? null : await loadGraph(context, accountId)
  const plan = matchQuickEntry(document, graph, on, { ...options, colleagues: await listOurPeople(context), me, method })
  const all = [...problems, ...plan.problems]
  return { plan, errors: problemsOf(all, 'error'), warnings: problemsOf(all, 'warning') }
}

/** Those of a severity, in the order of the text. */
export function problemsOf(problems: readonly Problem[], severity: Problem['severity']): Problem[] {
  return problems
    .filter((problem) => problem.severity === severity)
    .sort((a, b) => a.place.line - b.place.line || a.place.from - b.place.from)
}

/** Reads a text in the words of the workspace's method. */
export async function readText(context: WriteContext, text: string): Promise<Reading> {
  return parseQuickEntry(text, (await workspaceInfo(context)).method)
}

/** The account of a name, as it is written; null where there is none. */
export async function accountNamed({ db }: Pick<WriteContext, 'db'>, name: string): Promise<AccountId | null> {
  const account = await db.selectFrom('account').select('id').where('name', '=', name.trim()).executeTakeFirst()
  return account?.id ?? null
}

/** The opportunity of a name in an account, as matching found or made it. */
export async function opportunityNamed(
  { db }: Pick<WriteContext, 'db'>,
  accountId: AccountId,
  name: string,
): Promise<OpportunityId | null> {
  const all = await db.selectFrom('opportunity').select(['id', 'name']).where('accountId', '=', accountId).orderBy('id').execute()
  const found = all.find((each) => each.name === name) ?? all.find((each) => plainName(each.name) === plainName(name))
  return found?.id ?? null
}
