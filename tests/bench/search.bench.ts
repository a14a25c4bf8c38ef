import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AccountId } from '../../src-shared/model/ids'
import { type Core, createCore, openReadingCore } from '../../src-main/core/core'
import { openConnection } from '../../src-main/core/db'
import { generateCompany } from '../fixtures/company'
import type { BenchRow } from './benchRow'
import { costOf } from './cost'

const PEOPLE = 100_000
const SMALL = 300
const RUNS = 40
const SHOWN = 30

/** What people type, with the question to FTS5 that answers it barely. */
const queries = [
  { name: 'one character', text: '王', match: 'own : "王"' },
  { name: 'two characters', text: '王建', match: 'own : "王 建"' },
  { name: 'full pinyin', text: 'wangjianguo', match: 'pinyin : "wangjianguo"*' },
  { name: 'pinyin, unfinished', text: 'wangj', match: 'pinyin : "wangj"*' },
  { name: 'initials', text: 'wjg', match: 'initials : "wjg"*' },
  { name: 'one letter', text: 'w', match: 'initials : "w"*' },
  { name: 'a title of thousands', text: '专员', match: 'own : "专 员"' },
  { name: 'a typing mistake', text: 'wnagjianguo', match: 'pinyin : "wangjianguo"*' },
  { name: 'a mistake in a syllable', text: 'zhng', match: 'pinyin : "zhang"*' },
] as const

/**
 * `search.find` among 100,000 people of one account beside another of 300 that is open: answered whole, ranked and described, against
 * the bare rowids of one FTS5 query on the very same index. Medians of 40, on a reading connection as the window's, which remembers the
 * open account from one keystroke to the next: the first after an edit takes about 1 ms more. Aim < 5 ms each.
 */
export async function run(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'linchpin-bench-'))
  try {
    const file = join(folder, 'search.linchpin')
    const writing = await createCore(file)
    await importPeople(writing, 'Large', PEOPLE, 1)
    const small = await importPeople(writing, 'Small', SMALL, 2)
    await writing.close()
    return await measure(file, small)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(file: string, accountId: AccountId): Promise<BenchRow[]> {
  const core = openReadingCore(file)
  const connection = openConnection(file, 'read')
  const bare = connection.raw
    .prepare<[string], number>(`SELECT rowid FROM searchIndex WHERE searchIndex MATCH ? LIMIT ${SHOWN}`)
    .pluck()
  const rows: BenchRow[] = []
  for (const { name, text, match } of queries) {
    let hits = 0
    const { slowestMs, ...ours } = await costOf(RUNS, async () => {
      hits = (await core.run('search.find', { text, limit: SHOWN, accountId })).length
    })
    const baseline = await costOf(RUNS, () => bare.all(match))
    rows.push({
      name: `${name}: ${text}`,
      ...ours,
      baseline: 'rowids of one FTS5 query',
      baselineMs: baseline.ms,
      baselineCpuMs: baseline.cpuMs,
      note: `${hits} hits, slowest ${slowestMs.toFixed(1)} ms; aim < 5 ms`,
    })
  }
  await connection.close()
  await core.close()
  return rows
}

async function importPeople(core: Core, account: string, people: number, seed: number): Promise<AccountId> {
  const bytes = Buffer.from(generateCompany({ people, seed }).people).toString('base64')
  const files = [{ kind: 'people', name: 'people.csv', bytes }]
  const { accountId } = await core.run('import.files', { account, files, on: '2026-11-21' })
  if (accountId === null) throw new Error('nothing was imported')
  return accountId
}
