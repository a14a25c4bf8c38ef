import type { Rect } from '../../../src-shared/layout/geometry'
import type { ReportColumn, TablePart } from '../../../src-shared/report/report'
import type { Font } from '../../../src-shared/scene/text'
import { type Canvas, inkStyle, type SlidePlan, textBox } from './slide'
import { run } from './text'
import { boxXml, emu } from './units'
import { type Line, numbered, paginate, unwrap, wrapText } from './wrap'
import { type Xml, xml } from './xml'

const BODY: Font = { size: 10.5, weight: 400 }
const HEAD: Font = { size: 10.5, weight: 600 }
const LINE = 1.42
const MOST_HEAD_LINES = 3
const INSET = { x: 5, y: 3.5 }

/** A row with its cells broken into lines. */
interface Row {
  readonly cells: readonly (readonly Line[])[]
}

/** A table as native tables, on as many slides as it needs; each repeats the head. `area` is that of a slide with this part's subtitle. */
export function tableSlides(part: TablePart, area: Rect): SlidePlan[] {
  const { key, title, subtitle, notes, columns, rows, empty } = part
  if (rows.length === 0) {
    const draw = (canvas: Canvas): void => {
      const words = run(empty, inkStyle(14, false, canvas, true), canvas.script)
      canvas.add(textBox(canvas.area, [xml`<a:p>${words}</a:p>`], title, canvas))
    }
    return [{ partKey: key, title, subtitle, notes, draw }]
  }
  const widths = widthsOf(columns, area.width)
  const head = headOf(columns, widths)
  const room = area.height - heightOf(head)
  const most = Math.max(1, Math.floor((room - 2 * INSET.y) / (BODY.size * LINE)))
  const broken = rows.flatMap((cells) => cut(rowOf(cells, widths, BODY), most))
  const pages = paginate(broken, heightOf, room)
  return pages.map((page, i) => ({
    partKey: key,
    title: numbered(title, i + 1, pages.length),
    subtitle,
    // Said once: on the slide where the talk about it begins.
    notes: i === 0 ? notes : [],
    draw: (canvas) => canvas.add(tableXml(title, columns, widths, head, page, canvas)),
  }))
}

function widthsOf(columns: readonly ReportColumn[], width: number): number[] {
  const whole = columns.reduce((sum, column) => sum + column.width, 0) || 1
  return columns.map((column) => (width * column.width) / whole)
}

function rowOf(cells: readonly string[], widths: readonly number[], font: Font): Row {
  return { cells: widths.map((width, i) => wrapText(cells[i] ?? '', Math.max(width - 2 * INSET.x, font.size), font)) }
}

/** The head leaves most of a slide to the rows, whatever the columns are called. */
function headOf(columns: readonly ReportColumn[], widths: readonly number[]): Row {
  const { cells } = rowOf(
    columns.map(({ words }) => words),
    widths,
    HEAD,
  )
  return {
    cells: cells.map((lines) => {
      const last = lines[MOST_HEAD_LINES - 1]
      if (!last || lines.length === MOST_HEAD_LINES) return lines
      return [...lines.slice(0, MOST_HEAD_LINES - 1), { ...last, text: `${last.text.trimEnd()}…` }]
    }),
  }
}

function heightOf({ cells }: Row): number {
  return Math.max(1, ...cells.map((lines) => lines.length)) * BODY.size * LINE + 2 * INSET.y
}

/** A row higher than a slide goes on in further rows. */
function cut({ cells }: Row, most: number): Row[] {
  const lines = Math.max(1, ...cells.map((cell) => cell.length))
  return Array.from({ length: Math.ceil(lines / most) }, (_, i) => ({
    cells: cells.map((cell) => cell.slice(i * most, (i + 1) * most)),
  }))
}

function tableXml(
  title: string,
  columns: readonly ReportColumn[],
  widths: readonly number[],
  head: Row,
  rows: readonly Row[],
  canvas: Canvas,
): Xml {
  const { area, newId } = canvas
  const height = [head, ...rows].reduce((sum, row) => sum + heightOf(row), 0)
  const grid = widths.map((width) => xml`<a:gridCol w="${emu(width)}"/>`)
  const body = [rowXml(head, columns, true, canvas), ...rows.map((row) => rowXml(row, columns, false, canvas))]
  return xml`<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${newId()}" name="${title}" descr="${title}"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${frameXml({ ...area, height })}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
}

function frameXml(rect: Rect): Xml {
  return xml`<p:xfrm>${boxXml(rect)}</p:xfrm>`
}

function rowXml(row: Row, columns: readonly ReportColumn[], isHead: boolean, canvas: Canvas): Xml {
  const { colours, script } = canvas
  const { palette } = colours
  const font = isHead ? HEAD : BODY
  const accent = palette.roles[0]?.accent ?? palette.ink
  const none = (side: string): Xml => xml`<a:${side} w="0"><a:noFill/></a:${side}>`
  const rule = isHead
    ? xml`<a:lnB w="19050"><a:solidFill>${colours.write(accent)}</a:solidFill></a:lnB>`
    : xml`<a:lnB w="6350"><a:solidFill>${colours.write(palette.cardBorder)}</a:solidFill></a:lnB>`
  const cells = row.cells.map((lines, i) => {
    const align = columns[i]?.align === 'end' ? 'r' : 'l'
    const style = inkStyle(font.size, isHead, canvas)
    const paragraphs = unwrap(lines)
      .split('\n')
      .map((text) => xml`<a:p><a:pPr algn="${align}"/>${text === '' ? emptyRun(font.size) : run(text, style, script)}</a:p>`)
    return xml`<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</a:txBody><a:tcPr marL="${emu(INSET.x)}" marR="${emu(INSET.x)}" marT="${emu(INSET.y)}" marB="${emu(INSET.y)}" anchor="${isHead ? 'b' : 't'}">${none('lnL')}${none('lnR')}${isHead ? none('lnT') : xml``}${rule}<a:noFill/></a:tcPr></a:tc>`
  })
  return xml`<a:tr h="${emu(heightOf(row))}">${cells}</a:tr>`
}

/** An empty paragraph is as high as its type, which has to be said. */
function emptyRun(size: number): Xml {
  return xml`<a:endParaRPr sz="${Math.round(size * 100)}"/>`
}
