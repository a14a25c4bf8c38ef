import type { Point, Rect } from '../layout/geometry'
import type { Palette } from './palette'
import { polyline, type Primitive } from './primitives'
import type { CardMark, MarkKind, SceneCard } from './sceneTypes'
import { ellipsize, type Font, measure } from './text'

/** The small signs at the rim of a card. Each is told from the others by its shape; colour only helps. */

type Stroke = readonly (readonly [x: number, y: number])[]
type Mood = 'good' | 'bad' | 'warning' | 'news'

/** A sign in a box from −1 to 1: strokes, closed ones filled. */
interface Sign {
  readonly mood: Mood
  readonly strokes?: readonly Stroke[]
  readonly filled?: readonly Stroke[]
  /** Instead of strokes. */
  readonly letter?: string
  /** Outline of the badge; default a disc. */
  readonly badge?: 'disc' | 'square' | 'triangle' | 'octagon'
  /** A light ground with a coloured sign: what is unsettled rather than done. */
  readonly hollow?: boolean
}

const plus: readonly Stroke[] = [[[-0.5, 0], [0.5, 0]], [[0, -0.5], [0, 0.5]]] // prettier-ignore
const minus: readonly Stroke[] = [[[-0.5, 0], [0.5, 0]]] // prettier-ignore
const up: readonly Stroke[] = [[[0, 0.5], [0, -0.5]], [[-0.38, -0.12], [0, -0.5], [0.38, -0.12]]] // prettier-ignore
const down: readonly Stroke[] = [[[0, -0.5], [0, 0.5]], [[-0.38, 0.12], [0, 0.5], [0.38, 0.12]]] // prettier-ignore
const chevronsUp: readonly Stroke[] = [[[-0.42, 0], [0, -0.42], [0.42, 0]], [[-0.42, 0.45], [0, 0.03], [0.42, 0.45]]] // prettier-ignore
const chevronsDown: readonly Stroke[] = [[[-0.42, 0], [0, 0.42], [0.42, 0]], [[-0.42, -0.45], [0, -0.03], [0.42, -0.45]]] // prettier-ignore
const check: readonly Stroke[] = [[[-0.45, 0.02], [-0.12, 0.35], [0.46, -0.33]]] // prettier-ignore

const signs: Readonly<Record<MarkKind, Sign>> = {
  new: { mood: 'good', strokes: plus },
  gone: { mood: 'bad', strokes: minus },
  // prettier-ignore
  moved: { mood: 'news', strokes: [[[-0.55, 0], [0.55, 0]], [[-0.25, -0.3], [-0.55, 0], [-0.25, 0.3]], [[0.25, -0.3], [0.55, 0], [0.25, 0.3]]] },
  'role-given': { mood: 'good', strokes: plus, badge: 'square' },
  'role-lost': { mood: 'bad', strokes: minus, badge: 'square' },
  'stance-up': { mood: 'good', strokes: up },
  'stance-down': { mood: 'bad', strokes: down },
  'stance-known': { mood: 'news', letter: '!' },
  'stance-unknown': { mood: 'warning', letter: '?' },
  'depth-up': { mood: 'good', strokes: chevronsUp },
  'depth-down': { mood: 'bad', strokes: chevronsDown },
  'risk-red': { mood: 'bad', letter: '!', badge: 'octagon' },
  'risk-amber': { mood: 'warning', letter: '!', badge: 'triangle' },
  'risk-green': { mood: 'good', strokes: check },
  // prettier-ignore
  disagreement: { mood: 'warning', hollow: true, strokes: [[[-0.45, -0.2], [0.45, -0.2]], [[-0.45, 0.2], [0.45, 0.2]], [[0.25, -0.52], [-0.25, 0.52]]] },
  unreachable: { mood: 'bad', hollow: true, strokes: [[[-0.6, -0.6], [0.6, 0.6]]] }, // prettier-ignore
  'role-empty': { mood: 'bad', badge: 'square', hollow: true, letter: '?' },
  // prettier-ignore
  'path-changed': { mood: 'news', strokes: [[[-0.5, 0.45], [-0.5, -0.1], [0.45, -0.1]], [[0.15, -0.42], [0.47, -0.1], [0.15, 0.22]]] },
  'opinion-up': { mood: 'good', filled: [[[0, -0.5], [0.5, 0.38], [-0.5, 0.38]]], hollow: true }, // prettier-ignore
  'opinion-down': { mood: 'bad', filled: [[[0, 0.5], [0.5, -0.38], [-0.5, -0.38]]], hollow: true }, // prettier-ignore
  // prettier-ignore
  target: { mood: 'news', hollow: true, filled: [[[0, -0.45], [0.32, -0.32], [0.45, 0], [0.32, 0.32], [0, 0.45], [-0.32, 0.32], [-0.45, 0], [-0.32, -0.32]]] },
  'way-in': { mood: 'news', letter: '1' },
}

/** Every kind, as a legend lists them. */
export const markOrder = Object.keys(signs).filter((kind): kind is MarkKind => kind in signs)

/** One sign in its badge. */
export function markSign(kind: MarkKind, centre: Point, diameter: number, palette: Palette): Primitive[] {
  const { badge = 'disc', hollow = false, ...sign } = signs[kind]
  const radius = diameter / 2
  const colour = colourOf(kind, palette)
  const ink = hollow ? colour : palette.onAccent
  const paint = hollow ? { fill: palette.card, stroke: colour, strokeWidth: diameter * 0.09 } : { fill: colour }
  return [outline(badge, centre, hollow ? radius * 0.95 : radius, paint), ...inside(sign, centre, radius, ink)]
}

