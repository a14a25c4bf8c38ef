import type { PairRow } from '../../../src-shared/analytics/pairMatrix'
import type { Light } from '../../../src-shared/analytics/risk'
import type { PersonId } from '../../../src-shared/model/ids'
import type { Method } from '../../../src-shared/model/method'
import { TouchTier } from '../../../src-shared/model/scales'
import { collator } from '../../account/search'
import { type Sort, sortedBy } from '../../components/sorting'

/** What is told of each of theirs before their pairs. */
export const figureKeys = ['name', 'tier', 'roles', 'risk', 'gap', 'contact'] as const
export type FigureKey = (typeof figureKeys)[number]

export type MatrixSort = Sort<FigureKey>

export interface MatrixFilter {
  readonly withRole: boolean
  readonly withGap: boolean
  readonly withOverdue: boolean
}

export const everyone: MatrixFilter = { withRole: false, withGap: false, withOverdue: false }

/** The key-person risk of somebody; figures are null without an opportunity. */
export interface RowRisk {
  readonly risk: number | null
  readonly light: Light | null
}

export type Risks = ReadonlyMap<PersonId, RowRisk>

export function passes(row: PairRow, { withRole, withGap, withOverdue }: MatrixFilter): boolean {
  return (!withRole || row.roles.length > 0) && (!withGap || row.gap > 0) && (!withOverdue || row.overdue > 0)
}

/**
 * Rows in a figure's order: names by pinyin, tiers from the top, roles by weight, and risk, gap and days without contact from the one
 * that asks most for attention. What is not known comes last either way; equal rows are sorted by name.
 */
export function sortedRows(rows: readonly PairRow[], { by, descending }: MatrixSort, risks: Risks, method: Method): PairRow[] {
  return sortedBy(rows, descending, (row) => sortValue(row, by, risks, method), byName)
}

function byName(a: PairRow, b: PairRow): number {
  const [one, other] = [a.presence.person, b.presence.person]
  return collator.compare(one.name, other.name) || (one.id < other.id ? -1 : 1)
}

/** The lower, the earlier, names by pinyin; null: not known. */
function sortValue(row: PairRow, key: FigureKey, risks: Risks, method: Method): string | number | null {
  switch (key) {
    case 'name':
      return row.presence.person.name
    case 'tier':
      return TouchTier.options.indexOf(row.presence.tier)
    case 'roles': {
      const weights = method.roles.filter((role) => row.roles.includes(role.key)).map(({ weight }) => weight)
      return row.roles.length === 0 ? null : -Math.max(0, ...weights)
    }
    case 'risk': {
      const risk = risks.get(row.subject.id)?.risk ?? null
      return risk === null ? null : -risk
    }
    case 'gap':
      return -row.gap
    case 'contact':
      return row.contactDays === null ? null : -row.contactDays
    default:
      return key satisfies never
  }
}
