import { expect, test } from 'vitest'
import { departureLosses, everyDrill } from '../../../src-shared/analytics/departures'
import { drill } from '../../../src-shared/analytics/drill'
import { analyse } from '../../../src-shared/analytics/analyse'
import { shippedMethod } from '../../../src-shared/model/method'
import { DEAL, GraphBuilder, TODAY, person } from './builder'
import { randomAccount } from './random'

/** A sole coach in the IT seat, whom all others are reached through. */
function soleCoach(): GraphBuilder {
  const builder = new GraphBuilder().ours('O1').ours('O2')
  for (const [id, role] of [
    ['IT', 'technical-evaluator'],
    ['User', 'user'],
    ['CFO', 'financial-controller'],
    ['CEO', 'economic-buyer'],
  ] as const) {
    builder.theirs(id).role(id, role)
  }
  builder.depth('O1', 'IT', 3).stance('IT', 'coach').tie('IT', 'User', 'influences', 0.9).tie('IT', 'CEO', 'influences', 0.6)
  return builder.tie('User', 'CFO', 'personal', 0.6).depth('O2', 'CFO', 1)
}

test('losing one of theirs, by hand (6.8)', () => {
  const result = drill(soleCoach().evaluate(), [person('IT')])
  // Coverage: IT 3 · 1 of 15 is gone. 2 · 0.25 + 3 + 3 · 0.5 + 5 · 0.25 = 6.25.
  expect(result.before.coverage?.score).toBeCloseTo(100 * (6.25 / 15), 10)
  expect(result.after.coverage?.score).toBeCloseTo(100 * (3.25 / 15), 10)
  expect(result.loss.coverage).toBeCloseTo(0.2, 12)
  // Settled: IT 1, User and CEO 0.95; weights 3, 2, 3, 5.
  expect(result.before.support?.settled).toBeCloseTo((3 + 2 * 0.95 + 5 * 0.95) / 13, 10)
  expect(result.after.support?.settled).toBe(0)
  // Access: User 0.675 → 0.15 (by the CFO), CFO 0.405 → 0.25, CEO 0.45 → 0.
  expect(result.loss.access).toBeCloseTo((2 * 0.525 + 3 * (0.405 - 0.25) + 5 * 0.45) / 10, 10)
  expect(result.loss.impact).toBeCloseTo(100 * (0.4 * 0.2 + 0.3 * (9.65 / 13 / 2) + 0.3 * result.loss.access), 8)
  expect(result.emptiedRoles).toEqual(['technical-evaluator'])
  expect(result.unreachable).toEqual(['CEO'])
  expect(result.paths).toEqual([
    { person: 'CEO', before: ['O1', 'IT', 'CEO'], after: [] },
    { person: 'CFO', before: ['O1', 'IT', 'User', 'CFO'], after: ['O2', 'CFO'] },
    { person: 'User', before: ['O1', 'IT', 'User'], after: ['O2', 'CFO', 'User'] },
  ])
  expect(result.relief).toBe(0)
})

test('losing one of ours: the pairs vanish, what they said stays valid', () => {
  const result = drill(soleCoach().evaluate(), [person('O1')])
  expect(result.loss).toMatchObject({ support: 0 })
  expect(result.loss.coverage).toBeCloseTo((3 * 0.75) / 15, 12)
  expect(result.emptiedRoles).toEqual([])
  expect(result.unreachable).toEqual(['CEO', 'IT'])
  expect(result.after.situation.theirs.find(({ id }) => id === 'IT')?.stance).toBe('coach')
})

test('several at once are more than each alone', () => {
  const before = soleCoach().evaluate()
  const both = drill(before, [person('O1'), person('O2')])
  expect(both.unreachable).toHaveLength(4)
  expect(both.loss.impact).toBeGreaterThan(drill(before, [person('O1')]).loss.impact)
  const everyone = drill(before, ['IT', 'User', 'CFO', 'CEO'].map(person))
  expect(everyone.after.support).toBeNull()
  expect(everyone.loss.coverage).toBeCloseTo(6.25 / 15, 12)
  expect(everyone.loss.access).toBe(0)
})

test("an opponent's leaving is a relief", () => {
  const builder = new GraphBuilder()
    .theirs('A')
    .stance('A', 'opponent')
    .role('A', 'user')
    .theirs('B')
    .role('B', 'economic-buyer')
    .stance('B', 'neutral')
  const result = drill(builder.tie('A', 'B', 'influences').evaluate(), [person('A')])
  expect(result.relief).toBeCloseTo((2 + 2.5) / 7, 12)
  expect(result.loss.support).toBe(0)
  expect(result.emptiedRoles).toEqual(['user'])
})

