import { OwnFields } from '../../src-shared/model/account'
import { type Day, holds } from '../../src-shared/model/day'
import type { JudgementId, PersonId, SeatId, SeatStateId, TenureId } from '../../src-shared/model/ids'
import type { Side } from '../../src-shared/model/scales'
import type { Schema } from '../core/schema'
import type { AccountState, PersonEntry, SeatEntry } from './accountState'
import { type Intake, storedOwn } from './intake'
import type { PersonLine } from './personLine'

export type Outcome = 'created' | 'updated' | 'unchanged'

/** Where a line of people.csv ended up. */
export interface Seated {
  readonly seat: SeatEntry
  /** The state of the seat that the line speaks of. */
  readonly seatState: Schema['seatState']
  outcome: Outcome
}

/**
 * Puts what a line says into the draft. An id that is new makes a seat with its holder, or, without a name, a seat alone. For an
 * id that is known, a later `from` is a move to a seat of its own and anything else a correction, where an empty cell leaves what
 * is there. A tenure ends where the line or the next tenure says; the seat stays, vacant.
 *
 * @param alone whether the file has no other line of this id
 * @returns null after a refusal
 */
export function seatPerson(line: PersonLine, alone: boolean, intake: Intake): Seated | null {
  const person = intake.state.people.get(line.id)
  if (person) return seatKnown(person, line, alone, intake)
  const seat = intake.state.seatById(line.id)
  if (seat) return seatUnidentified(seat, line, intake)
  const side = line.side ?? 'theirs'
  const opened = openSeat(line, side, intake)
  if (line.name !== '') createHolder(line, side, opened.seat, intake)
  return { ...opened, outcome: 'created' }
}

/** The seat that an id means on a day: its own, or the one its person holds then, else the next they take, else their last. */
export function seatHeldOn(state: AccountState, id: string, day: Day | null): SeatEntry | null {
  const seatId = seatIdHeldOn(state, id, day)
  return seatId === null ? null : (state.seats.get(seatId) ?? null)
}

/** Its id alone, for which nothing that is written has to be read back. */
export function seatIdHeldOn(state: AccountState, id: string, day: Day | null): SeatId | null {
  const only = state.people.stateOf(id)
  if (only) return only.seatId
  const tenures = state.people.get(id)?.tenures
  if (!tenures || tenures.length === 0) return state.seatById(id)?.id ?? null
  const then =
    day === null
      ? undefined
      : (tenures.find((tenure) => holds(tenure, day)) ?? tenures.find(({ validFrom }) => validFrom !== null && validFrom > day))
  const tenure = then ?? tenures.at(-1)
  return tenure?.seatId ?? null
}

/** A political status of people.csv: one undated judgement per person and organization. Says whether anything changed. */
export function recordPolitical(line: PersonLine, seat: SeatEntry, { state, draft, method, newId }: Intake): boolean {
  const person = state.people.get(line.id)
  if (!person || line.political === null) return false
  const { organizationId } = seat.row
  const known = state.standingPolitical(person.row.id, organizationId)
  if (known?.value === line.political) return false
  if (known) return draft.change('judgement', known, { value: line.political, recordedSeq: state.nextRecordedSeq() })
  const judgement = draft.create('judgement', {
    id: newId<JudgementId>(),
    subjectId: person.row.id,
    authorId: null,
    ownPersonId: null,
    opportunityId: null,
    organizationId,
    kind: 'political',
    value: line.political,
    madeOn: null,
    expiresOn: null,
    confidence: method.confidence.confirmed,
    evidence: '',
    secrecy: 'open',
    factors: null,
    recordedSeq: state.nextRecordedSeq(),
    own: '{}',
  })
  state.addStandingPolitical(judgement)
  return true
}

function seatKnown(person: PersonEntry, line: PersonLine, alone: boolean, intake: Intake): Seated | null {
  const tenure = meantTenure(person, line, alone, intake)
  if (tenure) return correct(person, tenure, line, intake)
  const last = person.tenures.at(-1)
  if (last && line.from !== null && (last.validTo === null || last.validTo > line.from))
    intake.draft.change('tenure', last, { validTo: line.from })
  const side = line.side ?? person.member.side
  intake.draft.change('accountPerson', person.member, { side })
  correctPerson(person, line, intake)
  const opened = openSeat(line, side, intake)
  person.tenures.push(openTenure(person.row.id, opened.seat, line, intake))
  return { ...opened, outcome: 'updated' }
}

