import { type CurrentJudgements, currentJudgements, depthOf, politicalOf, stanceOf } from '../analytics/judgements'
import { type Snapshot, snapshot } from '../analytics/snapshot'
import { type Day, holds } from '../model/day'
import type { AccountGraph } from '../model/graph'
import type { OpportunityId, PersonId, SeatId } from '../model/ids'
import { type Method, shippedMethod } from '../model/method'
import type { DecisionRole } from '../model/opportunity'
import type { QuickDocument, QuickPerson } from './document'
import { plainName } from './names'
import type { Operation, PlannedItem, PlannedOperation, QuickPlan, Ref } from './plan'
import { Problems } from './problems'
import { type Choices, knownId, type KnownColleague, type Named, People } from './resolvePeople'
import { holderOf, type PlannedSeat, SeatPlan } from './seatPlan'
import { planTies } from './tiePlan'

export interface MatchOptions {
  /** Whose roles and stances are meant where the heading names no opportunity. Default none. */
  readonly opportunityId?: OpportunityId | null
  /** Our people of the whole workspace, so that one of ours who is new to this account is not made twice. Default none. */
  readonly colleagues?: readonly KnownColleague[]
  /** Which of ours the user is: whose depth `d2` without a name is. Default nobody. */
  readonly me?: PersonId | null
  /** What somebody chose for names that may mean several people, by `Mention.key`. */
  readonly choices?: Choices
  /** Default: as shipped. */
  readonly method?: Method
}

/**
 * Matches what a text says to a map on a day and plans the difference. What is so already is not done again.
 *
 * Names are found as written, then whatever their width, case and blanks, then in pinyin or by initials; where several people may be
 * meant, or somebody whose name only sounds the same, the mention stays open for a choice. A line at the margin says nothing about whom
 * its seat reports to, and what a line leaves out stays as it is. Linear in text and map but for moves along reporting lines.
 *
 * @param graph the account's map; null: an account yet to be made
 */
export function matchQuickEntry(
  document: QuickDocument,
  graph: AccountGraph | null,
  on: Day,
  options: MatchOptions = {},
): QuickPlan {
  return new Planner(document, graph, on, options).plan()
}

class Planner {
  private readonly problems = new Problems()
  private readonly operations: PlannedOperation[] = []
  private readonly items: PlannedItem[] = []
  private readonly snap: Snapshot | null
  private readonly judgements: CurrentJudgements | null
  private readonly people: People
  private readonly rolesHeld: ReadonlyMap<SeatId, readonly DecisionRole[]>
  private readonly method: Method

  private readonly document: QuickDocument

  constructor(
    document: QuickDocument,
    private readonly graph: AccountGraph | null,
    on: Day,
    private readonly options: MatchOptions,
  ) {
    this.document = withCustomer(document, graph)
    this.method = options.method ?? shippedMethod
    this.snap = graph ? snapshot(graph, on) : null
    this.judgements = graph ? currentJudgements(graph, on) : null
    this.rolesHeld = Map.groupBy(graph?.decisionRoles.filter((role) => holds(role, on)) ?? [], (role) => role.seatId)
    this.people = new People(this.document, this.snap, options.colleagues ?? [], options.choices ?? {}, this.problems)
  }

  plan(): QuickPlan {
    this.checkAccount()
    const opportunity = this.planOpportunity()
    const { seats } = new SeatPlan(this.document, this.snap, this.people, this.problems, this.add)
    const depthOwners = this.depthOwners()
    const tieEnds = this.document.ties.map((tie) => ({ tie, from: this.people.either(tie.from), to: this.people.either(tie.to) }))
    this.planMentioned()
    const changed = new Set<PlannedSeat>()
    for (const [index, person] of this.document.people.entries()) {
      const seat = seats[index]
      if (!seat) continue
      const before = this.operations.length
      this.planLine(person, seat, opportunity, depthOwners)
      if (this.operations.length > before) changed.add(seat)
    }
    for (const seat of changed) if (seat.outcome === 'unchanged') seat.outcome = 'updated'
    for (const { line, outcome, ref } of new Set(seats)) this.items.push({ of: 'seat', line, outcome, seat: ref })
    this.items.push(...planTies(tieEnds, this.snap, this.method, this.problems, this.add))
    return { mentions: this.people.mentions(), items: this.items, operations: this.operations, problems: this.problems.found }
  }

  private readonly add = (operation: Operation, line: number): void => {
    this.operations.push({ ...operation, line })
  }

  private checkAccount(): void {
    const { account } = this.document
    const name = this.graph?.account.name
    if (account && name !== undefined && plainName(account.text) !== plainName(name)) {
      this.problems.add('other_account', account.place, { value: account.text, name })
    }
  }

  private planOpportunity(): Ref<OpportunityId> | null {
    const { opportunity } = this.document
    if (!opportunity) {
      const id = this.options.opportunityId ?? null
      return id === null ? null : { known: id }
    }
    const { text, place } = opportunity
    const known = this.graph?.opportunities ?? []
    const found = known.find(({ name }) => name === text) ?? known.find(({ name }) => plainName(name) === plainName(text))
    this.items.push({ of: 'opportunity', line: place.line, outcome: found ? 'unchanged' : 'created' })
    if (found) return { known: found.id }
    this.add({ do: 'createOpportunity', makes: 'opportunity', name: text }, place.line)
    return { made: 'opportunity' }
  }

