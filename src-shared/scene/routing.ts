import { inflate, type Point, type Rect } from '../layout/geometry'
import { distance } from './primitives'
import type { Curve } from './sceneTypes'

/** What a tie ends at: a card, the disc of one, or the block of a folded department. */
export interface TieEnd {
  readonly key: string
  readonly rect: Rect
  readonly disc?: { readonly centre: Point; readonly radius: number }
}

export interface TieRoute {
  readonly from: TieEnd
  readonly to: TieEnd
}

type Side = 'top' | 'right' | 'bottom' | 'left'
const SIDES: readonly Side[] = ['left', 'right', 'top', 'bottom']

const normals: Readonly<Record<Side, Point>> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
}

/** Length that a tie rather makes than pass under a card, or leave by the side where reporting lines are. */
const COST_OF_CARD = 220
const COST_OF_REPORTING_SIDE = 24
const HANDLE = { share: 0.42, least: 24, most: 150 }
/** How far apart ties between the same two discs are. */
const PARALLEL = 22
/** Side of an index cell: about a card. */
const CELL = 120
const SAMPLES = [0.08, 0.2, 0.32, 0.44, 0.56, 0.68, 0.8, 0.92]

/**
 * Curves for ties, laid over a drawing whose cards stay where they are. Between cards each curve takes the pair of sides by
 * which it passes under the fewest other cards on the shortest way, and the ends that share a side are spread along it in the
 * order of where they go; between discs it is a slight arc, parallel ones side by side. Pure and deterministic.
 */
export function routeTies(routes: readonly TieRoute[], obstacles: readonly Rect[]): Curve[] {
  const index = new RectIndex(obstacles)
  const plans = routes.map((route) => (route.from.disc && route.to.disc ? null : bestSides(route, index)))
  const anchors = spreadAnchors(routes, plans)
  const lanes = parallelLanes(routes)
  return routes.map((route, i) => {
    const plan = plans[i]
    const ends = anchors[i]
    if (!plan || !ends) return arc(route, lanes[i] ?? 0)
    return curveBetween(ends.start, plan.from, ends.end, plan.to)
  })
}

/** A point of a cubic curve, t from 0 to 1. */
export function pointOf([a, b, c, d]: Curve, t: number): Point {
  const u = 1 - t
  const blend = (p: number, q: number, r: number, s: number): number =>
    u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s
  return { x: blend(a.x, b.x, c.x, d.x), y: blend(a.y, b.y, c.y, d.y) }
}

interface Sides {
  readonly from: Side
  readonly to: Side
}

function bestSides({ from, to }: TieRoute, index: RectIndex): Sides {
  let best: Sides = { from: 'right', to: 'left' }
  let least = Infinity
  for (const out of SIDES) {
    for (const into of SIDES) {
      const curve = curveBetween(middleOf(from.rect, out), out, middleOf(to.rect, into), into)
      const [start, , , end] = curve
      const reporting =
        (out === 'top' || out === 'bottom' ? COST_OF_REPORTING_SIDE : 0) +
        (into === 'top' || into === 'bottom' ? COST_OF_REPORTING_SIDE : 0)
      const base = distance(start, end) + reporting + turns(start, out, end) + turns(end, into, start)
      if (base >= least) continue
      const cost = base + COST_OF_CARD * index.met(curve, from.rect, to.rect)
      if (cost < least) {
        least = cost
        best = { from: out, to: into }
      }
    }
  }
  return best
}

/** What it costs to leave away from where one wants to go: nothing when straight, the more the further round. */
function turns(at: Point, side: Side, goal: Point): number {
  const normal = normals[side]
  const whole = distance(at, goal) || 1
  const cosine = ((goal.x - at.x) * normal.x + (goal.y - at.y) * normal.y) / whole
  return (1 - cosine) * 60
}

function curveBetween(start: Point, out: Side, end: Point, into: Side): Curve {
  const reach = Math.min(HANDLE.most, Math.max(HANDLE.least, distance(start, end) * HANDLE.share))
  const push = (point: Point, side: Side): Point => ({
    x: point.x + normals[side].x * reach,
    y: point.y + normals[side].y * reach,
  })
  return [start, push(start, out), push(end, into), end]
}

function middleOf(rect: Rect, side: Side): Point {
  return pointOn(rect, side, 0.5)
}

function pointOn({ x, y, width, height }: Rect, side: Side, share: number): Point {
  switch (side) {
    case 'top':
      return { x: x + width * share, y }
    case 'bottom':
      return { x: x + width * share, y: y + height }
    case 'left':
      return { x, y: y + height * share }
    case 'right':
      return { x: x + width, y: y + height * share }
    default:
      return side satisfies never
  }
}

