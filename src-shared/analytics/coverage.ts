import type { PersonId } from '../model/ids'
import type { Method } from '../model/method'
import type { Situation, Subject } from './situation'

/** How far one required role is covered. */
export interface RoleCoverage {
  readonly role: string
  readonly weight: number
  /** c of domain.md 6.4, 0–1. */
  readonly value: number
  /** Those who hold it, in code-point order of published id; vacant seats count as nobody. */
  readonly people: readonly PersonId[]
  /** Its best holder hangs on exactly one of ours. */
  readonly singleThreaded: boolean
  /** The best holder. */
  readonly best: Subject | null
}

export interface Coverage {
  /** 0–100; 0 where no role counts. */
  readonly score: number
  readonly roles: readonly RoleCoverage[]
}

/** Coverage of an opportunity (domain.md 6.4): the weighted share of its required roles that we cover, times 100. */
export function coverage(now: Situation): Coverage {
  const roles = now.chain.roles.map(({ role, weight, holders }): RoleCoverage => {
    const subjects = holders.flatMap((id) => now.theirs[now.placeOf.get(id) ?? -1] ?? [])
    const best = bestHolder(subjects, now.method)
    return {
      role,
      weight,
      value: best ? holderCoverage(best.depth, best.stance !== null, best.opinion, now.method) : 0,
      people: holders,
      singleThreaded: best?.threads === 1,
      best,
    }
  })
  return { score: coverageScore(roles), roles }
}

/** `100 · Σ w c / Σ w`. */
export function coverageScore(roles: readonly { readonly weight: number; readonly value: number }[]): number {
  let covered = 0
  let total = 0
  for (const { weight, value } of roles) {
    covered += weight * value
    total += weight
  }
  return total > 0 ? (100 * covered) / total : 0
}

/** c of one identified holder: an unknown stance never counts as supportive. */
export function holderCoverage(depth: number, stanceKnown: boolean, opinion: number, method: Method): number {
  const { identified, contact, recognised, supported, supportiveFrom } = method.coverage
  if (depth >= 2) return stanceKnown && opinion >= supportiveFrom ? supported : recognised
  return depth >= 1 ? contact : identified
}

/** Highest c, then depth, then number of ours, then id, which is the order of `subjects`. */
function bestHolder(subjects: readonly Subject[], method: Method): Subject | null {
  const c = (of: Subject): number => holderCoverage(of.depth, of.stance !== null, of.opinion, method)
  let best: Subject | null = null
  for (const subject of subjects) {
    const ahead = best === null ? 1 : c(subject) - c(best) || subject.depth - best.depth || subject.threads - best.threads
    if (ahead > 0) best = subject
  }
  return best
}
