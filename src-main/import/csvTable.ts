import Papa from 'papaparse'
import type { ImportedFile } from '../../src-shared/contract'
import type { Language } from '../../src-shared/model/language'
import { type Column, columnNamed, columnsOf, type CsvKind, requiredColumns } from './columns'
import type { Refusals } from './refusals'

/** One record of a file and the physical line that it starts on. */
export interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

/** A file of rows whose header is understood. */
export interface CsvTable<K extends CsvKind> {
  readonly kind: K
  readonly file: string
  readonly columns: ReadonlyMap<Column<K>, { readonly index: number; readonly header: string }>
  /** Columns that nobody knows: they become own fields, called by their header. */
  readonly ownColumns: readonly { readonly index: number; readonly header: string }[]
  readonly records: readonly CsvRecord[]
  /** Counted up while the rows are taken in. */
  readonly outcome: ImportedFile
}

const DELIMITERS = [',', ';', '\t'] as const
/** Longest name of an own field. */
const HEADER_LIMIT = 200
/** Assigning to this key of an object is not storing a value under it. */
const RESERVED_HEADER = '__proto__'

/**
 * Reads the rows of a CSV text (RFC 4180; comma, semicolon or tab, whichever makes the header mean most). Empty rows are skipped,
 * cells missing at the end of a row are not given. Null, after refusals, where the header is none to go by.
 */
export function readTable<K extends CsvKind>(
  kind: K,
  file: string,
  text: string,
  language: Language,
  refusals: Refusals,
): CsvTable<K> | null {
  const { data, errors } = parse(text, delimiterOf(kind, text))
  const lines = startLines(data)
  const refuse = refuser(file, refusals)
  for (const { row = 0 } of errors) refuse(lines[row] ?? 1, '', data[row]?.at(-1) ?? '', 'quotes_open', {})

  const records = data.flatMap((cells, i) => (cells.every((cell) => cell.trim() === '') ? [] : [{ line: lines[i] ?? 0, cells }]))
  const [header, ...rows] = records
  if (!header) {
    refuse(0, '', '', 'file_empty', {})
    return null
  }

  const refusedBefore = refusals.rows.length
  const columns = new Map<Column<K>, { index: number; header: string }>()
  const ownColumns: { index: number; header: string }[] = []
  const own = new Set<string>()
  header.cells.forEach((cell, index) => {
    const name = cell.trim()
    if (name === '') return
    const column = columnNamed(kind, name)
    if (column === undefined ? own.has(name) : columns.has(column))
      refuse(header.line, name, name, 'column_twice', { name: column ?? name })
    else if (name === RESERVED_HEADER) refuse(header.line, name, name, 'column_reserved', {})
    else if (name.length > HEADER_LIMIT)
      refuse(header.line, name.slice(0, HEADER_LIMIT), name, 'value_too_long', { limit: HEADER_LIMIT })
    else if (column === undefined) {
      own.add(name)
      ownColumns.push({ index, header: name })
    } else columns.set(column, { index, header: name })
  })
  for (const column of requiredColumns[kind]) {
    if (columns.has(column)) continue
    refuse(header.line, column, '', 'column_missing', {
      name: language === 'en' ? column : `${chineseHeader(kind, column)}（${column}）`,
    })
  }
  if (refusals.rows.length > refusedBefore) return null
  const named = new Set([...columns.values(), ...ownColumns].map(({ index }) => index))
  for (const { line, cells } of rows) {
    const stray = cells.findIndex((cell, index) => !named.has(index) && cell.trim() !== '')
    if (stray >= 0 && (header.cells[stray] ?? '').trim() === '') {
      refuse(line, '', cells[stray] ?? '', 'row_too_long', { count: stray + 1, columns: named.size })
    }
  }
  return {
    kind,
    file,
    columns,
    ownColumns,
    records: rows,
    outcome: { file, rows: rows.length, created: 0, updated: 0, unchanged: 0 },
  }
}

function refuser(file: string, refusals: Refusals) {
  return <C extends Parameters<Refusals['add']>[1]>(
    line: number,
    column: string,
    value: string,
    code: C,
    params: Parameters<typeof refusals.add<C>>[2],
  ) => refusals.add({ file, line, column, value }, code, params)
}

function parse(text: string, delimiter: string, preview = 0): Papa.ParseResult<string[]> {
  // Line ends are made one kind first, so that counting them in the cells gives the physical line, mixed files included.
  return Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), { delimiter, newline: '\n', preview })
}

function delimiterOf(kind: CsvKind, text: string): string {
  const known = DELIMITERS.map((delimiter) => {
    const [header = []] = parse(text.slice(0, 100_000), delimiter, 1).data
    return { delimiter, count: header.filter((cell) => columnNamed(kind, cell) !== undefined).length }
  })
  return known.reduce((best, each) => (each.count > best.count ? each : best)).delimiter
}

/** The physical line on which each record starts: quoted cells may hold line breaks. */
function startLines(data: readonly (readonly string[])[]): number[] {
  let line = 1
  return data.map((cells) => {
    const start = line
    line += 1
    for (const cell of cells) for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) line += 1
    return start
  })
}

function chineseHeader<K extends CsvKind>(kind: K, column: Column<K>): string {
  // Every column's list of Chinese headers has a first one.
  const headers: Readonly<Record<string, readonly string[]>> = columnsOf[kind]
  return headers[column]?.[0] ?? column
}
