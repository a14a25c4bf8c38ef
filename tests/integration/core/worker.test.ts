import { expect, onTestFinished, test, vi } from 'vitest'
import type { Endpoint, Input, Output } from '../../../src-shared/contract'
import { openWorkspace, type Workspace } from '../../../src-main/workerClient'
import { generateCompany } from '../../fixtures/company'
import { dump, smallMap, today } from '../../support/core'
import { secondConnection, temporaryFolder, workspaceFile } from '../../support/workspace'

/** An import long enough that whatever is asked meanwhile overtakes it. */
function longImport(people: number): Input<'import.files'> {
  const bytes = Buffer.from(generateCompany({ people, seed: 3 }).people).toString('base64')
  return { account: 'Large', files: [{ kind: 'people', name: 'people.csv', bytes }], on: today }
}

async function open(file: string): Promise<Workspace> {
  const workspace = await openWorkspace(file)
  onTestFinished(() => workspace.close())
  return workspace
}

const emptyWorkspace = async () => open(await workspaceFile())

async function value<E extends Endpoint>(workspace: Workspace, endpoint: E, input: Input<E>): Promise<Output<E>> {
  const reply = await workspace.call(endpoint, input)
  if (!reply.ok) throw new Error(`${endpoint}: ${reply.error.code}`)
  // What a worker answers is what the handler of this endpoint returned, typed by the contract.
  return reply.value as Output<E>
}

test('questions are answered while a long change runs, from what was committed before it', async () => {
  const workspace = await emptyWorkspace()
  const order: string[] = []
  const importing = workspace.call('import.files', longImport(5_000)).then((reply) => {
    order.push('import')
    return reply
  })
  for (let n = 0; n < 3; n++) {
    expect(await value(workspace, 'account.list', {})).toEqual([])
    order.push('list')
  }
  expect(await importing).toMatchObject({ ok: true })
  expect(order).toEqual(['list', 'list', 'list', 'import'])
  expect(await value(workspace, 'account.list', {})).toMatchObject([{ name: 'Large' }])
})

test('changes wait for one another, in the order in which they were asked for', async () => {
  const workspace = await emptyWorkspace()
  const replies = await Promise.all([
    workspace.call('account.create', { name: 'A' }),
    workspace.call('account.create', { name: 'B' }),
    workspace.call('history.undo', {}),
    workspace.call('account.create', { name: 'C' }),
  ])
  expect(replies.every((reply) => reply.ok)).toBe(true)
  expect((await value(workspace, 'account.list', {})).map(({ name }) => name)).toEqual(['A', 'C'])
})

test('a long change tells how far it is, and stopped half-way leaves nothing', async () => {
  const file = await workspaceFile(async (core) => void (await smallMap(core)))
  const before = dump(file)
  const workspace = await open(file)
  const stop = new AbortController()
  const shares: number[] = []
  const reply = await workspace.call('import.files', longImport(20_000), {
    signal: stop.signal,
    onProgress: (share) => {
      shares.push(share)
      if (share > 0) stop.abort()
    },
  })
  expect(reply).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(shares.some((share) => share > 0 && share <= 1)).toBe(true)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(dump(file)).toEqual(before)
  // The next change is not cancelled with it.
  await value(workspace, 'account.create', { name: 'after' })
})

test('what was cancelled before it began is not begun', async () => {
  const workspace = await emptyWorkspace()
  const reply = await workspace.call('import.files', longImport(500), { signal: AbortSignal.abort() })
  expect(reply).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(await value(workspace, 'account.list', {})).toEqual([])
})

test('a change is told by its name, one by another program without', async () => {
  const file = await workspaceFile()
  const workspace = await open(file)
  const told = vi.fn<(endpoint: string) => void>()
  const stop = workspace.onChanged(told)
  await value(workspace, 'account.create', { name: 'here' })
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith('account.create'))
  expect((await workspace.call('account.create', { name: 'here' })).ok).toBe(false)
  expect(told).toHaveBeenCalledTimes(1)

  const other = await secondConnection(file)
  await other.run('account.create', { name: 'there' })
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith(''), 5_000)
  expect((await value(workspace, 'account.list', {})).map(({ name }) => name)).toEqual(['here', 'there'])
  stop()
  const before = told.mock.calls.length
  await value(workspace, 'account.create', { name: 'unheard' })
  expect(told).toHaveBeenCalledTimes(before)
})

test('a change by another program is told even where one of ours comes right after it', async () => {
  const file = await workspaceFile()
  const workspace = await open(file)
  const told = vi.fn<(endpoint: string) => void>()
  workspace.onChanged(told)
  const other = await secondConnection(file)
  await other.run('account.create', { name: 'there' })
  await value(workspace, 'account.create', { name: 'here' })
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith('account.create'))
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith(''), 5_000)
  expect(told).toHaveBeenCalledTimes(2)
})

test('a call that finds everything as it was to be is no change, and nobody is told of one', async () => {
  const file = await workspaceFile(async (core) => void (await smallMap(core)))
  const workspace = await open(file)
  const told = vi.fn<(endpoint: string) => void>()
  workspace.onChanged(told)
  await value(workspace, 'alerts.refresh', { on: today })
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith('alerts.refresh'))
  await value(workspace, 'alerts.refresh', { on: today })
  await value(workspace, 'signals.find', { on: today })
  // Told in turn: whatever those two had to tell would be before this.
  await value(workspace, 'account.create', { name: 'there' })
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith('account.create'))
  expect(told.mock.calls.flat()).toEqual(['alerts.refresh', 'account.create'])
})

test('a file that cannot be opened is a failure with its code', async () => {
  const missing = `${await temporaryFolder()}/nowhere.linchpin`
  await expect(openWorkspace(missing)).rejects.toMatchObject({ failure: { code: 'file_missing', params: { value: missing } } })
})

test('a closed workspace answers that it is none, whatever it is asked, and closes twice', async () => {
  const workspace = await openWorkspace(await workspaceFile())
  await workspace.close()
  expect(await workspace.call('account.list', {})).toMatchObject({ ok: false, error: { code: 'no_workspace' } })
  expect(await workspace.call('account.create', { name: 'x' })).toMatchObject({ ok: false, error: { code: 'no_workspace' } })
  await workspace.close()
})
