import type { ReportColumn, TablePart } from '../../../src-shared/report/report'
import { columnWidths } from './columns'
import { type Element, palette, type Pages, type Style } from './pages'

const PAD = { x: 5, y: 4 }
const HEAD: Style = { font: { size: 8.5, weight: 600 }, leading: 12, fill: palette.inkQuiet }
const BODY: Style = { font: { size: 9, weight: 400 }, leading: 13, fill: palette.ink }
const CONTINUED: Style = { font: { size: 8.5, weight: 400 }, leading: 14, fill: palette.inkSoft }

/** From how many columns on a table is set on pages that lie. */
export const WIDE_TABLE = 7

type Cells = readonly (readonly string[])[]

interface Column extends ReportColumn {
  readonly x: number
  readonly span: number
}

/** A table from here down, over as many pages as it takes, its head repeated on each. */
export function drawTable(pages: Pages, section: Element, part: TablePart): void {
  const { title, rows, empty } = part
  if (rows.length === 0) {
    pages.paragraph(section, 'P', empty, { ...BODY, fill: palette.inkSoft })
    return
  }
  const set = setColumns(part, pages)
  const head = set.map(({ words, span }) => pages.type.lines(words, span - 2 * PAD.x, HEAD.font))
  const table = pages.element(section, 'Table')
  pages.ensure(heightOf(head, HEAD) + BODY.leading + 2 * PAD.y)
  drawHead(pages, set, head, table)
  for (const row of rows) {
    const cells = set.map(({ span }, i) => pages.type.lines(row[i] ?? '', span - 2 * PAD.x, BODY.font))
    drawRow(pages, set, cells, table, () => {
      pages.turn()
      pages.artifact('Pagination', () => {
        const [line = ''] = pages.type.lines(pages.t('document.continued', { title }), pages.box.width, CONTINUED.font)
        pages.lines([line], pages.box.x, pages.y, CONTINUED)
        pages.y += CONTINUED.leading + 2
        drawHead(pages, set, head, null)
      })
    })
  }
  table.end()
  pages.y += 4
}

function setColumns(part: TablePart, { box, type }: Pages): Column[] {
  const widths = columnWidths(part, box.width, 2 * PAD.x, BODY.font, type.measure)
  let x = box.x
  return part.columns.map((column, i) => {
    const span = widths[i] ?? 0
    const set = { ...column, x, span }
    x += span
    return set
  })
}

function heightOf(cells: Cells, { leading }: Style): number {
  return Math.max(1, ...cells.map((lines) => lines.length)) * leading + 2 * PAD.y
}

/** The head with its ground; `table` null: once more, as furniture. */
function drawHead(pages: Pages, columns: readonly Column[], cells: Cells, table: Element | null): void {
  const { doc, box, y } = pages
  const height = heightOf(cells, HEAD)
  const ground = (): void =>
    void doc.save().fillColor(palette.departmentNested).rect(box.x, y, box.width, height).fill().restore()
  if (table) {
    pages.artifact('Layout', ground)
    const row = pages.element(table, 'TR')
    cells.forEach((lines, i) => drawCell(pages, columns[i], lines, HEAD, pages.element(row, 'TH')))
    row.end()
  } else {
    ground()
    cells.forEach((lines, i) => drawCell(pages, columns[i], lines, HEAD, null))
  }
  pages.y += height
}

/** A row; one that is higher than what is left goes to the next page, one higher than a page is cut between its lines. */
function drawRow(pages: Pages, columns: readonly Column[], cells: Cells, table: Element, turn: () => void): void {
  const row = pages.element(table, 'TR')
  const elements = cells.map(() => pages.element(row, 'TD'))
  const fitting = (): number => Math.floor((pages.room - 2 * PAD.y) / BODY.leading)
  let rest = cells
  if (heightOf(rest, BODY) > pages.room && heightOf(rest, BODY) <= pages.box.height * 0.8) turn()
  while (rest.some((lines) => lines.length > 0)) {
    if (fitting() < 1) turn()
    const take = Math.max(1, fitting())
    const now = rest.map((lines) => lines.slice(0, take))
    now.forEach((lines, i) => drawCell(pages, columns[i], lines, BODY, elements[i] ?? null))
    pages.y += heightOf(now, BODY)
    pages.artifact('Layout', () => drawRule(pages))
    rest = rest.map((lines) => lines.slice(take))
  }
  row.end()
}

function drawCell(
  pages: Pages,
  column: Column | undefined,
  lines: readonly string[],
  style: Style,
  element: Element | null,
): void {
  if (!column || lines.length === 0) return
  const { x, span, align } = column
  const at = align === 'start' ? x + PAD.x : x + span - PAD.x
  const top = pages.y + PAD.y
  const draw = (): void => pages.lines(lines, at, top, style, align)
  if (element) element.add(draw)
  else draw()
}

function drawRule({ doc, box, y }: Pages): void {
  doc.save().strokeColor(palette.departmentBorder).lineWidth(0.5)
  doc
    .moveTo(box.x, y)
    .lineTo(box.x + box.width, y)
    .stroke()
    .restore()
}
