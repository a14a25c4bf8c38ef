import type { Paper } from '../../../src-shared/contract/exportEndpoints'
import { translator } from '../../../src-shared/i18n/translate'
import type { MapPart, Report, ReportPart } from '../../../src-shared/report/report'
import { shippedFile } from '../shippedFile'
import { drawMap } from './mapPages'
import { type Element, palette, Pages, type Style } from './pages'
import type { Orientation } from './paper'
import { partNames } from './partNames'
import { drawFigures, drawText } from './proseParts'
import { drawTable, WIDE_TABLE } from './tablePages'

/** From how many parts on a list of them leads the document. */
const LISTED = 5
const TITLE: Style = { font: { size: 22, weight: 600 }, leading: 30, fill: palette.ink }
const UNDER_TITLE: Style = { font: { size: 11, weight: 400 }, leading: 16, fill: palette.inkSoft }
const PART: Style = { font: { size: 14, weight: 600 }, leading: 20, fill: palette.ink }
const UNDER_PART: Style = { font: { size: 9.5, weight: 400 }, leading: 14, fill: palette.inkSoft }
const ENTRY: Style = { font: { size: 10.5, weight: 400 }, leading: 19, fill: palette.ink }
const REFERENCE: Style = { font: { size: 9, weight: 400 }, leading: 14, fill: palette.selection }
/** What must have room under a part's title for it not to stand alone at the foot of a page. */
const COMPANY = 60
const BETWEEN_PARTS = 22

/**
 * A report as a PDF: vectors and real text in embedded fonts, so that it prints sharply and every name is found and copied. Maps lie
 * on pages of their own, over several sheets where they would be too small to read; tables repeat their heads. Equal reports give
 * equal bytes.
 */
export async function writePdf(report: Report, { paper }: { readonly paper: Paper }): Promise<Uint8Array> {
  const { title, subtitle, language, asOf, sourceNote, parts } = report
  const [regular, bold] = await Promise.all([shippedFile('NotoSansSC-Regular.ttf'), shippedFile('NotoSansSC-Bold.ttf')])
  const t = translator(language)
  const pages = new Pages({ paper, language, t, title, sourceNote, faces: { regular, bold } })
  const anchors = new Map(parts.map(({ key }, i) => [key, `part-${String(i + 1).padStart(4, '0')}`]))
  const index: Index = { anchors, names: partNames(parts, t('map.separator')) }
  const listed = parts.length >= LISTED
  const [first] = parts
  pages.turn(listed || !first ? 'portrait' : orientationOf(first))
  const head = pages.element(pages.root, 'Sect')
  pages.paragraph(head, 'H1', title, TITLE)
  const under = [subtitle, t('map.title.asOf', { day: asOf })].filter((words) => words !== '').join(t('map.separator'))
  pages.paragraph(head, 'P', under, UNDER_TITLE)
  pages.y += 12
  if (listed) drawList(pages, head, parts, index)
  head.end()
  const besideOthers = parts.some(({ kind }) => kind !== 'map')
  for (const part of parts) drawPart(pages, part, index, besideOthers)
  return pages.bytes()
}

function orientationOf(part: ReportPart): Orientation {
  return part.kind === 'map' || (part.kind === 'table' && part.columns.length >= WIDE_TABLE) ? 'landscape' : 'portrait'
}

/** By the keys of parts. */
interface Index {
  readonly anchors: ReadonlyMap<string, string>
  /** What lists call them. */
  readonly names: ReadonlyMap<string, string>
}

/** Every part with its page. */
function drawList(pages: Pages, head: Element, parts: readonly ReportPart[], { anchors, names }: Index): void {
  pages.paragraph(head, 'H2', pages.t('document.contents'), PART)
  pages.y += 4
  const list = pages.element(head, 'TOC')
  for (const { key, title } of parts) {
    pages.ensure(ENTRY.leading)
    const { box, type, y } = pages
    const [line = ''] = type.lines(names.get(key) ?? title, box.width - 60, ENTRY.font)
    const item = pages.element(list, 'TOCI')
    item.add(() => pages.lines([line], box.x, y, ENTRY))
    item.end()
    const anchor = anchors.get(key)
    if (anchor !== undefined) {
      pages.doc.goTo(box.x, y, box.width, ENTRY.leading, anchor)
      pages.later(() => pages.lines([pages.pageNumber(anchor)], box.x + box.width, y, { ...ENTRY, fill: palette.inkSoft }, 'end'))
    }
    pages.y += ENTRY.leading
  }
  list.end()
  pages.y += BETWEEN_PARTS
}

function drawPart(pages: Pages, part: ReportPart, index: Index, besideOthers: boolean): void {
  const name = index.names.get(part.key) ?? part.title
  const section = pages.element(pages.root, 'Sect', part.title === '' ? {} : { title: part.title })
  // A map has a page to itself but for the title block of the document.
  const alone = part.kind === 'map' && pages.y > pages.box.y + pages.box.height / 4
  if (alone) pages.turn('landscape')
  else pages.ensure(COMPANY, orientationOf(part))
  const anchor = index.anchors.get(part.key) ?? part.key
  pages.anchor(anchor)
  if (part.title !== '') {
    pages.bookmark(name)
    pages.paragraph(section, 'H2', part.title, PART)
  }
  if (part.subtitle !== '') pages.paragraph(section, 'P', part.subtitle, UNDER_PART)
  if (part.kind === 'map') drawReferences(pages, section, part, index)
  pages.y += 6
  switch (part.kind) {
    case 'map':
      drawMap(pages, section, part.scene, { name: anchor, title: name === '' ? part.scene.title.full : name, besideOthers })
      break
    case 'table':
      drawTable(pages, section, part)
      break
    case 'text':
      drawText(pages, section, part)
      break
    case 'figures':
      drawFigures(pages, section, part)
      break
    default:
      part satisfies never
  }
  section.end()
  pages.y += BETWEEN_PARTS
}

/** Where else to look, with pages: as many on a line as there is room for. */
function drawReferences(pages: Pages, section: Element, { references }: MapPart, { anchors }: Index): void {
  if (references.length === 0) return
  const { type, box } = pages
  const lead = `${pages.t('document.seeAlso')}  `
  const paragraph = pages.element(section, 'P')
  let x = box.x + type.measure(lead, REFERENCE.font)
  paragraph.add(() => pages.lines([lead], box.x, pages.y, { ...REFERENCE, fill: palette.inkSoft }))
  for (const { words, partKey } of references) {
    const anchor = anchors.get(partKey)
    const [line = ''] = type.lines(words, box.width - 40, REFERENCE.font)
    const width = type.measure(line, REFERENCE.font)
    const span = width + (anchor === undefined ? 0 : 4 + type.measure('000', REFERENCE.font))
    if (x + span > box.x + box.width) {
      x = box.x
      pages.y += REFERENCE.leading
    }
    const at = { x, y: pages.y }
    paragraph.add(() => pages.lines([line], at.x, at.y, anchor === undefined ? { ...REFERENCE, fill: palette.ink } : REFERENCE))
    if (anchor !== undefined) {
      pages.doc.goTo(at.x, at.y, span, REFERENCE.leading, anchor)
      const number = { ...REFERENCE, fill: palette.inkSoft }
      pages.later(() => pages.lines([pages.pageNumber(anchor)], at.x + width + 4, at.y, number))
    }
    x += span + 14
  }
  paragraph.end()
  pages.y += REFERENCE.leading
}
