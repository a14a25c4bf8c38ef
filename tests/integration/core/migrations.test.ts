import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type Connection, openConnection } from '../../../src-main/core/db'
import { migrate } from '../../../src-main/core/migrate'
import { knownVersion, type Migrations, migrations, newestVersion } from '../../../src-main/core/migrations'
import { dump, folderState, smallMap, withFile } from '../../support/core'
import { workspaceFile } from '../../support/workspace'

/** The schema to come: what this program knows, and one more step. */
const withNext = (sql: string): Migrations => new Map([...migrations, ['9990_next', sql]])

async function oldWorkspace(): Promise<Connection> {
  const file = await workspaceFile(async (core) => void (await smallMap(core)))
  const connection = openConnection(file, 'write')
  onTestFinished(() => connection.close())
  return connection
}

const versionOf = (file: string) => withFile(file, (raw) => Number(raw.pragma('user_version', { simple: true })))
const stepsOf = (file: string) => withFile(file, (raw) => raw.prepare('SELECT count(*) FROM historyStep').pluck().get())

test('a file of the newest schema is not touched', async () => {
  const connection = await oldWorkspace()
  expect(await migrate(connection)).toBeNull()
  expect(stepsOf(connection.file)).not.toBe(0)
})

test('an older file is copied beside itself, brought up, and its undo journal cleared', async () => {
  const connection = await oldWorkspace()
  const { file } = connection
  const before = dump(file)
  const steps = withNext(`ALTER TABLE account ADD COLUMN motto TEXT NOT NULL DEFAULT ''`)
  expect(newestVersion(steps)).toBe(9990)

  const backup = await migrate(connection, steps)

  expect(backup).toBe(`${file}.v${knownVersion}.backup`)
  expect(versionOf(backup ?? '')).toBe(knownVersion)
  expect(dump(backup ?? '')).toEqual(before)
  expect(versionOf(file)).toBe(9990)
  expect(withFile(file, (raw) => raw.prepare('SELECT name, motto FROM account').all())).toEqual([{ name: 'Acme', motto: '' }])
  expect(stepsOf(file)).toBe(0)
  expect(withFile(file, (raw) => raw.prepare('SELECT count(*) FROM historyChange').pluck().get())).toBe(0)
  expect(connection.raw.pragma('foreign_keys', { simple: true })).toBe(1)
})

test('a copy that is already there is left alone', async () => {
  const connection = await oldWorkspace()
  const first = `${connection.file}.v${knownVersion}.backup`
  withFile(first, (raw) => raw.exec('CREATE TABLE keep (x)'))
  expect(await migrate(connection, withNext('CREATE TABLE extra (id TEXT)'))).toBe(`${first}-2`)
  expect(withFile(first, (raw) => raw.prepare('SELECT count(*) FROM keep').pluck().get())).toBe(0)
})

test.each([
  ['fails half-way', `DELETE FROM seatState; ALTER TABLE account ADD COLUMN motto TEXT; SELECT no_such_function()`],
  ['leaves references to nothing', `DELETE FROM organization`],
])('an upgrade that %s leaves everything as it was', async (_, sql) => {
  const connection = await oldWorkspace()
  const { file } = connection
  const before = dump(file)
  const steps = stepsOf(file)
  const names = Object.keys(folderState(file))

  await expect(migrate(connection, withNext(sql))).rejects.toThrow()

  expect(dump(file)).toEqual(before)
  expect(stepsOf(file)).toBe(steps)
  expect(versionOf(file)).toBe(knownVersion)
  expect(Object.keys(folderState(file))).toEqual(names)
  expect(existsSync(`${file}.v${knownVersion}.backup`)).toBe(false)
  expect(connection.raw.pragma('foreign_keys', { simple: true })).toBe(1)
})

test('an upgrade whose references are broken says which file', async () => {
  const connection = await oldWorkspace()
  await expect(migrate(connection, withNext('DELETE FROM organization'))).rejects.toMatchObject({
    code: 'file_damaged',
    params: { value: basename(connection.file) },
  })
})
