import type { Method } from '../model/method'

/** What a departure costs (domain.md 6.8): each part 0–1, the impact 0–100. */
export interface Loss {
  readonly coverage: number
  readonly support: number
  readonly access: number
  readonly impact: number
}

/** `impact = 100 · (0.4 ΔC + 0.3 ΔS + 0.3 ΔA)` with the method's weights (domain.md 6.8). */
export function loss(coverage: number, support: number, access: number, method: Method): Loss {
  const weights = method.impact
  const impact = 100 * (weights.coverage * coverage + weights.support * support + weights.access * access)
  return { coverage, support, access, impact }
}
