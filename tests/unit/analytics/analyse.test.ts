import { expect, test } from 'vitest'
import { analyse, analyseDrill, internalNaming } from '../../../src-shared/analytics/analyse'
import { AnalyseResult, DrillResult } from '../../../src-shared/analytics/results'
import { OpportunityId } from '../../../src-shared/model/ids'
import { shippedMethod } from '../../../src-shared/model/method'
import { DEAL, GraphBuilder, TODAY, person } from './builder'
import { randomAccount } from './random'

/** Vitest types its matcher as any. */
const close = (figure: number): unknown => expect.closeTo(figure, 10)

const builder = (): GraphBuilder =>
  new GraphBuilder()
    .ours('o-1', { sourceId: 'O1', name: 'Wang' })
    .theirs('p-2', { sourceId: 'P2', name: 'Li' })
    .theirs('p-1', { sourceId: 'P1', name: 'Zhao' })
    .depth('o-1', 'p-2', 3)
    .tie('p-2', 'p-1', 'influences', 0.9)
    .role('p-1', 'user')
    .stance('p-1', 'supportive')

test('the shape of analyse, with imported ids', () => {
  const result = analyse(builder().graph(), DEAL, TODAY, shippedMethod)
  expect(AnalyseResult.parse(result)).toEqual(result)
  expect(Object.keys(result)).toEqual([
    'account',
    'opportunity',
    'asOf',
    'coverage',
    'support',
    'threading',
    'people',
    'ours',
    'findings',
  ])
  expect(result.people.find(({ id }) => id === 'P1')).toEqual({
    id: 'P1',
    name: 'Zhao',
    tier: 'manager',
    roles: ['user'],
    stance: 'supportive',
    political: null,
    opinion: 0.5,
    settledOpinion: 0.25,
    depth: 0,
    access: close(0.675),
    path: ['O1', 'P2', 'P1'],
    likelihood: close(0.15),
    // The only role holder leaves: coverage 2 · 0.25 of 15, settled 0.25.
    impact: close(100 * (0.4 * (0.5 / 15) + 0.3 * 0.125)),
    risk: close(15 * (0.4 * (0.5 / 15) + 0.3 * 0.125)),
    light: 'green',
  })
  expect(result.coverage?.roles[0]).toEqual({ role: 'user', weight: 2, value: 0.25, people: ['P1'], singleThreaded: false })
  expect(result.ours).toMatchObject([{ id: 'O1', name: 'Wang', share: 1 }])
  expect(result.findings[0]).toMatchObject({ code: 'role_empty', params: { role: 'technical-evaluator' } })
  const internal = analyse(builder().graph(), DEAL, TODAY, shippedMethod, { naming: internalNaming })
  expect(internal.people.map(({ id }) => id).sort()).toEqual(['p-1', 'p-2'])
})

test('without an opportunity role-bound figures are null', () => {
  const result = analyse(builder().graph(), null, TODAY, shippedMethod)
  expect(AnalyseResult.parse(result)).toEqual(result)
  expect(result).toMatchObject({ opportunity: null, coverage: null, support: null })
  expect(result.people.map(({ name, impact, risk, light, roles }) => [name, impact, risk, light, roles])).toEqual([
    ['Li', null, null, null, []],
    ['Zhao', null, null, null, []],
  ])
  expect(result.people[1]?.access).toBeCloseTo(0.675, 12)
})

test('the shape of drill, with imported ids', () => {
  const result = analyseDrill(builder().graph(), DEAL, [person('p-2')], TODAY, shippedMethod)
  expect(DrillResult.parse(result)).toEqual(result)
  expect(result).toMatchObject({
    asOf: TODAY,
    leaves: ['P2'],
    lost: { roles: [], reach: ['P1'], paths: [{ id: 'P1', before: ['O1', 'P2', 'P1'], after: [] }] },
    relief: 0.25,
  })
  expect(result.before.reach['P1']).toBeCloseTo(0.675, 12)
  expect(result.after.reach).toEqual({ P1: 0 })
  // Li counts 0 and held Zhao back; only access is lost.
  expect(result.impact).toBeCloseTo(30 * 0.675, 10)
})

test('nobody there: before everything began, and in an empty account', () => {
  const empty = analyse(new GraphBuilder().graph(), DEAL, TODAY, shippedMethod)
  expect(AnalyseResult.parse(empty)).toEqual(empty)
  expect(empty).toMatchObject({
    coverage: { score: 0 },
    support: null,
    threading: { ours: null, theirs: null },
    people: [],
    ours: [],
  })
})

test('an opportunity of another account is refused', () => {
  expect(() => analyse(builder().graph(), OpportunityId.parse('elsewhere'), TODAY, shippedMethod)).toThrow('elsewhere')
})

test('300 people are analysed well within the 100 ms that an edit has', () => {
  const graph = randomAccount(11, 300).graph()
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now()
    analyse(graph, DEAL, TODAY, shippedMethod)
    return performance.now() - start
  })
  expect(Math.min(...times)).toBeLessThan(100)
})
