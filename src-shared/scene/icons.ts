import type { Point } from '../layout/geometry'
import type { Stance } from '../model/scales'
import type { Palette, ToneColours } from './palette'
import { coordinate, polyline, type Primitive } from './primitives'

/** The small signs of a map. Each is told from the others by its shape alone; colour only helps. */

type Stroke = readonly (readonly [x: number, y: number])[]

/** Strokes of a stance's sign in a box from −1 to 1; the star is filled, the dot and the question mark are made otherwise. */
const signs: Readonly<Record<Exclude<Stance, 'neutral' | 'coach'>, readonly Stroke[]>> = {
  opponent: [
    [
      [-0.38, -0.38],
      [0.38, 0.38],
    ],
    [
      [0.38, -0.38],
      [-0.38, 0.38],
    ],
  ],
  unsupportive: [
    [
      [-0.45, 0],
      [0.45, 0],
    ],
  ],
  supportive: [
    [
      [-0.45, 0.02],
      [-0.12, 0.35],
      [0.46, -0.33],
    ],
  ],
  exclusive: [
    [
      [-0.66, 0.04],
      [-0.36, 0.34],
      [0.16, -0.3],
    ],
    [
      [-0.08, 0.16],
      [0.1, 0.34],
      [0.64, -0.3],
    ],
  ],
}

const star: Stroke = Array.from({ length: 10 }, (_, i) => {
  const radius = i % 2 === 0 ? 0.68 : 0.3
  const angle = (Math.PI * (i - 2.5)) / 5
  return [radius * Math.cos(angle), radius * Math.sin(angle)] as const
})

/** A stance as a round badge: full when it is well founded, hollow when weak, a question mark when nobody has judged it. */
export function stanceBadge(
  stance: Stance | 'unknown',
  weak: boolean,
  centre: Point,
  diameter: number,
  colours: ToneColours,
  palette: Palette,
): Primitive[] {
  const radius = diameter / 2
  const hollow = weak || stance === 'unknown'
  const ink = hollow ? colours.accent : palette.onAccent
  const ring: Primitive = hollow
    ? {
        shape: 'circle',
        centre,
        radius: radius - 0.6,
        fill: palette.card,
        stroke: colours.accent,
        strokeWidth: 1.2,
        ...(weak && { dash: [radius * 0.36, radius * 0.26] }),
      }
    : { shape: 'circle', centre, radius, fill: colours.accent }
  return [ring, ...sign(stance, centre, radius, ink)]
}

function sign(stance: Stance | 'unknown', centre: Point, radius: number, ink: string): Primitive[] {
  const at = (stroke: Stroke): Point[] => stroke.map(([x, y]) => ({ x: centre.x + x * radius, y: centre.y + y * radius }))
  switch (stance) {
    case 'unknown':
      return [
        {
          shape: 'text',
          x: centre.x,
          y: centre.y + radius * 0.5,
          text: '?',
          font: { size: radius * 1.35, weight: 600 },
          fill: ink,
          anchor: 'middle',
        },
      ]
    case 'neutral':
      return [{ shape: 'circle', centre, radius: radius * 0.27, fill: ink }]
    case 'coach':
      return [{ shape: 'path', d: polyline(at(star), true), fill: ink }]
    default:
      return [
        {
          shape: 'path',
          d: signs[stance].map((stroke) => polyline(at(stroke))).join(''),
          stroke: ink,
          strokeWidth: radius * 0.24,
          round: true,
        },
      ]
  }
}

/** Depth 0–4 as filled dots among four; `left` is the left border of the first. */
export function depthPips(
  depth: number,
  left: number,
  middle: number,
  radius: number,
  pitch: number,
  palette: Palette,
): Primitive[] {
  return [0, 1, 2, 3].map((i): Primitive => {
    const centre = { x: left + radius + i * pitch, y: middle }
    return i < depth
      ? { shape: 'circle', centre, radius, fill: palette.pip }
      : { shape: 'circle', centre, radius: radius - 0.4, stroke: palette.pipEmpty, strokeWidth: 0.8 }
  })
}

/** One in a frame: a role that hangs on one relationship alone. */
export function singleThreadMark(left: number, middle: number, side: number, palette: Palette): Primitive[] {
  const inset = 0.6
  return [
    {
      shape: 'rect',
      x: left + inset,
      y: middle - side / 2 + inset,
      width: side - 2 * inset,
      height: side - 2 * inset,
      radius: side * 0.22,
      fill: palette.card,
      stroke: palette.warning,
      strokeWidth: 1.2,
    },
    {
      shape: 'text',
      x: left + side / 2,
      y: middle + side * 0.28,
      text: '1',
      font: { size: side * 0.76, weight: 600 },
      fill: palette.warning,
      anchor: 'middle',
    },
  ]
}

/** A padlock. */
export function lock(left: number, middle: number, side: number, ink: string): Primitive[] {
  const top = middle - side * 0.06
  const radius = side * 0.2
  const shackle =
    `M${coordinate(left + side / 2 - radius)} ${coordinate(top)}v${coordinate(-side * 0.14)}` +
    `a${coordinate(radius)} ${coordinate(radius)} 0 0 1 ${coordinate(2 * radius)} 0v${coordinate(side * 0.14)}`
  return [
    { shape: 'path', d: shackle, stroke: ink, strokeWidth: side * 0.11 },
    { shape: 'rect', x: left + side * 0.16, y: top, width: side * 0.68, height: side * 0.46, radius: side * 0.08, fill: ink },
  ]
}

/** A role's letter in a filled box. */
export function roleChip(
  letter: string,
  left: number,
  middle: number,
  side: number,
  fontSize: number,
  colours: ToneColours,
  palette: Palette,
): Primitive[] {
  return [
    { shape: 'rect', x: left, y: middle - side / 2, width: side, height: side, radius: side * 0.25, fill: colours.accent },
    {
      shape: 'text',
      x: left + side / 2,
      y: middle + fontSize * 0.36,
      text: letter,
      font: { size: fontSize, weight: 600 },
      fill: palette.onAccent,
      anchor: 'middle',
    },
  ]
}
