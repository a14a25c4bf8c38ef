import type { PersonId } from '../model/ids'
import type { Situation } from './situation'
import { type Entry, type Sparse, sparse, transpose } from './sparse'

/**
 * What access can travel along on a day (domain.md 6.2). People of theirs and third parties are numbered as in
 * `Situation.theirs`, ours as in `Situation.ours`. Parallel ties stand side by side: the strongest wins by itself.
 */
export interface AccessNetwork {
  /** Number of their people. */
  readonly size: number
  /** Number of ours. */
  readonly owners: number
  /** Row: one of theirs; column: one of ours who knows them at effective depth ≥ 1; value: that tie. */
  readonly direct: Sparse
  /** Row: one of theirs; column: whom access goes on to. */
  readonly out: Sparse
  /** Row: one of theirs; column: whom access comes from. */
  readonly into: Sparse
}

/**
 * Builds the network: pairs carry what the method gives their effective depth; `influences` runs from influencer to
 * influenced, `allied-with` and `personal` both ways, each times its confidence; a reporting line both ways.
 * `conflicts-with` carries nothing, nor do ties and lines that one of ours is part of.
 */
export function accessNetwork(now: Situation): AccessNetwork {
  const { snapshot: snap, method, placeOf, theirs } = now
  const ownPlace = new Map(now.ours.map(({ person }, place) => [person.id, place]))

  const direct: Entry[] = []
  theirs.forEach(({ pairs }, row) => {
    for (const { ownPersonId, depth } of pairs) {
      const value = pairAccess(depth, method.depthAccess)
      const column = ownPlace.get(ownPersonId)
      if (value > 0 && column !== undefined) direct.push({ row, column, value })
    }
  })

  const arcs: Entry[] = []
  const walk = (from: PersonId, to: PersonId, value: number): void => {
    const row = placeOf.get(from)
    const column = placeOf.get(to)
    if (row !== undefined && column !== undefined && row !== column && value > 0) arcs.push({ row, column, value })
  }
  for (const tie of snap.ties) {
    const value = tie.strength * tie.confidence
    switch (tie.kind) {
      case 'influences':
        walk(tie.fromPersonId, tie.toPersonId, value)
        break
      case 'allied-with':
      case 'personal':
        walk(tie.fromPersonId, tie.toPersonId, value)
        walk(tie.toPersonId, tie.fromPersonId, value)
        break
      case 'conflicts-with':
        break
      default:
        tie.kind satisfies never
    }
  }
  for (const { state, holderId } of snap.seats.values()) {
    if (holderId === null || state.reportsToSeatId === null) continue
    const superior = snap.seats.get(state.reportsToSeatId)?.holderId ?? null
    if (superior === null) continue
    walk(holderId, superior, method.reportingAccess)
    walk(superior, holderId, method.reportingAccess)
  }

  const out = sparse(theirs.length, arcs)
  return {
    size: theirs.length,
    owners: now.ours.length,
    direct: sparse(theirs.length, direct),
    out,
    into: transpose(out, theirs.length),
  }
}

/** Tie for access of a pair at an effective depth; below 1 none, whatever the method says (domain.md 6.3). */
export function pairAccess(depth: number, depthAccess: readonly number[]): number {
  return depth >= 1 ? (depthAccess[depth] ?? 0) : 0
}
