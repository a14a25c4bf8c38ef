import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pairMatrix } from '../../../src-shared/analytics/pairMatrix'
import { situation } from '../../../src-shared/analytics/situation'
import { type Day, addDays } from '../../../src-shared/model/day'
import type { AccountGraph } from '../../../src-shared/model/graph'
import { PersonId } from '../../../src-shared/model/ids'
import { shippedMethod } from '../../../src-shared/model/method'
import { Depth, TouchTier } from '../../../src-shared/model/scales'
import { DEAL, GraphBuilder, TODAY } from './builder'

const ago = (days: number): Day => addDays(TODAY, -days)

/** With depths that are aimed at. */
function aimed(
  graph: AccountGraph,
  ...targets: readonly (readonly [own: string, subject: string, depth: number])[]
): AccountGraph {
  return {
    ...graph,
    targetDepths: targets.map(([own, subject, depth]) => ({
      ownPersonId: PersonId.parse(own),
      subjectId: PersonId.parse(subject),
      depth: Depth.parse(depth),
    })),
  }
}

const matrixOf = (graph: AccountGraph, on = TODAY) => pairMatrix(situation(graph, DEAL, on, shippedMethod))

/** The only pair of a map with one of ours and one of theirs. */
function onlyPair(graph: AccountGraph) {
  const pair = matrixOf(graph).rows[0]?.pairs[0]
  if (!pair) throw new Error('no pair')
  return pair
}

const two = (tier: TouchTier = 'manager') => new GraphBuilder().ours('chen').theirs('li', { tier })

describe('a pair', () => {
  test('that nobody judged is a stranger without a trend, overdue for nobody', () => {
    expect(onlyPair(two().graph())).toMatchObject({
      judgement: null,
      weakness: null,
      level: 0,
      depth: 0,
      target: null,
      gap: 0,
      trend: 0,
      contactDays: null,
      overdueDays: null,
    })
  })

  test('fades, and is overdue past the cadence of the tier', () => {
    // 6.1: L 3, manager (30), d 75 → floor 2.5 = 2, minus 1 → 2. Cadence 30 < 75.
    const pair = onlyPair(two().depth('chen', 'li', 3, ago(100)).met(ago(75), 'chen', 'li').graph())
    expect(pair).toMatchObject({ level: 3, depth: 2, contactDays: 75, overdueDays: 75 })
    // An executive's cadence of 90 days has room for 75, and for 90, not for 91.
    expect(onlyPair(two('executive').depth('chen', 'li', 3, ago(100)).met(ago(90), 'chen', 'li').graph())).toMatchObject({
      depth: 3,
      contactDays: 90,
      overdueDays: null,
    })
    expect(onlyPair(two('executive').depth('chen', 'li', 3, ago(100)).met(ago(91), 'chen', 'li').graph()).overdueDays).toBe(91)
  })

  test('whose meetings nobody noted is counted from its judgement; one aimed at but never touched is a gap alone', () => {
    expect(onlyPair(two().depth('chen', 'li', 2, ago(40)).graph())).toMatchObject({ contactDays: null, overdueDays: 40 })
    expect(onlyPair(aimed(two().graph(), ['chen', 'li', 3]))).toMatchObject({ gap: 3, overdueDays: null })
    // Met, and aimed at, but not judged: to be kept up.
    expect(onlyPair(aimed(two().met(ago(31), 'chen', 'li').graph(), ['chen', 'li', 1])).overdueDays).toBe(31)
    // Met once, neither judged nor aimed at: nobody promised to come again.
    expect(onlyPair(two().met(ago(400), 'chen', 'li').graph())).toMatchObject({ contactDays: 400, overdueDays: null })
  })

  test('has its trend over 90 days: fading counts, and so does what was judged since', () => {
    // 90 days ago it was judged 1; since then 3, met today: 3 − 1 = 2.
    const risen = two()
      .depth('chen', 'li', 1, ago(120))
      .met(ago(90), 'chen', 'li')
      .depth('chen', 'li', 3, ago(10))
      .met(ago(0), 'chen', 'li')
    expect(onlyPair(risen.graph())).toMatchObject({ depth: 3, trend: 2 })
    // 4, met 90 days ago: then 4; now floor(90/30) − 1 = 2 are gone.
    const faded = two().depth('chen', 'li', 4, ago(95)).met(ago(90), 'chen', 'li')
    expect(onlyPair(faded.graph())).toMatchObject({ depth: 2, trend: -2 })
    // Not known 90 days ago at all.
    expect(onlyPair(two().depth('chen', 'li', 2, ago(89)).met(ago(1), 'chen', 'li').graph()).trend).toBe(2)
  })

  test('is weak without evidence, and when its only judgement has run out, which then counts for nothing', () => {
    expect(onlyPair(two().depth('chen', 'li', 2).graph()).weakness).toBe('no-evidence')
    const expired = onlyPair(
      two()
        .depth('chen', 'li', 3, ago(50), { expires: ago(5) })
        .graph(),
    )
    expect(expired).toMatchObject({ weakness: 'expired', level: 0, depth: 0, judgement: { value: '3' }, overdueDays: null })
    const again = two()
      .depth('chen', 'li', 3, ago(50), { expires: ago(5) })
      .depth('chen', 'li', 1, ago(2))
      .graph()
    expect(onlyPair(again)).toMatchObject({ weakness: 'no-evidence', level: 1 })
  })
})

