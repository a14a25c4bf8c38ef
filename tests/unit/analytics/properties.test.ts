import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse } from '../../../src-shared/analytics/analyse'
import { departureLosses, everyDrill } from '../../../src-shared/analytics/departures'
import { drill } from '../../../src-shared/analytics/drill'
import { accessOf } from '../../../src-shared/analytics/evaluation'
import { likelihood } from '../../../src-shared/analytics/likelihood'
import { shippedMethod } from '../../../src-shared/model/method'
import { SignalKind, Stance, TieKind, TouchTier } from '../../../src-shared/model/scales'
import { DEAL, GraphBuilder, TODAY, person } from './builder'

const theirs = ['A', 'B', 'C', 'D', 'E', 'F', 'G'] as const
const ours = ['O1', 'O2'] as const
const tie = fc
  .record({
    from: fc.constantFrom(...theirs),
    to: fc.constantFrom(...theirs),
    kind: fc.constantFrom(...TieKind.options),
    strength: fc.constantFrom(0.3, 0.6, 0.9, 1),
    confidence: fc.constantFrom(0.4, 0.7, 1),
  })
  .filter(({ from, to }) => from !== to)
const account = fc.record({
  ties: fc.array(tie, { maxLength: 14 }),
  stances: fc.array(fc.option(fc.constantFrom(...Stance.options), { nil: null }), {
    minLength: theirs.length,
    maxLength: theirs.length,
  }),
  depths: fc.array(fc.tuple(fc.constantFrom(...ours), fc.constantFrom(...theirs), fc.integer({ min: 0, max: 4 })), {
    maxLength: 6,
  }),
  roles: fc.array(fc.tuple(fc.constantFrom(...theirs), fc.constantFrom(...shippedMethod.roles.map(({ key }) => key))), {
    maxLength: 7,
  }),
  reportsTo: fc.array(fc.integer({ min: -1, max: 5 }), { minLength: theirs.length, maxLength: theirs.length }),
})
type Account = typeof account extends fc.Arbitrary<infer T> ? T : never

/** The account with other ids, if asked for; names stay. */
function build({ ties, stances, depths, roles, reportsTo }: Account, rename: (id: string) => string = (id) => id): GraphBuilder {
  const builder = new GraphBuilder()
  for (const id of ours) builder.ours(rename(id), { name: id })
  theirs.forEach((id, i) => {
    const superior = theirs[reportsTo[i] ?? -1]
    // A superior further up the list: no loops.
    const line = superior !== undefined && superior < id ? { reportsTo: rename(superior) } : {}
    builder.theirs(rename(id), { name: id, ...line })
    const stance = stances[i]
    if (stance) builder.stance(rename(id), stance)
  })
  for (const { from, to, kind, strength, confidence } of ties) builder.tie(rename(from), rename(to), kind, strength, confidence)
  for (const [own, subject, depth] of depths) builder.depth(rename(own), rename(subject), depth)
  for (const [holder, role] of roles) builder.role(rename(holder), role)
  return builder
}

test('access never falls when a tie is added', () => {
  fc.assert(
    fc.property(account, tie, (data, more) => {
      const before = build(data).evaluate()
      const after = build({ ...data, ties: [...data.ties, more] }).evaluate()
      for (const id of theirs) {
        expect(accessOf(after, person(id))).toBeGreaterThanOrEqual(accessOf(before, person(id)) - 1e-15)
      }
    }),
  )
})

test('a warm path multiplies to the access it explains', () => {
  fc.assert(
    fc.property(account, (data) => {
      const evaluation = build(data).evaluate()
      for (const id of theirs) {
        const path = evaluation.path(person(id))
        expect(path.length > 0).toBe(accessOf(evaluation, person(id)) > 0)
        expect(new Set(path).size).toBe(path.length)
      }
    }),
  )
})

