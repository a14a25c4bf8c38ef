import type { PathPrimitive, Primitive, TextPrimitive } from '../../src-shared/scene/primitives'
import { FONT_FAMILY, type Font } from '../../src-shared/scene/text'

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** Below this size on the screen, in CSS pixels, letters are dust and only cost time. */
const LEAST_LETTER = 2.5

/** Draws primitives on a canvas whose transform maps map units to pixels. `zoom` is in CSS pixels a unit. */
export function drawPrimitives(context: Context, primitives: readonly Primitive[], zoom: number): void {
  for (const primitive of primitives) {
    switch (primitive.shape) {
      case 'text':
        drawText(context, primitive, zoom)
        continue
      case 'rect':
        context.beginPath()
        context.roundRect(primitive.x, primitive.y, primitive.width, primitive.height, primitive.radius ?? 0)
        break
      case 'circle':
        context.beginPath()
        context.arc(primitive.centre.x, primitive.centre.y, primitive.radius, 0, 2 * Math.PI)
        break
      case 'path':
        break
      default:
        primitive satisfies never
    }
    const { fill, stroke, strokeWidth = 1, dash, round } = primitive
    const path = primitive.shape === 'path' ? pathOf(primitive) : null
    if (fill !== undefined) {
      context.fillStyle = fill
      if (path) context.fill(path)
      else context.fill()
    }
    if (stroke === undefined) continue
    context.strokeStyle = stroke
    context.lineWidth = strokeWidth
    context.lineCap = round ? 'round' : 'butt'
    context.lineJoin = round ? 'round' : 'miter'
    if (dash) context.setLineDash([...dash])
    if (path) context.stroke(path)
    else context.stroke()
    if (dash) context.setLineDash([])
  }
}

const paths = new WeakMap<PathPrimitive, Path2D>()

/** Kept with its primitive, since lines and ties are drawn again with every frame of a map that moves. */
function pathOf(primitive: PathPrimitive): Path2D {
  let path = paths.get(primitive)
  if (path === undefined) paths.set(primitive, (path = new Path2D(primitive.d)))
  return path
}

function drawText(context: Context, { x, y, text, font, fill, anchor = 'start' }: TextPrimitive, zoom: number): void {
  if (font.size * zoom < LEAST_LETTER) return
  context.font = cssFont(font)
  context.textAlign = anchor === 'middle' ? 'center' : anchor
  context.fillStyle = fill
  context.fillText(text, x, y)
}

const cssFonts = new Map<string, string>()

/** Cached, since making and parsing the long family list is a good part of drawing a text. */
function cssFont({ size, weight }: Font): string {
  const key = `${weight} ${size}`
  let css = cssFonts.get(key)
  if (css === undefined) cssFonts.set(key, (css = `${weight} ${size}px ${FONT_FAMILY}`))
  return css
}
