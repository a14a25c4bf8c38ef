import { expect, test } from 'vitest'
import { coverage } from '../../../src-shared/analytics/coverage'
import { type Method, shippedMethod } from '../../../src-shared/model/method'
import { GraphBuilder } from './builder'

const example = (): GraphBuilder =>
  new GraphBuilder()
    .ours('O1')
    .theirs('U')
    .role('U', 'user')
    .depth('O1', 'U', 2)
    .stance('U', 'supportive')
    .theirs('T')
    .role('T', 'technical-evaluator')
    .depth('O1', 'T', 1)
    .stance('T', 'coach')
    .theirs('I')
    .role('I', 'influencer')
    .theirs('E')
    .role('E', 'economic-buyer')
    .stance('E', 'coach')

test('the worked example: 35 (6.4)', () => {
  const result = coverage(example().situation())
  expect(result.score).toBeCloseTo(35, 12)
  expect(result.roles.map(({ value }) => value)).toEqual([1, 0.5, 0.25, 0, 0.25])
  expect(result.roles.map(({ people }) => people)).toEqual([['U'], ['T'], ['I'], [], ['E']])
})

test.each([
  [1, 'coach', 0.5],
  [2, 'neutral', 0.75],
  [2, null, 0.75],
  [4, 'supportive', 1],
  [3, 'exclusive', 1],
] as const)('depth %s and stance %s cover %s', (depth, stance, value) => {
  const builder = new GraphBuilder().ours('O1').theirs('U').role('U', 'user').depth('O1', 'U', depth)
  if (stance) builder.stance('U', stance)
  expect(coverage(builder.situation()).roles[0]?.value).toBe(value)
})

test('vacant and unidentified seats count as nobody', () => {
  const builder = new GraphBuilder()
    .ours('O1')
    .vacant('seat-V')
    .role('seat-V', 'user')
    .theirs('L', { to: '2026-01-01' })
    .role('L', 'user')
  expect(coverage(builder.situation()).roles[0]).toMatchObject({ value: 0, people: [], singleThreaded: false })
})

test('a role switched off, and an own role not required, weigh nothing; a required own role counts', () => {
  expect(coverage(example().opportunity('deal', ['financial-controller', 'economic-buyer']).situation()).score).toBeCloseTo(
    (100 * 4) / 7,
    12,
  )
  const withRole = (required: boolean): Method => ({
    ...shippedMethod,
    roles: [...shippedMethod.roles, { key: 'lawyer', label: '法务', weight: 5, required }],
  })
  const builder = example().theirs('L').role('L', 'lawyer')
  expect(coverage(builder.situation({ method: withRole(false) })).score).toBeCloseTo(35, 12)
  expect(coverage(builder.situation({ method: withRole(true) })).score).toBeCloseTo((100 * (5.25 + 1.25)) / 20, 12)
})

test('all roles switched off: nothing to cover is 0', () => {
  const all = shippedMethod.roles.map(({ key }) => key)
  expect(coverage(example().opportunity('deal', all).situation())).toEqual({ score: 0, roles: [] })
})

test('single-threaded: the best holder decides, and one of ours', () => {
  const builder = new GraphBuilder().ours('O1').ours('O2').theirs('A').theirs('B').role('A', 'user').role('B', 'user')
  builder.depth('O1', 'A', 3).depth('O1', 'B', 3).depth('O2', 'B', 1)
  expect(coverage(builder.situation()).roles[0]?.singleThreaded).toBe(false)
  builder.stance('A', 'coach')
  expect(coverage(builder.situation()).roles[0]?.singleThreaded).toBe(true)
  builder.depth('O2', 'A', 0)
  expect(coverage(builder.situation()).roles[0]?.singleThreaded).toBe(true)
})

test('two opportunities have chains and stances of their own; a stance in the deal goes before a general one', () => {
  const builder = new GraphBuilder().opportunity('other').ours('O1').theirs('A').depth('O1', 'A', 2)
  builder
    .role('A', 'user', { in: 'other' })
    .role('A', 'economic-buyer')
    .stance('A', 'opponent', { in: 'other', on: '2026-01-01' })
    .stance('A', 'coach')
  expect(coverage(builder.situation()).roles.map(({ value }) => value)).toEqual([0, 0, 0, 0, 1])
  expect(coverage(builder.situation({ in: 'other' })).roles.map(({ value }) => value)).toEqual([0.75, 0, 0, 0, 0])
  expect(builder.situation({ in: null }).theirs[0]?.stance).toBe('coach')
})

test('dated roles hold from their first day', () => {
  const builder = new GraphBuilder().theirs('A').role('A', 'user', { from: '2026-07-01' })
  expect(coverage(builder.situation()).roles[0]?.people).toEqual([])
  expect(coverage(builder.situation({ on: '2026-07-01' })).roles[0]?.people).toEqual(['A'])
})
