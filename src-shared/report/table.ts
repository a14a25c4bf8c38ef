import type { TablePart } from './report'

/** One column of a table and what it says of a row. */
export interface Column<Row> {
  readonly words: string
  /** Width in proportion to the other columns'. */
  readonly width: number
  readonly align?: 'start' | 'end'
  readonly cell: (row: Row) => string
  /** false: the reader may not see it. Default true. */
  readonly shown?: boolean
}

interface Head {
  readonly key: string
  readonly title: string
  readonly subtitle?: string
  readonly empty: string
}

/** A table of the columns that the reader may see. */
export function tableOf<Row>(head: Head, columns: readonly Column<Row>[], rows: readonly Row[]): TablePart {
  const shown = columns.filter((column) => column.shown ?? true)
  return {
    kind: 'table',
    key: head.key,
    title: head.title,
    subtitle: head.subtitle ?? '',
    notes: [],
    columns: shown.map(({ words, width, align = 'start' }) => ({ words, width, align })),
    rows: rows.map((row) => shown.map(({ cell }) => cell(row))),
    empty: head.empty,
  }
}
