import { type Point, type Rect, straighten } from '../../../src-shared/layout/geometry'
import { pointOf } from '../../../src-shared/scene/routing'
import type { Curve } from '../../../src-shared/scene/sceneTypes'
import { boxXml, permille } from './units'
import { type Xml, xml } from './xml'

/**
 * The way of a connector as slides know it: straight, or along the axes by turns. `inner` holds where it turns: along the first axis,
 * then along the other, and so on; a curved one swings round those corners.
 */
export type Way =
  | { readonly kind: 'straight'; readonly start: Point; readonly end: Point }
  | {
      readonly kind: 'bent' | 'curved'
      readonly start: Point
      readonly end: Point
      readonly first: Axis
      readonly inner: readonly number[]
    }

type Axis = 'x' | 'y'

/** Extent given to a connector that has none, as a base for where it turns; too small to be seen. In points. */
const LEAST = 0.01
const SLACK = 0.01
/** A tie that gets on by less than this turns round before its end, rather than being squeezed to a line along the cards. */
const ROOM_TO_TURN = 60

/** The way through the corners of a reporting line. Slides know five stretches at most: of more, the outer ones are kept. */
export function bentWay(points: readonly Point[]): Way {
  const corners = straighten(points)
  const [start = { x: 0, y: 0 }, next = start] = corners
  const end = corners.at(-1) ?? start
  const stretches = corners.length - 1
  if (stretches < 2 || !alongAxes(corners)) return { kind: 'straight', start, end }
  const first: Axis = Math.abs(next.y - start.y) < SLACK ? 'x' : 'y'
  const second = other(first)
  const at = (index: number, axis: Axis): number => corners[index]?.[axis] ?? 0
  const inner =
    stretches === 2
      ? []
      : stretches === 3
        ? [at(1, first)]
        : stretches % 2 === 0
          ? [at(1, first), at(stretches - 2, second)]
          : [at(1, first), at(2, second), at(stretches - 2, first)]
  return { kind: 'bent', start, end, first, inner }
}

/** The way of a tie: curved between the sides of cards, which it leaves at right angles; straight between discs. */
export function curvedWay(curve: Curve): Way {
  const [start, near, far, end] = curve
  const [out, into] = [heading(start, near), heading(far, end)]
  if (!out || !into) return { kind: 'straight', start, end }
  const first = out.axis
  const second = other(first)
  const leave = start[first] + Math.abs(near[first] - start[first]) * 0.5 * out.sign
  const arrive = end[into.axis] - Math.abs(far[into.axis] - end[into.axis]) * 0.5 * into.sign
  const [along, across] = [(end[first] - start[first]) * out.sign, Math.abs(end[second] - start[second])]
  if (into.axis === first) {
    // There and back on the same side swings as far out as the curve does; from side to opposite side there is one turn half way.
    if (into.sign !== out.sign) return { kind: 'curved', start, end, first, inner: [pointOf(curve, 0.5)[first]] }
    if (along > SLACK && across < SLACK) return { kind: 'straight', start, end }
    if (along > Math.min(ROOM_TO_TURN, across * 0.2))
      return { kind: 'curved', start, end, first, inner: [(start[first] + end[first]) / 2] }
    return { kind: 'curved', start, end, first, inner: [leave, (start[second] + end[second]) / 2, arrive] }
  }
  if (along > SLACK && (end[second] - start[second]) * into.sign > SLACK) return { kind: 'curved', start, end, first, inner: [] }
  return { kind: 'curved', start, end, first, inner: [leave, arrive] }
}

/** Place and preset shape of a connector. */
export function connectorGeometry(way: Way): Xml {
  const { start, end } = way
  if (way.kind === 'straight') {
    return xml`<a:xfrm${flips(end.x < start.x, end.y < start.y)}>${boxXml(boxAround(start, end))}</a:xfrm><a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom>`
  }
  const { kind, first, inner } = way
  const second = other(first)
  const [along, across] = [extent(end[first] - start[first]), extent(end[second] - start[second])]
  const adjust = inner.map((value, i) => {
    const [axis, length] = i % 2 === 0 ? [first, along] : [second, across]
    return xml`<a:gd name="adj${i + 1}" fmla="val ${permille((value - start[axis]) / length)}"/>`
  })
  const shape = xml`<a:prstGeom prst="${kind}Connector${inner.length + 2}"><a:avLst>${adjust}</a:avLst></a:prstGeom>`
  const [width, height] = [Math.abs(along), Math.abs(across)]
  if (first === 'x') {
    const box = { x: Math.min(start.x, start.x + along), y: Math.min(start.y, start.y + across), width, height }
    return xml`<a:xfrm${flips(along < 0, across < 0)}>${boxXml(box)}</a:xfrm>${shape}`
  }
  // The preset shapes leave sideways: one that leaves upright is turned by a quarter about its middle.
  const middle = { x: start.x + across / 2, y: start.y + along / 2 }
  const box = { x: middle.x - width / 2, y: middle.y - height / 2, width, height }
  return xml`<a:xfrm rot="5400000"${flips(along < 0, across > 0)}>${boxXml(box)}</a:xfrm>${shape}`
}

/** Points that a way passes or turns at, for its bounds. */
export function turnsOf(way: Way): Point[] {
  const { start, end } = way
  if (way.kind === 'straight') return [start, end]
  const [x, y]: [number[], number[]] = [[], []]
  way.inner.forEach((value, i) => ((way.first === 'x') === (i % 2 === 0) ? x : y).push(value))
  return [start, end, ...x.map((value) => ({ x: value, y: start.y })), ...y.map((value) => ({ x: start.x, y: value }))]
}

function heading(from: Point, to: Point): { readonly axis: Axis; readonly sign: 1 | -1 } | null {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  if (Math.abs(dy) < SLACK && Math.abs(dx) > SLACK) return { axis: 'x', sign: dx > 0 ? 1 : -1 }
  if (Math.abs(dx) < SLACK && Math.abs(dy) > SLACK) return { axis: 'y', sign: dy > 0 ? 1 : -1 }
  return null
}

function alongAxes(corners: readonly Point[]): boolean {
  return corners.every((corner, i) => {
    const before = corners[i - 1]
    return !before || Math.abs(before.x - corner.x) < SLACK || Math.abs(before.y - corner.y) < SLACK
  })
}

function extent(difference: number): number {
  return Math.abs(difference) < LEAST ? LEAST : difference
}

function boxAround(a: Point, b: Point): Rect {
  return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }
}

function flips(horizontal: boolean, vertical: boolean): Xml {
  return xml`${horizontal ? xml` flipH="1"` : xml``}${vertical ? xml` flipV="1"` : xml``}`
}

function other(axis: Axis): Axis {
  return axis === 'x' ? 'y' : 'x'
}
