import type { Day } from '../model/day'
import type { CellValue, TablePart } from './report'
import type { ReportSource } from './source'

/** One column of a table and what it says of a row. */
export type Column<Row> = {
  readonly words: string
  /** Width in proportion to the other columns'. */
  readonly width: number
  /** false: the reader may not see it. Default true. */
  readonly shown?: boolean
} & (
  | { readonly cell: (row: Row) => string }
  | {
      readonly number: (row: Row) => number | null | undefined
      readonly style: NumberStyle
    }
  | { readonly day: (row: Row) => Day | null }
)

/** With how many decimals, or as a share in per cent. */
type NumberStyle = 0 | 1 | 2 | 'percent'

interface Head {
  readonly key: string
  readonly title: string
  readonly subtitle?: string
  readonly empty: string
}

/** A table of the columns that the reader may see. */
export function tableOf<Row>(source: ReportSource, head: Head, columns: readonly Column<Row>[], rows: readonly Row[]): TablePart {
  const shown = columns.filter((column) => column.shown ?? true)
  return {
    kind: 'table',
    key: head.key,
    title: head.title,
    subtitle: head.subtitle ?? '',
    notes: [],
    columns: shown.map((column) => ({
      words: column.words,
      width: column.width,
      align: 'number' in column ? 'end' : 'start',
    })),
    rows: rows.map((row) => shown.map((column) => wordsOf(source, column, row))),
    values: rows.map((row) => shown.map((column) => valueOf(column, row))),
    empty: head.empty,
  }
}

function wordsOf<Row>(source: ReportSource, column: Column<Row>, row: Row): string {
  if ('cell' in column) return column.cell(row)
  if ('day' in column) return source.day(column.day(row))
  const value = column.number(row)
  return column.style === 'percent' ? source.percent(value) : source.figure(value, column.style)
}

function valueOf<Row>(column: Column<Row>, row: Row): CellValue {
  if ('cell' in column) return null
  return ('day' in column ? column.day(row) : column.number(row)) ?? null
}
