import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import type { CellValue, Report, TablePart } from '../../src-shared/report/report'

/** Characters of a column of width 1 of a table part. */
const WIDTH_UNIT = 6
const LEAST_WIDTH = 8
/** Excel's own limit, and the characters that it forbids in a sheet's name. */
const NAME_LENGTH = 31
const FORBIDDEN = /[[\]:*?/\\]/gu

/**
 * The tables of a report as a workbook, a sheet each with a frozen, filtered head; numbers and days are ones to reckon with. Text is
 * stored as text: what begins like a formula stays a word. Written as a stream, so that memory does not grow with the rows;
 * without styles of its own, which would double the time.
 */
export async function writeXlsx(report: Report): Promise<Uint8Array> {
  const stream = new PassThrough()
  const whole = buffer(stream)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream })
  workbook.title = report.title
  workbook.subject = report.subtitle
  // Of the state that it tells, so that equal content is an equal file.
  workbook.created = asDate(report.asOf)
  workbook.modified = asDate(report.asOf)
  const names = new Set<string>()
  for (const part of report.parts) if (part.kind === 'table') writeSheet(workbook, part, sheetName(part.title, names))
  await workbook.commit()
  return whole
}

function writeSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, { columns, rows, values }: TablePart, name: string): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = columns.map(({ words, width }) => ({ header: words, width: Math.max(LEAST_WIDTH, width * WIDTH_UNIT) }))
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: columns.length } }
  rows.forEach((words, i) => {
    sheet.addRow(words.map((word, j) => cellOf(word, values[i]?.[j] ?? null))).commit()
  })
  sheet.commit()
}

function cellOf(words: string, value: CellValue): string | number | Date {
  if (value === null) return words
  return typeof value === 'number' ? value : asDate(value)
}

/** Spreadsheets know no zones: midnight of the day, as the library counts it. */
function asDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

/** A name that a workbook takes and that no other sheet has. */
function sheetName(title: string, taken: Set<string>): string {
  const base = title.replace(FORBIDDEN, ' ').slice(0, NAME_LENGTH)
  let name = base
  for (let n = 2; taken.has(name); n += 1) name = `${base.slice(0, NAME_LENGTH - 4)} (${n})`
  taken.add(name)
  return name
}
