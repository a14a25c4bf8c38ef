import type { Situation } from '../analytics/situation'
import type { Translate } from '../i18n/translate'
import { layoutRoleMap } from '../layout/roleMap'
import { BAND_TITLE_HEIGHT, type Band, type DepartmentBox, type RoleMapLayout } from '../layout/roleMapTypes'
import { contains, type Point, type Size } from '../layout/geometry'
import { type Arrangement, sizeOf } from './arrangement'
import { boxesAround, sideOf } from './belonging'
import { COMPACT_FROM } from './cardMetrics'
import { roleMemoryOf, toLayoutMemory } from './layoutMemory'
import type { SceneDepartment } from './sceneTypes'
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
  area: Size | undefined,
  foldedUnits: ReadonlySet<string>,
): Arrangement {
  const { seats, graph } = now.snapshot
  const boxNames = new Map<string, string>()
  const nodes = [...seats].map(([id, placed]) => {
    const boxes = boxesAround(placed, now)
    for (const box of boxes) boxNames.set(box.id, box.name)
    return { id, parentId: placed.state.reportsToSeatId, unitPath: boxes.map((box) => box.id), band: sideOf(placed, now) }
  })
  const size = nodes.length > COMPACT_FROM ? 'compact' : 'regular'
  const { width, height } = sizeOf(size)
  const previous = roleMemoryOf(graph)
  const layout = layoutRoleMap({
    nodes: nodes.map((node) => ({ ...node, width, height })),
    foldedUnits,
    ...(area && { area }),
    ...(previous && { previous }),
    pins: rolePins(now, { width, height }),
  })

  const departments = closed(layout, { width, height }).map((box): SceneDepartment => {
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
      const at = layout.positions.get(id)
      const placed = seats.get(id)
      return at && placed ? [{ id, placed, size, rect: { ...at, width, height }, boxed: true }] : []
    }),
    departments,
    regions: layout.bands.map(({ band, rect }) => ({
      key: band,
      kind: 'band',
      rect,
      side: band,
      title: fitLine(bandTitle(band, now, t), rect.width - BAND_TITLE_HEIGHT, BAND_FONT),
    })),
    lines: layout.lines.map((line) => ({ ...line, faded: false })),
    hiddenIn: new Map(
      layout.departments.flatMap(({ folded, key, rect, memberIds }) =>
        folded ? nodes.filter(({ id }) => memberIds.includes(id)).map(({ id }) => [id, { key, rect }] as const) : [],
      ),
    ),
    bounds: layout.bounds,
    memory: toLayoutMemory('role', '', layout.memory),
  }
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
