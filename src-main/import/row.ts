import type { OwnFields } from '../../src-shared/model/account'
import type { Day } from '../../src-shared/model/day'
import type { Language } from '../../src-shared/model/language'
import type { Method } from '../../src-shared/model/method'
import type { Column, CsvKind } from './columns'
import type { CsvTable } from './csvTable'
import { isYearLast } from './dateOrder'
import { readDay } from './days'
import type { GridRow } from './grid'
import type { RefusalCode, RefusalParams, Refusals } from './refusals'
import { confidenceWords, strengthWords, type Vocabulary } from './vocabulary'

/** Longest names, titles and the like; the limits of the model. */
const WORDS_LIMIT = 500
export const TEXT_LIMIT = 20_000
const ID_LIMIT = 200
/** What every row of a file without such columns has: one for all. */
const NO_OWN_FIELDS: OwnFields = Object.freeze({})

/** What reading a row needs to know besides the row. */
export interface Reading {
  readonly refusals: Refusals
  readonly language: Language
  readonly method: Method
}

/** One row of a file, read cell by cell. A cell that cannot be meant is refused and read as not given. */
export class Row<K extends CsvKind> {
  private refusedCount = 0

  constructor(
    private readonly table: CsvTable<K>,
    private readonly record: GridRow,
    private readonly reading: Reading,
  ) {}

  get line(): number {
    return this.record.line
  }

  /** Whether the file has a column at all. */
  has(column: Column<K>): boolean {
    return this.table.columns.has(column)
  }

  get refused(): boolean {
    return this.refusedCount > 0
  }

  /** Says no to a cell of this row. */
  refuse<C extends RefusalCode>(column: Column<K>, code: C, params: RefusalParams[C], value = this.cell(column)): void {
    this.refusedCount += 1
    const { header } = this.place(column)
    this.reading.refusals.add({ file: this.table.file, line: this.record.line, column: header, value }, code, params)
  }

  /** Says something about a cell that refuses nothing. */
  notice(column: Column<K>, code: 'manager_unknown', notices: Refusals): void {
    const value = this.cell(column)
    notices.add({ file: this.table.file, line: this.record.line, column: this.place(column).header, value }, code, {})
  }

  /** A column as the file calls it. */
  place(column: Column<K>): { readonly header: string } {
    return this.table.columns.get(column) ?? { header: column }
  }

  /** A cell's text without blanks around it; '' when not given. */
  text(column: Column<K>, limit = WORDS_LIMIT): string {
    const text = this.cell(column)
    if (text.length <= limit) return text
    this.refuse(column, 'value_too_long', { limit })
    return ''
  }

  /** A text that has to be given; '' after a refusal. */
  neededText(column: Column<K>, limit = WORDS_LIMIT): string {
    if (this.cell(column) === '') this.refuse(column, 'value_missing', {})
    return this.text(column, limit)
  }

  /** The sender's identifier. */
  id(column: Column<K>): string {
    return this.neededText(column, ID_LIMIT)
  }

  /** Identifiers separated by `|`, each once. */
  ids(column: Column<K>): string[] {
    return listed(this.text(column, TEXT_LIMIT))
  }

  day(column: Column<K>): Day | null {
    const text = this.cell(column)
    if (text === '') return null
    const { dateOrder } = this.table
    const day = readDay(text, dateOrder)
    if (day === null) this.refuse(column, dateOrder === null && isYearLast(text) ? 'day_or_month' : 'no_such_day', {})
    return day
  }

  /** A half-open stretch of days; the end has to be after the beginning. */
  span(from: Column<K>, to: Column<K>): { readonly from: Day | null; readonly to: Day | null } {
    const [first, end] = [this.day(from), this.day(to)]
    if (first !== null && end !== null && end <= first) this.refuse(to, 'dates_reversed', { from: first, to: end })
    return { from: first, to: end }
  }

  /** A word of a closed list; null when not given. */
  word<W extends string>(column: Column<K>, words: Vocabulary<W>): W | null {
    const text = this.cell(column)
    if (text === '') return null
    const word = words.find(text)
    if (word === undefined) this.refuse(column, 'unknown_word', { words: words.list(this.reading.language) })
    return word ?? null
  }

  /** A word of a closed list that has to be given; null after a refusal. */
  neededWord<W extends string>(column: Column<K>, words: Vocabulary<W>): W | null {
    if (this.cell(column) === '') this.refuse(column, 'value_missing', {})
    return this.word(column, words)
  }

  /** Words of a closed list separated by `|`, each once. */
  words<W extends string>(column: Column<K>, words: Vocabulary<W>): W[] {
    const found = listed(this.cell(column)).map((text) => words.find(text))
    const known = found.filter((word) => word !== undefined)
    if (known.length < found.length) this.refuse(column, 'unknown_word', { words: words.list(this.reading.language) })
    return [...new Set(known)]
  }

  /** A tie's strength, as a word of the method or as the number itself; medium when not given. */
  strength(column: Column<K>): number {
    return this.ratio(column, strengthWords, this.reading.method.strength, 'medium')
  }

  /** How sure somebody is, likewise; confirmed when not given. */
  confidence(column: Column<K>): number {
    return this.ratio(column, confidenceWords, this.reading.method.confidence, 'confirmed')
  }

  /** The columns nobody knows, as far as this row fills them. */
  own(): OwnFields {
    if (this.table.ownColumns.length === 0) return NO_OWN_FIELDS
    const own: OwnFields = {}
    for (const { index, header } of this.table.ownColumns) {
      const value = (this.record.cells[index] ?? '').trim()
      if (value === '') continue
      if (value.length <= TEXT_LIMIT) own[header] = value
      else {
        this.refusedCount += 1
        const place = { file: this.table.file, line: this.record.line, column: header, value }
        this.reading.refusals.add(place, 'value_too_long', { limit: TEXT_LIMIT })
      }
    }
    return own
  }

  private ratio<W extends string>(column: Column<K>, words: Vocabulary<W>, numbers: Record<W, number>, otherwise: W): number {
    const text = this.cell(column)
    if (text === '') return numbers[otherwise]
    const word = words.find(text)
    if (word !== undefined) return numbers[word]
    const number = Number(text)
    if (/^[\d.]+$/.test(text) && number >= 0 && number <= 1) return number
    this.refuse(column, 'not_a_ratio', { words: words.list(this.reading.language) })
    return numbers[otherwise]
  }

  private cell(column: Column<K>): string {
    const place = this.table.columns.get(column)
    return place === undefined ? '' : (this.record.cells[place.index] ?? '').trim()
  }
}

function listed(text: string): string[] {
  const parts = text.split('|').map((part) => part.trim())
  return [...new Set(parts.filter((part) => part !== ''))]
}
