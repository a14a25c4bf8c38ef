import type { Element } from '@xmldom/xmldom'
import { strToU8, zipSync } from 'fflate'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openCore } from '../../src-main/core/core'
import { createSample } from '../../src-main/core/sample'
import { templateLayouts } from '../../src-main/export/pptx/template'
import { mapTypeSize, type PptxOptions, writePptx } from '../../src-main/export/pptx/writePptx'
import { snapshot } from '../../src-shared/analytics/snapshot'
import { translator } from '../../src-shared/i18n/translate'
import type { Language } from '../../src-shared/model/language'
import { customerSafeProfile } from '../../src-shared/model/redaction'
import { reportOf as deckOf } from '../../src-shared/report/decks'
import type { MapPart, Report } from '../../src-shared/report/report'
import type { ReportInput } from '../../src-shared/report/source'
import { palettes } from '../../src-shared/scene/palette'
import { redacted } from '../../src-shared/scene/redact'
import { sceneGroups } from '../../src-shared/scene/scenePrimitives'
import type { Scene } from '../../src-shared/scene/sceneTypes'
import { companyTemplate } from '../support/companyTemplate'
import { steadySurroundings, today } from '../support/core'
import { boxOf, expectGlued, expectSound } from '../support/pptxChecks'
import { type Deck, elements, nameOf, numberOf, propertiesOf, readDeck, type Slide, textsOf } from '../support/pptxDeck'
import { companyInput, reportInputOf } from '../support/reportInputs'
import { accountOf, reportOf, sceneOf } from '../support/reports'
import { temporaryFolder } from '../support/workspace'

const wide: PptxOptions = { size: '16:9' }
/** Reading 300 people's slides shape by shape takes seconds, more where others work beside it. */
const PATIENCE_MS = 120_000
const accounts = [
  ['sample', 'zh-CN'],
  ['sample', 'en'],
  [60, 'zh-CN'],
  [60, 'en'],
  [300, 'zh-CN'],
  [300, 'en'],
] as const

describe.each(accounts)('a deck of %s people in %s', { timeout: PATIENCE_MS }, (people, language) => {
  test('is a sound package whose maps say what their scenes say and hold together', async () => {
    const report = reportOf(await accountOf(people, language), language)
    const deck = readDeck(await writePptx(report, wide))
    expectSound(deck)
    for (const part of mapsOf(report)) {
      const slide = slideOf(deck, part.title)
      expect(mapTexts(slide, part)).toEqual(drawnTexts(part.scene))
      expectGlued(slide, part.scene)
      const described = elements(slide.document, 'grpSp').map(nameOf)
      expect(described).toEqual(expect.arrayContaining(part.scene.cards.map(({ name }) => name.full)))
      expect(elements(slide.document, 'grpSp').every((group) => propertiesOf(group).getAttribute('descr'))).toBe(true)
      expect(elements(slide.document, 'pic')).toEqual([])
    }
    const [lang, typeface] = language === 'en' ? ['en-US', ''] : ['zh-CN', 'Microsoft YaHei']
    for (const { document } of deck.slides) {
      expect(new Set(elements(document, 'rPr').map((run) => run.getAttribute('lang')))).toEqual(new Set([lang]))
    }
    expect(deck.everything).toContain(`<a:ea typeface="${typeface}`)
  })
})

