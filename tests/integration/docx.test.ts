import { DOMParser, type Element } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { writeDocx } from '../../src-main/export/docx/writeDocx'
import { translator } from '../../src-shared/i18n/translate'
import { Language } from '../../src-shared/model/language'
import type { MapPart, Report, ReportPart } from '../../src-shared/report/report'
import { convertWithLibreOffice } from '../support/office'
import { decodePng } from '../support/pngPixels'
import { bare, poppler, sheetsOf, textOf } from '../support/poppler'
import { accountOf, reportOf } from '../support/reports'

interface Opened {
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly text: (path: string) => string
  readonly elements: (path: string, name: string) => Element[]
}

/** Unzips a document; each XML file in it has to be well-formed. */
function opened(docx: Uint8Array): Opened {
  const files = unzipSync(docx)
  const text = (path: string): string => strFromU8(files[path] ?? new Uint8Array())
  const parse = (path: string) => {
    const onError = (level: string, message: string): void => {
      // That a lone surrogate became U+FFFD is but a warning.
      if (level !== 'warning') throw new Error(`${path}: ${level}: ${message}`)
    }
    return new DOMParser({ onError }).parseFromString(text(path), 'application/xml')
  }
  for (const path of Object.keys(files)) if (/\.(xml|rels|svg)$/u.test(path)) parse(path)
  return { files, text, elements: (path, name) => Array.from(parse(path).getElementsByTagName(name)) }
}

/** Whether a text is the number that a list of contents shows. */
function isPageNumber({ parentNode }: Element): boolean {
  return Array.from(parentNode?.childNodes ?? []).some(({ textContent }) => textContent?.startsWith('PAGEREF') === true)
}

/** What each paragraph of the body says, those that say nothing and numbers of pages left out. */
function paragraphs({ elements }: Opened): string[] {
  return elements('word/document.xml', 'w:p')
    .map((paragraph) => Array.from(paragraph.getElementsByTagName('w:t')).filter((text) => !isPageNumber(text)))
    .map((texts) => texts.map(({ textContent }) => textContent ?? '').join(''))
    .filter((words) => words !== '')
}

/** The same as a report should put it. */
function told({ title, subtitle, asOf, language, parts }: Report): string[] {
  const t = translator(language)
  const list = parts.length < 5 ? [] : [t('document.contents'), ...parts.map((part) => part.title)]
  return [
    title,
    [subtitle, t('map.title.asOf', { day: asOf })].join(t('map.separator')),
    ...list,
    ...parts.flatMap((part) => [part.title, part.subtitle, ...toldOf(part)]),
  ]
    .flatMap((words) => words.split('\n'))
    .filter((words) => words !== '')

  function toldOf(part: ReportPart): string[] {
    switch (part.kind) {
      case 'map':
        return [[t('document.seeAlso'), ...part.references.map(({ words }) => words)].join('  ')]
      case 'table':
        return part.rows.length === 0 ? [part.empty] : [...part.columns.map(({ words }) => words), ...part.rows.flat()]
      case 'text':
        return part.paragraphs.map(({ words }) => words)
      case 'figures':
        return part.figures.flatMap(({ words, value, remark }) => [words, value, remark])
      default:
        return part satisfies never
    }
  }
}

const valuesOf = (elements: readonly Element[], attribute: string): string[] =>
  elements.map((element) => element.getAttribute(attribute) ?? '')

