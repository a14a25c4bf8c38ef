import type { PersonId } from '../model/ids'
import { AccessLoss } from './accessLoss'
import { coverageScore, holderCoverage } from './coverage'
import { drill } from './drill'
import type { Evaluation } from './evaluation'
import { type Loss, loss } from './impact'
import { SettledLoss } from './settledLoss'
import type { Subject } from './situation'

/**
 * The loss of everyone's departure, theirs and ours, one at a time (domain.md 6.8): equal to `drill` for each, but computing
 * only what can change. Empty without an opportunity.
 */
export function departureLosses(evaluation: Evaluation): ReadonlyMap<PersonId, Loss> {
  const { situation: now, coverage, system } = evaluation
  const losses = new Map<PersonId, Loss>()
  if (coverage === null) return losses
  const { method, theirs, ours } = now

  // With an openness of 1 (a team's own method) opinions may have no single answer, and no bound holds.
  if (system.openness.some((open) => open >= 1)) return everyDrill(evaluation)

  const weights = Float64Array.from(theirs, ({ weight }) => weight)
  const accessLoss = new AccessLoss(evaluation.network, evaluation.access, weights)
  const settledLoss = new SettledLoss(system, weights, evaluation.settled)
  const scores = new CoverageWithout(evaluation)
  const lost = (scoreAfter: number, support: number, access: number): Loss =>
    loss(Math.max(0, coverage.score - scoreAfter) / 100, support / 2, access, method)

  theirs.forEach(({ id }, place) => {
    losses.set(id, lost(scores.theirs(id), settledLoss.lost(place), accessLoss.ofTheirs(place)))
  })
  ours.forEach(({ person: { id } }, place) => losses.set(id, lost(scores.ours(id), 0, accessLoss.ofOurs(place))))
  return losses
}

/** The same by one full evaluation each: what the fast way is measured and tested against. */
export function everyDrill(evaluation: Evaluation): ReadonlyMap<PersonId, Loss> {
  const { theirs, ours } = evaluation.situation
  const everyone = [...theirs.map(({ id }) => id), ...ours.map(({ person }) => person.id)]
  return new Map(everyone.map((id) => [id, drill(evaluation, [id]).loss]))
}

/** Coverage after somebody has left; only those who hold a role, or know somebody who does, change it. */
class CoverageWithout {
  private readonly score: number
  private readonly roles: readonly { readonly weight: number; readonly value: number; readonly holders: readonly Subject[] }[]
  /** Those of ours who know a holder at effective depth ≥ 1. */
  private readonly matter = new Set<PersonId>()
  private readonly method

  constructor({ situation: now, coverage }: Evaluation) {
    this.method = now.method
    this.score = coverage?.score ?? 0
    this.roles = (coverage?.roles ?? []).map(({ weight, value, people }) => ({
      weight,
      value,
      holders: people.flatMap((id) => now.theirs[now.placeOf.get(id) ?? -1] ?? []),
    }))
    for (const { holders } of this.roles) {
      for (const { pairs } of holders) for (const pair of pairs) if (pair.depth >= 1) this.matter.add(pair.ownPersonId)
    }
  }

  theirs(gone: PersonId): number {
    if (!this.roles.some(({ holders }) => holders.some(({ id }) => id === gone))) return this.score
    return this.best((holder) => (holder.id === gone ? 0 : this.covered(holder, holder.depth)))
  }

  ours(gone: PersonId): number {
    if (!this.matter.has(gone)) return this.score
    return this.best((holder) => {
      const depth = holder.pairs.reduce((best, pair) => (pair.ownPersonId === gone ? best : Math.max(best, pair.depth)), 0)
      return this.covered(holder, depth)
    })
  }

  private covered({ stance, opinion }: Subject, depth: number): number {
    return holderCoverage(depth, stance !== null, opinion, this.method)
  }

  private best(of: (holder: Subject) => number): number {
    return coverageScore(
      this.roles.map(({ weight, holders }) => ({
        weight,
        value: holders.reduce((best, holder) => Math.max(best, of(holder)), 0),
      })),
    )
  }
}
