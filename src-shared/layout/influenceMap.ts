import { DEFAULT_AREA, fitZoom, hull, type Point, type Rect, type Size } from './geometry'
import type { Band } from './roleMapTypes'
import { separate, settle, type Block } from './separation'
import { inOneGo, type Steps } from './steps'
import { relaxStress, type StressPoint } from './stress'

export interface InfluenceNode extends Size {
  readonly id: string
  readonly band: Band
}

export interface InfluenceLink {
  readonly source: string
  readonly target: string
  /** 0 to 1: the stronger, the shorter. */
  readonly strength: number
}

export interface InfluenceMapInput {
  readonly nodes: readonly InfluenceNode[]
  /** Direction is ignored, of parallel ones the strongest counts; one to a missing node or to oneself is ignored. */
  readonly links: readonly InfluenceLink[]
  /** The drawing area whose shape the map should suit; default 1440 × 900. */
  readonly area?: Size
  /**
   * Positions of the last layout. Who has one keeps it (unless a pin or a grown card pushes), newcomers go to the free place
   * nearest to the people they are tied to. Leave it out to arrange everything afresh.
   */
  readonly previous?: ReadonlyMap<string, Point>
  /** Top-left corners of cards dragged by hand: exactly kept. */
  readonly pins?: ReadonlyMap<string, Point>
}

export interface InfluenceMapLayout {
  /** Top-left corner of every card. */
  readonly positions: Map<string, Point>
  readonly bounds: Rect
}

/** Free room kept around every card. */
const MARGIN = 28
/** Between parts of the network that have nothing to do with each other. */
const PART_GAP = 72
/** Share of a part's rectangle that cards and their margins may cover before they are pushed apart. */
const FILL = 0.5
/** A part whose sides could be this much shorter counts as loose, and is drawn in to that, but not below the second share. */
const LOOSE = 0.7
const DRAW_IN = 0.65

/** A card with its margin: x and y are the margin's corner. */
interface Body extends Block {
  readonly id: string
  readonly band: Band
}

interface Tie {
  readonly a: Body
  readonly b: Body
  readonly strength: number
}

/**
 * The influence map: a network in which strong ties are short. Each connected part is arranged by stress, turned to lie
 * along the area, freed of overlaps; parts are packed by size, people without ties stand in rows below. Our own people tend to the
 * bottom, third parties to the right. Pure and deterministic; 300 people with 750 ties take about 50 ms, the first time twice that.
 */
export function layoutInfluenceMap(input: InfluenceMapInput): InfluenceMapLayout {
  return inOneGo(influenceMapSteps(input))
}

/** The same in steps. */
export function* influenceMapSteps(input: InfluenceMapInput): Steps<InfluenceMapLayout> {
  const area = input.area ?? DEFAULT_AREA
  const bodies = new Map<string, Body>()
  for (const node of input.nodes) {
    if (bodies.has(node.id)) continue
    const pin = input.pins?.get(node.id)
    bodies.set(node.id, {
      id: node.id,
      band: node.band,
      x: (pin?.x ?? 0) - MARGIN / 2,
      y: (pin?.y ?? 0) - MARGIN / 2,
      width: node.width + MARGIN,
      height: node.height + MARGIN,
      fixed: pin !== undefined,
    })
  }
  const ties = strongestTies(input.links, bodies)
  const all = [...bodies.values()]
  const known = input.previous ? all.filter((body) => body.fixed || input.previous?.has(body.id)) : []
  if (input.previous && known.length > 0) yield* joinPrevious(all, ties, input.previous)
  else yield* arrangeAfresh(all, ties, area)

  const positions = new Map<string, Point>()
  const cards: Rect[] = []
  for (const node of input.nodes) {
    const body = bodies.get(node.id)
    if (!body || positions.has(node.id)) continue
    // Whole units keep cards crisp; the margin is far wider than what rounding takes.
    const at = input.pins?.get(node.id) ?? { x: Math.round(body.x + MARGIN / 2), y: Math.round(body.y + MARGIN / 2) }
    positions.set(node.id, at)
    cards.push({ ...at, width: node.width, height: node.height })
  }
  return { positions, bounds: hull(cards) ?? { x: 0, y: 0, width: 0, height: 0 } }
}

