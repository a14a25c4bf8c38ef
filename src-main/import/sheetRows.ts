import { PackedRows } from './packedRows'
import { Unreadable } from './unreadable'
import type { CellContext } from './workbook'
import { dayOfSerial } from './workbookDays'
import { xmlSink } from './xmlEvents'
import { readParts } from './zipParts'

/** What a sheet can have in any spreadsheet program. */
const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384
/** Cells of a sheet, empty ones before a filled one counted: 100,000 rows of 100 columns. */
export const CELLS_LIMIT = 10_000_000
/** Merged areas that are looked at. */
const MERGES_LIMIT = 100_000

/** Cells that are shown as one; rows and columns count from 1. */
interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** The rows of a sheet that hold anything, with their numbers in it. @throws Unreadable */
export function readSheetRows(bytes: Uint8Array, part: string, context: CellContext, most: number): PackedRows {
  const reader = new SheetReader(context, most)
  let found = false
  readParts(bytes, (name) => {
    if (name !== part) return null
    found = true
    return xmlSink({
      open: reader.open,
      text: reader.text,
      close: reader.close,
      enough: () => reader.rows.length >= most,
    })
  })
  if (!found) throw new Unreadable('workbook_damaged', {})
  return withoutBands(reader.rows, reader.merges)
}

class SheetReader {
  readonly rows = new PackedRows()
  readonly merges: Merge[] = []
  private line = 0
  private column = 0
  private cells: string[] = []
  private count = 0
  private type = ''
  private style = 0
  private value = ''
  /** Whether what comes is the value of a cell: a result (`v`) or a text within it (`t`), never a formula (`f`). */
  private inValue = false
  private spoken = false

  constructor(
    private readonly context: CellContext,
    private readonly most: number,
  ) {}

  readonly open = (name: string, given: Readonly<Record<string, string>>): void => {
    switch (name) {
      case 'row':
        this.line = given['r'] === undefined ? this.line + 1 : within(Number(given['r']), LAST_ROW)
        this.column = 0
        this.cells = []
        break
      case 'c':
        this.column = given['r'] === undefined ? this.column + 1 : columnOf(given['r'])
        this.type = given['t'] ?? 'n'
        this.style = Number(given['s'] ?? 0)
        this.value = ''
        break
      case 'rPh':
        this.spoken = true
        break
      case 'v':
      case 't':
        this.inValue = !this.spoken
        break
      case 'mergeCell':
        if (this.merges.length < MERGES_LIMIT) this.addMerge(given['ref'] ?? '')
        break
      default:
    }
  }

  readonly text = (text: string): void => {
    if (this.inValue) this.value += text
  }

  readonly close = (name: string): void => {
    switch (name) {
      case 'v':
      case 't':
        this.inValue = false
        break
      case 'rPh':
        this.spoken = false
        break
      case 'c':
        this.put(this.shown())
        break
      case 'row':
        if (this.cells.length > 0 && this.rows.length < this.most) this.rows.add({ line: this.line, cells: this.cells })
        break
      default:
    }
  }

  private put(value: string): void {
    if (value.trim() === '') return
    const index = within(this.column, LAST_COLUMN) - 1
    this.count += Math.max(index + 1 - this.cells.length, 1)
    if (this.count > CELLS_LIMIT) throw new Unreadable('sheet_too_large', { limit: CELLS_LIMIT / 1_000_000 })
    while (this.cells.length < index) this.cells.push('')
    this.cells[index] = value
  }

  /** A cell as its reader sees it, days as ISO writes them; a formula's is its result as it was when the file was saved. */
  private shown(): string {
    const { value, type } = this
    switch (type) {
      case 's':
        return this.context.strings[Number(value)] ?? ''
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE'
      case 'd':
        return value.slice(0, 'YYYY-MM-DD'.length)
      case 'n': {
        if (value.trim() === '') return ''
        const number = Number(value)
        if (Number.isNaN(number)) return value
        const day = this.context.styles[this.style] === true ? dayOfSerial(number, this.context.from1904) : null
        return day ?? String(number)
      }
      default:
        return value
    }
  }

  private addMerge(area: string): void {
    const [first = '', last = first] = area.split(':')
    const [top, bottom] = [rowOf(first), rowOf(last)]
    const [left, right] = [columnOf(first), columnOf(last)]
    if (bottom >= top && right >= left) this.merges.push({ top, left, bottom, right })
  }
}

/**
 * A cell merged over several rows speaks for each of them that says anything else; a row whose only value is merged over several columns is a
 * heading between the rows and no row itself.
 */
function withoutBands(packed: PackedRows, merges: readonly Merge[]): PackedRows {
  if (merges.length === 0) return packed
  const rows = Array.from(packed, ({ line, cells }) => ({ line, cells: [...cells] }))
  const byLine = new Map(rows.map((row) => [row.line, row]))
  const bands = new Set<number>()
  // Areas that overlap, which no program makes, must not make work without end.
  let visits = 0
  const visit = (cells: number) => {
    visits += cells
    if (visits > CELLS_LIMIT) throw new Unreadable('workbook_damaged', {})
  }
  for (const { top, left, bottom, right } of merges) {
    const first = byLine.get(top)
    const value = first?.cells[left - 1] ?? ''
    if (!first || value === '') continue
    visit(first.cells.length)
    if (right > left && first.cells.every((cell, i) => i === left - 1 || cell === '')) bands.add(top)
    for (let line = top + 1; line <= bottom; line++) {
      const row = byLine.get(line)
      visit(row ? left : 1)
      if (!row) continue
      while (row.cells.length < left) row.cells.push('')
      row.cells[left - 1] ||= value
    }
  }
  const kept = new PackedRows()
  for (const row of rows) if (!bands.has(row.line)) kept.add(row)
  return kept
}

function rowOf(reference: string): number {
  return within(Number(/\d+$/.exec(reference)?.[0]), LAST_ROW)
}

/** `AB12` → 28. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? ''
  return within(
    [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0),
    LAST_COLUMN,
  )
}

function within(number: number, last: number): number {
  if (Number.isInteger(number) && number >= 1 && number <= last) return number
  throw new Unreadable('workbook_damaged', {})
}
