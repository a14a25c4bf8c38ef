import { currentJudgements, depthOf, politicalOf, stanceOf } from '../analytics/judgements'
import { type PlacedSeat, type Snapshot, snapshot } from '../analytics/snapshot'
import { unitPath } from '../model/account'
import { type Day, holds } from '../model/day'
import type { AccountGraph } from '../model/graph'
import type { OpportunityId, PersonId, SeatId } from '../model/ids'
import {
  emptyPerson,
  type QuickDepth,
  type QuickDocument,
  type QuickName,
  type QuickPerson,
  type QuickRole,
  type QuickTie,
} from './document'
import { nameOrdinals } from './names'

/** Nothing here was read from a text. */
const nowhere = { line: 0, from: 0, to: 0 }

/**
 * What a map says on a day, as a text can say it: seats with their holders, roles and stances of one opportunity (null: no roles, and
 * stances in general), political status, depths as judged, ties. People without a seat on the day are not there.
 */
export function documentOf(graph: AccountGraph, opportunityId: OpportunityId | null, on: Day): QuickDocument {
  const snap = snapshot(graph, on)
  const nameOf = namer(graph)
  const opportunity = graph.opportunities.find(({ id }) => id === opportunityId)
  const people: QuickPerson[] = []
  const seen = new Set<PersonId>()
  const describe = seatReader(snap, opportunity?.id ?? null, nameOf)
  for (const { placed, superior } of readingOrder(snap)) {
    const isFirst = placed.holderId === null || !seen.has(placed.holderId)
    if (placed.holderId !== null) seen.add(placed.holderId)
    people.push({ ...describe(placed, isFirst), superior })
  }
  const ties = snap.ties.map((tie): QuickTie => ({
    place: nowhere,
    from: nameOf(tie.fromPersonId),
    to: nameOf(tie.toPersonId),
    kind: tie.kind,
    strength: tie.strength,
    confidence: tie.confidence,
    note: tie.note.trim(),
  }))
  return {
    account: { text: graph.account.name, place: nowhere },
    opportunity: opportunity ? { text: opportunity.name, place: nowhere } : null,
    people,
    ties,
  }
}

type Namer = (id: PersonId) => QuickName

/** Names of people, with a mark where another person of the account has the same. */
function namer(graph: AccountGraph): Namer {
  const ordinals = nameOrdinals(graph.people)
  const byId = new Map(graph.people.map((person) => [person.id, person.name]))
  return (id) => ({ text: byId.get(id) ?? '', mark: ordinals.get(id) ?? '', place: nowhere })
}

/** What a seat's line says; what is said of its holder only where `isFirst` of their lines. */
function seatReader(snap: Snapshot, opportunityId: OpportunityId | null, nameOf: Namer) {
  const { graph, on } = snap
  const judgements = currentJudgements(graph, on)
  const units = new Map(graph.units.map(({ id }) => [id, unitPath(graph.units, id)]))
  const organizations = new Map(graph.organizations.map((each) => [each.id, each.name]))
  const roles = Map.groupBy(
    graph.decisionRoles.filter((role) => role.opportunityId === opportunityId && holds(role, on)),
    (role) => role.seatId,
  )
  return ({ seat, state, holderId }: PlacedSeat, isFirst: boolean): QuickPerson => {
    const presence = holderId === null ? undefined : snap.people.get(holderId)
    const side = presence?.person.side ?? seat.side
    const isCustomer = side === 'theirs' && seat.organizationId === graph.account.organizationId
    const line: QuickPerson = {
      ...emptyPerson(nowhere),
      name: presence ? nameOf(presence.person.id) : null,
      title: state.title.trim(),
      unit: state.unitId === null ? '' : (units.get(state.unitId) ?? ''),
      tier: state.tier,
      side,
      organization: isCustomer ? '' : (organizations.get(seat.organizationId) ?? ''),
    }
    if (side === 'ours') return line
    const said = (roles.get(seat.id) ?? []).map(({ role, chains }): QuickRole => ({ role, chains }))
    const held = { ...line, roles: said.filter((role, index) => said.findIndex((other) => other.role === role.role) === index) }
    if (!presence || !isFirst) return held
    const { id } = presence.person
    const stance = stanceOf(judgements.stance(id, opportunityId))
    const depths = [...judgements.depthsOf(id)]
      .filter(([own]) => snap.people.get(own)?.person.side === 'ours')
      .map(([own, judgement]): QuickDepth => ({ ours: nameOf(own), depth: depthOf(judgement), place: nowhere }))
    return {
      ...held,
      stance: stance ?? (said.length > 0 ? 'unknown' : null),
      political: politicalOf(
        judgements.political(
          id,
          presence.seats.map((placed) => placed.seat.organizationId),
        ),
      ),
      depths,
    }
  }
}

const sideOrder = { theirs: 0, 'third-party': 1, ours: 2 }

/** Seats with superiors first, each with the index of its superior: the customer's, third parties', ours, by id within a side. */
function readingOrder(snap: Snapshot): { placed: PlacedSeat; superior: number | null }[] {
  const seats = [...snap.seats.values()].sort(
    (a, b) => sideOrder[a.seat.side] - sideOrder[b.seat.side] || (a.seat.id < b.seat.id ? -1 : 1),
  )
  const below = Map.groupBy(seats, ({ state: { reportsToSeatId: above } }) =>
    above !== null && snap.seats.has(above) ? above : null,
  )
  const order: { placed: PlacedSeat; superior: number | null }[] = []
  const written = new Set<SeatId>()
  // A loop in imported data has no head: whoever was not reached from one is written as if they were.
  for (const head of [...(below.get(null) ?? []), ...seats]) {
    const open: { placed: PlacedSeat; superior: number | null }[] = [{ placed: head, superior: null }]
    for (let next = open.pop(); next; next = open.pop()) {
      const { id } = next.placed.seat
      if (written.has(id)) continue
      written.add(id)
      const superior = order.length
      order.push(next)
      for (const placed of (below.get(id) ?? []).toReversed()) open.push({ placed, superior })
    }
  }
  return order
}
