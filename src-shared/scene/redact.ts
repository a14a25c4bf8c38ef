import { snapshot } from '../analytics/snapshot'
import { type Day, holds } from '../model/day'
import type { AccountGraph } from '../model/graph'
import type { PersonId, SeatId } from '../model/ids'

/**
 * The part of a graph that a customer may see on a day: who sits where, who plays which open role, who works well with whom.
 * Every opinion of ours goes (judgements, signals, interactions, targets, notes, own fields), and so does whatever is not
 * marked open: ties of conflict and of private life, the hidden chain and people whose only part in a decision it is. What is
 * gone from the graph cannot come back in a drawing.
 */
export function customerSafe(graph: AccountGraph, on: Day): AccountGraph {
  const decisionRoles = graph.decisionRoles
    .filter(({ chains }) => chains.length === 0 || chains.some((chain) => chain !== 'hidden'))
    .map((role) => ({ ...role, chains: role.chains.filter((chain) => chain !== 'hidden'), own: {} }))
  const left = leftOut(graph, on, new Set(decisionRoles.map(({ id }) => id)))
  const stays = (id: PersonId): boolean => !left.people.has(id)
  const superiorOf = new Map(
    graph.seatStates.filter((state) => holds(state, on)).map(({ seatId, reportsToSeatId }) => [seatId, reportsToSeatId]),
  )
  return {
    ...graph,
    account: { ...graph.account, ownerId: null, own: {} },
    people: graph.people.filter(({ id }) => stays(id)).map((person) => ({ ...person, note: '', own: {} })),
    seats: graph.seats.filter(({ id }) => !left.seats.has(id)).map((seat) => ({ ...seat, own: {} })),
    seatStates: graph.seatStates
      .filter(({ seatId }) => !left.seats.has(seatId))
      .map((state) => ({ ...state, reportsToSeatId: visibleSuperior(state.reportsToSeatId, left.seats, superiorOf) })),
    tenures: graph.tenures.filter(({ personId, seatId }) => stays(personId) && !left.seats.has(seatId)),
    ties: graph.ties
      .filter(
        ({ kind, secrecy, fromPersonId, toPersonId }) =>
          secrecy === 'open' && (kind === 'influences' || kind === 'allied-with') && stays(fromPersonId) && stays(toPersonId),
      )
      .map((tie) => ({ ...tie, note: '', own: {} })),
    opportunities: graph.opportunities.map((opportunity) => ({ ...opportunity, own: {} })),
    decisionRoles: decisionRoles.filter(({ seatId }) => !left.seats.has(seatId)),
    judgements: [],
    targetDepths: [],
    interactions: [],
    signals: [],
    strategies: [],
  }
}

function leftOut(
  graph: AccountGraph,
  on: Day,
  openRoles: ReadonlySet<string>,
): { readonly people: ReadonlySet<PersonId>; readonly seats: ReadonlySet<SeatId> } {
  const { people, seats } = snapshot(graph, on)
  const left = new Set(graph.people.filter(({ secrecy }) => secrecy !== 'open').map(({ id }) => id))
  const partOf = new Map<SeatId, { open: boolean }>()
  for (const { id, seatId } of graph.decisionRoles) {
    const part = partOf.get(seatId) ?? { open: false }
    part.open ||= openRoles.has(id)
    partOf.set(seatId, part)
  }
  for (const [id, { seats: held }] of people) {
    const parts = held.flatMap(({ seat }) => partOf.get(seat.id) ?? [])
    if (parts.length > 0 && parts.every(({ open }) => !open)) left.add(id)
  }
  const gone = new Set<SeatId>()
  for (const [id, { holderId }] of seats) {
    const hiddenSeat = holderId === null && partOf.get(id)?.open === false
    if (hiddenSeat || (holderId !== null && left.has(holderId))) gone.add(id)
  }
  return { people: left, seats: gone }
}

/** The nearest superior who stays; a loop among those who go ends without one. */
function visibleSuperior(
  superior: SeatId | null,
  gone: ReadonlySet<SeatId>,
  superiorOf: ReadonlyMap<SeatId, SeatId | null>,
): SeatId | null {
  const seen = new Set<SeatId>()
  let at = superior
  while (at !== null && gone.has(at)) {
    if (seen.has(at)) return null
    seen.add(at)
    at = superiorOf.get(at) ?? null
  }
  return at
}
