import type { Point, Rect } from '../../src-shared/layout/geometry'
import { CARD_METRICS } from '../../src-shared/scene/cardMetrics'
import { cardOutline } from '../../src-shared/scene/cardPrimitives'
import type { Palette } from '../../src-shared/scene/palette'
import type { SceneCard } from '../../src-shared/scene/sceneTypes'
import type { Guide } from './snapping'

/** What is seen of a gesture under way, in map units. */
export interface GestureMarks {
  /** Cards with a handle from which a tie is drawn. */
  readonly handles: readonly Point[]
  /** A tie in the making. */
  readonly link: { readonly from: Point; readonly to: Point } | null
  /** The card that what is in hand would be dropped on. */
  readonly target: SceneCard | null
  readonly marquee: Rect | null
  readonly guides: readonly Guide[]
}

/** Radius of a handle in CSS pixels; it may be grabbed a little beside it. */
export const HANDLE = { radius: 5.5, reach: 11 }

/** Where a card's handle is: in the middle of its right border. */
export function handleOf({ rect, disc }: SceneCard): Point {
  if (disc) return { x: disc.centre.x + disc.radius, y: disc.centre.y }
  return { x: rect.x + rect.width, y: rect.y + rect.height / 2 }
}

/** The outline of a card, `gap` units outside of its border. */
export function outlineOf({ rect, disc, side, size }: SceneCard, gap: number): string {
  if (disc) {
    const radius = disc.radius + gap + 1
    return `M${disc.centre.x - radius} ${disc.centre.y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`
  }
  const grown = { x: rect.x - gap, y: rect.y - gap, width: rect.width + 2 * gap, height: rect.height + 2 * gap }
  return cardOutline(grown, side, (size === 'disc' ? 8 : CARD_METRICS[size].radius) + gap * 0.6)
}

/** Draws a gesture on top of the map; lines keep their width whatever the zoom. */
export function drawGesture(context: CanvasRenderingContext2D, marks: GestureMarks, palette: Palette, zoom: number): void {
  const { handles, link, target, marquee, guides } = marks
  const pixel = 1 / zoom
  context.save()
  context.strokeStyle = palette.selection
  context.fillStyle = palette.selection
  if (target) {
    const outline = new Path2D(outlineOf(target, 4 * pixel))
    context.globalAlpha = 0.12
    context.fill(outline)
    context.globalAlpha = 1
    context.lineWidth = 3 * pixel
    context.stroke(outline)
  }
  if (marquee) {
    context.globalAlpha = 0.08
    context.fillRect(marquee.x, marquee.y, marquee.width, marquee.height)
    context.globalAlpha = 0.8
    context.lineWidth = pixel
    context.strokeRect(marquee.x, marquee.y, marquee.width, marquee.height)
  }
  context.globalAlpha = 0.9
  context.lineWidth = pixel
  context.setLineDash([4 * pixel, 3 * pixel])
  for (const { axis, at, from, to } of guides) {
    const [a, b] = axis === 'x' ? [[at, from] as const, [at, to] as const] : [[from, at] as const, [to, at] as const]
    line(context, { x: a[0], y: a[1] }, { x: b[0], y: b[1] })
  }
  context.setLineDash([])
  if (link) {
    context.lineWidth = 2 * pixel
    line(context, link.from, link.to)
  }
  context.globalAlpha = 1
  context.lineWidth = 2 * pixel
  for (const { x, y } of handles) {
    context.beginPath()
    context.arc(x, y, HANDLE.radius * pixel, 0, 2 * Math.PI)
    context.fillStyle = palette.card
    context.fill()
    context.stroke()
  }
  context.restore()
}

function line(context: CanvasRenderingContext2D, from: Point, to: Point): void {
  context.beginPath()
  context.moveTo(from.x, from.y)
  context.lineTo(to.x, to.y)
  context.stroke()
}