test('who is not there changes nothing', () => {
  const builder = soleCoach().theirs('Left', { to: '2026-01-01' })
  expect(drill(builder.evaluate(), [person('Left')]).loss.impact).toBe(0)
})

test('a sole coach in the IT seat: unremarkable amber, with a rumour red (6.10)', () => {
  const builder = new GraphBuilder()
    .ours('O1')
    .theirs('IT')
    .role('IT', 'technical-evaluator')
    .depth('O1', 'IT', 3)
    .stance('IT', 'coach')
  for (const [id, role] of [
    ['U', 'user'],
    ['I', 'influencer'],
    ['F', 'financial-controller'],
    ['E', 'economic-buyer'],
  ] as const) {
    builder.theirs(id).role(id, role).stance(id, 'neutral').tie('IT', id, 'influences', 0.9)
  }
  const light = (): string | null | undefined =>
    analyse(builder.graph(), DEAL, TODAY, shippedMethod).people.find(({ id }) => id === 'IT')?.light
  expect(light()).toBe('amber')
  builder.signal('IT', 'resignation-rumour', '2026-04-01', 0.7)
  expect(light()).toBe('red')
})

test.each([
  [1, 60, 10, 2.5],
  [2, 60, 40, 2.5],
  [3, 30, 1, 4],
  [4, 120, 8, 1],
  [5, 12, 12, 3],
  [6, 200, 15, 2.5],
  [7, 40, 6, 8],
] as const)('the fast drill equals the naive one (seed %s, %s people)', (seed, people, holders, tiesPerPerson) => {
  const evaluation = randomAccount(seed, people, { holders, tiesPerPerson }).evaluate()
  const fast = departureLosses(evaluation)
  const naive = everyDrill(evaluation)
  expect([...fast.keys()].sort()).toEqual([...naive.keys()].sort())
  for (const [id, loss] of naive) {
    expect(Math.abs((fast.get(id)?.impact ?? Number.NaN) - loss.impact)).toBeLessThan(1e-6)
    expect(fast.get(id)?.coverage).toBeCloseTo(loss.coverage, 12)
    expect(fast.get(id)?.access).toBeCloseTo(loss.access, 12)
  }
})

test('the fast drill copes with nobody, no roles, no one of ours, and an openness of 1', () => {
  const same = (builder: GraphBuilder, method = shippedMethod): void => {
    const evaluation = builder.evaluate({ method })
    expect(departureLosses(evaluation)).toEqual(everyDrill(evaluation))
  }
  same(new GraphBuilder())
  same(new GraphBuilder().theirs('A'))
  same(new GraphBuilder().theirs('A').role('A', 'user').stance('A', 'coach'))
  same(new GraphBuilder().ours('O1').theirs('A').depth('O1', 'A', 3))
  const open = { ...shippedMethod, settling: { knownOpenness: 1, unknownOpenness: 1 } }
  same(new GraphBuilder().theirs('A').stance('A', 'coach').theirs('B').role('B', 'user').tie('A', 'B', 'influences'), open)
  expect(departureLosses(new GraphBuilder().theirs('A').evaluate({ in: null })).size).toBe(0)
})

test('the fast drill ends in small rings of people who sway only each other', () => {
  const builder = new GraphBuilder()
    .theirs('X')
    .stance('X', 'coach')
    .theirs('E')
    .role('E', 'economic-buyer')
    .stance('E', 'opponent')
  builder.theirs('U').role('U', 'user')
  for (const id of ['A', 'B', 'C']) builder.theirs(id)
  builder
    .tie('X', 'A', 'influences', 0.3, 0.4)
    .tie('A', 'B', 'allied-with', 1)
    .tie('B', 'C', 'allied-with', 1)
    .tie('C', 'A', 'conflicts-with', 1)
  builder.tie('B', 'U', 'influences', 0.9).tie('E', 'U', 'allied-with', 0.9).tie('U', 'C', 'influences', 0.3)
  const evaluation = builder.evaluate()
  const fast = departureLosses(evaluation)
  for (const [id, loss] of everyDrill(evaluation)) expect(fast.get(id)?.impact).toBeCloseTo(loss.impact, 6)
})
