import Papa from 'papaparse'
import type { CsvKind, Mapping } from './columns'
import type { Grid, GridRow } from './grid'
import { headerAt, knownIn } from './header'
import { PackedRows } from './packedRows'

export const DELIMITERS = [',', ';', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]
/** How much of a text is looked at to find its delimiter, in UTF-16 code units, and how many of its rows. */
const BEGINNING = 100_000
const ROWS_TRIED = 30
/** How much of it is parsed at a time, likewise. */
const PIECE = 500_000

/** The rows of a CSV text (RFC 4180) with the physical lines that they start on. */
export function gridOfText(text: string, delimiter: Delimiter): Grid {
  const rows = new PackedRows()
  const broken: Grid['broken'][number][] = []
  for (const { data, errors } of parsedPieces(text, delimiter)) {
    for (const { row = 0 } of errors) {
      broken.push({ line: data[row]?.line ?? 1, value: data[row]?.cells.at(-1) ?? '', code: 'quotes_open' })
    }
    for (const row of data) if (!isEmpty(row.cells)) rows.add(row)
  }
  return { rows, ofCards: false, broken }
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
  const beginning = withOneLineEnd(text.slice(0, BEGINNING))
  const { data } = Papa.parse<string[]>(beginning, { delimiter, newline: '\n', preview: ROWS_TRIED })
  return linedRows(data, 1).filter(({ cells }) => !isEmpty(cells))
}

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/** Line ends are made one kind, so that counting them in the cells gives the physical line, mixed files included. */
const withOneLineEnd = (text: string): string => text.replace(/\r\n?/g, '\n')

interface ParsedPiece {
  readonly data: readonly GridRow[]
  /** What is wrong with rows of this piece. */
  readonly errors: readonly Papa.ParseError[]
}

/** Parses a text piece by piece: whole, the rows of a large one take five times what it does. */
function* parsedPieces(text: string, delimiter: Delimiter): Generator<ParsedPiece> {
  const parser = new Papa.Parser({ delimiter, newline: '\n' })
  /** The beginning of a row that the pieces so far did not end. */
  let rest = ''
  let line = 1
  let size = PIECE
  for (let at = 0; at < text.length;) {
    const cut = at + size
    const end = text[cut - 1] === '\r' && text[cut] === '\n' ? cut + 1 : cut
    const isLast = end >= text.length
    const piece = rest + withOneLineEnd(text.slice(at, end))
    // The types of the package leave open what its parser returns, which is what `Papa.parse` does.
    const { data, errors, meta } = parser.parse(piece, 0, !isLast) as Papa.ParseResult<string[]>
    const rows = linedRows(data, line)
    // A row that goes on is parsed again with what follows.
    yield { data: rows, errors: errors.filter(({ row = 0 }) => row < data.length) }
    const last = rows.at(-1)
    if (last) line = last.line + linesOf(last.cells)
    rest = piece.slice(meta.cursor)
    at = end
    // A row that is longer than a piece is not looked through again and again.
    size = data.length > 0 ? PIECE : 2 * size
  }
}

/** Rows with the physical line on which each starts. */
function linedRows(data: readonly (readonly string[])[], firstLine: number): GridRow[] {
  let line = firstLine
  return data.map((cells) => {
    const row = { line, cells }
    line += linesOf(cells)
    return row
  })
}

/** Physical lines of a row: quoted cells may hold line breaks. */
function linesOf(cells: readonly string[]): number {
  let lines = 1
  for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) lines += 1
  return lines
}
