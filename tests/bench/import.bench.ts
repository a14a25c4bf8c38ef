import type { BenchRow } from './benchRow'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type SQLite from 'better-sqlite3'
import Papa from 'papaparse'
import { type Core, createCore } from '../../src-main/core/core'
import { createConnection, openConnection } from '../../src-main/core/db'
import { migrate } from '../../src-main/core/migrate'
import { journaledTables, type JournaledTable } from '../../src-main/core/schema'
import { readTable } from '../../src-main/import/csvTable'
import { Refusals } from '../../src-main/import/refusals'
import { decodeText } from '../../src-main/import/textFile'
import { openWorkspace } from '../../src-main/workerClient'
import { translator } from '../../src-shared/i18n/translate'
import { generateCompany } from '../fixtures/company'

const PEOPLE = 100_000
const RUNS = 3
const IDLE_QUESTIONS = 200
/** A window asks again and again, but not without a breath. */
const PAUSE_MS = 10

/**
 * Importing 100,000 people from CSV, undo step and all, against inserting the very rows that the import made, ids and all, by prepared
 * statements in one transaction into the same tables with the same indexes: medians of 3, taken in turns, each in a new file. The
 * reading alone (encoding, delimiter, header, lines, order of dates) against papaparse on the same file. Then
 * the same import behind the worker threads, while a window keeps asking for another account's map of 300 people.
 */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'linchpin-bench-'))
  try {
    const { people } = generateCompany({ people: PEOPLE, seed: 1, ours: 6 })
    return [await importSpeed(folder, people), readingSpeed(people), await queriesMeanwhile(folder, people)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function importSpeed(folder: string, people: string): Promise<BenchRow> {
  const imports: number[] = []
  const inserts: number[] = []
  let rows = 0
  for (let turn = 0; turn < RUNS; turn++) {
    const file = join(folder, `import-${turn}.linchpin`)
    const core = await createCore(file)
    imports.push(await timed(() => importPeople(core, people)))
    await core.close()
    const made = rowsOf(file)
    rows = made.reduce((sum, [, each]) => sum + each.length, 0)
    inserts.push(await insertAgain(join(folder, `raw-${turn}.linchpin`), made))
    rmSync(file)
  }
  const [ms, baselineMs] = [quantile(imports, 0.5), quantile(inserts, 0.5)]
  return {
    name: `CSV import of ${PEOPLE.toLocaleString('en')} people`,
    ms,
    baseline: 'raw prepared inserts of the same rows',
    baselineMs,
    note: `${rows.toLocaleString('en')} rows; aim ≤ 2`,
  }
}

function readingSpeed(people: string): BenchRow {
  const bytes = Buffer.from(people)
  const ours: number[] = []
  const alone: number[] = []
  for (let turn = 0; turn < RUNS; turn++) {
    ours.push(
      spent(() => {
        const refusals = new Refusals(translator('en'))
        const table = readTable('people', 'people.csv', decodeText(bytes)?.text ?? '', 'en', refusals)
        if (table === null || table.records.length < PEOPLE) throw new Error('rows are missing')
      }),
    )
    alone.push(spent(() => Papa.parse<string[]>(bytes.toString('utf8'), { delimiter: ',', newline: '\n' })))
  }
  return {
    name: `CSV file of ${PEOPLE.toLocaleString('en')} people read for import`,
    ms: quantile(ours, 0.5),
    baseline: 'papaparse alone on the same file',
    baselineMs: quantile(alone, 0.5),
    note: 'processor time',
  }
}

/** Processor time of some work, in ms. */
function spent(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

async function queriesMeanwhile(folder: string, people: string): Promise<BenchRow> {
  const file = join(folder, 'busy.linchpin')
  const core = await createCore(file)
  await core.run('import.files', importOf('Small', generateCompany({ people: 300, seed: 2 }).people))
  const [account] = await core.run('account.list', {})
  await core.close()

  const workspace = await openWorkspace(file)
  try {
    const ask = () => timed(() => workspace.call('account.graph', { accountId: account?.id }))
    const idle: number[] = []
    while (idle.length < IDLE_QUESTIONS) {
      idle.push(await ask())
      await setTimeout(PAUSE_MS)
    }
    let importing = true
    const work = workspace.call('import.files', importOf('Company', people)).finally(() => (importing = false))
    const waits: number[] = []
    while (importing) {
      waits.push(await ask())
      await setTimeout(PAUSE_MS)
    }
    const reply = await work
    if (!reply.ok) throw new Error(`refused: ${reply.error.code}`)
    const [ms, baselineMs] = [quantile(waits, 0.95), quantile(idle, 0.95)]
    return {
      name: 'map of 300 people asked for during that import',
      ms,
      baseline: 'the same while nothing is written',
      baselineMs,
      note: `95th percentile of ${waits.length} questions, median ${quantile(waits, 0.5).toFixed(1)} ms; aim ≤ 50 ms`,
    }
  } finally {
    await workspace.close()
  }
}

function importOf(account: string, people: string) {
  const files = [{ kind: 'people', name: 'people.csv', bytes: Buffer.from(people).toString('base64') }]
  return { account, files, on: '2026-11-21' }
}

async function importPeople(core: Core, people: string): Promise<void> {
  const { refused } = await core.run('import.files', importOf('Company', people))
  if (refused.length > 0) throw new Error(`refused: ${refused[0]?.message}`)
}

type TableRows = readonly [JournaledTable, readonly Record<string, unknown>[]]

function rowsOf(file: string): TableRows[] {
  const { raw } = openConnection(file, 'read')
  try {
    return journaledTables.map((table) => [table, raw.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all()])
  } finally {
    raw.close()
  }
}

async function insertAgain(file: string, tables: readonly TableRows[]): Promise<number> {
  const connection = createConnection(file)
  await migrate(connection)
  const ms = await timed(async () => insertAll(connection.raw, tables))
  await connection.close()
  rmSync(file)
  return ms
}

function insertAll(raw: SQLite.Database, tables: readonly TableRows[]): void {
  raw.exec('BEGIN IMMEDIATE')
  for (const [table, rows] of tables) {
    const columns = Object.keys(rows[0] ?? {})
    if (columns.length === 0) continue
    const insert = raw.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
    for (const row of rows) insert.run(Object.values(row))
  }
  raw.exec('COMMIT')
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0
}
