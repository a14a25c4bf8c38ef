import type { Point, Rect } from '../../../src-shared/layout/geometry'
import { type Xml, xml } from './xml'

/** Slides are laid out in points; files count in English Metric Units. */
const EMU_PER_POINT = 12_700

/** A length in points as the file writes it. */
export function emu(points: number): number {
  return Math.round(points * EMU_PER_POINT)
}

export function points(emus: number): number {
  return emus / EMU_PER_POINT
}

/** A share, 1 being all, as the file writes it. */
export function permille(share: number): number {
  return Math.round(share * 100_000)
}

/** How something drawn in units of its own is put on a slide. */
export interface Placing {
  /** Points a unit. */
  readonly scale: number
  /** Where the unit's origin is, in points. */
  readonly x: number
  readonly y: number
}

export function placePoint({ x, y }: Point, placing: Placing): Point {
  return { x: placing.x + x * placing.scale, y: placing.y + y * placing.scale }
}

export function placeRect({ x, y, width, height }: Rect, placing: Placing): Rect {
  return { ...placePoint({ x, y }, placing), width: width * placing.scale, height: height * placing.scale }
}

/** Place and size of a shape. */
export function boxXml({ x, y, width, height }: Rect): Xml {
  return xml`<a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/>`
}
