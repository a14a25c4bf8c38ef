import { contains, inflate, overlaps, type Point, type Rect } from '../../../src-shared/layout/geometry'
import {
  DEFAULT_FOLDED_UNIT_SIZE,
  DEPARTMENT_LABEL_HEIGHT,
  type ReportingLine,
  type RoleMapInput,
  type RoleMapLayout,
} from '../../../src-shared/layout/roleMapTypes'

/** Every card and folded block of a layout. */
export function cardsOf(input: RoleMapInput, layout: RoleMapLayout): Map<string, Rect> {
  const cards = new Map<string, Rect>()
  for (const node of input.nodes) {
    const at = layout.positions.get(node.id)
    if (at) cards.set(node.id, { ...at, width: node.width, height: node.height })
  }
  for (const box of layout.departments) {
    if (box.folded) cards.set(box.key, { ...box.rect, ...(input.foldedUnitSize ?? DEFAULT_FOLDED_UNIT_SIZE) })
  }
  return cards
}

export function overlappingPairs(cards: ReadonlyMap<string, Rect>): string[] {
  const list = [...cards]
  return list.flatMap(([a, rectA], i) =>
    list.slice(i + 1).flatMap(([b, rectB]) => (overlaps(rectA, rectB) ? [`${a} × ${b}`] : [])),
  )
}

interface Segment {
  readonly owner: string
  readonly from: Point
  readonly to: Point
}

function segmentsOf(layout: { readonly lines: readonly ReportingLine[] }): Segment[] {
  return layout.lines.flatMap((line) =>
    line.points.slice(1).map((to, i) => ({ owner: line.parentId, from: line.points[i] ?? to, to })),
  )
}

function asRect({ from, to }: Segment): Rect {
  return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) }
}

export function slantedSegments(layout: RoleMapLayout): string[] {
  return segmentsOf(layout).flatMap((s) =>
    s.from.x !== s.to.x && s.from.y !== s.to.y ? [`${s.owner} ${JSON.stringify(s)}`] : [],
  )
}

/** Lines of different superiors that meet anywhere, be it along each other; those of one superior share their bus. */
export function crossings(layout: { readonly lines: readonly ReportingLine[] }): string[] {
  const segments = segmentsOf(layout).map((segment) => ({ owner: segment.owner, rect: inflate(asRect(segment), 0.1) }))
  return segments.flatMap((a, i) =>
    segments.slice(i + 1).flatMap((b) => (a.owner !== b.owner && overlaps(a.rect, b.rect) ? [`${a.owner} × ${b.owner}`] : [])),
  )
}

export function linesThroughCards(cards: ReadonlyMap<string, Rect>, layout: RoleMapLayout): string[] {
  return segmentsOf(layout).flatMap((segment) => {
    const line = inflate(asRect(segment), 0.1)
    return [...cards].flatMap(([id, rect]) => (overlaps(line, inflate(rect, -0.2)) ? [`${segment.owner} through ${id}`] : []))
  })
}

/** Boxes that hold someone else's card or miss one of their own, put a card under their label, or cut another box. */
export function departmentFaults(input: RoleMapInput, layout: RoleMapLayout): string[] {
  const faults: string[] = []
  const cards = cardsOf(input, layout)
  const open = layout.departments.filter((box) => !box.folded)
  const hidden = new Map(
    layout.departments.flatMap((box) => (box.folded ? box.memberIds.map((id) => [id, box.key] as const) : [])),
  )
  const blocks = new Set(hidden.values())
  for (const box of open) {
    const members = new Set(box.memberIds.map((id) => hidden.get(id) ?? id))
    const inner = { ...box.rect, y: box.rect.y + DEPARTMENT_LABEL_HEIGHT, height: box.rect.height - DEPARTMENT_LABEL_HEIGHT }
    for (const [id, rect] of cards) {
      if (members.has(id) && !contains(inner, rect)) faults.push(`${box.key} misses ${id}`)
      if (!members.has(id) && overlaps(box.rect, rect)) faults.push(`${box.key} holds the stranger ${id}`)
    }
    for (const id of box.memberIds) {
      const node = input.nodes.find((candidate) => candidate.id === id)
      if (!node?.unitPath.includes(box.unitId)) faults.push(`${id} does not belong to ${box.unitId}`)
    }
    for (const other of open) {
      if (other === box || other.depth < box.depth || !overlaps(box.rect, other.rect)) continue
      if (other.depth === box.depth || !contains(inner, other.rect)) faults.push(`${box.key} and ${other.key} cut each other`)
    }
  }
  const keys = layout.departments.map((box) => box.key)
  if (new Set(keys).size !== keys.length) faults.push('two boxes of one key')
  for (const id of layout.positions.keys()) if (blocks.has(id)) faults.push(`${id} is a card and a block`)
  return faults
}

/** Pairs of siblings that changed sides: left of one another on one height, or above in one column, and now the other way. */
export function swappedSiblings(input: RoleMapInput, before: RoleMapLayout, after: RoleMapLayout): string[] {
  const size = new Map(input.nodes.map((node) => [node.id, node]))
  const faults: string[] = []
  const side = (layout: RoleMapLayout, a: string, b: string): 'left' | 'right' | 'above' | 'below' | undefined => {
    const [p, q, m, n] = [layout.positions.get(a), layout.positions.get(b), size.get(a), size.get(b)]
    if (!p || !q || !m || !n) return undefined
    if (p.y < q.y + n.height && q.y < p.y + m.height) return p.x < q.x ? 'left' : 'right'
    if (p.x < q.x + n.width && q.x < p.x + m.width) return p.y < q.y ? 'above' : 'below'
    return undefined
  }
  const opposite = { left: 'right', right: 'left', above: 'below', below: 'above' }
  for (const siblings of Object.values(before.memory.order)) {
    siblings.forEach((a, i) => {
      for (const b of siblings.slice(i + 1)) {
        const was = side(before, a, b)
        if (was && side(after, a, b) === opposite[was]) faults.push(`${a} and ${b}`)
      }
    })
  }
  return faults
}