function strongestTies(links: readonly InfluenceLink[], bodies: ReadonlyMap<string, Body>): Tie[] {
  const ties = new Map<string, Tie>()
  for (const link of links) {
    const [first, second] = link.source < link.target ? [link.source, link.target] : [link.target, link.source]
    const a = bodies.get(first)
    const b = bodies.get(second)
    if (!a || !b || a === b) continue
    const key = JSON.stringify([first, second])
    const strength = Math.min(1, Math.max(0, link.strength))
    if (strength >= (ties.get(key)?.strength ?? 0)) ties.set(key, { a, b, strength })
  }
  return [...ties.values()]
}

function* joinPrevious(all: readonly Body[], ties: readonly Tie[], previous: ReadonlyMap<string, Point>): Steps<void> {
  const settled: Body[] = []
  const waiting: Body[] = []
  for (const body of all) {
    const at = previous.get(body.id)
    if (body.fixed || at) {
      if (!body.fixed && at) {
        body.x = at.x - MARGIN / 2
        body.y = at.y - MARGIN / 2
      }
      settled.push(body)
    } else waiting.push(body)
  }
  yield* separate(settled)
  const placed = new Set(settled)
  while (waiting.length > 0) {
    // Who is tied to most of those already placed goes first; that way chains of newcomers unroll from the known end.
    const partnersOf = (body: Body): { partner: Body; strength: number }[] =>
      ties.flatMap(({ a, b, strength }) =>
        a === body && placed.has(b) ? [{ partner: b, strength }] : b === body && placed.has(a) ? [{ partner: a, strength }] : [],
      )
    let best = 0
    waiting.forEach((body, i) => {
      const candidate = waiting[best]
      if (candidate && partnersOf(body).length > partnersOf(candidate).length) best = i
    })
    const [body] = waiting.splice(best, 1)
    if (!body) return
    const partners = partnersOf(body)
    const weight = partners.reduce((sum, { strength }) => sum + 0.1 + strength, 0)
    const edge = hull(settled)
    if (weight > 0) {
      body.x =
        partners.reduce((sum, { partner, strength }) => sum + (0.1 + strength) * (partner.x + partner.width / 2), 0) / weight -
        body.width / 2
      body.y =
        partners.reduce((sum, { partner, strength }) => sum + (0.1 + strength) * (partner.y + partner.height / 2), 0) / weight -
        body.height / 2
    } else {
      body.x = edge?.x ?? 0
      body.y = edge ? edge.y + edge.height : 0
    }
    settle(body, settled)
    settled.push(body)
    placed.add(body)
    yield
  }
}

function* arrangeAfresh(all: readonly Body[], ties: readonly Tie[], area: Size): Steps<void> {
  // Whoever asks has worked out sizes before.
  yield
  const parts = connectedParts(all, ties)
  const anchored = parts.filter((part) => part.some((body) => body.fixed))
  const free = parts.filter((part) => part.length > 1 && !anchored.includes(part))
  const loners = parts.filter((part) => part.length === 1 && !anchored.includes(part)).flat()
  for (const part of anchored) yield* relax(part, ties)
  for (const part of free) {
    yield* relax(part, ties)
    turn(part, area)
  }
  for (const part of [...anchored, ...free]) {
    spread(part)
    yield* separate(part)
  }
  const anchoredBodies = anchored.flat()
  yield* separate(anchoredBodies)
  pack([...free, ...inRows(loners, area)], hull(anchoredBodies), area)
}

