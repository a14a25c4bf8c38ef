import { hull, type Point, type Rect } from '../../../src-shared/layout/geometry'
import type { Primitive, TextPrimitive } from '../../../src-shared/scene/primitives'
import { measure } from '../../../src-shared/scene/text'
import { type PathStep, pathSteps, pointsOf } from './svgPath'

/** A primitive with the text that stands in its middle: what becomes one shape. */
export interface Piece {
  readonly primitive: Primitive
  readonly label: TextPrimitive | null
  /** The part of the drawing that it takes, in its units. */
  readonly bounds: Rect
  /** Of a path; else empty. */
  readonly steps: readonly PathStep[]
}

/** From the baseline of a text to the middle of its letters, in its size. */
const HALF_HEIGHT = 0.36
const LINE_HEIGHT = 1.3

/** Primitives as the fewest shapes: fill and outline of one path are one, and so are a box and the letter in its middle. */
export function piecesOf(primitives: readonly Primitive[]): Piece[] {
  const pieces: Piece[] = []
  for (const primitive of primitives) {
    const last = pieces.at(-1)
    if (primitive.shape === 'text' && last && last.label === null && isInMiddle(primitive, last)) {
      pieces[pieces.length - 1] = { ...last, label: primitive }
      continue
    }
    const filled = primitive.shape === 'path' ? pieces.findIndex((piece) => outlines(primitive, piece.primitive)) : -1
    const body = pieces[filled]
    if (body) pieces[filled] = { ...body, primitive: { ...primitive, ...body.primitive } }
    else pieces.push(pieceOf(primitive))
  }
  return pieces
}

/** A primitive as a shape of its own. */
export function pieceOf(primitive: Primitive): Piece {
  const steps = primitive.shape === 'path' ? pathSteps(primitive.d) : []
  return { primitive, label: null, steps, bounds: boundsOf(primitive, steps) }
}

function boundsOf(primitive: Primitive, steps: readonly PathStep[]): Rect {
  switch (primitive.shape) {
    case 'rect':
      return { x: primitive.x, y: primitive.y, width: primitive.width, height: primitive.height }
    case 'circle': {
      const { centre, radius } = primitive
      return { x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius }
    }
    case 'path':
      return around(pointsOf(steps))
    case 'text': {
      const { x, y, text, font, anchor = 'start' } = primitive
      const width = measure(text, font)
      const height = font.size * LINE_HEIGHT
      const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width
      return { x: left, y: y - font.size * HALF_HEIGHT - height / 2, width, height }
    }
    default:
      return primitive satisfies never
  }
}

/** Whether a text stands in the middle of a shape and inside it. */
function isInMiddle(text: TextPrimitive, { primitive: shape, bounds: outer }: Piece): boolean {
  if (shape.shape === 'text' || (shape.shape === 'path' && shape.fill === undefined)) return false
  const inner = boundsOf(text, [])
  const middle = ({ x, width }: Rect): number => x + width / 2
  const baselineRoom = Math.abs(inner.y + inner.height / 2 - outer.y - outer.height / 2)
  return (
    Math.abs(middle(inner) - middle(outer)) < 1 &&
    baselineRoom < outer.height * 0.2 &&
    inner.width <= outer.width + 1 &&
    inner.height <= outer.height * 1.5
  )
}

/** Whether a primitive is the outline of a path that was filled before. */
function outlines(primitive: Primitive, before: Primitive): boolean {
  return (
    primitive.shape === 'path' &&
    before.shape === 'path' &&
    primitive.fill === undefined &&
    before.stroke === undefined &&
    primitive.d === before.d
  )
}

function around(points: readonly Point[]): Rect {
  return hull(points.map((point) => ({ ...point, width: 0, height: 0 }))) ?? { x: 0, y: 0, width: 0, height: 0 }
}
