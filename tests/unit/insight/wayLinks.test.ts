import { expect, test } from 'vitest'
import { twoBestWays } from '../../../src-shared/analytics/nextPath'
import { wayLinks } from '../../../src-shared/analytics/wayLinks'
import { GraphBuilder, person } from '../analytics/builder'
import { randomAccount } from '../analytics/random'

test('each step says what carries it and how much gets through', () => {
  const evaluation = new GraphBuilder()
    .ours('O')
    .theirs('Li')
    .theirs('Zhao')
    .theirs('Wu', { reportsTo: 'Zhao' })
    .depth('O', 'Li', 3)
    .tie('Li', 'Zhao', 'influences', 0.9)
    .tie('Li', 'Zhao', 'personal', 0.3)
    .evaluate()
  const [best, next] = twoBestWays(evaluation.network, evaluation.situation.placeOf.get(person('Wu')) ?? -1)
  expect(best && wayLinks(evaluation, best)).toEqual([
    { from: 'O', to: 'Li', value: 0.75, carrier: { kind: 'pair', depth: 3 } },
    { from: 'Li', to: 'Zhao', value: 0.9, carrier: { kind: 'tie', tie: 'influences', strength: 0.9, confidence: 1 } },
    { from: 'Zhao', to: 'Wu', value: 0.4, carrier: { kind: 'reporting' } },
  ])
  expect(best?.product).toBeCloseTo(0.27, 12)
  expect(next).toBeNull()
})

test('the steps multiply to the access of the way, on any account', () => {
  const evaluation = randomAccount(5, 80).evaluate()
  let ways = 0
  evaluation.situation.theirs.forEach((_, place) => {
    for (const way of twoBestWays(evaluation.network, place)) {
      if (!way) continue
      ways++
      const links = wayLinks(evaluation, way)
      expect(links).toHaveLength(way.steps.length)
      expect(links.reduce((product, { value }) => product * value, 1)).toBeCloseTo(way.product, 12)
    }
  })
  expect(ways).toBeGreaterThan(80)
})
