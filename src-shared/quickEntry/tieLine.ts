import type { Method } from '../model/method'
import type { TieKind } from '../model/scales'
import { isHan, opensQuotation, quotationAt } from './characters'
import type { Cursor } from './cursor'
import type { QuickName, QuickTie } from './document'
import { confidences, strengths } from './words'

/** A sign between two names: what it says and which way. */
export interface TieSign {
  readonly kind: TieKind
  readonly reverse: boolean
  readonly from: number
  readonly to: number
}

const arrows = /<-{1,3}>|<={1,3}>|-{1,3}>|={1,3}>|<-{1,3}(?=\s)|[→↔←×]/y
const spacedSigns: Readonly<Record<string, TieKind>> = {
  x: 'conflicts-with',
  X: 'conflicts-with',
  '=': 'allied-with',
  '~': 'personal',
}

/** The signs that make a line one of ties, outside quotations. */
export function tieSigns(cursor: Cursor): TieSign[] {
  const { folded, raw, end } = cursor
  const found: TieSign[] = []
  for (let at = cursor.at; at < end; at += 1) {
    if (opensQuotation(raw, at)) {
      at = quotationAt(raw, at).to - 1
      continue
    }
    arrows.lastIndex = at
    const arrow = arrows.exec(folded)?.[0]
    const spaced = arrow === undefined && at > cursor.at ? spacedSign(folded, at) : undefined
    if (arrow !== undefined) found.push({ ...meaning(arrow), from: at, to: at + arrow.length })
    else if (spaced) found.push({ kind: spaced, reverse: false, from: at, to: at + 1 })
    at += (arrow?.length ?? 1) - 1
  }
  return found
}

function meaning(arrow: string): Pick<TieSign, 'kind' | 'reverse'> {
  if (arrow === '×') return { kind: 'conflicts-with', reverse: false }
  const toLeft = arrow.startsWith('<') || arrow === '←'
  const toRight = arrow.endsWith('>') || arrow === '→'
  if (arrow === '↔' || (toLeft && toRight)) return { kind: 'allied-with', reverse: false }
  return { kind: 'influences', reverse: toLeft }
}

/** A letter or mark that is a sign only as a word of its own, with a name on both sides. */
function spacedSign(folded: string, at: number): TieKind | undefined {
  const sign = folded.charAt(at)
  if (!Object.hasOwn(spacedSigns, sign)) return undefined
  const alone = /\s/.test(folded.charAt(at - 1)) && /\s/.test(folded.charAt(at + 1))
  // “Model X lead” is a title; a capital means a conflict only between names in Chinese.
  if (!alone || (sign === 'X' && !isHan(folded.slice(Math.max(0, at - 2), at)))) return undefined
  return spacedSigns[sign]
}

const attributeWords = { has: (word: string) => strengths.find(word) !== undefined || confidences.find(word) !== undefined }

/** Reads `A -> B 强`, also in a row (`A -> B -> C`). What follows a name belongs to the tie that ends at it. */
export function readTies(cursor: Cursor, signs: readonly TieSign[], method: Method): QuickTie[] {
  const ties: QuickTie[] = []
  const first = signs[0]
  if (!first) return ties
  let left = leftName(cursor.part(cursor.at, first.from))
  for (const [index, sign] of signs.entries()) {
    const part = cursor.part(sign.to, signs[index + 1]?.from ?? cursor.end)
    part.skipBlanks()
    const right = part.done ? null : part.takeName(attributeWords)
    if (left && right) {
      const [from, to] = sign.reverse ? [right, left] : [left, right]
      const place = cursor.place(left.place.from, part.end)
      ties.push({ place, from, to, kind: sign.kind, ...readAttributes(part, method) })
    } else {
      cursor.problems.add('tie_incomplete', cursor.place(sign.from, sign.to), { value: cursor.raw.slice(sign.from, sign.to) })
    }
    left = right
  }
  return ties
}

function leftName(part: Cursor): QuickName | null {
  part.skipBlanks()
  if (part.done) return null
  const name = part.takeName(attributeWords)
  part.skipBlanks()
  const value = part.rest.trimEnd()
  if (value !== '') part.problems.add('tie_extra', part.place(part.at, part.at + value.length), { value })
  return name
}

/** Strength as a word or number, confidence as a word or after a question mark; the rest is the note. */
function readAttributes(part: Cursor, method: Method): Pick<QuickTie, 'strength' | 'confidence' | 'note'> {
  let strength: number | null = null
  let confidence: number | null = null
  const notes: string[] = []
  for (;;) {
    part.skipBlanks()
    if (part.done) break
    if (part.skipSeparator()) continue
    if (part.isQuotation()) {
      notes.push(part.takeQuotation())
      continue
    }
    const word = part.takeWord()
    const strengthWord = strengths.find(word)
    const doubt = /^[?？](.+)$/s.exec(word)?.[1]
    const confidenceWord = confidences.find(doubt ?? word)
    if (strengthWord) strength = method.strength[strengthWord]
    else if (confidenceWord) confidence = method.confidence[confidenceWord]
    else if (doubt !== undefined && ratio(doubt) !== null) confidence = ratio(doubt)
    else if (ratio(word) !== null) strength = ratio(word)
    else notes.push(word)
  }
  return { strength, confidence, note: notes.join(' ') }
}

/** A number from 0 to 1, or a percentage. */
function ratio(word: string): number | null {
  const [, digits = '', percent] = /^(\d{0,3}(?:\.\d{1,30})?(?:e-\d{1,3})?)(%)?$/i.exec(word) ?? []
  const value = digits === '' ? NaN : Number(digits) / (percent === undefined ? 1 : 100)
  return value >= 0 && value <= 1 ? value : null
}
