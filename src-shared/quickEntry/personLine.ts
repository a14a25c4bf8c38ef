import { Chain, Depth, type Side } from '../model/scales'
import { isHan } from './characters'
import type { Cursor } from './cursor'
import { emptyPerson, type QuickDepth, type QuickName, type QuickPerson, type QuickRole } from './document'
import {
  chains,
  placeholders,
  politicalStatuses,
  sides,
  stances,
  tiers,
  titleWords,
  unknownWords,
  type Vocabulary,
} from './words'

/** A line being read: the same fields, still open. */
type Draft = { -readonly [K in Exclude<keyof QuickPerson, 'depths'>]: QuickPerson[K] } & { readonly depths: QuickDepth[] }
/** Free words between two signs; a quotation takes the place of the raw text. */
interface Run {
  from: number
  to: number
  parts: string[]
  quoted: boolean
}

const noWord = { has: () => false }

/** Reads the line of a person or a placeholder; null, with a problem, where it names nobody. */
export function readPerson(cursor: Cursor, roles: Vocabulary<string>): QuickPerson | null {
  const start = cursor.at
  const person: Draft = { ...emptyPerson(cursor.place(start, cursor.end)), depths: [] }
  const runs: Run[] = []
  let run: Run | null = null
  for (;;) {
    cursor.skipBlanks()
    if (cursor.done) break
    if (cursor.skipSeparator()) continue
    if (cursor.isSign()) {
      readSign(cursor, person, roles)
      run = null
    } else if (person.name === null && person.placeholder === '') {
      readHolder(cursor, person)
    } else {
      const from = cursor.at
      const quoted = cursor.isQuotation()
      const part = quoted ? cursor.takeQuotation() : cursor.takeWord()
      if (!run) runs.push((run = { from, to: 0, parts: [], quoted: false }))
      run.to = cursor.at
      run.parts.push(part)
      run.quoted ||= quoted
    }
  }
  if (person.name === null && person.placeholder === '') {
    const place = cursor.place(start)
    cursor.problems.add('name_missing', place, { value: cursor.raw.slice(start, cursor.end).trim() })
    return null
  }
  person.title = runs.map((each) => (each.quoted ? each.parts.join(' ') : cursor.raw.slice(each.from, each.to))).join(' ')
  return person
}

/** `[…]`: a company and, before a colon, whose side it is on; a word of a side alone names no company. */
export function readOrganization(cursor: Cursor): { side: Side; organization: string } {
  const { from, to } = cursor.takeBracketed(']')
  const inside = cursor.part(from, to)
  inside.skipBlanks()
  if (!inside.done && inside.isQuotation()) return { side: 'third-party', organization: inside.takeQuotation() }
  const text = cursor.raw.slice(inside.at, to).trim()
  const whole = sides.find(text)
  if (whole) return { side: whole, organization: '' }
  const [, word = '', gap = ''] = /^([^\s:：]+(?: [^\s:：]+)?)(\s*[:：]\s*|\s+)/.exec(text) ?? []
  const side = sides.find(word)
  // Without a colon only a Chinese word is one of a side: “Customer Care Ltd” is a company.
  if (!side || !(/[:：]/.test(gap) || isHan(word))) return { side: 'third-party', organization: text }
  const rest = cursor.part(inside.at + word.length + gap.length, to)
  const organization = !rest.done && rest.isQuotation() ? rest.takeQuotation() : cursor.raw.slice(rest.at, to).trim()
  return { side, organization }
}

function readHolder(cursor: Cursor, person: Draft): void {
  const from = cursor.at
  if (cursor.next === '(') {
    const close = cursor.folded.indexOf(')', from)
    const word = close < 0 ? '' : cursor.raw.slice(from + 1, close).trim()
    if (placeholders.has(word) || word === '?' || word === '？') {
      person.placeholder = word
      cursor.at = close + 1
      return
    }
  }
  const quoted = cursor.isQuotation()
  // A comma says where a name ends; without one a Latin name ends before a word that titles begin with.
  cursor.takePhrase(noWord)
  const separated = cursor.skipBlanks() === 2 ? !cursor.done : cursor.isSeparator()
  cursor.at = from
  const name = cursor.takeName(separated ? noWord : titleWords)
  if (!quoted && placeholders.has(name.text)) person.placeholder = name.text
  else if (name.text.trim() !== '') person.name = name
}

