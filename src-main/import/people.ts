import { OwnFields } from '../../src-shared/model/account'
import type { SeatId } from '../../src-shared/model/ids'
import type { SeatEntry } from './accountState'
import type { CsvTable } from './csvTable'
import type { ReadLine } from './duplicates'
import { type Intake, rowsOf, storedOwn } from './intake'
import { SenderIds } from './senderIds'
import { superiorNamed } from './superiors'
import { type PersonLine, readPersonLine } from './personLine'
import { findReportingLoops } from './reportingLoops'
import { type Outcome, recordPolitical, type Seated, seatHeldOn, seatPerson } from './seating'

type Table = CsvTable<'people'>
/** What became of a line, while its superior is still to be found. */
interface Placed extends Seated {
  readonly table: Table
  readonly line: PersonLine
}

/** Takes people into seats (interfaces.md, "What a row means"). Who they report to comes last: it may be anybody of any file. */
export function takePeople(tables: readonly Table[], intake: Intake): void {
  const { state, draft } = intake
  const placed = placePeople(
    tables.flatMap((table) => readLines(table, intake)),
    intake,
  )

  const byName = superiorNamed(state)
  for (const each of placed) {
    const { table, line, seatState } = each
    if (line.manager !== '' || (table.contacts && line.reportsTo !== '' && !seatHeldOn(state, line.reportsTo, line.from))) {
      placeUnderNamed(each, byName, intake)
      continue
    }
    if (line.reportsTo === '') continue
    const superior = seatHeldOn(state, line.reportsTo, line.from)
    if (superior?.id === seatState.seatId) {
      line.row.refuse('reports_to', 'reporting_loop', { names: `${nameOf(line)} → ${nameOf(line)}` })
    } else if (superior) {
      if (draft.change('seatState', seatState, { reportsToSeatId: superior.id })) each.outcome = also(each.outcome)
    } else if (!state.refusedIds.has(line.reportsTo)) {
      line.row.refuse('reports_to', 'unknown_id', {})
    }
  }
  refuseLoops(placed, intake)
  for (const { table, outcome } of placed) table.outcome[outcome] += 1
}

function readLines(table: Table, intake: Intake): ReadLine[] {
  const { state } = intake
  state.registerOwnFields('person', table.ownColumns)
  const ids = new SenderIds()
  const lines: ReadLine[] = []
  for (const row of rowsOf(table, intake)) {
    const line = readPersonLine(row, table, ids)
    if (row.refused) state.refusedIds.add(line.id)
    else lines.push({ table, line })
  }
  return lines
}

function placePeople(read: readonly ReadLine[], intake: Intake): Placed[] {
  const { state, duplicates } = intake
  const { lines, aliases } = duplicates?.settle(read) ?? { lines: read, aliases: [] }
  const placed: Placed[] = []
  let taken = 0
  for (const [table, ofTable] of Map.groupBy(lines, ({ table }) => table)) {
    // Ids are made in the file's order: siblings appear on the map as they stand in it.
    for (const group of linesById(ofTable)) {
      for (const each of placeLines(table, group, intake)) placed.push(each)
      taken += group.length
      intake.relieve(taken / lines.length)
    }
  }
  for (const [alias, id] of aliases) state.addAlias(alias, id)
  return placed
}

/** Lines of one id together, in the order in which the ids come first. Hardly any has several: lists are made for those alone. */
function* linesById(lines: readonly ReadLine[]): Generator<readonly PersonLine[]> {
  const seen = new Set<string>()
  const several = new Map<string, PersonLine[]>()
  for (const { line } of lines) {
    if (seen.has(line.id)) several.set(line.id, [])
    seen.add(line.id)
  }
  if (several.size > 0) for (const { line } of lines) several.get(line.id)?.push(line)
  for (const { line } of lines) {
    const group = several.get(line.id)
    if (!group) yield [line]
    else if (group[0] === line) yield group
  }
}

/** Places the lines of one id: several are its moves, in order of time whatever their order in the file. */
function placeLines(table: Table, group: readonly PersonLine[], intake: Intake): Placed[] {
  const byTime = group.length === 1 ? group : group.toSorted((a, b) => compareDays(a, b))
  refuseTwice(byTime)
  const placed = byTime.flatMap((line) => {
    const seated = line.row.refused ? null : seatPerson(line, group.length === 1, intake)
    if (!seated) intake.state.refusedIds.add(line.id)
    return seated ? [{ table, line, seat: seated.seat, seatState: seated.seatState, outcome: seated.outcome }] : []
  })
  // Undated, hence one an organization: what the latest line there says.
  const latest = new Map(placed.filter(({ line }) => line.political !== null).map((each) => [each.seat.row.organizationId, each]))
  for (const each of latest.values()) if (recordPolitical(each.line, each.seat, intake)) each.outcome = also(each.outcome)
  return placed
}

/**
 * Puts somebody under a superior that a contact export names. Who is not among the people, or is several of them, is no reason to refuse the
 * file: the name is kept in an own field, and told.
 */
function placeUnderNamed(placed: Placed, byName: ReturnType<typeof superiorNamed>, { draft, state, notices }: Intake): void {
  const { line, seatState } = placed
  const column = superiorColumn(line)
  const name = line.manager || line.reportsTo
  const superior = byName(name)
  if (superior !== null && superior.id !== seatState.seatId) {
    if (draft.change('seatState', seatState, { reportsToSeatId: superior.id })) placed.outcome = also(placed.outcome)
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
function refuseTwice(lines: readonly PersonLine[]): void {
  lines.forEach((line, i) => {
    const before = lines[i - 1]
    if (!before || (line.from !== before.from && line.name !== '' && before.name !== '')) return
    line.row.refuse('id', 'id_twice', { line: before.row.line })
  })
}

function refuseLoops(placed: readonly Placed[], { state }: Intake): void {
  const changed = placed.filter(({ line, outcome }) => (line.reportsTo || line.manager) !== '' && outcome !== 'unchanged')
  if (changed.length === 0) return
  const loops = findReportingLoops([...state.seats.values()].flatMap(({ states }) => states))
  if (loops.length === 0) return
  const holders = new Map(
    [...state.people.values()].flatMap((person) => person.tenures.map(({ seatId }) => [seatId, person.row.name] as const)),
  )
  const seatNames = (seats: readonly SeatId[]) => seats.map((id) => holders.get(id) ?? titleOf(state.seats.get(id))).join(' → ')
  for (const loop of loops) {
    const names = seatNames([...loop, ...loop.slice(0, 1)])
    for (const { line, seat } of changed)
      if (loop.includes(seat.id)) line.row.refuse(superiorColumn(line), 'reporting_loop', { names })
  }
}

const titleOf = (seat: SeatEntry | undefined): string => seat?.states.at(-1)?.title ?? ''
