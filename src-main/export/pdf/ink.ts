import type { Paint, Primitive, PrimitiveGroup } from '../../../src-shared/scene/primitives'
import type { Typesetter } from './typesetter'

/** Draws the parts of a map, each at its opacity. */
export function drawGroups(doc: PDFKit.PDFDocument, type: Typesetter, groups: readonly PrimitiveGroup[]): void {
  for (const { opacity, primitives } of groups) {
    if (opacity === 1) {
      drawPrimitives(doc, type, primitives)
      continue
    }
    doc.save().opacity(opacity)
    drawPrimitives(doc, type, primitives)
    doc.restore()
  }
}

export function drawPrimitives(doc: PDFKit.PDFDocument, type: Typesetter, primitives: readonly Primitive[]): void {
  for (const primitive of primitives) drawPrimitive(doc, type, primitive)
}

function drawPrimitive(doc: PDFKit.PDFDocument, type: Typesetter, primitive: Primitive): void {
  switch (primitive.shape) {
    case 'rect': {
      const { x, y, width, height, radius = 0 } = primitive
      painted(doc, primitive, () => (radius === 0 ? doc.rect(x, y, width, height) : doc.roundedRect(x, y, width, height, radius)))
      break
    }
    case 'circle':
      painted(doc, primitive, () => doc.circle(primitive.centre.x, primitive.centre.y, primitive.radius))
      break
    case 'path':
      painted(doc, primitive, () => doc.path(primitive.d))
      break
    case 'text':
      type.text(primitive.text, primitive.x, primitive.y, primitive.font, primitive.fill, primitive.anchor)
      break
    default:
      primitive satisfies never
  }
}

/** Traces an outline and fills and strokes it. Colours come first: PDF allows none between an outline and its painting. */
function painted(
  doc: PDFKit.PDFDocument,
  { fill, stroke, strokeWidth = 1, dash, round = false }: Paint,
  trace: () => unknown,
): void {
  if (fill === undefined && stroke === undefined) return
  doc.save()
  if (fill !== undefined) doc.fillColor(fill)
  if (stroke !== undefined) doc.strokeColor(stroke).lineWidth(strokeWidth)
  if (round) doc.lineCap('round').lineJoin('round')
  if (dash) {
    const [on = 1, off = on] = dash
    doc.dash(on, { space: off })
  }
  trace()
  if (fill === undefined) doc.stroke()
  else if (stroke === undefined) doc.fill()
  else doc.fillAndStroke()
  doc.restore()
}
