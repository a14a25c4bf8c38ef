import type { Rect } from '../../src-shared/layout/geometry'

/** A line on which edges of cards meet: `at` on one axis, from `from` to `to` along the other, in map units. */
export interface Guide {
  readonly axis: 'x' | 'y'
  readonly at: number
  readonly from: number
  readonly to: number
}

export interface Snapped {
  /** What is to be added to the card's place. */
  readonly dx: number
  readonly dy: number
  readonly guides: readonly Guide[]
}

/** Lets left, centre and right, and top, middle and bottom, of a card in somebody's hand meet those of others within `reach`. */
export function snap(moved: Rect, others: readonly Rect[], reach: number): Snapped {
  const across = nearest(stops(moved.x, moved.width), others, (rect) => stops(rect.x, rect.width), reach)
  const down = nearest(stops(moved.y, moved.height), others, (rect) => stops(rect.y, rect.height), reach)
  const [dx, dy] = [across?.shift ?? 0, down?.shift ?? 0]
  const placed = { ...moved, x: moved.x + dx, y: moved.y + dy }
  const guides: Guide[] = []
  if (across) {
    const { y, height } = across.rect
    const to = Math.max(y + height, placed.y + placed.height)
    guides.push({ axis: 'x', at: across.at, from: Math.min(y, placed.y), to })
  }
  if (down) {
    const { x, width } = down.rect
    const to = Math.max(x + width, placed.x + placed.width)
    guides.push({ axis: 'y', at: down.at, from: Math.min(x, placed.x), to })
  }
  return { dx, dy, guides }
}

interface Meeting {
  readonly shift: number
  readonly at: number
  readonly rect: Rect
}

function nearest(
  mine: readonly number[],
  others: readonly Rect[],
  theirs: (rect: Rect) => readonly number[],
  reach: number,
): Meeting | null {
  let best: Meeting | null = null
  for (const rect of others) {
    const stopsOf = theirs(rect)
    // Like meets like: a left edge with left edges, a middle with middles.
    mine.forEach((from, i) => {
      const at = stopsOf[i] ?? from
      const shift = at - from
      if (Math.abs(shift) <= reach && (best === null || Math.abs(shift) < Math.abs(best.shift))) best = { shift, at, rect }
    })
  }
  return best
}

function stops(start: number, length: number): readonly number[] {
  return [start, start + length / 2, start + length]
}
