import type { ImportedFile } from '../../src-shared/contract'
import type { Language } from '../../src-shared/model/language'
import { type Column, columnNames, type CsvKind, dayColumns, headerOf, type Mapping } from './columns'
import { departmentStyle, type DepartmentStyle } from './contactHeaders'
import { delimiterOf, gridOfText } from './csvText'
import { type DateOrder, dateOrderOf } from './dateOrder'
import type { Grid, GridRow } from './grid'
import { headerIn, isContactExport, meaningsOf, missingColumns } from './header'
import type { Rows } from './packedRows'
import type { RefusalCode, RefusalParams, Refusals } from './refusals'

/** A file of rows whose header is understood. */
export interface CsvTable<K extends CsvKind> {
  readonly kind: K
  readonly file: string
  readonly columns: ReadonlyMap<Column<K>, { readonly index: number; readonly header: string }>
  /** Columns that nobody knows, or that were decided to be so: they become own fields, called by their header. */
  readonly ownColumns: readonly { readonly index: number; readonly header: string }[]
  readonly records: Rows
  /** Whether `05/01/2026` is in January; null where nothing says, or nothing is written so. */
  readonly dateOrder: DateOrder | null
  /** Whether it comes from a program for contacts: its own words, its superiors by name. */
  readonly contacts: boolean
  readonly departments: DepartmentStyle | null
  /** Counted up while the rows are taken in. */
  readonly outcome: ImportedFile
}

/** How somebody decided that a file is read; what is left out is found. */
export interface TableChoice {
  readonly mapping?: Mapping | undefined
  /** The line of the header. */
  readonly headerLine?: number | undefined
  readonly dateOrder?: DateOrder | undefined
}

/** Longest name of an own field. */
const HEADER_LIMIT = 200
/** Assigning to this key of an object is not storing a value under it. */
const RESERVED_HEADER = '__proto__'

/** Reads the rows of a CSV text (comma, semicolon or tab, whichever makes the header mean most) as `tableOf` does. */
export function readTable<K extends CsvKind>(
  kind: K,
  file: string,
  text: string,
  language: Language,
  refusals: Refusals,
  choice: TableChoice = {},
): CsvTable<K> | null {
  return tableOf(kind, file, gridOfText(text, delimiterOf(kind, text, choice.mapping)), language, refusals, choice)
}

/**
 * Understands the header of a file's rows; what stands above it is left out, cells missing at the end of a row are not given. Null, after
 * refusals, where the header is none to go by.
 */
export function tableOf<K extends CsvKind>(
  kind: K,
  file: string,
  grid: Grid,
  language: Language,
  refusals: Refusals,
  { mapping = {}, headerLine, dateOrder }: TableChoice = {},
): CsvTable<K> | null {
  const refuse = refuser(file, refusals)
  for (const { line, value, code } of grid.broken) refuse(line, '', value, code, {})

  const { at, header } = headerIn(kind, grid.rows, mapping, headerLine)
  if (!header) {
    if (headerLine !== undefined) refuse(headerLine, '', String(headerLine), 'no_header_there', {})
    else if (grid.broken.length === 0) refuse(0, '', '', 'file_empty', {})
    return null
  }
  const rows = grid.rows.after(at + 1)

  const refusedBefore = refusals.rows.length
  const columns = new Map<Column<K>, { index: number; header: string }>()
  const ownColumns: { index: number; header: string }[] = []
  const own = new Set<string>()
  const ignored = new Set<number>()
  const meanings = meaningsOf(kind, header.cells, mapping)
  header.cells.forEach((cell, index) => {
    const name = cell.trim()
    const meaning = meanings[index] ?? null
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
  for (const column of missingColumns(kind, columns)) {
    const name = headerOf(kind, column, language)
    refuse(header.line, column, '', 'column_missing', { name: name === column ? name : `${name}（${column}）` })
  }
  if (refusals.rows.length > refusedBefore) return null
  const named = new Set([...columns.values(), ...ownColumns].map(({ index }) => index))
  const allNamed = header.cells.every((_, index) => named.has(index) || ignored.has(index))
  for (const { line, cells } of rows) {
    if (allNamed && cells.length <= header.cells.length) continue
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
    dateOrder:
      dateOrder ??
      dateOrderOf(
        daysIn(
          rows,
          dayColumns[kind].map((column) => columns.get(column)?.index),
        ),
      ).order,
    contacts: grid.ofCards || isContactExport(kind, header.cells),
    departments: departmentStyle(header.cells),
    outcome: { file, rows: rows.length, created: 0, updated: 0, unchanged: 0 },
  }
}

/** The cells of some columns. */
export function* daysIn(rows: Iterable<GridRow>, columns: readonly (number | undefined)[]): Generator<string> {
  const indexes = columns.filter((index) => index !== undefined)
  if (indexes.length === 0) return
  for (const { cells } of rows) for (const index of indexes) yield cells[index] ?? ''
}

function refuser(file: string, refusals: Refusals) {
  return <C extends RefusalCode>(line: number, column: string, value: string, code: C, params: RefusalParams[C]) =>
    refusals.add({ file, line, column, value }, code, params)
}
