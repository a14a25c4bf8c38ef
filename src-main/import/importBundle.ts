import SQLite from 'better-sqlite3'
import { z } from 'zod'
import type { ImportedFile } from '../../src-shared/contract'
import { AccountId } from '../../src-shared/model/ids'
import { SeatState } from '../../src-shared/model/person'
import type { WriteContext } from '../core/context'
import {
  Bundle,
  BUNDLE_VERSION,
  type BundleRow,
  type BundleTable,
  bundleTables,
  inOrder,
  isJournaled,
  keysOf,
  keyText,
  rowSchema,
  storedRows,
  storedValues,
} from './bundleFormat'
import { ROWS_A_LOOK } from './draft'
import { findReportingLoops } from './reportingLoops'
import type { RefusalCode, RefusalParams, Refusals } from './refusals'

/** What became of a bundle. */
export interface ImportedBundle {
  readonly outcome: ImportedFile
  /** The account of a bundle that holds exactly one. */
  readonly accountId: AccountId | null
}

type Rows = ReadonlyMap<BundleTable, readonly BundleRow[]>
type Refuse = <C extends RefusalCode>(column: string, value: string, code: C, params: RefusalParams[C]) => void

/** Rows of these are how the program shows things, not what somebody said: the workspace's own stay, and nobody minds. */
const keptAsTheyAre: ReadonlySet<BundleTable> = new Set(['ownField', 'layoutMemory'])
/** Deeper nesting than any bundle has would exhaust the stack. */
const DEPTH_LIMIT = 60

/**
 * Merges a bundle by id: rows that are missing are created, equal ones are left, and ones that differ refuse the import. A
 * refusal names `table.column` and the row's id. Nothing is written after a refusal.
 */
export function importBundle(context: WriteContext, file: string, text: string, refusals: Refusals): ImportedBundle {
  const { raw } = context
  const refusedBefore = refusals.rows.length
  const refuse: Refuse = (column, value, code, params) => refusals.add({ file, line: 0, column, value }, code, params)
  const outcome: ImportedFile = { file, rows: 0, created: 0, updated: 0, unchanged: 0 }

  const rows = readBundle(file, text, refuse)
  if (!rows) return { outcome, accountId: null }
  const here = new Map(bundleTables.map((table) => [table, byKey(table, storedRows(raw, table))]))
  const missing = new Map<BundleTable, BundleRow[]>()
  for (const [table, incoming] of rows) {
    context.progress.checkCancelled()
    const known = here.get(table) ?? new Map<string, BundleRow>()
    const fresh = incoming.filter((row) => {
      const mine = known.get(keyText(table, row))
      if (mine && !keptAsTheyAre.has(table)) refuseDifferences(table, mine, row, refuse)
      return !mine
    })
    missing.set(table, fresh)
    outcome.rows += incoming.length
    outcome.created += fresh.length
  }
  outcome.unchanged = outcome.rows - outcome.created

  refuseTakenNames(missing, here, refuse)
  refuseMissingParents(raw, missing, here, refuse)
  refuseLoops(missing, here, refuse)
  if (refusals.rows.length === refusedBefore) insertRows(context, missing, refuse)
  const [account, ...others] = rows.get('account') ?? []
  return { outcome, accountId: account && others.length === 0 ? AccountId.parse(account['id']) : null }
}

/** Parses strictly, row by row; null where it is no bundle or a row is not what it should be. */
function readBundle(file: string, text: string, refuse: Refuse): Rows | null {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch (error) {
    refuse('', file, 'not_json', { detail: error instanceof Error ? error.message : '' })
    return null
  }
  const version = z.object({ linchpin: z.int().min(1) }).safeParse(document)
  if (!version.success || nestsTooDeep(document)) {
    refuse('', file, 'not_a_bundle', {})
    return null
  }
  if (version.data.linchpin > BUNDLE_VERSION) {
    refuse('linchpin', String(version.data.linchpin), 'bundle_newer', {
      version: String(version.data.linchpin),
      known: BUNDLE_VERSION,
    })
    return null
  }
  const bundle = Bundle.safeParse(document)
  if (!bundle.success) {
    for (const issue of bundle.error.issues) refuse(issue.path.join('.'), file, 'bad_field', { detail: issue.message })
    return null
  }

  let sound = true
  const rows = new Map<BundleTable, BundleRow[]>()
  for (const table of bundleTables) {
    const schema = rowSchema(table)
    const seen = new Set<string>()
    const read: BundleRow[] = []
    for (const [i, given] of (bundle.data.tables[table] ?? []).entries()) {
      const parsed = schema.safeParse(given)
      const issues = parsed.success ? (holdsPrototype(given) ? [{ path: ['__proto__'], message: '' }] : []) : parsed.error.issues
      for (const { path, message } of issues)
        refuse([table, ...path].join('.'), nameOfRow(given, i), 'bad_field', { detail: message })
      if (!parsed.success || issues.length > 0) {
        sound = false
        continue
      }
      const row = inOrder(table, parsed.data)
      const key = keyText(table, row)
      if (seen.has(key)) {
        refuse(table, key, 'row_twice', {})
        sound = false
      }
      seen.add(key)
      read.push(row)
    }
    rows.set(table, read)
  }
  return sound ? rows : null
}

