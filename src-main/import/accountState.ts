import type { WriteContext } from '../core/context'
import { lastRecordedSeq } from '../core/judgements'
import type { Schema } from '../core/schema'
import type { OpportunityId, OrganizationId, OrgUnitId, PersonId, SeatId } from '../../src-shared/model/ids'
import type { OrganizationKind, Side } from '../../src-shared/model/scales'
import type { ChosenAccount } from './chooseAccount'
import type { Draft } from './draft'
import { Entries } from './entries'
import { ReadBack } from './readBack'

/** A seat of the account with its states, earliest first. */
export interface SeatEntry {
  readonly id: SeatId
  readonly row: Schema['seat']
  readonly member: Schema['accountSeat']
  readonly states: readonly Schema['seatState'][]
}

/** A person of the account with the tenures in its seats, earliest first. */
export interface PersonEntry {
  readonly row: Schema['person']
  readonly member: Schema['accountPerson']
  readonly tenures: Schema['tenure'][]
}

const kindOfSide: Record<Side, OrganizationKind> = { theirs: 'customer', ours: 'own', 'third-party': 'third-party' }
/** Organizations that a name may mean on a side. */
const kindsOfSide: Record<Side, readonly OrganizationKind[]> = {
  theirs: ['customer'],
  ours: ['own'],
  'third-party': ['third-party', 'partner', 'competitor'],
}

/** One account as it is and as the rows read so far make it. What it does not find it can make, in the draft. */
export class AccountState {
  /** By the sender's identifier, or else our own. */
  readonly people: Entries<string, PersonEntry>
  readonly seats: Entries<SeatId, SeatEntry>
  /** Ids of people whose own row was refused. */
  readonly refusedIds = new Set<string>()
  /** In order of recording. */
  readonly judgements: Schema['judgement'][] = []
  readonly opportunities: Schema['opportunity'][] = []

  /** By the sender's identifier, or else our own. */
  private readonly seatIds = new Map<string, SeatId>()
  private readonly organizations: Schema['organization'][] = []
  private readonly units = new Map<string, OrgUnitId>()
  private readonly unitRows = new Map<OrgUnitId, Schema['orgUnit']>()
  private readonly politicals = new Map<PersonId, Schema['judgement'][]>()
  private readonly ownFields: Schema['ownField'][] = []
  private recordedSeq = 0
  /** What was made since `forgetWritten`. */
  private readonly made = { people: new Map<string, PersonEntry>(), seats: new Map<SeatId, SeatEntry>() }

  private constructor(
    readonly account: Schema['account'],
    private readonly draft: Draft,
    private readonly context: Pick<WriteContext, 'newId' | 'raw'>,
  ) {
    const back = new ReadBack(context.raw, account.id, (judgement) => this.addStandingPolitical(judgement))
    this.people = new Entries((seatState) => back.person(seatState))
    this.seats = new Entries((seatState) => back.seat(seatState))
  }

  /** Loads an account, a statement a table. Of one that the draft is only going to make there is but its customer. */
  static async load(context: WriteContext, draft: Draft, { account, newCustomer }: ChosenAccount): Promise<AccountState> {
    const { db } = context
    const state = new AccountState(account, draft, context)
    if (newCustomer) state.organizations.push(newCustomer)
    const members = db.selectFrom('accountPerson').select('personId').where('accountId', '=', account.id)
    const seatIds = db.selectFrom('accountSeat').select('seatId').where('accountId', '=', account.id)

    state.organizations.push(...(await db.selectFrom('organization').selectAll().orderBy('id').execute()))
    for (const unit of await db.selectFrom('orgUnit').selectAll().orderBy('id').execute()) state.addUnit(unit)
    state.ownFields.push(...(await db.selectFrom('ownField').selectAll().execute()))
    state.recordedSeq = await lastRecordedSeq(db)
    state.opportunities.push(
      ...(await db.selectFrom('opportunity').selectAll().where('accountId', '=', account.id).orderBy('position').execute()),
    )

    const seats = await db.selectFrom('seat').selectAll().where('id', 'in', seatIds).execute()
    const seatRows = new Map(seats.map((row) => [row.id, row]))
    const statesOf = new Map<SeatId, Schema['seatState'][]>()
    for (const member of await db.selectFrom('accountSeat').selectAll().where('accountId', '=', account.id).execute()) {
      const row = seatRows.get(member.seatId)
      if (!row) continue
      const states: Schema['seatState'][] = []
      statesOf.set(row.id, states)
      state.seats.set(row.id, { id: row.id, row, member, states })
      state.seatIds.set(member.sourceId ?? row.id, row.id)
    }
    for (const row of await db
      .selectFrom('seatState')
      .selectAll()
      .where('seatId', 'in', seatIds)
      .orderBy('validFrom')
      .execute()) {
      statesOf.get(row.seatId)?.push(row)
    }

    const people = await db.selectFrom('person').selectAll().where('id', 'in', members).execute()
    const personRows = new Map(people.map((row) => [row.id, row]))
    const entries = new Map<PersonId, PersonEntry>()
    for (const member of await db.selectFrom('accountPerson').selectAll().where('accountId', '=', account.id).execute()) {
      const row = personRows.get(member.personId)
      if (row) entries.set(row.id, state.knowPerson({ row, member, tenures: [] }))
    }
    for (const alias of await db.selectFrom('sourceAlias').selectAll().where('accountId', '=', account.id).execute()) {
      const entry = entries.get(alias.personId)
      if (entry) state.people.set(alias.sourceId, entry)
    }
    for (const row of await db.selectFrom('tenure').selectAll().where('seatId', 'in', seatIds).orderBy('validFrom').execute()) {
      entries.get(row.personId)?.tenures.push(row)
    }
    state.judgements.push(
      ...(await db.selectFrom('judgement').selectAll().where('subjectId', 'in', members).orderBy('recordedSeq').execute()),
    )
    for (const judgement of state.judgements) state.addStandingPolitical(judgement)
    return state
  }

