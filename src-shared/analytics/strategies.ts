import type { Day } from '../model/day'
import type { AccountGraph } from '../model/graph'
import type { OpportunityId, PersonId } from '../model/ids'
import { StrategyStatus } from '../model/scales'
import type { Strategy } from '../model/strategy'

/** How far we are with somebody: what stands worst of their strategies. */
export type StrategyState = 'none' | 'planned' | 'active' | 'overdue' | 'done'

/** Whether something is still to be done about it. */
export const isOpen = ({ status }: Pick<Strategy, 'status'>): boolean => status === 'planned' || status === 'active'

/** Open past the day it was due; on the day itself it still can be done. */
export const isOverdue = (strategy: Pick<Strategy, 'status' | 'dueOn'>, on: Day): boolean =>
  isOpen(strategy) && strategy.dueOn !== null && strategy.dueOn < on

/**
 * The strategies of an opportunity on a day, general ones included, by person: open ones first, the earlier due first. Without an
 * opportunity: all of the account. What was written down later does not exist yet.
 */
export function strategiesByPerson(
  graph: Pick<AccountGraph, 'strategies'>,
  opportunityId: OpportunityId | null,
  on: Day,
): ReadonlyMap<PersonId, readonly Strategy[]> {
  const inPlay = graph.strategies.filter(
    (strategy) =>
      strategy.madeOn <= on &&
      (opportunityId === null || strategy.opportunityId === null || strategy.opportunityId === opportunityId),
  )
  return Map.groupBy(inPlay.sort(byUrgency), ({ personId }) => personId)
}

/** Those whom an open strategy is about. */
export function peopleWithStrategy(
  graph: Pick<AccountGraph, 'strategies'>,
  opportunityId: OpportunityId | null,
  on: Day,
): ReadonlySet<PersonId> {
  return new Set([...strategiesByPerson(graph, opportunityId, on)].flatMap(([id, all]) => (all.some(isOpen) ? [id] : [])))
}

/** Overdue goes before active, active before planned, and what is open before what is done; a dropped one is none. */
export function strategyState(strategies: readonly Strategy[], on: Day): StrategyState {
  if (strategies.some((strategy) => isOverdue(strategy, on))) return 'overdue'
  const has = (status: StrategyStatus): boolean => strategies.some((strategy) => strategy.status === status)
  if (has('active')) return 'active'
  if (has('planned')) return 'planned'
  return has('done') ? 'done' : 'none'
}

function byUrgency(a: Strategy, b: Strategy): number {
  const rank = ({ status }: Strategy): number => (status === 'active' ? 0 : StrategyStatus.options.indexOf(status) + 1)
  const due = (strategy: Strategy): string => strategy.dueOn ?? '9999'
  return rank(a) - rank(b) || (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0)
}
