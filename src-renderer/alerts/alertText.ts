import type { ListedAlert } from '../../src-shared/contract'
import type { Translate } from '../../src-shared/i18n/translate'
import { Day } from '../../src-shared/model/day'
import type { Language } from '../../src-shared/model/language'
import { dayText, figureText } from '../../src-shared/i18n/format'

/** An alert in one sentence. Those of findings have the findings' own sentence. */
export function alertText(t: Translate, language: Language, { kind, code, params }: ListedAlert): string {
  const shown = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shownParam(value, language)]))
  const key = kind === 'expiry' || kind === 'touch' ? `analysis.finding.${code}` : `alert.reason.${code}`
  // Codes come from a closed list by way of the database; a test holds the list against the language files.
  return t(key as 'alert.reason.coverage_fell', shown)
}

function shownParam(value: string | number, language: Language): string | number {
  if (typeof value === 'number') return Number.isInteger(value) ? value : figureText(value, 1, language)
  const day = Day.safeParse(value)
  return day.success ? dayText(day.data, language) : value
}
