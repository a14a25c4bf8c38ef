import { unitPath } from '../../src-shared/model/account'
import { type Day, holds } from '../../src-shared/model/day'
import { type AccountGraph, noRows } from '../../src-shared/model/graph'
import {
  AccountId,
  DecisionRoleId,
  JudgementId,
  OpportunityId,
  OrganizationId,
  OrgUnitId,
  PersonId,
  SeatId,
  SeatStateId,
  TenureId,
  TieId,
} from '../../src-shared/model/ids'
import type { SeatState } from '../../src-shared/model/person'
import type { Side } from '../../src-shared/model/scales'
import type { Selection } from '../../src-shared/scene/sceneTypes'
import type { KnownColleague } from '../../src-shared/quickEntry/resolvePeople'
import type { Holder, Operation, PlannedItem, PlannedJudgement, QuickPlan, Ref } from '../../src-shared/quickEntry/plan'

type Rows = { -readonly [K in keyof AccountGraph]: AccountGraph[K] }

/** A map with nobody on it, for an account that a text is going to make. */
export function emptyGraph(name: string): AccountGraph {
  const organizationId = OrganizationId.parse('new')
  return {
    account: {
      id: AccountId.parse('new'),
      name: name === '' ? '—' : name,
      organizationId,
      ownerId: null,
      class: null,
      lifecycle: 'acquisition',
      industry: '',
      position: 1,
      own: {},
    },
    organizations: [{ id: organizationId, name, kind: 'customer', parentId: null }],
    ...noRows(),
  }
}

export interface ImaginedMap {
  readonly graph: AccountGraph
  /** Whom each line of the text speaks of: a seat, or the person a tie begins with. */
  readonly spokenOf: ReadonlyMap<number, Selection>
}

/**
 * The map as it will be once a plan is done, without doing it: to be drawn beside the text. Who is new has an id of this drawing alone,
 * and dates are only as exact as a drawing of that day needs.
 *
 * @param colleagues our people of the whole workspace, as the plan was made with
 */
export function imagine(graph: AccountGraph, plan: QuickPlan, on: Day, colleagues: readonly KnownColleague[]): ImaginedMap {
  const imagined = new Imagined(graph, on, new Map(colleagues.map(({ id, name }) => [id, name])))
  for (const operation of plan.operations) imagined.apply(operation)
  return { graph: imagined.rows, spokenOf: new Map(plan.items.flatMap((item) => imagined.spokenOf(item))) }
}

class Imagined {
  readonly rows: Rows
  private made = 0
  private readonly people = new Map<string, PersonId>()
  private readonly seats = new Map<string, SeatId>()
  private readonly opportunities = new Map<string, OpportunityId>()

  constructor(
    graph: AccountGraph,
    private readonly on: Day,
    /** Names of our people who may be on other accounts only. */
    private readonly colleagues: ReadonlyMap<PersonId, string>,
  ) {
    this.rows = {
      ...graph,
      organizations: [...graph.organizations],
      units: [...graph.units],
      people: [...graph.people],
      seats: [...graph.seats],
      seatStates: [...graph.seatStates],
      tenures: [...graph.tenures],
      ties: [...graph.ties],
      opportunities: [...graph.opportunities],
      decisionRoles: [...graph.decisionRoles],
      judgements: [...graph.judgements],
    }
  }

  apply(operation: Operation): void {
    const { rows } = this
    const undated = { validFrom: null, validTo: null, recordedOn: this.on }
    switch (operation.do) {
      case 'createOpportunity': {
        const id = OpportunityId.parse(this.newId())
        this.opportunities.set(operation.makes, id)
        rows.opportunities.push({
          id,
          accountId: rows.account.id,
          name: operation.name,
          stage: 1,
          amount: null,
          currency: '',
          openedOn: null,
          expectedCloseOn: null,
          switchedOffRoles: [],
          position: rows.opportunities.length,
          own: {},
        })
        return
      }
      case 'createSeat': {
        const { side, title, unit, tier } = operation
        const id = SeatId.parse(this.newId())
        this.seats.set(operation.makes, id)
        const organizationId = this.organization(side, operation.organization)
        rows.seats.push({ id, organizationId, side, sourceId: null, own: {} })
        const reportsToSeatId = operation.reportsTo && this.found(operation.reportsTo, this.seats)
        const unitId = this.unit(organizationId, unit)
        rows.seatStates.push({
          id: SeatStateId.parse(this.newId()),
          seatId: id,
          title,
          unitId,
          tier,
          reportsToSeatId,
          ...undated,
        })
        if (operation.holder) this.seat(id, operation.holder, side)
        return
      }
      case 'fillSeat': {
        const side = rows.seats.find(({ id }) => id === operation.seatId)?.side ?? 'theirs'
        this.seat(operation.seatId, operation.holder, side)
        return
      }
      case 'updateSeat':
        this.updateSeat(operation)
        return
      case 'assignRole':
        rows.decisionRoles.push({
          id: DecisionRoleId.parse(this.newId()),
          opportunityId: this.found(operation.opportunity, this.opportunities),
          seatId: this.found(operation.seat, this.seats),
          role: operation.role,
          chains: [...operation.chains],
          own: {},
          ...undated,
        })
        return
      case 'updateRole':
        rows.decisionRoles = rows.decisionRoles.map((role) =>
          role.id === operation.decisionRoleId ? { ...role, chains: [...operation.chains] } : role,
        )
        return
      case 'recordJudgement':
        rows.judgements.push({
          id: JudgementId.parse(this.newId()),
          subjectId: this.found(operation.subject, this.people),
          authorId: null,
          ...this.judgement(operation.judgement),
          madeOn: this.on,
          expiresOn: null,
          confidence: 1,
          evidence: '',
          secrecy: 'open',
          factors: null,
          recordedSeq: Number.MAX_SAFE_INTEGER,
          own: {},
        })
        return
      case 'createTie': {
        const { kind, strength, confidence, note } = operation
        const fromPersonId = this.found(operation.from, this.people)
        const toPersonId = this.found(operation.to, this.people)
        const tie = { fromPersonId, toPersonId, kind, strength, confidence, note }
        rows.ties.push({ id: TieId.parse(this.newId()), ...tie, secrecy: 'open', own: {}, ...undated })
        return
      }
      case 'updateTie': {
        const { tieId, strength, confidence, note } = operation
        rows.ties = rows.ties.map((tie) =>
          tie.id === tieId
            ? { ...tie, strength: strength ?? tie.strength, confidence: confidence ?? tie.confidence, note: note ?? tie.note }
            : tie,
        )
        return
      }
      default:
        operation satisfies never
    }
  }

