import PDFDocument from 'pdfkit'
import type { Paper } from '../../../src-shared/contract/exportEndpoints'
import type { Translate } from '../../../src-shared/i18n/translate'
import type { Rect } from '../../../src-shared/layout/geometry'
import type { Language } from '../../../src-shared/model/language'
import { palettes } from '../../../src-shared/scene/palette'
import type { Font } from '../../../src-shared/scene/text'
import { type Orientation, sheetSize } from './paper'
import { type Faces, Typesetter } from './typesetter'

/** Colours on paper: a map's ground is the paper itself. */
export const palette = { ...palettes.light, ground: '#ffffff' }

const MARGIN: Readonly<Record<Orientation, number>> = { portrait: 48, landscape: 32 }
const FOOT_HEIGHT = 34
const FOOT: Font = { size: 7.5, weight: 400 }
const FOOT_LEADING = 10
const FOOT_LINES = 2

export interface PagesOptions {
  readonly paper: Paper
  readonly language: Language
  readonly t: Translate
  readonly faces: Faces
  readonly title: string
  /** At the foot of every page. */
  readonly sourceNote: string
}

/** How a paragraph is set; lengths in points. */
export interface Style {
  readonly font: Font
  readonly leading: number
  readonly fill: string
}

export type Element = PDFKit.PDFStructureElement

interface Later {
  readonly page: number
  readonly draw: () => void
}

/**
 * The sheets of a document and where on them is still room. Everything is drawn from the top down; what is only known at the end
 * (page numbers) is drawn then. Equal calls give equal bytes: no time, no random name is written.
 */
export class Pages {
  readonly doc: PDFKit.PDFDocument
  readonly type: Typesetter
  readonly t: Translate
  /** Everything that a screen reader reads is in it. */
  readonly root: Element
  readonly #options: PagesOptions
  readonly #chunks: Buffer[] = []
  readonly #ended: Promise<void>
  readonly #later: Later[] = []
  readonly #anchors = new Map<string, number>()
  #orientation: Orientation = 'portrait'
  /** What may be drawn on, without the foot. */
  box: Rect = { x: 0, y: 0, width: 0, height: 0 }
  /** Where the next thing begins. */
  y = 0
  #count = 0

