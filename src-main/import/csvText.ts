import Papa from 'papaparse'
import type { CsvKind, Mapping } from './columns'
import type { Grid, GridRow } from './grid'
import { headerAt, knownIn } from './header'

export const DELIMITERS = [',', ';', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]
/** How much of a text is looked at to find its delimiter, in UTF-16 code units, and how many of its rows. */
const BEGINNING = 100_000
const ROWS_TRIED = 30
/** Different cells of a column up to which equal ones are looked for. */
const MOST_WORDS = 10_000

/** The rows of a CSV text (RFC 4180) with the physical lines that they start on. */
export function gridOfText(text: string, delimiter: Delimiter): Grid {
  const { data, errors } = parse(text, delimiter)
  shareCells(data)
  const rows = linedRows(data, text)
  const broken = errors.map(({ row = 0 }) => ({
    line: rows[row]?.line ?? 1,
    value: data[row]?.at(-1) ?? '',
    code: 'quotes_open' as const,
  }))
  return { rows: rows.filter(({ cells }) => !isEmpty(cells)), ofCards: false, broken }
}

/** The delimiter that makes the header mean most; where none of it means anything, the one that cuts it into most columns. */
export function delimiterOf(kind: CsvKind, text: string, mapping: Mapping = {}): Delimiter {
  const tried = DELIMITERS.map((delimiter) => {
    const rows = firstRows(text, delimiter)
    const header = rows[headerAt(kind, rows, mapping)]?.cells ?? []
    return { delimiter, known: knownIn(kind, header, mapping), columns: Math.max(header.length, 1) }
  })
  return tried.reduce((best, each) =>
    each.known > best.known || (each.known === best.known && each.columns > best.columns) ? each : best,
  ).delimiter
}

/** The rows that a text begins with, as far as a header is looked for in them. */
export function firstRows(text: string, delimiter: Delimiter): GridRow[] {
  const beginning = text.slice(0, BEGINNING)
  return linedRows(parse(beginning, delimiter, ROWS_TRIED).data, beginning).filter(({ cells }) => !isEmpty(cells))
}

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

function parse(text: string, delimiter: string, preview = 0): Papa.ParseResult<string[]> {
  // Line ends are made one kind first, so that counting them in the cells gives the physical line, mixed files included.
  return Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), { delimiter, newline: '\n', preview })
}

/** Makes equal cells of a column one string where it has few words, as departments, titles and days have: a third of a large file. */
function shareCells(data: readonly string[][]): void {
  const columns: (Map<string, string> | null)[] = []
  for (const cells of data) {
    for (const [index, cell] of cells.entries()) {
      const words = columns[index] === undefined ? (columns[index] = new Map<string, string>()) : columns[index]
      const word = words?.get(cell)
      if (word !== undefined) cells[index] = word
      else if (words && words.size < MOST_WORDS) words.set(cell, cell)
      else columns[index] = null
    }
  }
}

/** Rows with the physical line on which each starts: quoted cells may hold line breaks. */
function linedRows(data: readonly (readonly string[])[], text: string): GridRow[] {
  // Only quoted cells hold line breaks.
  if (!text.includes('"')) return data.map((cells, i) => ({ line: i + 1, cells }))
  let line = 1
  return data.map((cells) => {
    const start = line
    line += 1
    for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) line += 1
    return { line: start, cells }
  })
}
