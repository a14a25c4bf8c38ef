import { contacts } from '../../src-shared/analytics/contacts'
import { pairDepths, type PairDepth } from '../../src-shared/analytics/effectiveDepth'
import { politicalOf, stanceOf, type Weakness, weaknessOf } from '../../src-shared/analytics/judgements'
import { peopleOf, type PlacedSeat } from '../../src-shared/analytics/snapshot'
import type { Translate } from '../../src-shared/i18n/translate'
import { type Day, holds } from '../../src-shared/model/day'
import type { PersonId, SeatId } from '../../src-shared/model/ids'
import type { Member } from '../../src-shared/model/person'
import type { PoliticalStatus, Side, Stance, TouchTier } from '../../src-shared/model/scales'
import type { OpenAccount } from './AccountContext'
import { emptySeatWord, organizationName, unitName } from './names'

/** One line of the people list: a seat with its holder, an empty seat, or somebody who sits nowhere on the day. */
export interface PersonRow {
  readonly key: string
  readonly seatId: SeatId | null
  readonly personId: PersonId | null
  /** Empty seats are called vacant or unidentified. */
  readonly name: string
  readonly latinName: string
  readonly title: string
  readonly department: string
  readonly organization: string
  readonly side: Side
  readonly tier: TouchTier | null
  /** Keys of the roles in the chosen opportunity. */
  readonly roles: readonly string[]
  readonly stance: Stance | null
  /** Why the stance is to be taken with caution. */
  readonly stanceWeakness: Weakness | null
  readonly political: PoliticalStatus | null
  /** The deepest pair with one of ours. */
  readonly best: (PairDepth & { readonly ownName: string; readonly weakness: Weakness | null }) | null
  readonly lastContact: Day | null
}

/** Everybody of the open account on its day, in no order. */
export function peopleRows(open: OpenAccount, t: Translate): PersonRow[] {
  const { graph, snap, asOf, judgements, opportunity, method } = open
  const members = new Map(graph.people.map((person) => [person.id, person]))
  const met = contacts(graph, asOf)
  const ours = peopleOf(snap, 'ours')
  const rolesBySeat = new Map<SeatId, string[]>()
  for (const held of graph.decisionRoles) {
    if (held.opportunityId !== opportunity?.id || !holds(held, asOf)) continue
    rolesBySeat.set(held.seatId, [...(rolesBySeat.get(held.seatId) ?? []), held.role])
  }

  const lapsed = new Map(
    graph.judgements
      .filter(({ kind, opportunityId }) => kind === 'stance' && (opportunityId === null || opportunityId === opportunity?.id))
      .filter(({ expiresOn }) => expiresOn !== null && expiresOn <= asOf)
      .map((judgement) => [judgement.subjectId, judgement]),
  )

  function personPart(person: Member) {
    const presence = snap.people.get(person.id)
    const pairs = presence && person.side !== 'ours' ? pairDepths(presence, ours, asOf, judgements, met, method) : []
    const best = pairs.reduce<PairDepth | null>((a, b) => (a === null || b.depth > a.depth ? b : a), null)
    const organizations = presence?.seats.map((placed) => placed.seat.organizationId) ?? []
    const stance = judgements.stance(person.id, opportunity?.id ?? null)
    const days = [...met.of(person.id).values()].sort()
    return {
      personId: person.id,
      name: person.name,
      latinName: person.latinName,
      side: person.side,
      stance: stanceOf(stance),
      stanceWeakness: weaknessOf(stance, lapsed.get(person.id)),
      political: politicalOf(judgements.political(person.id, organizations)),
      best: best && {
        ...best,
        ownName: members.get(best.ownPersonId)?.name ?? '',
        weakness: weaknessOf(judgements.depth(best.ownPersonId, person.id), undefined),
      },
      lastContact: days.at(-1) ?? null,
    }
  }

  function seatPart({ seat, state }: PlacedSeat) {
    return {
      key: seat.id,
      seatId: seat.id,
      title: state.title,
      department: unitName(graph, state.unitId),
      organization: organizationName(t, graph, seat.organizationId, seat.side),
      tier: state.tier,
      roles: rolesBySeat.get(seat.id) ?? [],
    }
  }

  const seated = [...snap.seats.values()].map((placed): PersonRow => {
    const holder = placed.holderId === null ? undefined : members.get(placed.holderId)
    if (holder) return { ...seatPart(placed), ...personPart(holder) }
    return {
      ...seatPart(placed),
      personId: null,
      name: emptySeatWord(t, graph, placed.seat.id),
      latinName: '',
      side: placed.seat.side,
      stance: null,
      stanceWeakness: null,
      political: null,
      best: null,
      lastContact: null,
    }
  })
  const elsewhere = graph.people
    .filter((person) => !snap.people.has(person.id))
    .map((person): PersonRow => ({
      ...personPart(person),
      key: person.id,
      seatId: null,
      title: '',
      department: '',
      organization: '',
      tier: null,
      roles: [],
    }))
  return [...seated, ...elsewhere]
}