  constructor(options: PagesOptions) {
    const { title, language, faces, t } = options
    this.#options = options
    this.t = t
    // pdfkit makes the file's id of this date and would else take the time of day.
    const info = { Title: title, Producer: 'Linchpin', Creator: 'Linchpin', CreationDate: new Date(0) }
    this.doc = new PDFDocument({
      // None until ours are registered; the default's measures are in a folder that the built program has not.
      font: '',
      pdfVersion: '1.7',
      autoFirstPage: false,
      bufferPages: true,
      tagged: true,
      displayTitle: true,
      lang: language,
      info,
    })
    delete this.doc.info.CreationDate
    // pdfkit writes titles into its XML unescaped, and needs the date there; the same facts are in the document information.
    this.doc.endMetadata = () => undefined
    this.doc.on('data', (chunk: Buffer) => this.#chunks.push(chunk))
    this.#ended = new Promise((resolve, reject) => this.doc.on('end', resolve).on('error', reject))
    this.type = new Typesetter(this.doc, faces)
    this.root = this.doc.struct('Document')
    this.doc.addStructure(this.root)
  }

  /** Pages so far. */
  get count(): number {
    return this.#count
  }

  get bottom(): number {
    return this.box.y + this.box.height
  }

  /** Height still free on the page. */
  get room(): number {
    return this.bottom - this.y
  }

  /** Begins a page. */
  turn(orientation: Orientation = this.#orientation): void {
    const { width, height } = sheetSize(this.#options.paper, orientation)
    const margin = MARGIN[orientation]
    this.doc.addPage({ size: [width, height], margin: 0 })
    this.#orientation = orientation
    this.#count += 1
    this.box = { x: margin, y: margin, width: width - 2 * margin, height: height - margin - FOOT_HEIGHT - 8 }
    this.y = this.box.y
  }

  /** Goes on where `height` is free on a page that lies as asked: on this one, or on a new one. */
  ensure(height: number, orientation: Orientation = this.#orientation): void {
    if (this.#count === 0 || orientation !== this.#orientation || this.room < height) this.turn(orientation)
  }

  /** Draws when all pages are there, on the page that is now open. */
  later(draw: () => void): void {
    const page = this.#count - 1
    this.#later.push({ page, draw: () => this.artifact('Pagination', draw) })
  }

  /** A place that links lead to: here. */
  anchor(name: string): void {
    this.#anchors.set(name, this.#count)
    this.doc.addNamedDestination(name, 'XYZ', 0, this.y, null)
  }

  /** An entry of the reader's table of contents that leads here. */
  bookmark(title: string): void {
    // The type knows but one of the settings.
    const place = { expanded: false, left: this.doc.page.width, top: Math.max(0, this.y - 12) }
    this.doc.outline.addItem(title, place)
  }

  /** The number of an anchor's page, for what is drawn later; empty where there is no such anchor. */
  pageNumber(name: string): string {
    return String(this.#anchors.get(name) ?? '')
  }

  /** Furniture, passed over by screen readers. */
  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.doc.markContent('Artifact', { type })
    draw()
    this.doc.endMarkedContent()
  }

  /** A tagged child. */
  element(parent: Element, tag: string, options: { alt?: string; title?: string } = {}): Element {
    const child = this.doc.struct(tag, options)
    parent.add(child)
    return child
  }

  /** A paragraph from here down, over as many pages as it takes. */
  paragraph(parent: Element, tag: string, text: string, { font, leading, fill }: Style, indent = 0): void {
    const element = this.element(parent, tag)
    let rest = this.type.lines(text, this.box.width - indent, font)
    while (rest.length > 0) {
      this.ensure(leading)
      const fitting = Math.max(1, Math.floor(this.room / leading))
      const lines = rest.slice(0, fitting)
      element.add(() => this.lines(lines, this.box.x + indent, this.y, { font, leading, fill }))
      this.y += lines.length * leading
      rest = rest.slice(fitting)
    }
    element.end()
  }

  /** Lines from `top` down. */
  lines(
    lines: readonly string[],
    x: number,
    top: number,
    { font, leading, fill }: Style,
    anchor: 'start' | 'end' = 'start',
  ): void {
    lines.forEach((line, i) => {
      if (line !== '') this.type.text(line, x, top + (i + 0.5) * leading + font.size * 0.36, font, fill, anchor)
    })
  }

  /** Writes the page numbers and gives the file. */
  async bytes(): Promise<Uint8Array> {
    this.root.end()
    for (const { page, draw } of this.#later) {
      this.doc.switchToPage(page)
      draw()
    }
    for (let page = 0; page < this.#count; page += 1) {
      this.doc.switchToPage(page)
      this.artifact('Pagination', () => this.#foot(page + 1))
    }
    this.doc.end()
    await this.#ended
    return Buffer.concat(this.#chunks)
  }

  #foot(n: number): void {
    const { width, height } = this.doc.page
    const margin = width > height ? MARGIN.landscape : MARGIN.portrait
    const style: Style = { font: FOOT, leading: FOOT_LEADING, fill: palette.inkQuiet }
    const words = this.t('document.page', { n, m: this.#count })
    const room = width - 2 * margin - this.type.measure(words, FOOT) - 24
    const note = this.type.lines(this.#options.sourceNote, room, FOOT)
    const shown = note.slice(0, FOOT_LINES)
    if (note.length > FOOT_LINES) shown[FOOT_LINES - 1] = `${(shown[FOOT_LINES - 1] ?? '').slice(0, -1)}…`
    const top = height - FOOT_HEIGHT
    this.doc.strokeColor(palette.departmentBorder).lineWidth(0.5)
    this.doc
      .moveTo(margin, top - 3)
      .lineTo(width - margin, top - 3)
      .stroke()
    this.lines(shown, margin, top, style)
    this.lines([words], width - margin, top, style, 'end')
  }
}
