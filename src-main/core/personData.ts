import type SQLite from 'better-sqlite3'
import { z } from 'zod'
import type { Output, ParsedInput } from '../../src-shared/contract'
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
  const tables: Record<string, unknown[]> = {
    person: raw.prepare('SELECT * FROM person WHERE id = ?').all(personId),
  }
  for (const [table, columns] of Map.groupBy(personColumns(raw), (of) => of.table)) {
    const named = columns.map(({ column }) => `${column} = :personId`).join(' OR ')
    const rows = raw.prepare(`SELECT * FROM ${table} WHERE ${named}`).all({ personId })
    if (rows.length > 0) tables[table] = rows
  }
  return { name, json: JSON.stringify({ person: personId, tables }, null, 2) }
}

/** Every column of a journaled table that refers to a person. */
export function personColumns(raw: SQLite.Database): PersonColumn[] {
  const keys = z.array(z.object({ table: z.string(), from: z.string() }))
  return journaledTables.flatMap((table) =>
    keys
      .parse(raw.pragma(`foreign_key_list(${table})`))
      .filter((key) => key.table === 'person')
      .map(({ from }) => ({ table, column: from })),
  )
}
