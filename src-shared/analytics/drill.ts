import type { PersonId } from '../model/ids'
import { type Evaluation, accessOf, evaluate } from './evaluation'
import { type Loss, loss } from './impact'
import { situationWithout } from './situation'

/** What is gone after some people have left, by name. */
export interface Drill {
  readonly leaves: readonly PersonId[]
  readonly before: Evaluation
  readonly after: Evaluation
  readonly loss: Loss
  /** How much settled support gains, 0–2: somebody against us leaves. */
  readonly relief: number
  /** Roles that count and had a holder before. */
  readonly emptiedRoles: readonly string[]
  /** Who stays but can no longer be reached, by place. */
  readonly unreachable: readonly PersonId[]
  /** Whose warm path is another one now, or none. */
  readonly paths: readonly {
    readonly person: PersonId
    readonly before: readonly PersonId[]
    readonly after: readonly PersonId[]
  }[]
}

/**
 * Departure of one or several people at once, theirs or ours (domain.md 6.8), by evaluating the situation again without
 * them: the answer that `departureLosses` has to equal, and the one shown when somebody drills. Who is not there changes
 * nothing.
 */
export function drill(before: Evaluation, leaves: readonly PersonId[]): Drill {
  const leaving = new Set(leaves)
  const after = evaluate(situationWithout(before.situation, leaving))
  const stay = before.situation.theirs.filter(({ id }) => !leaving.has(id))

  const emptied = (before.coverage?.roles ?? []).filter(({ people }, i) => {
    return people.length > 0 && after.coverage?.roles[i]?.people.length === 0
  })
  const lostCoverage = Math.max(0, (before.coverage?.score ?? 0) - (after.coverage?.score ?? 0)) / 100
  // An undefined support counts as 0.
  const gain = (after.support?.settled ?? 0) - (before.support?.settled ?? 0)
  return {
    leaves,
    before,
    after,
    loss: loss(lostCoverage, Math.max(0, -gain) / 2, lostAccess(before, after), before.situation.method),
    relief: Math.max(0, gain),
    emptiedRoles: emptied.map(({ role }) => role),
    unreachable: stay.filter(({ id }) => accessOf(before, id) > 0 && accessOf(after, id) === 0).map(({ id }) => id),
    paths: stay
      .map(({ id }) => ({ person: id, before: before.path(id), after: after.path(id) }))
      .filter((change) => change.before.join('\n') !== change.after.join('\n')),
  }
}

/** ΔA = Σ v max(0, A − A′) / Σ v over the role holders who remain; 0 where none does. */
function lostAccess(before: Evaluation, after: Evaluation): number {
  let total = 0
  let lost = 0
  for (const { id, weight } of after.situation.theirs) {
    total += weight
    lost += weight * Math.max(0, accessOf(before, id) - accessOf(after, id))
  }
  return total > 0 ? lost / total : 0
}
