import type { Day } from '../model/day'
import type { AccountGraph } from '../model/graph'
import type { OpportunityId, PersonId } from '../model/ids'
import type { Method } from '../model/method'
import type { Opportunity } from '../model/opportunity'
import type { PoliticalStatus, Side, Stance } from '../model/scales'
import { compareCodePoints } from './codePoints'
import { type Contacts, contacts } from './contacts'
import { type DecisionChain, decisionChain } from './decisionChain'
import { type PairDepth, pairDepths } from './effectiveDepth'
import { type CurrentJudgements, currentJudgements, politicalOf, stanceOf } from './judgements'
import { publishedId } from './publishedId'
import { type PlacedSeat, type Presence, type Snapshot, snapshot } from './snapshot'

/** One of theirs or a third party, with what we think of them on a day. */
export interface Subject {
  readonly id: PersonId
  readonly presence: Presence
  /** Toward the opportunity, or in general without one; null: unknown. */
  readonly stance: Stance | null
  /** Opinion value x; an unknown stance counts as 0 (domain.md 6.5). */
  readonly opinion: number
  /** null: not judged, which counts as inside the power structure. */
  readonly political: PoliticalStatus | null
  /** Multiplier of the political status. */
  readonly power: number
  /** v of domain.md 6.5: largest weight of their roles × power; 0 without a role that counts. */
  readonly weight: number
  /** Judged pairs with ours who are there. */
  readonly pairs: readonly PairDepth[]
  /** The best effective depth of any of ours. */
  readonly depth: number
  /** How many of ours know them at effective depth ≥ 1. */
  readonly threads: number
}

/** All that the formulas of domain.md 6 need to know about an account, an opportunity and a day. */
export interface Situation {
  readonly snapshot: Snapshot
  readonly on: Day
  readonly method: Method
  /** null: the account as a whole, with general stances. */
  readonly opportunity: Opportunity | null
  readonly judgements: CurrentJudgements
  readonly contacts: Contacts
  /** Theirs and third parties who are there, in code-point order of published id: places in this list order ids. */
  readonly theirs: readonly Subject[]
  /** Ours who are there, in code-point order of published id. */
  readonly ours: readonly Presence[]
  readonly chain: DecisionChain
  /** Place in `theirs`. */
  readonly placeOf: ReadonlyMap<PersonId, number>
}

/** Reads an account on a day. `opportunityId` must be one of the graph's, or null. */
export function situation(graph: AccountGraph, opportunityId: OpportunityId | null, on: Day, method: Method): Situation {
  const opportunity = graph.opportunities.find(({ id }) => id === opportunityId) ?? null
  if (opportunity === null && opportunityId !== null) throw new Error(`no opportunity ${opportunityId} in this account`)
  return read(snapshot(graph, on), opportunity, method, currentJudgements(graph, on), contacts(graph, on))
}

/**
 * The same day without some people, as after their departure (domain.md 6.8): their seats stay, vacant; their ties and
 * pairs are gone; what they said about others stays valid.
 */
export function situationWithout(before: Situation, leaving: ReadonlySet<PersonId>): Situation {
  const { snapshot: snap, opportunity, method, judgements, contacts: met } = before
  const seats = new Map<PlacedSeat['seat']['id'], PlacedSeat>()
  for (const [id, seat] of snap.seats) {
    seats.set(id, seat.holderId !== null && leaving.has(seat.holderId) ? { ...seat, holderId: null } : seat)
  }
  const people = new Map([...snap.people].filter(([id]) => !leaving.has(id)))
  const ties = snap.ties.filter((tie) => !leaving.has(tie.fromPersonId) && !leaving.has(tie.toPersonId))
  return read({ ...snap, seats, people, ties }, opportunity, method, judgements, met)
}

function read(
  snap: Snapshot,
  opportunity: Opportunity | null,
  method: Method,
  judgements: CurrentJudgements,
  met: Contacts,
): Situation {
  const chain = decisionChain(snap, opportunity, method)
  const ours = present(snap, (side) => side === 'ours')
  const theirs = present(snap, (side) => side !== 'ours').map((presence): Subject => {
    const id = presence.person.id
    const stance = stanceOf(judgements.stance(id, opportunity?.id ?? null))
    const political = politicalOf(
      judgements.political(
        id,
        presence.seats.map(({ seat }) => seat.organizationId),
      ),
    )
    const power = method.political[political ?? 'structure']
    const roleWeights = (chain.rolesOf.get(id) ?? []).map((role) => chain.weights.get(role) ?? 0)
    const pairs = pairDepths(presence, ours, snap.on, judgements, met, method)
    return {
      id,
      presence,
      stance,
      opinion: stance === null ? 0 : method.stance[stance],
      political,
      power,
      weight: Math.max(0, ...roleWeights) * power,
      pairs,
      depth: pairs.reduce((best, pair) => Math.max(best, pair.depth), 0),
      threads: pairs.filter((pair) => pair.depth >= 1).length,
    }
  })
  return {
    snapshot: snap,
    on: snap.on,
    method,
    opportunity,
    judgements,
    contacts: met,
    theirs,
    ours,
    chain,
    placeOf: new Map(theirs.map(({ id }, place) => [id, place])),
  }
}

function present(snap: Snapshot, wanted: (side: Side) => boolean): Presence[] {
  return [...snap.people.values()]
    .filter(({ person }) => wanted(person.side))
    .map((presence) => ({ presence, id: publishedId(presence.person) }))
    .sort((a, b) => compareCodePoints(a.id, b.id) || compareCodePoints(a.presence.person.id, b.presence.person.id))
    .map(({ presence }) => presence)
}