describe('the matrix', () => {
  const graph = aimed(
    new GraphBuilder()
      .ours('chen')
      .ours('zhao')
      .theirs('li', { tier: 'executive' })
      .theirs('wang')
      .thirdParty('institute', { tier: 'operational' })
      .role('wang', 'user')
      .depth('chen', 'li', 3, ago(200))
      .met(ago(91), 'chen', 'li')
      .depth('zhao', 'li', 1, ago(20))
      .depth('zhao', 'wang', 2, ago(29))
      .met(ago(3), 'chen', 'institute')
      .graph(),
    ['chen', 'wang', 2],
    ['zhao', 'wang', 3],
  )

  test('has a row for each of theirs and third parties with what its pairs come to', () => {
    expect(
      matrixOf(graph).rows.map(({ subject, roles, gap, contactDays, overdue, pairs }) => ({
        id: subject.id,
        roles,
        gap,
        contactDays,
        overdue,
        depths: pairs.map(({ depth }) => depth),
      })),
    ).toEqual([
      { id: 'institute', roles: [], gap: 0, contactDays: 3, overdue: 0, depths: [0, 0] },
      { id: 'li', roles: [], gap: 0, contactDays: 91, overdue: 1, depths: [3, 1] },
      { id: 'wang', roles: ['user'], gap: 2, contactDays: null, overdue: 0, depths: [0, 2] },
    ])
  })

  test('tells by tier how many relationships are kept up and overdue', () => {
    expect(matrixOf(graph).tiers).toEqual([
      { tier: 'executive', cadenceDays: 90, kept: 2, overdue: 1 },
      { tier: 'manager', cadenceDays: 30, kept: 2, overdue: 0 },
      { tier: 'operational', cadenceDays: 30, kept: 0, overdue: 0 },
    ])
  })
})

const fact = fc.record({
  own: fc.constantFrom('O1', 'O2', 'O3'),
  subject: fc.constantFrom('A', 'B', 'C', 'D'),
  level: fc.integer({ min: 0, max: 4 }),
  judged: fc.integer({ min: 0, max: 300 }),
  met: fc.option(fc.integer({ min: 0, max: 300 }), { nil: null }),
  target: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
})

/** The same people by other ids, in another order. */
const others: Readonly<Record<string, string>> = { O1: 'x3', O2: 'x1', O3: 'x2', A: 'y4', B: 'y1', C: 'y3', D: 'y2' }

test('other ids change nothing but the order', () => {
  fc.assert(
    fc.property(
      fc.array(fact, { maxLength: 12 }),
      fc.array(fc.constantFrom(...TouchTier.options), { minLength: 4, maxLength: 4 }),
      (facts, tiers) => {
        const figures = (rename: (id: string) => string) => {
          const builder = new GraphBuilder()
          for (const id of ['O1', 'O2', 'O3']) builder.ours(rename(id), { name: id })
          ;['A', 'B', 'C', 'D'].forEach((id, i) => builder.theirs(rename(id), { name: id, tier: tiers[i] ?? 'manager' }))
          const targets = new Map<string, readonly [string, string, number]>()
          for (const { own, subject, level, judged, met, target } of facts) {
            builder.depth(rename(own), rename(subject), level, ago(judged))
            if (met !== null) builder.met(ago(met), rename(own), rename(subject))
            if (target !== null) targets.set(`${own} ${subject}`, [rename(own), rename(subject), target])
          }
          const graph = aimed(builder.graph(), ...targets.values())
          const nameOf = new Map(graph.people.map(({ id, name }) => [id, name]))
          const { rows, tiers: cadences } = matrixOf(graph)
          const pairs = rows.flatMap((row) =>
            row.pairs.map((pair) => [
              nameOf.get(pair.ownPersonId),
              nameOf.get(pair.subjectId),
              row.gap,
              row.contactDays,
              row.overdue,
              { ...pair, ownPersonId: '', subjectId: '', judgement: pair.judgement?.value ?? null },
            ]),
          )
          return { pairs: new Set(pairs.map((pair) => JSON.stringify(pair)).sort()), cadences }
        }
        expect(figures((id) => others[id] ?? id)).toEqual(figures((id) => id))
      },
    ),
  )
})
