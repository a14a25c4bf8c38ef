import {
  AlignmentType,
  Bookmark,
  type FileChild,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Translate } from '../../../src-shared/i18n/translate'
import type { Size } from '../../../src-shared/layout/geometry'
import type { FiguresPart, MapPart, ReportPart, TablePart, TextPart } from '../../../src-shared/report/report'
import { type Font, measure } from '../../../src-shared/scene/text'
import { columnWidths } from '../pdf/columns'
import { mapPicture, type NextId } from './mapPicture'
import { BULLETS, shade, styleIds } from './styles'
import { linesOf, runs } from './words'

const TWIPS = 20
/** As the styles of a table and of its text have it, in points. */
const CELL_PADDING = 10
const CELL_FONT: Font = { size: 9, weight: 400 }

/** What parts need of the document they stand in. */
export interface Setting {
  readonly t: Translate
  /** Names of the bookmarks that parts begin with, by their keys. */
  readonly bookmarks: ReadonlyMap<string, string>
  /** What lists call them. */
  readonly names: ReadonlyMap<string, string>
  readonly nextId: NextId
}

/** A part as paragraphs and tables within `room` (points). */
export async function partBody(part: ReportPart, room: Size, setting: Setting): Promise<FileChild[]> {
  const head = partHead(part, setting)
  switch (part.kind) {
    case 'map': {
      const references = referenceLine(part, setting)
      // Title, subtitle and references stand above the picture.
      const taken = 34 + (part.subtitle === '' ? 0 : 20) + references.length * 20
      return [...head, ...references, ...(await mapPicture(part.scene, { ...room, height: room.height - taken }, setting.nextId))]
    }
    case 'table':
      return [...head, ...tableBody(part, room)]
    case 'text':
      return [...head, ...textBody(part)]
    case 'figures':
      return [...head, ...figuresBody(part, room)]
    default:
      return part satisfies never
  }
}

function partHead({ key, title, subtitle }: ReportPart, { bookmarks, names }: Setting): Paragraph[] {
  // A list of contents is made of headings: one that is not alone in its title carries its subtitle.
  const name = names.get(key) ?? title
  const id = bookmarks.get(key) ?? key
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: [new Bookmark({ id, children: runs(name) })],
    }),
    ...(subtitle === '' || name !== title ? [] : [new Paragraph({ style: styleIds.partSubtitle, children: runs(subtitle) })]),
  ]
}

/** Where else to look; at most one paragraph. */
function referenceLine({ references }: MapPart, { t, bookmarks }: Setting): Paragraph[] {
  if (references.length === 0) return []
  const children = references.flatMap(({ words, partKey }) => {
    const anchor = bookmarks.get(partKey)
    const gap = new TextRun('  ')
    return anchor === undefined
      ? [gap, ...runs(words)]
      : [gap, new InternalHyperlink({ anchor, children: runs(words, 'Hyperlink') })]
  })
  return [new Paragraph({ style: styleIds.partSubtitle, children: [...runs(t('document.seeAlso')), ...children] })]
}

function textBody({ paragraphs }: TextPart): Paragraph[] {
  return paragraphs.map(
    ({ style, words }) =>
      new Paragraph({ children: runs(words), ...(style === 'bullet' && { numbering: { reference: BULLETS, level: 0 } }) }),
  )
}

/** Between Chinese characters and Latin letters or digits Word leaves a quarter of an em. */
const SCRIPT_CHANGE = /(?<=[\u2E80-\u9FFF])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u2E80-\u9FFF])/gu

function asWordSets(text: string, font: Font): number {
  return measure(text, font) + ((text.match(SCRIPT_CHANGE)?.length ?? 0) * font.size) / 4
}

function tableBody(part: TablePart, room: Size): FileChild[] {
  const { columns, rows, empty } = part
  if (rows.length === 0) return [new Paragraph({ children: runs(empty) })]
  const widths = columnWidths(part, room.width, CELL_PADDING, CELL_FONT, asWordSets).map((width) => Math.floor(width * TWIPS))
  const cell = (words: string, i: number): TableCell =>
    new TableCell({
      children: linesOf(words).map(
        (line) =>
          new Paragraph({
            style: styleIds.cell,
            alignment: columns[i]?.align === 'end' ? AlignmentType.END : AlignmentType.START,
            children: runs(line),
          }),
      ),
    })
  const table = new Table({
    style: styleIds.table,
    tableLook: { firstRow: true, lastRow: false, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true },
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ words }, i) => cell(words, i)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: columns.map((_, i) => cell(row[i] ?? '', i)) })),
    ],
  })
  return [table, spacer()]
}

const MOST_A_ROW = 4

function figuresBody({ figures }: FiguresPart, room: Size): FileChild[] {
  if (figures.length === 0) return []
  // Rows as even as can be: five are three and two, not four and one.
  const perRow = Math.ceil(figures.length / Math.ceil(figures.length / MOST_A_ROW))
  const width = Math.floor((room.width * TWIPS) / perRow)
  const rows = Array.from({ length: Math.ceil(figures.length / perRow) }, (_, i) => figures.slice(i * perRow, (i + 1) * perRow))
  const table = new Table({
    style: styleIds.figureTable,
    layout: TableLayoutType.FIXED,
    width: { size: width * perRow, type: WidthType.DXA },
    columnWidths: Array.from({ length: perRow }, () => width),
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: Array.from({ length: perRow }, (_, i) => {
            const figure = row[i]
            if (!figure) return new TableCell({ children: [new Paragraph({ style: styleIds.figureWords })] })
            const { words, value, remark } = figure
            return new TableCell({
              shading: { type: ShadingType.CLEAR, color: 'auto', fill: shade },
              children: [
                new Paragraph({ style: styleIds.figureWords, children: runs(words) }),
                new Paragraph({ style: styleIds.figureValue, children: runs(value) }),
                ...(remark === '' ? [] : [new Paragraph({ style: styleIds.figureRemark, children: runs(remark) })]),
              ],
            })
          }),
        }),
    ),
  })
  return [table, spacer()]
}

/** Tables that touch become one in Word. */
function spacer(): Paragraph {
  return new Paragraph({ style: styleIds.cell })
}
