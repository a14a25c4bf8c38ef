import { z } from 'zod'

/** A calendar day `YYYY-MM-DD` that exists; compares as text. */
export const Day = z.iso.date().brand<'Day'>()
export type Day = z.infer<typeof Day>

const MS_PER_DAY = 86_400_000

/** Whole days from `a` to `b`, negative when b is earlier (domain.md 6). */
export function days(a: Day, b: Day): number {
  return Math.round((Date.parse(b) - Date.parse(a)) / MS_PER_DAY)
}

/** The day `n` days after `day` (n may be negative). */
export function addDays(day: Day, n: number): Day {
  return toDay(new Date(Date.parse(day) + n * MS_PER_DAY))
}

/** The UTC calendar day of an instant. */
export function toDay(instant: Date): Day {
  return Day.parse(instant.toISOString().slice(0, 10))
}

/** The calendar day of an instant where the user is. */
export function localDay(instant: Date): Day {
  return toDay(new Date(instant.getTime() - instant.getTimezoneOffset() * 60_000))
}

/** A fact that is true from a day (null: ever since) until, but not on, another (null: open). */
export interface Dated {
  readonly validFrom: Day | null
  readonly validTo: Day | null
}

/** Whether a dated fact is true on a day: `from ≤ on < to` (domain.md 6). */
export function holds(fact: Dated, on: Day): boolean {
  return (fact.validFrom === null || fact.validFrom <= on) && (fact.validTo === null || on < fact.validTo)
}
