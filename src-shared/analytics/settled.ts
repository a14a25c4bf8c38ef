import type { Method } from '../model/method'
import type { OpinionNetwork } from './opinionNetwork'
import type { Situation } from './situation'

/** The linear system of domain.md 6.6 for one day. */
export interface SettlingSystem {
  readonly net: OpinionNetwork
  /** x⁰: opinions before people have talked; 0 where unknown. */
  readonly initial: Float64Array
  /** Openness somebody has once anyone influences them, by whether their stance is known. */
  readonly openness: Float64Array
  /** Λ: the same, but 0 where nobody influences them. */
  readonly lambda: Float64Array
}

/** Largest change of a sweep at which a solution stands: with Λ = 0.95 an error of at most 2e-12. */
const STANDING = 1e-13

/** Stops a system without an answer (openness 1 all around a ring); others need some hundred sweeps at most. */
const MOST_SWEEPS = 20_000

export function settlingSystem(now: Situation, net: OpinionNetwork): SettlingSystem {
  const openness = Float64Array.from(now.theirs, ({ stance }) => opennessOf(stance !== null, now.method))
  return {
    net,
    initial: Float64Array.from(now.theirs, ({ opinion }) => opinion),
    openness,
    lambda: openness.map((open, i) => ((net.total[i] ?? 0) > 0 ? open : 0)),
  }
}

export function opennessOf(stanceKnown: boolean, method: Method): number {
  return stanceKnown ? method.settling.knownOpenness : method.settling.unknownOpenness
}

/**
 * Opinions after people have talked to each other (domain.md 6.6; Friedkin & Johnsen, Social influence and opinions, 1990):
 * solves `x* = Λ W x* + (I − Λ) x⁰` by Gauss–Seidel sweeps over the ties, which converge because each row of ΛW sums to
 * less than 1. Opinions of people in a ring need more sweeps, never another method.
 */
export function settledOpinions(system: SettlingSystem): Float64Array {
  const { net, initial, lambda } = system
  const { start, column, value } = net.into
  const x = initial.slice()
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let change = 0
    for (let i = 0; i < net.size; i++) {
      const open = lambda[i] ?? 0
      if (open === 0) continue
      let sum = 0
      for (let slot = start[i] ?? 0; slot < (start[i + 1] ?? 0); slot++) {
        sum += (value[slot] ?? 0) * (x[column[slot] ?? 0] ?? 0)
      }
      const next = (open * sum) / (net.total[i] ?? 1) + (1 - open) * (initial[i] ?? 0)
      change = Math.max(change, Math.abs(next - (x[i] ?? 0)))
      x[i] = next
    }
    if (change < STANDING) break
  }
  return x
}

/**
 * The adjoint: y with `y = (ΛW)ᵀ y + weights`, so that `weights · x* = y · (I − Λ) x⁰` for every x⁰. y_i tells how much a
 * weighted sum of settled opinions moves per unit pushed onto person i; one solve answers for everybody.
 *
 * @param standing largest change of a sweep at which the solution stands
 */
export function settlingAdjoint(system: SettlingSystem, weights: Float64Array, standing = STANDING): Float64Array {
  const { net, lambda } = system
  const { start, column } = net.out
  const value = net.out.value.map((entry, slot) => {
    const i = column[slot] ?? 0
    return (entry * (lambda[i] ?? 0)) / (net.total[i] ?? 1)
  })
  const y = weights.slice()
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let change = 0
    for (let j = 0; j < net.size; j++) {
      let sum = weights[j] ?? 0
      for (let slot = start[j] ?? 0; slot < (start[j + 1] ?? 0); slot++) {
        sum += (value[slot] ?? 0) * (y[column[slot] ?? 0] ?? 0)
      }
      change = Math.max(change, Math.abs(sum - (y[j] ?? 0)))
      y[j] = sum
    }
    if (change < standing) break
  }
  return y
}
