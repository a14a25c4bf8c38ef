import { expect, test } from 'vitest'
import { accessOf } from '../../../src-shared/analytics/evaluation'
import { twoBestWays } from '../../../src-shared/analytics/nextPath'
import { effectiveDepth } from '../../../src-shared/analytics/effectiveDepth'
import { GraphBuilder, person } from './builder'

/** Access and warm path of somebody, in short. */
function reach(builder: GraphBuilder, id: string, on?: string): { access: number; path: readonly string[] } {
  const evaluation = builder.evaluate(on === undefined ? {} : { on })
  return { access: accessOf(evaluation, person(id)), path: evaluation.path(person(id)) }
}

test.each([
  [3, 75, 30, 2],
  [3, 59, 30, 3],
  [4, 400, 30, 1],
  [0, 400, 30, 0],
  [0, 0, 30, 0],
  [3, null, 30, 3],
  [4, 180, 90, 3],
])('effective depth of L=%s, d=%s, c=%s is %s (6.1)', (level, idle, cadence, expected) => {
  expect(effectiveDepth(level, idle, cadence)).toBe(expected)
})

test('a touch of that pair keeps a relationship fresh, another pair or a later day does not (6.1)', () => {
  const builder = (): GraphBuilder => new GraphBuilder().ours('O1').ours('O2').theirs('P1').depth('O1', 'P1', 3, '2026-04-16')
  const depth = (of: GraphBuilder): number | undefined => of.situation().theirs[0]?.depth
  expect(depth(builder())).toBe(2)
  expect(depth(builder().met('2026-06-01', 'O1', 'P1'))).toBe(3)
  expect(depth(builder().met('2026-06-01', 'O2', 'P1'))).toBe(2)
  expect(depth(builder().met('2026-07-01', 'O1', 'P1'))).toBe(2)
  expect(depth(builder().met(null, 'O1', 'P1'))).toBe(2)
})

test('the cadence is that of the customer person', () => {
  const builder = new GraphBuilder().ours('O1', { tier: 'operational' }).theirs('P1', { tier: 'executive' })
  expect(builder.depth('O1', 'P1', 3, '2026-04-16').situation().theirs[0]?.depth).toBe(3)
})

test('an undated judgement fades only where a last touch is known', () => {
  const builder = (): GraphBuilder => new GraphBuilder().ours('O1').theirs('P1').depth('O1', 'P1', 4, null)
  expect(builder().situation().theirs[0]?.depth).toBe(4)
  expect(builder().met('2026-04-16', 'O1', 'P1').situation().theirs[0]?.depth).toBe(3)
})

test('of judgements the latest known and unexpired counts, of one day the last recorded (6)', () => {
  const builder = new GraphBuilder().ours('O1').theirs('P1')
  builder.depth('O1', 'P1', 2, '2026-06-20').depth('O1', 'P1', 3, '2026-06-20').depth('O1', 'P1', 1, '2026-06-01')
  builder.depth('O1', 'P1', 4, '2026-06-25', { expires: '2026-06-30' }).depth('O1', 'P1', 4, '2026-07-05')
  expect(builder.situation().theirs[0]?.depth).toBe(3)
  expect(builder.situation({ on: '2026-06-29' }).theirs[0]?.depth).toBe(4)
  expect(builder.situation({ on: '2026-07-05' }).theirs[0]?.depth).toBe(4)
  expect(builder.situation({ on: '2026-05-31' }).theirs[0]?.depth).toBe(0)
})

test('Li at effective depth 3 influences Zhao strongly: 0.675 (6.3)', () => {
  const builder = new GraphBuilder()
    .ours('O1')
    .theirs('Li')
    .theirs('Zhao')
    .depth('O1', 'Li', 3)
    .tie('Li', 'Zhao', 'influences', 0.9)
  expect(reach(builder, 'Zhao').access).toBeCloseTo(0.675, 12)
  expect(reach(builder, 'Zhao').path).toEqual(['O1', 'Li', 'Zhao'])
  builder.depth('O1', 'Zhao', 4)
  expect(reach(builder, 'Zhao')).toEqual({ access: 0.95, path: ['O1', 'Zhao'] })
})

