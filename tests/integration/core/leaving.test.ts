import { expect, test } from 'vitest'
import { addDays } from '../../../src-shared/model/day'
import { addSeat, day, dump, failureOf, smallMap, testCore, today } from '../../support/core'

test('several people leave as one step: their seats stay, vacant from that day, and undo brings them back', async () => {
  const core = await testCore()
  const { accountId, boss, clerk } = await smallMap(core)
  const before = dump(core.file)
  const on = addDays(today, 10)
  await core.run('person.leave', { accountId, personIds: [boss.personId, clerk.personId], on })

  const { tenures, seatStates } = await core.run('account.graph', { accountId })
  for (const { seatId } of [boss, clerk]) {
    expect(tenures.find((tenure) => tenure.seatId === seatId)?.validTo).toBe(on)
    expect(seatStates.find((state) => state.seatId === seatId)?.validTo).toBeNull()
  }
  const [step] = await core.run('history.list', { limit: 1 })
  expect(step).toMatchObject({ name: 'person_leave', params: { name: 'Acme boss, Acme clerk' } })
  await core.run('history.undo', {})
  expect(dump(core.file)).toEqual(before)
})

test('a seat that somebody was to take later is not taken; seats of other accounts are kept', async () => {
  const core = await testCore()
  const { accountId, own } = await smallMap(core)
  const other = await smallMap(core, 'Bolt')
  const elsewhere = await core.run('seat.create', {
    accountId: other.accountId,
    side: 'ours',
    title: 'x',
    holder: { personId: own.personId },
    on: today,
  })
  const later = await core.run('seat.create', {
    accountId,
    side: 'ours',
    title: 'y',
    holder: { personId: own.personId },
    validFrom: addDays(today, 30),
    on: today,
  })
  await core.run('person.leave', { accountId, personIds: [own.personId], on: today })
  const graph = await core.run('account.graph', { accountId })
  expect(graph.tenures.some((tenure) => tenure.seatId === later.seatId)).toBe(false)
  expect(graph.tenures.find((tenure) => tenure.seatId === own.seatId)?.validTo).toBe(today)
  const bolt = await core.run('account.graph', { accountId: other.accountId })
  expect(bolt.tenures.find((tenure) => tenure.seatId === elsewhere.seatId)?.validTo).toBeNull()
})

test('who is not there the day before is refused by name, and nobody leaves', async () => {
  const core = await testCore()
  const { accountId, boss } = await smallMap(core)
  const late = await addSeat(core, accountId, { name: 'Late', validFrom: day('2026-11-01') })
  const before = dump(core.file)
  const personIds = [boss.personId, late.personId]
  const failure = await failureOf(core, 'person.leave', { accountId, personIds, on: day('2026-11-01') })
  expect(failure).toMatchObject({ code: 'not_there', params: { name: 'Late', day: '2026-11-01' } })
  expect(dump(core.file)).toEqual(before)
})

test('next actions are those of the analysis, and an unknown deal is refused', async () => {
  const core = await testCore()
  const { accountId, opportunityId, boss } = await smallMap(core)
  await core.run('role.assign', { opportunityId, seatId: boss.seatId, role: 'economic-buyer', on: today })
  const actions = await core.run('analysis.nextActions', { accountId, opportunityId, asOf: today })
  expect(actions[0]?.gain.impact).toBeGreaterThan(0)
  expect(actions.map(({ step }) => step.kind)).toEqual(expect.arrayContaining(['deepen', 'win', 'name-holder']))

  const unknown = accountId as unknown as typeof opportunityId // A text like any other.
  for (const endpoint of ['analysis.nextActions', 'analysis.account'] as const) {
    const failure = await failureOf(core, endpoint, { accountId, opportunityId: unknown, asOf: today })
    expect(failure).toMatchObject({ code: 'not_found', params: { kind: 'opportunity' } })
  }
})
