import type { Point, Rect, Size } from './geometry'
import type { Item } from './departmentTree'
import type { Seat } from './roleForest'
import type { Arrangement, Band, BandRegion, ReportingLine } from './roleMapTypes'

/**
 * The layout works with rectangles: whatever hangs from one superior keeps to a rectangle of its own, and a reporting line
 * runs only in the rectangle of its superior, outside the rectangles below. Hence no two cards overlap and no two lines
 * cross, whatever the packing. A subtree offers several shapes (as the blocks of a floor plan do: Stockmeyer 1983, Optimal
 * orientations of cells in slicing floorplan designs); the choice is made from the top, where the area is known.
 */
export interface Shape extends Size {
  /** Where the line from above arrives, on the top border, from the left. */
  readonly anchor: number
  /** The superior's card: centred over `anchor`, or left-aligned with it running down from near its left corner. */
  readonly align: 'centre' | 'left'
  /** Rows beyond the first and stacks beyond one column in all of it: how far it is from a classical chart. */
  readonly wraps: number
  /** Of a stack: the column of each card, from 0. */
  readonly columnOf?: readonly number[]
  /** Draws it with the top-left corner at (x, y). `incoming` ends at (x + anchor, y); null where nobody is reported to. */
  readonly place: (sink: Sink, x: number, y: number, incoming: Incoming | null) => void
}

/** The way of a reporting line from the superior's card so far. */
export interface Incoming {
  readonly parentId: string
  readonly points: readonly Point[]
}

/** Receives what `place` draws. */
export interface Sink {
  readonly cards: { readonly seat: Seat; readonly rect: Rect }[]
  readonly lines: ReportingLine[]
  /** Boxes in the order they are opened, so that outer ones come first. */
  readonly boxes: PlacedBox[]
  readonly regions: BandRegion[]
  readonly arrangements: Map<string, Arrangement>
}

export interface PlacedBox {
  readonly key: string
  readonly unitId: string
  readonly depth: number
  readonly band: Band
  rect: Rect
  memberIds: readonly string[]
}

/** The distances and liberties of one density. Lengths in map units. */
export interface Style {
  readonly gapX: number
  /** Between a card and the row below it; the bus runs in the middle. */
  readonly gapY: number
  readonly stackGap: number
  /** From how many subordinates without subordinates these are stacked under a spine. */
  readonly hangFrom: number
  readonly maxColumns: number
  /** Whether a row may be broken into several. */
  readonly wrap: boolean
  /** Share of the best zoom that a plainer choice of shapes may cost. */
  readonly plainness: number
}

export interface Context {
  readonly style: Style
  readonly shapesOf: (item: Item) => readonly Shape[]
  readonly remembered: ReadonlyMap<string, Arrangement>
  readonly offering: Offering
}

/** Distance of a spine or trunk from the left border of the card it comes from, and of cards from their spine. */
export const SPINE = 14

const MAX_SHAPES = 24

export function follow(incoming: Incoming, ...points: Point[]): Incoming {
  return { parentId: incoming.parentId, points: [...incoming.points, ...points] }
}

/**
 * The shapes that no other is both narrower and lower than, narrowest first; at most 14, evenly chosen. Of equal ones the
 * first stays, so the caller offers the plainest first.
 */
export function prune(shapes: readonly Shape[]): Shape[] {
  const sorted = [...shapes].sort((a, b) => a.width - b.width || a.height - b.height || a.wraps - b.wraps)
  const front: Shape[] = []
  for (const shape of sorted) {
    const last = front.at(-1)
    if (!last || shape.height < last.height - 0.01) front.push(shape)
  }
  if (front.length <= MAX_SHAPES) return front
  return Array.from({ length: MAX_SHAPES }, (_, i) => front[Math.round((i * (front.length - 1)) / (MAX_SHAPES - 1))]).filter(
    (shape) => shape !== undefined,
  )
}

/** Of pruned shapes the narrowest not higher than `limit`, or the lowest. */
export function narrowestWithin(shapes: readonly Shape[], limit: number): Shape {
  const found = shapes.find((shape) => shape.height <= limit + 0.01) ?? shapes.at(-1)
  if (!found) throw new RangeError('a part of the map offers no shape')
  return found
}

/** How the shapes of something are offered to the level above, and how one is picked there for a given limit. */
export interface Offering {
  readonly offer: (shapes: readonly Shape[]) => readonly Shape[]
  /** Limits worth trying for what has no heights of its own to go by. */
  readonly limits: readonly number[]
  readonly pick: (shapes: readonly Shape[], limit: number) => Shape
  /** Whether stacks reserve room for a newcomer. */
  readonly reserves: boolean
}

/** For a fresh layout: no shape that another beats in both directions; limits are heights. */
export const FRESH: Offering = {
  offer: prune,
  limits: [150, 250, 350, 450, 550, 700, 850, 1000, 1200, 1400, 1700, 2000, 2500, 3200, 4500, Infinity],
  pick: narrowestWithin,
  reserves: true,
}

const MAX_ALTERNATIVES = 6

/**
 * For a remembered layout, where only what somebody joined has alternatives: the i-th of each, so that a limit is a number.
 * They are told apart by their size; of equal ones the first, which is the one that changes least, stays.
 */
export const REMEMBERED: Offering = {
  offer: (shapes) => {
    const distinct = shapes.filter(
      (shape, i) => shapes.findIndex((other) => other.width === shape.width && other.height === shape.height) === i,
    )
    return distinct.slice(0, MAX_ALTERNATIVES)
  },
  limits: Array.from({ length: MAX_ALTERNATIVES }, (_, i) => i),
  pick: (shapes, limit) => narrowestWithin(shapes.slice(Math.min(limit, shapes.length - 1)), Infinity),
  reserves: false,
}
