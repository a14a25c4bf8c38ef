/**
 * Plane geometry shared by the layouts. All lengths are map units (one unit is one CSS pixel at zoom 1), x grows to the
 * right, y grows downwards. Rectangles are given by their top-left corner.
 */

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Rect extends Point, Size {}

/** The drawing area a layout aims at when the caller names none: a common laptop window. */
export const DEFAULT_AREA: Size = { width: 1440, height: 900 }

/** The smallest rectangle around all of `rects`; `undefined` when there are none. */
export function hull(rects: Iterable<Rect>): Rect | undefined {
  let left = Infinity
  let top = Infinity
  let right = -Infinity
  let bottom = -Infinity
  for (const rect of rects) {
    left = Math.min(left, rect.x)
    top = Math.min(top, rect.y)
    right = Math.max(right, rect.x + rect.width)
    bottom = Math.max(bottom, rect.y + rect.height)
  }
  return left === Infinity ? undefined : { x: left, y: top, width: right - left, height: bottom - top }
}

/** The rectangle grown by `margin` on every side. */
export function inflate(rect: Rect, margin: number): Rect {
  return { x: rect.x - margin, y: rect.y - margin, width: rect.width + 2 * margin, height: rect.height + 2 * margin }
}

/** Whether two rectangles share more than `slack` (default 0.01, against rounding) in both directions; touching is not overlapping. */
export function overlaps(a: Rect, b: Rect, slack = 0.01): boolean {
  return (
    a.x + a.width - b.x > slack && b.x + b.width - a.x > slack && a.y + a.height - b.y > slack && b.y + b.height - a.y > slack
  )
}

/** Whether `inner` lies within `outer`, borders included, to a tolerance of `slack` (default 0.01). */
export function contains(outer: Rect, inner: Rect, slack = 0.01): boolean {
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  )
}

/** The zoom at which `content` just fits `area`, as Cytoscape's fit without padding computes it; 1 for an empty content. */
export function fitZoom(content: Size, area: Size): number {
  if (content.width <= 0 || content.height <= 0) return 1
  return Math.min(area.width / content.width, area.height / content.height)
}

/** The polyline without repeated points and without points in the middle of a straight horizontal or vertical run. */
export function straighten(points: readonly Point[]): Point[] {
  const out: Point[] = []
  for (const point of points) {
    const last = out.at(-1)
    if (last && last.x === point.x && last.y === point.y) continue
    const before = out.at(-2)
    const inLine = before && last && ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    if (inLine) out.pop()
    out.push(point)
  }
  return out
}