  /** A line with what is selected for it. */
  spokenOf(item: PlannedItem): [number, Selection][] {
    switch (item.of) {
      case 'opportunity':
        return []
      case 'seat':
        return [[item.line, { kind: 'seat', id: this.found(item.seat, this.seats) }]]
      case 'tie':
        return [[item.line, { kind: 'person', id: this.found(item.from, this.people) }]]
      default:
        return item satisfies never
    }
  }

  private updateSeat({ seatId, title, unit, tier, reportsTo }: Operation & { readonly do: 'updateSeat' }): void {
    const organizationId = this.rows.seats.find(({ id }) => id === seatId)?.organizationId
    const changed = (state: SeatState): SeatState => ({
      ...state,
      title: title ?? state.title,
      unitId: unit === undefined || organizationId === undefined ? state.unitId : this.unit(organizationId, unit),
      tier: tier ?? state.tier,
      reportsToSeatId: reportsTo ? this.found(reportsTo, this.seats) : state.reportsToSeatId,
    })
    this.rows.seatStates = this.rows.seatStates.map((state) =>
      state.seatId === seatId && holds(state, this.on) ? changed(state) : state,
    )
  }

  private judgement(judgement: PlannedJudgement) {
    const about = { ownPersonId: null, opportunityId: null, organizationId: null }
    switch (judgement.kind) {
      case 'stance': {
        const opportunityId = judgement.opportunity && this.found(judgement.opportunity, this.opportunities)
        return { ...about, kind: judgement.kind, value: judgement.value, opportunityId }
      }
      case 'political':
        return { ...about, kind: judgement.kind, value: judgement.value, organizationId: judgement.organizationId }
      case 'depth': {
        const ownPersonId = this.found(judgement.own, this.people)
        return { ...about, kind: judgement.kind, value: String(judgement.value), ownPersonId }
      }
      default:
        return judgement satisfies never
    }
  }

  private seat(seatId: SeatId, holder: Holder, side: Side): void {
    const personId = this.holder(holder, side)
    const tenure = { id: TenureId.parse(this.newId()), personId, seatId }
    this.rows.tenures.push({ ...tenure, validFrom: null, validTo: null, recordedOn: this.on })
  }

  private holder(holder: Holder, side: Side): PersonId {
    const known = 'known' in holder ? holder.known : this.people.get(holder.made)
    if (known !== undefined && this.rows.people.some(({ id }) => id === known)) return known
    const id = known ?? PersonId.parse(this.newId())
    const name = 'made' in holder ? holder.name : (this.colleagues.get(holder.known) ?? '')
    if ('made' in holder) this.people.set(holder.made, id)
    const blank = { latinName: '', email: '', phone: '', note: '', own: {}, sourceId: null }
    this.rows.people.push({ id, name, side, secrecy: 'open', noteSecrecy: 'open', ...blank })
    return id
  }

  private organization(side: Side, name: string): OrganizationId {
    const { account, organizations } = this.rows
    if (side === 'theirs' && name === '') return account.organizationId
    const known = organizations.find((each) => each.name === name && each.id !== account.organizationId)
    if (known) return known.id
    const id = OrganizationId.parse(this.newId())
    const kind = side === 'ours' ? 'own' : side === 'theirs' ? 'customer' : 'third-party'
    organizations.push({ id, name, kind, parentId: side === 'theirs' ? account.organizationId : null })
    return id
  }

  private unit(organizationId: OrganizationId, path: string): OrgUnitId | null {
    if (path === '') return null
    const within = this.rows.units.filter((unit) => unit.organizationId === organizationId)
    const known = within.find(({ id }) => unitPath(within, id) === path)
    if (known) return known.id
    return path.split('/').reduce<OrgUnitId | null>((parentId, part) => {
      const name = part.trim()
      const found = within.find((unit) => unit.parentId === parentId && unit.name === name)
      if (found) return found.id
      const id = OrgUnitId.parse(this.newId())
      this.rows.units.push({ id, organizationId, parentId, name })
      return id
    }, null)
  }

  private found<Id extends string>(ref: Ref<Id>, made: ReadonlyMap<string, Id>): Id {
    if ('known' in ref) return ref.known
    const id = made.get(ref.made)
    if (id === undefined) throw new Error(`the plan refers to ${ref.made} before making it`)
    return id
  }

  /** After every real id, so that who is new is drawn after who is there. */
  private newId(): string {
    this.made += 1
    return `new-${String(this.made).padStart(6, '0')}`
  }
}
