import type { RefusedRow } from '../../src-shared/contract'
import type { Translate } from '../../src-shared/i18n/translate'

/** Why a row, a cell or a whole file is refused, with what its sentence (`import.refused.<code>`) says besides the value. */
export interface RefusalParams {
  // The whole file
  not_text: Record<never, never>
  old_workbook: Record<never, never>
  workbook_locked: Record<never, never>
  workbook_damaged: Record<never, never>
  workbook_too_large: { limit: number }
  sheet_too_large: { limit: number }
  not_a_workbook: Record<never, never>
  no_such_sheet: { words: string }
  card_needs_people: Record<never, never>
  file_empty: Record<never, never>
  file_twice: Record<never, never>
  no_header_there: Record<never, never>
  column_missing: { name: string }
  column_twice: { name: string }
  column_reserved: Record<never, never>
  field_unknown: { words: string }

  // The shape of a row
  quotes_open: Record<never, never>
  card_broken: Record<never, never>
  card_old: Record<never, never>
  row_too_long: { count: number; columns: number }
  value_missing: Record<never, never>
  value_too_long: { limit: number }
  unknown_word: { words: string }
  not_a_ratio: { words: string }
  no_such_day: Record<never, never>
  day_or_month: Record<never, never>
  dates_reversed: { from: string; to: string }

  // What it says
  unknown_id: Record<never, never>
  id_twice: { line: number }
  no_person: Record<never, never>
  self_tie: Record<never, never>
  manager_unknown: Record<never, never>
  reporting_loop: { names: string }
  not_ours: { name: string }
  is_ours: { name: string }
  unknown_opportunity: Record<never, never>

  // A bundle
  not_json: { detail: string }
  not_a_bundle: Record<never, never>
  bundle_newer: { version: string; known: number }
  bad_field: { detail: string }
  missing_row: { table: string; id: string }
  row_twice: Record<never, never>
  conflict: { here: string; there: string }
  name_taken: { name: string }
  bad_row: { detail: string }
}
export type RefusalCode = keyof RefusalParams

/** Where in a file: `line` counts from 1 with the header, 0 is the whole file. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: string
  readonly value: string
}

/** Longest value that a refusal repeats; enough to find it. */
const VALUE_SHOWN = 120

/** Everything an import refuses, told in the asker's language. */
export class Refusals {
  readonly rows: RefusedRow[] = []

  constructor(private readonly t: Translate) {}

  add<C extends RefusalCode>(place: Place, code: C, params: RefusalParams[C]): void {
    const value = shown(place.value)
    const key: `import.refused.${RefusalCode}` = `import.refused.${code}`
    this.addTold(place, code, this.t(key, { ...params, column: place.column, value }))
  }

  /** The same for what has a sentence already. */
  addTold(place: Place, code: string, message: string): void {
    this.rows.push({ ...place, value: shown(place.value), code, message })
  }
}

function shown(value: string): string {
  return value.length > VALUE_SHOWN ? `${value.slice(0, VALUE_SHOWN)}…` : value
}
