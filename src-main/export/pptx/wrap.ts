import { type Font, measure } from '../../../src-shared/scene/text'

/** A line of a wrapped text, with whatever spaces were in it. */
export interface Line {
  readonly text: string
  /** Whether a new paragraph begins with it. */
  readonly opens: boolean
}

/** What must stay together: a word with the space behind it, or one Chinese character with the punctuation that may not begin a line. */
const PIECES =
  /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF][，。、；：？！）》」』”’…]*\s*|[^\s\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]+\s*|\s+/gu

/** Room for other programs' typefaces, which may run wider than the one measured. */
const SLACK = 0.96

/** How a text breaks into lines of a width, in the font's units: an estimate of what a program will do, on the side of more lines. */
export function wrapText(text: string, width: number, font: Font): Line[] {
  return text.split(/\r\n|[\r\n\v]/u).flatMap((paragraph) => {
    const lines: string[] = []
    let line = ''
    const fits = (candidate: string): boolean => measure(candidate.trimEnd(), font) <= width * SLACK
    for (const piece of paragraph.match(PIECES) ?? []) {
      if (fits(line + piece)) {
        line += piece
        continue
      }
      if (line !== '') lines.push(line)
      line = ''
      // A word longer than a line is broken anywhere.
      for (const char of piece) {
        if (line !== '' && !fits(line + char)) {
          lines.push(line)
          line = ''
        }
        line += char
      }
    }
    lines.push(line)
    return lines.map((each, i) => ({ text: each, opens: i === 0 }))
  })
}

/** Lines as text again: paragraphs separated by line breaks. */
export function unwrap(lines: readonly Line[]): string {
  return lines.map(({ text, opens }, i) => (opens && i > 0 ? `\n${text}` : text)).join('')
}

/** Puts things of a height on pages of a height, in order; what is higher than a page must have been split before. */
export function paginate<T>(items: readonly T[], heightOf: (item: T) => number, pageHeight: number): T[][] {
  const pages: T[][] = [[]]
  let used = 0
  for (const item of items) {
    const height = heightOf(item)
    if (used > 0 && used + height > pageHeight + 0.01) {
      pages.push([])
      used = 0
    }
    pages.at(-1)?.push(item)
    used += height
  }
  return pages
}

/** "Title (2/3)" for what takes several slides. */
export function numbered(title: string, page: number, pages: number): string {
  return pages > 1 ? `${title} (${page}/${pages})` : title
}
