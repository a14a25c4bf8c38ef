import type { PersonId } from '../model/ids'
import type { Evaluation } from './evaluation'

/** Somebody who moves another's opinion. */
export interface Mover {
  readonly person: PersonId
  /** By how much, signed; below 0: away from us. */
  readonly shift: number
}

/**
 * Who moves somebody's opinion from x⁰ to the settled x* (domain.md 6.6), the strongest first. Everyone with influence over person i
 * is one term of `x*_i − x⁰_i = Σ_j λ_i (W_ij x*_j − |W_ij| x⁰_i)`: how far j alone pulls them from where they stand.
 *
 * @returns empty for who is not there, is influenced by nobody, or is not moved by those who do
 */
export function moversOf(evaluation: Evaluation, person: PersonId): Mover[] {
  const { situation: now, system, settled } = evaluation
  const place = now.placeOf.get(person)
  if (place === undefined) return []
  const { into, pull, total } = system.net
  const share = (system.lambda[place] ?? 0) / (total[place] || 1)
  const from = system.initial[place] ?? 0
  const movers: Mover[] = []
  for (let slot = into.start[place] ?? 0; slot < (into.start[place + 1] ?? 0); slot++) {
    const column = into.column[slot] ?? 0
    const shift = share * ((into.value[slot] ?? 0) * (settled[column] ?? 0) - (pull[slot] ?? 0) * from)
    const mover = now.theirs[column]
    if (mover && Math.abs(shift) > STILL) movers.push({ person: mover.id, shift })
  }
  return movers.sort((a, b) => Math.abs(b.shift) - Math.abs(a.shift))
}

/** Smaller shifts are an accident of arithmetic. */
const STILL = 1e-9
