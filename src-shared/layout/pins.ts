import { inflate, overlaps, straighten, type Point, type Rect } from './geometry'
import type { ReportingLine } from './roleMapTypes'
import type { Sink } from './shape'

/** Free room kept around a pinned card. */
const CLEARANCE = 12

interface Cut {
  readonly axis: 'x' | 'y'
  /** Everything whose near border is here or further on moves … */
  readonly from: number
  /** … by this much; negative: everything whose far border is here or before moves back. */
  readonly by: number
}

/**
 * Puts the pinned cards exactly where they were dragged. If one covers others, the map is cut open beside it, at the side
 * where the fewest cards move the least; a cut moves whole rows or columns apart, so it makes no new overlap and no
 * crossing among the rest. A pinned card leaves the box of its department when it was dragged out of it, and its lines are
 * drawn anew by the shortest right-angled way; that a box around, or a line beside, a pinned card may be passed over is the
 * one exception to the guarantees of the role map. The place in the tree stays reserved, so that letting go moves nobody.
 */
export function applyPins(sink: Sink, pins: ReadonlyMap<string, Point>): Sink {
  const pinned = new Map<string, Rect>()
  for (const { seat, rect } of sink.cards) {
    const pin = pins.get(seat.key)
    if (pin) pinned.set(seat.key, { ...rect, x: pin.x, y: pin.y })
  }
  if (pinned.size === 0) return sink

  let free = sink.cards.filter(({ seat }) => !pinned.has(seat.key))
  let { boxes, regions } = sink
  let lines: readonly ReportingLine[] = sink.lines
  const obstacles = [...pinned.values()].sort((a, b) => a.x - b.x || a.y - b.y).map((rect) => inflate(rect, CLEARANCE))
  // Cuts in four directions could push a card to and fro between pins; after a while only cuts to the right are made, and
  // those end, since every card passes every pin at most once.
  const patience = 4 * obstacles.length
  for (let round = 0; ; round += 1) {
    const hit = obstacles.find((obstacle) => free.some(({ rect }) => overlaps(rect, obstacle)))
    if (!hit) break
    const covered = free.map(({ rect }) => rect).filter((rect) => overlaps(rect, hit))
    const cuts = cutsAround(hit, covered).slice(0, round < patience ? undefined : 1)
    const cost = (cut: Cut): number => Math.abs(cut.by) * free.filter(({ rect }) => moves(rect, cut)).length
    const cut = cuts.reduce((best, next) => (cost(next) < cost(best) ? next : best))
    free = free.map(({ seat, rect }) => ({ seat, rect: moves(rect, cut) ? shiftRect(rect, cut) : rect }))
    boxes = boxes.map((box) => ({ ...box, rect: stretch(box.rect, cut) }))
    regions = regions.map((region) => ({ ...region, rect: stretch(region.rect, cut) }))
    lines = lines.map((line) => ({ ...line, points: line.points.map((point) => shiftPoint(point, cut)) }))
  }

  const rects = new Map<string, Rect>(pinned)
  for (const { seat, rect } of free) rects.set(seat.key, rect)
  return {
    cards: sink.cards.map(({ seat, rect }) => ({ seat, rect: rects.get(seat.key) ?? rect })),
    boxes,
    regions,
    lines: lines.map((line) => {
      if (!pinned.has(line.childId) && !pinned.has(line.parentId)) return line
      const child = rects.get(line.childId)
      const parent = rects.get(line.parentId)
      return child && parent ? { ...line, points: shortestWay(parent, child) } : line
    }),
    arrangements: sink.arrangements,
  }
}

/** To the right first: the direction in which cutting always ends. */
function cutsAround(obstacle: Rect, covered: readonly Rect[]): [Cut, ...Cut[]] {
  const left = Math.min(...covered.map((rect) => rect.x))
  const right = Math.max(...covered.map((rect) => rect.x + rect.width))
  const top = Math.min(...covered.map((rect) => rect.y))
  const bottom = Math.max(...covered.map((rect) => rect.y + rect.height))
  return [
    { axis: 'x', from: left, by: obstacle.x + obstacle.width - left },
    { axis: 'y', from: top, by: obstacle.y + obstacle.height - top },
    { axis: 'x', from: right, by: obstacle.x - right },
    { axis: 'y', from: bottom, by: obstacle.y - bottom },
  ]
}

function moves(rect: Rect, cut: Cut): boolean {
  const near = cut.axis === 'x' ? rect.x : rect.y
  const far = near + (cut.axis === 'x' ? rect.width : rect.height)
  return cut.by > 0 ? near >= cut.from : far <= cut.from
}

function shiftRect(rect: Rect, cut: Cut): Rect {
  return cut.axis === 'x' ? { ...rect, x: rect.x + cut.by } : { ...rect, y: rect.y + cut.by }
}

function shiftLength(value: number, cut: Cut): number {
  const goes = cut.by > 0 ? value >= cut.from : value <= cut.from
  return goes ? value + cut.by : value
}

function shiftPoint(point: Point, cut: Cut): Point {
  return cut.axis === 'x' ? { x: shiftLength(point.x, cut), y: point.y } : { x: point.x, y: shiftLength(point.y, cut) }
}

function stretch(rect: Rect, cut: Cut): Rect {
  const a = shiftPoint(rect, cut)
  const b = shiftPoint({ x: rect.x + rect.width, y: rect.y + rect.height }, cut)
  return { x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y }
}

/** Border to border with at most two bends: down and up where one is below the other, sideways otherwise. */
function shortestWay(parent: Rect, child: Rect): Point[] {
  const px = parent.x + parent.width / 2
  const cx = child.x + child.width / 2
  const below = child.y >= parent.y + parent.height
  if (below || child.y + child.height <= parent.y) {
    const from = below ? parent.y + parent.height : parent.y
    const to = below ? child.y : child.y + child.height
    const middle = (from + to) / 2
    return straighten([
      { x: px, y: from },
      { x: px, y: middle },
      { x: cx, y: middle },
      { x: cx, y: to },
    ])
  }
  const py = parent.y + parent.height / 2
  const cy = child.y + child.height / 2
  const right = child.x >= px
  const from = right ? parent.x + parent.width : parent.x
  const to = right ? child.x : child.x + child.width
  const middle = (from + to) / 2
  return straighten([
    { x: from, y: py },
    { x: middle, y: py },
    { x: middle, y: cy },
    { x: to, y: cy },
  ])
}
