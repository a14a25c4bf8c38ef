import type SQLite from 'better-sqlite3'
import { z } from 'zod'
import type { HistoryStep } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import type { StepParams } from './context'
import { CreatedPack, unpack } from './createdPack'
import { ownJson } from './json'
import { journaledTables, type JournaledTable } from './schema'

/** Steps kept for undo; older ones are forgotten. */
const KEPT_STEPS = 1_000

type Row = Record<string, string | number | null>
type Keys = readonly (readonly string[])[]

/**
 * The undo journal of one writing connection. Triggers of the connection (TEMP, generated from the tables' own columns) write the
 * image of every row before and after a change while a step is open.
 */
export class History {
  private readonly columns = new Map<JournaledTable, { all: string[]; key: string[] }>()
  /** Keys of what the open step inserts, where it is one of inserts. */
  private created: CreatedPack | null = null

  constructor(private readonly raw: SQLite.Database) {
    for (const table of journaledTables) {
      const info = z.array(z.object({ name: z.string(), pk: z.number() })).parse(raw.pragma(`table_info(${table})`))
      const key = info.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk)
      this.columns.set(table, { all: info.map((column) => column.name), key: key.map((column) => column.name) })
    }
    raw.exec('CREATE TEMP TABLE journalStep (stepId INTEGER PRIMARY KEY)')
    for (const table of journaledTables) {
      this.createTrigger(table, 'INSERT')
      this.createTrigger(table, 'UPDATE')
      this.createTrigger(table, 'DELETE')
    }
  }

  /** Opens a step inside the current transaction. A step opened while one is open is part of it, under the name of the first. */
  begin(name: string, params: StepParams, now: Date, ofInserts: boolean): void {
    if (this.openStep() !== undefined) return
    const { lastInsertRowid } = this.raw
      .prepare('INSERT INTO historyStep (name, params, madeAt) VALUES (?, ?, ?)')
      .run(name, JSON.stringify(params), now.toISOString())
    this.raw.prepare('INSERT INTO temp.journalStep (stepId) VALUES (?)').run(lastInsertRowid)
    if (ofInserts) {
      this.created = new CreatedPack()
      for (const table of journaledTables) this.raw.exec(`DROP TRIGGER temp.${triggerName(table, 'INSERT')}`)
    }
  }

  /** Notes keys inserted in a step of inserts. In an ordinary step the triggers have noted them already. */
  noteCreated(table: JournaledTable, keys: Keys): void {
    if (!this.created) {
      if (this.openStep() === undefined) throw new Error('noteCreated outside a step')
      return
    }
    this.created.add(table, keys)
  }

  /**
   * Closes the open step, if any, before the transaction commits. One that changed nothing leaves no trace; any other forgets what
   * was undone before it.
   */
  end(): void {
    const stepId = this.openStep()
    if (stepId === undefined) return
    if (this.created && !this.created.isEmpty) this.keepCreated(stepId, this.created)
    this.restoreInsertTriggers()
    this.raw.exec('DELETE FROM temp.journalStep')
    const { changes: empty } = this.raw
      .prepare(
        `DELETE FROM historyStep WHERE id = ? AND created IS NULL
           AND NOT EXISTS (SELECT 1 FROM historyChange WHERE stepId = historyStep.id)`,
      )
      .run(stepId)
    if (empty > 0) return
    this.raw.exec('DELETE FROM historyStep WHERE undone = 1')
    this.raw
      .prepare('DELETE FROM historyStep WHERE id <= (SELECT id FROM historyStep ORDER BY id DESC LIMIT 1 OFFSET ?)')
      .run(KEPT_STEPS)
  }

  /** Before a rollback, which takes the step, its place in journalStep and dropped triggers back by itself. */
  abandon(): void {
    this.created = null
  }

  /** Takes the latest step back. @throws AppError `nothing_to_undo` */
  undo(): HistoryStep {
    const step = this.stepWhere('undone = 0 ORDER BY id DESC')
    if (!step) throw new AppError('nothing_to_undo', {})
    this.raw.pragma('defer_foreign_keys = ON')
    const changes = this.changesOf(step.id, 'DESC')
    for (const change of changes) this.replaceRow(change.tableName, change.key, change.before)
    if (step.created) {
      const created = unpack<Keys[number]>(step.created)
      const removed = new CreatedPack()
      for (const table of [...journaledTables].reverse()) {
        const keys = created[table]
        if (keys) removed.add(table, this.removeRows(table, keys))
      }
      this.keepCreated(step.id, removed)
    }
    this.raw.prepare('UPDATE historyStep SET undone = 1 WHERE id = ?').run(step.id)
    return toHistoryStep(step, true)
  }

  /** Does the last undone step again. @throws AppError `nothing_to_redo` */
  redo(): HistoryStep {
    const step = this.stepWhere('undone = 1 ORDER BY id ASC')
    if (!step) throw new AppError('nothing_to_redo', {})
    this.raw.pragma('defer_foreign_keys = ON')
    if (step.created) {
      const removed = unpack<Row>(step.created)
      const created = new CreatedPack()
      for (const table of journaledTables) {
        const rows = removed[table]
        if (rows) created.add(table, this.insertRows(table, rows))
      }
      this.keepCreated(step.id, created)
    }
    for (const change of this.changesOf(step.id, 'ASC')) this.replaceRow(change.tableName, change.key, change.after)
    this.raw.prepare('UPDATE historyStep SET undone = 0 WHERE id = ?').run(step.id)
    return toHistoryStep(step, false)
  }

  /**
   * Undoes or redoes whatever lies between now and the moment right after a step; null: before all that are kept.
   * @throws AppError `not_found` for a step that was forgotten or never was
   */
  jump(stepId: number | null): { undone: number; redone: number } {
    const target = stepId === null ? null : this.stepWhere(`id = ${stepId}`)
    if (target === undefined) throw new AppError('not_found', { kind: 'step', value: String(stepId) })
    const last = target?.id ?? 0
    let undone = 0
    let redone = 0
    while (this.stepWhere(`undone = 0 AND id > ${last}`)) {
      this.undo()
      undone++
    }
    while (this.stepWhere(`undone = 1 AND id <= ${last}`)) {
      this.redo()
      redone++
    }
    return { undone, redone }
  }

  /** Of a step of inserts: keys while it is done, whole rows while it is undone. */
  private keepCreated(stepId: number, created: CreatedPack): void {
    this.raw.prepare('UPDATE historyStep SET created = ? WHERE id = ?').run(created.bytes(), stepId)
  }

  private openStep(): number | undefined {
    return z.number().optional().parse(this.raw.prepare('SELECT stepId FROM temp.journalStep').pluck().get())
  }

  private stepWhere(condition: string): StoredStep | undefined {
    return StoredStep.optional().parse(this.raw.prepare(`SELECT * FROM historyStep WHERE ${condition} LIMIT 1`).get())
  }

  private changesOf(stepId: number, order: 'ASC' | 'DESC'): StoredChange[] {
    return z
      .array(StoredChange)
      .parse(
        this.raw
          .prepare(`SELECT tableName, key, before, after FROM historyChange WHERE stepId = ? ORDER BY seq ${order}`)
          .all(stepId),
      )
  }

  private replaceRow(table: JournaledTable, key: readonly string[], image: Row | null): void {
    const where = this.whereKey(table)
    if (image === null) {
      this.raw.prepare(`DELETE FROM ${table} WHERE ${where}`).run(...key)
      return
    }
    const { all } = this.columnsOf(table)
    const values = all.map((column) => image[column] ?? null)
    const { changes } = this.raw
      .prepare(`UPDATE ${table} SET ${all.map((column) => `${column} = ?`).join(', ')} WHERE ${where}`)
      .run(...values, ...key)
    if (changes === 0) this.insertRows(table, [image])
  }

  private removeRows(table: JournaledTable, keys: Keys): Row[] {
    const where = this.whereKey(table)
    const select = this.raw.prepare<string[], Row>(`SELECT * FROM ${table} WHERE ${where}`)
    const remove = this.raw.prepare<string[]>(`DELETE FROM ${table} WHERE ${where}`)
    // All images before the first deletion, which empties the references of rows of the same table to the one deleted.
    const rows = keys.map((key) => select.get(...key)).filter((row) => row !== undefined)
    for (const key of keys) remove.run(...key)
    return rows
  }

  private insertRows(table: JournaledTable, rows: readonly Row[]): Keys {
    const { all, key } = this.columnsOf(table)
    const insert = this.raw.prepare(`INSERT INTO ${table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`)
    return rows.map((row) => {
      insert.run(...all.map((column) => row[column] ?? null))
      return key.map((column) => String(row[column]))
    })
  }

  private whereKey(table: JournaledTable): string {
    return this.columnsOf(table)
      .key.map((column) => `${column} = ?`)
      .join(' AND ')
  }

  private columnsOf(table: JournaledTable): { all: string[]; key: string[] } {
    const columns = this.columns.get(table)
    if (!columns) throw new Error(`${table} is not journaled`)
    return columns
  }

  private restoreInsertTriggers(): void {
    if (!this.created) return
    this.created = null
    for (const table of journaledTables) this.createTrigger(table, 'INSERT')
  }

  private createTrigger(table: JournaledTable, event: TriggerEvent): void {
    const { all, key } = this.columnsOf(table)
    const image = (side: 'OLD' | 'NEW') => `json_object(${all.map((column) => `'${column}', ${side}.${column}`).join(', ')})`
    const keyOf = (side: 'OLD' | 'NEW') => `json_array(${key.map((column) => `${side}.${column}`).join(', ')})`
    const differs = all.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ')
    this.raw.exec(`
      CREATE TEMP TRIGGER ${triggerName(table, event)} AFTER ${event} ON main.${table}
      WHEN EXISTS (SELECT 1 FROM journalStep) ${event === 'UPDATE' ? `AND (${differs})` : ''}
      BEGIN
        INSERT INTO historyChange (stepId, tableName, key, before, after) VALUES (
          (SELECT stepId FROM journalStep), '${table}', ${keyOf(event === 'INSERT' ? 'NEW' : 'OLD')},
          ${event === 'INSERT' ? 'NULL' : image('OLD')}, ${event === 'DELETE' ? 'NULL' : image('NEW')});
      END`)
  }
}

type TriggerEvent = 'INSERT' | 'UPDATE' | 'DELETE'

const triggerName = (table: JournaledTable, event: TriggerEvent): string => `journal_${table}_${event}`

const image = z
  .string()
  .nullable()
  .transform((json): Row | null => (json === null ? null : ownJson<Row>(json)))

const StoredChange = z.object({
  tableName: z.enum(journaledTables),
  key: z.string().transform((json) => ownJson<string[]>(json)),
  before: image,
  after: image,
})
type StoredChange = z.infer<typeof StoredChange>

const StoredStep = z.object({
  id: z.number(),
  name: z.string(),
  params: z.string(),
  madeAt: z.string(),
  created: z.instanceof(Uint8Array).nullable(),
})
type StoredStep = z.infer<typeof StoredStep>

function toHistoryStep(step: Pick<StoredStep, 'id' | 'name' | 'params' | 'madeAt'>, undone: boolean): HistoryStep {
  return { id: step.id, name: step.name, params: ownJson<StepParams>(step.params), madeAt: step.madeAt, undone }
}
