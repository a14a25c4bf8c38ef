import type { Size } from '../layout/geometry'
import type { CardSize } from './sceneTypes'
import type { Font } from './text'

/** Measures of a card: where its parts sit and in which type. All lengths in map units, baselines from the card's top. */
export interface CardMetrics extends Size {
  /** Left and right inner margins; the layer's bar lies in the left one. */
  readonly left: number
  readonly right: number
  readonly bar: number
  readonly radius: number
  readonly name: { readonly single: Font; readonly double: Font }
  /** Baselines of a name on one line, and of one on two. */
  readonly nameBaseline: number
  readonly nameBaselines: readonly [number, number]
  readonly title: Font
  readonly titleBaseline: number
  readonly titleBaselineUnderTwo: number
  readonly note: Font
  /** Middle of the row of marks at the foot. */
  readonly markRow: number
  /** Side of a role's letter box. */
  readonly chip: number
  readonly chipFont: Font
  readonly pipRadius: number
  readonly pipPitch: number
  /** Diameter of the stance's badge. */
  readonly badge: number
  /** Side of the small marks (single-threaded, secrecy). */
  readonly mark: number
  /** Diameter of the marks on the rim. */
  readonly rimMark: number
  readonly gap: number
}

export const CARD_METRICS: Readonly<Record<Exclude<CardSize, 'disc'>, CardMetrics>> = {
  regular: {
    width: 140,
    height: 62,
    left: 12,
    right: 8,
    bar: 4,
    radius: 8,
    name: { single: { size: 14, weight: 600 }, double: { size: 11, weight: 600 } },
    nameBaseline: 21,
    nameBaselines: [15, 27.5],
    title: { size: 11, weight: 400 },
    titleBaseline: 37,
    titleBaselineUnderTwo: 40,
    note: { size: 10, weight: 400 },
    markRow: 51,
    chip: 14,
    chipFont: { size: 9.5, weight: 600 },
    pipRadius: 2.6,
    pipPitch: 7.2,
    badge: 17,
    mark: 12,
    rimMark: 12,
    gap: 4.5,
  },
  compact: {
    width: 100,
    height: 52,
    left: 9,
    right: 6,
    bar: 3,
    radius: 6,
    name: { single: { size: 12, weight: 600 }, double: { size: 9.5, weight: 600 } },
    nameBaseline: 16.5,
    nameBaselines: [12, 22.5],
    title: { size: 9, weight: 400 },
    titleBaseline: 29,
    titleBaselineUnderTwo: 33,
    note: { size: 8, weight: 400 },
    markRow: 42.5,
    chip: 11,
    chipFont: { size: 8, weight: 600 },
    pipRadius: 1.9,
    pipPitch: 5.4,
    badge: 13,
    mark: 9,
    rimMark: 10,
    gap: 3,
  },
}

/** Above this many cards, small ones: a map of 300 then fills a laptop's window at a zoom of 0.3. */
export const COMPACT_FROM = 90

/** Caption of a disc of the influence map. */
export const DISC = {
  name: { size: 12, weight: 600 },
  title: { size: 10, weight: 400 },
  /** Of the name alone, seen from far away. */
  overviewName: { size: 20, weight: 600 },
  captionWidth: 120,
  /** From the disc's lower border to the name's baseline, to the title's, and to the end of the caption. */
  nameDrop: 15,
  titleDrop: 28,
  captionHeight: 34,
  overviewDrop: 23,
  smallest: 14,
  largest: 36,
} as const satisfies { name: Font; title: Font; overviewName: Font } & Record<string, unknown>

/** Most role letters on a card; a plus sign stands for the others. */
export const MOST_CHIPS = 3

/** Width of the four pips of a depth. */
export function pipsWidth({ pipRadius, pipPitch }: CardMetrics): number {
  return 3 * pipPitch + 2 * pipRadius
}
