import { expect, test } from 'vitest'
import { threading } from '../../../src-shared/analytics/threading'
import { GraphBuilder, person } from './builder'

test('H is the sum of squared shares of access ties (6.7)', () => {
  const builder = new GraphBuilder().ours('O1').ours('O2').theirs('A').thirdParty('B').theirs('C')
  builder.depth('O1', 'A', 3).depth('O1', 'B', 1).depth('O2', 'A', 2).depth('O2', 'C', 0)
  const result = threading(builder.situation())
  // O1 1.0, O2 0.5 of 1.5; A 1.25, B 0.25.
  expect(result.ours).toBeCloseTo(4 / 9 + 1 / 9, 12)
  expect(result.theirs).toBeCloseTo((1.25 ** 2 + 0.25 ** 2) / 1.5 ** 2, 12)
  expect(result.shares.get(person('O1'))).toBeCloseTo(2 / 3, 12)
})

test('one of ours holds everything: 1; no tie at all: none', () => {
  const builder = new GraphBuilder().ours('O1').ours('O2').theirs('A').theirs('B')
  expect(threading(builder.situation())).toMatchObject({ ours: null, theirs: null })
  expect(threading(builder.depth('O1', 'A', 3).depth('O1', 'B', 1).situation()).ours).toBe(1)
})

test('a tier is engaged by a touch within its cadence of two who are still there', () => {
  const builder = new GraphBuilder().ours('O1').ours('Gone', { to: '2026-06-25' })
  builder.theirs('E', { tier: 'executive' }).theirs('M').theirs('Op', { tier: 'operational' })
  builder.met('2026-04-01', 'O1', 'E').met('2026-05-31', 'O1', 'M').met('2026-06-20', 'Gone', 'Op').met('2026-07-01', 'O1', 'Op')
  expect(threading(builder.situation()).tiers).toEqual({ executive: true, manager: true, operational: false })
  expect(threading(builder.situation({ on: '2026-07-01' })).tiers).toEqual({
    executive: false,
    manager: false,
    operational: true,
  })
  builder.leaves('E', '2026-06-01')
  expect(threading(builder.situation()).tiers.executive).toBe(false)
})

test('who holds two seats belongs to the higher tier', () => {
  const builder = new GraphBuilder()
    .ours('O1')
    .theirs('A', { tier: 'operational' })
    .vacant('seat-V', { tier: 'executive' })
    .holds('A', 'seat-V')
  expect(threading(builder.met('2026-06-20', 'O1', 'A').situation()).tiers.executive).toBe(true)
})
