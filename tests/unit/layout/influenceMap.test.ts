import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains, fitZoom, type Point, type Rect } from '../../../src-shared/layout/geometry'
import {
  layoutInfluenceMap,
  type InfluenceLink,
  type InfluenceMapInput,
  type InfluenceMapLayout,
  type InfluenceNode,
} from '../../../src-shared/layout/influenceMap'
import { seededRandom } from '../../../src-shared/layout/random'
import { overlappingPairs } from './checks'

function person(id: string, more: Partial<InfluenceNode> = {}): InfluenceNode {
  return { id, width: 100, height: 100, band: 'theirs', ...more }
}

function cardsOf(input: InfluenceMapInput, layout: InfluenceMapLayout): Map<string, Rect> {
  return new Map(
    input.nodes.map((node) => [
      node.id,
      { ...(layout.positions.get(node.id) ?? { x: NaN, y: NaN }), width: node.width, height: node.height },
    ]),
  )
}

function distance(layout: InfluenceMapLayout, a: string, b: string): number {
  const [p, q] = [layout.positions.get(a), layout.positions.get(b)]
  return p && q ? Math.hypot(p.x - q.x, p.y - q.y) : NaN
}

function network(size: number, tiesEach: number, seed: number): InfluenceMapInput & { links: InfluenceLink[] } {
  const random = seededRandom(seed)
  const bands = ['theirs', 'theirs', 'theirs', 'third-party', 'ours'] as const
  const nodes = Array.from({ length: size }, (_, i) =>
    person(`n${i}`, {
      width: 80 + Math.floor(random() * 140),
      height: 40 + Math.floor(random() * 60),
      band: bands[Math.floor(random() * 5)] ?? 'theirs',
    }),
  )
  const links = Array.from({ length: Math.round(size * tiesEach) }, () => {
    const a = Math.floor(random() * size)
    const b = random() < 0.7 ? a + Math.round((random() - 0.5) * 16) : Math.floor(random() * size)
    return { source: `n${a}`, target: `n${b}`, strength: random() }
  })
  return { nodes, links }
}

describe('the influence map', () => {
  it('draws nobody as an empty map, and one person at the origin', () => {
    expect(layoutInfluenceMap({ nodes: [], links: [] }).bounds).toEqual({ x: 0, y: 0, width: 0, height: 0 })
    expect(layoutInfluenceMap({ nodes: [person('a')], links: [] }).bounds).toMatchObject({ width: 100, height: 100 })
  })

  it('draws a strong tie shorter than a weak one', () => {
    const layout = layoutInfluenceMap({
      nodes: [person('a'), person('b'), person('c')],
      links: [
        { source: 'a', target: 'b', strength: 0.9 },
        { source: 'b', target: 'c', strength: 0.3 },
      ],
    })
    // One unit is a card with its margin, 128; lengths are 2.2 − 1.2 × strength units: 143 and 235.
    expect(distance(layout, 'a', 'b')).toBeLessThan(0.8 * distance(layout, 'b', 'c'))
  })

  it('keeps strong ties shorter on average in a large network', () => {
    const input = network(120, 2, 4)
    const layout = layoutInfluenceMap(input)
    const mean = (links: readonly InfluenceLink[]): number => {
      const lengths = links.map((link) => distance(layout, link.source, link.target)).filter((length) => length > 0)
      return lengths.reduce((sum, length) => sum + length, 0) / lengths.length
    }
    expect(mean(input.links.filter((link) => link.strength > 0.7))).toBeLessThan(
      mean(input.links.filter((link) => link.strength < 0.3)),
    )
  })

  it('ignores ties to nobody and to oneself', () => {
    const layout = layoutInfluenceMap({
      nodes: [person('a')],
      links: [
        { source: 'a', target: 'a', strength: 1 },
        { source: 'a', target: 'x', strength: 1 },
      ],
    })
    expect(layout.positions.size).toBe(1)
  })

  it('suits the shape of the area', () => {
    const { nodes, links } = network(80, 1.6, 2)
    const wide = layoutInfluenceMap({ nodes, links, area: { width: 1600, height: 700 } }).bounds
    const tall = layoutInfluenceMap({ nodes, links, area: { width: 700, height: 1600 } }).bounds
    expect(wide.width / wide.height).toBeGreaterThan(1.2)
    expect(tall.width / tall.height).toBeLessThan(1)
  })

  it('keeps 300 people readable', () => {
    expect(fitZoom(layoutInfluenceMap(network(300, 2.5, 3)).bounds, { width: 1440, height: 900 })).toBeGreaterThan(0.2)
  })

  it('moves nobody when somebody joins, and puts the newcomer near whom they are tied to', () => {
    const { nodes, links } = network(150, 2, 8)
    const before = layoutInfluenceMap({ nodes, links })
    const after = layoutInfluenceMap({
      nodes: [...nodes, person('new')],
      links: [...links, { source: 'new', target: 'n5', strength: 0.9 }],
      previous: before.positions,
    })
    for (const [id, at] of before.positions) expect(after.positions.get(id)).toEqual(at)
    expect(distance(after, 'new', 'n5')).toBeLessThan(1500)
  })
})

describe('any network', { timeout: 60_000 }, () => {
  const sample = fc.record({
    size: fc.integer({ min: 1, max: 90 }),
    tiesEach: fc.constantFrom(0, 0.5, 1, 3),
    seed: fc.integer({ min: 0, max: 1_000_000 }),
  })

  it('has no overlaps, is within its bounds and the same every time, afresh or continued', () => {
    fc.assert(
      fc.property(sample, ({ size, tiesEach, seed }) => {
        const input = network(size, tiesEach, seed)
        const layout = layoutInfluenceMap(input)
        expect(overlappingPairs(cardsOf(input, layout))).toEqual([])
        for (const rect of cardsOf(input, layout).values()) expect(contains(layout.bounds, rect)).toBe(true)
        expect(layoutInfluenceMap(structuredClone(input))).toEqual(layout)
        const previous = new Map([...layout.positions].filter((_, i) => i % 5 !== 0))
        expect(overlappingPairs(cardsOf(input, layoutInfluenceMap({ ...input, previous })))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('keeps pinned cards exactly there, with nobody under them', () => {
    fc.assert(
      fc.property(sample, fc.boolean(), ({ size, tiesEach, seed }, warm) => {
        const input = network(size, tiesEach, seed)
        const free = layoutInfluenceMap(input)
        // Cards are at most 220 × 100: pins on this grid never cover each other.
        const pins = new Map<string, Point>(
          input.nodes.filter((_, i) => i % 11 === 3).map((node, i) => [node.id, { x: 400.5 * (i % 3), y: 180.25 * i }]),
        )
        const layout = layoutInfluenceMap({ ...input, pins, ...(warm ? { previous: free.positions } : {}) })
        for (const [id, at] of pins) expect(layout.positions.get(id)).toEqual(at)
        expect(overlappingPairs(cardsOf(input, layout))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
