import PDFDocument from 'pdfkit'
import { describe, expect, test } from 'vitest'
import { drawnBounds, tilesOf } from '../../src-main/export/pdf/mapFit'
import { wrap } from '../../src-main/export/pdf/lines'
import { sheetSize } from '../../src-main/export/pdf/paper'
import { Typesetter } from '../../src-main/export/pdf/typesetter'
import { writePdf } from '../../src-main/export/pdf/writePdf'
import { shippedFile } from '../../src-main/export/shippedFile'
import { contains } from '../../src-shared/layout/geometry'
import { Language } from '../../src-shared/model/language'
import type { Report, ReportPart, TablePart } from '../../src-shared/report/report'
import { palettes } from '../../src-shared/scene/palette'
import { sceneGroups } from '../../src-shared/scene/scenePrimitives'
import { measure } from '../../src-shared/scene/text'
import { bare, poppler, sheetsOf, textOf } from '../support/poppler'
import { accountOf, reportOf, sceneOf } from '../support/reports'

/** Everything a part says, map or not. */
function wordsOf(part: ReportPart): string[] {
  const head = [part.title, part.subtitle]
  switch (part.kind) {
    case 'map':
      return [
        ...head,
        ...part.references.map(({ words }) => words),
        // Titles where they are large enough, and where the map is all there is.
        ...part.scene.cards.flatMap(({ name }) => name.lines),
        ...part.scene.legend.flatMap(({ title, items }) => [title, ...items.map(({ words }) => words)]),
      ]
    case 'table':
      return [...head, ...part.columns.map(({ words }) => words), ...part.rows.flat(), part.rows.length === 0 ? part.empty : '']
    case 'text':
      return [...head, ...part.paragraphs.map(({ words }) => words)]
    case 'figures':
      return [...head, ...part.figures.flatMap(({ words, value, remark }) => [words, value, remark])]
    default:
      return part satisfies never
  }
}

const A4 = { portrait: sheetSize('a4', 'portrait'), landscape: sheetSize('a4', 'landscape') }

/** No page of another size, no word beyond its page, no raster, every font inside: what holds for each file. */
function expectSound(pdf: Uint8Array): void {
  for (const { width, height, words } of sheetsOf(pdf)) {
    const size = width > height ? A4.landscape : A4.portrait
    expect([width, height]).toEqual([expect.closeTo(size.width, 0), expect.closeTo(size.height, 0)])
    expect(words.length).toBeGreaterThan(0)
    expect(words.filter(({ left, top, right, bottom }) => left < 0 || top < 0 || right > width || bottom > height)).toEqual([])
  }
  // Two lines are the head of the list.
  expect(poppler('pdfimages', ['-list', '-'], pdf).trim().split('\n')).toHaveLength(2)
  const [, , ...fonts] = poppler('pdffonts', ['-'], pdf).trim().split('\n')
  expect(fonts).toHaveLength(2)
  for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+NotoSansSC-\w+ .*Identity-H +yes yes yes/u)
}

