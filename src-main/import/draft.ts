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
/** The table that refers to rows which may come last of all: its rows change until the end. */
const LAST_WRITTEN = 'seatState' satisfies JournaledTable

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
  /** Rows that changed, those that are still to be created among them: these are written as they are by then. */
  private readonly changed = new Map<Stored, JournaledTable>()
  private readonly removed: (readonly [JournaledTable, Stored])[] = []
  private share = READING_SHARE
  /** Each prepared once: fifty rows make a large one, which lives until the garbage collector finds it. */
  private readonly statements = new Map<string, SQLite.Statement<unknown[]>>()

  create<T extends JournaledTable>(table: T, row: Schema[T]): Schema[T] {
    const rows = this.created.get(table)
    if (rows) rows.push(row)
    else this.created.set(table, [row])
    return row
  }

  /** Sets columns of a row that is stored or going to be; says whether that changes anything. The key cannot be changed. */
  change<T extends JournaledTable>(table: T, row: Schema[T], values: Partial<Schema[T]>): boolean {
    const stored: Stored = row
    const differing = Object.entries(values).filter(([column, value]) => stored[column] !== value)
    if (differing.length === 0) return false
    for (const [column, value] of differing) stored[column] = value
    this.changed.set(stored, table)
    return true
  }

  remove<T extends JournaledTable>(table: T, row: Schema[T]): void {
    this.removed.push([table, row])
  }

  /**
   * Writes what is going to be created but for states of seats, so that it need not be kept; what of it changes later is written again.
   *
   * @param share of the import that is done afterwards
   */
  writeAhead(context: Writing, share: number): void {
    this.insert(
      context,
      journaledTables.filter((table) => table !== LAST_WRITTEN),
      this.watch(context, this.waiting() - (this.created.get(LAST_WRITTEN)?.length ?? 0), share),
    )
  }

  /** Writes all that is left, parents before children. */
  write(context: Writing): void {
    const wrote = this.watch(context, this.waiting() + this.changed.size + this.removed.length, 1)
    for (const [table, row] of this.removed) {
      const keys = primaryKey(table)
      this.statement(context, `DELETE FROM ${table} WHERE ${matching(keys)}`).run(valuesOf([row], keys))
      wrote(1)
    }
    this.insert(context, journaledTables, wrote)
    for (const [row, table] of this.changed) {
      const keys = primaryKey(table)
      const columns = Object.keys(row).filter((column) => !keys.includes(column))
      const sql = `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE ${matching(keys)}`
      this.statement(context, sql).run(valuesOf([row], [...columns, ...keys]))
      wrote(1)
    }
  }

  /**
   * By prepared statements, since Kysely compiles a statement anew for every batch: that alone would cost a large import half as much again.
   */
  private insert(context: Writing, tables: readonly JournaledTable[], wrote: (rows: number) => void): void {
    for (const table of tables) {
      const rows = this.created.get(table)
      if (!rows) continue
      const columns = Object.keys(rows[0] ?? {})
      const keys = primaryKey(table)
      for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
        const batch = rows.slice(start, start + ROWS_A_STATEMENT)
        this.statement(context, insertion(table, columns, batch.length)).run(valuesOf(batch, columns))
        context.noteCreated(
          table,
          batch.map((row) => keys.map((key) => String(row[key]))),
        )
        for (const row of batch) this.changed.delete(row)
        wrote(batch.length)
      }
      // What is written is let go of, table by table.
      this.created.delete(table)
    }
  }

  private statement({ raw }: Writing, sql: string): SQLite.Statement<unknown[]> {
    let statement = this.statements.get(sql)
    if (!statement) this.statements.set(sql, (statement = raw.prepare<unknown[]>(sql)))
    return statement
  }

  private waiting(): number {
    return [...this.created.values()].reduce((sum, rows) => sum + rows.length, 0)
  }

  /** Tells of the rows as they are written, and looks whether somebody cancelled. */
  private watch({ progress }: Writing, total: number, share: number): (rows: number) => void {
    const from = this.share
    this.share = share
    let written = 0
    let nextLook = ROWS_A_LOOK
    return (rows) => {
      written += rows
      if (written < nextLook) return
      nextLook = written + ROWS_A_LOOK
      progress.report(from + ((share - from) * written) / total)
      progress.checkCancelled()
    }
  }
}

type Writing = Pick<WriteContext, 'raw' | 'progress' | 'noteCreated'>

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
