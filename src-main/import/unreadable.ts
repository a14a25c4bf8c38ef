import type { RefusalParams } from './refusals'

/** Reasons for which a whole file cannot be read; a sentence each (`import.refused.<code>`). */
export type UnreadableCode =
  | 'not_text'
  | 'old_workbook'
  | 'workbook_locked'
  | 'workbook_damaged'
  | 'workbook_too_large'
  | 'sheet_too_large'
  | 'not_a_workbook'
  | 'no_such_sheet'
  | 'card_needs_people'

/** Thrown by readers of files; told as a refusal of the whole file. */
export class Unreadable<C extends UnreadableCode = UnreadableCode> extends Error {
  constructor(
    readonly code: C,
    readonly params: RefusalParams[C],
    cause?: unknown,
  ) {
    super(code, { cause })
  }
}

export function isUnreadable(error: unknown): error is Unreadable {
  return error instanceof Unreadable
}
