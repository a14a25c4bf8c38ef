import Papa from 'papaparse'
import type { ImportedFile } from '../../src-shared/contract'
import type { Language } from '../../src-shared/model/language'
import {
  type Column,
  columnNamed,
  columnNames,
  type CsvKind,
  headerOf,
  type Mapping,
  meaningOf,
  requiredColumns,
} from './columns'
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
  /** Columns that nobody knows, or that were decided to be so: they become own fields, called by their header. */
  readonly ownColumns: readonly { readonly index: number; readonly header: string }[]
  readonly records: readonly CsvRecord[]
  /** Counted up while the rows are taken in. */
  readonly outcome: ImportedFile
}

export const DELIMITERS = [',', ';', '\t'] as const
export type Delimiter = (typeof DELIMITERS)[number]
/** Longest name of an own field. */
const HEADER_LIMIT = 200
/** How much of a text is looked at to find its delimiter, in UTF-16 code units. */
const HEADER_TRIED = 100_000
/** Assigning to this key of an object is not storing a value under it. */
const RESERVED_HEADER = '__proto__'

/**
 * Reads the rows of a CSV text (RFC 4180; comma, semicolon or tab, whichever makes the header mean most). Empty rows are skipped,
 * cells missing at the end of a row are not given. Null, after refusals, where the header is none to go by.
 *
 * @param mapping what somebody decided that columns mean
 */
export function readTable<K extends CsvKind>(
  kind: K,
  file: string,
  text: string,
  language: Language,
  refusals: Refusals,
  mapping: Mapping = {},
): CsvTable<K> | null {
  const { data, errors } = parse(text, delimiterOf(kind, text, mapping))
  const lines = startLines(data)
  const refuse = refuser(file, refusals)
  for (const { row = 0 } of errors) refuse(lines[row] ?? 1, '', data[row]?.at(-1) ?? '', 'quotes_open', {})

  const records = data.flatMap((cells, i) => (isEmpty(cells) ? [] : [{ line: lines[i] ?? 0, cells }]))
  const [header, ...rows] = records
  if (!header) {
    refuse(0, '', '', 'file_empty', {})
    return null
  }

  const refusedBefore = refusals.rows.length
  const columns = new Map<Column<K>, { index: number; header: string }>()
  const ownColumns: { index: number; header: string }[] = []
  const own = new Set<string>()
  const ignored = new Set<number>()
  header.cells.forEach((cell, index) => {
    const name = cell.trim()
    const meaning = meaningOf(kind, name, mapping)
    const place = name.slice(0, HEADER_LIMIT)
    if (meaning === null)
      refuse(header.line, place, mapping[name] ?? '', 'field_unknown', { words: columnNames(kind).join(', ') })
    else if (meaning === 'ignore') ignored.add(index)
    else if (meaning === 'own') {
      if (name === '') return
      if (own.has(name)) refuse(header.line, place, name, 'column_twice', { name })
      else if (name === RESERVED_HEADER) refuse(header.line, name, name, 'column_reserved', {})
      else if (name.length > HEADER_LIMIT) refuse(header.line, place, name, 'value_too_long', { limit: HEADER_LIMIT })
      else {
        own.add(name)
        ownColumns.push({ index, header: name })
      }
    } else if (columns.has(meaning.column)) refuse(header.line, place, name, 'column_twice', { name: meaning.column })
    else columns.set(meaning.column, { index, header: name })
  })
  for (const column of requiredColumns[kind]) {
    if (columns.has(column)) continue
    const name = headerOf(kind, column, language)
    refuse(header.line, column, '', 'column_missing', { name: name === column ? name : `${name}（${column}）` })
  }
  if (refusals.rows.length > refusedBefore) return null
  const named = new Set([...columns.values(), ...ownColumns].map(({ index }) => index))
  for (const { line, cells } of rows) {
    const stray = cells.findIndex((cell, index) => !named.has(index) && !ignored.has(index) && cell.trim() !== '')
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

/** The cells of every row of a text as they are, the header first; empty rows are skipped. */
export function readCells(text: string, delimiter: Delimiter): string[][] {
  return parse(text, delimiter).data.filter((cells) => !isEmpty(cells))
}

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

function parse(text: string, delimiter: string, preview = 0): Papa.ParseResult<string[]> {
  // Line ends are made one kind first, so that counting them in the cells gives the physical line, mixed files included.
  return Papa.parse<string[]>(text.replace(/\r\n?/g, '\n'), { delimiter, newline: '\n', preview })
}

/** The delimiter that makes the header mean most; where none of it means anything, the one that cuts it into most columns. */
export function delimiterOf(kind: CsvKind, text: string, mapping: Mapping = {}): Delimiter {
  const tried = DELIMITERS.map((delimiter) => {
    const [header = []] = parse(text.slice(0, HEADER_TRIED), delimiter, 1).data
    const known = header.filter((cell) => Object.hasOwn(mapping, cell.trim()) || columnNamed(kind, cell) !== undefined)
    return { delimiter, known: known.length, columns: header.length }
  })
  return tried.reduce((best, each) =>
    each.known > best.known || (each.known === best.known && each.columns > best.columns) ? each : best,
  ).delimiter
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
