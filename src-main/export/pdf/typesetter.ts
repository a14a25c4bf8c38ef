import type { Font } from '../../../src-shared/scene/text'
import { wrap } from './lines'

export type Anchor = 'start' | 'middle' | 'end'

/** Fonts of a document: a regular and a bold one that carry Chinese. */
export interface Faces {
  readonly regular: Buffer
  readonly bold: Buffer
}

interface FontInUse {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } }
}

/** A stretch of text: one that the font can draw, or a single character (as readers count them) that it cannot. */
interface Run {
  readonly text: string
  readonly known: boolean
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Variation_Selector}]/gu
/** Drawn for what the font lacks: no font has it, so that the font's own box appears. */
const BOX = '\uFFFF'

/**
 * Sets text on the pages of one document. Characters that the fonts lack (emoji, Korean, Arabic) are drawn as the same box that
 * pictures show in their place, and keep their meaning for search, copying and screen readers.
 */
export class Typesetter {
  readonly #doc: PDFKit.PDFDocument
  readonly #glyphs = new Map<string, boolean>()

  constructor(doc: PDFKit.PDFDocument, faces: Faces) {
    this.#doc = doc
    doc.registerFont('400', faces.regular)
    doc.registerFont('600', faces.bold)
  }

  /** Width of a text on one line, as it will be drawn. */
  readonly measure = (text: string, font: Font): number => {
    this.#choose(font)
    return this.#runs(text).reduce((sum, { text: run, known }) => sum + (known ? this.#doc.widthOfString(run) : font.size), 0)
  }

  /** A text as lines of at most `width`. */
  lines(text: string, width: number, font: Font): string[] {
    return wrap(text, width, font, this.measure)
  }

  /** A text on one line with its baseline at `y`. */
  text(text: string, x: number, y: number, font: Font, fill: string, anchor: Anchor = 'start'): void {
    const width = anchor === 'start' ? 0 : this.measure(text, font)
    let left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width
    this.#choose(font)
    this.#doc.fillColor(fill)
    for (const { text: run, known } of this.#runs(text)) {
      if (!known) this.#doc.markContent('Span', { actual: run })
      this.#doc.text(known ? run : BOX, left, y, { lineBreak: false, baseline: 'alphabetic' })
      if (!known) this.#doc.endMarkedContent()
      left += known ? this.#doc.widthOfString(run) : font.size
    }
  }

  /** The characters of a text, as readers count them, that are drawn as boxes; each once. */
  lacking(text: string): string[] {
    this.#choose({ size: 1, weight: 400 })
    return [...new Set(this.#runs(text).flatMap(({ text: run, known }) => (known ? [] : [run])))]
  }

  #choose({ size, weight }: Font): void {
    this.#doc.font(String(weight)).fontSize(size)
  }

  #runs(text: string): Run[] {
    if (Array.from(text).every((char) => this.#has(char))) return [{ text, known: true }]
    const runs: Run[] = []
    for (const { segment } of segmenter.segment(text.toWellFormed())) {
      const composed = segment.replace(INVISIBLE, '').normalize('NFC')
      if (composed === '') continue
      const known = Array.from(composed).every((char) => this.#has(char))
      const last = runs.at(-1)
      if (known && last?.known) runs[runs.length - 1] = { text: last.text + composed, known }
      else runs.push({ text: known ? composed : segment, known })
    }
    return runs
  }

  /** Both fonts have the same characters. */
  #has(char: string): boolean {
    const known = this.#glyphs.get(char)
    if (known !== undefined) return known
    // pdfkit has no public way to ask what a font can draw; the font in use is a field that its types leave out.
    const { font } = (this.#doc as unknown as FontInUse)._font
    const has = font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0)
    this.#glyphs.set(char, has)
    return has
  }
}