/** The tenure that a line corrects; undefined when it is a move, or the first seat of somebody who had none. */
function meantTenure(
  { tenures }: PersonEntry,
  line: PersonLine,
  alone: boolean,
  { state }: Intake,
): Schema['tenure'] | undefined {
  const begun = tenures.filter(({ validFrom }) => validFrom === line.from)
  // Somebody who was merged may have begun in several seats at once.
  const exact = begun.length > 1 ? (begun.find((tenure) => describes(line, state.seatOf(tenure), state)) ?? begun[0]) : begun[0]
  const last = tenures.at(-1)
  if (exact || !last || line.from === null) return exact ?? last
  const { from } = line
  const next = tenures.find(({ validFrom }) => validFrom !== null && validFrom > from)
  if (next) return next
  // Somebody who was there "always" and now has a first day, with nothing else said anew, did not move.
  const undated = tenures.length === 1 && last.validFrom === null && alone
  return undated && describes(line, state.seatOf(last), state) ? last : undefined
}

function describes(line: PersonLine, seat: SeatEntry, state: AccountState): boolean {
  const seatState = seat.states.at(-1)
  if (!seatState) return false
  const side = line.side ?? seat.member.side
  return (
    (line.title === '' || line.title === seatState.title) &&
    (line.department === '' || line.department === state.unitPath(seatState.unitId)) &&
    (line.tier === null || line.tier === seatState.tier) &&
    side === seat.member.side &&
    (line.organization === '' || state.isOrganization(seat.row.organizationId, line.organization)) &&
    (line.reportsTo === '' || seatIdHeldOn(state, line.reportsTo, line.from) === seatState.reportsToSeatId)
  )
}

function correct(person: PersonEntry, tenure: Schema['tenure'], line: PersonLine, intake: Intake): Seated | null {
  const { state, draft } = intake
  const at = person.tenures.indexOf(tenure)
  const before = person.tenures[at - 1]
  const after = person.tenures[at + 1]
  const from = line.from ?? tenure.validFrom
  // Days that stay as they are cut nothing: somebody who was merged may hold several seats at once.
  const to = line.to === null || line.to === tenure.validTo ? tenure.validTo : earlier(line.to, after?.validFrom ?? null)
  if (from !== null && to !== null && to <= from) {
    line.row.refuse(line.to === null ? 'from' : 'to', 'dates_reversed', { from, to })
    return null
  }
  const seat = state.seatOf(tenure)
  const seatState = stateFrom(seat, tenure.validFrom)
  if (!seatState) throw new Error(`seat ${seat.row.id} has no state`)

  const begins = from !== tenure.validFrom
  const changes = [
    correctPerson(person, line, intake),
    correctSeat(seat, seatState, line, intake),
    line.side !== null && !after && draft.change('accountPerson', person.member, { side: line.side }),
    seatState.validFrom === tenure.validFrom &&
      seatState === seat.states[0] &&
      draft.change('seatState', seatState, { validFrom: from }),
    draft.change('tenure', tenure, { validFrom: from, validTo: to }),
    before !== undefined &&
      from !== null &&
      begins &&
      (before.validTo === null || before.validTo > from) &&
      draft.change('tenure', before, { validTo: from }),
  ]
  return { seat, seatState, outcome: changes.some(Boolean) ? 'updated' : 'unchanged' }
}

/** A line whose id is a seat's: it corrects the seat, and with a name tells who holds it. */
function seatUnidentified(seat: SeatEntry, line: PersonLine, intake: Intake): Seated | null {
  const { state, draft } = intake
  const seatState = stateFrom(seat, line.from)
  if (!seatState) throw new Error(`seat ${seat.row.id} has no state`)
  const corrected = correctSeat(seat, seatState, line, intake)
  if (line.name !== '') {
    state.forgetSeatId(seat)
    createHolder(line, line.side ?? seat.member.side, seat, intake)
    return { seat, seatState, outcome: 'updated' }
  }
  const validFrom = line.from ?? seatState.validFrom
  const validTo = line.to ?? seatState.validTo
  if (validFrom !== null && validTo !== null && validTo <= validFrom) {
    line.row.refuse(line.to === null ? 'from' : 'to', 'dates_reversed', { from: validFrom, to: validTo })
    return null
  }
  const dated = draft.change('seatState', seatState, { validFrom, validTo })
  return { seat, seatState, outcome: corrected || dated ? 'updated' : 'unchanged' }
}

