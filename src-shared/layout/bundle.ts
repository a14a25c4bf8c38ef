import type { CardItem, Item } from './departmentTree'
import type { Point } from './geometry'
import type { Arrangement } from './roleMapTypes'
import { follow, narrowestWithin, prune, REMEMBERED, SPINE, type Context, type Incoming, type Shape } from './shape'
import { evenColumns, stackShape } from './stack'

/**
 * How the line arrives: 'stem' from a card right above (always leaves room for a bus), 'entry' through the top of a box
 * (room only if there is something to share out), 'none' where nobody is reported to.
 */
export type Link = 'stem' | 'entry' | 'none'

/** What takes one place in a row: a subtree, a department, or a stack of neighbours without subordinates. */
interface Part {
  readonly key: string
  readonly shapes: readonly Shape[]
  /** Keys of the cards of a stack; empty otherwise. */
  readonly stack: readonly string[]
}

/** One way to set the parts: chosen shapes, row by row. */
type Rows = readonly (readonly { readonly part: Part; readonly shape: Shape }[])[]

const MAX_HEIGHT_CLASSES = 20
const MAX_ROWS = 8
/** Share of a remembered length that has to be used for it to be kept. */
const HOLD = 0.6

/**
 * The shapes of everything that hangs from one superior, in reading order. `key` names it in the memory; a remembered
 * arrangement is kept, and what is new joins the last row or, if that makes it wider, a row of its own.
 */
export function bundleShapes(items: readonly Item[], key: string, link: Link, context: Context): readonly Shape[] {
  const memory = context.remembered.get(key)
  const parts = toParts(items, link, memory, context)
  const shape = (rows: Rows): Shape => rowsShape(rows, key, link, memory, context)
  if (memory) return remembered(parts, memory, shape)

  const candidates: Shape[] = []
  const heights = [...new Set(parts.flatMap((part) => part.shapes.map((s) => Math.round(s.height))))].sort((a, b) => a - b)
  const step = Math.max(1, Math.ceil(heights.length / MAX_HEIGHT_CLASSES))
  const classes = heights.filter((_, i) => (heights.length - 1 - i) % step === 0)
  const maxRows = context.style.wrap || link === 'none' ? Math.min(parts.length, MAX_ROWS) : 1
  for (const limit of classes) {
    const chosen = parts.map((part) => ({ part, shape: narrowestWithin(part.shapes, limit) }))
    for (let rows = 1; rows <= maxRows; rows += 1) {
      candidates.push(shape(breakRows(chosen, rows, context.style.gapX)))
    }
  }
  return prune(candidates)
}

function toParts(items: readonly Item[], link: Link, memory: Arrangement | undefined, context: Context): Part[] {
  const parts: Part[] = []
  let run: CardItem[] = []
  const { style } = context
  const lone = items.every(isLeaf)
  const close = (): void => {
    const [first] = run
    // A lone subordinate hangs too where everybody hangs, so that a second one changes nothing but the length.
    if (first && (run.length >= style.hangFrom || (style.wrap && lone && link === 'stem'))) {
      parts.push({ key: first.key, shapes: stackShapes(run, link, memory, context), stack: run.map((card) => card.key) })
    } else {
      for (const card of run) parts.push({ key: card.key, shapes: context.shapesOf(card), stack: [] })
    }
    run = []
  }
  for (const item of items) {
    if (isLeaf(item)) run.push(item)
    else {
      close()
      parts.push({ key: item.key, shapes: context.shapesOf(item), stack: [] })
    }
  }
  close()
  return parts
}

function isLeaf(item: Item): item is CardItem {
  return item.kind === 'card' && item.inside.length === 0 && item.exits.length === 0
}

function stackShapes(run: readonly CardItem[], link: Link, memory: Arrangement | undefined, context: Context): readonly Shape[] {
  const lines = link === 'none' ? 'none' : 'line'
  const shapes = (all: readonly (readonly number[])[]): Shape[] => all.map((columns) => stackShape(run, columns, lines, context))
  if (memory && run.some((card) => memory.columns[card.key] !== undefined)) return shapes(rememberedColumns(run, memory, context))
  const most = Math.min(run.length, lines === 'none' ? run.length : context.style.maxColumns)
  return context.offering.offer(shapes(Array.from({ length: most }, (_, i) => evenColumns(run.length, i + 1))))
}

/** The columns as they were, with newcomers at the foot of the last, or in a new one. */
function rememberedColumns(run: readonly CardItem[], memory: Arrangement, context: Context): number[][] {
  if (!context.style.wrap) {
    const known = run.map((card) => memory.columns[card.key] ?? 0)
    return [evenColumns(run.length, Math.min(run.length, Math.max(...known) + 1))]
  }
  const columns: number[] = []
  let current: number | undefined
  let newcomers = 0
  for (const card of run) {
    const known = memory.columns[card.key]
    newcomers = known === undefined ? newcomers + 1 : 0
    const foot = columns.length - 1
    if (foot < 0 || (known !== undefined && current !== undefined && known > current)) columns.push(1)
    else columns[foot] = (columns[foot] ?? 0) + 1
    current = known ?? current
  }
  const last = columns.at(-1) ?? 0
  if (newcomers === 0 || newcomers >= last || columns.length >= context.style.maxColumns) return [columns]
  const beside = [...columns.slice(0, -1), last - newcomers, newcomers]
  return last > Math.max(0, ...columns.slice(0, -1)) ? [columns, beside] : [columns]
}