/** A key that assigning would not store but act on; schemas skip it silently. */
function holdsPrototype(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(holdsPrototype)
}

function nestsTooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false
  return depth > DEPTH_LIMIT || Object.values(value).some((inner) => nestsTooDeep(inner, depth + 1))
}

function nameOfRow(row: unknown, index: number): string {
  const named = z.object({ id: z.string() }).safeParse(row)
  return named.success ? named.data.id : `[${index}]`
}

function byKey(table: BundleTable, rows: readonly BundleRow[]): Map<string, BundleRow> {
  return new Map(rows.map((row) => [keyText(table, row), row]))
}

function refuseDifferences(table: BundleTable, mine: BundleRow, theirs: BundleRow, refuse: Refuse): void {
  for (const [column, value] of Object.entries(theirs)) {
    const [here, there] = [JSON.stringify(mine[column]), JSON.stringify(value)]
    if (here !== there) refuse(`${table}.${column}`, keyText(table, theirs), 'conflict', { here, there })
  }
}

function refuseTakenNames(missing: Rows, here: ReadonlyMap<BundleTable, ReadonlyMap<string, BundleRow>>, refuse: Refuse): void {
  const taken = new Set([...(here.get('account')?.values() ?? [])].map((row) => row['name']))
  for (const account of missing.get('account') ?? []) {
    const name = String(account['name'])
    if (taken.has(name)) refuse('account.name', keyText('account', account), 'name_taken', { name })
    taken.add(name)
  }
}

/** A row for each column of a foreign key; those of one key share the `id`. */
const ForeignKeys = z.array(z.object({ id: z.int(), table: z.string(), from: z.string(), to: z.string() }))

/** Every row that a new row refers to has to be in the bundle or in the workspace. */
function refuseMissingParents(
  raw: SQLite.Database,
  missing: Rows,
  here: ReadonlyMap<BundleTable, ReadonlyMap<string, BundleRow>>,
  refuse: Refuse,
): void {
  const valuesOf = (row: BundleRow, columns: readonly string[]) => JSON.stringify(columns.map((column) => row[column]))
  const known = new Map<string, Set<string>>()
  const parentsOf = (parent: string, columns: readonly string[]): Set<string> => {
    const name = `${parent} ${columns.join(' ')}`
    const found = known.get(name)
    if (found) return found
    const tables = bundleTables.filter((table) => table === parent)
    const rows = tables.flatMap((table) => [...(here.get(table)?.values() ?? []), ...(missing.get(table) ?? [])])
    const values = new Set(rows.map((row) => valuesOf(row, columns)))
    known.set(name, values)
    return values
  }
  for (const [table, rows] of missing) {
    for (const key of Map.groupBy(ForeignKeys.parse(raw.pragma(`foreign_key_list(${table})`)), ({ id }) => id).values()) {
      const [parent = ''] = key.map((column) => column.table)
      const [from, to] = [key.map((column) => column.from), key.map((column) => column.to)]
      const parents = parentsOf(parent, to)
      for (const row of rows) {
        if (from.some((column) => row[column] === null) || parents.has(valuesOf(row, from))) continue
        const id = from.map((column) => JSON.stringify(row[column])).join(' ')
        refuse(`${table}.${from.join('.')}`, keyText(table, row), 'missing_row', { table: parent, id })
      }
    }
  }
}

function refuseLoops(missing: Rows, here: ReadonlyMap<BundleTable, ReadonlyMap<string, BundleRow>>, refuse: Refuse): void {
  const fresh = missing.get('seatState') ?? []
  if (fresh.length === 0) return
  const known = [...(here.get('seatState')?.values() ?? [])]
  for (const loop of findReportingLoops([...known, ...fresh].map((row) => SeatState.parse(row)))) {
    refuse('seatState.reportsToSeatId', loop.join(' '), 'reporting_loop', { names: [...loop, ...loop.slice(0, 1)].join(' → ') })
  }
}

/** The tables' own constraints have the last word about a row. */
function insertRows(
  { raw, progress, noteCreated }: Pick<WriteContext, 'raw' | 'progress' | 'noteCreated'>,
  missing: Rows,
  refuse: Refuse,
): void {
  // A subsidiary may come before its parent. All parents are known to be there by the end.
  raw.pragma('defer_foreign_keys = ON')
  const total = [...missing.values()].reduce((sum, rows) => sum + rows.length, 0)
  let written = 0
  for (const [table, rows] of missing) {
    const columns = Object.keys(rowSchema(table).shape)
    const insert = raw.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    for (const row of rows) {
      try {
        insert.run(storedValues(table, row))
      } catch (error) {
        if (!(error instanceof SQLite.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT'))) throw error
        refuse(table, keyText(table, row), 'bad_row', { detail: error.message })
      }
      written += 1
      if (written % ROWS_A_LOOK !== 0) continue
      progress.report(written / total)
      progress.checkCancelled()
    }
    if (isJournaled(table))
      noteCreated(
        table,
        rows.map((row) => keysOf(table).map((column) => String(row[column]))),
      )
  }
}
