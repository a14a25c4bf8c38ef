import type { Finding } from '../../src-shared/analytics/findings'

/** How much a finding threatens the deal: it can be lost by it, it is weakened by it, or what we know is getting old. */
export const severities = ['severe', 'serious', 'notable'] as const
export type Severity = (typeof severities)[number]

const severityOf: Record<Finding['code'], Severity> = {
  role_empty: 'severe',
  economic_buyer_none: 'severe',
  inner_opponent: 'severe',
  unreachable: 'severe',
  economic_buyers_several: 'serious',
  seat_vacant: 'serious',
  single_threaded: 'serious',
  dependence_ours: 'serious',
  dependence_theirs: 'serious',
  tier_unengaged: 'serious',
  contact_never: 'serious',
  contact_overdue: 'notable',
  judgement_expired: 'notable',
  judgement_unevidenced: 'notable',
}

/** The findings by severity, the most threatening first; within one in the order of the analysis. */
export function bySeverity(findings: readonly Finding[]): ReadonlyMap<Severity, readonly Finding[]> {
  return new Map(severities.map((severity) => [severity, findings.filter(({ code }) => severityOf[code] === severity)]))
}
