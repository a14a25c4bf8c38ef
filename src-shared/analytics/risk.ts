import { z } from 'zod'
import type { Method } from '../model/method'
import { compareCodePoints } from './codePoints'

export const Light = z.enum(['red', 'amber', 'green'])
export type Light = z.infer<typeof Light>

/** Figures closer than this are equal: sums of products differ in their last digits with the order of adding. */
const EQUAL = 1e-9

/** Key-person risk 0–100 (domain.md 6.10): likelihood × impact. */
export function keyPersonRisk(likelihood: number, impact: number): number {
  return likelihood * impact
}

/** The light of a risk (domain.md 6.10); a risk on a threshold has reached it. */
export function light(risk: number, method: Method): Light {
  if (risk >= method.risk.red - EQUAL) return 'red'
  return risk >= method.risk.amber - EQUAL ? 'amber' : 'green'
}

/** What people are ranked by; figures are null without an opportunity. */
export interface Ranked {
  readonly id: string
  readonly name: string
  readonly risk: number | null
  readonly impact: number | null
}

/** Order of domain.md 6.10: risk, then impact, both falling, then name and id by code point. */
export function compareRisk(a: Ranked, b: Ranked): number {
  return (
    fallingOrder(a.risk, b.risk) ||
    fallingOrder(a.impact, b.impact) ||
    compareCodePoints(a.name, b.name) ||
    compareCodePoints(a.id, b.id)
  )
}

/** Compares rounded figures, so that the order stays an order. */
function fallingOrder(a: number | null, b: number | null): number {
  return Math.round((b ?? -1) / EQUAL) - Math.round((a ?? -1) / EQUAL)
}
