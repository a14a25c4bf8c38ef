import type { Core } from '../../src-main/core/core'
import { openConnection } from '../../src-main/core/db'
import { emptyPlaybook } from '../../src-shared/model/playbook'
import { generateCompany } from '../fixtures/company'
import { emptyCore, graphOf, imported, IMPORT_DAY } from './importing'

/** Somebody whom the sender knows by two ids. */
async function mergeTwins(core: Core): Promise<void> {
  await imported(core, { people: 'id,name,title\nT1,Twin,Clerk\nT2,Twin,Clerk' })
  const [one, two] = (await graphOf(core)).people.filter(({ name }) => name === 'Twin')
  await core.run('person.merge', { personId: one?.id ?? '', mergedId: two?.id ?? '', values: {}, on: IMPORT_DAY })
}

/** A workspace in which every column of every table says something. */
export async function fullCore(): Promise<Core> {
  const core = await emptyCore()
  await imported(core, generateCompany({ people: 30, seed: 3 }))
  await imported(core, { people: 'id,office\nP2,Room 7' })
  await mergeTwins(core)
  const graph = await graphOf(core)
  const [person, other] = graph.people
  const [seat] = graph.seats
  const ours = graph.people.find(({ side }) => side === 'ours')
  const [deal] = graph.opportunities
  if (!person || !other || !seat || !ours || !deal) throw new Error('the company is too small')
  const accountId = graph.account.id
  await core.run('person.update', {
    personId: person.id,
    latinName: 'Latin',
    note: 'line\nbreak "quoted"  ',
    secrecy: 'private',
    own: { z: '1', a: '2', '10': '3' },
  })
  await core.run('person.rename', { personId: person.id, name: '新名', on: '2026-03-01' })
  await core.run('account.update', { accountId, ownerId: ours.id, class: 'A', industry: '装备', own: { region: '华东' } })
  await core.run('opportunity.update', {
    opportunityId: deal.id,
    amount: 1e21,
    currency: 'CNY',
    openedOn: '2026-01-01',
    switchedOffRoles: ['user'],
    own: { k: 'v' },
  })
  await core.run('targetDepth.set', { accountId, ownPersonId: ours.id, subjectId: person.id, depth: 4 })
  await core.run('pin.set', {
    pins: [
      { accountId, drawing: 'role', scope: '', nodeId: seat.id, x: 0.1 + 0.2, y: -7 },
      { accountId, drawing: 'influence', scope: deal.id, nodeId: person.id, x: 1e-7, y: 12_345.678 },
    ],
  })
  await core.run('layout.remember', {
    accountId,
    drawing: 'role',
    scope: '',
    memory: { widths: [1, 2.5], order: { b: 1, a: null } },
  })
  await core.run('strategy.create', {
    accountId,
    personId: graph.people.find(({ side }) => side === 'theirs')?.id,
    opportunityId: deal.id,
    role: 'user',
    objective: '试用一条线路',
    ownerId: ours.id,
    dueOn: '2026-12-31',
  })
  await core.run('interactions.record', {
    accountId,
    interactions: [
      { kind: 'call', participants: [person.id], attachments: [{ label: '', target: 'C:\\a.pdf' }], calendarUid: 'u/2026-11-02' },
    ],
  })
  await core.run('task.create', { title: 'Send the trial plan', accountId, personId: person.id, repeatEveryDays: 30 })
  const { changeEventId } = await core.run('change.record', {
    kind: 'joined',
    accountId,
    holder: { name: '新人' },
    to: { organization: '', title: '专员' },
    on: IMPORT_DAY,
  })
  await core.run('handOver.open', { accountId, personId: person.id, on: IMPORT_DAY, changeEventId })
  await core.run('signals.find', { on: IMPORT_DAY })
  await core.run('workspace.setPreference', { language: 'zh-CN', me: ours.id })
  const { raw } = openConnection(core.file, 'write')
  raw
    .prepare(`INSERT INTO setting VALUES ('method', ?)`)
    .run(JSON.stringify({ reportingAccess: 0.5, cadenceDays: { executive: 60, manager: 20, operational: 20 } }))
  raw.prepare(`INSERT INTO playbook VALUES ('user', 'en', ?)`).run(JSON.stringify({ ...emptyPlaybook, cares: ['handling'] }))
  raw.close()
  return core
}
