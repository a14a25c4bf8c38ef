import type { ParsedInput } from '../../src-shared/contract'
import { publishedNaming } from '../../src-shared/analytics/analyse'
import { sinceDay } from '../../src-shared/analytics/changes'
import { AppError } from '../../src-shared/errors'
import { translator } from '../../src-shared/i18n/translate'
import type { AccountId, OpportunityId } from '../../src-shared/model/ids'
import { Language } from '../../src-shared/model/language'
import { profileOf } from '../../src-shared/model/redaction'
import type { ReportInput } from '../../src-shared/report/source'
import { personNamed } from '../core/analysis'
import type { ReadContext } from '../core/context'
import { loadGraph } from '../core/graph'
import { listTasks } from '../core/tasks'
import { workspaceInfo } from '../core/workspace'

/**
 * Loads what was asked for, unredacted; whoever draws or tells from it does so through its profile.
 *
 * @throws AppError `not_found` where the account, the opportunity or somebody who leaves is not there, `dates_reversed` for changes since a day that is not before
 * the map's
 */
export async function loadReportInput(context: ReadContext, input: ParsedInput<'export.preview'>): Promise<ReportInput> {
  const { accountId, opportunityId = null, asOf, since } = input
  if (since !== undefined && since >= asOf) throw new AppError('dates_reversed', { from: since, to: asOf })
  const info = await workspaceInfo(context)
  const language = input.language ?? info.language ?? Language.enum.en
  const profile = profileOf(input.redaction ?? 'internal')
  // How we look at them is not for those who may not see what we think.
  const lens = profile.stance ? (input.lens ?? null) : null
  const graph = await loadGraph(context, requiredAccount(accountId))
  const naming = publishedNaming(graph)
  return {
    graph,
    tasks: await listTasks(context, { accountId: graph.account.id, done: 0 }),
    method: info.method,
    language,
    medium: input.format === 'pptx' ? 'slides' : 'paper',
    t: translator(language, lens),
    on: asOf,
    opportunityId: requiredOpportunity(opportunityId, graph.opportunities),
    profile,
    drawing: input.drawing ?? 'role',
    layer: input.layer ?? 'roles',
    foldedUnits: new Set(input.foldedUnits),
    since: sinceDay(since, asOf),
    lens,
    leaves: (input.leaves ?? []).map((id) => personNamed(graph, naming, id)),
  }
}

function requiredAccount(id: AccountId | undefined): AccountId {
  if (id === undefined) throw new AppError('not_found', { kind: 'account', value: '' })
  return id
}

function requiredOpportunity(id: OpportunityId | null, known: readonly { readonly id: OpportunityId }[]): OpportunityId | null {
  if (id !== null && !known.some((opportunity) => opportunity.id === id))
    throw new AppError('not_found', { kind: 'opportunity', value: id })
  return id
}
