import { expect, test } from 'vitest'
import { likelihood } from '../../../src-shared/analytics/likelihood'
import { compareRisk, keyPersonRisk, light } from '../../../src-shared/analytics/risk'
import { shippedMethod } from '../../../src-shared/model/method'
import { GraphBuilder, TODAY } from './builder'

const chance = (builder: GraphBuilder, on = TODAY): number => likelihood('manager', builder.graph().signals, on, shippedMethod)

test('a manager with a likely rumour 90 days old: 0.318 (6.9)', () => {
  const builder = new GraphBuilder().theirs('A').signal('A', 'resignation-rumour', '2026-04-01', 0.7)
  expect(chance(builder)).toBeCloseTo(1 - 0.85 * (1 - 0.4 * 0.7 * Math.SQRT1_2), 12)
  expect(chance(builder)).toBeCloseTo(0.318, 3)
})

test('the base alone, and signals that do not count', () => {
  expect(chance(new GraphBuilder())).toBeCloseTo(0.15, 12)
  const builder = new GraphBuilder()
    .theirs('A')
    .signal('A', 'retirement-due', '2026-07-01')
    .signal('A', 'retirement-due', '2026-01-01', 1, 'found')
  expect(chance(builder.signal('A', 'retirement-due', '2026-01-01', 1, 'dismissed'))).toBeCloseTo(0.15, 12)
  expect(chance(builder.signal('A', 'new-superior', TODAY, 1, 'accepted'))).toBeCloseTo(1 - 0.85 * 0.8, 12)
  expect(chance(new GraphBuilder().theirs('A').signal('A', 'new-superior', null))).toBeCloseTo(1 - 0.85 * 0.8, 12)
})

test('each recorded signal counts', () => {
  const builder = new GraphBuilder().theirs('A').signal('A', 'gone-silent', TODAY).signal('A', 'gone-silent', TODAY)
  expect(chance(builder)).toBeCloseTo(1 - 0.85 ** 3, 12)
})

test.each([
  [0.15, 28, 'amber'],
  [0.318, 28, 'red'],
  [0.1, 30, 'amber'],
  [0.1, 29.9, 'green'],
  [0.2, 40, 'red'],
] as const)('likelihood %s × impact %s is %s (6.10)', (chances, impact, expected) => {
  expect(light(keyPersonRisk(chances, impact), shippedMethod)).toBe(expected)
})

test('ranking by risk, impact, name, id', () => {
  const row = (id: string, name: string, risk: number, impact: number): Parameters<typeof compareRisk>[0] => ({
    id,
    name,
    risk,
    impact,
  })
  const rows = [row('5', 'B', 1, 5), row('1', 'A', 1, 5), row('3', 'C', 2, 1), row('4', 'D', 1 + 1e-13, 7), row('2', 'A', 1, 5)]
  expect(rows.sort(compareRisk).map(({ id }) => id)).toEqual(['3', '4', '1', '2', '5'])
})
