import type { TablePart } from '../../../src-shared/report/report'
import type { Font } from '../../../src-shared/scene/text'
import type { Measure } from './lines'

/** What stands on one line where it can (a date, a name, a number): up to so many times the type size. */
const SHORT = 10

/**
 * Widths of a table's columns, `room` in all: in the proportions asked for, but short cells keep one line at the cost of columns that
 * have more than they need. `padding` is that of a cell, left and right together.
 */
export function columnWidths(
  { columns, rows }: Pick<TablePart, 'columns' | 'rows'>,
  room: number,
  padding: number,
  font: Font,
  measure: Measure,
): number[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const shares = columns.map(({ width }) => (room * width) / whole)
  const needs = columns.map(({ words }, i) => {
    const lines = [words, ...rows.map((row) => row[i] ?? '')].flatMap((cell) => cell.split('\n'))
    const widths = lines.map((line) => measure(line, font)).filter((width) => width <= SHORT * font.size)
    return Math.max(0, ...widths) + padding + 1
  })
  const lack = shares.map((share, i) => Math.max(0, (needs[i] ?? 0) - share))
  const spare = shares.map((share, i) => Math.max(0, share - (needs[i] ?? 0)))
  const lacking = sum(lack)
  const sparing = sum(spare)
  // Where all is short there is nothing to give: every lack is met in part.
  const given = Math.min(lacking, sparing)
  return shares.map((share, i) => {
    const more = lacking === 0 ? 0 : ((lack[i] ?? 0) * given) / lacking
    const less = sparing === 0 ? 0 : ((spare[i] ?? 0) * given) / sparing
    return share + more - less
  })
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0)
}
