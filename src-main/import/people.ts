import { OwnFields } from '../../src-shared/model/account'
import type { SeatId } from '../../src-shared/model/ids'
import type { Schema } from '../core/schema'
import type { SeatEntry } from './accountState'
import type { CsvTable } from './csvTable'
import { type Intake, storedOwn } from './intake'
import { type PeopleLines, readPeopleLines } from './peopleLines'
import type { PersonLine } from './personLine'
import { findReportingLoops } from './reportingLoops'
import { type Outcome, recordPolitical, seatIdHeldOn, seatPerson } from './seating'
import { superiorNamed } from './superiors'

type Table = CsvTable<'people'>

/** What became of a line. */
interface Placed {
  /** The state of a seat that it speaks of. */
  readonly seatState: Schema['seatState']
  outcome: Outcome
}

/** Lines whose superiors are still to be found, with what became of each by its place among them; undefined where it was refused. */
interface PlacedLines extends PeopleLines {
  readonly placed: (Placed | undefined)[]
}

interface Numbered {
  readonly at: number
  readonly line: PersonLine
}

/** Takes people into seats (interfaces.md, "What a row means"). Who they report to comes last: it may be anybody of any file. */
export function takePeople(tables: readonly Table[], intake: Intake): void {
  const { state } = intake
  const all = placePeople(
    tables.map((table) => readPeopleLines(table, intake)),
    intake,
  )
  const byName = superiorNamed(state)
  for (const { table, placed, line } of placedLines(all)) {
    if (line.manager !== '' || (table.contacts && line.reportsTo !== '' && !seatIdHeldOn(state, line.reportsTo, line.from)))
      placeUnderNamed(placed, line, byName, intake)
    else if (line.reportsTo !== '') placeUnder(placed, line, intake)
  }
  refuseLoops(all, intake)
  for (const { table, placed } of all) for (const each of placed) if (each) table.outcome[each.outcome] += 1
}

function placePeople(read: readonly PeopleLines[], intake: Intake): PlacedLines[] {
  const { state, duplicates } = intake
  const { tables, aliases } = duplicates?.settle(read) ?? { tables: read, aliases: [] }
  const total = tables.reduce((sum, { ids }) => sum + ids.length, 0)
  let taken = 0
  const all = tables.map((each) => {
    const placed = new Array<Placed | undefined>(each.ids.length).fill(undefined)
    // Ids are made in the file's order: siblings appear on the map as they stand in it.
    for (const group of linesById(each)) {
      placeLines(placed, group, intake)
      taken += group.length
      intake.relieve(taken / total)
    }
    return { ...each, placed }
  })
  for (const [alias, id] of aliases) state.addAlias(alias, id)
  return all
}

/** Lines of one id together, in the order in which the ids come first. Hardly any has several: only those are kept until they are all there. */
function* linesById({ ids, lines }: PeopleLines): Generator<readonly Numbered[]> {
  const seen = new Set<string>()
  const several = new Map<string, Numbered[]>()
  for (const id of ids) {
    if (seen.has(id)) several.set(id, [])
    seen.add(id)
  }
  if (several.size > 0) for (const each of numbered(lines)) several.get(each.line.id)?.push(each)
  for (const each of numbered(lines)) {
    const group = several.get(each.line.id)
    if (!group) yield [each]
    else if (group[0]?.at === each.at) yield group
  }
}

function* numbered(lines: Iterable<PersonLine>): Generator<Numbered> {
  let at = 0
  for (const line of lines) {
    yield { at, line }
    at += 1
  }
}

/** Places the lines of one id: several are its moves, in order of time whatever their order in the file. */
function placeLines(placed: (Placed | undefined)[], group: readonly Numbered[], intake: Intake): void {
  const byTime = group.length === 1 ? group : group.toSorted((a, b) => compareDays(a.line, b.line))
  refuseTwice(byTime)
  const seated = byTime.flatMap(({ at, line }) => {
    const seat = line.row.refused ? null : seatPerson(line, group.length === 1, intake)
    if (!seat) intake.state.refusedIds.add(line.id)
    return seat ? [{ at, line, ...seat }] : []
  })
  // Undated, hence one an organization: what the latest line there says.
  const latest = new Map(seated.filter(({ line }) => line.political !== null).map((each) => [each.seat.row.organizationId, each]))
  for (const each of latest.values()) if (recordPolitical(each.line, each.seat, intake)) each.outcome = also(each.outcome)
  for (const { at, seatState, outcome } of seated) placed[at] = { seatState, outcome }
}

