import type { Day } from '../model/day'
import type { AccountGraph } from '../model/graph'
import { DecisionRoleId, InteractionId, JudgementId, PersonId, SeatId, SeatStateId, type SignalId, TenureId } from '../model/ids'
import type { Judgement } from '../model/judgement'
import type { Situation } from './situation'

/** Copies of a graph in which one thing has been done; rows of the original are shared. The new rows never reach a file. */

const REHEARSED = 'rehearsed'

type Opinion = Pick<Judgement, 'subjectId' | 'kind' | 'value'> & Partial<Judgement>

/** A judgement made on the day, recorded after all others. */
export function withJudgement(graph: AccountGraph, on: Day, opinion: Opinion): AccountGraph {
  const judgement: Judgement = {
    authorId: null,
    ownPersonId: null,
    opportunityId: null,
    organizationId: null,
    confidence: 1,
    evidence: '',
    secrecy: 'open',
    factors: null,
    own: {},
    ...opinion,
    id: JudgementId.parse(REHEARSED),
    madeOn: on,
    expiresOn: null,
    recordedSeq: graph.judgements.reduce((most, { recordedSeq }) => Math.max(most, recordedSeq), 0) + 1,
  }
  return { ...graph, judgements: [...graph.judgements, judgement] }
}

/** A visit on the day. */
export function withInteraction(graph: AccountGraph, on: Day, participants: PersonId[]): AccountGraph {
  const visit: AccountGraph['interactions'][number] = {
    id: InteractionId.parse(REHEARSED),
    accountId: graph.account.id,
    opportunityId: null,
    heldOn: on,
    kind: 'visit',
    summary: '',
    secrecy: 'open',
    own: {},
    participants,
  }
  return { ...graph, interactions: [...graph.interactions, visit] }
}

/** A seat takes a role of the opportunity as well. */
export function withRole(graph: AccountGraph, now: Situation, role: string, seatId: SeatId): AccountGraph {
  if (now.opportunity === null) return graph
  const validity = { validFrom: null, validTo: null, recordedOn: now.on }
  const decisionRole = {
    id: DecisionRoleId.parse(REHEARSED),
    opportunityId: now.opportunity.id,
    seatId,
    role,
    chains: [],
    own: {},
  }
  return { ...graph, decisionRoles: [...graph.decisionRoles, { ...decisionRole, ...validity }] }
}

/** Some hints turned out to be nothing. */
export function withoutSignals(graph: AccountGraph, gone: ReadonlySet<SignalId>): AccountGraph {
  return { ...graph, signals: graph.signals.filter(({ id }) => !gone.has(id)) }
}

/** Somebody whose name has been found out, in a vacant seat or in a new one that has the role. */
export function withHolder(graph: AccountGraph, now: Situation, role: string, vacant: SeatId | null): AccountGraph {
  const personId = PersonId.parse(REHEARSED)
  const seatId = vacant ?? SeatId.parse(REHEARSED)
  const validity = { validFrom: null, validTo: null, recordedOn: now.on }
  const { organizationId } = graph.account
  const named: AccountGraph = {
    ...graph,
    people: [
      ...graph.people,
      {
        id: personId,
        name: REHEARSED,
        latinName: '',
        email: '',
        phone: '',
        note: '',
        secrecy: 'open',
        noteSecrecy: 'open',
        own: {},
        side: 'theirs',
        sourceId: null,
      },
    ],
    tenures: [...graph.tenures, { id: TenureId.parse(REHEARSED), personId, seatId, ...validity }],
  }
  if (vacant !== null || now.opportunity === null) return named
  return {
    ...named,
    seats: [...graph.seats, { id: seatId, organizationId, side: 'theirs', sourceId: null, own: {} }],
    seatStates: [
      ...graph.seatStates,
      { id: SeatStateId.parse(REHEARSED), seatId, title: '', unitId: null, tier: 'manager', reportsToSeatId: null, ...validity },
    ],
    decisionRoles: [
      ...graph.decisionRoles,
      { id: DecisionRoleId.parse(REHEARSED), opportunityId: now.opportunity.id, seatId, role, chains: [], own: {}, ...validity },
    ],
  }
}
