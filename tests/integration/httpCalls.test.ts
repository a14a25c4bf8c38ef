import { expect, test } from 'vitest'
import { z } from 'zod'
import { shippedTemplate } from '../../src-main/export/pptx/shippedTemplate'
import { contract, type Endpoint, isEndpoint } from '../../src-shared/contract'
import { tellFailure } from '../../src-shared/i18n/translate'
import { Day } from '../../src-shared/model/day'
import { AccountId } from '../../src-shared/model/ids'
import { openDoor } from '../support/door'
import { httpClient, post } from '../support/httpClient'
import { secondConnection } from '../support/workspace'

const today = Day.parse('2026-11-21')

/** An input for every query, so that a new one is not forgotten. */
const questions: { readonly [E in Endpoint as (typeof contract)[E]['kind'] extends 'query' ? E : never]: object } = {
  'workspace.info': {},
  'workspace.check': { on: today },
  'workspace.copy': {},
  'account.list': {},
  'account.graph': { accountId: 'nobody' },
  'analysis.account': { accountId: 'nobody', opportunityId: null, asOf: today },
  'analysis.drill': { accountId: 'nobody', opportunityId: 'nothing', leaves: ['nobody'], asOf: today },
  'analysis.nextActions': { accountId: 'nobody', opportunityId: 'nothing', asOf: today },
  'person.record': { personId: 'nobody' },
  'person.data': { personId: 'nobody' },
  'person.dataSheet': { personId: 'nobody', language: 'en' },
  'person.dataDocument': { personId: 'nobody', language: 'en', format: 'json', on: today },
  'person.erasureOutlook': { personId: 'nobody' },
  'organization.group': { organizationId: 'nothing' },
  'organization.parents': { organizationId: 'nothing' },
  'search.find': { text: 'nobody' },
  'people.ours': {},
  'history.list': {},
  'alert.list': {},
  'alertRules.get': {},
  'signal.list': {},
  'change.list': { accountId: 'nobody' },
  'handOver.list': {},
  'task.list': {},
  'playbook.list': { language: 'en' },
  'interaction.find': { accountId: 'nobody' },
  'calendar.propose': { accountId: 'nobody', bytes: 'aWQK', since: today, until: today },
  'calendar.export': { asOf: today },
  'import.preview': { name: 'people.csv', bytes: 'aWQK' },
  'export.file': { format: 'json', asOf: today },
  'export.preview': { format: 'png', accountId: 'nobody', asOf: today },
  'export.templateLayouts': { bytes: Buffer.from(shippedTemplate('16:9').write()).toString('base64') },
}

test('every query answers on an empty workspace in the contract’s shape', async () => {
  const { server } = await openDoor()
  for (const [endpoint, input] of Object.entries(questions)) {
    if (!isEndpoint(endpoint)) throw new Error(endpoint)
    const response = await post(server, endpoint, input)
    if (Object.keys(input).some((key) => key.endsWith('Id'))) {
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({ ok: false, error: { code: 'not_found' } })
    } else {
      expect(response.status, endpoint).toBe(200)
      z.object({ ok: z.literal(true), value: contract[endpoint].output }).parse(await response.json())
    }
  }
})

test('the same call answers the same through the core, the workers and HTTP', async () => {
  const { server, workspace, client } = await openDoor()
  await client.value('account.create', { name: '蓝岳重工' })
  const [account] = await client.value('account.list', {})
  const core = await secondConnection(workspace.file)
  const calls: readonly (readonly [string, unknown])[] = [
    ...Object.entries(questions).filter(([endpoint]) => endpoint !== 'workspace.copy'),
    ['account.graph', { accountId: account?.id }],
    ['account.create', { name: '  ' }],
    ['account.create', { name: '蓝岳重工' }],
    ['account.create', { name: 7 }],
    ['account.list', { surplus: true }],
    ['history.redo', {}],
  ]
  for (const [endpoint, input] of calls) {
    const direct = await core.call(endpoint, input)
    const worker = await workspace.call(endpoint, input)
    const response = await post(server, endpoint, input)
    expect(worker, endpoint).toEqual(direct)
    expect(await response.json(), endpoint).toEqual(direct.ok ? direct : { ok: false, error: tellFailure(direct.error, 'en') })
    expect(response.ok, endpoint).toBe(direct.ok)
  }
})

test('sentences come in the asker’s language, else in the workspace’s', async () => {
  const { server, client } = await openDoor(undefined, { language: 'zh-CN' })
  const ask = async (language?: string) => {
    const reply = await client.call(
      'account.graph',
      { accountId: AccountId.parse('x') },
      language === undefined ? {} : { language },
    )
    return reply.ok ? '' : reply.error.message
  }
  const chinese = /客户“x”/
  const english = /account “x”/
  expect(await ask()).toMatch(chinese)
  expect(await ask('en-GB,en;q=0.9')).toMatch(english)
  expect(await ask('fr, en;q=0.8')).toMatch(english)
  expect(await ask('zh-TW')).toMatch(chinese)
  expect(await ask('zh;q=0.1, en')).toMatch(english)
  expect(await ask('fr')).toMatch(chinese)
  const refused = await fetch(`${server.url}/api/account.list`, { method: 'POST', headers: { 'accept-language': 'en' } })
  expect(await refused.json()).toMatchObject({ ok: false, error: { code: 'unauthorized', message: /not signed in/ } })
})

test('two programs at once lose nothing of each other', async () => {
  const { server, client } = await openDoor()
  const other = httpClient(server.url, server.token)
  const names = Array.from({ length: 20 }, (_, index) => `Account ${index}`)
  await Promise.all(names.map((name, index) => (index % 2 ? client : other).value('account.create', { name })))
  const accounts = await client.value('account.list', {})
  expect(accounts.map((account) => account.name).toSorted()).toEqual(names.toSorted())
  expect(new Set(accounts.map((account) => account.id)).size).toBe(names.length)
})

test('bytes come back as they were sent', async () => {
  const { client, workspace } = await openDoor()
  await client.value('account.create', { name: '蓝岳重工' })
  const { bytes } = await client.value('workspace.copy', {})
  const core = await secondConnection(workspace.file)
  const copy = Buffer.from(bytes, 'base64')
  expect(copy.subarray(0, 15).toString()).toBe('SQLite format 3')
  expect(copy.includes('蓝岳重工')).toBe(true)
  expect((await core.run('account.list', {}))[0]?.name).toBe('蓝岳重工')
})
