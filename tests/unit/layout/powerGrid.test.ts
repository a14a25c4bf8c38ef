import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains, fitZoom, type Rect } from '../../../src-shared/layout/geometry'
import { layoutPowerGrid, type PowerGridPerson } from '../../../src-shared/layout/powerGrid'
import { overlappingPairs } from './checks'

const card = (id: string, column: number, row: number): PowerGridPerson => ({ id, column, row, width: 190, height: 76 })

describe('the power grid', () => {
  it('keeps every cell of an empty grid wide enough for its header', () => {
    const { cells, bounds } = layoutPowerGrid({ people: [], columnWidths: [200, 120, 120, 120, 120, 120, 120] })
    expect(cells).toHaveLength(28)
    expect(cells[0]?.rect).toEqual({ x: 0, y: 0, width: 200, height: 72 })
    expect(cells[27]?.rect).toEqual({ x: 204 + 5 * 124, y: 3 * 76, width: 120, height: 72 })
    expect(bounds).toEqual({ x: 0, y: 0, width: 944, height: 300 })
  })

  it('puts one person into the corner of their cell', () => {
    const { cells, positions } = layoutPowerGrid({ people: [card('a', 1, 2)] })
    expect(cells.find((cell) => cell.column === 1 && cell.row === 2)).toMatchObject({
      ids: ['a'],
      rect: { x: 124, y: 152, width: 214, height: 100 },
    })
    expect(positions.get('a')).toEqual({ x: 136, y: 164 })
  })

  it('wraps in input order', () => {
    const { positions } = layoutPowerGrid({
      people: ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => card(id, 0, 0)),
      area: { width: 1440, height: 500 },
    })
    const order = [...positions].sort(([, p], [, q]) => p.y - q.y || p.x - q.x).map(([id]) => id)
    expect(order).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })

  it('suits the area', () => {
    const people = Array.from({ length: 60 }, (_, i) => card(`p${i}`, i % 3, i % 4))
    const wide = layoutPowerGrid({ people, area: { width: 2000, height: 600 } }).bounds
    const tall = layoutPowerGrid({ people, area: { width: 800, height: 1400 } }).bounds
    expect(wide.width).toBeGreaterThan(tall.width)
    expect(fitZoom(layoutPowerGrid({ people }).bounds, { width: 1440, height: 900 })).toBeGreaterThan(0.5)
  })

  it('names who stands outside the grid', () => {
    expect(() => layoutPowerGrid({ people: [card('a', 7, 0)] })).toThrow('a is at column 7, row 0, outside the grid of 7 × 4')
    expect(() => layoutPowerGrid({ people: [card('a', 0, -1)] })).toThrow(RangeError)
  })

  it('never overlaps, keeps everybody in their cell and is the same every time', () => {
    const people = fc
      .array(
        fc.record({
          column: fc.nat(6),
          row: fc.nat(3),
          width: fc.integer({ min: 1, max: 400 }),
          height: fc.integer({ min: 1, max: 200 }),
        }),
        { maxLength: 120 },
      )
      .map((list) => list.map((entry, i): PowerGridPerson => ({ ...entry, id: `p${i}` })))
    fc.assert(
      fc.property(people, (list) => {
        const layout = layoutPowerGrid({ people: list })
        const rects = new Map<string, Rect>()
        for (const one of list) {
          const at = layout.positions.get(one.id) ?? { x: NaN, y: NaN }
          const rect = { ...at, width: one.width, height: one.height }
          rects.set(one.id, rect)
          const cell = layout.cells.find(({ ids }) => ids.includes(one.id))
          expect(cell && contains(cell.rect, rect) && cell.column === one.column && cell.row === one.row).toBe(true)
        }
        expect(overlappingPairs(rects)).toEqual([])
        expect(overlappingPairs(new Map(layout.cells.map((cell, i) => [`${i}`, cell.rect])))).toEqual([])
        expect(layoutPowerGrid({ people: list })).toEqual(layout)
      }),
    )
  })
})
