import type SQLite from 'better-sqlite3'
import type { WriteContext } from '../core/context'
import { journaledTables, type JournaledTable, type Schema } from '../core/schema'

/** A row of any table, by column. */
type Stored = Record<string, unknown>

/** Rows written between two looks at whether somebody cancelled. */
export const ROWS_A_LOOK = 2_000
/** Rows inserted by one statement: a third faster than one by one, and more are no faster still. */
const ROWS_A_STATEMENT = 50
/** The part of an import's time that passes before the first row is written. */
export const READING_SHARE = 0.4

/** Primary keys that are not the column `id`. */
const keysOf: { readonly [T in JournaledTable]?: readonly (keyof Schema[T] & string)[] } = {
  accountPerson: ['accountId', 'personId'],
  sourceAlias: ['accountId', 'sourceId'],
  accountSeat: ['accountId', 'seatId'],
  targetDepth: ['accountId', 'ownPersonId', 'subjectId'],
  interactionPerson: ['interactionId', 'personId'],
  interactionCalendar: ['interactionId'],
  ownField: ['entity', 'key'],
  playbook: ['role', 'language'],
  signalInbox: ['signalId'],
  pin: ['accountId', 'drawing', 'scope', 'nodeId'],
}

export function primaryKey(table: JournaledTable): readonly string[] {
  return keysOf[table] ?? ['id']
}

/**
 * What an import is going to write, gathered in memory so that nothing is written where a row is refused.
 * Rows handed to it stay the caller's to read: they always show how the row will be, until they are written.
 */
export class Draft {
  private readonly created = new Map<JournaledTable, Stored[]>()
  private readonly fresh = new Set<Stored>()
  private readonly changed = new Map<Stored, JournaledTable>()
  private readonly removed: (readonly [JournaledTable, Stored])[] = []

  create<T extends JournaledTable>(table: T, row: Schema[T]): Schema[T] {
    const rows = this.created.get(table)
    if (rows) rows.push(row)
    else this.created.set(table, [row])
    this.fresh.add(row)
    return row
  }

  /** Sets columns of a row that is stored or going to be; says whether that changes anything. The key cannot be changed. */
  change<T extends JournaledTable>(table: T, row: Schema[T], values: Partial<Schema[T]>): boolean {
    const stored: Stored = row
    const differing = Object.entries(values).filter(([column, value]) => stored[column] !== value)
    if (differing.length === 0) return false
    for (const [column, value] of differing) stored[column] = value
    if (!this.fresh.has(stored)) this.changed.set(stored, table)
    return true
  }

  remove<T extends JournaledTable>(table: T, row: Schema[T]): void {
    this.removed.push([table, row])
  }

  /**
   * Writes it all, parents before children. By prepared statements, since Kysely compiles a statement anew for every batch: that
   * alone would cost a large import half as much again.
   */
  write({ raw, progress, noteCreated }: Pick<WriteContext, 'raw' | 'progress' | 'noteCreated'>): void {
    const total = [...this.created.values()].reduce((sum, rows) => sum + rows.length, this.changed.size + this.removed.length)
    let written = 0
    let nextLook = ROWS_A_LOOK
    const wrote = (rows: number) => {
      written += rows
      if (written < nextLook) return
      nextLook = written + ROWS_A_LOOK
      progress.report(READING_SHARE + ((1 - READING_SHARE) * written) / total)
      progress.checkCancelled()
    }
    const statement = statements(raw)
    // What is written is let go of, table by table.
    this.fresh.clear()

    for (const [table, row] of this.removed) {
      const keys = primaryKey(table)
      statement(`DELETE FROM ${table} WHERE ${matching(keys)}`).run(valuesOf([row], keys))
      wrote(1)
    }
    for (const table of journaledTables) {
      const rows = this.created.get(table)
      if (!rows) continue
      const columns = Object.keys(rows[0] ?? {})
      for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
        const batch = rows.slice(start, start + ROWS_A_STATEMENT)
        statement(insertion(table, columns, batch.length)).run(valuesOf(batch, columns))
        wrote(batch.length)
      }
      const keys = primaryKey(table)
      noteCreated(
        table,
        rows.map((row) => keys.map((key) => String(row[key]))),
      )
      this.created.delete(table)
    }
    for (const [row, table] of this.changed) {
      const keys = primaryKey(table)
      const columns = Object.keys(row).filter((column) => !keys.includes(column))
      const sql = `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE ${matching(keys)}`
      statement(sql).run(valuesOf([row], [...columns, ...keys]))
      wrote(1)
    }
  }
}

/** Prepares each statement once. */
function statements(raw: SQLite.Database): (sql: string) => SQLite.Statement<unknown[]> {
  const prepared = new Map<string, SQLite.Statement<unknown[]>>()
  return (sql) => {
    let statement = prepared.get(sql)
    if (!statement) prepared.set(sql, (statement = raw.prepare<unknown[]>(sql)))
    return statement
  }
}

function insertion(table: JournaledTable, columns: readonly string[], rows: number): string {
  const row = `(${columns.map(() => '?').join(', ')})`
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array.from({ length: rows }, () => row).join(', ')}`
}

const matching = (keys: readonly string[]): string => keys.map((key) => `${key} = ?`).join(' AND ')

function valuesOf(rows: readonly Stored[], columns: readonly string[]): unknown[] {
  const values: unknown[] = []
  for (const row of rows) for (const column of columns) values.push(row[column])
  return values
}
