import type { Day } from '../model/day'
import type { AccountGraph } from '../model/graph'
import type { PersonId } from '../model/ids'

/** The last day on which each pair of one of theirs (or a third party) and one of ours met. */
export interface Contacts {
  /** Of a pair: both took part. */
  last(person: PersonId, ownPerson: PersonId): Day | undefined
  /** Of one of theirs: by which of ours. */
  of(person: PersonId): ReadonlyMap<PersonId, Day>
}

const nobody: ReadonlyMap<PersonId, Day> = new Map()

/**
 * Indexes the interactions known on a day (domain.md 6: what is dated later does not exist). An undated one says that two
 * know each other, not when they met: it stops no decay, so it is left out.
 */
export function contacts(graph: AccountGraph, on: Day): Contacts {
  const sideOf = new Map(graph.people.map((person) => [person.id, person.side]))
  const byPerson = new Map<PersonId, Map<PersonId, Day>>()

  for (const { heldOn, participants } of graph.interactions) {
    if (heldOn === null || heldOn > on) continue
    const ours = participants.filter((id) => sideOf.get(id) === 'ours')
    if (ours.length === 0) continue
    for (const person of participants) {
      const side = sideOf.get(person)
      if (side === undefined || side === 'ours') continue
      let met = byPerson.get(person)
      if (!met) byPerson.set(person, (met = new Map<PersonId, Day>()))
      for (const own of ours) {
        const before = met.get(own)
        if (before === undefined || before < heldOn) met.set(own, heldOn)
      }
    }
  }

  return {
    last: (person, ownPerson) => byPerson.get(person)?.get(ownPerson),
    of: (person) => byPerson.get(person) ?? nobody,
  }
}