function connectedParts(all: readonly Body[], ties: readonly Tie[]): Body[][] {
  const partOf = new Map<Body, Body[]>(all.map((body) => [body, [body]]))
  for (const { a, b } of ties) {
    const left = partOf.get(a)
    const right = partOf.get(b)
    if (!left || !right || left === right) continue
    const [large, small] = left.length >= right.length ? [left, right] : [right, left]
    large.push(...small)
    for (const body of small) partOf.set(body, large)
  }
  const rank = new Map(all.map((body, i) => [body, i]))
  const parts = [...new Set(partOf.values())]
  for (const part of parts) part.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
  // A stable sort: parts of one size stay in the order of their first person.
  return parts.sort((a, b) => b.length - a.length)
}

/** Stress in units of one card with its margin, so that wide cards keep as many card widths apart as card heights. */
function* relax(part: readonly Body[], ties: readonly Tie[]): Steps<void> {
  const unit = meanSize(part)
  const index = new Map(part.map((body, i) => [body, i]))
  const anchor = part.filter((body) => body.fixed)
  const centre = hull(anchor.length > 0 ? anchor : part) ?? { x: 0, y: 0, width: 0, height: 0 }
  const points = part.map((body, i): StressPoint => {
    if (body.fixed) return { x: (body.x + body.width / 2) / unit.width, y: (body.y + body.height / 2) / unit.height, fixed: true }
    // A sunflower: even, in no special order, and the same every time.
    const angle = i * 2.399963
    const radius = Math.sqrt(i + 0.5)
    return {
      x: (centre.x + centre.width / 2) / unit.width + radius * Math.cos(angle),
      y: (centre.y + centre.height / 2) / unit.height + radius * Math.sin(angle),
      fixed: false,
    }
  })
  const links = ties.flatMap(({ a, b, strength }) => {
    const i = index.get(a)
    const j = index.get(b)
    return i === undefined || j === undefined ? [] : [{ a: i, b: j, length: 2.2 - 1.2 * strength }]
  })
  yield* relaxStress(points, links)
  part.forEach((body, i) => {
    const point = points[i]
    if (body.fixed || !point) return
    body.x = point.x * unit.width - body.width / 2
    body.y = point.y * unit.height - body.height / 2
  })
}

function meanSize(part: readonly Body[]): Size {
  return {
    width: part.reduce((sum, body) => sum + body.width, 0) / part.length,
    height: part.reduce((sum, body) => sum + body.height, 0) / part.length,
  }
}

/** Turns the part so that its longer axis lies along the area's, our people below, third parties to the right. */
function turn(part: readonly Body[], area: Size): void {
  const unit = meanSize(part)
  const xs = part.map((body) => (body.x + body.width / 2) / unit.width)
  const ys = part.map((body) => (body.y + body.height / 2) / unit.height)
  const mean = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length
  const mx = mean(xs)
  const my = mean(ys)
  let sxx = 0
  let syy = 0
  let sxy = 0
  xs.forEach((x, i) => {
    const y = ys[i] ?? 0
    sxx += (x - mx) ** 2
    syy += (y - my) ** 2
    sxy += (x - mx) * (y - my)
  })
  const angle = -0.5 * Math.atan2(2 * sxy, sxx - syy) + (area.width / unit.width < area.height / unit.height ? Math.PI / 2 : 0)
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const turned = xs.map((x, i) => {
    const y = ys[i] ?? 0
    return { x: (x - mx) * cos - (y - my) * sin, y: (x - mx) * sin + (y - my) * cos }
  })
  const lean = (band: Band, axis: 'x' | 'y'): number =>
    turned.reduce((sum, point, i) => sum + (part[i]?.band === band ? point[axis] : 0), 0)
  const flipX = (lean('third-party', 'x') || -(turned[0]?.x ?? 0)) < 0 ? -1 : 1
  const flipY = (lean('ours', 'y') || -(turned[0]?.y ?? 0)) < 0 ? -1 : 1
  // Cards are wide, so equal spacing makes wide maps; the share by which they exceed the area's shape is given back.
  const box = hull(turned.map((point) => ({ ...point, width: 0, height: 0 })))
  const shape =
    box && box.height > 0.5 && box.width > 0.5
      ? (box.width * unit.width) / (box.height * unit.height) / (area.width / area.height)
      : 1
  const stretch = Math.min(1.6, Math.max(0.625, Math.sqrt(shape)))
  part.forEach((body, i) => {
    const point = turned[i] ?? { x: 0, y: 0 }
    body.x = (flipX * point.x * unit.width) / stretch - body.width / 2
    body.y = flipY * point.y * unit.height * stretch - body.height / 2
  })
}