test('influence is walked one way, alliance and personal ties both ways, conflict not at all; confidence multiplies (6.2)', () => {
  const builder = new GraphBuilder().ours('O1')
  for (const id of ['A', 'B', 'C', 'D', 'E', 'F']) builder.theirs(id)
  builder.depth('O1', 'A', 2)
  builder.tie('B', 'A', 'influences', 0.9).tie('C', 'A', 'allied-with', 0.6, 0.7).tie('D', 'A', 'personal', 0.3)
  builder.tie('A', 'E', 'conflicts-with', 0.9).tie('A', 'F', 'influences', 0.3).tie('A', 'F', 'personal', 0.6)
  expect(reach(builder, 'B')).toEqual({ access: 0, path: [] })
  expect(reach(builder, 'C').access).toBeCloseTo(0.5 * 0.6 * 0.7, 12)
  expect(reach(builder, 'D').access).toBeCloseTo(0.15, 12)
  expect(reach(builder, 'E').access).toBe(0)
  // Of parallel ties the strongest counts.
  expect(reach(builder, 'F').access).toBeCloseTo(0.3, 12)
})

test('a reporting line carries 0.4 both ways, not across a vacant seat, and not for ours (6.2)', () => {
  const builder = new GraphBuilder().ours('O1').ours('O2', { reportsTo: 'O1' })
  builder.theirs('Boss').theirs('P1', { reportsTo: 'Boss' }).theirs('P2', { reportsTo: 'P1' }).depth('O1', 'P1', 4)
  builder.vacant('seat-V', { reportsTo: 'Boss' }).theirs('Q', { reportsTo: 'seat-V' })
  expect(reach(builder, 'Boss').access).toBeCloseTo(0.38, 12)
  expect(reach(builder, 'P2').access).toBeCloseTo(0.38, 12)
  expect(reach(builder, 'Q').access).toBe(0)
})

test('ties of ours with anybody carry no access, third parties do (6.3)', () => {
  const builder = new GraphBuilder().ours('O1').ours('O2').theirs('P1').thirdParty('T1').theirs('P2')
  builder.tie('O1', 'O2', 'personal', 0.9).tie('O2', 'P1', 'personal', 0.9).depth('O1', 'T1', 4).tie('T1', 'P2', 'personal', 0.9)
  expect(reach(builder, 'P1')).toEqual({ access: 0, path: [] })
  expect(reach(builder, 'P2').path).toEqual(['O1', 'T1', 'P2'])
})

test('equal products: fewer steps, then ids from our end (6.3)', () => {
  const builder = new GraphBuilder().ours('O2').ours('O1').theirs('A').theirs('B').theirs('Z')
  builder.depth('O1', 'B', 2).depth('O2', 'A', 2).tie('A', 'Z', 'influences', 0.9).tie('B', 'Z', 'influences', 0.9)
  expect(reach(builder, 'Z').path).toEqual(['O1', 'B', 'Z'])
  builder.depth('O1', 'A', 2)
  expect(reach(builder, 'Z').path).toEqual(['O1', 'A', 'Z'])
  // 0.5 · 1.0 · 0.5 against 0.25 directly.
  const direct = new GraphBuilder().ours('O1').theirs('A').theirs('B').depth('O1', 'A', 2).tie('A', 'B', 'personal', 0.5)
  expect(reach(direct, 'B').path).toEqual(['O1', 'A', 'B'])
  expect(reach(direct.depth('O1', 'B', 1), 'B').path).toEqual(['O1', 'B'])
})

