import type { Output, ParsedInput } from '../../src-shared/contract'
import { analyse, analyseDrill, type Naming, publishedNaming } from '../../src-shared/analytics/analyse'
import type { AccountGraph } from '../../src-shared/model/graph'
import type { PersonId } from '../../src-shared/model/ids'
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
  return analyse(graph, input.opportunityId, input.asOf, await workspaceMethod(context.db))
}

/** What is lost when some people leave, theirs or ours, each named by imported or own id. @throws AppError `not_found` */
export async function drillAccount(
  context: ReadContext,
  input: ParsedInput<'analysis.drill'>,
): Promise<Output<'analysis.drill'>> {
  const graph = await loadGraph(context, input.accountId)
  const naming = publishedNaming(graph)
  const leaves = input.leaves.map((id) => personNamed(graph, naming, id))
  return analyseDrill(graph, input.opportunityId, leaves, input.asOf, await workspaceMethod(context.db), naming)
}

function personNamed(graph: AccountGraph, naming: Naming, id: string): PersonId {
  const person = graph.people.find((each) => naming.person(each.id) === id) ?? graph.people.find((each) => each.id === id)
  return person?.id ?? missing('person', id)
}
