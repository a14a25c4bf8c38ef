/**
 * Every expected failure, with the parameters its sentence names. The sentences are `error.<code>` of the language files; a
 * parameter `value` is what the user gave, and each sentence also says what to do.
 */
export interface ErrorParams {
  // Asking
  unknown_endpoint: { value: string }
  invalid_input: { path: string; detail: string }
  unauthorized: Record<never, never>
  code_spent: Record<never, never>
  forbidden_origin: { value: string }
  wrong_method: { value: string }
  wrong_content_type: { value: string }
  too_large: { limit: number }
  cancelled: Record<never, never>
  internal: { id: string }
  read_only_endpoint: { value: string }
  connection_lost: Record<never, never>

  // Files
  file_missing: { value: string }
  file_unreadable: { value: string }
  file_exists: { value: string }
  file_foreign: { value: string }
  file_damaged: { value: string }
  file_encrypted: { value: string }
  file_newer: { value: string; version: number; known: number }
  file_locked: { value: string }
  file_readonly: { value: string }
  file_unwritable: { value: string; detail: string }
  no_workspace: Record<never, never>

  // The graph
  /** `kind` is a key of `model.entity`. */
  not_found: { kind: string; value: string }
  name_empty: Record<never, never>
  name_taken: { value: string }
  reporting_loop: { names: string }
  parent_loop: { names: string }
  self_tie: { name: string }
  dates_reversed: { from: string; to: string }
  seat_held: { name: string; title: string }
  seat_was_held: { name: string; title: string }
  unknown_word: { value: string; words: string }
  wrong_side: { name: string }
  factors_disagree: { value: string; depth: number }
  own_person_needed: { name: string }
  not_ours: { name: string }
  other_side: { name: string }
  not_there: { name: string; day: string }
  role_taken: { name: string; role: string }
  same_person: { name: string }
  not_in_seat: { name: string; title: string }
  seat_kept: { name: string; title: string }
  nothing_to_undo: Record<never, never>
  nothing_to_redo: Record<never, never>
  still_used: { name: string; count: number }

  // Coming in and going out
  import_refused: { count: number }
  not_json: { detail: string }
  not_a_bundle: { value: string }
  not_pptx: Record<never, never>
  pptx_damaged: { detail: string }
  layout_unknown: { value: string; words: string }
  bundle_newer: { version: number; known: number }
  unknown_format: { value: string; words: string }
  redaction_incomplete: { value: string }
  name_left_out: { value: string }
  nothing_to_import: Record<never, never>
  bad_calendar: { detail: string }
  link_refused: { value: string }
  /** `key` names the choice, `candidates` are ids of people, separated by commas. */
  choice_needed: { name: string; line: number; key: string; candidates: string }
  quick_entry_refused: { line: number; detail: string }
  heading_missing: Record<never, never>
  account_needed: { words: string }
  no_account: Record<never, never>

  // The command line
  unknown_command: { value: string; words: string }
  usage: { detail: string }
  port_taken: { value: number }
  node_too_old: { value: string; needed: string }
}

export type ErrorCode = keyof ErrorParams

/** A failure that a user can do something about; anything else that is thrown is `internal`. */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'AppError'

  constructor(
    readonly code: C,
    readonly params: ErrorParams[C],
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(params)}`, options)
  }
}
