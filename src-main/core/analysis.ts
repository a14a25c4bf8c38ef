import type { Output, ParsedInput } from '../../src-shared/contract'
import { analyse, analyseDrill, analyseNextActions, type Naming, publishedNaming } from '../../src-shared/analytics/analyse'
import type { AccountGraph } from '../../src-shared/model/graph'
import type { OpportunityId, PersonId } from '../../src-shared/model/ids'
import type { ReadContext } from './context'
import { loadGraph } from './graph'
import { missing } from './lookup'
import { workspaceMethod } from './workspace'

/** Section 6 of domain.md for other programs, with imported ids. @throws AppError `not_found` */
export async function analyseAccount(
  context: ReadContext,
  input: ParsedInput<'analysis.account'>,
): Promise<Output<'analysis.account'>> {
  const graph = await loadGraph(context, input.accountId)
  if (input.opportunityId !== null) assertOpportunity(graph, input.opportunityId)
  return analyse(graph, input.opportunityId, input.asOf, await workspaceMethod(context.db))
}

/** What is lost when some people leave, theirs or ours, each named by imported or own id. @throws AppError `not_found` */
export async function drillAccount(
  context: ReadContext,
  input: ParsedInput<'analysis.drill'>,
): Promise<Output<'analysis.drill'>> {
  const graph = await loadGraph(context, input.accountId)
  assertOpportunity(graph, input.opportunityId)
  const naming = publishedNaming(graph)
  const leaves = input.leaves.map((id) => personNamed(graph, naming, id))
  return analyseDrill(graph, input.opportunityId, leaves, input.asOf, await workspaceMethod(context.db), naming)
}

/** What to do next about an opportunity, with imported ids. @throws AppError `not_found` */
export async function nextActionsOf(
  context: ReadContext,
  input: ParsedInput<'analysis.nextActions'>,
): Promise<Output<'analysis.nextActions'>> {
  const graph = await loadGraph(context, input.accountId)
  assertOpportunity(graph, input.opportunityId)
  return analyseNextActions(graph, input.opportunityId, input.asOf, await workspaceMethod(context.db))
}

function assertOpportunity(graph: AccountGraph, id: OpportunityId): void {
  if (!graph.opportunities.some((opportunity) => opportunity.id === id)) missing('opportunity', id)
}

/** Somebody by imported or own id. @throws AppError `not_found` */
export function personNamed(graph: AccountGraph, naming: Naming, id: string): PersonId {
  const person = graph.people.find((each) => naming.person(each.id) === id) ?? graph.people.find((each) => each.id === id)
  return person?.id ?? missing('person', id)
}