interface PlacedLine {
  readonly table: Table
  readonly placed: Placed
  readonly line: PersonLine
}

/** What was not refused so far, in the order of the files. */
function* placedLines(all: readonly PlacedLines[]): Generator<PlacedLine> {
  for (const { table, lines, placed } of all) {
    for (const { at, line } of numbered(lines)) {
      const there = placed[at]
      if (there) yield { table, placed: there, line }
    }
  }
}

/** Puts somebody under whoever has the id that a line gives. */
function placeUnder(placed: Placed, line: PersonLine, { draft, state }: Intake): void {
  const { seatState } = placed
  const superior = seatIdHeldOn(state, line.reportsTo, line.from)
  if (superior === seatState.seatId) {
    line.row.refuse('reports_to', 'reporting_loop', { names: `${nameOf(line)} → ${nameOf(line)}` })
  } else if (superior !== null) {
    if (draft.change('seatState', seatState, { reportsToSeatId: superior })) placed.outcome = also(placed.outcome)
  } else if (!state.refusedIds.has(line.reportsTo)) {
    line.row.refuse('reports_to', 'unknown_id', {})
  }
}

/**
 * Puts somebody under a superior that a contact export names. Who is not among the people, or is several of them, is no reason to refuse the
 * file: the name is kept in an own field, and told.
 */
function placeUnderNamed(
  placed: Placed,
  line: PersonLine,
  byName: ReturnType<typeof superiorNamed>,
  { draft, state, notices }: Intake,
): void {
  const { seatState } = placed
  const column = superiorColumn(line)
  const name = line.manager || line.reportsTo
  const superior = byName(name)
  if (superior !== null && superior !== seatState.seatId) {
    if (draft.change('seatState', seatState, { reportsToSeatId: superior })) placed.outcome = also(placed.outcome)
    return
  }
  line.row.notice(column, 'manager_unknown', notices)
  const person = state.people.get(line.id)
  if (!person) return
  const { header } = line.row.place(column)
  const own = { ...OwnFields.parse(JSON.parse(person.row.own)), [header]: name }
  state.registerOwnFields('person', [{ header }])
  if (draft.change('person', person.row, { own: storedOwn(own) })) placed.outcome = also(placed.outcome)
}

/** The column that says who somebody reports to. */
const superiorColumn = (line: PersonLine) => (line.manager === '' ? 'reports_to' : 'manager')
const compareDays = (a: PersonLine, b: PersonLine): number =>
  (a.from ?? '') < (b.from ?? '') ? -1 : (a.from ?? '') > (b.from ?? '') ? 1 : 0
const also = (outcome: Outcome): Outcome => (outcome === 'unchanged' ? 'updated' : outcome)
const nameOf = (line: PersonLine): string => line.name || line.title || line.id

/** Two lines of one id are moves from different days, and a seat without a holder does not move. */
function refuseTwice(group: readonly Numbered[]): void {
  group.forEach(({ line }, i) => {
    const before = group[i - 1]?.line
    if (!before || (line.from !== before.from && line.name !== '' && before.name !== '')) return
    line.row.refuse('id', 'id_twice', { line: before.row.line })
  })
}

function refuseLoops(all: readonly PlacedLines[], { state }: Intake): void {
  const isChanged = ({ placed, line }: PlacedLine) => (line.reportsTo || line.manager) !== '' && placed.outcome !== 'unchanged'
  if (!placedLines(all).some(isChanged)) return
  const loops = findReportingLoops(state.seatStates())
  if (loops.length === 0) return
  const inLoops = new Set(loops.flat())
  const holders = new Map<SeatId, string>()
  for (const [, { row, tenures }] of state.people.all(({ seatId }) => inLoops.has(seatId))) {
    for (const { seatId } of tenures) holders.set(seatId, row.name)
  }
  const seatNames = (seats: readonly SeatId[]) => seats.map((id) => holders.get(id) ?? titleOf(state.seats.get(id))).join(' → ')
  for (const { line, placed } of placedLines(all).filter(isChanged)) {
    for (const loop of loops) {
      if (!loop.includes(placed.seatState.seatId)) continue
      line.row.refuse(superiorColumn(line), 'reporting_loop', { names: seatNames([...loop, ...loop.slice(0, 1)]) })
    }
  }
}

const titleOf = (seat: SeatEntry | undefined): string => seat?.states.at(-1)?.title ?? ''