describe('a deck', () => {
  test('has a slide a part, the first saying what it is, and tables split with their heads repeated', async () => {
    const report = reportOf(await accountOf(60, 'en'), 'en')
    const { slides } = readDeck(await writePptx(report, wide))
    const titles = slides.map(({ texts }) => texts[0] ?? '')
    expect(titles[0]).toBe(report.title)
    const pages = titles.filter((title) => title.startsWith('Roles ('))
    expect(pages).toEqual(pages.map((_, i) => `Roles (${i + 1}/${pages.length})`))
    expect(pages.length).toBeGreaterThan(1)
    const table = report.parts.find((part) => part.kind === 'table')
    if (table?.kind !== 'table') throw new Error('the report has no table')
    const tables = slides
      .filter(({ texts }) => texts[0]?.startsWith('Roles ('))
      .flatMap(({ document }) => elements(document, 'tbl'))
    const rows = tables.map((each) => elements(each, 'tr').map(cellsOf))
    for (const [head] of rows) expect(head).toEqual(table.columns.map(({ words }) => words))
    expect(rows.flatMap(([, ...body]) => body)).toEqual(table.rows)
    for (const frame of slides.flatMap(({ document }) => elements(document, 'graphicFrame'))) expectInside(frame, 540)
    expect(titles).toEqual(expect.arrayContaining(['Figures', 'Strategy and next steps', 'Departures']))
  })

  test('of one map is that slide alone, in either size, the same twice', async () => {
    const scene = sceneOf(await accountOf('sample', 'en'), 'en')
    const report = reportWith(mapPart(scene))
    for (const [size, width] of [
      ['16:9', 12_192_000],
      ['4:3', 9_144_000],
    ] as const) {
      const bytes = await writePptx(report, { size })
      expect(await writePptx(report, { size })).toEqual(bytes)
      const deck = readDeck(bytes)
      expect(deck.slides).toHaveLength(1)
      expect(numberOf(elements(deck.documents.get('ppt/presentation.xml'), 'sldSz')[0], 'cx')).toBe(width)
      const [group] = elements(deck.slides[0]?.document, 'grpSp')
      if (!group) throw new Error('no card')
      expectInside(group, 540)
    }
    expect(mapTypeSize(mapPart(scene), wide)).toBeGreaterThan(mapTypeSize(mapPart(scene), { size: '4:3' }))
  })

  test('carries what the speaker should know as notes, and links its slides', async () => {
    const scene = sceneOf(await accountOf('sample', 'zh-CN'), 'zh-CN')
    const [first, second] = [
      {
        ...mapPart(scene),
        key: 'all',
        title: '总览',
        notes: ['先谈信任', '再谈价格\n不谈折扣'],
        references: [{ words: '→ 财务部', partKey: 'finance' }],
      },
      {
        ...mapPart(scene),
        key: 'finance',
        title: '财务部',
        references: [
          { words: '→ 总览', partKey: 'all' },
          { words: '无处可去', partKey: 'none' },
        ],
      },
    ]
    const deck = readDeck(await writePptx({ ...reportWith(first, second), language: 'zh-CN' }, wide))
    expectSound(deck)
    const [cover, all, finance] = deck.slides
    expect([cover?.notes, all?.notes, finance?.notes]).toEqual([[], ['先谈信任', '再谈价格', '不谈折扣'], []])
    expect(linksOf(all)).toEqual([['→ 财务部', finance?.name]])
    expect(linksOf(finance)).toEqual([['→ 总览', all?.name]])
    expect(finance?.texts).toContain('无处可去')
  })

  test('says nothing that its report does not say', async () => {
    const graph = await accountOf('sample', 'zh-CN')
    const t = translator('zh-CN')
    const scene = sceneOf(graph, 'zh-CN', { redaction: 'customer-safe' })
    const deck = readDeck(await writePptx({ ...reportWith(mapPart(scene)), language: 'zh-CN' }, wide))
    const internal = readDeck(await writePptx({ ...reportWith(mapPart(sceneOf(graph, 'zh-CN'))), language: 'zh-CN' }, wide))
    for (const word of [
      t('model.stance.opponent'),
      t('model.stance.supportive'),
      t('model.judgement.depth'),
      t('map.legend.singleThreaded'),
    ]) {
      expect(internal.everything).toContain(word)
      expect(deck.everything).not.toContain(word)
    }
    expect(deck.names.filter((name) => /notes|app\.xml|custom|thumbnail/.test(name))).toEqual([])
    expect(textsOfAll(deck, 'docProps/core.xml')).toEqual(['Report', 'zh-CN'])
  })

  test('survives any text', async () => {
    const nasty = 'a<b>&"\'\u0000\u000b\ud800 ]]> \u202e 𠮷 ' + 'W'.repeat(3_000)
    const report: Report = {
      ...reportWith(
        { ...head('text'), kind: 'text', paragraphs: Array.from({ length: 9 }, () => ({ style: 'bullet', words: nasty })) },
        {
          ...head('table'),
          kind: 'table',
          columns: [{ words: nasty, width: 1, align: 'end' }],
          rows: [[nasty], ['']],
          values: [],
          empty: '',
        },
        { ...head('none'), kind: 'table', columns: [], rows: [], values: [], empty: nasty },
        {
          ...head('figures'),
          kind: 'figures',
          figures: Array.from({ length: 30 }, () => ({ words: nasty, value: nasty, remark: nasty })),
        },
        { ...head('nothing'), kind: 'figures', figures: [] },
        { ...head('silence'), kind: 'text', paragraphs: [] },
      ),
      title: nasty,
      subtitle: nasty,
      sourceNote: nasty,
    }
    const deck = readDeck(await writePptx(report, wide))
    expectSound(deck)
    expect(deck.everything).not.toMatch(/\u0000|\u000b/)
    expect(
      deck.slides
        .filter(({ texts }) => texts[0]?.startsWith('text ('))
        .flatMap(({ texts }) => texts)
        .join(''),
    ).toContain('𠮷')
    for (const frame of deck.slides.flatMap(({ document }) => elements(document, 'graphicFrame'))) expectInside(frame, 540)
  })
})

