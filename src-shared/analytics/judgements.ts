import type { Day } from '../model/day'
import type { AccountGraph } from '../model/graph'
import type { OpportunityId, OrganizationId, PersonId } from '../model/ids'
import type { Judgement } from '../model/judgement'
import { Depth, PoliticalStatus, Stance } from '../model/scales'

/** Which judgements count on a day: the latest with `madeOn ≤ on < expiresOn`, of one day the last recorded (domain.md 6). */
export interface CurrentJudgements {
  /** An opportunity's own stance goes before a general one; undefined: unknown. */
  stance(person: PersonId, opportunity: OpportunityId | null): Judgement | undefined
  /** The political status of a person in one of these organizations. */
  political(person: PersonId, organizations: readonly OrganizationId[]): Judgement | undefined
  /** The depth of the pair of one of ours with one of theirs; undefined counts as 0. */
  depth(ownPerson: PersonId, person: PersonId): Judgement | undefined
  /** The judged pairs of one of theirs, by which of ours. */
  depthsOf(person: PersonId): ReadonlyMap<PersonId, Judgement>
}

/** Indexes a graph's judgements for a day. O(judgements). */
export function currentJudgements(graph: AccountGraph, on: Day): CurrentJudgements {
  const stances = new Map<PersonId, Map<OpportunityId | null, Judgement>>()
  const politicals = new Map<PersonId, Map<OrganizationId | null, Judgement>>()
  const depths = new Map<PersonId, Map<PersonId, Judgement>>()

  for (const judgement of graph.judgements) {
    if (!counts(judgement, on)) continue
    switch (judgement.kind) {
      case 'stance':
        keepLatest(stances, judgement, judgement.opportunityId)
        break
      case 'political':
        keepLatest(politicals, judgement, judgement.organizationId)
        break
      case 'depth':
        if (judgement.ownPersonId !== null) keepLatest(depths, judgement, judgement.ownPersonId)
        break
      case 'adaptability':
        break
      default:
        judgement.kind satisfies never
    }
  }

  return {
    stance: (person, opportunity) => {
      const own = stances.get(person)
      return (opportunity === null ? undefined : own?.get(opportunity)) ?? own?.get(null)
    },
    political: (person, organizations) => {
      const own = politicals.get(person)
      if (!own) return undefined
      const there = organizations.map((id) => own.get(id))
      return there.concat(own.get(null)).reduce((a, b) => (a && b ? later(a, b) : (a ?? b)), undefined)
    },
    depth: (ownPerson, person) => depths.get(person)?.get(ownPerson),
    depthsOf: (person) => depths.get(person) ?? new Map(),
  }
}

/** Whether a judgement is known and unexpired on a day. */
export function counts(judgement: Judgement, on: Day): boolean {
  return (judgement.madeOn === null || judgement.madeOn <= on) && (judgement.expiresOn === null || on < judgement.expiresOn)
}

/** Why an opinion is to be taken with caution: nothing is said in its support, or it ran out with none in its place. */
export type Weakness = 'no-evidence' | 'expired'

/**
 * @param current the judgement that counts
 * @param lapsed one that counted once and has expired
 */
export function weaknessOf(current: Judgement | undefined, lapsed: Judgement | undefined): Weakness | null {
  if (current) return current.evidence.trim() === '' ? 'no-evidence' : null
  return lapsed ? 'expired' : null
}

/** The last guided rating of a pair that was made by a day, expired or not. */
export function lastGuided(graph: AccountGraph, ownPerson: PersonId, person: PersonId, on: Day): Judgement | undefined {
  return graph.judgements
    .filter(({ factors, ownPersonId, subjectId, madeOn }) => {
      return factors !== null && ownPersonId === ownPerson && subjectId === person && (madeOn === null || madeOn <= on)
    })
    .reduce<Judgement | undefined>((a, b) => (a ? later(a, b) : b), undefined)
}

export function stanceOf(judgement: Judgement | undefined): Stance | null {
  return judgement ? Stance.parse(judgement.value) : null
}

export function politicalOf(judgement: Judgement | undefined): PoliticalStatus | null {
  return judgement ? PoliticalStatus.parse(judgement.value) : null
}

export function depthOf(judgement: Judgement | undefined): Depth {
  return judgement ? Depth.parse(Number(judgement.value)) : 0
}

function keepLatest<K>(index: Map<PersonId, Map<K, Judgement>>, judgement: Judgement, key: K): void {
  let own = index.get(judgement.subjectId)
  if (!own) index.set(judgement.subjectId, (own = new Map<K, Judgement>()))
  const other = own.get(key)
  own.set(key, other ? later(other, judgement) : judgement)
}

function later(a: Judgement, b: Judgement): Judgement {
  const [dayA, dayB] = [a.madeOn ?? '', b.madeOn ?? '']
  if (dayA !== dayB) return dayA > dayB ? a : b
  return a.recordedSeq > b.recordedSeq ? a : b
}
