import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import SQLite from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createCore, openCore, openReadingCore } from '../../../src-main/core/core'
import { openConnection } from '../../../src-main/core/db'
import { applicationId, knownVersion } from '../../../src-main/core/migrations'
import { folderState, refusal, smallMap, today, withFile } from '../../support/core'
import { ended, lockingProcess } from '../../support/otherProcess'
import { temporaryFolder, workspaceFile } from '../../support/workspace'

const both = [
  ['writing', (file: string) => openCore(file)],
  ['reading', async (file: string) => openReadingCore(file)],
] as const

async function filledFile(): Promise<string> {
  return workspaceFile(async (core) => void (await smallMap(core)))
}

describe('a new workspace', () => {
  test('is marked as ours, of the newest schema, one file when closed', async () => {
    const file = await filledFile()
    withFile(file, (raw) => {
      expect(raw.pragma('application_id', { simple: true })).toBe(applicationId)
      expect(raw.pragma('user_version', { simple: true })).toBe(knownVersion)
    })
    expect(Object.keys(folderState(file))).toEqual([basename(file)])
  })

  test('never takes the place of a file', async () => {
    const file = join(await temporaryFolder(), 'there.linchpin')
    writeFileSync(file, 'mine')
    expect(await refusal(file, () => createCore(file))).toMatchObject({ code: 'file_exists', params: { value: file } })
  })

  test('says why it cannot be made', async () => {
    const file = join(await temporaryFolder(), 'no such folder', 'x.linchpin')
    await expect(createCore(file)).rejects.toMatchObject({ code: 'file_unwritable', params: { value: file } })
  })
})

describe('reading leaves no trace', () => {
  test('of a closed file', async () => {
    const file = await filledFile()
    const before = folderState(file)
    const core = openReadingCore(file)
    expect(await core.run('account.list', {})).toHaveLength(1)
    await core.close()
    expect(folderState(file)).toEqual(before)
  })

  test('and takes nothing away from a writer that has the file open', async () => {
    const file = await filledFile()
    const writer = await openCore(file)
    await writer.run('account.create', { name: 'in the log' })
    const reader = openReadingCore(file)
    expect(await reader.run('account.list', {})).toHaveLength(2)
    await reader.close()
    await writer.run('account.create', { name: 'and another' })
    expect(await writer.run('account.list', {})).toHaveLength(3)
    await writer.close()
    expect(Object.keys(folderState(file))).toEqual([basename(file)])
  })

  test('and nothing can be written through it', async () => {
    const core = openReadingCore(await filledFile())
    onTestFinished(() => core.close())
    expect(await core.call('account.create', { name: 'x' })).toMatchObject({ ok: false, error: { code: 'read_only_endpoint' } })
  })
})

describe.each(both)('a file that is no workspace of ours, opened for %s', (_, open) => {
  test('is missing', async () => {
    const file = join(await temporaryFolder(), 'nowhere.linchpin')
    await expect(open(file)).rejects.toMatchObject({ code: 'file_missing', params: { value: file } })
    expect(existsSync(file)).toBe(false)
  })

  test('is a folder', async () => {
    const folder = await temporaryFolder()
    await expect(open(folder)).rejects.toMatchObject({ code: 'file_missing' })
  })

  test.each([
    ['empty', ''],
    ['text', 'name,title\n王,经理\n'.repeat(1000)],
  ])('is %s', async (_name, content) => {
    const file = join(await temporaryFolder(), 'plain.linchpin')
    writeFileSync(file, content)
    expect(await refusal(file, () => open(file))).toMatchObject({ code: 'file_foreign', params: { value: 'plain.linchpin' } })
  })

  test.each(['DELETE', 'WAL'])("is another program's SQLite file (%s)", async (mode) => {
    const file = join(await temporaryFolder(), 'other.linchpin')
    withFile(file, (raw) => {
      raw.pragma(`journal_mode = ${mode}`)
      raw.exec(`CREATE TABLE account (id); INSERT INTO account VALUES (1)`)
    })
    expect(await refusal(file, () => open(file))).toMatchObject({ code: 'file_foreign' })
  })

  test('is encrypted', async () => {
    const file = join(await temporaryFolder(), 'secret.linchpin')
    withFile(file, (raw) => {
      raw.pragma(`key = 'open sesame'`)
      raw.pragma(`application_id = ${applicationId}`)
      raw.exec(`CREATE TABLE account (id); INSERT INTO account VALUES (1)`)
    })
    expect(await refusal(file, () => open(file))).toMatchObject({ code: 'file_encrypted' })
  })

  test('is newer', async () => {
    const file = await filledFile()
    withFile(file, (raw) => raw.pragma(`user_version = ${knownVersion + 10}`))
    expect(await refusal(file, () => open(file))).toMatchObject({
      code: 'file_newer',
      params: { value: basename(file), version: knownVersion + 10, known: knownVersion },
    })
  })

  test('is newer, which only its write-ahead log says', async () => {
    const file = await filledFile()
    const raw = new SQLite(file)
    onTestFinished(() => void raw.close())
    raw.pragma('wal_autocheckpoint = 0')
    raw.pragma(`user_version = ${knownVersion + 10}`)
    await expect(open(file)).rejects.toMatchObject({ code: 'file_newer' })
  })
})

