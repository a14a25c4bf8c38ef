import type { Point, Rect } from '../layout/geometry'
import type { Curve } from './sceneTypes'
import { type Font, measure } from './text'

/**
 * What a map is drawn with: five shapes in resolved colours, the same for a canvas, an SVG file or anything else. Paths are
 * written in SVG's path syntax, which a canvas reads as well.
 */
export type Primitive = RectPrimitive | CirclePrimitive | PathPrimitive | TextPrimitive

export interface Paint {
  readonly fill?: string
  readonly stroke?: string
  /** Default 1. */
  readonly strokeWidth?: number
  readonly dash?: readonly number[]
  /** Round line ends and joins; default false. */
  readonly round?: boolean
}

interface RectPrimitive extends Rect, Paint {
  readonly shape: 'rect'
  readonly radius?: number
}

interface CirclePrimitive extends Paint {
  readonly shape: 'circle'
  readonly centre: Point
  readonly radius: number
}

export interface PathPrimitive extends Paint {
  readonly shape: 'path'
  readonly d: string
}

export interface TextPrimitive extends Point {
  readonly shape: 'text'
  /** `y` is the baseline. */
  readonly text: string
  readonly font: Font
  readonly fill: string
  /** Which end of the text `x` is; default 'start'. */
  readonly anchor?: 'start' | 'middle' | 'end'
}

/** The primitives of one part of a scene. */
export interface PrimitiveGroup {
  readonly id: string
  readonly kind: 'region' | 'department' | 'line' | 'label' | 'tie' | 'card' | 'step'
  /** What the part is, in words; empty: decoration. */
  readonly words: string
  /** Around everything drawn. */
  readonly rect: Rect
  /** 0–1. */
  readonly opacity: number
  readonly primitives: readonly Primitive[]
}

/** A coordinate with two decimals at most: a hundredth of a unit is never seen, and files stay small and equal. */
export function coordinate(value: number): string {
  const rounded = Math.round(value * 100) / 100
  return String(rounded === 0 ? 0 : rounded)
}

/** A path through points. */
export function polyline(points: readonly Point[], closed = false): string {
  const steps = points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${coordinate(x)} ${coordinate(y)}`)
  return steps.join('') + (closed ? 'Z' : '')
}

/** A path through points whose corners are rounded to at most `radius`. */
export function roundedPolyline(points: readonly Point[], radius: number): string {
  const [first] = points
  if (!first) return ''
  let d = `M${coordinate(first.x)} ${coordinate(first.y)}`
  for (let i = 1; i < points.length; i += 1) {
    const corner = points[i]
    const before = points[i - 1]
    const after = points[i + 1]
    if (!corner || !before) break
    const room = after ? Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2) : 0
    if (!after || room < 0.5) {
      d += `L${coordinate(corner.x)} ${coordinate(corner.y)}`
      continue
    }
    const near = towards(corner, before, room)
    const far = towards(corner, after, room)
    d += `L${coordinate(near.x)} ${coordinate(near.y)}Q${coordinate(corner.x)} ${coordinate(corner.y)} ${coordinate(far.x)} ${coordinate(far.y)}`
  }
  return d
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y)
}

/** The point `length` away from `from` in the direction of `to`. */
export function towards(from: Point, to: Point, length: number): Point {
  const whole = distance(from, to)
  if (whole === 0) return from
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole }
}

/** A path along a cubic curve. */
export function cubic([a, b, c, d]: Curve): string {
  const at = ({ x, y }: Point): string => `${coordinate(x)} ${coordinate(y)}`
  return `M${at(a)}C${at(b)} ${at(c)} ${at(d)}`
}

/** An arrow's head of a length, whose tip is reached from `from`. */
export function arrowHead(tip: Point, from: Point, size: number): string {
  const angle = Math.atan2(tip.y - from.y, tip.x - from.x)
  const wing = (turn: number): Point => ({ x: tip.x - size * Math.cos(angle + turn), y: tip.y - size * Math.sin(angle + turn) })
  return polyline([tip, wing(0.42), wing(-0.42)], true)
}

/** A text on a strip of the ground it stands on, which keeps it clear of lines beneath. */
export function onGround(text: TextPrimitive, ground: string): Primitive[] {
  const width = measure(text.text, text.font) + 6
  const left = text.anchor === 'middle' ? text.x - width / 2 : text.x - 3
  return [
    { shape: 'rect', x: left, y: text.y - text.font.size, width, height: text.font.size * 1.3, radius: 3, fill: ground },
    text,
  ]
}
