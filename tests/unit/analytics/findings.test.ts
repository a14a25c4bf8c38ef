import { expect, test } from 'vitest'
import { type Finding, findings } from '../../../src-shared/analytics/findings'
import { threading } from '../../../src-shared/analytics/threading'
import { GraphBuilder } from './builder'

function found(builder: GraphBuilder, options: { in?: null } = {}): Finding[] {
  const evaluation = builder.evaluate(options.in === null ? { in: null } : {})
  return findings(evaluation, threading(evaluation.situation))
}

const only = (list: readonly Finding[], code: Finding['code']): Finding[] => list.filter((finding) => finding.code === code)

test('empty roles and no economic buyer', () => {
  const list = found(new GraphBuilder().theirs('U').role('U', 'user'))
  expect(only(list, 'role_empty').map(({ params }) => params['role'])).toEqual([
    'technical-evaluator',
    'influencer',
    'financial-controller',
    'economic-buyer',
  ])
  expect(only(list, 'role_empty')[3]?.params['weight']).toBe(5)
  expect(only(list, 'economic_buyer_none')).toHaveLength(1)
  const off = new GraphBuilder().opportunity('deal', ['economic-buyer']).theirs('U').role('U', 'user')
  expect(only(found(off), 'economic_buyer_none')).toEqual([])
})

test('two economic buyers', () => {
  const list = found(new GraphBuilder().theirs('A').theirs('B').role('A', 'economic-buyer').role('B', 'economic-buyer'))
  expect(only(list, 'economic_buyers_several')).toMatchObject([{ params: { count: 2 }, people: ['A', 'B'] }])
})

test('a single-threaded role names both ends', () => {
  const list = found(new GraphBuilder().ours('O1').theirs('U').role('U', 'user').depth('O1', 'U', 3))
  expect(only(list, 'single_threaded')).toEqual([
    {
      code: 'single_threaded',
      params: { role: 'user', person: 'U', own: 'O1', depth: 3 },
      people: ['U', 'O1'],
      seats: [],
      roles: ['user'],
    },
  ])
})

test('a vacant seat with a role, and someone in the chain nobody reaches', () => {
  const builder = new GraphBuilder().ours('O1').vacant('seat-V').role('seat-V', 'user').theirs('E').role('E', 'economic-buyer')
  expect(only(found(builder), 'seat_vacant')).toMatchObject([{ params: { role: 'user', title: 'seat-V' }, seats: ['seat-V'] }])
  expect(only(found(builder), 'unreachable')).toMatchObject([{ people: ['E'], params: { person: 'E', weight: 5 } }])
  expect(only(found(builder.depth('O1', 'E', 1)), 'unreachable')).toEqual([])
})

test('judgements that expired or lack evidence, where weight is high', () => {
  const builder = new GraphBuilder().ours('O1').theirs('E').role('E', 'economic-buyer').theirs('U').role('U', 'user')
  for (const id of ['E', 'U']) {
    builder.stance(id, 'coach', { on: '2026-01-01', expires: '2026-06-20' }).depth('O1', id, 3)
  }
  expect(only(found(builder), 'judgement_expired')).toMatchObject([
    { people: ['E'], params: { kind: 'stance', value: 'coach', days: 10 } },
  ])
  expect(only(found(builder), 'judgement_unevidenced')).toMatchObject([{ people: ['E'], params: { kind: 'depth' } }])
  builder.stance('E', 'supportive', { evidence: 'said so in the meeting' })
  expect(only(found(builder), 'judgement_expired')).toEqual([])
  expect(only(found(builder), 'judgement_unevidenced')).toHaveLength(1)
})

test('a key person without contact past cadence', () => {
  const builder = new GraphBuilder()
    .ours('O1')
    .theirs('E')
    .role('E', 'economic-buyer')
    .theirs('F')
    .role('F', 'financial-controller')
  builder.met('2026-05-30', 'O1', 'E')
  expect(only(found(builder), 'contact_overdue')).toMatchObject([{ people: ['E'], params: { days: 31, cadence: 30 } }])
  expect(only(found(builder), 'contact_never')).toMatchObject([{ people: ['F'] }])
})

test('dependence, tiers without engagement, and inner-circle opponents are of the account, too', () => {
  const builder = new GraphBuilder().ours('O1').ours('O2').theirs('A').theirs('B').theirs('X', { tier: 'executive' })
  builder.depth('O1', 'A', 4).depth('O2', 'B', 1).stance('X', 'opponent').political('X', 'inner').met('2026-06-20', 'O1', 'A')
  const list = found(builder, { in: null })
  expect(list.map(({ code }) => code)).toEqual(['inner_opponent', 'dependence_ours', 'dependence_theirs', 'tier_unengaged'])
  expect(list[1]).toMatchObject({ people: ['O1'], params: { person: 'O1' } })
  expect(list[1]?.params['h']).toBeCloseTo((0.95 ** 2 + 0.25 ** 2) / 1.2 ** 2, 12)
  expect(list[3]?.params).toEqual({ tier: 'executive', cadence: 90 })
})

test('an inner-circle opponent whom an open strategy is about, here or in general, is no finding', () => {
  const opponent = (strategy?: Parameters<GraphBuilder['strategy']>[1]) => {
    const builder = new GraphBuilder().theirs('X').stance('X', 'opponent').political('X', 'inner')
    if (strategy) builder.strategy('X', strategy)
    return only(found(builder), 'inner_opponent').length
  }
  expect(opponent()).toBe(1)
  expect(opponent({ status: 'planned' })).toBe(0)
  expect(opponent({ status: 'active', in: null })).toBe(0)
  expect(opponent({ status: 'active', in: 'other' })).toBe(1)
  expect(opponent({ status: 'done' })).toBe(1)
  expect(opponent({ status: 'dropped' })).toBe(1)
  // What is written down later does not exist yet.
  expect(opponent({ status: 'active', madeOn: '2026-07-01' })).toBe(1)
})
