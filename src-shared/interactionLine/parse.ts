import type { Day } from '../model/day'
import type { OpportunityId, PersonId } from '../model/ids'
import type { Opportunity } from '../model/opportunity'
import type { Member } from '../model/person'
import type { InteractionKind } from '../model/scales'
import { folded } from '../quickEntry/characters'
import { dayIn } from './days'
import { LinePeople, lowered } from './people'
import { type KindWord, kindWords } from './words'

/** What a line is read against. */
export interface LineSetting {
  /** Of the account. */
  readonly people: readonly Member[]
  readonly opportunities: readonly Opportunity[]
  /** The day on which the line is written. */
  readonly on: Day
  /** Which of ours the user is; takes part where the line names nobody of ours. */
  readonly me: PersonId | null
}

/** An interaction noted down in one line. */
export interface InteractionLine {
  readonly kind: InteractionKind
  /** The day that the line names, else the day on which it is written. */
  readonly heldOn: Day
  readonly participants: readonly PersonId[]
  /** Names that several people bear. */
  readonly unclear: readonly { readonly text: string; readonly people: readonly PersonId[] }[]
  /** The deal that the line names. */
  readonly opportunityId: OpportunityId | null
  /** Whatever else it says. */
  readonly summary: string
}

interface Span {
  readonly from: number
  readonly to: number
}

/** What links a summary to what stands before it, and what links something to what comes after it. */
const leading =
  /^(?:[\s,.;:，、；：。—–-]+|(?:about|regarding|concerning|re|to|on|and|with)(?![a-z0-9])|关于|有关|就(?=\p{Script=Han})|了|和|与|跟|一起)/iu
const trailing =
  /(?:[\s,;:，、；：&—–-]+|(?<![a-z0-9])(?:with|and|to|on|at|from|by|the)|和|与|跟|同|及|给|向|去|到|在|于|请|约|，)$/iu

/**
 * Reads `拜访 王建国 昨天 配网方案交流` or `call Li Min yesterday about price`: kind, whom, when, what, in any order and either language. People
 * are found by name, in pinyin, by initials or by family name and title; what is not understood stays in the summary.
 *
 * @returns null where no word names a kind: then it is a search and nothing to record
 */
export function parseInteractionLine(line: string, setting: LineSetting): InteractionLine | null {
  const text = lowered(folded(line))
  const kinds = kindWords(text)
  if (kinds.length === 0) return null
  const named = new LinePeople(setting.people).find(text, kinds)
  const when = dayIn(blanked(text, [...named, ...kinds]), setting.on)
  const known: Span[] = when ? [...named, when] : named
  const kind = kinds.find((word) => isFree(text, word, known))
  if (!kind) return null

  const spans = [...known, kind].sort((a, b) => a.from - b.from)
  const said = remainder(line, spans)
  const summary = [when?.time ?? '', said].filter(Boolean).join(' ')
  const clear = named.filter(({ people }) => people.length === 1).flatMap(({ people }) => people)
  const withMe = setting.me !== null && !clear.some(({ side }) => side === 'ours')
  return {
    kind: kind.kind,
    heldOn: when?.day ?? setting.on,
    participants: [...new Set([...clear.map(({ id }) => id), ...(withMe && setting.me ? [setting.me] : [])])],
    unclear: named
      .filter(({ people }) => people.length > 1)
      .map(({ from, to, people }) => ({ text: line.slice(from, to), people: people.map(({ id }) => id) })),
    opportunityId: setting.opportunities.find(({ name }) => text.includes(lowered(folded(name))))?.id ?? null,
    summary,
  }
}

/** The text with what is understood already left blank, every other character in its place. */
function blanked(text: string, spans: readonly Span[]): string {
  return spans.reduce((rest, { from, to }) => rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to), text)
}

/** Whether a word speaks of this interaction and not, within a sentence, of another: 讨论会议安排. */
function isFree(text: string, word: KindWord, known: readonly Span[]): boolean {
  if (/^[a-z]/.test(text.slice(word.from))) return true
  const before = text.slice(0, word.from).replace(trailing, '')
  const after = text.charAt(word.to)
  const meets = known.some(({ from, to }) => to === before.length || from === word.to)
  return meets || before === '' || before.length < word.from || after === '' || !/[\p{L}\p{N}]/u.test(after)
}

/** What no span covers, without the small words that only linked it to one. */
function remainder(line: string, spans: readonly Span[]): string {
  const parts: string[] = []
  let at = 0
  for (const [index, next] of [...spans, { from: line.length, to: line.length }].entries()) {
    let part = line.slice(at, next.from).trim()
    if (index > 0) part = stripped(part, leading)
    if (index < spans.length) part = stripped(part, trailing)
    if (part !== '') parts.push(part)
    at = Math.max(at, next.to)
  }
  return parts.join(' ')
}

function stripped(text: string, pattern: RegExp): string {
  let rest = text
  for (let before = ''; before !== rest;) {
    before = rest
    rest = rest.replace(pattern, '').trim()
  }
  return rest
}
