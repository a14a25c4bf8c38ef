import type { Situation } from '../analytics/situation'
import type { Translate } from '../i18n/translate'
import { knownRoleMap } from '../layout/knownRoleMap'
import { BAND_TITLE_HEIGHT, type Band, type DepartmentBox, type RoleMapLayout } from '../layout/roleMapTypes'
import { contains, type Point, type Rect, type Size } from '../layout/geometry'
import type { LayoutMemory } from '../model/graph'
import { type Arrangement, sizeOf } from './arrangement'
import { boxesAround, sideOf } from './belonging'
import { COMPACT_FROM } from './cardMetrics'
import { roleMemoryOf, toLayoutMemory } from './layoutMemory'
import type { SceneDepartment, SceneInput, SceneLine } from './sceneTypes'
import { fitLine, type Font } from './text'

const BAND_FONT: Font = { size: 13, weight: 600 }
const DEPARTMENT_FONT: Font = { size: 11, weight: 600 }
const BLOCK_FONT: Font = { size: 14, weight: 600 }
const BLOCK_COUNT_FONT: Font = { size: 11, weight: 400 }
export const BLOCK_INSET = 14
/** Under the lowest card of a department. */
const BOX_PADDING = 12

/** The role map: every seat a card, hung by its reporting line, inside its departments, in the region of its side. */
export function arrangeRoleMap(
  now: Situation,
  t: Translate,
  { area, foldedUnits = new Set(), only }: Pick<SceneInput, 'area' | 'foldedUnits' | 'only'>,
): Arrangement {
  const { seats, graph } = now.snapshot
  const boxNames = new Map<string, string>()
  const drawn = only ? [...seats].filter(([id]) => only.has(id)) : [...seats]
  const nodes = drawn.map(([id, placed]) => {
    const boxes = boxesAround(placed, now)
    for (const box of boxes) boxNames.set(box.id, box.name)
    return { id, parentId: placed.state.reportsToSeatId, unitPath: boxes.map((box) => box.id), band: sideOf(placed, now) }
  })
  const size = nodes.length > COMPACT_FROM ? 'compact' : 'regular'
  const { width, height } = sizeOf(size)
  // An excerpt is a drawing of its own.
  const previous = only ? null : roleMemoryOf(graph)
  const layout = knownRoleMap({
    nodes: nodes.map((node) => ({ ...node, width, height })),
    foldedUnits,
    ...(area && { area }),
    ...(previous && { previous }),
    pins: only ? new Map() : rolePins(now, { width, height }),
  })

  const parts = partsOf(layout, { width, height })
  const departments = parts.boxes.map((box): SceneDepartment => {
    const name = boxNames.get(box.unitId) ?? ''
    const room = box.rect.width - 2 * BLOCK_INSET
    return {
      key: box.key,
      unitId: box.unitId,
      side: box.band,
      rect: box.rect,
      depth: box.depth,
      label: fitLine(name, room, box.folded ? BLOCK_FONT : DEPARTMENT_FONT),
      folded: box.folded
        ? {
            count: box.hiddenCount,
            words: fitLine(t('map.department.people', { count: box.hiddenCount }), room, BLOCK_COUNT_FONT),
          }
        : null,
      faded: false,
    }
  })
  return {
    spots: nodes.flatMap(({ id }) => {
      const rect = parts.rects.get(id)
      const placed = seats.get(id)
      return rect && placed ? [{ id, placed, size, rect, boxed: true }] : []
    }),
    departments,
    regions: layout.bands.map(({ band, rect }) => ({
      key: band,
      kind: 'band',
      rect,
      side: band,
      title: fitLine(bandTitle(band, now, t), rect.width - BAND_TITLE_HEIGHT, BAND_FONT),
    })),
    lines: parts.lines,
    hiddenIn: new Map(
      layout.departments.flatMap(({ folded, key, rect, memberIds }) =>
        folded ? nodes.filter(({ id }) => memberIds.includes(id)).map(({ id }) => [id, { key, rect }] as const) : [],
      ),
    ),
    bounds: layout.bounds,
    memory: only ? null : parts.memory,
  }
}

/** What a layout alone decides of a map. */
interface Parts {
  readonly rects: ReadonlyMap<string, Rect>
  readonly boxes: readonly DepartmentBox[]
  readonly lines: readonly SceneLine[]
  readonly memory: LayoutMemory
}

const known = new WeakMap<RoleMapLayout, Parts>()

/** The same objects for the same layout, by which whoever draws them sees that nothing has moved. */
function partsOf(layout: RoleMapLayout, card: Size): Parts {
  const parts = known.get(layout) ?? {
    rects: new Map([...layout.positions].map(([id, at]) => [id, { ...at, ...card }])),
    boxes: closed(layout, card),
    lines: layout.lines.map((line) => ({ ...line, faded: false })),
    memory: toLayoutMemory('role', '', layout.memory),
  }
  known.set(layout, parts)
  return parts
}

/** Pins hold a card's centre, the layout its corner. */
function rolePins(now: Situation, { width, height }: Size): ReadonlyMap<string, Point> {
  return new Map(
    now.snapshot.graph.pins
      .filter(({ drawing }) => drawing === 'role')
      .map(({ nodeId, x, y }) => [nodeId, { x: x - width / 2, y: y - height / 2 }]),
  )
}

function bandTitle(band: Band, now: Situation, t: Translate): string {
  const { account, organizations } = now.snapshot.graph
  if (band === 'third-party') return t('model.side.third-party')
  const own = organizations.find(({ id, kind }) => (band === 'theirs' ? id === account.organizationId : kind === 'own'))
  const name = own?.name || (band === 'theirs' ? account.name : '')
  return [t(`model.side.${band}`), name].filter((part) => part !== '').join(t('map.separator'))
}

/**
 * The departments with their boxes closed under what is in them. The layout keeps room for newcomers, which is better left empty on the
 * ground than inside a box, where it looks as if somebody were missing.
 */
function closed({ departments, positions }: RoleMapLayout, card: Size): DepartmentBox[] {
  const bottoms = new Map<string, number>()
  const innerFirst = [...departments].sort((a, b) => b.depth - a.depth)
  for (const { key, rect, folded, memberIds, depth } of innerFirst) {
    const cards = memberIds.map((id) => (positions.get(id)?.y ?? -Infinity) + card.height)
    const boxes = innerFirst.filter(
      (inner) => (inner.depth > depth || inner.folded) && contains(rect, inner.rect) && inner.key !== key,
    )
    const content = Math.max(...cards, ...boxes.map((inner) => bottoms.get(inner.key) ?? -Infinity))
    bottoms.set(
      key,
      folded || content === -Infinity ? rect.y + rect.height : Math.min(rect.y + rect.height, content + BOX_PADDING),
    )
  }
  return departments.map((box) => ({ ...box, rect: { ...box.rect, height: (bottoms.get(box.key) ?? 0) - box.rect.y } }))
}
