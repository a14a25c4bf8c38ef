import type { Detail } from './cardPrimitives'
import type { Palette } from './palette'
import { arrowHead, cubic, distance, type Primitive, towards } from './primitives'
import { pointOf } from './routing'
import type { Curve, SceneStep } from './sceneTypes'
import { type Font, measure } from './text'

/** A step of a way: its line, and in the middle its number and strength. */
export function stepPrimitives(
  { best, number, strength, curve }: Pick<SceneStep, 'best' | 'number' | 'strength' | 'curve'>,
  palette: Palette,
  detail: Detail = 'full',
): Primitive[] {
  const colour = wayColour(best, palette)
  const font: Font = { size: detail === 'full' ? 11 : 18, weight: 600 }
  const middle = pointOf(curve, 0.5)
  const label = `${number} · ${strength}`
  const [width, height] = [measure(label, font) + font.size * 1.3, font.size * 1.65]
  return [
    ...wayLine(best, curve, palette, detail),
    {
      shape: 'rect',
      x: middle.x - width / 2,
      y: middle.y - height / 2,
      width,
      height,
      radius: height / 2,
      fill: best ? colour : palette.card,
      stroke: colour,
    },
    {
      shape: 'text',
      x: middle.x,
      y: middle.y + font.size * 0.36,
      text: label,
      font,
      fill: best ? palette.onAccent : palette.ink,
      anchor: 'middle',
    },
  ]
}

/** A broad line with an arrow; of the next best way narrower and dashed. */
export function wayLine(best: boolean, curve: Curve, palette: Palette, detail: Detail = 'full'): Primitive[] {
  const colour = wayColour(best, palette)
  const [start, near, far, end] = curve
  const scale = detail === 'full' ? 1 : 1.6
  const size = (best ? 11 : 9) * scale
  const neck = towards(end, distance(far, end) > 1 ? far : start, size * 0.8)
  return [
    {
      shape: 'path',
      d: cubic([start, near, far, neck]),
      stroke: colour,
      strokeWidth: (best ? 3.6 : 2) * scale,
      ...(!best && { dash: [7 * scale, 5 * scale] }),
    },
    { shape: 'path', d: arrowHead(end, neck, size), fill: colour },
  ]
}

function wayColour(best: boolean, palette: Palette): string {
  return best ? palette.selection : palette.inkQuiet
}