test('coverage, risk and impact stay within 0–100, support within −1…1', () => {
  fc.assert(
    fc.property(account, (data) => {
      const result = analyse(build(data).graph(), DEAL, TODAY, shippedMethod)
      expect(result.coverage?.score).toBeGreaterThanOrEqual(0)
      expect(result.coverage?.score).toBeLessThanOrEqual(100)
      for (const { impact, risk, access, settledOpinion } of result.people) {
        for (const figure of [impact, risk]) {
          expect(figure).toBeGreaterThanOrEqual(0)
          expect(figure).toBeLessThanOrEqual(100)
        }
        expect(access).toBeGreaterThanOrEqual(0)
        expect(access).toBeLessThanOrEqual(1)
        expect(Math.abs(settledOpinion)).toBeLessThanOrEqual(1 + 1e-9)
      }
      expect(Math.abs(result.support?.settled ?? 0)).toBeLessThanOrEqual(1 + 1e-9)
    }),
  )
})

test('relabelling people changes no figure', () => {
  // Turns the order of ids round, in which people are numbered, added up and pushed to.
  const rename = (id: string): string => `x-${String.fromCharCode(200 - id.charCodeAt(id.length - 1))}${id.length}`
  fc.assert(
    fc.property(account, (data) => {
      const figures = (of?: (id: string) => string): unknown[] => {
        const result = analyse(build(data, of).graph(), DEAL, TODAY, shippedMethod)
        const people = result.people.toSorted((a, b) => (a.name < b.name ? -1 : 1))
        return [
          result.coverage?.score ?? null,
          ...(result.coverage?.roles ?? []).flatMap(({ value, people: who, singleThreaded }) => [
            value,
            who.length,
            singleThreaded,
          ]),
          result.support?.now ?? null,
          result.support?.settled ?? null,
          result.threading.ours,
          result.threading.theirs,
          ...people.flatMap((row) => [
            row.name,
            row.access,
            row.path.length,
            row.settledOpinion,
            row.depth,
            row.impact,
            row.risk,
          ]),
        ]
      }
      const renamed = figures(rename)
      figures().forEach((figure, i) => {
        if (typeof figure === 'number') expect(renamed[i]).toBeCloseTo(figure, 6)
        else expect(renamed[i]).toBe(figure)
      })
    }),
  )
})

test('removing an isolated person has impact 0', () => {
  fc.assert(
    fc.property(account, fc.constantFrom(...Stance.options), (data, stance) => {
      const evaluation = build(data).theirs('Alone').stance('Alone', stance).ours('Idle').evaluate()
      expect(drill(evaluation, [person('Alone')]).loss.impact).toBe(0)
      expect(departureLosses(evaluation).get(person('Alone'))?.impact).toBe(0)
      expect(departureLosses(evaluation).get(person('Idle'))?.impact).toBe(0)
    }),
  )
})

test('settled opinions stay within the known ones where no conflict exists', () => {
  fc.assert(
    fc.property(account, (data) => {
      const evaluation = build({ ...data, ties: data.ties.filter(({ kind }) => kind !== 'conflicts-with') }).evaluate()
      const opinions = evaluation.situation.theirs.map(({ opinion }) => opinion)
      for (const x of evaluation.settled) {
        expect(x).toBeLessThanOrEqual(Math.max(...opinions) + 1e-9)
        expect(x).toBeGreaterThanOrEqual(Math.min(...opinions) - 1e-9)
      }
    }),
  )
})

test('the fast drill equals the naive one', () => {
  fc.assert(
    fc.property(account, (data) => {
      const evaluation = build(data).evaluate()
      const fast = departureLosses(evaluation)
      for (const [id, { impact }] of everyDrill(evaluation))
        expect(Math.abs((fast.get(id)?.impact ?? NaN) - impact)).toBeLessThan(1e-6)
    }),
    { numRuns: 300 },
  )
})

test('likelihood lies between its base and 1, and grows with signals', () => {
  const signals = fc.array(
    fc.tuple(
      fc.constantFrom(...SignalKind.options),
      fc.constantFrom('2020-01-01', '2026-03-01', TODAY, null),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    { maxLength: 5 },
  )
  fc.assert(
    fc.property(signals, fc.constantFrom(...TouchTier.options), (list, tier) => {
      const builder = new GraphBuilder().theirs('A')
      let before = shippedMethod.departure.base[tier]
      for (const [kind, on, confidence] of list) {
        const now = likelihood(tier, builder.signal('A', kind, on, confidence).graph().signals, TODAY, shippedMethod)
        expect(now).toBeGreaterThanOrEqual(before - 1e-12)
        expect(now).toBeLessThanOrEqual(1)
        before = now
      }
    }),
  )
})
