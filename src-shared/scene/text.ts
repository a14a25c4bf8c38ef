import advances from './latinAdvances.json'

/** Text metrics without a screen: how wide a text is, and how it is cut and wrapped to a width. Lengths are map units. */

type Weight = 400 | 600

export interface Font {
  readonly size: number
  readonly weight: Weight
}

/** A text set to a width, and what it was. */
export interface FittedText {
  readonly lines: readonly string[]
  /** The whole text, for tooltips and screen readers. */
  readonly full: string
  readonly font: Font
}

/** First available wins; all of them carry Chinese. */
export const FONT_FAMILY = '"Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif'

const ELLIPSIS = '…'
const EM = 1000

/** Room for other fonts of the family list, whose Latin letters run up to a twentieth wider than those measured. */
const LATIN_SLACK = 1.05

const regular = tableOf(advances.regular)
const bold = tableOf(advances.bold)

function tableOf(runs: Readonly<Record<string, readonly number[]>>): ReadonlyMap<number, number> {
  const table = new Map<number, number>()
  for (const [first, widths] of Object.entries(runs)) {
    const start = first.codePointAt(0) ?? 0
    widths.forEach((width, i) => table.set(start + i, width))
  }
  return table
}

/** Width of a text on one line. */
export function measure(text: string, font: Font): number {
  const table = font.weight === 600 ? bold : regular
  let sum = 0
  for (const char of text) sum += advance(char, table)
  return (sum / EM) * font.size
}

function advance(char: string, table: ReadonlyMap<number, number>): number {
  const code = char.codePointAt(0) ?? 0
  const known = table.get(code)
  if (known !== undefined) return known === EM ? EM : known * LATIN_SLACK
  if (isZeroWidth(char)) return 0
  // ě is as wide as e; a CJK character, an emoji and whatever else is unknown count a full em.
  const base = code < 0x2000 ? table.get(char.normalize('NFD').codePointAt(0) ?? code) : undefined
  return base === undefined ? EM : base * LATIN_SLACK
}

function isZeroWidth(char: string): boolean {
  return /^[\p{M}\p{Cf}\p{Cc}]$/u.test(char)
}

/** The text, or as much of it as fits before an ellipsis. Never wider than `width`, unless not even one character fits. */
export function ellipsize(text: string, width: number, font: Font): string {
  if (measure(text, font) <= width) return text
  let kept = ''
  for (const cluster of clusters(text)) {
    if (measure(kept + cluster + ELLIPSIS, font) > width) break
    kept += cluster
  }
  return kept.trimEnd() + ELLIPSIS
}

/** The text on one line of at most `width`. */
export function fitLine(text: string, width: number, font: Font): FittedText {
  const full = oneLine(text)
  return { lines: [ellipsize(full, width, font)], full, font }
}

/**
 * The text on at most two lines: on one in the `single` font if it fits, else on two in the `double` font, broken where the
 * script allows (between words, after a hyphen or a middle dot, between any two Chinese characters), the rest cut.
 */
export function fitTwoLines(text: string, width: number, single: Font, double: Font): FittedText {
  const full = oneLine(text)
  if (measure(full, single) <= width) return { lines: [full], full, font: single }
  let first = ''
  let rest = full
  for (const piece of pieces(full)) {
    if (measure((first + piece).trimEnd(), double) > width) break
    first += piece
    rest = full.slice(first.length)
  }
  if (first.trim() === '') {
    // One word wider than the line: break it anywhere.
    for (const cluster of clusters(full)) {
      if (measure(first + cluster, double) > width) break
      first += cluster
    }
    rest = full.slice(first.length)
  }
  return { lines: [first.trimEnd(), ellipsize(rest.trimStart(), width, double)], full, font: double }
}

/** Line breaks and tabs in a name would tear a card apart. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** What must stay together: words, Chinese characters, and the parts of a name around a middle dot. */
function pieces(text: string): readonly string[] {
  const split = text.includes('·')
    ? /[^·]+·?|·/gu
    : /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]|[^\s\-/\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]+[-/]?\s*|[\s\-/]+/gu
  return text.match(split) ?? [text]
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** What a reader takes for one character: a letter with its accents, an emoji with its modifiers. */
function clusters(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