/** In order, `count` rows at most, with the widest row as narrow as possible (bisection over the width, first fit). */
function breakRows(chosen: Rows[number], count: number, gap: number): Rows {
  const fill = (limit: number): (typeof chosen)[number][][] => {
    const rows: (typeof chosen)[number][][] = []
    let width = Infinity
    for (const entry of chosen) {
      width += gap + entry.shape.width
      const row = rows.at(-1)
      if (row && width <= limit) row.push(entry)
      else {
        rows.push([entry])
        width = entry.shape.width
      }
    }
    return rows
  }
  if (count <= 1) return [chosen]
  let low = Math.max(...chosen.map((entry) => entry.shape.width))
  let high = chosen.reduce((sum, entry) => sum + entry.shape.width + gap, 0)
  while (high - low > 1) {
    const middle = (low + high) / 2
    if (fill(middle).length <= count) high = middle
    else low = middle
  }
  return fill(high)
}

/**
 * The remembered rows. Newcomers join the last row or make one of their own; both are offered, and so are the alternatives of
 * what somebody joined further down, for the top to choose those that move the fewest people.
 */
function remembered(parts: readonly Part[], memory: Arrangement, shape: (rows: Rows) => Shape): readonly Shape[] {
  const rowOf = new Map(memory.rows.flatMap((row, r) => row.map((key) => [key, r] as const)))
  const rows: Part[][] = []
  let at = -1
  let newcomers = 0
  for (const part of parts) {
    const known = [part.key, ...part.stack].map((key) => rowOf.get(key)).find((row) => row !== undefined)
    newcomers = known === undefined ? newcomers + 1 : 0
    const row = rows.at(-1)
    if (row && (known === undefined || known <= at)) row.push(part)
    else rows.push([part])
    at = Math.max(at, known ?? 0)
  }
  const last = rows.at(-1) ?? []
  const settings = [rows]
  if (newcomers > 0 && newcomers < last.length && rows.length > 1) {
    settings.push([...rows.slice(0, -1), last.slice(0, -newcomers), last.slice(-newcomers)])
  }
  const most = Math.max(...parts.map((part) => part.shapes.length))
  return REMEMBERED.offer(
    settings.flatMap((setting) =>
      Array.from({ length: most }, (_, i) =>
        shape(setting.map((row) => row.map((part) => ({ part, shape: REMEMBERED.pick(part.shapes, i) })))),
      ),
    ),
  )
}

function rowsShape(rows: Rows, key: string, link: Link, memory: Arrangement | undefined, context: Context): Shape {
  const { gapX, gapY } = context.style
  const only = rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined
  const trunk = rows.length > 1 && link !== 'none'
  const indent = trunk ? 2 * SPINE : 0
  const zone =
    link === 'none' || (link === 'entry' && only) ? 0 : only && only.part.stack.length > 0 ? Math.round(gapY * 0.55) : gapY
  const gap = link === 'none' ? Math.max(gapX, gapY) : gapY

  const placed: { shape: Shape; x: number; y: number; bus: number }[] = []
  const heights: number[] = []
  let width = 0
  let y = zone
  for (const [r, row] of rows.entries()) {
    let x = indent
    const bus = y - gapY / 2
    for (const { shape } of row) {
      placed.push({ shape, x, y, bus })
      x += shape.width + gapX
    }
    width = Math.max(width, x - gapX)
    const height = held(Math.max(...row.map(({ shape }) => shape.height)), memory?.heights[r])
    heights.push(height)
    y += height + gap
  }
  width = held(width, memory?.width)
  const height = y - gap
  const first = placed[0]
  const last = placed.at(-1)
  const middle = first && last ? Math.round((first.x + first.shape.anchor + last.x + last.shape.anchor) / 2) : 0
  // A superior stays in place as long as that is over the row, rather than being centred anew.
  const kept =
    memory && first && last && memory.anchor >= first.x + first.shape.anchor && memory.anchor <= last.x + last.shape.anchor
  const anchor = only ? only.shape.anchor : trunk ? SPINE : kept && context.style.wrap ? memory.anchor : middle
  // Trees and organizations side by side are not one row broken up.
  const wraps = (link === 'none' ? 0 : rows.length - 1) + rows.flat().reduce((sum, entry) => sum + entry.shape.wraps, 0)

  return {
    width,
    height,
    anchor,
    align: only ? (only.part.stack.length > 0 ? only.shape.align : 'centre') : trunk ? 'left' : 'centre',
    wraps,
    place: (sink, left, top, incoming) => {
      sink.arrangements.set(key, { ...arrangementOf(rows), heights, width, anchor })
      for (const entry of placed) {
        const entryX = left + entry.x + entry.shape.anchor
        const way = incoming && route(incoming, left + anchor, entryX, top + entry.bus, top + entry.y, only !== undefined)
        entry.shape.place(sink, left + entry.x, top + entry.y, way)
      }
    },
  }
}

/** Down the stem (or trunk) at `stemX`, along the bus, down to the entry. */
function route(incoming: Incoming, stemX: number, entryX: number, bus: number, entryY: number, straight: boolean): Incoming {
  const end: Point = { x: entryX, y: entryY }
  return straight ? follow(incoming, end) : follow(incoming, { x: stemX, y: bus }, { x: entryX, y: bus }, end)
}

function arrangementOf(rows: Rows): Pick<Arrangement, 'rows' | 'columns'> {
  const columns: Record<string, number> = {}
  for (const { part, shape } of rows.flat()) part.stack.forEach((id, i) => (columns[id] = shape.columnOf?.[i] ?? 0))
  return { rows: rows.map((row) => row.flatMap(({ part }) => (part.stack.length > 0 ? part.stack : [part.key]))), columns }
}

/** A remembered length, if what is left still fills most of it: so that a leaver moves nobody, but a fold does. */
function held(length: number, remembered: number | undefined): number {
  return remembered !== undefined && length < remembered && length >= remembered * HOLD ? remembered : length
}
