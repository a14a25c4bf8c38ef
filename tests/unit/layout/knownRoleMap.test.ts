import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Point } from '../../../src-shared/layout/geometry'
import { knownRoleMap } from '../../../src-shared/layout/knownRoleMap'
import { layoutRoleMap } from '../../../src-shared/layout/roleMap'
import type { RoleMapInput } from '../../../src-shared/layout/roleMapTypes'
import { company } from './companies'

const people = company(40)
const memory = layoutRoleMap({ nodes: people }).memory

const pinned: readonly (readonly (readonly [string, Point])[])[] = [
  [],
  [['p3', { x: 10, y: 20 }]],
  [['p3', { x: 30, y: 20 }]],
  [
    ['p3', { x: 10, y: 20 }],
    ['p4', { x: 15, y: 25 }],
  ],
]

/** Questions that differ in one thing or another, few enough to come again. */
const question = fc
  .record({
    size: fc.constantFrom(20, 39, 40),
    moved: fc.boolean(),
    wide: fc.boolean(),
    department: fc.constantFrom('it', 'finance', null),
    folded: fc.constantFrom('it', 'finance', null),
    remembered: fc.boolean(),
    area: fc.constantFrom({ width: 1440, height: 900 }, { width: 800, height: 1200 }, null),
    pins: fc.constantFrom(...pinned),
  })
  .map(({ size, moved, wide, department, folded, remembered, area, pins }): RoleMapInput => ({
    // Made anew each time, as after every edit.
    nodes: people.slice(0, size).map((node, i) => ({
      ...node,
      ...(moved && i === 12 && { parentId: 'p1' }),
      ...(wide && i === 9 && { width: 240 }),
      ...(department !== null && i === 15 && { unitPath: [department] }),
    })),
    ...(folded !== null && { foldedUnits: new Set([folded]) }),
    ...(remembered && { previous: memory }),
    ...(area && { area }),
    pins: new Map(pins),
  }))

it('answers as a layout would that remembers no question', () => {
  fc.assert(
    fc.property(fc.array(question, { minLength: 1, maxLength: 16 }), (questions) => {
      for (const input of questions) expect(knownRoleMap(input)).toEqual(layoutRoleMap(input))
    }),
    { numRuns: 12 },
  )
})

it('gives the very same answer to the same question, by which others see that nothing has moved', () => {
  const ask = (): RoleMapInput => ({ nodes: company(30), previous: memory, pins: new Map([['p2', { x: 1, y: 2 }]]) })
  const first = knownRoleMap(ask())
  knownRoleMap({ nodes: company(31) })
  expect(knownRoleMap(ask())).toBe(first)
})
