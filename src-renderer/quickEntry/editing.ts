/** A change to the text of a field, with what is selected afterwards. */
export interface TextEdit {
  readonly from: number
  readonly to: number
  readonly insert: string
  readonly select: readonly [number, number]
}

const STEP = '  '

/** Indents the lines that a selection touches, or takes a step back. */
export function indentLines(text: string, start: number, end: number, back: boolean): TextEdit {
  const from = lineStart(text, start)
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end
  const to = lineEnd(text, last)
  const lines = text.slice(from, to).split('\n')
  const moved = lines.map((line) => (back ? line.replace(/^(?: {1,2}|\t|\u3000)/, '') : STEP + line))
  const insert = moved.join('\n')
  const first = (moved[0]?.length ?? 0) - (lines[0]?.length ?? 0)
  const grown = insert.length - (to - from)
  return { from, to, insert, select: [Math.max(from, start + first), Math.max(from, end + grown)] }
}

/** A new line as far in as the one it comes from. */
export function breakLine(text: string, start: number, end: number): TextEdit {
  const line = text.slice(lineStart(text, start), start)
  const insert = `\n${/^[ \t\u3000]*/.exec(line)?.[0] ?? ''}`
  return { from: start, to: end, insert, select: [start + insert.length, start + insert.length] }
}

/** A text in place of another, on lines of its own. */
export function replaceLines(text: string, from: number, to: number, lines: string): TextEdit {
  const before = from > lineStart(text, from) && text.slice(lineStart(text, from), from).trim() !== '' ? '\n' : ''
  const after = to < text.length && text[to] !== '\n' ? '\n' : ''
  const insert = `${before}${lines.trimEnd()}${after}`
  return { from, to, insert, select: [from + insert.length, from + insert.length] }
}

/**
 * Changes a field as if somebody had typed it, so that the field's own undo takes it back. It has no other way to be told:
 * setting its value forgets the history.
 */
export function perform(field: HTMLTextAreaElement, { from, to, insert, select }: TextEdit): void {
  field.focus()
  field.setSelectionRange(from, to)
  if (insert === '') document.execCommand('delete')
  else document.execCommand('insertText', false, insert)
  field.setSelectionRange(...select)
}

/** Where a place of the text is, by its line from 1 and its column. */
export function offsetOf(text: string, line: number, column: number): number {
  let at = 0
  for (let passed = 1; passed < line; passed += 1) {
    const next = text.indexOf('\n', at)
    if (next < 0) return text.length
    at = next + 1
  }
  return Math.min(at + column, lineEnd(text, at))
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}