/** The state that begins on a day, else the seat's latest. */
function stateFrom(seat: SeatEntry, from: Day | null): Schema['seatState'] | undefined {
  return seat.states.find(({ validFrom }) => validFrom === from) ?? seat.states.at(-1)
}

function correctPerson({ row, member }: PersonEntry, line: PersonLine, { draft }: Intake): boolean {
  // A record that was merged into this one gave its name up.
  const named = line.id === (member.sourceId ?? row.id) && line.name !== ''
  return draft.change('person', row, {
    name: named ? line.name : row.name,
    email: line.email || row.email,
    phone: line.phone || row.phone,
    note: line.note || row.note,
    ...withOwn(row, line),
  })
}

/** The own fields of a row with those that a line gives; nothing where it gives none. */
function withOwn(row: { readonly own: string }, { own }: PersonLine): { own?: string } {
  if (Object.keys(own).length === 0) return {}
  return { own: storedOwn({ ...OwnFields.parse(JSON.parse(row.own)), ...own }) }
}

function correctSeat(seat: SeatEntry, seatState: Schema['seatState'], line: PersonLine, { state, draft }: Intake): boolean {
  const side = line.side ?? seat.member.side
  const moves = line.organization !== '' || side !== seat.member.side
  const organizationId = moves ? state.organizationFor(side, line.organization) : seat.row.organizationId
  // The department stays the same by name where the seat turns out to belong to another organization.
  const elsewhere = organizationId !== seat.row.organizationId
  const department = line.department || (elsewhere ? state.unitPath(seatState.unitId) : '')
  const changes = [
    draft.change('accountSeat', seat.member, { side }),
    draft.change('seat', seat.row, { organizationId, ...(line.name === '' && withOwn(seat.row, line)) }),
    draft.change('seatState', seatState, {
      title: line.title || seatState.title,
      tier: line.tier ?? seatState.tier,
      unitId: department === '' ? seatState.unitId : state.unitFor(organizationId, department),
    }),
  ]
  return changes.some(Boolean)
}

function openSeat(line: PersonLine, side: Side, { state, draft, newId, on }: Intake): Omit<Seated, 'outcome'> {
  const unidentified = line.name === '' && !state.people.has(line.id)
  const organizationId = state.organizationFor(side, line.organization)
  const row = draft.create('seat', { id: newId<SeatId>(), organizationId, own: storedOwn(unidentified ? line.own : {}) })
  const member = draft.create('accountSeat', {
    accountId: state.account.id,
    seatId: row.id,
    side,
    sourceId: unidentified ? line.id : null,
  })
  const seatState = draft.create('seatState', {
    id: newId<SeatStateId>(),
    seatId: row.id,
    title: line.title,
    unitId: state.unitFor(organizationId, line.department),
    tier: line.tier ?? 'operational',
    reportsToSeatId: null,
    validFrom: line.from,
    // A seat outlives its holder; one that nobody is known to hold ends when its line says.
    validTo: unidentified ? line.to : null,
    recordedOn: on,
  })
  return { seat: state.addSeat({ id: row.id, row, member, states: [seatState] }), seatState }
}

function createHolder(line: PersonLine, side: Side, seat: SeatEntry, intake: Intake): void {
  const { state, draft, newId } = intake
  const row = draft.create('person', {
    id: newId<PersonId>(),
    name: line.name,
    latinName: '',
    email: line.email,
    phone: line.phone,
    note: line.note,
    secrecy: 'open',
    noteSecrecy: 'open',
    own: storedOwn(line.own),
  })
  const member = draft.create('accountPerson', { accountId: state.account.id, personId: row.id, side, sourceId: line.id })
  // A list made with what it holds is a seventh of one that something is pushed into.
  state.addPerson({ row, member, tenures: [openTenure(row.id, seat, line, intake)] })
}

function openTenure(personId: PersonId, seat: SeatEntry, line: PersonLine, { draft, newId, on }: Intake): Schema['tenure'] {
  return draft.create('tenure', {
    id: newId<TenureId>(),
    personId,
    seatId: seat.row.id,
    validFrom: line.from,
    validTo: line.to,
    recordedOn: on,
  })
}

const earlier = (a: Day, b: Day | null): Day => (b !== null && b < a ? b : a)
