import type { Method } from '../model/method'
import { readOutline } from './outline'
import { parseQuickEntry, type Reading } from './parse'
import { readTable } from './table'

/** How a pasted text was taken. */
export type TextForm = 'table' | 'list' | 'quick-entry'

export interface Understanding extends Reading {
  readonly form: TextForm
}

/**
 * Reads whatever somebody pastes: a table (of a spreadsheet, CSV, Markdown), an indented or numbered list of a document, else
 * quick-entry text. Never throws. `writeDocument` turns what came out into quick-entry text to look over.
 */
export function understandText(text: string, method: Method): Understanding {
  return understandTable(text, method) ?? { form: 'quick-entry', ...parseQuickEntry(text, method) }
}

/** The same for a table or list; null where the text is neither. */
export function understandTable(text: string, method: Method): Understanding | null {
  const table = readTable(text, method)
  if (table) return { form: 'table', ...table }
  const list = readOutline(text, method)
  return list && { form: 'list', ...list }
}
