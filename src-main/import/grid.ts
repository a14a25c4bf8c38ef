import type { PackedRows } from './packedRows'

/** One row of a file: the line, or the row of the sheet, that it starts on, and its cells as text. */
export interface GridRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** Rows of a file, whatever its format; empty ones are left out. */
export interface Grid {
  readonly rows: PackedRows
  /** Whether they were made of contact cards, which need no ids. */
  readonly ofCards: boolean
  /** Rows with quotation marks that do not match, and cards that cannot be read: what was wrong. */
  readonly broken: readonly {
    readonly line: number
    readonly value: string
    readonly code: 'quotes_open' | 'card_broken' | 'card_old'
  }[]
}
