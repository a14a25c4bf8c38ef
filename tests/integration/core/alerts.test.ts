import { expect, test } from 'vitest'
import { day, dump, smallMap, testCore, today, type TestCore } from '../../support/core'

/** A deal whose buyer is known and in favour. */
async function wellCovered() {
  const core = await testCore()
  const { accountId, opportunityId, boss, clerk, own } = await smallMap(core)
  await core.run('role.assign', { opportunityId, seatId: boss.seatId, role: 'economic-buyer', on: today })
  const pair = { subjectId: boss.personId, authorId: own.personId, ownPersonId: own.personId, kind: 'depth', value: '3' } as const
  await core.run('judgement.record', { ...pair, madeOn: day('2026-11-01'), expiresOn: null })
  await core.run('judgement.record', { subjectId: boss.personId, kind: 'stance', value: 'coach', madeOn: today, expiresOn: null })
  return { core, accountId, opportunityId, boss, clerk, own }
}

const told = async (core: TestCore) => (await core.run('alert.list', {})).map(({ code, seenOn }) => [code, seenOn])
const refresh = (core: TestCore, on = today) => core.run('alerts.refresh', { on })

test('a worsening is told once, as long as it lasts, and again when it grows worse after one took note', async () => {
  const { core, boss, own } = await wellCovered()
  expect(await refresh(core)).toEqual({ raised: 0, dropped: 0 })
  const pair = { subjectId: boss.personId, authorId: own.personId, ownPersonId: own.personId, kind: 'depth' } as const
  await core.run('judgement.record', { ...pair, value: '1', madeOn: today, expiresOn: null })
  await refresh(core)
  const [alert] = await core.run('alert.list', {})
  expect(alert).toMatchObject({ code: 'coverage_fell', accountName: 'Acme', opportunityName: 'Plant', seenOn: null })
  expect(alert?.params['to']).toBeLessThan(Number(alert?.params['from']))
  await core.run('alerts.see', { alertIds: alert ? [alert.id] : [], on: today })
  expect(await refresh(core)).toEqual({ raised: 0, dropped: 0 })
  expect(await told(core)).toEqual([['coverage_fell', today]])

  if (alert) await core.run('alert.dismiss', { alertId: alert.id, on: today })
  await refresh(core)
  expect(await told(core)).toEqual([])
  await core.run('judgement.record', { ...pair, value: '0', madeOn: today, expiresOn: null })
  await refresh(core)
  expect(await told(core)).toEqual([['coverage_fell', null]])
  // Mended: there is nothing to tell any more.
  await core.run('history.undo', {})
  expect(await refresh(core)).toEqual({ raised: 0, dropped: 1 })
})

test('a rumour that makes a risk red, overdue touches and tasks, found hints and confirmed changes are told with their reasons', async () => {
  const { core, accountId, boss, clerk } = await wellCovered()
  await refresh(core)
  const rumour = {
    accountId,
    personId: boss.personId,
    kind: 'retirement-due',
    confidence: 1,
    source: '',
    notedOn: today,
  } as const
  await core.run('signal.create', rumour)
  await core.run('task.create', { title: 'Call back', accountId, dueOn: day('2026-11-20') })
  await core.run('signal.create', { ...rumour, personId: clerk.personId, foundBy: 'address-bounced' })
  await core.run('change.record', { kind: 'left', accountId, personId: clerk.personId, on: today })
  await refresh(core)
  const alerts = await core.run('alert.list', {})
  expect(alerts.map(({ kind }) => kind).sort()).toEqual(['change', 'risk', 'signal', 'task'])
  expect(alerts.find(({ kind }) => kind === 'risk')).toMatchObject({ code: 'risk_rose', personId: boss.personId })
  expect(alerts.find(({ kind }) => kind === 'task')?.params).toMatchObject({ title: 'Call back', day: '2026-11-20' })
})

test('what one does not want to be told of is not told; alerts are no steps and never undone', async () => {
  const { core, accountId } = await wellCovered()
  await core.run('task.create', { title: 'Call back', accountId, dueOn: day('2026-11-20') })
  await core.run('alertRules.set', { kinds: { task: false } })
  await refresh(core)
  expect(await told(core)).toEqual([])
  await core.run('history.undo', {})
  expect((await core.run('alertRules.get', {})).kinds.task).toBe(true)
  const before = dump(core.file)
  await refresh(core)
  expect(await told(core)).toEqual([['task_overdue', null]])
  expect(dump(core.file)).toEqual(before)
})

test('looking again where everything is as it was writes nothing, and a figure that moved is written', async () => {
  const { core, accountId, boss, own } = await wellCovered()
  await core.run('task.create', { title: 'Call back', accountId, dueOn: day('2026-11-20') })
  const writesOf = async (work: () => Promise<unknown>) => {
    const before = core.writes()
    await work()
    return core.writes() - before
  }
  expect(await writesOf(() => refresh(core))).toBe(1)
  expect(await told(core)).toEqual([['task_overdue', null]])
  expect(await writesOf(() => refresh(core))).toBe(0)
  const pair = { subjectId: boss.personId, authorId: own.personId, ownPersonId: own.personId, kind: 'depth' } as const
  await core.run('judgement.record', { ...pair, value: '1', madeOn: today, expiresOn: null })
  expect(await writesOf(() => refresh(core))).toBe(1)
  expect(await writesOf(() => refresh(core))).toBe(0)
  // The same alert with another figure in it.
  await core.run('judgement.record', { ...pair, value: '0', madeOn: today, expiresOn: null })
  expect(await writesOf(() => refresh(core))).toBe(1)
  expect(await writesOf(() => core.run('signals.find', { on: today }))).toBe(0)
})