for (const people of ['sample', 60, 300] as const)
  for (const language of Language.options)
    test(`a report of ${people === 'sample' ? 'the sample' : `${people} people`} in ${language} says what it should, here and in LibreOffice`, async () => {
      const report = reportOf(await accountOf(people, language), language)
      const docx = await writeDocx(report, { paper: 'a4' })
      const document = opened(docx)
      expect(paragraphs(document)).toEqual(told(report))

      const maps = report.parts.filter((part): part is MapPart => part.kind === 'map')
      const svgs = Object.keys(document.files).filter((path) => path.endsWith('.svg'))
      // Each map has a picture and its legend another.
      expect(svgs).toHaveLength(2 * maps.length)
      for (const svg of svgs) {
        const { width, height } = decodePng(Buffer.from(document.files[svg.replace(/svg$/u, 'png')] ?? []))
        expect(width * height).toBeGreaterThan(10_000)
        expect(width * height).toBeLessThan(16_000_000)
      }
      const drawn = svgs.map((path) => document.text(path)).join('')
      const unseen = maps.flatMap(({ scene }) => scene.cards).filter(({ id }) => !drawn.includes(`data-id="${id}"`))
      expect(unseen).toEqual([])

      const pdf = await convertWithLibreOffice(docx, 'docx', 'pdf')
      const text = textOf(pdf)
      expect(told(report).filter((words) => !text.includes(bare(words)))).toEqual([])
      expect(text).toContain(bare(report.sourceNote))
      const sheets = sheetsOf(pdf)
      expect(sheets.filter(({ width, height }) => width > height)).toHaveLength(maps.length)
      expect(text).toContain(bare(translator(language)('document.page', { n: sheets.length, m: sheets.length })))
      // Two lines are the head of the list.
      expect(poppler('pdfimages', ['-list', '-'], pdf).trim().split('\n').length - 2).toBeGreaterThanOrEqual(2 * maps.length)
    }, 200_000)