function outline(
  badge: NonNullable<Sign['badge']>,
  centre: Point,
  radius: number,
  paint: Pick<Primitive, 'fill'> & { readonly stroke?: string; readonly strokeWidth?: number },
): Primitive {
  const { x, y } = centre
  const corners = (n: number, from: number, r: number, dy = 0): string =>
    polyline(
      Array.from({ length: n }, (_, i) => {
        const angle = from + (2 * Math.PI * i) / n
        return { x: x + r * Math.cos(angle), y: y + dy + r * Math.sin(angle) }
      }),
      true,
    )
  switch (badge) {
    case 'disc':
      return { shape: 'circle', centre, radius, ...paint }
    case 'square': {
      const side = 1.8 * radius
      return { shape: 'rect', x: x - side / 2, y: y - side / 2, width: side, height: side, radius: side * 0.2, ...paint }
    }
    case 'triangle':
      return { shape: 'path', d: corners(3, -Math.PI / 2, radius * 1.25, radius * 0.22), ...paint }
    case 'octagon':
      return { shape: 'path', d: corners(8, Math.PI / 8, radius * 1.06), ...paint }
    default:
      return badge satisfies never
  }
}

function inside(
  { strokes = [], filled = [], letter }: Omit<Sign, 'mood'>,
  centre: Point,
  radius: number,
  ink: string,
): Primitive[] {
  const at = (stroke: Stroke): Point[] => stroke.map(([x, y]) => ({ x: centre.x + x * radius, y: centre.y + y * radius }))
  if (letter !== undefined) {
    const font: Font = { size: radius * 1.35, weight: 600 }
    return [{ shape: 'text', x: centre.x, y: centre.y + radius * 0.5, text: letter, font, fill: ink, anchor: 'middle' }]
  }
  return [
    ...filled.map((stroke): Primitive => ({ shape: 'path', d: polyline(at(stroke), true), fill: ink })),
    ...(strokes.length === 0
      ? []
      : [
          {
            shape: 'path',
            d: strokes.map((stroke) => polyline(at(stroke))).join(''),
            stroke: ink,
            strokeWidth: radius * 0.26,
            round: true,
          } as const,
        ]),
  ]
}

function colourOf(kind: MarkKind, palette: Palette): string {
  const moods: Readonly<Record<Mood, string>> = {
    good: palette.lights.green.accent,
    bad: palette.lights.red.accent,
    warning: palette.lights.amber.accent,
    news: palette.changed.accent,
  }
  return moods[signs[kind].mood]
}

/**
 * Marks in a row on the rim of a card, ending at its right, where names of departments do not reach; `middle` is the rim. Those for which
 * there is no room are left to be told in words.
 */
export function markRow(
  marks: readonly CardMark[],
  { left, right }: { readonly left: number; readonly right: number },
  middle: number,
  diameter: number,
  palette: Palette,
): Primitive[] {
  const font: Font = { size: diameter * 0.72, weight: 600 }
  const gap = diameter * 0.2
  let room = right - left
  const fitting: { readonly kind: MarkKind; readonly words: string; readonly width: number }[] = []
  for (const { kind, text = '' } of marks) {
    const words = text === '' ? '' : ellipsize(text, room - diameter * 1.5, font)
    const width = words === '' ? diameter : diameter * 1.5 + measure(words, font)
    if (width > room) break
    fitting.push({ kind, words, width })
    room -= width + gap
  }
  let x = right - fitting.reduce((sum, { width }) => sum + width, gap * (fitting.length - 1))
  return fitting.flatMap(({ kind, words, width }) => {
    const at = x
    x += width + gap
    if (words === '') return markSign(kind, { x: at + diameter / 2, y: middle }, diameter, palette)
    const height = diameter + 1
    return [
      {
        shape: 'rect',
        x: at,
        y: middle - height / 2,
        width,
        height,
        radius: height / 2,
        fill: palette.card,
        stroke: colourOf(kind, palette),
      } as const,
      { shape: 'text', x: at + diameter * 1.18, y: middle + font.size * 0.36, text: words, font, fill: palette.ink } as const,
      ...markSign(kind, { x: at + diameter / 2 + 0.5, y: middle }, diameter * 0.86, palette),
    ]
  })
}

/** Slanting lines over a card or a disc: no longer there, or thought away. */
export function hatching({ rect, disc }: Pick<SceneCard, 'rect' | 'disc'>, palette: Palette): Primitive {
  return { shape: 'path', d: disc ? discHatch(disc) : rectHatch(rect), stroke: palette.pipEmpty, strokeWidth: 0.8 }
}

const HATCH = 9

function rectHatch({ x, y, width, height }: Rect): string {
  const inset = 3
  let d = ''
  for (let k = HATCH; k < width + height; k += HATCH) {
    // Where the line x + y = k of the card meets its right or upper border, and its left or lower one.
    const right = Math.min(k, width) - inset
    const low = Math.min(k, height) - inset
    if (right > k - low)
      d += polyline([
        { x: x + right, y: y + k - right },
        { x: x + k - low, y: y + low },
      ])
  }
  return d
}

function discHatch({ centre, radius }: NonNullable<SceneCard['disc']>): string {
  let d = ''
  const step = HATCH / Math.SQRT2
  for (let k = -radius + step; k < radius; k += step) {
    const half = Math.sqrt(radius * radius - k * k) - 1.5
    if (half <= 0) continue
    const [foot, along] = [k / Math.SQRT2, half / Math.SQRT2]
    d += polyline([
      { x: centre.x + foot + along, y: centre.y + foot - along },
      { x: centre.x + foot - along, y: centre.y + foot + along },
    ])
  }
  return d
}
