import { expect, test } from 'vitest'
import { dump, failureOf, smallMap, testCore, today, withFile } from '../../support/core'

test('a new workspace has nothing to undo and nothing to redo', async () => {
  const core = await testCore()
  expect(await failureOf(core, 'history.undo', {})).toMatchObject({ code: 'nothing_to_undo' })
  expect(await failureOf(core, 'history.redo', {})).toMatchObject({ code: 'nothing_to_redo' })
  expect(await core.run('history.list', {})).toEqual([])
})

test('a step says what it was, when, and of whom', async () => {
  const core = await testCore()
  await core.run('account.create', { name: ' Acme ' })
  const [step] = await core.run('history.list', {})
  expect(step).toMatchObject({ name: 'account_create', params: { name: 'Acme' }, undone: false })
  expect(step?.madeAt).toBe(core.surroundings.now().toISOString())
  expect(await core.run('history.undo', {})).toEqual({ ...step, undone: true })
  expect(await core.run('history.redo', {})).toEqual(step)
})

test('a new change after an undo forgets what was undone', async () => {
  const core = await testCore()
  await core.run('account.create', { name: 'first' })
  await core.run('account.create', { name: 'second' })
  await core.run('history.undo', {})
  await core.run('account.create', { name: 'third' })
  expect(await failureOf(core, 'history.redo', {})).toMatchObject({ code: 'nothing_to_redo' })
  expect((await core.run('history.list', {})).map(({ params }) => params.name)).toEqual(['third', 'first'])
})

test('a change that changes nothing leaves no step, and what was undone can still be done again', async () => {
  const core = await testCore()
  const { accountId, boss, own, opportunityId } = await smallMap(core)
  const { tieId } = await core.run('tie.create', {
    fromPersonId: boss.personId,
    toPersonId: own.personId,
    kind: 'personal',
    on: today,
  })
  const { judgementId } = await core.run('judgement.record', { subjectId: boss.personId, kind: 'stance', value: 'neutral' })
  const pin = { accountId, drawing: 'role', scope: '', nodeId: boss.seatId, x: 0.1 + 0.2, y: -1e300 } as const
  await core.run('pin.set', { pins: [pin] })
  await core.run('account.update', { accountId, industry: 'steel' })
  await core.run('history.undo', {})
  const steps = await core.run('history.list', {})

  await core.run('account.update', { accountId, name: 'Acme', industry: '' })
  await core.run('account.update', { accountId })
  await core.run('person.update', { personId: boss.personId })
  await core.run('tie.update', { tieId })
  await core.run('judgement.update', { judgementId })
  await core.run('opportunity.update', { opportunityId })
  await core.run('seat.update', { seatId: boss.seatId, title: "Acme boss's title", on: today })
  await core.run('pin.set', { pins: [pin] })
  await core.run('pin.release', { pins: [{ accountId, drawing: 'role', scope: '', nodeId: own.seatId }] })
  const { organizations } = await core.run('account.graph', { accountId })
  for (const { id } of organizations) await core.run('organization.update', { organizationId: id })
  await core.run('targetDepth.set', { accountId, ownPersonId: own.personId, subjectId: boss.personId, depth: null })

  expect(await core.run('history.list', {})).toEqual(steps)
  expect(await core.run('history.redo', {})).toMatchObject({ name: 'account_update' })
})

test('preferences and what a layout remembers are nobody’s steps', async () => {
  const core = await testCore()
  const { accountId, own } = await smallMap(core)
  const steps = await core.run('history.list', {})
  await core.run('workspace.setPreference', { language: 'zh-CN', me: own.personId })
  await core.run('layout.remember', { accountId, drawing: 'role', scope: '', memory: { order: [1, 2] } })
  expect(await core.run('history.list', {})).toEqual(steps)
})

test('a refused change leaves no trace, whatever it had already written', async () => {
  const core = await testCore()
  const { accountId, own } = await smallMap(core)
  const before = dump(core.file)
  const steps = await core.run('history.list', {})
  // Its organization, department and seat are written before the holder turns out to be on another side.
  const failure = await failureOf(core, 'seat.create', {
    accountId,
    side: 'third-party',
    organization: 'A design institute',
    title: 'expert',
    unit: 'a new unit',
    holder: { personId: own.personId },
    on: today,
  })
  expect(failure).toMatchObject({ code: 'other_side', params: { name: 'Acme seller' } })
  expect(dump(core.file)).toEqual(before)
  expect(await core.run('history.list', {})).toEqual(steps)
})

test.each(['person', 'opportunity', 'account'] as const)('a deleted %s comes back whole', async (what) => {
  const core = await testCore()
  const { accountId, boss, clerk, own, opportunityId } = await smallMap(core)
  const { personId } = boss
  await core.run('account.update', { accountId, ownerId: own.personId, own: { 'own field': '值' } })
  await core.run('tie.create', {
    fromPersonId: personId,
    toPersonId: clerk.personId,
    kind: 'influences',
    strength: 0.1 + 0.2,
    on: today,
  })
  await core.run('role.assign', { opportunityId, seatId: boss.seatId, role: 'user', chains: ['technical'], on: today })
  await core.run('judgement.record', {
    subjectId: personId,
    kind: 'stance',
    value: 'coach',
    opportunityId,
    authorId: own.personId,
  })
  await core.run('judgement.record', { subjectId: personId, kind: 'depth', value: '3', ownPersonId: own.personId })
  await core.run('targetDepth.set', { accountId, ownPersonId: own.personId, subjectId: personId, depth: 4 })
  await core.run('pin.set', {
    pins: [{ accountId, drawing: 'influence', scope: opportunityId, nodeId: personId, x: 1 / 3, y: -0 }],
  })
  const before = dump(core.file)

  if (what === 'person') await core.run('person.remove', { accountId, personId, withSeats: true })
  else if (what === 'opportunity') await core.run('opportunity.remove', { opportunityId })
  else await core.run('account.remove', { accountId })
  const after = dump(core.file)
  expect(after).not.toEqual(before)

  await core.run('history.undo', {})
  expect(dump(core.file)).toEqual(before)
  await core.run('history.redo', {})
  expect(dump(core.file)).toEqual(after)
  expect((await core.run('workspace.check', { on: today })).findings.filter(({ severity }) => severity === 'error')).toEqual([])
})

test('a thousand steps are kept, the oldest are forgotten first, with their rows', async () => {
  const core = await testCore()
  const { accountId } = await core.run('account.create', { name: 'Acme' })
  for (let n = 1; n <= 1_010; n++) {
    await core.run('account.update', { accountId, industry: String(n) })
    // Steps that came to nothing take no place.
    await core.run('account.update', { accountId, industry: String(n) })
  }
  const steps = await core.run('history.list', { limit: 1_000 })
  expect(steps).toHaveLength(1_000)
  for (let n = 0; n < 1_000; n++) await core.run('history.undo', {})
  expect(await failureOf(core, 'history.undo', {})).toMatchObject({ code: 'nothing_to_undo' })
  expect(await core.run('account.list', {})).toMatchObject([{ industry: '10' }])
  const counts = withFile(core.file, (raw) =>
    raw.prepare('SELECT (SELECT count(*) FROM historyStep), count(*) FROM historyChange').raw().get(),
  )
  expect(counts).toEqual([1_000, 1_000])
})