  /** Somebody whom the draft makes. */
  addPerson(entry: PersonEntry): void {
    this.made.people.set(idOf(entry), entry)
    this.knowPerson(entry)
  }

  /**
   * Once it is written, lets go of all that was made but for the states of seats. What of it is asked for again is read back; somebody with
   * several tenures, or in a seat that was there before, who is hardly ever made, stays.
   */
  forgetWritten(): void {
    for (const [id, { row, tenures }] of this.made.people) {
      const [tenure] = tenures
      const seatState = tenure && this.made.seats.get(tenure.seatId)?.states[0]
      if (!seatState || tenures.length > 1) continue
      this.people.release(id, seatState)
      this.politicals.delete(row.id)
    }
    for (const [id, { states }] of this.made.seats) {
      const [seatState] = states
      if (seatState) this.seats.release(id, seatState)
    }
    this.made.people.clear()
    this.made.seats.clear()
  }

  /** From now on another id means somebody too, in later imports as well. */
  addAlias(alias: string, id: string): void {
    const entry = this.people.get(id)
    if (!entry || this.people.get(alias) === entry) return
    this.people.set(alias, entry)
    const { accountId, personId, sourceId } = entry.member
    if (sourceId === null) this.draft.change('accountPerson', entry.member, { sourceId: alias })
    else this.draft.create('sourceAlias', { accountId, sourceId: alias, personId })
  }

  /** A seat that the draft makes. */
  addSeat(entry: SeatEntry): SeatEntry {
    this.made.seats.set(entry.id, entry)
    this.seats.set(entry.id, entry)
    if (entry.member.sourceId !== null) this.seatIds.set(entry.member.sourceId, entry.id)
    return entry
  }

  /** A seat that was known by its own id is from now on known by its holder. */
  forgetSeatId(entry: SeatEntry): void {
    if (entry.member.sourceId !== null) this.seatIds.delete(entry.member.sourceId)
    this.draft.change('accountSeat', entry.member, { sourceId: null })
  }

  /** The seat that an id of the sender, or else our own, means. */
  seatById(id: string): SeatEntry | undefined {
    const seatId = this.seatIds.get(id)
    return seatId && this.seats.get(seatId)
  }

  isSeat(id: string): boolean {
    return this.seatIds.has(id)
  }

  /** Of all seats. */
  seatStates(): Schema['seatState'][] {
    return [...this.seats.heldOnes().flatMap(({ states }) => states), ...this.seats.statesLetGo()]
  }

  seatOf(tenure: Schema['tenure']): SeatEntry {
    const seat = this.seats.get(tenure.seatId)
    if (!seat) throw new Error(`tenure ${tenure.id} is in no seat of account ${this.account.id}`)
    return seat
  }

  nextRecordedSeq(): number {
    this.recordedSeq += 1
    return this.recordedSeq
  }

