import type { Day } from '../model/day'
import type { Language } from '../model/language'

/** A calendar day as the language writes it: 2026年11月21日, 21 Nov 2026. */
export function dayText(day: Day, language: Language): string {
  const style = language === 'en' ? 'en-GB' : language
  return new Intl.DateTimeFormat(style, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day))
}

/** A month `YYYY-MM` as the language writes it: 2026年11月, November 2026. */
export function monthText(month: string, language: Language): string {
  const style = language === 'en' ? 'en-GB' : language
  return new Intl.DateTimeFormat(style, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01`))
}

/** An instant as the language writes it, in the user's time zone. */
export function instantText(instant: string, language: Language): string {
  const style = language === 'en' ? 'en-GB' : language
  return new Intl.DateTimeFormat(style, { dateStyle: 'short', timeStyle: 'short' }).format(new Date(instant))
}

/** An amount without decimals, with its currency where one is given. */
export function amountText(amount: number, currency: string, language: Language): string {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(amount)
  return currency === '' ? number : `${currency} ${number}`
}

/** Numbers as a language writes them, with as many decimals as given, so that columns of them stand straight. */
export function figureText(value: number, digits: number, language: Language): string {
  return number(language, digits, 'negative').format(value)
}

/** The same with its sign, as a change is written: +0.25. What rounds to nothing has none. */
export function signedText(value: number, digits: number, language: Language): string {
  return number(language, digits, 'exceptZero').format(value)
}

/** A share 0–1 in per cent. */
export function percentText(share: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

/** Whether a change is one that can be seen with these decimals. */
export function isSeen(value: number, digits: number): boolean {
  return Math.abs(value) >= 0.5 * 10 ** -digits
}

function number(language: Language, digits: number, signDisplay: 'negative' | 'exceptZero'): Intl.NumberFormat {
  return new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay })
}
