import type { OwnFields } from '../../src-shared/model/account'
import type { Day } from '../../src-shared/model/day'
import type { WriteContext } from '../core/context'
import type { Schema } from '../core/schema'
import type { AccountState, PersonEntry } from './accountState'
import type { Column, CsvKind } from './columns'
import type { CsvTable } from './csvTable'
import type { Draft } from './draft'
import type { DuplicateFinder } from './duplicates'
import type { Refusals } from './refusals'
import { type Reading, Row } from './row'

/** What taking rows into an account needs at hand. */
export interface Intake extends Reading {
  readonly state: AccountState
  readonly draft: Draft
  readonly newId: WriteContext['newId']
  readonly db: WriteContext['db']
  /** Who looks for people that are there already; null: nobody. */
  readonly duplicates: DuplicateFinder | null
  /** What was noticed and refuses nothing. */
  readonly notices: Refusals
  /** The day of the import. */
  readonly on: Day
  /** Called once a row. */
  readonly tick: () => void
  /** Called where nothing of what was placed so far is still in hand, with the share of people that are placed: it may be written already. */
  readonly relieve: (share: number) => void
}

/** The rows of a table, one by one, for long work that is watched. */
export function* rowsOf<K extends CsvKind>(table: CsvTable<K>, intake: Intake): Generator<Row<K>> {
  for (const record of table.records) {
    intake.tick()
    yield new Row(table, record, intake)
  }
}

/**
 * The person that a cell names by the sender's id; refused where nobody, or only a seat without a holder, has it. Null also where
 * the row that says who it is was refused: that is reason enough.
 */
export function personIn<K extends CsvKind>(row: Row<K>, column: Column<K>, id: string, { state }: Intake): PersonEntry | null {
  const person = state.people.get(id)
  if (person) return person
  if (id !== '' && !state.refusedIds.has(id)) row.refuse(column, state.isSeat(id) ? 'no_person' : 'unknown_id', {}, id)
  return null
}

/** The opportunity that a cell names; null when not given, undefined after a refusal. */
export function opportunityIn<K extends CsvKind>(
  row: Row<K>,
  column: Column<K>,
  { state }: Intake,
): Schema['opportunity'] | null | undefined {
  const name = row.text(column)
  if (name === '') return null
  const opportunity = state.opportunityNamed(name)
  if (!opportunity) row.refuse(column, 'unknown_opportunity', {})
  return opportunity
}

/** Own fields as stored: keys in code-point order, so that equal fields are equal text. */
export function storedOwn(own: OwnFields): string {
  const keys = Object.keys(own)
  return keys.length === 0 ? '{}' : JSON.stringify(Object.fromEntries(keys.sort().map((key) => [key, own[key]])))
}

/** Pairs rows of a file with equal rows that are stored, each stored row once. */
export class Unclaimed<T> {
  private readonly byContent = new Map<string, T[]>()

  constructor(
    stored: Iterable<T>,
    private readonly contentOf: (row: T) => string,
  ) {
    for (const row of stored) {
      const content = contentOf(row)
      const equal = this.byContent.get(content)
      if (equal) equal.push(row)
      else this.byContent.set(content, [row])
    }
  }

  /** Whether a stored row says the same; it is then spoken for. */
  claim(row: T): boolean {
    return this.byContent.get(this.contentOf(row))?.shift() !== undefined
  }

  /** Stored rows that no row of the file has claimed. */
  *rest(): Generator<T> {
    for (const rows of this.byContent.values()) yield* rows
  }
}
