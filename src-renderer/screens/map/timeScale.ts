import type { AsOfMark } from '../../../src-shared/analytics/asOfMarks'
import { addDays, type Day, days, toDay } from '../../../src-shared/model/day'

/** The days that a slider reaches from, and to, both included. */
export interface TimeRange {
  readonly first: Day
  readonly last: Day
  /** Whole days between them, at least 1. */
  readonly length: number
}

/** Room before the first and after the last change, in days, so that the slider's ends show the map without them. */
const ROOM = 14

/** From the first to the last change, with today and the day that is looked at among them. */
export function timeRange(marks: readonly AsOfMark[], today: Day, asOf: Day): TimeRange {
  const known = [today, asOf, ...marks.map(({ day }) => day)].sort()
  const first = addDays(known[0] ?? today, -ROOM)
  const last = addDays(known.at(-1) ?? today, ROOM)
  return { first, last, length: days(first, last) }
}

/** Where a day lies, 0–1. */
export function shareOf({ first, length }: TimeRange, day: Day): number {
  return Math.min(1, Math.max(0, days(first, day) / length))
}

export function dayAt({ first, length }: TimeRange, share: number): Day {
  return addDays(first, Math.round(Math.min(1, Math.max(0, share)) * length))
}

/** A day held within a range. */
export function within({ first, last }: TimeRange, day: Day): Day {
  if (day < first) return first
  return day > last ? last : day
}

/** How many months there may be between two labels. */
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120] as const

/** The firsts of months that are written under a slider: as many as have room, at years, quarters or months. */
export function labelledMonths({ first, last, length }: TimeRange, most: number): Day[] {
  const months = length / 30.4
  const step = monthSteps.find((candidate) => months / candidate <= most) ?? 240
  const found: Day[] = []
  const date = new Date(`${first.slice(0, 4)}-01-01T00:00:00Z`)
  for (let day = toDay(date); day <= last; day = toDay(date)) {
    if (day >= first) found.push(day)
    date.setUTCMonth(date.getUTCMonth() + step)
  }
  return found
}
