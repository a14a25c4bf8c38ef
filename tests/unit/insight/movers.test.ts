import { expect, test } from 'vitest'
import { moversOf } from '../../../src-shared/analytics/movers'
import { GraphBuilder, person } from '../analytics/builder'
import { randomAccount } from '../analytics/random'

test('a coach moves somebody neutral by what domain.md 6.6 says', () => {
  const evaluation = new GraphBuilder()
    .theirs('A')
    .theirs('B')
    .stance('A', 'coach')
    .stance('B', 'neutral')
    .tie('A', 'B', 'influences', 0.9)
    .evaluate()
  expect(moversOf(evaluation, person('B'))).toEqual([{ person: 'A', shift: expect.closeTo(0.5, 12) as unknown }])
  expect(moversOf(evaluation, person('A'))).toEqual([])
  expect(moversOf(evaluation, person('nobody'))).toEqual([])
})

test('an opponent and a coach pull apart, the stronger tie first (domain.md 6.6, second example)', () => {
  const evaluation = new GraphBuilder()
    .theirs('A')
    .theirs('B')
    .theirs('C')
    .stance('A', 'opponent')
    .stance('B', 'supportive')
    .stance('C', 'coach')
    .tie('A', 'B', 'influences', 0.9)
    .tie('C', 'B', 'influences', 0.3)
    .evaluate()
  const movers = moversOf(evaluation, person('B'))
  // 0.5 · 0.75 · (−1 − 0.5) and 0.5 · 0.25 · (1 − 0.5): from 0.5 to 0.
  expect(movers.map(({ person: id }) => id)).toEqual(['A', 'C'])
  expect(movers[0]?.shift).toBeCloseTo(-0.5625, 12)
  expect(movers[1]?.shift).toBeCloseTo(0.0625, 12)
})

test('shifts add up to the whole way from a stance to where it settles, whatever the ties', () => {
  for (const seed of [1, 2, 3, 4]) {
    const evaluation = randomAccount(seed, 60).evaluate()
    const moved = evaluation.situation.theirs.map(({ id, opinion }, place) => ({
      way: (evaluation.settled[place] ?? 0) - opinion,
      sum: moversOf(evaluation, id).reduce((sum, { shift }) => sum + shift, 0),
    }))
    expect(moved.some(({ way }) => Math.abs(way) > 0.01)).toBe(true)
    for (const { way, sum } of moved) expect(sum).toBeCloseTo(way, 6)
  }
})