function readSign(cursor: Cursor, person: Draft, roles: Vocabulary<string>): void {
  const from = cursor.at
  const depth = cursor.depthSign()
  if (depth) {
    for (const each of readDepths(cursor, depth)) person.depths.push(each)
    return
  }
  const sign = cursor.next
  if (sign === '[') {
    Object.assign(person, readOrganization(cursor))
    return
  }
  cursor.at += 1
  if (sign === '@') {
    if (cursor.done || cursor.next === ' ' || cursor.isSeparator()) emptySign(cursor, from)
    else person.unit = cursor.takePhrase(titleWords).text
    return
  }
  // “++” and “--” are common for much and not at all; the word after them decides.
  if (sign === '+' || sign === '-') while (cursor.next === sign) cursor.at += 1
  const word = cursor.takeKeyword()
  if (word === '' && sign !== '?') {
    emptySign(cursor, from)
    return
  }
  switch (sign) {
    case '!':
      readRole(cursor, from, word, person, roles)
      break
    case '^':
      person.political = known(cursor, from, word, politicalStatuses, 'unknown_political') ?? person.political
      break
    case '*':
      person.tier = known(cursor, from, word, tiers, 'unknown_tier') ?? person.tier
      break
    default:
      if (word === '' || unknownWords.has(word)) person.stance = 'unknown'
      else person.stance = known(cursor, from, word, stances, 'unknown_stance') ?? person.stance
  }
}

function emptySign(cursor: Cursor, from: number): void {
  cursor.problems.add('empty_sign', cursor.place(from), { value: cursor.raw.slice(from, cursor.at) })
}

type UnknownWord = 'unknown_role' | 'unknown_political' | 'unknown_tier' | 'unknown_stance'

function known<W extends string>(
  cursor: Cursor,
  from: number,
  word: string,
  vocabulary: Vocabulary<W>,
  code: UnknownWord,
): W | undefined {
  const found = vocabulary.find(word)
  if (found === undefined) cursor.problems.add(code, cursor.place(from), { value: cursor.raw.slice(from, cursor.at) })
  return found
}

/** `!决策(审批链、技术链)`: the chains in brackets belong to the role before them. */
function readRole(cursor: Cursor, from: number, word: string, person: Draft, roles: Vocabulary<string>): void {
  const role = known(cursor, from, word, roles, 'unknown_role')
  let named: Chain[] | null = null
  if (!cursor.done && cursor.next === '(') {
    named = []
    const { from: open, to: close } = cursor.takeBracketed(')')
    for (const part of listed(cursor, open, close)) {
      const text = part.takeKeyword()
      const chain = chains.find(text)
      if (chain) named.push(chain)
      else cursor.problems.add('unknown_chain', part.place(part.at - text.length), { value: text })
    }
  }
  if (role === undefined) return
  const chainsSaid = named && Chain.options.filter((chain) => named.includes(chain))
  person.roles = [...person.roles.filter((each) => each.role !== role), { role, chains: chainsSaid } satisfies QuickRole]
}

/** `d2(陈晨、李雷)`: the depth of each of ours who is named, of the user where nobody is. */
function readDepths(cursor: Cursor, sign: RegExpExecArray): QuickDepth[] {
  const from = cursor.at
  cursor.at += sign[0].length
  const names: QuickName[] = []
  if (!cursor.done && cursor.next === '(') {
    const { from: open, to: close } = cursor.takeBracketed(')')
    for (const part of listed(cursor, open, close)) names.push(part.takeName(noWord))
  }
  const depth = Depth.safeParse(Number(sign[1]))
  if (!depth.success) {
    cursor.problems.add('depth_range', cursor.place(from), { value: cursor.raw.slice(from, cursor.at) })
    return []
  }
  const place = cursor.place(from)
  return (names.length === 0 ? [null] : names).map((ours) => ({ ours, depth: depth.data, place }))
}

/** The entries of a list in brackets, as cursors over each. */
function listed(cursor: Cursor, from: number, to: number): Cursor[] {
  const entries: Cursor[] = []
  const inside = cursor.part(from, to)
  let start = from
  const close = (end: number): void => {
    const entry = cursor.part(start, end)
    entry.skipBlanks()
    if (!entry.done) entries.push(entry)
    start = end + 1
  }
  while (!inside.done) {
    if (/[,、/|;]/.test(inside.next)) close(inside.at)
    if (inside.isQuotation()) inside.takeQuotation()
    else inside.at += 1
  }
  close(to)
  return entries
}