describe('the document', () => {
  test('names only styles, bookmarks and numberings that it has, and gives every picture a number and words', async () => {
    const document = opened(await writeDocx(reportOf(await accountOf(10, 'zh-CN'), 'zh-CN'), { paper: 'a4' }))
    const inBody = (name: string, attribute: string): string[] =>
      valuesOf(document.elements('word/document.xml', name), attribute)
    const known = new Set(valuesOf(document.elements('word/styles.xml', 'w:style'), 'w:styleId'))
    for (const name of ['w:pStyle', 'w:rStyle', 'w:tblStyle'])
      for (const used of inBody(name, 'w:val')) expect(known).toContain(used)
    expect(inBody('w:tblStyle', 'w:val')).toEqual(expect.arrayContaining(['LinchpinTable', 'LinchpinFigures']))
    const bookmarks = inBody('w:bookmarkStart', 'w:name')
    const anchors = inBody('w:hyperlink', 'w:anchor')
    expect(anchors.length).toBeGreaterThan(6)
    for (const anchor of anchors) expect(bookmarks).toContain(anchor)
    expect(document.elements('word/document.xml', 'w:tblHeader')).toHaveLength(1)
    expect(document.elements('word/document.xml', 'w:numPr')).toHaveLength(2)
    const described = inBody('wp:docPr', 'descr')
    expect(described).toHaveLength(4)
    expect(described.filter((words) => words === '')).toEqual([])
    expect(new Set(inBody('wp:docPr', 'id')).size).toBe(4)
  })

  test('lists its parts with the pages that they are likely on, which Word asks to count anew', async () => {
    for (const language of Language.options) {
      const report = reportOf(await accountOf('sample', language), language)
      const docx = await writeDocx(report, { paper: 'a4' })
      const document = opened(docx)
      const references = document
        .elements('word/document.xml', 'w:instrText')
        .flatMap(({ textContent }) => /^PAGEREF (\S+)/u.exec(textContent ?? '')?.[1] ?? [])
      expect(references).toHaveLength(report.parts.length)
      const bookmarks = valuesOf(document.elements('word/document.xml', 'w:bookmarkStart'), 'w:name')
      for (const reference of references) expect(bookmarks).toContain(reference)
      const numbers = document
        .elements('word/document.xml', 'w:t')
        .filter(isPageNumber)
        .map(({ textContent }) => Number(textContent))
      expect(numbers).toHaveLength(report.parts.length)
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
      // Each map is on a page of its own.
      expect(new Set(numbers).size).toBeGreaterThanOrEqual(3)
      expect(document.elements('word/settings.xml', 'w:updateFields')).toHaveLength(0)
      // A program with other fonts may need a page more or less before a part.
      const sheets = sheetsOf(await convertWithLibreOffice(docx, 'docx', 'pdf'))
      report.parts.forEach(({ title }, i) => {
        const on = sheets.flatMap(({ words }, at) =>
          bare(words.map(({ text }) => text).join('')).includes(bare(title)) ? [at + 1] : [],
        )
        expect(Math.min(...on.map((at) => Math.abs(at - (numbers[i] ?? 0)))), title).toBeLessThanOrEqual(1)
      })
    }
  }, 200_000)

  test('writes Chinese in a Chinese font and says its language', async () => {
    for (const [language, tag] of [
      ['zh-CN', 'zh-CN'],
      ['en', 'en-US'],
    ] as const) {
      const styles = opened(await writeDocx(reportOf(await accountOf(10, language), language), { paper: 'letter' }))
      const [fonts] = styles.elements('word/styles.xml', 'w:rFonts')
      expect(fonts?.getAttribute('w:eastAsia')).toBe('Microsoft YaHei')
      const [lang] = styles.elements('word/styles.xml', 'w:lang')
      expect(lang?.getAttribute('w:val')).toBe(tag)
      expect(lang?.getAttribute('w:eastAsia')).toBe('zh-CN')
      const [size] = styles.elements('word/document.xml', 'w:pgSz')
      expect([size?.getAttribute('w:w'), size?.getAttribute('w:h')]).toEqual(['12240', '15840'])
    }
  })

  test('is the same twice and tells neither when nor by whom it was written', async () => {
    const report = reportOf(await accountOf(10, 'en'), 'en')
    const [first, second] = [await writeDocx(report, { paper: 'a4' }), await writeDocx(report, { paper: 'a4' })]
    expect(Buffer.compare(first, second)).toBe(0)
    const core = opened(first).text('docProps/core.xml')
    expect(core).toContain('<dc:creator>Linchpin</dc:creator>')
    expect(core).not.toMatch(/dcterms:(created|modified)|\d{4}-\d\d-\d\d/u)
  })

  test('holds any letter, and nothing at all', async () => {
    const report = reportOf(await accountOf(10, 'zh-CN'), 'zh-CN')
    const names = ['👩🏽‍🔧 王工', '<김민준> & "عمر"', 'a\u0000b\u0007', '\uD800x', '𠮷野家']
    const part: ReportPart = {
      kind: 'text',
      key: 'n',
      title: names.join(' '),
      subtitle: '',
      notes: [],
      paragraphs: names.map((words) => ({ style: 'bullet', words })),
    }
    const said = paragraphs(opened(await writeDocx({ ...report, title: 'T\u0001 & <x>', parts: [part] }, { paper: 'a4' })))
    expect(said).toEqual(expect.arrayContaining(['T & <x>', '👩🏽‍🔧 王工', '<김민준> & "عمر"', 'ab', '\uFFFDx', '𠮷野家']))
    const nothing = { title: '', subtitle: '', notes: [] }
    const hollow = report.parts.map((each): ReportPart => {
      switch (each.kind) {
        case 'map': {
          const bounds = { x: 0, y: 0, width: 0, height: 0 }
          const none = { cards: [], departments: [], regions: [], lines: [], ties: [], legend: [], bounds }
          return { ...each, ...nothing, scene: { ...each.scene, ...none }, references: [] }
        }
        case 'table':
          return { ...each, ...nothing, rows: [], empty: '' }
        case 'text':
          return { ...each, ...nothing, paragraphs: [] }
        case 'figures':
          return { ...each, ...nothing, figures: [] }
        default:
          return each satisfies never
      }
    })
    const empty = await writeDocx({ ...report, title: '', subtitle: '', sourceNote: '', parts: hollow }, { paper: 'a3' })
    const pdf = await convertWithLibreOffice(empty, 'docx', 'pdf')
    expect(sheetsOf(pdf).length).toBeGreaterThan(1)
    expect(
      opened(await writeDocx({ ...report, parts: [] }, { paper: 'a4' })).elements('word/document.xml', 'w:sectPr'),
    ).toHaveLength(1)
  }, 100_000)
})