test.each([
  ['sample', 'zh-CN'],
  ['sample', 'en'],
  [10, 'en'],
  [60, 'zh-CN'],
  [300, 'en'],
] as const)(
  'the decision map of %s people in %s can be read on every slide',
  async (people, language) => {
    const input = await proposalOf(people, language)
    const deck = readDeck(await writePptx(deckOf('proposal', input), wide))
    const maps = mapsOf(deckOf('proposal', input))
    const shown = maps.flatMap((part, i) => {
      // After the first slide, which says what the report is.
      const names = new Set(part.scene.cards.flatMap(({ name }) => name.lines))
      const sizes = elements(deck.slides[i + 1]?.document, 'r')
        .filter((run) => names.has(textsOf(run).join('')))
        .map((run) => numberOf(elements(run, 'rPr')[0], 'sz') / 100)
      expect(sizes.length).toBeGreaterThanOrEqual(part.scene.cards.length)
      expect(Math.min(...sizes), part.subtitle).toBeGreaterThanOrEqual(9)
      return part.scene.cards.map(({ seatId }) => seatId)
    })
    // An overview of several pages shows nobody, and the pages together everybody.
    expect(maps.length === 1 || maps[0]?.scene.cards.length === 0).toBe(true)
    expect(new Set(shown)).toEqual(new Set(snapshot(redacted(input.graph, input.on, input.profile), input.on).seats.keys()))
  },
  PATIENCE_MS,
)

