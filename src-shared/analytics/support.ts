import type { Situation } from './situation'

/** Support of an opportunity, −1…1. */
export interface Support {
  /** As people think today (domain.md 6.5). */
  readonly now: number
  /** After they have talked to each other (domain.md 6.6). */
  readonly settled: number
}

/**
 * `Σ v x / Σ v` over people holding a role, with v = Subject.weight: of today's opinions, unknown counting 0, and of settled
 * ones. Null where nobody holds a role that weighs anything: there is no mean of nothing.
 */
export function support(now: Situation, settled: Float64Array): Support | null {
  let total = 0
  let today = 0
  let later = 0
  now.theirs.forEach(({ weight, opinion }, place) => {
    if (weight === 0) return
    total += weight
    today += weight * opinion
    later += weight * (settled[place] ?? 0)
  })
  return total > 0 ? { now: today / total, settled: later / total } : null
}
