import type { Method } from '../model/method'
import { folded, isBlank, isHan } from './characters'
import type { QuickPerson } from './document'
import { parseLines, type Reading, type SourceLine, sourceLines } from './parse'
import { surnames } from './words'

/** Marks before an entry of a list, by style; a decimal number's depth is how many parts it has. */
const styles: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'chapter', pattern: /^第?[一二三四五六七八九十百]{1,4}(?:、|\.|章|节)\s*/ },
  { name: 'bracketed chapter', pattern: /^\([一二三四五六七八九十]{1,4}\)\s*/ },
  { name: 'decimal', pattern: /^\d{1,3}(?:\.\d{1,3}){1,8}\.?\s+/ },
  { name: 'decimal 1', pattern: /^\d{1,3}(?:[.、)]\s*|\s{2,})/ },
  { name: 'bracketed number', pattern: /^\(\d{1,3}\)\s*/ },
  { name: 'circled', pattern: /^[①-⑳]\s*/ },
  { name: 'letter', pattern: /^[a-zA-Z][.)]\s+/ },
  { name: 'bullet', pattern: /^[•·●○▪◦‣*-]\s+/ },
]

interface Entry {
  readonly line: SourceLine
  /** Columns of blanks before the mark. */
  readonly indent: number
  readonly style: string
  /** The line with blanks in place of the mark and of the signs around a title, so that columns stay. */
  readonly text: string
}

/** Reads a list with bullets or numbers; null where most lines have none. The blanks before the marks, else the kinds of marks, say who is below whom. */
export function readOutline(text: string, method: Method): Reading | null {
  const lines = sourceLines(text)
  const entries = lines.flatMap((line) => entryOf(line) ?? [])
  const filled = lines.filter((line) => line.text.trim() !== '')
  if (entries.length < 2 || entries.length * 3 < filled.length * 2) return null
  const isIndented = new Set(entries.map(({ indent }) => indent)).size > 1
  const order = [...new Set(entries.map(({ style }) => style))]
  // “1”, “1.1”, “1.1.1” are depths whatever comes first.
  const isDecimal = order.every((style) => style.startsWith('decimal'))
  const rankOf = ({ indent, style }: Entry): number => {
    if (isIndented) return indent
    return isDecimal ? Number(style.slice('decimal '.length)) : order.indexOf(style)
  }
  const byNumber = new Map(entries.map((entry) => [entry.line.number, entry]))
  const source = lines.map((line): SourceLine => {
    const entry = byNumber.get(line.number)
    return entry ? { number: line.number, text: entry.text, indent: rankOf(entry) } : line
  })
  const { document, problems } = parseLines(source, method)
  return { document: { ...document, people: document.people.map(nameFirst) }, problems }
}

function entryOf(line: SourceLine): Entry | null {
  const plain = folded(line.text)
  const indent = plain.length - plain.trimStart().length
  const body = plain.slice(indent)
  for (const { name, pattern } of styles) {
    const mark = pattern.exec(body)?.[0]
    if (mark === undefined || mark.length === body.length) continue
    const style = name === 'decimal' ? `decimal ${mark.split('.').filter((part) => part.trim() !== '').length}` : name
    const from = indent + mark.length
    return { line, indent: width(plain.slice(0, indent)), style, text: ' '.repeat(from) + titleSigns(line.text, plain, from) }
  }
  return null
}

function width(blanks: string): number {
  return [...blanks].reduce((sum, blank) => sum + (isBlank(blank) && blank !== '\t' ? 1 : 4), 0)
}

/** `王建国（总经理）` and `王建国：总经理` as name and title, of the same length. */
function titleSigns(raw: string, plain: string, from: number): string {
  const body = raw.slice(from)
  const [, beforeColon] = /^([^\s:,|"()[\]!@^+]{1,40})\s*:/.exec(plain.slice(from)) ?? []
  if (beforeColon !== undefined) return body.replace(/[:：]/, ',')
  const bracket = /^([^\s,|"()[\]!@^+:][^,|"()[\]!@^+:]{0,60}?)\s*\(([^()]{1,80})\)/.exec(plain.slice(from))
  if (!bracket) return body
  const open = bracket[0].indexOf('(')
  const close = bracket[0].length - 1
  return `${body.slice(0, open)},${body.slice(open + 1, close)} ${body.slice(close + 1)}`
}

/** Lists also say `总经理：王建国`: what looks like a Chinese name is one, if the other does not. */
function nameFirst(person: QuickPerson): QuickPerson {
  const { name, title } = person
  if (!name || name.mark !== '' || looksLikeName(name.text) || !looksLikeName(title)) return person
  return { ...person, name: { ...name, text: title }, title: name.text }
}

/** Two to four Chinese characters that begin with a family name. */
export function looksLikeName(text: string): boolean {
  return (
    /^\p{Script=Han}{2,4}$/u.test(text) && isHan(text) && surnames.has(text.charAt(0)) && !/[部处科室长理监任员师工]$/.test(text)
  )
}
