import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { backupFile, restoreFile } from '../../../src-main/core/backup'
import { openCore } from '../../../src-main/core/core'
import { applicationId, knownVersion } from '../../../src-main/core/migrations'
import { openWorkspace } from '../../../src-main/workerClient'
import { dump, folderState, smallMap, withFile } from '../../support/core'
import { ended, lockingProcess } from '../../support/otherProcess'
import { workspaceFile } from '../../support/workspace'

const filledFile = (name = 'Acme') => workspaceFile(async (core) => void (await smallMap(core, name)))

async function accountNames(file: string): Promise<string[]> {
  const core = await openCore(file)
  const accounts = await core.run('account.list', {})
  await core.close()
  return accounts.map(({ name }) => name)
}

test('a backup is the whole workspace, with its marks and its undo steps, also while others write', async () => {
  const file = await filledFile()
  const app = await openCore(file)
  onTestFinished(() => app.close())
  await app.run('account.create', { name: 'in the log' })
  const to = `${file}.copy`
  await backupFile(file, to)
  expect(dump(to)).toEqual(dump(file))
  withFile(to, (raw) => {
    expect(raw.pragma('application_id', { simple: true })).toBe(applicationId)
    expect(raw.pragma('user_version', { simple: true })).toBe(knownVersion)
  })
  const copy = await openCore(to)
  onTestFinished(() => copy.close())
  await copy.run('history.undo', {})
  expect(await copy.run('account.list', {})).toHaveLength(1)
})

test('a backup overwrites nothing, and half a backup is none', async () => {
  const file = await filledFile()
  const to = `${file}.copy`
  writeFileSync(to, 'mine')
  await expect(backupFile(file, to)).rejects.toMatchObject({ code: 'file_exists', params: { value: to } })
  expect(readFileSync(to, 'utf8')).toBe('mine')
  const nowhere = join(dirname(file), 'no', 'such', 'folder')
  await expect(backupFile(file, nowhere)).rejects.toMatchObject({ code: 'file_unwritable', params: { value: nowhere } })
})

test('restoring where there is nothing', async () => {
  const file = await filledFile()
  const to = `${file}.new`
  expect(await restoreFile(file, to)).toBeNull()
  expect(dump(to)).toEqual(dump(file))
})

test('restoring keeps what was there beside it, each time under a name of its own', async () => {
  const backup = await filledFile('Backup')
  const file = await filledFile('Present')
  expect(await restoreFile(backup, file)).toBe(`${file}.before-restore`)
  expect(await accountNames(file)).toEqual(['Backup'])
  expect(await accountNames(`${file}.before-restore`)).toEqual(['Present'])
  expect(await restoreFile(backup, file)).toBe(`${file}.before-restore-2`)
  expect(Object.keys(folderState(file))).toEqual([
    basename(file),
    `${basename(file)}.before-restore`,
    `${basename(file)}.before-restore-2`,
  ])
})

test('an app that has the file open sees what was restored and goes on with it', async () => {
  const backup = await filledFile('Backup')
  const file = await filledFile('Present')
  const app = await openWorkspace(file)
  onTestFinished(() => app.close())
  const told = vi.fn()
  app.onChanged(told)
  expect(await app.call('account.list', {})).toMatchObject({ ok: true, value: [{ name: 'Present' }] })

  await restoreFile(backup, file)

  await vi.waitFor(() => expect(told).toHaveBeenCalledWith(''), 5_000)
  expect(await app.call('account.list', {})).toMatchObject({ ok: true, value: [{ name: 'Backup' }] })
  expect(await app.call('account.create', { name: 'Later' })).toMatchObject({ ok: true })
  expect(await app.call('history.undo', {})).toMatchObject({ ok: true, value: { params: { name: 'Later' } } })
  expect(await app.call('history.undo', {})).toMatchObject({ ok: true, value: { params: { name: 'Plant' } } })
  await app.close()
  expect(await accountNames(file)).toEqual(['Backup'])
})

test('restoring waits for another process that is writing', async () => {
  const backup = await filledFile('Backup')
  const file = await filledFile('Present')
  const other = await lockingProcess(file, 300)
  await restoreFile(backup, file)
  await ended(other)
  expect(await accountNames(file)).toEqual(['Backup'])
})

test('a damaged workspace is replaced, its bytes kept', async () => {
  const backup = await filledFile('Backup')
  const file = await filledFile('Present')
  const bytes = readFileSync(file)
  bytes.fill(0xa5, 3_000, 40_000)
  writeFileSync(file, bytes)
  const kept = await restoreFile(backup, file)
  expect(readFileSync(kept ?? '').equals(bytes)).toBe(true)
  expect(await accountNames(file)).toEqual(['Backup'])
})

test.each([
  ['damaged', 'file_damaged', (file: string) => writeFileSync(file, readFileSync(file).fill(0xa5, 3_000, 40_000))],
  ['newer', 'file_newer', (file: string) => withFile(file, (raw) => raw.pragma(`user_version = ${knownVersion + 10}`))],
  ['no workspace', 'file_foreign', (file: string) => writeFileSync(file, 'hello')],
])('a backup that is %s is not restored', async (_, code, spoil) => {
  const backup = await filledFile('Backup')
  const file = await filledFile('Present')
  spoil(backup)
  const before = folderState(file)
  await expect(restoreFile(backup, file)).rejects.toMatchObject({ code, params: { value: basename(backup) } })
  expect(folderState(file)).toEqual(before)
})

test('a workspace of a newer Linchpin is not replaced', async () => {
  const backup = await filledFile('Backup')
  const file = await filledFile('Present')
  withFile(file, (raw) => raw.pragma(`user_version = ${knownVersion + 10}`))
  const before = folderState(file)
  await expect(restoreFile(backup, file)).rejects.toMatchObject({ code: 'file_newer' })
  expect(folderState(file)).toEqual(before)
  expect(existsSync(`${file}.before-restore`)).toBe(false)
})
