import type { Situation, Subject } from '../analytics/situation'
import type { Translate } from '../i18n/translate'
import { hull, type Rect, type Size } from '../layout/geometry'
import { layoutPowerGrid } from '../layout/powerGrid'
import { PoliticalStatus, Stance, TouchTier } from '../model/scales'
import { type Arrangement, sizeOf, type Spot } from './arrangement'
import { COMPACT_FROM } from './cardMetrics'
import type { SceneRegion } from './sceneTypes'
import { fitLine, fitTwoLines, type Font, measure } from './text'

const HEAD_FONT: Font = { size: 13, weight: 600 }
const HEAD_HEIGHT = 34
const HEAD_WIDTH = 132
const HEAD_GAP = 6
const HEAD_INSET = 10
/** Room that a column's badge takes beside its words. */
const BADGE_ROOM = 26
const COLUMN_LEAST = 132
const COLUMN_MOST = 190

/** One way to lay people out in a table: what the columns and rows are, and where somebody belongs. */
interface Axes {
  readonly columns: readonly { readonly key: string; readonly label: string; readonly stance?: Stance | 'unknown' }[]
  readonly rows: readonly { readonly key: string; readonly label: string }[]
  readonly columnOf: (subject: Subject) => string
  readonly rowOf: (subject: Subject) => string
}

/** The power grid: theirs and third parties by political status and stance. */
export function arrangePowerGrid(now: Situation, t: Translate, area: Size | undefined): Arrangement {
  const politicals = [...PoliticalStatus.options].reverse()
  return arrangeTable(now, area, {
    columns: [...Stance.options, 'unknown' as const].map((stance) => ({
      key: stance,
      label: t(`model.stance.${stance}`),
      stance,
    })),
    rows: [...politicals, 'unknown' as const].map((status) => ({ key: status, label: t(`model.political.${status}`) })),
    columnOf: ({ stance }) => stance ?? 'unknown',
    rowOf: ({ political }) => political ?? 'unknown',
  })
}

/** The grid as a customer may see it: without any opinion of ours, people by rank and by whose they are. */
export function arrangeRankGrid(now: Situation, t: Translate, area: Size | undefined): Arrangement {
  return arrangeTable(now, area, {
    columns: (['theirs', 'third-party'] as const).map((side) => ({ key: side, label: t(`model.side.${side}`) })),
    rows: TouchTier.options.map((tier) => ({ key: tier, label: t(`model.tier.${tier}`) })),
    columnOf: ({ presence }) => presence.person.side,
    rowOf: ({ presence }) => presence.tier,
  })
}

function arrangeTable(now: Situation, area: Size | undefined, axes: Axes): Arrangement {
  const size = now.theirs.length > COMPACT_FROM ? 'compact' : 'regular'
  const card = sizeOf(size)
  const layout = layoutPowerGrid({
    people: now.theirs.map((subject) => ({
      id: subject.id,
      ...card,
      column: axes.columns.findIndex(({ key }) => key === axes.columnOf(subject)),
      row: axes.rows.findIndex(({ key }) => key === axes.rowOf(subject)),
    })),
    columns: axes.columns.length,
    rows: axes.rows.length,
    columnWidths: axes.columns.map(({ label }) =>
      Math.min(COLUMN_MOST, Math.max(COLUMN_LEAST, measure(label, HEAD_FONT) + BADGE_ROOM + 2 * HEAD_INSET)),
    ),
    ...(area && { area: { width: area.width - HEAD_WIDTH - HEAD_GAP, height: area.height - HEAD_HEIGHT - HEAD_GAP } }),
  })
  const regions = [
    ...heads(layout.cells, axes),
    ...layout.cells.map(({ column, row, rect }): SceneRegion => ({
      key: `${axes.columns[column]?.key} ${axes.rows[row]?.key}`,
      kind: 'cell',
      rect,
      title: null,
    })),
  ]
  return {
    spots: now.theirs.flatMap(
      ({
        id,
        presence: {
          seats: [placed],
        },
      }): Spot[] => {
        const at = layout.positions.get(id)
        return at && placed ? [{ id, placed, size, rect: { ...at, ...card }, boxed: false }] : []
      },
    ),
    departments: [],
    regions,
    lines: [],
    hiddenIn: new Map(),
    bounds: hull(regions.map(({ rect }) => rect)) ?? layout.bounds,
    memory: null,
  }
}

function heads(
  cells: readonly { readonly column: number; readonly row: number; readonly rect: Rect }[],
  axes: Axes,
): SceneRegion[] {
  return cells.flatMap(({ column, row, rect }) => {
    const made: SceneRegion[] = []
    const top = axes.columns[column]
    const left = axes.rows[row]
    if (row === 0 && top) {
      const head = { x: rect.x, y: rect.y - HEAD_GAP - HEAD_HEIGHT, width: rect.width, height: HEAD_HEIGHT }
      made.push({
        key: top.key,
        kind: 'column-head',
        rect: head,
        title: fitLine(top.label, head.width - 2 * HEAD_INSET - (top.stance ? BADGE_ROOM : 0), HEAD_FONT),
        ...(top.stance && { stance: top.stance }),
      })
    }
    if (column === 0 && left) {
      const head = { x: rect.x - HEAD_GAP - HEAD_WIDTH, y: rect.y, width: HEAD_WIDTH, height: rect.height }
      made.push({
        key: left.key,
        kind: 'row-head',
        rect: head,
        title: fitTwoLines(left.label, HEAD_WIDTH - 2 * HEAD_INSET, HEAD_FONT, HEAD_FONT),
      })
    }
    return made
  })
}
