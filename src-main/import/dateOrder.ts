/** How dates are written whose year comes last: `31/12/2026` or `12/31/2026`. */
export type DateOrder = 'day-first' | 'month-first'

/** What the dates of a file say about their order. */
export interface FoundOrder {
  /** Null where no date decides it, or they contradict one another. */
  readonly order: DateOrder | null
  /** Whether any is written with the year last. */
  readonly asked: boolean
}

const YEAR_LAST = /^\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/

/** The order that all dates of a file agree on: one with a day after the twelfth tells. */
export function dateOrderOf(texts: Iterable<string>): FoundOrder {
  const votes = new Set<DateOrder>()
  let asked = false
  for (const text of texts) {
    const [, first = '', , second = ''] = YEAR_LAST.exec(text) ?? []
    if (first === '') continue
    asked = true
    if (Number(first) > 12) votes.add('day-first')
    if (Number(second) > 12) votes.add('month-first')
  }
  const [order = null] = votes
  return { order: votes.size === 1 ? order : null, asked }
}

export function isYearLast(text: string): boolean {
  return YEAR_LAST.test(text)
}

/** `31/12/2026` as `2026/12/31`; any other text as it is. */
export function yearFirst(text: string, order: DateOrder): string {
  return text.replace(YEAR_LAST, (_, first: string, _mark: string, second: string, year: string) =>
    order === 'day-first' ? `${year}/${second}/${first}` : `${year}/${first}/${second}`,
  )
}
