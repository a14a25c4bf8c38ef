import dayjs from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat'
import utc from 'dayjs/plugin/utc'
import { addDays, Day } from '../../src-shared/model/day'
import { type DateOrder, yearFirst } from './dateOrder'

dayjs.extend(customParseFormat)
dayjs.extend(utc)

/** Every way to write year, month and day in this order; month and day with or without a leading zero. */
const formats = [
  ...['-', '/', '.'].flatMap((mark) => combinations((month, day) => `YYYY${mark}${month}${mark}${day}`)),
  ...combinations((month, day) => `YYYY年${month}月${day}日`),
  'YYYYMMDD',
]

function combinations(format: (month: string, day: string) => string): string[] {
  return ['MM', 'M'].flatMap((month) => ['DD', 'D'].map((day) => format(month, day)))
}

/** Day 0 of the serial numbers that spreadsheets count days by, and the range in which a number is taken for one (1954–2119). */
const SERIAL_ZERO = Day.parse('1899-12-30')
const SERIAL_MIN = 20_000
const SERIAL_MAX = 80_000

/** A time of day behind the date: spreadsheets add one to every date they were not told how to show. */
const TIME = /[ T]\d{1,2}:\d{2}(:\d{2})?(\.\d+)?Z?$/

const read = new Map<string, Day | null>()
/** Dates repeat; a file full of different ones must not fill the memory. */
const READ_LIMIT = 50_000

/**
 * The day that a cell means: `2026-01-05`, `2026-1-5`, `2026/1/5`, `2026.1.5`, `2026年1月5日`, `20260105`, with a time behind it or
 * not, or a spreadsheet's serial number. Null for anything else, and for days that do not exist.
 *
 * @param order how dates are meant whose year is last; null: they are nobody's to guess
 */
export function readDay(written: string, order: DateOrder | null = null): Day | null {
  const text = order === null ? written : yearFirst(written, order)
  const known = read.get(text)
  if (known !== undefined) return known
  const day = parsed(text)
  if (read.size >= READ_LIMIT) read.clear()
  read.set(text, day)
  return day
}

function parsed(text: string): Day | null {
  const iso = Day.safeParse(text)
  if (iso.success) return iso.data
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : null
  if (serial !== null) return serial >= SERIAL_MIN && serial <= SERIAL_MAX ? addDays(SERIAL_ZERO, serial) : null
  const date = text.normalize('NFKC').replace(TIME, '')
  const format = formats.find((each) => dayjs.utc(date, each, true).isValid())
  return format === undefined ? null : (Day.safeParse(dayjs.utc(date, format).format('YYYY-MM-DD')).data ?? null)
}
