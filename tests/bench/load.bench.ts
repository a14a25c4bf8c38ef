import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type SQLite from 'better-sqlite3'
import { createCore, openReadingCore } from '../../src-main/core/core'
import { openConnection } from '../../src-main/core/db'
import { openWorkspace } from '../../src-main/workerClient'
import { AccountGraph } from '../../src-shared/model/graph'
import type { AccountId } from '../../src-shared/model/ids'
import { Day } from '../../src-shared/model/day'
import { COMPANY_AS_OF, generateCompany } from '../fixtures/company'
import type { BenchRow } from './benchRow'
import { costOf } from './cost'

const PEOPLE = 300
const RUNS = 60
const kinds = ['people', 'ties', 'roles', 'judgements', 'interactions', 'signals'] as const

/** Loading a map of 300 people through the contract, in this thread and through the worker, against raw statements. Aim: 1.3. */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'linchpin-bench-'))
  const file = join(folder, 'map.linchpin')
  try {
    const accountId = await importCompany(file)
    const core = openReadingCore(file)
    const connection = openConnection(file, 'read')
    const workspace = await openWorkspace(file)
    try {
      const raw = prepareRaw(connection.raw, accountId)
      const ours = () => core.run('account.graph', { accountId })
      const throughWorker = () => workspace.call('account.graph', { accountId })
      const loaded = await ours()
      if (!isDeepStrictEqual(countRows(loaded), countRows(raw()))) throw new Error('the baseline returns other rows')
      const [oursMs, rawMs, workerMs] = await medians([ours, raw, throughWorker])
      const [oursCpu, rawCpu, workerCpu] = [await costOf(RUNS, ours), await costOf(RUNS, raw), await costOf(RUNS, throughWorker)]
      const rows = `${loaded.people.length} people, ${loaded.ties.length} ties, ${loaded.judgements.length} judgements`
      return [
        row(`load a map of ${PEOPLE} people: contract`, [oursMs, oursCpu.cpuMs], [rawMs, rawCpu.cpuMs], rows),
        row(
          `load a map of ${PEOPLE} people: worker`,
          [workerMs, workerCpu.cpuMs],
          [rawMs, rawCpu.cpuMs],
          'with both threads copying the answer',
        ),
      ]
    } finally {
      await workspace.close()
      await connection.close()
      await core.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Each time by the clock and of the processor. */
type Times = readonly [ms: number, cpuMs: number]

const row = (name: string, [ms, cpuMs]: Times, [baselineMs, baselineCpuMs]: Times, note: string): BenchRow => ({
  name,
  ms,
  cpuMs,
  baseline: 'raw prepared statements',
  baselineMs,
  baselineCpuMs,
  note,
})

async function importCompany(file: string): Promise<AccountId> {
  const company = generateCompany({ people: PEOPLE, seed: 7 })
  const core = await createCore(file)
  const result = await core.run('import.files', {
    account: 'Company',
    files: kinds.map((kind) => ({ kind, name: `${kind}.csv`, bytes: Buffer.from(company[kind]).toString('base64') })),
    on: Day.parse(COMPANY_AS_OF),
  })
  await core.close()
  if (result.accountId === null) throw new Error(`the company was refused: ${JSON.stringify(result.refused[0])}`)
  return result.accountId
}

/** The same rows of the same tables, straight from the driver. */
function prepareRaw(raw: SQLite.Database, accountId: AccountId): () => Record<string, unknown[]> {
  const members = 'SELECT personId FROM accountPerson WHERE accountId = @id'
  const seats = 'SELECT seatId FROM accountSeat WHERE accountId = @id'
  const deals = 'SELECT id FROM opportunity WHERE accountId = @id'
  const companies = `SELECT organizationId FROM account WHERE id = @id UNION SELECT organizationId FROM seat WHERE id IN (${seats})`
  const sql: Record<string, string> = {
    organizations: `SELECT * FROM organization WHERE id IN (${companies}) ORDER BY id`,
    units: `SELECT * FROM orgUnit WHERE organizationId IN (${companies}) ORDER BY id`,
    people: `SELECT person.*, side, sourceId FROM accountPerson JOIN person ON person.id = personId
      WHERE accountId = @id ORDER BY personId`,
    seats: `SELECT seat.id, organizationId, side, sourceId FROM accountSeat JOIN seat ON seat.id = seatId
      WHERE accountId = @id ORDER BY seatId`,
    seatStates: `SELECT * FROM seatState WHERE seatId IN (${seats}) ORDER BY id`,
    tenures: `SELECT * FROM tenure WHERE seatId IN (${seats}) AND personId IN (${members}) ORDER BY id`,
    ties: `SELECT id, fromPersonId, toPersonId, kind, strength, confidence, note, validFrom, validTo, secrecy, recordedOn, own
      FROM tie WHERE fromPersonId IN (${members}) AND toPersonId IN (${members}) ORDER BY id`,
    opportunities: `SELECT * FROM opportunity WHERE accountId = @id ORDER BY position, id`,
    decisionRoles: `SELECT * FROM decisionRole WHERE opportunityId IN (${deals}) ORDER BY id`,
    judgements: `SELECT * FROM judgement WHERE subjectId IN (${members}) AND (opportunityId IS NULL OR opportunityId IN (${deals}))
      AND (ownPersonId IS NULL OR ownPersonId IN (${members})) ORDER BY recordedSeq`,
    targetDepths: `SELECT ownPersonId, subjectId, depth FROM targetDepth WHERE accountId = @id`,
    interactions: `SELECT * FROM interaction WHERE accountId = @id ORDER BY id`,
    participants: `SELECT interactionId, personId FROM interactionPerson
      WHERE interactionId IN (SELECT id FROM interaction WHERE accountId = @id) ORDER BY interactionId, personId`,
    signals: `SELECT * FROM signal WHERE accountId = @id ORDER BY id`,
    pins: `SELECT * FROM pin WHERE accountId = @id`,
    layoutMemories: `SELECT drawing, scope, memory FROM layoutMemory WHERE accountId = @id`,
  }
  const statements = Object.entries(sql).map(([table, text]) => [table, raw.prepare<{ id: string }, unknown>(text)] as const)
  return () => Object.fromEntries(statements.map(([table, statement]) => [table, statement.all({ id: accountId })]))
}

/** Rows a table: of both forms, those that the graph has. */
function countRows(rows: Readonly<Record<string, unknown>>): Record<string, number> {
  const tables = Object.keys(AccountGraph.shape).filter((table) => table !== 'account')
  return Object.fromEntries(tables.map((table) => [table, [rows[table] ?? []].flat().length]))
}

/** The median time of each piece of work, taken in turns so that nothing of the machine falls on one of them alone. */
async function medians<const Work extends readonly (() => unknown)[]>(works: Work): Promise<{ [K in keyof Work]: number }> {
  const times: number[][] = works.map(() => [])
  for (let run = -10; run < RUNS; run++) {
    for (const [i, work] of works.entries()) {
      const begun = performance.now()
      await work()
      if (run >= 0) times[i]?.push(performance.now() - begun)
    }
  }
  const middle = times.map((list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0)
  // One number for each piece of work, in its place: what map cannot say.
  return middle as { [K in keyof Work]: number }
}
