import type { CsvTable } from './csvTable'
import { type Intake, rowsOf } from './intake'
import { type PersonLine, readPersonLine } from './personLine'
import { Row } from './row'
import { SenderIds } from './senderIds'

/** The lines of a table of people that were not refused, to be gone through several times, always in the same order. */
export interface PeopleLines {
  readonly table: CsvTable<'people'>
  /** Their ids, in their order. */
  readonly ids: readonly string[]
  readonly lines: Iterable<PersonLine>
}

/**
 * Reads the lines of a table and refuses those that say what cannot be. Only ids are kept: a line is read anew, which says the same, each time that
 * somebody comes to it, since 100,000 of them would take 60 MB.
 */
export function readPeopleLines(table: CsvTable<'people'>, intake: Intake): PeopleLines {
  const { state } = intake
  state.registerOwnFields('person', table.ownColumns)
  const senderIds = new SenderIds(table)
  const ids: string[] = []
  /** Places of rows among all of the table. */
  const refused = new Set<number>()
  let at = 0
  for (const row of rowsOf(table, intake)) {
    const line = readPersonLine(row, table, (written) => senderIds.idFor(row, written))
    if (row.refused) {
      refused.add(at)
      state.refusedIds.add(line.id)
    } else ids.push(line.id)
    at += 1
  }
  return { table, ids, lines: { [Symbol.iterator]: () => linesAgain(table, ids, refused, intake) } }
}

function* linesAgain(
  table: CsvTable<'people'>,
  ids: readonly string[],
  refused: ReadonlySet<number>,
  intake: Intake,
): Generator<PersonLine, undefined> {
  const nextId = ids.values()
  let at = 0
  for (const record of table.records) {
    if (!refused.has(at)) yield readPersonLine(new Row(table, record, intake), table, () => nextId.next().value ?? '')
    at += 1
  }
}
