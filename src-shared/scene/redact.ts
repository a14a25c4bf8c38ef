import { snapshot } from '../analytics/snapshot'
import type { Layer } from '../answers'
import type { OwnFields } from '../model/account'
import { type Day, holds } from '../model/day'
import type { AccountGraph } from '../model/graph'
import type { PersonId, SeatId } from '../model/ids'
import type { Attachment, Interaction } from '../model/interaction'
import { hidesNothing, mayLeave, type RedactionProfile } from '../model/redaction'
import type { JudgementKind, SecrecyTier } from '../model/scales'
import { fieldsWithoutNames, withoutNames } from '../model/withoutNames'

/**
 * The part of a graph that may leave under a profile. What is gone from the graph cannot come back in a drawing, a table or a
 * figure: this is the only place that decides it.
 */
export function redacted(graph: AccountGraph, on: Day, profile: RedactionProfile): AccountGraph {
  if (hidesNothing(profile)) return graph
  const leaves = ({ secrecy }: { readonly secrecy: SecrecyTier }): boolean => mayLeave(secrecy, profile)
  const decisionRoles = graph.decisionRoles
    .filter(({ chains }) => profile.hiddenChain || chains.length === 0 || chains.some((chain) => chain !== 'hidden'))
    .map((role) => ({
      ...role,
      chains: profile.hiddenChain ? role.chains : role.chains.filter((chain) => chain !== 'hidden'),
    }))
  const left = leftOut(graph, on, new Set(decisionRoles.map(({ id }) => id)), profile)
  const stays = (id: PersonId): boolean => !left.people.has(id)
  const nameless = withoutNames(namesOf(graph.people.filter(({ id }) => left.people.has(id))))
  const own = (fields: OwnFields): OwnFields => (profile.notes ? fieldsWithoutNames(fields, nameless) : {})
  const said = (words: string): string => (profile.notes ? nameless(words) : '')
  const superiorOf = new Map(
    graph.seatStates.filter((state) => holds(state, on)).map(({ seatId, reportsToSeatId }) => [seatId, reportsToSeatId]),
  )
  return {
    ...graph,
    account: { ...graph.account, ownerId: profile.depth ? graph.account.ownerId : null, own: own(graph.account.own) },
    people: graph.people
      .filter(({ id }) => stays(id))
      .map((person) => ({
        ...person,
        ...(!profile.contacts && { email: '', phone: '' }),
        note: mayLeave(person.noteSecrecy, profile) ? said(person.note) : '',
        own: own(person.own),
      })),
    seats: graph.seats.filter(({ id }) => !left.seats.has(id)).map((seat) => ({ ...seat, own: own(seat.own) })),
    seatStates: graph.seatStates
      .filter(({ seatId }) => !left.seats.has(seatId))
      .map((state) => ({ ...state, reportsToSeatId: visibleSuperior(state.reportsToSeatId, left.seats, superiorOf) })),
    tenures: graph.tenures.filter(({ personId, seatId }) => stays(personId) && !left.seats.has(seatId)),
    ties: graph.ties
      .filter((tie) => leaves(tie) && (profile.privateTies || tie.kind === 'influences' || tie.kind === 'allied-with'))
      .filter(({ fromPersonId, toPersonId }) => stays(fromPersonId) && stays(toPersonId))
      .map((tie) => ({ ...tie, note: said(tie.note), own: own(tie.own) })),
    opportunities: graph.opportunities.map((opportunity) => ({ ...opportunity, own: own(opportunity.own) })),
    decisionRoles: decisionRoles.filter(({ seatId }) => !left.seats.has(seatId)).map((role) => ({ ...role, own: own(role.own) })),
    judgements: graph.judgements
      .filter((judgement) => leaves(judgement) && allowedKinds(profile).has(judgement.kind) && stays(judgement.subjectId))
      .filter(({ ownPersonId }) => ownPersonId === null || stays(ownPersonId))
      .map((judgement) => ({ ...judgement, evidence: said(judgement.evidence), own: own(judgement.own) })),
    targetDepths: profile.depth ? graph.targetDepths.filter((pair) => stays(pair.ownPersonId) && stays(pair.subjectId)) : [],
    interactions: profile.depth
      ? graph.interactions.filter(leaves).map((interaction) => ({
          ...interaction,
          summary: said(interaction.summary),
          own: own(interaction.own),
          participants: interaction.participants.filter(stays),
        }))
      : [],
    attachments: profile.depth && profile.notes ? papersOf(graph, leaves, nameless) : [],
    signals: profile.risk
      ? graph.signals
          .filter(({ personId }) => stays(personId))
          .map((signal) => ({ ...signal, source: said(signal.source), own: own(signal.own) }))
      : [],
    strategies: profile.strategies
      ? graph.strategies
          .filter((strategy) => leaves(strategy) && stays(strategy.personId))
          .map((strategy) => ({
            ...strategy,
            objective: nameless(strategy.objective),
            message: nameless(strategy.message),
            materials: nameless(strategy.materials),
            result: nameless(strategy.result),
            own: own(strategy.own),
          }))
      : [],
  }
}

/** Takes the names of those whom a redaction left out from what is said beside the graph. */
export function withoutLeftOut(whole: AccountGraph, shown: AccountGraph): (words: string) => string {
  const there = new Set(shown.people.map(({ id }) => id))
  return withoutNames(namesOf(whole.people.filter(({ id }) => !there.has(id))))
}

/** The layers that tell nothing a profile holds back. A map without opinions has one: who plays which role. */
export function layersOf({ stance, political, depth, risk, strategies }: RedactionProfile): ReadonlySet<Layer> {
  const layers: Layer[] = [
    'roles',
    ...(stance ? (['stance'] as const) : []),
    ...(depth ? (['depth', 'coverage'] as const) : []),
    // Risk is impact, and impact is made of all the others; so is what changed.
    ...(stance && political && depth && risk ? (['risk', 'changes'] as const) : []),
    ...(strategies ? (['strategy'] as const) : []),
  ]
  return new Set(layers)
}

/** Whether the power grid and the sizes of the influence map may be shown: both are made of stance and political status. */
export function showsPower({ stance, political }: RedactionProfile): boolean {
  return stance && political
}

function allowedKinds({ stance, political, depth }: RedactionProfile): ReadonlySet<JudgementKind> {
  const kinds: JudgementKind[] = [
    ...(stance ? (['stance', 'adaptability'] as const) : []),
    ...(political ? (['political'] as const) : []),
    ...(depth ? (['depth'] as const) : []),
  ]
  return new Set(kinds)
}

/** The links of those interactions that leave themselves. */
function papersOf(
  graph: AccountGraph,
  leaves: (interaction: Interaction) => boolean,
  nameless: (words: string) => string,
): Attachment[] {
  const leaving = new Set(graph.interactions.filter(leaves).map(({ id }) => id))
  return graph.attachments
    .filter(({ interactionId }) => leaving.has(interactionId))
    .map((paper) => ({ ...paper, label: nameless(paper.label), target: nameless(paper.target) }))
}

function namesOf(people: AccountGraph['people']): string[] {
  return people.flatMap(({ name, latinName }) => [name, latinName])
}

function leftOut(
  graph: AccountGraph,
  on: Day,
  openRoles: ReadonlySet<string>,
  profile: RedactionProfile,
): { readonly people: ReadonlySet<PersonId>; readonly seats: ReadonlySet<SeatId> } {
  const { people, seats } = snapshot(graph, on)
  const left = new Set(graph.people.filter(({ secrecy }) => !mayLeave(secrecy, profile)).map(({ id }) => id))
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
