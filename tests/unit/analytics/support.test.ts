import { expect, test } from 'vitest'
import { opinionNetwork } from '../../../src-shared/analytics/opinionNetwork'
import { settledOpinions, settlingAdjoint, settlingSystem } from '../../../src-shared/analytics/settled'
import type { Situation } from '../../../src-shared/analytics/situation'
import { influence } from '../../../src-shared/analytics/influence'
import { GraphBuilder, person } from './builder'
import { randomAccount } from './random'

/** Settled opinion of somebody. */
function settled(builder: GraphBuilder, id: string): number {
  const { situation, settled: opinions } = builder.evaluate()
  return opinions[situation.placeOf.get(person(id)) ?? -1] ?? Number.NaN
}

test('support now: weights times power, unknown counts 0 (6.5)', () => {
  const builder = new GraphBuilder()
    .theirs('E')
    .role('E', 'economic-buyer')
    .role('E', 'user')
    .stance('E', 'coach')
    .political('E', 'inner')
  builder
    .theirs('U')
    .role('U', 'user')
    .theirs('T')
    .role('T', 'technical-evaluator')
    .stance('T', 'opponent')
    .political('T', 'outside')
  // (7.5 · 1 + 2 · 0 + 1.5 · −1) / 11
  expect(builder.evaluate().support?.now).toBeCloseTo(6 / 11, 12)
})

test('a coach influences a neutral: 0.5 (6.6)', () => {
  const builder = new GraphBuilder()
    .theirs('A')
    .stance('A', 'coach')
    .theirs('B')
    .stance('B', 'neutral')
    .tie('A', 'B', 'influences', 0.9)
  expect(settled(builder, 'B')).toBeCloseTo(0.5, 12)
  expect(settled(builder, 'A')).toBe(1)
})

test('a strong opponent and a weak coach influence a supporter: 0 (6.6)', () => {
  const builder = new GraphBuilder()
    .theirs('A')
    .stance('A', 'opponent')
    .theirs('C')
    .stance('C', 'coach')
    .theirs('B')
    .stance('B', 'supportive')
  builder.tie('A', 'B', 'influences', 0.9).tie('C', 'B', 'influences', 0.3)
  expect(settled(builder, 'B')).toBeCloseTo(0, 12)
})

test('conflict turns opinions round, both ways; alliance works both ways', () => {
  const conflict = new GraphBuilder()
    .theirs('A')
    .stance('A', 'coach')
    .theirs('B')
    .stance('B', 'neutral')
    .tie('B', 'A', 'conflicts-with', 0.6)
  // a = −b/2 + 1/2, b = −a/2
  expect(settled(conflict, 'A')).toBeCloseTo(2 / 3, 10)
  expect(settled(conflict, 'B')).toBeCloseTo(-1 / 3, 10)
  const alliance = new GraphBuilder().theirs('A').stance('A', 'coach').theirs('B').tie('B', 'A', 'allied-with', 0.6)
  // a = b/2 + 1/2, b = 0.95 a
  expect(settled(alliance, 'B')).toBeCloseTo(0.95 * (0.5 / (1 - 0.475)), 10)
})

test('several ties between the same two add up, confidence multiplies', () => {
  const builder = new GraphBuilder()
    .theirs('A')
    .stance('A', 'coach')
    .theirs('C')
    .stance('C', 'opponent')
    .theirs('B')
    .stance('B', 'neutral')
  builder.tie('A', 'B', 'influences', 0.3).tie('A', 'B', 'influences', 0.6, 0.5).tie('C', 'B', 'influences', 0.3)
  expect(settled(builder, 'B')).toBeCloseTo(0.5 * ((0.6 - 0.3) / 0.9), 10)
})

test('personal ties, reporting lines and ties of ours move nobody', () => {
  const builder = new GraphBuilder()
    .ours('O1')
    .theirs('A')
    .stance('A', 'coach')
    .theirs('B', { reportsTo: 'A' })
    .stance('B', 'neutral')
  builder.tie('A', 'B', 'personal', 0.9).tie('O1', 'B', 'influences', 0.9).stance('O1', 'coach')
  expect(settled(builder, 'B')).toBe(0)
})

test('third parties and people without a role take part', () => {
  const builder = new GraphBuilder()
    .thirdParty('X')
    .stance('X', 'coach')
    .theirs('B')
    .stance('B', 'neutral')
    .role('B', 'user')
    .tie('X', 'B', 'influences')
  expect(builder.evaluate().support).toEqual({ now: 0, settled: 0.5 })
})

test('nobody holds a role, or only roles that weigh nothing: no support', () => {
  expect(new GraphBuilder().theirs('A').stance('A', 'coach').evaluate().support).toBeNull()
  const off = new GraphBuilder().opportunity('deal', ['user']).theirs('A').role('A', 'user').stance('A', 'coach')
  expect(off.evaluate().support).toBeNull()
  expect(new GraphBuilder().evaluate().support).toBeNull()
})

