import { DOMParser } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'
import { expect, onTestFinished, test } from 'vitest'
import { openCore } from '../../src-main/core/core'
import { createSample } from '../../src-main/core/sample'
import { writeDocx } from '../../src-main/export/docx/writeDocx'
import { writePptx } from '../../src-main/export/pptx/writePptx'
import type { Language } from '../../src-shared/model/language'
import { customerSafeProfile, internalProfile } from '../../src-shared/model/redaction'
import { type Deck, reportOf } from '../../src-shared/report/decks'
import type { MapPart, Report, ReportPart, TablePart } from '../../src-shared/report/report'
import { steadySurroundings } from '../support/core'
import { convertWithLibreOffice } from '../support/office'
import { bare, sheetsOf, textOf } from '../support/poppler'
import { elements, readDeck } from '../support/pptxDeck'
import { reportInputOf } from '../support/reportInputs'
import { temporaryFolder } from '../support/workspace'

/** A conversion takes some seconds, more where others work beside it. */
const PATIENCE_MS = 120_000

// What a colleague or a customer gets, opened by a program that knows nothing of ours.
test.each([
  ['pptx', 'proposal', 'en'],
  ['pptx', 'review', 'zh-CN'],
  ['pptx', 'drill', 'en'],
  ['docx', 'hand-over', 'zh-CN'],
  ['docx', 'review', 'en'],
] as const)(
  'LibreOffice prints the %s of the sample’s %s in %s with all its words and shapes',
  async (format, deck, language) => {
    const report = await reportOfSample(deck, language)
    const bytes = await (format === 'pptx' ? writePptx(report, { size: '16:9' }) : writeDocx(report, { paper: 'a4' }))
    const pdf = await convertWithLibreOffice(bytes, format, 'pdf')
    const printed = textOf(pdf)
    const missing = report.parts.flatMap(wordsOf).filter((words) => !printed.includes(bare(words)))
    expect(missing).toEqual([])

    const tables = report.parts.filter((part): part is TablePart => part.kind === 'table' && part.rows.length > 0)
    const rows = tables.reduce((sum, part) => sum + part.rows.length, 0)
    const maps = report.parts.filter((part): part is MapPart => part.kind === 'map')
    if (format === 'pptx') {
      const { slides } = readDeck(bytes)
      expect(sheetsOf(pdf)).toHaveLength(slides.length)
      const count = (name: string): number => slides.reduce((sum, slide) => sum + elements(slide.document, name).length, 0)
      // Each slide of a table repeats its head.
      expect(count('tr')).toBe(rows + count('tbl'))
      expect(count('cxnSp')).toBe(maps.reduce((sum, { scene }) => sum + scene.lines.length + scene.ties.length, 0))
    } else {
      const document = new DOMParser().parseFromString(strFromU8(partOf(bytes, 'word/document.xml')), 'text/xml')
      expect(elements(document, 'tblHeader')).toHaveLength(tables.length)
      expect(elements(document, 'tr').length).toBeGreaterThanOrEqual(rows + tables.length)
      // The map, and its legend below or beside it.
      expect(elements(document, 'drawing')).toHaveLength(2 * maps.length)
    }
  },
  PATIENCE_MS,
)

async function reportOfSample(deck: Deck, language: Language): Promise<Report> {
  const file = `${await temporaryFolder()}/sample.linchpin`
  await createSample(file, language, steadySurroundings())
  const core = await openCore(file)
  onTestFinished(() => core.close())
  const profile = deck === 'proposal' ? customerSafeProfile : internalProfile
  const input = await reportInputOf(core, { language, redaction: profile })
  const [first] = input.graph.people.filter(({ side }) => side === 'ours')
  return reportOf(deck, { ...input, leaves: first ? [first.id] : [] })
}

function partOf(zip: Uint8Array, name: string): Uint8Array {
  const part = unzipSync(zip)[name]
  if (!part) throw new Error(`the document has no ${name}`)
  return part
}

/** What has to be read on paper; a map's cards are counted by the tests of its format. */
function wordsOf(part: ReportPart): string[] {
  switch (part.kind) {
    case 'map':
      return [part.title]
    case 'table':
      // Without rows a sentence stands in place of the whole table.
      return part.rows.length > 0
        ? [part.title, ...part.columns.map(({ words }) => words), ...part.rows.flat()]
        : [part.title, part.empty]
    case 'text':
      return [part.title, ...part.paragraphs.map(({ words }) => words)]
    case 'figures':
      return [part.title, ...part.figures.flatMap(({ words, value, remark }) => [words, value, remark])]
    default:
      return part satisfies never
  }
}
