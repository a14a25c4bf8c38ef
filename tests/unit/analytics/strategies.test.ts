import { expect, test } from 'vitest'
import { peopleWithStrategy, strategiesByPerson, strategyState } from '../../../src-shared/analytics/strategies'
import { OpportunityId } from '../../../src-shared/model/ids'
import { DEAL, GraphBuilder, person, TODAY } from './builder'

test('what counts for a deal on a day, the most urgent first', () => {
  const graph = new GraphBuilder()
    .theirs('A')
    .strategy('A', { status: 'done', dueOn: '2026-01-01' })
    .strategy('A', { status: 'planned', dueOn: '2026-08-01', in: null })
    .strategy('A', { status: 'planned', dueOn: '2026-07-01' })
    .strategy('A', { status: 'active' })
    .strategy('A', { status: 'active', in: 'other' })
    .strategy('A', { status: 'active', madeOn: '2026-07-01' })
    .graph()
  const told = (id: OpportunityId | null) =>
    (strategiesByPerson(graph, id, TODAY).get(person('A')) ?? []).map(({ status, dueOn }) => [status, dueOn])
  expect(told(DEAL)).toEqual([
    ['active', null],
    ['planned', '2026-07-01'],
    ['planned', '2026-08-01'],
    ['done', '2026-01-01'],
  ])
  expect(told(null)).toHaveLength(5)
  expect(told(OpportunityId.parse('other'))).toEqual([
    ['active', null],
    ['planned', '2026-08-01'],
  ])
})

test('the state of somebody is the worst of their open strategies', () => {
  const state = (...options: Parameters<GraphBuilder['strategy']>[1][]) => {
    const builder = options.reduce<GraphBuilder>((all, each) => all.strategy('A', each), new GraphBuilder().theirs('A'))
    const graph = builder.graph()
    const open = peopleWithStrategy(graph, DEAL, TODAY).has(person('A'))
    return [strategyState(strategiesByPerson(graph, DEAL, TODAY).get(person('A')) ?? [], TODAY), open]
  }
  expect(state()).toEqual(['none', false])
  expect(state({ status: 'dropped' })).toEqual(['none', false])
  expect(state({ status: 'done', dueOn: '2026-01-01' })).toEqual(['done', false])
  expect(state({ status: 'planned' }, { status: 'done' })).toEqual(['planned', true])
  expect(state({ status: 'planned' }, { status: 'active', dueOn: TODAY })).toEqual(['active', true])
  expect(state({ status: 'planned', dueOn: '2026-06-29' }, { status: 'active' })).toEqual(['overdue', true])
})