  /**
   * The organization that a name means on a side, made when new. No name: the customer itself, or for the others one organization
   * without a name, shared by the workspace. Further companies of the customer are its subsidiaries.
   */
  organizationFor(side: Side, name: string): OrganizationId {
    const { organizationId } = this.account
    if (side === 'theirs' && (name === '' || this.isOrganization(organizationId, name))) return organizationId
    const kinds = kindsOfSide[side]
    const known = this.organizations.find((organization) => organization.name === name && kinds.includes(organization.kind))
    return (known ?? this.createOrganization(name, kindOfSide[side], side === 'theirs' ? organizationId : null)).id
  }

  isOrganization(id: OrganizationId, name: string): boolean {
    return this.organizations.some((organization) => organization.id === id && organization.name === name)
  }

  /** What people.csv said of somebody's political status in an organization: undated, by nobody named. */
  standingPolitical(personId: PersonId, organizationId: OrganizationId): Schema['judgement'] | undefined {
    return this.politicals.get(personId)?.find((judgement) => judgement.organizationId === organizationId)
  }

  addStandingPolitical(judgement: Schema['judgement']): void {
    const { kind, subjectId, organizationId, madeOn, authorId } = judgement
    if (kind !== 'political' || organizationId === null || madeOn !== null || authorId !== null) return
    const standing = this.politicals.get(subjectId)
    if (!standing) this.politicals.set(subjectId, [judgement])
    else if (!standing.some((each) => each.organizationId === organizationId)) standing.push(judgement)
  }

  /** A department path `A/B/C` of an organization, made as far as it is new; null for ''. */
  unitFor(organizationId: OrganizationId, path: string): OrgUnitId | null {
    let parentId: OrgUnitId | null = null
    for (const name of path.split('/').map((part) => part.trim())) {
      if (name === '') continue
      const known: OrgUnitId | undefined = this.units.get(unitKey(organizationId, parentId, name))
      parentId =
        known ??
        this.addUnit(this.draft.create('orgUnit', { id: this.context.newId<OrgUnitId>(), organizationId, parentId, name }))
    }
    return parentId
  }

  /** How a department was written: the names down to it. */
  unitPath(unitId: OrgUnitId | null): string {
    const unit = unitId === null ? undefined : this.unitRows.get(unitId)
    if (!unit) return ''
    return unit.parentId === null ? unit.name : `${this.unitPath(unit.parentId)}/${unit.name}`
  }

  /** By name, then by id. */
  opportunityNamed(name: string): Schema['opportunity'] | undefined {
    return this.opportunities.find((each) => each.name === name) ?? this.opportunities.find((each) => each.id === name)
  }

  createOpportunity(name: string): Schema['opportunity'] {
    const opportunity = this.draft.create('opportunity', {
      id: this.context.newId<OpportunityId>(),
      accountId: this.account.id,
      name,
      stage: 1,
      amount: null,
      currency: '',
      openedOn: null,
      expectedCloseOn: null,
      switchedOffRoles: '[]',
      position: Math.max(0, ...this.opportunities.map(({ position }) => position)) + 1,
      own: '{}',
    })
    this.opportunities.push(opportunity)
    return opportunity
  }

  /** Gives columns that nobody knows a label and a place among an entity's own fields. */
  registerOwnFields(entity: OwnEntity, columns: readonly { readonly header: string }[]): void {
    const known = this.ownFields.filter((field) => field.entity === entity)
    let position = Math.max(0, ...known.map((field) => field.position))
    for (const { header } of columns) {
      if (known.some(({ key }) => key === header)) continue
      position += 1
      this.ownFields.push(this.draft.create('ownField', { entity, key: header, label: header, type: 'text', position }))
    }
  }

  private createOrganization(name: string, kind: OrganizationKind, parentId: OrganizationId | null): Schema['organization'] {
    const organization = this.draft.create('organization', { id: this.context.newId<OrganizationId>(), name, kind, parentId })
    this.organizations.push(organization)
    return organization
  }

  private knowPerson(entry: PersonEntry): PersonEntry {
    this.people.set(idOf(entry), entry)
    return entry
  }

  private addUnit(unit: Schema['orgUnit']): OrgUnitId {
    this.units.set(unitKey(unit.organizationId, unit.parentId, unit.name), unit.id)
    this.unitRows.set(unit.id, unit)
    return unit.id
  }
}

/** What own fields can belong to. */
export type OwnEntity = 'person' | 'tie' | 'decisionRole' | 'judgement' | 'interaction' | 'signal'

const idOf = ({ row, member }: PersonEntry): string => member.sourceId ?? row.id

function unitKey(organizationId: OrganizationId, parentId: OrgUnitId | null, name: string): string {
  return JSON.stringify([organizationId, parentId, name])
}
