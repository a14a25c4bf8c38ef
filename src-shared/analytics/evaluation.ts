import type { PersonId } from '../model/ids'
import { type AccessTree, pathTo, solveAccess, warmParents } from './access'
import { type AccessNetwork, accessNetwork } from './accessNetwork'
import { type Coverage, coverage } from './coverage'
import { opinionNetwork } from './opinionNetwork'
import { type SettlingSystem, settledOpinions, settlingSystem } from './settled'
import type { Situation } from './situation'
import { type Support, support } from './support'

/** The figures of domain.md 6.3–6.6 for one situation. Arrays are numbered as `Situation.theirs`. */
export interface Evaluation {
  readonly situation: Situation
  readonly access: AccessTree
  readonly network: AccessNetwork
  /** Null without an opportunity. */
  readonly coverage: Coverage | null
  /** Null without an opportunity, and where nobody holds a role. */
  readonly support: Support | null
  readonly system: SettlingSystem
  /** x* of everyone. */
  readonly settled: Float64Array
  /** Warm path from our end to one of theirs, both included; empty where nobody reaches them. */
  path(person: PersonId): readonly PersonId[]
}

export function evaluate(now: Situation): Evaluation {
  const network = accessNetwork(now)
  const access = solveAccess(network)
  const parents = warmParents(network, access.value)
  const system = settlingSystem(now, opinionNetwork(now))
  const settled = settledOpinions(system)
  return {
    situation: now,
    access,
    network,
    coverage: now.opportunity && coverage(now),
    support: support(now, settled),
    system,
    settled,
    path: (person) => {
      const way = pathTo(parents, now.placeOf.get(person) ?? -1)
      const own = way && now.ours[way.own]
      if (!own) return []
      return [own.person.id, ...way.steps.flatMap((place) => now.theirs[place]?.id ?? [])]
    },
  }
}

/** A(p), 0 where nobody reaches them or they are not there. */
export function accessOf(evaluation: Evaluation, person: PersonId): number {
  const place = evaluation.situation.placeOf.get(person)
  return place === undefined ? 0 : (evaluation.access.value[place] ?? 0)
}
