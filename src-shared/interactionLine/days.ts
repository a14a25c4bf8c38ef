import { en, zh } from './chrono'
import { Day } from '../model/day'

/** When something was, where the line says so. */
export interface LineDay {
  readonly day: Day
  /** `15:00` where an hour was said; null: none. */
  readonly time: string | null
  readonly from: number
  readonly to: number
}

/** What chrono reads as a time and nobody means as a day: a moment, and three letters that are also words and surnames. */
const noDays = /^(?:now|sun|sat|may|mar|march)$/i

/**
 * The first day that a text names, in Chinese or English; days before months (11/3 is in March). Null where it names none.
 *
 * @param on the day that `yesterday` is the eve of
 */
export function dayIn(text: string, on: Day): LineDay | null {
  const reference = new Date(`${on}T12:00:00`)
  // 本周三 and 这周三 are one day of this week; chrono knows the latter.
  const chinese = text.replaceAll('本周', '这周').replaceAll('本星期', '这星期')
  const found = [zh.parse(chinese, reference), ...en.map((chrono) => chrono.parse(text, reference))]
    .flat()
    .filter(({ start, text: said }) => (start.isCertain('day') || start.isCertain('weekday')) && !noDays.test(said.trim()))
    .sort((a, b) => a.index - b.index || b.text.trim().length - a.text.trim().length)
  const [first] = found
  if (!first) return null
  const { start, index, text: said } = first
  const parsed = Day.safeParse(`${padded(start.get('year'), 4)}-${padded(start.get('month'), 2)}-${padded(start.get('day'), 2)}`)
  if (!parsed.success) return null
  const time = start.isCertain('hour') ? `${padded(start.get('hour'), 2)}:${padded(start.get('minute'), 2)}` : null
  return { day: parsed.data, time, from: index, to: index + said.trimEnd().length }
}

const padded = (value: number | null, length: number): string => String(value ?? 0).padStart(length, '0')