describe.each(both)('a damaged workspace, opened for %s', (_, open) => {
  test.each([
    ['overwritten in the middle', (file: string, size: number) => overwrite(file, size / 2, 20_000)],
    ['with garbage for a schema', (file: string) => overwrite(file, 100, 3_000)],
    ['cut short', (file: string, size: number) => truncateSync(file, Math.floor(size / 2 / 4096) * 4096)],
    ['cut within the header', (file: string) => truncateSync(file, 60)],
    ['cut within a page', (file: string, size: number) => truncateSync(file, size - 1_000)],
  ])('%s', async (_how, damage) => {
    const file = await filledFile()
    damage(file, statSync(file).size)
    expect(await refusal(file, () => open(file))).toMatchObject({ code: 'file_damaged', params: { value: basename(file) } })
  })
})

function overwrite(file: string, at: number, length: number): void {
  const bytes = readFileSync(file)
  bytes.fill(0xa5, at, at + length)
  writeFileSync(file, bytes)
}

describe('locked by another process', () => {
  test('is refused for writing after a while, and can be read all the time', async () => {
    const file = await filledFile()
    const before = readFileSync(file)
    const other = await lockingProcess(file)
    expect(() => openConnection(file, 'write', 50)).toThrow(
      expect.objectContaining({ code: 'file_locked', params: { value: basename(file) } }),
    )
    const reader = openReadingCore(file)
    expect(await reader.run('workspace.info', {})).toMatchObject({ fileName: basename(file) })
    await reader.close()
    await ended(other)
    expect(readFileSync(file).equals(before)).toBe(true)
    const writer = await openCore(file)
    await writer.run('account.create', { name: 'free again' })
    await writer.close()
  })

  test('a change that meets another process writing waits for it', async () => {
    const file = await filledFile()
    const core = await openCore(file)
    onTestFinished(() => core.close())
    const other = await lockingProcess(file, 300)
    await core.run('account.create', { name: 'waited' })
    await ended(other)
    expect((await core.run('account.list', {})).map(({ name }) => name)).toEqual(['Acme', 'waited'])
  })
})

test('what a dying process wrote and committed is there when the file is opened again', async () => {
  const file = await filledFile()
  const other = spawn(process.execPath, [
    '-e',
    `const raw = new (require('better-sqlite3'))(process.argv[1])
     raw.exec("UPDATE account SET industry = 'written'")
     raw.exec("BEGIN; UPDATE account SET industry = 'half'")
     process.kill(process.pid, 'SIGKILL')`,
    file,
  ])
  await once(other, 'exit')
  const core = await openCore(file)
  onTestFinished(() => core.close())
  expect(await core.run('account.list', {})).toMatchObject([{ industry: 'written' }])
  expect((await core.run('workspace.check', { on: today })).findings).toEqual([])
})
