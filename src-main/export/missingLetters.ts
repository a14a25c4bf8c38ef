import PDFDocument from 'pdfkit'
import type { ExportFormat, ExportPreview } from '../../src-shared/contract'
import type { Report, ReportPart } from '../../src-shared/report/report'
import type { Scene } from '../../src-shared/scene/sceneTypes'
import { Typesetter } from './pdf/typesetter'
import { shippedFile } from './shippedFile'

type MissingLetters = ExportPreview['missingLetters'][number]

let ready: Promise<Typesetter> | undefined

/** Whether a format is drawn with our own fonts; others are with those of whoever opens them. */
export function drawnWithOurFonts(format: ExportFormat): boolean {
  return format === 'pdf' || format === 'png'
}

/** The texts, each once, in which a drawing with our fonts shows boxes, and the characters that the fonts lack. */
export async function missingLetters(texts: readonly string[]): Promise<MissingLetters[]> {
  const typesetter = await (ready ??= prepare())
  return [...new Set(texts)].flatMap((words) => {
    const letters = typesetter.lacking(words)
    return letters.length > 0 ? [{ words, letters }] : []
  })
}

async function prepare(): Promise<Typesetter> {
  const [regular, bold] = await Promise.all([shippedFile('NotoSansSC-Regular.ttf'), shippedFile('NotoSansSC-Bold.ttf')])
  // A document that is never written: it reads the fonts.
  return new Typesetter(new PDFDocument({ font: '', autoFirstPage: false }), { regular, bold })
}

/** Everything that a report writes. */
export function textsOfReport({ title, subtitle, parts }: Report): string[] {
  return [title, subtitle, ...parts.flatMap(textsOfPart)]
}

function textsOfPart(part: ReportPart): string[] {
  const head = [part.title, part.subtitle]
  switch (part.kind) {
    case 'map':
      return [...head, ...textsOfScene(part.scene)]
    case 'table':
      return [...head, ...part.rows.flat()]
    case 'text':
      return [...head, ...part.paragraphs.map(({ words }) => words)]
    case 'figures':
      return [...head, ...part.figures.flatMap(({ words, value, remark }) => [words, value, remark])]
    default:
      return part satisfies never
  }
}

/** Everything that a map writes of its account. */
export function textsOfScene({ title, cards, departments, regions }: Scene): string[] {
  return [
    title.full,
    ...cards.flatMap(({ name, title: post, note }) => [name.full, post.full, note?.full ?? '']),
    ...departments.map(({ label }) => label.full),
    ...regions.map((region) => region.title?.full ?? ''),
  ]
}
