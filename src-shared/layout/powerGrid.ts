import { DEFAULT_AREA, fitZoom, type Point, type Rect, type Size } from './geometry'

/** A person of the power grid. */
export interface PowerGridPerson extends Size {
  readonly id: string
  /** Stance, 0 to `columns` − 1: opponent … coach, the last one unknown. */
  readonly column: number
  /** Political status, 0 to `rows` − 1, from the top: inner, structure, outside, not judged. */
  readonly row: number
}

export interface PowerGridInput {
  /** In the order in which they should stand in their cell. */
  readonly people: readonly PowerGridPerson[]
  /** Default 7. */
  readonly columns?: number
  /** Default 4. */
  readonly rows?: number
  /** The least width of each column, so that its header fits; default 120 each. */
  readonly columnWidths?: readonly number[]
  /** The least height of a row; default 72. */
  readonly rowHeight?: number
  /** The drawing area whose shape the grid should suit; default 1440 × 900. */
  readonly area?: Size
}

export interface PowerGridCell {
  readonly column: number
  readonly row: number
  readonly rect: Rect
  readonly ids: readonly string[]
}

export interface PowerGridLayout {
  /** Row by row, empty ones included. Cells of a column have one width, cells of a row one height; the first is at (0, 0). */
  readonly cells: PowerGridCell[]
  /** Top-left corner of every card. */
  readonly positions: Map<string, Point>
  readonly bounds: Rect
}

const PADDING = 12
const GAP = 10
/** Between neighbouring cells. */
const CELL_GAP = 4
const MIN_WIDTH = 120
const MIN_HEIGHT = 72

interface Cell {
  readonly column: number
  readonly row: number
  readonly people: PowerGridPerson[]
}

/**
 * The power grid (权力地图): political status × stance, everybody in a cell, in input order, wrapping. How many stand side
 * by side in a column is chosen so that the whole suits the area. Pure, deterministic, no overlap.
 *
 * @throws RangeError naming the person whose column or row is not a whole number inside the grid.
 */
export function layoutPowerGrid(input: PowerGridInput): PowerGridLayout {
  const columns = input.columns ?? 7
  const rows = input.rows ?? 4
  const area = input.area ?? DEFAULT_AREA
  const cells: Cell[] = Array.from({ length: rows * columns }, (_, i) => ({
    column: i % columns,
    row: Math.floor(i / columns),
    people: [],
  }))
  for (const person of input.people) {
    const inside = Number.isInteger(person.column) && person.column >= 0 && person.column < columns
    const cell = inside ? cells[person.row * columns + person.column] : undefined
    if (!cell)
      throw new RangeError(
        `${person.id} is at column ${person.column}, row ${person.row}, outside the grid of ${columns} × ${rows}`,
      )
    cell.people.push(person)
  }
  const slots = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...cells.filter((cell) => cell.column === column).flatMap((cell) => cell.people.map((person) => person.width))),
  )
  const measure = (across: readonly number[]): { widths: number[]; heights: number[]; size: Size } => {
    const widths = slots.map((slot, column) => {
      const count = across[column] ?? 1
      return Math.max(input.columnWidths?.[column] ?? MIN_WIDTH, slot > 0 ? count * (slot + GAP) - GAP + 2 * PADDING : 0)
    })
    const heights = Array.from({ length: rows }, (_, row) =>
      Math.max(
        input.rowHeight ?? MIN_HEIGHT,
        ...cells.filter((cell) => cell.row === row).map((cell) => 2 * PADDING + contentHeight(linesOf(cell, across))),
      ),
    )
    return { widths, heights, size: { width: total(widths), height: total(heights) } }
  }

  const across = chooseAcross(cells, columns, (candidate) => measure(candidate).size, area)
  const { widths, heights, size } = measure(across)
  const lefts = offsets(widths)
  const tops = offsets(heights)
  const positions = new Map<string, Point>()
  const placed = cells.map((cell): PowerGridCell => {
    const rect: Rect = {
      x: lefts[cell.column] ?? 0,
      y: tops[cell.row] ?? 0,
      width: widths[cell.column] ?? 0,
      height: heights[cell.row] ?? 0,
    }
    const slot = slots[cell.column] ?? 0
    let y = rect.y + PADDING
    for (const line of linesOf(cell, across)) {
      line.forEach((person, i) => positions.set(person.id, { x: rect.x + PADDING + i * (slot + GAP), y }))
      y += Math.max(...line.map((person) => person.height)) + GAP
    }
    return { column: cell.column, row: cell.row, rect, ids: cell.people.map((person) => person.id) }
  })
  return { cells: placed, positions, bounds: { x: 0, y: 0, ...size } }
}

/**
 * From one card across everywhere, the column whose widening makes the grid lowest is widened, step by step until all stand in
 * one line; of all steps the first with the best zoom is taken.
 */
function chooseAcross(
  cells: readonly Cell[],
  columns: number,
  sizeOf: (across: readonly number[]) => Size,
  area: Size,
): number[] {
  const most = Array.from({ length: columns }, (_, column) =>
    Math.max(1, ...cells.filter((cell) => cell.column === column).map((cell) => cell.people.length)),
  )
  let across = most.map(() => 1)
  let best = { across, zoom: fitZoom(sizeOf(across), area) }
  for (;;) {
    const wider = across.flatMap((count, column) =>
      count < (most[column] ?? 1) ? [across.map((other, i) => (i === column ? other + 1 : other))] : [],
    )
    const [first, ...others] = wider.map((candidate) => ({ across: candidate, size: sizeOf(candidate) }))
    if (!first) return best.across
    const next = others.reduce(
      (low, other) =>
        other.size.height < low.size.height || (other.size.height === low.size.height && other.size.width < low.size.width)
          ? other
          : low,
      first,
    )
    across = next.across
    const zoom = fitZoom(next.size, area)
    if (zoom > best.zoom + 1e-9) best = { across, zoom }
    // Wider than the area already at the best zoom: every further step only makes it smaller.
    if (area.width / next.size.width < best.zoom) return best.across
  }
}

function linesOf(cell: Cell, across: readonly number[]): PowerGridPerson[][] {
  const count = across[cell.column] ?? 1
  return Array.from({ length: Math.ceil(cell.people.length / count) }, (_, i) => cell.people.slice(i * count, (i + 1) * count))
}

function contentHeight(lines: readonly (readonly PowerGridPerson[])[]): number {
  return lines.reduce((sum, line) => sum + Math.max(...line.map((person) => person.height)) + GAP, -GAP)
}

function total(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length + CELL_GAP, -CELL_GAP)
}

function offsets(lengths: readonly number[]): number[] {
  let at = 0
  return lengths.map((length) => {
    const here = at
    at += length + CELL_GAP
    return here
  })
}