/**
 * Blows the part up until its cards have room, so that the pushing afterwards changes little of the picture; draws a loose
 * one in, as chains and stars would otherwise be mostly empty.
 */
function spread(part: readonly Body[]): void {
  const box = hull(part)
  if (!box || part.length < 3) return
  const needed = part.reduce((sum, body) => sum + body.width * body.height, 0) / FILL
  const exact = Math.sqrt(needed / (box.width * box.height))
  const factor = exact < LOOSE ? Math.max(DRAW_IN, exact / LOOSE) : exact
  if (exact >= LOOSE && exact <= 1) return
  const fixed = hull(part.filter((body) => body.fixed)) ?? box
  const cx = fixed.x + fixed.width / 2
  const cy = fixed.y + fixed.height / 2
  for (const body of part) {
    if (body.fixed) continue
    body.x = cx + (body.x + body.width / 2 - cx) * factor - body.width / 2
    body.y = cy + (body.y + body.height / 2 - cy) * factor - body.height / 2
  }
}

/** People without ties, band by band in rows about as wide as high in the area's proportion. */
function inRows(loners: readonly Body[], area: Size): Body[][] {
  if (loners.length === 0) return []
  const unit = meanSize(loners)
  const across = Math.max(1, Math.round(Math.sqrt((loners.length * unit.height * area.width) / (unit.width * area.height))))
  const ordered = (['theirs', 'third-party', 'ours'] as const).flatMap((band) => loners.filter((body) => body.band === band))
  let y = 0
  for (let from = 0; from < ordered.length; from += across) {
    let x = 0
    const row = ordered.slice(from, from + across)
    for (const body of row) {
      body.x = x
      body.y = y
      x += body.width
    }
    y += Math.max(...row.map((body) => body.height))
  }
  return [ordered]
}

/** Parts on shelves, the widths of which are tried for the best zoom; beneath what is anchored by pins. */
function pack(parts: readonly (readonly Body[])[], anchored: Rect | undefined, area: Size): void {
  const boxes = parts.map((part) => hull(part) ?? { x: 0, y: 0, width: 0, height: 0 })
  if (boxes.length === 0) return
  const shelves = (limit: number): { at: Point[]; size: Size } => {
    const at: Point[] = []
    let x = 0
    let y = 0
    let shelf = 0
    let width = 0
    for (const box of boxes) {
      if (x > 0 && x + box.width > limit) {
        x = 0
        y += shelf + PART_GAP
        shelf = 0
      }
      at.push({ x, y })
      width = Math.max(width, x + box.width)
      shelf = Math.max(shelf, box.height)
      x += box.width + PART_GAP
    }
    return { at, size: { width, height: y + shelf } }
  }
  const widest = Math.max(...boxes.map((box) => box.width))
  const tries = Array.from({ length: 16 }, (_, i) => shelves(widest * 1.15 ** i + 1))
  const best = tries.reduce((first, next) => (fitZoom(next.size, area) > fitZoom(first.size, area) + 1e-9 ? next : first))
  const originX = anchored?.x ?? 0
  const originY = anchored ? anchored.y + anchored.height + PART_GAP : 0
  parts.forEach((part, i) => {
    const box = boxes[i]
    const at = best.at[i]
    if (!box || !at) return
    for (const body of part) {
      body.x += originX + at.x - box.x
      body.y += originY + at.y - box.y
    }
  })
}
