import { expect, onTestFinished, test } from 'vitest'
import { openCore } from '../../../src-main/core/core'
import { openWorkspace } from '../../../src-main/workerClient'
import { smallMap } from '../../support/core'
import { inAnotherProcess } from '../../support/otherProcess'
import { secondConnection, workspaceFile } from '../../support/workspace'

test('another process that comes and goes takes nothing of what is open with it', async () => {
  const file = await workspaceFile(async (core) => void (await smallMap(core)))
  const workspace = await openWorkspace(file)
  onTestFinished(() => workspace.close())
  expect(inAnotherProcess(file, `UPDATE account SET industry = 'theirs'`)).toEqual(['theirs'])
  const made = await workspace.call('account.create', { name: 'Bolt', industry: 'ours' })
  expect(made).toMatchObject({ ok: true })
  // Had it removed the write-ahead log from under us when it closed, it could not see this.
  expect(inAnotherProcess(file, '')).toEqual(['theirs', 'ours'])
})

test('changes of two programs on one file are both there, in the order of their coming', async () => {
  const file = await workspaceFile()
  const one = await openCore(file)
  onTestFinished(() => one.close())
  const other = await secondConnection(file)
  for (let n = 0; n < 10; n++) {
    await one.run('account.create', { name: `one ${n}` })
    await other.run('account.create', { name: `other ${n}` })
  }
  const names = (await one.run('account.list', {})).map(({ name }) => name)
  expect(names).toEqual(Array.from({ length: 10 }, (_, n) => [`one ${n}`, `other ${n}`]).flat())
  expect(await other.run('account.list', {})).toEqual(await one.run('account.list', {}))
})

test('each can undo what the other did: the journal is in the file', async () => {
  const file = await workspaceFile()
  const one = await openCore(file)
  onTestFinished(() => one.close())
  const other = await secondConnection(file)
  await one.run('account.create', { name: 'made here' })
  await other.run('history.undo', {})
  expect(await one.run('account.list', {})).toEqual([])
  await one.run('history.redo', {})
  expect(await other.run('account.list', {})).toMatchObject([{ name: 'made here' }])
})

test('one sees that the other has written', async () => {
  const file = await workspaceFile()
  const one = await openCore(file)
  onTestFinished(() => one.close())
  const other = await secondConnection(file)
  const before = one.dataVersion()
  await one.run('account.create', { name: 'own write' })
  expect(one.dataVersion()).toBe(before)
  await other.run('account.create', { name: "other's write" })
  expect(one.dataVersion()).not.toBe(before)
})

test('changes asked for at once are made one after another, and a refused one spoils no step of the next', async () => {
  const file = await workspaceFile()
  const core = await openCore(file)
  onTestFinished(() => core.close())
  const replies = await Promise.all([
    core.call('account.create', { name: 'A' }),
    core.call('account.create', { name: 'A' }),
    core.call('account.create', { name: 'B' }),
    core.call('account.create', { name: ' ' }),
    core.call('account.create', { name: 'C' }),
  ])
  expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code))).toEqual(['ok', 'name_taken', 'ok', 'name_empty', 'ok'])
  expect((await core.run('history.list', {})).map(({ params }) => params.name)).toEqual(['C', 'B', 'A'])
  for (let n = 0; n < 3; n++) await core.run('history.undo', {})
  expect(await core.run('account.list', {})).toEqual([])
})
