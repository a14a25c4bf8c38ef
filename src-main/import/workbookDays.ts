import { addDays, Day } from '../../src-shared/model/day'
import { localName, type XmlHandlers } from './xmlEvents'

/** By the number of a cell's style: whether it shows its number as a day. */
export type DayStyles = readonly boolean[]

/** Formats with a day that every spreadsheet program has without naming them; those for East Asia are 27–36 and 50–58. */
const SHIPPED_DAY_FORMATS: readonly (readonly [first: number, last: number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [36, 36],
  [50, 54],
  [57, 58],
]
const ZERO = Day.parse('1899-12-30')
const ZERO_1904 = Day.parse('1904-01-01')
/** 9999-12-31, the last day that spreadsheets know. */
const LAST_DAY = 2_958_465

/** Reads styles.xml; `styles` is filled as it goes. */
export function dayStyleReader(): XmlHandlers & { readonly styles: DayStyles } {
  const styles: boolean[] = []
  const custom = new Map<string, boolean>()
  let inCells = false
  return {
    styles,
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') custom.set(numFmtId, showsDay(formatCode))
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) styles.push(custom.get(numFmtId) ?? isShippedDayFormat(Number(numFmtId)))
    },
    close: (name) => {
      if (localName(name) === 'cellXfs') inCells = false
    },
  }
}

/** The day that a serial number means; null before the first one, for a time of day alone, and where there is none. */
export function dayOfSerial(serial: number, from1904: boolean): Day | null {
  return serial >= 1 && serial <= LAST_DAY ? addDays(from1904 ? ZERO_1904 : ZERO, Math.floor(serial)) : null
}

const isShippedDayFormat = (id: number): boolean => SHIPPED_DAY_FORMATS.some(([first, last]) => id >= first && id <= last)

/** Whether a format writes a day or a year; text in quotes, in brackets or behind a backslash is only shown. */
function showsDay(format: string): boolean {
  return /[dy]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
}