describe('a template', () => {
  test('of a company keeps its look, and nothing of its slides and authors', async () => {
    const report = reportOf(await accountOf('sample', 'en'), 'en')
    const bytes = await companyTemplate()
    expect(templateLayouts(bytes)).toEqual(['DEFAULT', 'Acme plain', 'Acme dark'])
    const deck = readDeck(await writePptx(report, { ...wide, template: { bytes, layout: 'Acme plain' } }))
    expectSound(deck)
    const layouts = new Set(
      deck.slides.flatMap(({ relationships }) =>
        relationships.filter(({ type }) => type === 'slideLayout').map(({ target }) => target),
      ),
    )
    expect([...layouts].map((name) => elements(deck.documents.get(name), 'cSld')[0]?.getAttribute('name'))).toEqual([
      'Acme plain',
    ])
    expect(deck.everything).not.toMatch(/Old slide|Mallory|Secret notes/)
    expect(deck.everything).toContain('Acme confidential')
    for (const part of mapsOf(report)) expectGlued(slideOf(deck, part.title), part.scene)
    // Roles, grounds and inks are the theme's to colour; what an opponent looks like is not.
    const colours = deck.slides.flatMap(({ document }) =>
      elements(document, 'schemeClr').map((colour) => colour.getAttribute('val')),
    )
    expect(new Set(colours)).toEqual(new Set(['tx1', 'bg1', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5']))
    expect(deck.everything).toContain(palettes.light.stances.opponent.accent.slice(1).toUpperCase())
  })

  test('by default lends the layout for a title alone', async () => {
    const report = reportWith(mapPart(sceneOf(await accountOf(60, 'en'), 'en')))
    const own = await writePptx(report, wide)
    expect(templateLayouts(own)).toEqual(['Title Slide', 'Title Only'])
    const again = readDeck(await writePptx(report, { ...wide, template: { bytes: own } }))
    expectSound(again)
    expect(again.slides).toHaveLength(1)
    expect(again.slides[0]?.relationships.map(({ target }) => target)).toEqual(['ppt/slideLayouts/slideLayout2.xml'])
  })

  test('that cannot be used is refused with what to do', async () => {
    const template = await companyTemplate()
    const refused = (bytes: Uint8Array, layout?: string): Promise<Uint8Array> =>
      Promise.resolve().then(() =>
        writePptx(reportWith(), { ...wide, template: { bytes, ...(layout !== undefined && { layout }) } }),
      )
    await expect(refused(strToU8('%PDF-1.7'))).rejects.toMatchObject({ code: 'not_pptx' })
    await expect(refused(new Uint8Array())).rejects.toMatchObject({ code: 'not_pptx' })
    await expect(refused(zipSync({ 'a.txt': strToU8('text') }))).rejects.toMatchObject({ code: 'not_pptx' })
    const document = zipSync({
      '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      'word/document.xml': strToU8('<w/>'),
    })
    await expect(refused(document)).rejects.toMatchObject({ code: 'not_pptx' })
    await expect(refused(template.slice(0, template.length / 2))).rejects.toMatchObject({ code: 'pptx_damaged' })
    const broken = zipSync({ '[Content_Types].xml': strToU8('<Types') })
    await expect(refused(broken)).rejects.toMatchObject({ code: 'pptx_damaged' })
    await expect(refused(template, 'Nowhere')).rejects.toMatchObject({
      code: 'layout_unknown',
      params: { value: 'Nowhere', words: 'DEFAULT, Acme plain, Acme dark' },
    })
  })
})

async function proposalOf(people: 'sample' | number, language: Language): Promise<ReportInput> {
  const asked = { format: 'pptx', language, redaction: customerSafeProfile } as const
  if (people !== 'sample') return companyInput(people, asked)
  const file = join(await temporaryFolder(), 'sample.linchpin')
  await createSample(file, language, steadySurroundings())
  const core = await openCore(file)
  onTestFinished(() => core.close())
  return reportInputOf(core, asked)
}

const head = (key: string): Pick<MapPart, 'key' | 'title' | 'subtitle' | 'notes'> => ({
  key,
  title: key,
  subtitle: '',
  notes: [],
})

function mapPart(scene: Scene): MapPart {
  return { ...head('map'), kind: 'map', scene, references: [] }
}

function reportWith(...parts: Report['parts']): Report {
  return { title: 'Report', subtitle: '', language: 'en', asOf: today, sourceNote: 'Source', parts }
}

function mapsOf({ parts }: Report): MapPart[] {
  return parts.filter((part) => part.kind === 'map')
}

function slideOf({ slides }: Deck, title: string): Slide {
  const slide = slides.find(({ texts }) => texts[0] === title)
  if (!slide) throw new Error(`no slide is called ${title}`)
  return slide
}

/** A slide's texts without title, subtitle, links and foot, sorted. */
function mapTexts({ texts }: Slide, { title, subtitle, scene, references }: MapPart): string[] {
  const rest = [...texts]
  const around = [title, subtitle || scene.title.about, ...references.map(({ words }) => words)]
  for (const text of around) expect(rest.splice(rest.indexOf(text), 1)).toEqual([text])
  // Source, day and number.
  return rest.slice(0, -3).sort()
}

/** Every text of a scene's drawing, and of its legend. */
function drawnTexts(scene: Scene): string[] {
  const drawn = sceneGroups(scene, palettes.light).flatMap(({ primitives }) =>
    primitives.flatMap((primitive) => (primitive.shape === 'text' ? [primitive.text] : [])),
  )
  const legend = scene.legend.flatMap(({ title, items }) => [
    title,
    ...items.flatMap(({ sample, words }) => [...lettersOf(sample), words]),
  ])
  return [...drawn, ...legend].sort()
}

/** What is written in a legend's sample itself. */
function lettersOf(sample: Scene['legend'][number]['items'][number]['sample']): string[] {
  switch (sample.kind) {
    case 'role':
      return [sample.role.letter]
    case 'stance':
      return sample.stance === 'unknown' ? ['?'] : []
    case 'single-threaded':
      return ['1']
    default:
      return []
  }
}

/** Nothing hangs over the lower border of the slide, which is so many points high. */
function expectInside(shape: Element, height: number): void {
  const box = boxOf(shape)
  expect(box.y).toBeGreaterThanOrEqual(0)
  expect(box.y + box.height).toBeLessThanOrEqual(height * 12_700)
}

function cellsOf(row: Element): string[] {
  return elements(row, 'tc').map((cell) =>
    elements(cell, 'p')
      .map((paragraph) => textsOf(paragraph).join(''))
      .join('\n'),
  )
}

function linksOf(slide: Slide | undefined): (readonly [string, string | undefined])[] {
  return elements(slide?.document, 'r').flatMap((run) =>
    elements(run, 'hlinkClick').map((link) => {
      const target = slide?.relationships.find(({ id }) => id === link.getAttribute('r:id'))?.target
      return [textsOf(run).join(''), target] as const
    }),
  )
}

function textsOfAll({ documents }: Deck, name: string): string[] {
  return Array.from(documents.get(name)?.documentElement?.children ?? [], ({ textContent }) => textContent ?? '')
}