test('everyone unknown: 0', () => {
  const builder = new GraphBuilder().theirs('A').theirs('B').role('A', 'user').tie('A', 'B', 'allied-with')
  expect(builder.evaluate().support).toEqual({ now: 0, settled: 0 })
})

test.each([1, 2, 3, 4])('Gauss–Seidel equals a direct solve, also with rings of unknowns (seed %s)', (seed) => {
  const now = randomAccount(seed, 60, { tiesPerPerson: 3 }).situation()
  const system = settlingSystem(now, opinionNetwork(now))
  const exact = solveDirectly(now)
  settledOpinions(system).forEach((x, i) => expect(x).toBeCloseTo(exact[i] ?? Number.NaN, 10))
})

test('Λ = 0.95 all around a ring with one known opinion in it', () => {
  const builder = new GraphBuilder().theirs('K').stance('K', 'coach')
  const ring = Array.from({ length: 30 }, (_, i) => `R${String(i).padStart(2, '0')}`)
  for (const id of ring) builder.theirs(id)
  ring.forEach((id, i) => builder.tie(id, ring[(i + 1) % ring.length] ?? id, 'influences'))
  builder.tie('K', 'R00', 'influences', 0.6)
  const now = builder.situation()
  const exact = solveDirectly(now)
  settledOpinions(settlingSystem(now, opinionNetwork(now))).forEach((x, i) => expect(x).toBeCloseTo(exact[i] ?? Number.NaN, 10))
})

test('the adjoint tells how much a weighted sum moves', () => {
  const now = randomAccount(7, 40).situation()
  const system = settlingSystem(now, opinionNetwork(now))
  const weights = Float64Array.from(now.theirs, (_, i) => 1 / (i + 1))
  const sum = (x: Float64Array): number => x.reduce((total, value, i) => total + value * (weights[i] ?? 0), 0)
  const y = settlingAdjoint(system, weights)
  const moved = system.initial.slice()
  moved[5] = (moved[5] ?? 0) + 1
  const effect = sum(settledOpinions({ ...system, initial: moved })) - sum(settledOpinions(system))
  expect((1 - (system.lambda[5] ?? 0)) * (y[5] ?? 0)).toBeCloseTo(effect, 10)
})

test('who moves others is drawn larger, who has power as well', () => {
  const builder = new GraphBuilder()
    .theirs('A')
    .stance('A', 'coach')
    .political('A', 'inner')
    .theirs('B')
    .stance('B', 'neutral')
    .theirs('C')
  const size = influence(builder.tie('A', 'B', 'influences').situation({ in: null }))
  expect(size.get(person('A'))).toBe(3)
  // A moves the mean by 1.5/3, B by 0.5/3, C by 1/3.
  expect(size.get(person('B'))).toBeCloseTo(1 + 1 / 3, 12)
  expect(size.get(person('C'))).toBeCloseTo(1 + 2 / 3, 12)
  expect(influence(new GraphBuilder().situation())).toEqual(new Map())
})

/** x* by elimination, straight from the ties. */
function solveDirectly(now: Situation): number[] {
  const n = now.theirs.length
  const signed = Array.from({ length: n }, () => new Array<number>(n).fill(0))
  const total = new Array<number>(n).fill(0)
  const add = (from: string, to: string, value: number): void => {
    const i = now.placeOf.get(person(to)) ?? -1
    const j = now.placeOf.get(person(from)) ?? -1
    const row = signed[i]
    if (!row || j < 0) return
    row[j] = (row[j] ?? 0) + value
    total[i] = (total[i] ?? 0) + Math.abs(value)
  }
  for (const tie of now.snapshot.ties) {
    if (tie.kind === 'personal') continue
    const value = tie.strength * tie.confidence * (tie.kind === 'conflicts-with' ? -1 : 1)
    add(tie.fromPersonId, tie.toPersonId, value)
    if (tie.kind !== 'influences') add(tie.toPersonId, tie.fromPersonId, value)
  }
  const rows = signed.map((row, i) => {
    const lambda = (total[i] ?? 0) === 0 ? 0 : now.theirs[i]?.stance === null ? 0.95 : 0.5
    const left = row.map((value, j) => (i === j ? 1 : 0) - (lambda === 0 ? 0 : (lambda * value) / (total[i] ?? 1)))
    return [...left, (1 - lambda) * (now.theirs[i]?.opinion ?? 0)]
  })
  for (let k = 0; k < n; k++) {
    const pivot = rows[k] ?? []
    for (const row of rows) {
      if (row === pivot) continue
      const factor = (row[k] ?? 0) / (pivot[k] ?? 1)
      if (factor !== 0) for (let j = k; j <= n; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0)
    }
  }
  return rows.map((row, i) => (row[n] ?? 0) / (row[i] ?? 1))
}
