import fc from 'fast-check'
import { expect, it } from 'vitest'
import { layoutInfluenceMap, type InfluenceMapInput, influenceMapSteps } from '../../../src-shared/layout/influenceMap'
import { inOneGo, type Steps } from '../../../src-shared/layout/steps'
import { slice, SLICE_MS } from '../../../src-renderer/map/slices'

const map = fc
  .integer({ min: 2, max: 40 })
  .chain((people) => {
    const place = fc.integer({ min: 0, max: people - 1 })
    const strength = fc.double({ min: 0, max: 1, noNaN: true })
    return fc.record({ people: fc.constant(people), links: fc.array(fc.tuple(place, place, strength), { maxLength: 90 }) })
  })
  .map(({ people, links }): InfluenceMapInput => {
    const nodes = Array.from({ length: people }, (_, i) => ({ id: `n${i}`, width: 120, height: 80, band: 'theirs' as const }))
    return { nodes, links: links.map(([a, b, strength]) => ({ source: `n${a}`, target: `n${b}`, strength })) }
  })

/** A clock by which every step takes `ms`. */
function clock(ms: number): () => number {
  let now = -ms
  return () => (now += ms)
}

function sliced<T>(steps: Steps<T>, ms: number): { readonly value: T; readonly slices: number } {
  for (let slices = 1; ; slices += 1) {
    const next = slice(steps, clock(ms))
    if (next.done) return { value: next.value, slices }
  }
}

it('puts people where one piece of work does, however often it pauses, and whatever is arranged meanwhile', () => {
  fc.assert(
    fc.property(map, map, fc.integer({ min: 1, max: 2 * SLICE_MS }), (one, other, ms) => {
      const meanwhile = influenceMapSteps(other)
      const steps = influenceMapSteps(one)
      const paused = (function* () {
        for (;;) {
          const { done, value } = steps.next()
          if (done) return value
          meanwhile.next()
          yield
        }
      })()
      expect(sliced(paused, ms).value).toEqual(layoutInfluenceMap(one))
    }),
    { numRuns: 40 },
  )
})

it('works for its time, a step at least, and goes on where it stopped', () => {
  const seen: number[] = []
  const count = (): Steps<string> =>
    (function* () {
      for (let i = 0; i < 10; i += 1) {
        seen.push(i)
        yield
      }
      return 'counted'
    })()
  expect(sliced(count(), 2 * SLICE_MS)).toEqual({ value: 'counted', slices: 11 })
  expect(sliced(count(), SLICE_MS / 3).slices).toBe(4)
  expect(inOneGo(count())).toBe('counted')
  expect(seen).toEqual([0, 1, 2].flatMap(() => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]))
})
