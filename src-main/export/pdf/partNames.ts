import type { ReportPart } from '../../../src-shared/report/report'

/** What a list calls each part, by key: its title, and its subtitle with it where several have the same title. */
export function partNames(parts: readonly ReportPart[], separator: string): ReadonlyMap<string, string> {
  const alike = Map.groupBy(parts, ({ title }) => title)
  return new Map(
    parts.map(({ key, title, subtitle }) => {
      const alone = alike.get(title)?.length === 1 || subtitle === ''
      return [key, alone ? title : `${title}${separator}${subtitle}`]
    }),
  )
}