test('a rounding error does not decide between equal products', () => {
  // 0.3 · 0.6 · 0.5 and 0.9 · 0.2 · 0.5 differ in the last digit.
  const builder = new GraphBuilder().ours('O1').theirs('A1').theirs('A2').theirs('B1').theirs('B2').theirs('Z')
  builder.depth('O1', 'A1', 2).depth('O1', 'B1', 2)
  builder.tie('A1', 'A2', 'influences', 0.3).tie('A2', 'Z', 'influences', 0.6)
  builder.tie('B1', 'B2', 'influences', 0.9).tie('B2', 'Z', 'influences', 0.2)
  expect(reach(builder, 'Z').path).toEqual(['O1', 'A1', 'A2', 'Z'])
})

test('ids are the imported ones, in code-point order', () => {
  const builder = new GraphBuilder().ours('O1')
  builder.theirs('x1', { sourceId: '𠀀' }).theirs('x2', { sourceId: '\uff21' }).theirs('Z')
  builder.depth('O1', 'x1', 2).depth('O1', 'x2', 2).tie('x1', 'Z', 'personal').tie('x2', 'Z', 'personal')
  expect(reach(builder, 'Z').path).toEqual(['O1', 'x2', 'Z'])
})

test('rings do not matter', () => {
  const builder = new GraphBuilder().ours('O1').theirs('A').theirs('B').theirs('C').depth('O1', 'A', 3)
  builder.tie('A', 'B', 'influences', 1).tie('B', 'C', 'influences', 1).tie('C', 'A', 'influences', 1)
  expect(reach(builder, 'C')).toEqual({ access: 0.75, path: ['O1', 'A', 'B', 'C'] })
})

test('who left, and who is still to come, is not there', () => {
  const builder = new GraphBuilder().ours('O1').theirs('A', { to: '2026-06-30' }).theirs('B', { from: '2026-07-01' }).theirs('Z')
  builder
    .depth('O1', 'A', 4, '2026-06-01')
    .depth('O1', 'B', 4, '2026-06-01')
    .tie('A', 'Z', 'personal', 0.9)
    .tie('B', 'Z', 'personal', 0.6)
  expect(reach(builder, 'Z', '2026-06-29').path).toEqual(['O1', 'A', 'Z'])
  expect(reach(builder, 'Z').access).toBe(0)
  expect(reach(builder, 'Z', '2026-07-01').path).toEqual(['O1', 'B', 'Z'])
})

test('a tie holds from its first day up to, but not on, its last', () => {
  const builder = new GraphBuilder()
    .ours('O1')
    .theirs('A')
    .theirs('B')
    .depth('O1', 'A', 2, '2026-01-01', {})
    .met('2026-06-01', 'O1', 'A')
  builder.tie('A', 'B', 'personal', 0.6, 1, { from: '2026-06-10', to: '2026-06-20' })
  expect(reach(builder, 'B', '2026-06-09').access).toBe(0)
  expect(reach(builder, 'B', '2026-06-10').access).toBeGreaterThan(0)
  expect(reach(builder, 'B', '2026-06-20').access).toBe(0)
})

test('the next best way differs from the warm path', () => {
  const builder = new GraphBuilder().ours('O1').ours('O2').theirs('A').theirs('B').theirs('Z')
  builder.depth('O1', 'A', 3).depth('O2', 'B', 2).tie('A', 'B', 'personal', 0.9).tie('B', 'Z', 'influences', 0.9)
  const { situation, network } = builder.evaluate()
  const place = situation.placeOf.get(person('Z')) ?? -1
  const names = twoBestWays(network, place).map(
    (way) => way && [situation.ours[way.own]?.person.id, ...way.steps.map((step) => situation.theirs[step]?.id)],
  )
  expect(names).toEqual([
    ['O1', 'A', 'B', 'Z'],
    ['O2', 'B', 'Z'],
  ])

  const single = new GraphBuilder().ours('O1').theirs('A').depth('O1', 'A', 3).evaluate()
  expect(twoBestWays(single.network, 0)).toEqual([{ own: 0, steps: [0], product: 0.75 }, null])
})
