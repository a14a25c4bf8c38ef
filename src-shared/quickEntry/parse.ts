import type { Method } from '../model/method'
import { folded, isBlank, opensQuotation, quotationAt } from './characters'
import { Cursor } from './cursor'
import type { QuickDocument, QuickPerson, QuickTie, Said } from './document'
import { readOrganization, readPerson } from './personLine'
import { type Problem, Problems } from './problems'
import { readTies, tieSigns } from './tieLine'
import { rolesOf } from './words'

export interface Reading {
  readonly document: QuickDocument
  readonly problems: readonly Problem[]
}

/** A line of a text, with how far it is indented where something else than its blanks says so. */
export interface SourceLine {
  /** From 1. */
  readonly number: number
  readonly text: string
  readonly indent?: number
}

/**
 * Reads quick-entry text (docs/quick-entry.md). Any text whatever is read, in linear time; what is not understood is a problem at its
 * place and changes nothing else.
 *
 * @param method whose roles, strengths and confidences the words mean
 */
export function parseQuickEntry(text: string, method: Method): Reading {
  return parseLines(sourceLines(text), method)
}

export function sourceLines(text: string): SourceLine[] {
  return text.split(/\r\n|\r|\n/).map((line, index) => ({ number: index + 1, text: line }))
}

export function parseLines(lines: Iterable<SourceLine>, method: Method): Reading {
  const reader = new Reader(method)
  for (const line of lines) reader.read(line)
  return { document: reader.document(), problems: reader.problems.found }
}

/** A company that holds for the lines below until another is named. */
type Section = Pick<QuickPerson, 'side' | 'organization'>
const noSection: Section = { side: null, organization: null }

class Reader {
  readonly problems = new Problems()
  private account: Said | null = null
  private opportunity: Said | null = null
  private hasHeader = false
  private section = noSection
  private readonly people: QuickPerson[] = []
  private readonly ties: QuickTie[] = []
  /** The lines that the next one may be below. */
  private above: { indent: number; index: number }[] = []

  constructor(private readonly method: Method) {}

  document(): QuickDocument {
    return { account: this.account, opportunity: this.opportunity, people: this.people, ties: this.ties }
  }

  read(line: SourceLine): void {
    const cursor = Cursor.over(withoutComment(line.text), line.number, this.problems)
    const indent = line.indent ?? indentation(cursor.folded)
    skipBullet(cursor)
    if (cursor.done) return
    if (cursor.next === '#') this.readHeader(cursor)
    else if (cursor.next === '[' && isBracketAlone(cursor)) this.readSection(cursor)
    else {
      const signs = tieSigns(cursor)
      if (signs.length > 0) for (const tie of readTies(cursor, signs, this.method)) this.ties.push(tie)
      else this.readPerson(cursor, indent)
    }
  }

  private readHeader(cursor: Cursor): void {
    const start = cursor.at
    while (cursor.next === '#') cursor.at += 1
    if (this.hasHeader) {
      this.problems.add('header_twice', cursor.place(start, cursor.end), { value: cursor.rest.trim() })
      return
    }
    this.hasHeader = true
    const slash = headerSlash(cursor)
    this.account = said(cursor.part(cursor.at, slash ?? cursor.end))
    this.opportunity = slash === null ? null : said(cursor.part(slash + 1, cursor.end))
  }

  private readSection(cursor: Cursor): void {
    this.section = readOrganization(cursor)
    this.above = []
  }

  private readPerson(cursor: Cursor, indent: number): void {
    const person = readPerson(cursor, rolesOf(this.method))
    if (!person) return
    for (let last = this.above.at(-1); last && last.indent >= indent; last = this.above.at(-1)) this.above.pop()
    const superior = this.above.at(-1)?.index ?? null
    const around: Section = superior === null ? this.section : (this.people[superior] ?? noSection)
    const { side, organization } = person.side === null ? around : person
    this.above.push({ indent, index: this.people.length })
    this.people.push({ ...person, side, organization, superior })
  }
}

const tabWidth = 4

function indentation(line: string): number {
  let width = 0
  for (let at = 0; isBlank(line.charAt(at)); at += 1) width += line.charAt(at) === '\t' ? tabWidth - (width % tabWidth) : 1
  return width
}

/** A list mark before a line of a list says nothing. */
function skipBullet(cursor: Cursor): void {
  cursor.skipBlanks()
  if (!/[-*•·●○▪◦‣]/.test(cursor.next) || !isBlank(cursor.folded.charAt(cursor.at + 1))) return
  cursor.at += 1
  cursor.skipBlanks()
}

/** The line up to a comment, without the blanks at its end. */
function withoutComment(line: string): string {
  const plain = folded(line)
  for (let at = 0; at < line.length; at += 1) {
    if (opensQuotation(line, at)) at = quotationAt(line, at).to - 1
    else if (plain.startsWith('//', at) && (at === 0 || isBlank(plain.charAt(at - 1)))) return line.slice(0, at).trimEnd()
  }
  return line.trimEnd()
}

function isBracketAlone(cursor: Cursor): boolean {
  for (let at = cursor.at; at < cursor.end; at += 1) {
    if (opensQuotation(cursor.raw, at)) at = quotationAt(cursor.raw, at).to - 1
    else if (cursor.folded.charAt(at) === ']') return at === cursor.end - 1
  }
  return false
}

/** Where the opportunity begins: at a slash between blanks, else at the first one. */
function headerSlash(cursor: Cursor): number | null {
  let first: number | null = null
  for (let at = cursor.at; at < cursor.end; at += 1) {
    if (opensQuotation(cursor.raw, at)) at = quotationAt(cursor.raw, at).to - 1
    else if (cursor.folded.charAt(at) === '/') {
      if (isBlank(cursor.folded.charAt(at - 1))) return at
      first ??= at
    }
  }
  return first
}

function said(part: Cursor): Said | null {
  part.skipBlanks()
  if (part.done) return null
  const from = part.at
  const text = part.isQuotation() ? part.takeQuotation() : part.rest.trim()
  return text === '' ? null : { text, place: part.place(from, part.end) }
}
