import type { Font } from '../../../src-shared/scene/text'

/** Width of a text on one line. */
export type Measure = (text: string, font: Font) => number

/** What may not end a line, and what may not begin one: the Chinese rule of line ends (GB/T 15834), Latin marks included. */
const OPENING = '(\\[{“‘《〈「『【〔（［｛'
const CLOSING = ')\\]},.;:!?%”’》〉」』】〕）］｝，。、；：！？…—·％'
const IDEOGRAPH = '\\u2E80-\\u9FFF\\uF900-\\uFAFF\\uFF00-\\uFFEF\\u{20000}-\\u{3FFFF}'

/** Where a line may end: after blanks, within a compound word, before and after an ideograph. */
const BREAK = new RegExp(
  `(?<=\\s)(?=\\S)|(?<=[-/])(?=\\p{L})|(?<![\\s${OPENING}])(?=[^\\s${CLOSING}])(?:(?<=[${IDEOGRAPH}])|(?=[${IDEOGRAPH}]))`,
  'u',
)

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** A text as lines of at most `width`, one paragraph a line break; an empty text has one empty line. Words too wide are broken anywhere. */
export function wrap(text: string, width: number, font: Font, measure: Measure): string[] {
  return text.split(/\r\n?|\n/u).flatMap((paragraph) => wrapParagraph(paragraph.trim(), width, font, measure))
}

function wrapParagraph(paragraph: string, width: number, font: Font, measure: Measure): string[] {
  const lines: string[] = []
  let line = ''
  let filled = 0
  /** Appends where there is room; the blank at a line's end needs none. */
  const put = (piece: string): boolean => {
    const bare = piece.trimEnd()
    const grown = filled + measure(bare, font)
    if (grown > width) return false
    line += piece
    filled = bare === piece ? grown : filled + measure(piece, font)
    return true
  }
  const turn = (): void => {
    if (line !== '') lines.push(line.trimEnd())
    line = ''
    filled = 0
  }
  for (const piece of paragraph.split(BREAK)) {
    if (put(piece)) continue
    turn()
    if (put(piece)) continue
    for (const { segment } of segmenter.segment(piece)) {
      if (put(segment)) continue
      turn()
      // A single character wider than the line stands there all the same.
      line = segment
      filled = measure(segment, font)
    }
  }
  turn()
  return lines.length === 0 ? [''] : lines
}
