import type { PersonId } from '../model/ids'
import { opinionNetwork } from './opinionNetwork'
import { settlingAdjoint, settlingSystem } from './settled'
import type { Situation } from './situation'

/**
 * How large each of theirs and third parties is drawn on the influence map (issue C, 3): political multiplier × (1 + how much
 * the mean settled opinion moves per unit of this person's stance), the second part scaled so that whoever moves it most
 * counts 1. Smallest 0.5, greatest 3 with the shipped method.
 *
 * The movement is `(1 − Λ_i) y_i` with the adjoint y of the mean (domain.md 6.6): one solve for everybody. Somebody whom others
 * oppose moves it the other way, which is as much influence: its size counts.
 */
export function influence(now: Situation): Map<PersonId, number> {
  const system = settlingSystem(now, opinionNetwork(now))
  const size = now.theirs.length
  const y = settlingAdjoint(system, new Float64Array(size).fill(1 / Math.max(1, size)))
  const moves = y.map((pushed, i) => Math.abs((1 - (system.lambda[i] ?? 0)) * pushed))
  const most = moves.reduce((a, b) => Math.max(a, b), 0)
  return new Map(now.theirs.map(({ id, power }, i) => [id, power * (1 + (most > 0 ? (moves[i] ?? 0) / most : 0))]))
}
