import { expect, test } from 'vitest'
import type { DoorEvent } from '../../src-shared/httpDoor'
import { Day } from '../../src-shared/model/day'
import { openDoor } from '../support/door'
import { secondConnection } from '../support/workspace'

const today = Day.parse('2026-11-21')

/** The first event that fits; later ones stay in the stream. */
async function nextOf(events: AsyncGenerator<DoorEvent, void>, fits: (event: DoorEvent) => boolean): Promise<DoorEvent> {
  for (;;) {
    const { value } = await events.next()
    if (!value) throw new Error('the stream ended')
    if (fits(value)) return value
  }
}

/** A people.csv that takes the writer long enough to be looked at and stopped. */
function manyPeople(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => `P${index},Person ${index},Engineer,Works`)
  return Buffer.from(['id,name,title,department', ...rows].join('\n')).toString('base64')
}

const importOf = (rows: number) => ({
  account: 'Large',
  files: [{ kind: 'people' as const, name: 'people.csv', bytes: manyPeople(rows) }],
  on: today,
})

test('every listener hears of a change by name, once', async () => {
  const { client } = await openDoor()
  const [one, other] = await Promise.all([client.events(), client.events()])
  await client.value('account.create', { name: 'Lanyue' })
  await client.value('history.undo', {})
  for (const events of [one, other]) {
    expect((await events.next()).value).toEqual({ type: 'changed', endpoint: 'account.create' })
    expect((await events.next()).value).toEqual({ type: 'changed', endpoint: 'history.undo' })
  }
})

test('a refused change is not told, a change by another process is', async () => {
  const { client, workspace } = await openDoor()
  const events = await client.events()
  expect(await client.call('history.undo', {})).toMatchObject({ ok: false, error: { code: 'nothing_to_undo' } })
  const elsewhere = await secondConnection(workspace.file)
  await elsewhere.run('account.create', { name: 'From elsewhere' })
  expect((await events.next()).value).toEqual({ type: 'changed', endpoint: '' })
  expect((await client.value('account.list', {})).map(({ name }) => name)).toEqual(['From elsewhere'])
})

test('a named call’s progress is told', async () => {
  const { client } = await openDoor()
  const events = await client.events()
  const imported = client.call('import.files', importOf(20_000), { callId: 'import-1' })
  const told = await nextOf(events, (event) => event.type === 'progress' && event.share > 0)
  expect(told).toMatchObject({ type: 'progress', callId: 'import-1' })
  expect(await imported).toMatchObject({ ok: true })
})

test('hanging up cancels the call: nothing is written, and the writer is free again', async () => {
  const { client } = await openDoor()
  const events = await client.events()
  const hangUp = new AbortController()
  const imported = client.call('import.files', importOf(60_000), { callId: 'import-2', signal: hangUp.signal })
  await nextOf(events, (event) => event.type === 'progress' && event.share > 0)
  hangUp.abort()
  await expect(imported).rejects.toThrow(/abort/i)
  // The writer takes the next call only after it has let go of the import.
  await client.value('account.create', { name: 'Next' })
  expect((await client.value('account.list', {})).map(({ name }) => name)).toEqual(['Next'])
})

test('closing the server ends the streams and cancels what runs', async () => {
  const { client, server, workspace } = await openDoor()
  const events = await client.events()
  const imported = client.call('import.files', importOf(60_000), { callId: 'import-3' })
  const refused = expect(imported).rejects.toThrow()
  await nextOf(events, (event) => event.type === 'progress' && event.share > 0)
  await server.close()
  await refused
  expect(await events.next()).toEqual({ done: true, value: undefined })
  await expect(client.events()).rejects.toThrow()
  expect(await workspace.call('account.list', {})).toEqual({ ok: true, value: [] })
})

test('a listener that goes away leaves nothing behind', async () => {
  const { client } = await openDoor()
  const gone = new AbortController()
  const left = await client.events(gone.signal)
  gone.abort()
  await expect(left.next()).rejects.toThrow(/abort/i)
  const events = await client.events()
  await client.value('account.create', { name: 'Lanyue' })
  expect((await events.next()).value).toEqual({ type: 'changed', endpoint: 'account.create' })
})
