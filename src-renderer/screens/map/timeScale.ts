import type { AsOfMark } from '../../../src-shared/analytics/asOfMarks'
import { addDays, type Day, days, toDay } from '../../../src-shared/model/day'

/** The days that a slider reaches from, and to, both included. */
export interface TimeRange {
  readonly first: Day
  /** Where the recent part begins, which is drawn wider; null: all of it is recent. */
  readonly bend: Day | null
  readonly last: Day
}

/** Room before the first and after the last change, in days, so that the slider's ends show the map without them. */
const ROOM = 14
/** The part before today that is looked at day by day, in days; years of earlier history are squeezed together. */
const RECENT = 365
/** Width of the squeezed part, where there is one, of the whole. */
const SQUEEZED = 0.25

/** From the first to the last change, with today and the day that is looked at among them. */
export function timeRange(marks: readonly AsOfMark[], today: Day, asOf: Day): TimeRange {
  const known = [today, asOf, ...marks.map(({ day }) => day)].sort()
  const first = addDays(known[0] ?? today, -ROOM)
  const last = addDays(known.at(-1) ?? today, ROOM)
  const bend = addDays(today, -RECENT)
  return { first, bend: days(first, bend) > RECENT ? bend : null, last }
}

/** Where a day lies, 0–1. */
export function shareOf({ first, bend, last }: TimeRange, day: Day): number {
  const between = (from: Day, to: Day): number => Math.min(1, Math.max(0, days(from, day) / days(from, to)))
  if (bend === null) return between(first, last)
  return day < bend ? SQUEEZED * between(first, bend) : SQUEEZED + (1 - SQUEEZED) * between(bend, last)
}

/** The day at a place 0–1. */
export function dayAt({ first, bend, last }: TimeRange, share: number): Day {
  const held = Math.min(1, Math.max(0, share))
  const between = (from: Day, to: Day, part: number): Day => addDays(from, Math.round(part * days(from, to)))
  if (bend === null) return between(first, last, held)
  return held < SQUEEZED ? between(first, bend, held / SQUEEZED) : between(bend, last, (held - SQUEEZED) / (1 - SQUEEZED))
}

/** A day held within a range. */
export function within({ first, last }: TimeRange, day: Day): Day {
  if (day < first) return first
  return day > last ? last : day
}

/** Labels that have room under a whole slider on the narrowest window. */
const MOST_LABELS = 12

/** The firsts of months to be written under a slider: as many as have room, in steps of months, quarters or years. */
export function labelledMonths({ first, bend, last }: TimeRange): Day[] {
  if (bend === null) return monthsBetween(first, last, MOST_LABELS)
  const squeezed = Math.floor(MOST_LABELS * SQUEEZED)
  return [...monthsBetween(first, bend, squeezed), ...monthsBetween(bend, last, MOST_LABELS - squeezed)]
}

/** How many months there may be between two labels. */
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120] as const
const MONTH_DAYS = 30.4

function monthsBetween(from: Day, to: Day, most: number): Day[] {
  const months = days(from, to) / MONTH_DAYS
  const step = monthSteps.find((candidate) => months / candidate <= most) ?? 240
  const found: Day[] = []
  const date = new Date(`${from.slice(0, 4)}-01-01T00:00:00Z`)
  for (let day = toDay(date); day < to; day = toDay(date)) {
    if (day >= from) found.push(day)
    date.setUTCMonth(date.getUTCMonth() + step)
  }
  return found
}
