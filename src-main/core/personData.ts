import type SQLite from 'better-sqlite3'
import { z } from 'zod'
import type { Output, ParsedInput } from '../../src-shared/contract'
import type { PersonId } from '../../src-shared/model/ids'
import type { ReadContext } from './context'
import { personOf } from './lookup'
import { journaledTables } from './schema'

/** A column of a table that points at a person. */
interface PersonColumn {
  readonly table: string
  readonly column: string
}

/**
 * All rows that are held about one person, table by table, as JSON: found by the foreign keys of the schema itself, so that a table added
 * later cannot be forgotten. @throws AppError `not_found`
 */
export async function personData(
  { db, raw }: ReadContext,
  { personId }: ParsedInput<'person.data'>,
): Promise<Output<'person.data'>> {
  const { name } = await personOf(db, personId)
  return { name, json: JSON.stringify({ person: personId, tables: Object.fromEntries(rowsAbout(raw, personId)) }, null, 2) }
}

/** A row as it is stored. */
export type Row = Readonly<Record<string, string | number | null>>

/** The rows about a person by table, the person's own first; tables without any are left out. */
export function rowsAbout(raw: SQLite.Database, personId: PersonId): [table: string, rows: readonly Row[]][] {
  const found: [string, readonly Row[]][] = [
    ['person', raw.prepare<[string], Row>('SELECT * FROM person WHERE id = ?').all(personId)],
  ]
  for (const [table, columns] of Map.groupBy(personColumns(raw), (of) => of.table)) {
    const named = columns.map(({ column }) => `${column} = :personId`).join(' OR ')
    const rows = raw.prepare<[{ personId: PersonId }], Row>(`SELECT * FROM ${table} WHERE ${named}`).all({ personId })
    if (rows.length > 0) found.push([table, rows])
  }
  return found
}

/** Every column of a journaled table that refers to a person, or to their place on an account. */
export function personColumns(raw: SQLite.Database): PersonColumn[] {
  const keys = z.array(z.object({ table: z.string(), from: z.string() }))
  return journaledTables.flatMap((table) =>
    keys
      .parse(raw.pragma(`foreign_key_list(${table})`))
      .filter((key) => key.table === 'person' || (key.table === 'accountPerson' && key.from === 'personId'))
      .map(({ from }) => ({ table, column: from })),
  )
}
