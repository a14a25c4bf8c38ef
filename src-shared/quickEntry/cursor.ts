import { folded, isBlank, isHan, opensQuotation, quotationAt } from './characters'
import type { Place, QuickName } from './document'
import type { Problems } from './problems'
import { depthWords } from './words'

const separators = ',|;'
/** Signs that begin something at the start of a word; the dash of `A - B` and a bare star or plus are not among them. */
const signs = '!@^[*+-=?'
/** Signs that may stand in the middle of a word that is written without blanks. */
const gluedSigns = '!@^['
const gluedFullWidth = '!@^[+?'

/** `d2`, asked only where a word starts, hence sticky. */
const depthPattern = new RegExp(`(?:${depthWords.join('|')})(\\d{1,9})(?![\\p{L}\\p{N}])`, 'iuy')

/** Reads one line from left to right. Everything that is skipped or taken moves `at`, so that a line is read in linear time. */
export class Cursor {
  /** A cursor over a line of a text. */
  static over(raw: string, line: number, problems: Problems): Cursor {
    return new Cursor(raw, folded(raw), line, problems, 0, raw.length)
  }

  private constructor(
    readonly raw: string,
    readonly folded: string,
    readonly line: number,
    readonly problems: Problems,
    public at: number,
    /** The first column that is not read. */
    readonly end: number,
  ) {}

  get done(): boolean {
    return this.at >= this.end
  }

  /** The next sign in its plain shape, empty at the end. */
  get next(): string {
    return this.signAt(this.at)
  }

  signAt(at: number): string {
    return at < this.end ? this.folded.charAt(at) : ''
  }

  /** What is left, as it was typed. */
  get rest(): string {
    return this.raw.slice(this.at, this.end)
  }

  place(from: number, to = this.at): Place {
    return { line: this.line, from, to }
  }

  /** Skips blanks: 0 where there are none, 1 for a single one, 2 for a gap as between columns. */
  skipBlanks(): 0 | 1 | 2 {
    const from = this.at
    while (isBlank(this.next)) this.at += 1
    const width = this.at - from
    return width === 0 ? 0 : width === 1 && this.folded.charAt(from) !== '\t' ? 1 : 2
  }

  /** Skips a comma, a bar, a semicolon, or a dash between blanks. */
  skipSeparator(): boolean {
    if (!this.isSeparator()) return false
    this.at += 1
    return true
  }

  isSeparator(): boolean {
    if (this.done) return false
    if (separators.includes(this.next)) return true
    return this.next === '-' && isBlank(this.signAt(this.at + 1))
  }

  isSign(): boolean {
    if (this.done || !signs.includes(this.next)) return this.depthSign() !== null
    return this.next !== '*' || !/^\s?$/.test(this.signAt(this.at + 1))
  }

  /** The number of `d2` as a word of its own. */
  depthSign(): RegExpExecArray | null {
    depthPattern.lastIndex = this.at
    return this.done ? null : depthPattern.exec(this.folded)
  }

  isQuotation(): boolean {
    return !this.done && opensQuotation(this.raw, this.at)
  }

  takeQuotation(): string {
    const from = this.at
    const quotation = quotationAt(this.raw, from)
    this.at = Math.min(quotation.to, this.end)
    if (!quotation.closed) this.problems.add('quote_open', this.place(from), { value: this.raw.slice(from, this.at) })
    return quotation.text
  }

  /** Takes up to a blank, a separator, or a sign that is glued to the word. At least one character. */
  takeWord(): string {
    const from = this.at
    this.at += 1
    while (!this.done && !isBlank(this.next) && !separators.includes(this.next) && !this.isGluedSign()) this.at += 1
    return this.raw.slice(from, this.at)
  }

  /** Takes a keyword after a sign: what is quoted, or up to whatever cannot belong to it. */
  takeKeyword(): string {
    if (this.isQuotation()) return this.takeQuotation()
    const from = this.at
    while (!this.done && !/[\s,|;()[\]!@^+?*"]/.test(this.next) && !(/[-=]/.test(this.next) && this.followsHan())) this.at += 1
    return this.raw.slice(from, this.at)
  }

  /**
   * Takes a name: what is quoted, one word, or, in Latin script, the words up to a separator, a gap, a sign, another script, or a word
   * that cannot belong to it.
   */
  takePhrase(endsBefore: { has(word: string): boolean }): { text: string; to: number } {
    if (this.isQuotation()) return { text: this.takeQuotation(), to: this.at }
    const from = this.at
    let word = this.takeWord()
    let to = this.at
    while (!isHan(word)) {
      if (this.skipBlanks() !== 1 || this.done || this.isSeparator() || this.isSign() || this.isQuotation()) break
      const start = this.at
      word = this.takeWord()
      if (isHan(word) || endsBefore.has(word)) {
        this.at = start
        break
      }
      to = this.at
    }
    this.at = to
    return { text: this.raw.slice(from, to), to }
  }

  /** Takes a person's name with its mark. */
  takeName(endsBefore: { has(word: string): boolean }): QuickName {
    const from = this.at
    const isQuoted = this.isQuotation()
    const { text } = this.takePhrase(endsBefore)
    if (isQuoted) {
      const mark = this.next === '#' ? this.takeMark() : ''
      return { text, mark, place: this.place(from) }
    }
    const [, name = text, mark = ''] = /^(.*[^#＃])[#＃]([\p{L}\p{N}]+)$/su.exec(text) ?? []
    return { text: name, mark, place: this.place(from) }
  }

  /** Takes what stands between brackets, the closing one included; the rest of the line where it is missing. */
  takeBracketed(close: ')' | ']'): { from: number; to: number } {
    const open = this.at
    this.at += 1
    const from = this.at
    while (!this.done && this.next !== close) {
      if (this.isQuotation()) this.takeQuotation()
      else this.at += 1
    }
    const to = this.at
    if (this.done) this.problems.add('bracket_open', this.place(open), { value: this.raw.slice(open, this.at) })
    else this.at += 1
    return { from, to }
  }

  /** A cursor over a part of this line. */
  part(from: number, to: number): Cursor {
    return new Cursor(this.raw, this.folded, this.line, this.problems, from, to)
  }

  private takeMark(): string {
    const [, mark = ''] = /^#([\p{L}\p{N}]+)/u.exec(this.folded.slice(this.at, this.at + 60)) ?? []
    if (mark !== '') this.at += mark.length + 1
    return mark
  }

  private isGluedSign(): boolean {
    const isFullWidth = this.raw.charAt(this.at) !== this.next
    return (isFullWidth && gluedFullWidth.includes(this.next)) || (gluedSigns.includes(this.next) && this.followsHan())
  }

  private followsHan(): boolean {
    return this.at > 0 && isHan(this.raw.charAt(this.at - 1))
  }
}
