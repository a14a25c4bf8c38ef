import { expect, test } from 'vitest'
import { writePptx } from '../../src-main/export/pptx/writePptx'
import type { Language } from '../../src-shared/model/language'
import type { Report } from '../../src-shared/report/report'
import { convertWithLibreOffice, pdfPages } from '../support/office'
import { elements, readDeck, type Slide } from '../support/pptxDeck'
import { accountOf, reportOf } from '../support/reports'

/** LibreOffice takes some seconds for 300 people, more where others work beside it. */
const PATIENCE_MS = 240_000

// Another program reads the deck and writes it again: what it has lost, it had not understood.
test.each([
  ['sample', 'zh-CN', '16:9'],
  ['sample', 'en', '4:3'],
  [60, 'zh-CN', '4:3'],
  [60, 'en', '16:9'],
  [300, 'zh-CN', '16:9'],
  [300, 'en', '16:9'],
] as const)(
  'LibreOffice opens the maps of %s people in %s, %s, prints them and keeps them glued',
  async (people, language, size) => {
    const report = await mapsOf(people, language)
    const bytes = await writePptx(report, { size })
    const [pdf, again] = await Promise.all([
      convertWithLibreOffice(bytes, 'pptx', 'pdf'),
      convertWithLibreOffice(bytes, 'pptx', 'pptx'),
    ])
    const [deck, back, pages] = [readDeck(bytes), readDeck(again), await pdfPages(pdf)]
    expect(pages).toHaveLength(deck.slides.length)
    expect(back.slides).toHaveLength(deck.slides.length)
    report.parts.forEach((part, i) => {
      // After the first slide, which says what the report is.
      const [slide, returned, page = ''] = [deck.slides[i + 1], back.slides[i + 1], pages[i + 1]]
      if (part.kind !== 'map' || !slide || !returned) throw new Error(`slide ${i + 2} is not a map`)
      expect(shapesOf(returned)).toEqual(shapesOf(slide))
      expect(shapesOf(slide)).toMatchObject({
        cxnSp: part.scene.lines.length + part.scene.ties.length,
        stCxn: part.scene.lines.length + part.scene.ties.length,
        endCxn: part.scene.lines.length + part.scene.ties.length,
      })
      expect(looseEnds(returned)).toEqual([])
      expect(words(returned.texts.join(''))).toBe(words(slide.texts.join('')))
      const printed = words(page)
      const missing = part.scene.cards.flatMap(({ name }) => name.lines).filter((line) => !printed.includes(words(line)))
      expect(missing).toEqual([])
    })
  },
  PATIENCE_MS,
)

/** A report of the account's maps alone. */
async function mapsOf(people: 'sample' | number, language: Language): Promise<Report> {
  const report = reportOf(await accountOf(people, language), language)
  return { ...report, parts: report.parts.filter(({ kind }) => kind === 'map').map((part) => ({ ...part, references: [] })) }
}

const COUNTED = ['grpSp', 'cxnSp', 'sp', 'stCxn', 'endCxn'] as const

function shapesOf({ document }: Slide): Record<string, number> {
  return Object.fromEntries(COUNTED.map((name) => [name, elements(document, name).length]))
}

/** Connectors that refer to shapes which are not there. */
function looseEnds({ document }: Slide): (string | null)[] {
  const ids = new Set(elements(document, 'cNvPr').map((shape) => shape.getAttribute('id')))
  return ['stCxn', 'endCxn']
    .flatMap((name) => elements(document, name).map((end) => end.getAttribute('id')))
    .filter((id) => !ids.has(id))
}

/** Without spaces: programs break lines where they like. */
function words(text: string): string {
  return text.replace(/\s+/gu, '')
}
