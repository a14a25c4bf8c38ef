import { type Day, days } from '../../src-shared/model/day'
import type { PersonId } from '../../src-shared/model/ids'
import type { Judgement } from '../../src-shared/model/judgement'

/** An opinion as a mark of the chart. */
export interface HistoryPoint {
  readonly judgement: Judgement
  /** Where in time, 0–1 from the first day to the one looked at. */
  readonly at: number
  /** Where it stops to count: the next opinion, its expiry, or the day looked at. */
  readonly until: number
  /** How high on the scale, 0 the lowest. */
  readonly level: number
}

/** The course of one matter: its opinions in time, and from when to when. */
export interface HistoryCourse {
  readonly points: readonly HistoryPoint[]
  readonly from: Day
  readonly to: Day
}

/**
 * Places opinions of one matter in time. Undated ones hold since ever and stand at the left edge; what is dated after `to` is not known
 * yet. Null where fewer than two tell of no course.
 */
export function historyCourse(judgements: readonly Judgement[], values: readonly string[], to: Day): HistoryCourse | null {
  const told = judgements
    .filter(({ madeOn, value }) => (madeOn === null || madeOn <= to) && values.includes(value))
    .sort((a, b) => compare(a.madeOn ?? '', b.madeOn ?? '') || a.recordedSeq - b.recordedSeq)
  const from = told.find(({ madeOn }) => madeOn !== null)?.madeOn
  if (told.length < 2 || !from) return null
  const span = Math.max(1, days(from, to))
  const place = (day: Day | null) => (day === null ? 0 : Math.min(1, days(from, day) / span))
  const points = told.map((judgement, i): HistoryPoint => {
    const { madeOn, expiresOn, value } = judgement
    const next = told[i + 1]
    const ends = [next ? place(next.madeOn) : 1, ...(expiresOn === null ? [] : [place(expiresOn)])]
    return { judgement, at: place(madeOn), until: Math.min(...ends), level: values.indexOf(value) }
  })
  return { points, from, to }
}

/** A sign of one or two letters for each author, unlike any other's as far as two letters reach. */
export function authorSigns(names: ReadonlyMap<PersonId, string>): Map<PersonId, string> {
  const firsts = [...names.values()].map(firstSign)
  return new Map(
    [...names].map(([id, name]) => {
      const first = firstSign(name)
      const alone = firsts.filter((other) => other === first).length < 2
      return [id, alone ? first : secondSign(name)]
    }),
  )
}

const firstSign = (name: string): string => [...name.trim()][0]?.toUpperCase() ?? ''

/** Initials of the first and the last word; of a name without blanks its first two letters. */
function secondSign(name: string): string {
  const words = name.trim().split(/\s+/)
  return words.length > 1 ? `${firstSign(name)}${firstSign(words.at(-1) ?? '')}` : [...name.trim()].slice(0, 2).join('')
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