  /** Which of ours each depth is about; somebody new is noted before the seats of those who have no line are made. */
  private depthOwners(): ReadonlyMap<QuickPerson['depths'][number], Named> {
    const owners = new Map<QuickPerson['depths'][number], Named>()
    for (const { depths } of this.document.people) {
      for (const depth of depths) if (depth.ours) owners.set(depth, this.people.colleague(depth.ours))
    }
    return owners
  }

  /** Somebody whom only a tie or a depth names gets a seat without a title, unless they have one. */
  private planMentioned(): void {
    for (const named of this.people.all()) {
      const [line = 0] = named.places
      if (named.lines.length > 0 || this.people.memberOf(named)) continue
      const side = named.isOurs ? 'ours' : 'theirs'
      const makes = `seat of ${named.key}`
      this.add(
        {
          do: 'createSeat',
          makes,
          side,
          organization: '',
          title: '',
          unit: '',
          tier: 'operational',
          reportsTo: null,
          holder: holderOf(named),
        },
        line,
      )
      this.items.push({ of: 'seat', line, outcome: 'created', seat: { made: makes } })
    }
  }

  private planLine(
    person: QuickPerson,
    seat: PlannedSeat,
    opportunity: Ref<OpportunityId> | null,
    owners: ReadonlyMap<QuickPerson['depths'][number], Named>,
  ): void {
    const { name, place, roles, stance, political, depths } = person
    const named = this.people.ofLine(person)
    const side = (named && this.people.memberOf(named)?.side) ?? person.side
    const called = name?.text ?? person.title
    if (side === 'ours') {
      if (roles.length > 0 || stance || political || depths.length > 0) this.problems.add('ours_judged', place, { name: called })
      return
    }
    this.planRoles(person, seat, opportunity, called)
    if (!named) return
    this.planStance(person, named, opportunity)
    this.planPolitical(person, named, seat)
    for (const depth of depths) this.planDepth(depth, named, owners.get(depth), place.line)
  }

  private planRoles(
    { roles, place }: QuickPerson,
    seat: PlannedSeat,
    opportunity: Ref<OpportunityId> | null,
    name: string,
  ): void {
    if (roles.length === 0) return
    if (!opportunity) {
      this.problems.add('opportunity_missing', place, { name })
      return
    }
    const rolesOfSeat = ('known' in seat.ref ? this.rolesHeld.get(seat.ref.known) : undefined) ?? []
    const rolesHere = rolesOfSeat.filter(({ opportunityId }) => 'known' in opportunity && opportunityId === opportunity.known)
    for (const { role, chains } of roles) {
      const held = rolesHere.find((each) => each.role === role)
      if (!held) this.add({ do: 'assignRole', opportunity, seat: seat.ref, role, chains: chains ?? [] }, place.line)
      else if (chains && !sameMembers(chains, held.chains)) {
        this.add({ do: 'updateRole', decisionRoleId: held.id, chains }, place.line)
      }
    }
  }

  private planStance({ stance, place }: QuickPerson, named: Named, opportunity: Ref<OpportunityId> | null): void {
    if (stance === null) return
    const id = knownId(named.ref)
    const opportunityId = opportunity && 'known' in opportunity ? opportunity.known : null
    const current = id === null ? null : stanceOf(this.judgements?.stance(id, opportunityId))
    if (stance === 'unknown') {
      if (current) this.problems.add('stance_known', place, { name: named.name.text })
    } else if (stance !== current) {
      this.add(
        { do: 'recordJudgement', subject: named.ref, judgement: { kind: 'stance', value: stance, opportunity } },
        place.line,
      )
    }
  }

  private planPolitical({ political, place }: QuickPerson, named: Named, seat: PlannedSeat): void {
    if (political === null) return
    const id = knownId(named.ref)
    const organizations = id === null ? [] : (this.snap?.people.get(id)?.seats.map((placed) => placed.seat.organizationId) ?? [])
    const current = id === null ? null : politicalOf(this.judgements?.political(id, organizations))
    if (political === current) return
    const organizationId = seat.placed?.seat.organizationId ?? null
    this.add(
      { do: 'recordJudgement', subject: named.ref, judgement: { kind: 'political', value: political, organizationId } },
      place.line,
    )
  }

  private planDepth({ depth, place }: QuickPerson['depths'][number], named: Named, owner: Named | undefined, line: number): void {
    const me = this.options.me ?? null
    const own: Ref<PersonId> | null = owner?.ref ?? (me === null ? null : { known: me })
    if (!own) {
      this.problems.add('me_unknown', place, { name: named.name.text })
      return
    }
    const [ownId, subjectId] = [knownId(own), knownId(named.ref)]
    const current = ownId === null || subjectId === null ? undefined : this.judgements?.depth(ownId, subjectId)
    if (current ? depthOf(current) === depth : depth === 0) return
    this.add({ do: 'recordJudgement', subject: named.ref, judgement: { kind: 'depth', value: depth, own } }, line)
  }
}

/** A customer's person whose company is named as the customer itself belongs to it. */
function withCustomer(document: QuickDocument, graph: AccountGraph | null): QuickDocument {
  const customer = graph
    ? graph.organizations.find(({ id }) => id === graph.account.organizationId)?.name
    : document.account?.text
  const people = document.people.map((person) =>
    person.side === 'theirs' && person.organization === customer ? { ...person, organization: '' } : person,
  )
  return { ...document, people }
}

function sameMembers<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each))
}
