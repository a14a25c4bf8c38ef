import { addDays, type Day } from '../model/day'
import type { AccountGraph } from '../model/graph'
import type { OpportunityId, PersonId } from '../model/ids'
import type { Method } from '../model/method'
import type { Stance } from '../model/scales'
import { type Situation, type Subject, situation } from './situation'
import type { Presence } from './snapshot'

/** What became of somebody between two days. */
export type Change =
  | {
      readonly kind: 'new' | 'gone' | 'moved'
      readonly person: PersonId
      readonly from: readonly string[]
      readonly to: readonly string[]
    }
  | { readonly kind: 'role-given' | 'role-lost'; readonly person: PersonId; readonly role: string }
  | {
      readonly kind: 'stance-up' | 'stance-down' | 'stance-known' | 'stance-unknown'
      readonly person: PersonId
      readonly from: Stance | null
      readonly to: Stance | null
    }
  | { readonly kind: 'depth-up' | 'depth-down'; readonly person: PersonId; readonly from: number; readonly to: number }

/** How far back changes are told when nobody has chosen a day. */
const USUAL_DAYS = 30

/** From which day changes up to `on` are told: the chosen one where it is earlier, else a month before. */
export function sinceDay(chosen: Day | null | undefined, on: Day): Day {
  return chosen && chosen < on ? chosen : addDays(on, -USUAL_DAYS)
}

/**
 * What changed from one day to another (issue C, 3: layer What changed), theirs and ours, in the order of the later day's people and
 * then of those who are gone: new, gone, moved (holds other seats; titles before and after), roles given and lost,
 * stance by its opinion value, best effective depth. Of somebody new or gone that alone is told, with roles.
 *
 * A stance that was found out or forgotten is neither better nor worse, so it has kinds of its own.
 */
export function changes(graph: AccountGraph, opportunityId: OpportunityId | null, since: Day, on: Day, method: Method): Change[] {
  return changesBetween(situation(graph, opportunityId, since, method), situation(graph, opportunityId, on, method))
}

/** The same between two situations of one account and deal. */
export function changesBetween(before: Situation, after: Situation): Change[] {
  const found: Change[] = []

  const wasThere = (id: PersonId): Presence | undefined => before.snapshot.people.get(id)
  for (const presence of everyone(after)) {
    const person = presence.person.id
    const old = wasThere(person)
    if (!old) found.push({ kind: 'new', person, from: [], to: titles(presence) })
    else if (seatIds(old) !== seatIds(presence)) {
      found.push({ kind: 'moved', person, from: titles(old), to: titles(presence) })
    }
    found.push(...roleChanges(person, before, after))
    const [a, b] = [subjectOf(before, person), subjectOf(after, person)]
    if (a && b) found.push(...opinionChanges(a, b))
  }
  for (const presence of everyone(before)) {
    const person = presence.person.id
    if (after.snapshot.people.has(person)) continue
    found.push({ kind: 'gone', person, from: titles(presence), to: [] }, ...roleChanges(person, before, after))
  }
  return found
}

function everyone({ theirs, ours }: Situation): Presence[] {
  return [...theirs.map(({ presence }) => presence), ...ours]
}

function subjectOf(now: Situation, person: PersonId): Subject | undefined {
  return now.theirs[now.placeOf.get(person) ?? -1]
}

function titles({ seats }: Presence): string[] {
  return seats.map(({ state }) => state.title)
}

function seatIds({ seats }: Presence): string {
  return seats.map(({ seat }) => seat.id).join('\n')
}

function roleChanges(person: PersonId, before: Situation, after: Situation): Change[] {
  const had = before.chain.rolesOf.get(person) ?? []
  const has = after.chain.rolesOf.get(person) ?? []
  return [
    ...has.filter((role) => !had.includes(role)).map((role): Change => ({ kind: 'role-given', person, role })),
    ...had.filter((role) => !has.includes(role)).map((role): Change => ({ kind: 'role-lost', person, role })),
  ]
}

function opinionChanges(before: Subject, after: Subject): Change[] {
  const found: Change[] = []
  const [from, to] = [before.stance, after.stance]
  const stance = { person: after.id, from, to }
  if (from !== to) {
    if (from === null) found.push({ kind: 'stance-known', ...stance })
    else if (to === null) found.push({ kind: 'stance-unknown', ...stance })
    else if (after.opinion > before.opinion) found.push({ kind: 'stance-up', ...stance })
    else if (after.opinion < before.opinion) found.push({ kind: 'stance-down', ...stance })
  }
  const depth = { person: after.id, from: before.depth, to: after.depth }
  if (after.depth > before.depth) found.push({ kind: 'depth-up', ...depth })
  if (after.depth < before.depth) found.push({ kind: 'depth-down', ...depth })
  return found
}
