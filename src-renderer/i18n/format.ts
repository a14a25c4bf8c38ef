import type { Day } from '../../src-shared/model/day'
import type { Language } from '../../src-shared/model/language'

/** A calendar day as the language writes it: 2026年11月21日, 21 Nov 2026. */
export function dayText(day: Day, language: Language): string {
  const style = language === 'en' ? 'en-GB' : language
  return new Intl.DateTimeFormat(style, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day))
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