/** Ends on one side of one card, spread along it in the order of the other ends, so that ties do not cross at the card. */
function spreadAnchors(routes: readonly TieRoute[], plans: readonly (Sides | null)[]): ({ start: Point; end: Point } | null)[] {
  const groups = new Map<string, { at: Rect; side: Side; ends: { route: number; isStart: boolean; order: number }[] }>()
  routes.forEach(({ from, to }, route) => {
    const plan = plans[route]
    if (!plan) return
    for (const [end, other, side, isStart] of [
      [from, to, plan.from, true],
      [to, from, plan.to, false],
    ] as const) {
      const key = `${end.key} ${side}`
      const group = groups.get(key) ?? { at: end.rect, side, ends: [] }
      const centre = { x: other.rect.x + other.rect.width / 2, y: other.rect.y + other.rect.height / 2 }
      group.ends.push({ route, isStart, order: side === 'top' || side === 'bottom' ? centre.x : centre.y })
      groups.set(key, group)
    }
  })
  const anchors: ({ start: Point; end: Point } | null)[] = plans.map((plan) =>
    plan ? { start: { x: 0, y: 0 }, end: { x: 0, y: 0 } } : null,
  )
  for (const { at, side, ends } of groups.values()) {
    ends.sort((a, b) => a.order - b.order || a.route - b.route)
    ends.forEach(({ route, isStart }, i) => {
      const point = pointOn(at, side, shareOf(i, ends.length, side))
      const pair = anchors[route]
      if (!pair) return
      if (isStart) pair.start = point
      else pair.end = point
    })
  }
  return anchors
}

/** The i-th of n places along a side; the middle of top and bottom is left to reporting lines. */
function shareOf(i: number, n: number, side: Side): number {
  const share = (i + 1) / (n + 1)
  const reporting = side === 'top' || side === 'bottom'
  if (!reporting || Math.abs(share - 0.5) > 0.08) return share
  return n === 1 ? 0.72 : share + 0.1
}

/** Of ties between the same two: 0, 1, −1, 2, … */
function parallelLanes(routes: readonly TieRoute[]): number[] {
  const seen = new Map<string, number>()
  return routes.map(({ from, to }) => {
    const forward = from.key < to.key
    const pair = forward ? `${from.key} ${to.key}` : `${to.key} ${from.key}`
    const count = seen.get(pair) ?? 0
    seen.set(pair, count + 1)
    const lane = Math.ceil(count / 2) * (count % 2 === 0 ? -1 : 1)
    return forward ? lane : -lane
  })
}

function arc({ from, to }: TieRoute, lane: number): Curve {
  const a = centreOf(from)
  const b = centreOf(to)
  const whole = distance(a, b) || 1
  const bulge = lane * PARALLEL + Math.min(14, whole * 0.06)
  const normal = { x: -(b.y - a.y) / whole, y: (b.x - a.x) / whole }
  const at = (share: number): Point => ({
    x: a.x + (b.x - a.x) * share + normal.x * bulge,
    y: a.y + (b.y - a.y) * share + normal.y * bulge,
  })
  const [near, far] = [at(0.3), at(0.7)]
  return [borderPoint(from, near), near, far, borderPoint(to, far)]
}

function centreOf({ rect, disc }: TieEnd): Point {
  return disc?.centre ?? { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 }
}

/** Where the way from the middle of an end towards a point leaves it. */
function borderPoint(end: TieEnd, goal: Point): Point {
  const centre = centreOf(end)
  const whole = distance(centre, goal) || 1
  const dx = (goal.x - centre.x) / whole
  const dy = (goal.y - centre.y) / whole
  const reach = end.disc
    ? end.disc.radius + 2
    : Math.min(end.rect.width / 2 / (Math.abs(dx) || 1e-9), end.rect.height / 2 / (Math.abs(dy) || 1e-9))
  return { x: centre.x + dx * reach, y: centre.y + dy * reach }
}

/** Rectangles by the cells of a grid, to find quickly what a curve passes. */
class RectIndex {
  private readonly cells = new Map<number, Rect[]>()

  constructor(rects: readonly Rect[]) {
    for (const rect of rects) {
      const grown = inflate(rect, 3)
      for (let column = cellOf(grown.x); column <= cellOf(grown.x + grown.width); column += 1) {
        for (let row = cellOf(grown.y); row <= cellOf(grown.y + grown.height); row += 1) {
          const key = column * 65_536 + row
          const cell = this.cells.get(key)
          if (cell) cell.push(rect)
          else this.cells.set(key, [rect])
        }
      }
    }
  }

  /** How many rectangles a curve passes, its own two ends aside unless it runs back under them. */
  met(curve: Curve, start: Rect, end: Rect): number {
    const found = new Set<Rect>()
    for (const t of SAMPLES) {
      const { x, y } = pointOf(curve, t)
      for (const rect of this.cells.get(cellOf(x) * 65_536 + cellOf(y)) ?? []) {
        const own = rect === start || rect === end
        const margin = own ? -1 : 3
        if (x > rect.x - margin && x < rect.x + rect.width + margin && y > rect.y - margin && y < rect.y + rect.height + margin)
          found.add(rect)
      }
    }
    return found.size
  }
}

function cellOf(value: number): number {
  return Math.floor(value / CELL)
}
