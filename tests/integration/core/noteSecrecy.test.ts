import SQLite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openCore } from '../../../src-main/core/core'
import { createConnection } from '../../../src-main/core/db'
import { migrate } from '../../../src-main/core/migrate'
import { migrations, versionOf } from '../../../src-main/core/migrations'
import { customerSafeProfile, internalProfile, presentedProfile } from '../../../src-shared/model/redaction'
import { redacted } from '../../../src-shared/scene/redact'
import { smallMap, steadySurroundings, testCore, today } from '../../support/core'
import { temporaryFolder } from '../../support/workspace'

const BEFORE = 60

test('notes of a file of the version before are open, and stay what they were', async () => {
  const file = `${await temporaryFolder()}/old.linchpin`
  const older = createConnection(file)
  await migrate(older, new Map([...migrations].filter(([name]) => versionOf(name) < BEFORE)))
  older.raw.exec(`INSERT INTO person (id, name, latinName, email, phone, note, secrecy, own)
    VALUES ('p1', '何明远', '', '', '', '爱下棋', 'team', '{}')`)
  await older.close()
  const core = await openCore(file, steadySurroundings())
  expect(core.upgradeBackup).not.toBeNull()
  await core.close()
  const raw = new SQLite(file)
  expect(raw.prepare('SELECT note, secrecy, noteSecrecy FROM person').get()).toEqual({
    note: '爱下棋',
    secrecy: 'team',
    noteSecrecy: 'open',
  })
  raw.close()
})

test('the tier of a note is undone, travels in a bundle, and an older bundle says nothing of it', async () => {
  const core = await testCore()
  const { accountId, boss } = await smallMap(core)
  const tierOf = async (of = core) => (await of.run('person.record', { personId: boss.personId })).person.noteSecrecy
  await core.run('person.update', { personId: boss.personId, note: '爱下棋', noteSecrecy: 'private' })
  await core.run('history.undo', {})
  expect(await tierOf()).toBe('open')
  await core.run('history.redo', {})
  expect(await tierOf()).toBe('private')

  const file = await core.run('export.file', { format: 'json', accountId, asOf: today })
  const bundle = Buffer.from(file.bytes, 'base64').toString()
  expect(bundle).toContain('"noteSecrecy":"private"')
  const read = async (text: string) => {
    const other = await testCore()
    await other.run('import.files', {
      files: [{ kind: 'bundle', name: 'a.json', bytes: Buffer.from(text).toString('base64') }],
      on: today,
    })
    return tierOf(other)
  }
  expect(await read(bundle)).toBe('private')
  expect(await read(bundle.replaceAll(/"noteSecrecy":"\w+",/g, ''))).toBe('open')
})

test('a note above what a reader may see is left out, and merging makes it no less secret', async () => {
  const core = await testCore()
  const { accountId, boss, clerk } = await smallMap(core)
  await core.run('person.update', { personId: boss.personId, note: '团队可见', noteSecrecy: 'team' })
  await core.run('person.update', { personId: clerk.personId, note: '只给我们', noteSecrecy: 'private' })
  const graph = await core.run('account.graph', { accountId })
  const notes = (profile: typeof internalProfile) =>
    redacted(graph, today, profile)
      .people.map(({ note }) => note)
      .filter(Boolean)
  expect(notes(internalProfile).sort()).toEqual(['只给我们', '团队可见'].sort())
  expect(notes(presentedProfile)).toEqual(['团队可见'])
  expect(notes({ ...customerSafeProfile, notes: true })).toEqual([])

  await core.run('person.merge', { personId: boss.personId, mergedId: clerk.personId, values: { note: '只给我们' }, on: today })
  const { person } = await core.run('person.record', { personId: boss.personId })
  expect(person).toMatchObject({ note: '只给我们', noteSecrecy: 'private' })
})