describe('a report', () => {
  for (const people of ['sample', 60, 300] as const)
    for (const language of Language.options)
      test(`of ${people === 'sample' ? 'the sample' : `${people} people`} in ${language} is found word by word`, async () => {
        const report = reportOf(await accountOf(people, language), language)
        const pdf = await writePdf(report, { paper: 'a4' })
        const text = textOf(pdf)
        const said = [report.title, report.subtitle, report.sourceNote, ...report.parts.flatMap(wordsOf)]
        expect(said.filter((words) => !text.includes(bare(words)))).toEqual([])
        expectSound(pdf)

        const info = poppler('pdfinfo', ['-'], pdf)
        expect(info).toContain(`Title:           ${report.title}`)
        expect(info).toMatch(/Tagged: +yes/u)
        expect(info).not.toMatch(/CreationDate|ModDate|Author/u)
        expect(Buffer.from(pdf).toString('latin1')).toContain(`/Lang (${language})`)
      })

  test('is told to screen readers as one document: sections, headings, tables and lists within them', async () => {
    const pdf = await writePdf(reportOf(await accountOf('sample', 'en'), 'en'), { paper: 'a4' })
    const tree = poppler('pdfinfo', ['-struct', '-'], pdf).split('\n')
    const depthOf = (line: string): number => /^ */u.exec(line)?.[0].length ?? 0
    const elements = tree.filter((line) => /^ *[A-Z]/u.test(line))
    expect(elements.filter((line) => depthOf(line) === 0)).toEqual(['Document'])
    const parentOf = (i: number): string =>
      elements
        .slice(0, i)
        .findLast((line) => depthOf(line) < depthOf(elements[i] ?? ''))
        ?.trim() ?? ''
    const parents = (tag: string): Set<string> =>
      new Set(
        elements.flatMap((line, i) => (new RegExp(`^ *${tag}\\b`, 'u').test(line) ? [parentOf(i).replace(/ .*/u, '')] : [])),
      )
    for (const [tag, parent] of [
      ['Sect', 'Document'],
      ['H1', 'Sect'],
      ['H2', 'Sect'],
      ['Figure', 'Sect'],
      ['Table', 'Sect'],
      ['TR', 'Table'],
      ['L', 'Sect'],
      ['LI', 'L'],
      ['LBody', 'LI'],
      ['TOCI', 'TOC'],
    ] as const)
      expect(parents(tag), tag).toEqual(new Set([parent]))
  })

  test('is the same twice', async () => {
    const report = reportOf(await accountOf(10, 'zh-CN'), 'zh-CN')
    const [first, second] = [await writePdf(report, { paper: 'a4' }), await writePdf(report, { paper: 'a4' })]
    expect(Buffer.compare(first, second)).toBe(0)
  })

  test('leads from its list of parts, its bookmarks and its maps to pages, and counts them', async () => {
    const plain = reportOf(await accountOf(10, 'en'), 'en')
    const report = { ...plain, parts: plain.parts.map((part, i): ReportPart => ({ ...part, title: `Chapter ${i + 1}` })) }
    const pdf = await writePdf(report, { paper: 'a4' })
    const sheets = sheetsOf(pdf)
    const destinations = poppler('pdfinfo', ['-dests', '-'], pdf)
    const raw = Buffer.from(pdf).toString('latin1')
    const pageOf = (i: number): number => Number(new RegExp(`^ *(\\d+) .*"part-000${i + 1}"`, 'mu').exec(destinations)?.[1])
    const titled = (title: string): number =>
      sheets.findIndex(({ words }, at) => at > 0 && bare(words.map(({ text }) => text).join('')).includes(bare(title))) + 1
    report.parts.slice(1).forEach(({ title }, i) => expect(pageOf(i + 1)).toBe(titled(title)))
    // Six in the list and one under each map.
    expect(raw.match(/\/S \/GoTo/gu)).toHaveLength(report.parts.length + 2)
    expect(raw.match(/\/Dest \[/gu)).toHaveLength(report.parts.length)
    sheets.forEach(({ words }, i) => {
      expect(words.map(({ text }) => text).join(' ')).toContain(`Page ${i + 1} of ${sheets.length}`)
    })
    const [first] = sheets
    expect(bare(first?.words.map(({ text }) => text).join('') ?? '')).toContain(`Chapter4${pageOf(3)}`)
  })

  test('with a long table repeats its head and says that it goes on', async () => {
    const report = reportOf(await accountOf(60, 'zh-CN'), 'zh-CN')
    const table = report.parts.find((part): part is TablePart => part.key === 'roles')
    if (!table) throw new Error('no table')
    const long = '龘'.repeat(6_000)
    const rows = [...table.rows, [long, '', '', '', '']]
    const pdf = await writePdf({ ...report, parts: [{ ...table, rows }] }, { paper: 'letter' })
    const pages = sheetsOf(pdf).map(({ words }) => words.map(({ text }) => text).join(''))
    expect(pages.length).toBeGreaterThan(3)
    for (const page of pages) expect(page).toContain('决策角色')
    for (const page of pages.slice(1)) expect(page).toContain('角色表（续）')
    expect(textOf(pdf).split('龘').length - 1).toBe(6_000)
  })

  test('keeps what its fonts cannot draw: emoji, Korean, Arabic, joined and damaged letters', async () => {
    const names = ['👩🏽‍🔧 王工', '김민준 部长', 'عمر 李', 'Ångström\u0301 é', 'a\u0000b', '\uD800x', '𠮷野家', '⽂⽊']
    const part: ReportPart = {
      kind: 'text',
      key: 'names',
      title: names.join(' '),
      subtitle: '',
      notes: [],
      paragraphs: names.map((words) => ({ style: 'plain', words })),
    }
    const report: Report = { ...reportOf(await accountOf(10, 'zh-CN'), 'zh-CN'), parts: [part] }
    const pdf = await writePdf(report, { paper: 'a4' })
    const text = textOf(pdf)
    for (const word of ['👩🏽‍🔧王工', '김민준部长', '李', 'ab', 'x', '𠮷野家']) expect(text).toContain(word)
    for (const letter of 'عمر') expect(text).toContain(letter)
    expectSound(pdf)
  })

  test('of nothing, and with parts that hold nothing, is a document all the same', async () => {
    const report = reportOf(await accountOf(10, 'en'), 'en')
    expect(sheetsOf(await writePdf({ ...report, parts: [], subtitle: '', sourceNote: '' }, { paper: 'a4' }))).toHaveLength(1)
    const parts = report.parts.map((part): ReportPart => {
      switch (part.kind) {
        case 'map':
          return { ...part, scene: { ...part.scene, cards: [], departments: [], regions: [], lines: [], ties: [], legend: [] } }
        case 'table':
          return { ...part, rows: [] }
        case 'text':
          return { ...part, paragraphs: [] }
        case 'figures':
          return { ...part, figures: [] }
        default:
          return part satisfies never
      }
    })
    expectSound(await writePdf({ ...report, parts }, { paper: 'a4' }))
  })
})

describe('one map', () => {
  const alone = async (people: number): Promise<Report> => {
    const report = reportOf(await accountOf(people, 'zh-CN'), 'zh-CN')
    return { ...report, parts: report.parts.filter(({ key }) => key === 'map') }
  }

  test('small enough is one page of the paper asked for, under its own title', async () => {
    const report = await alone(10)
    for (const paper of ['a4', 'a3', 'letter'] as const) {
      const pdf = await writePdf(report, { paper })
      const [sheet, ...more] = sheetsOf(pdf)
      const { width, height } = sheetSize(paper, 'landscape')
      expect(more).toEqual([])
      expect([sheet?.width, sheet?.height]).toEqual([expect.closeTo(width, 0), expect.closeTo(height, 0)])
      for (const words of [report.title, report.parts[0]?.subtitle ?? '', report.sourceNote])
        expect(textOf(pdf)).toContain(bare(words))
    }
  })

  test('too large to read on one goes over several after an overview, each card whole on one of them', async () => {
    const report = await alone(300)
    const [part] = report.parts
    if (part?.kind !== 'map') throw new Error('no map')
    const { scene } = part
    const bounds = drawnBounds(scene, sceneGroups(scene, palettes.light))
    const { tiles, scale } = tilesOf(scene, bounds, { width: 740, height: 460 })
    for (const { rect } of scene.cards) expect(tiles.some(({ view }) => contains(view, rect))).toBe(true)
    for (const { title } of scene.cards) expect(title.font.size * scale).toBeGreaterThanOrEqual(5)

    const pdf = await writePdf(report, { paper: 'a3' })
    const [overview, ...sheets] = sheetsOf(pdf)
    const said = (words: readonly { readonly text: string }[]): string => words.map(({ text }) => text).join('')
    expect(said(overview?.words ?? [])).toContain(`${sheets.length}张`)
    expect(sheets.length).toBeGreaterThan(2)
    const printed = sheets.map(({ words }) => said(words))
    expect(printed[0]).toContain('分页A1')
    const missing = scene.cards.filter(
      ({ name, title }) => ![...name.lines, ...title.lines].every((line) => printed.some((page) => page.includes(bare(line)))),
    )
    expect(missing).toEqual([])
  })
})

test('a map among other parts is one page with names and roles where its titles would be too small to read', async () => {
  const report = reportOf(await accountOf('sample', 'zh-CN'), 'zh-CN')
  const [map] = report.parts.filter(({ key }) => key === 'map')
  if (map?.kind !== 'map') throw new Error('no map')
  const beside = { ...report, parts: [map, ...report.parts.filter(({ key }) => key === 'roles')] }
  const [first, second] = sheetsOf(await writePdf(beside, { paper: 'a4' }))
  const sheet = [first, second].find((page) => page && page.width > page.height)
  const names = map.scene.cards.flatMap(({ name }) => name.lines)
  for (const name of names) {
    const word = sheet?.words.find(({ text }) => name.startsWith(text))
    // Noto Sans's line is 1.448 times as high as its type size.
    expect((word ? word.bottom - word.top : 0) / 1.448, name).toBeGreaterThanOrEqual(5)
  }
})

test('texts are never drawn wider than the map was laid out for', async () => {
  const doc = new PDFDocument({ font: '' })
  const faces = { regular: await shippedFile('NotoSansSC-Regular.ttf'), bold: await shippedFile('NotoSansSC-Bold.ttf') }
  const type = new Typesetter(doc, faces)
  for (const language of Language.options) {
    const scene = sceneOf(await accountOf(300, language), language)
    for (const { primitives } of sceneGroups(scene, palettes.light))
      for (const primitive of primitives)
        if (primitive.shape === 'text')
          expect(type.measure(primitive.text, primitive.font)).toBeLessThanOrEqual(measure(primitive.text, primitive.font) + 0.01)
  }
})

test('lists tell parts of one title apart by what stands under it', async () => {
  const report = reportOf(await accountOf(10, 'zh-CN'), 'zh-CN')
  const parts = report.parts.map((part, i): ReportPart => ({ ...part, title: '角色图', subtitle: i === 0 ? '' : `部门${i}` }))
  const [first] = sheetsOf(await writePdf({ ...report, parts }, { paper: 'a4' }))
  const said = first?.words.map(({ text }) => text).join('') ?? ''
  expect(said).toContain('目录角色图1角色图·部门12角色图·部门23')
})

describe('lines', () => {
  const set = (text: string, characters: number): string[] =>
    wrap(text, characters, { size: 1, weight: 400 }, (piece) => Array.from(piece).length)

  test('end after blanks, within compounds, between characters, and as the marks allow', () => {
    expect(set('one two three', 8)).toEqual(['one two', 'three'])
    expect(set('well-known way', 6)).toEqual(['well-', 'known', 'way'])
    expect(set('先稳住决策者，再争取', 6)).toEqual(['先稳住决策', '者，再争取'])
    expect(set('他说“你好”。', 4)).toEqual(['他说“你', '好”。'])
    expect(set('他说“你好”。', 3)).toEqual(['他说', '“你', '好”。'])
    expect(set('到 2026-11-21 止', 11)).toEqual(['到', '2026-11-21', '止'])
  })

  test('break what is too wide anywhere, and keep paragraphs and emptiness', () => {
    expect(set('Donaudampfschiff', 6)).toEqual(['Donaud', 'ampfsc', 'hiff'])
    expect(set('a\n\nb\r\nc', 9)).toEqual(['a', '', 'b', 'c'])
    expect(set('', 9)).toEqual([''])
  })
})
