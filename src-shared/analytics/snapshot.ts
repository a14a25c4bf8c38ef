import { type Day, holds } from '../model/day'
import type { AccountGraph } from '../model/graph'
import type { PersonId, SeatId } from '../model/ids'
import type { Member, Seat, SeatState } from '../model/person'
import type { Side, TouchTier } from '../model/scales'
import type { Tie } from '../model/tie'

/** A seat as it is on a day: what is true of it and who holds it (null: vacant or unidentified). */
export interface PlacedSeat {
  readonly seat: Seat
  readonly state: SeatState
  readonly holderId: PersonId | null
}

/** A person who holds at least one seat on a day. */
export interface Presence {
  readonly person: Member
  /** In ascending order of seat id, never empty. */
  readonly seats: readonly PlacedSeat[]
  /** The highest tier among the seats. */
  readonly tier: TouchTier
}

/** An account's graph on one day. Who holds no seat on that day is not there (domain.md 6). */
export interface Snapshot {
  readonly graph: AccountGraph
  readonly on: Day
  readonly seats: ReadonlyMap<SeatId, PlacedSeat>
  readonly people: ReadonlyMap<PersonId, Presence>
  /** Ties that hold on the day and whose two people are there. */
  readonly ties: readonly Tie[]
}

const tierRank: Record<TouchTier, number> = { executive: 0, manager: 1, operational: 2 }

/**
 * Filters a graph to what is true on a day. O(rows), no copies of rows.
 *
 * A seat is there while one of its states holds; of two holders of one seat the one with the later start counts, then the
 * greater id, so that an overlap in imported data has one answer.
 */
export function snapshot(graph: AccountGraph, on: Day): Snapshot {
  const seatById = new Map(graph.seats.map((seat) => [seat.id, seat]))
  const memberById = new Map(graph.people.map((person) => [person.id, person]))

  const holderBySeat = new Map<SeatId, (typeof graph.tenures)[number]>()
  for (const tenure of graph.tenures) {
    if (!holds(tenure, on) || !memberById.has(tenure.personId)) continue
    const other = holderBySeat.get(tenure.seatId)
    const later =
      !other ||
      (tenure.validFrom ?? '') > (other.validFrom ?? '') ||
      ((tenure.validFrom ?? '') === (other.validFrom ?? '') && tenure.id > other.id)
    if (later) holderBySeat.set(tenure.seatId, tenure)
  }

  const seats = new Map<SeatId, PlacedSeat>()
  for (const state of graph.seatStates) {
    const seat = seatById.get(state.seatId)
    if (!seat || !holds(state, on)) continue
    seats.set(seat.id, { seat, state, holderId: holderBySeat.get(seat.id)?.personId ?? null })
  }

  const seatsByPerson = new Map<PersonId, PlacedSeat[]>()
  for (const placed of seats.values()) {
    if (placed.holderId === null) continue
    const held = seatsByPerson.get(placed.holderId)
    if (held) held.push(placed)
    else seatsByPerson.set(placed.holderId, [placed])
  }
  const people = new Map<PersonId, Presence>()
  for (const [id, held] of seatsByPerson) {
    const person = memberById.get(id)
    if (!person) continue
    held.sort((a, b) => (a.seat.id < b.seat.id ? -1 : 1))
    const tier = held.map((placed) => placed.state.tier).reduce((a, b) => (tierRank[b] < tierRank[a] ? b : a))
    people.set(id, { person, seats: held, tier })
  }

  const ties = graph.ties.filter((tie) => holds(tie, on) && people.has(tie.fromPersonId) && people.has(tie.toPersonId))
  return { graph, on, seats, people, ties }
}

/** The people of some sides on the snapshot's day, in ascending order of id. */
export function peopleOf(snap: Snapshot, ...sides: readonly Side[]): Presence[] {
  return [...snap.people.values()]
    .filter((presence) => sides.includes(presence.person.side))
    .sort((a, b) => (a.person.id < b.person.id ? -1 : 1))
}
