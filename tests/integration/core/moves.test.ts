import { expect, test } from 'vitest'
import { addSeat, day, dump, failureOf, smallMap, testCore, today } from '../../support/core'

test('a move to an empty seat leaves the old one vacant from that day, keeps ties, and is one step', async () => {
  const core = await testCore()
  const { accountId, boss, clerk } = await smallMap(core)
  await core.run('tie.create', { fromPersonId: boss.personId, toPersonId: clerk.personId, kind: 'influences', on: today })
  const { seatId } = await core.run('seat.create', { accountId, side: 'theirs', title: 'Deputy', holder: null, on: today })
  const before = dump(core.file)
  const on = day('2026-09-01')
  await core.run('person.move', { personId: clerk.personId, fromSeatId: clerk.seatId, accountId, to: { seatId }, on })
  const graph = await core.run('account.graph', { accountId })
  expect(graph.tenures.filter(({ personId }) => personId === clerk.personId)).toMatchObject([
    { seatId: clerk.seatId, validTo: on },
    { seatId, validFrom: on, validTo: null },
  ])
  expect(graph.ties).toHaveLength(1)
  expect(await core.run('history.list', { limit: 1 })).toMatchObject([{ name: 'person_move', params: { name: 'Acme clerk' } }])
  await core.run('history.undo', {})
  expect(dump(core.file)).toEqual(before)
})

test('a move to a new seat of another company puts the person on both maps', async () => {
  const core = await testCore()
  const one = await smallMap(core)
  const two = await smallMap(core, 'Bolt')
  const { seatId } = await core.run('person.move', {
    personId: one.clerk.personId,
    fromSeatId: one.clerk.seatId,
    accountId: two.accountId,
    to: { organization: 'Bolt Research', title: 'Head', unit: 'Lab', reportsToSeatId: two.boss.seatId },
    on: today,
  })
  const graph = await core.run('account.graph', { accountId: two.accountId })
  expect(graph.people.find(({ id }) => id === one.clerk.personId)).toMatchObject({ side: 'theirs' })
  expect(graph.seatStates.find((state) => state.seatId === seatId)).toMatchObject({
    title: 'Head',
    reportsToSeatId: two.boss.seatId,
  })
  const subsidiary = graph.organizations.find(({ name }) => name === 'Bolt Research')
  expect(subsidiary).toMatchObject({ kind: 'customer', parentId: graph.account.organizationId })
  expect((await core.run('person.record', { personId: one.clerk.personId })).accounts.map(({ name }) => name)).toEqual([
    'Acme',
    'Bolt',
  ])
})

test('a move on the day somebody sat down corrects it', async () => {
  const core = await testCore()
  const { accountId } = await smallMap(core)
  const late = await addSeat(core, accountId, { name: 'Late', validFrom: today })
  const to = { organization: '', title: 'Right seat' }
  const { seatId } = await core.run('person.move', { personId: late.personId, fromSeatId: late.seatId, accountId, to, on: today })
  const { tenures } = await core.run('person.record', { personId: late.personId })
  expect(tenures).toMatchObject([{ seatId, validFrom: today, validTo: null }])
})

test('refuses a held seat, a day before the first, a seat somebody is not in, and the same seat', async () => {
  const core = await testCore()
  const { accountId, boss, clerk } = await smallMap(core)
  const late = await addSeat(core, accountId, { name: 'Late', validFrom: day('2026-06-01') })
  const before = dump(core.file)
  const move = { personId: clerk.personId, fromSeatId: clerk.seatId, accountId, on: today }
  expect(await failureOf(core, 'person.move', { ...move, to: { seatId: boss.seatId } })).toMatchObject({ code: 'seat_held' })
  expect(await failureOf(core, 'person.move', { ...move, to: { seatId: clerk.seatId } })).toMatchObject({ code: 'seat_kept' })
  const to = { organization: '', title: 'New' }
  expect(await failureOf(core, 'person.move', { ...move, fromSeatId: boss.seatId, to })).toMatchObject({ code: 'not_in_seat' })
  const early = { ...move, personId: late.personId, fromSeatId: late.seatId, to, on: day('2026-01-01') }
  expect(await failureOf(core, 'person.move', early)).toMatchObject({ code: 'dates_reversed' })
  expect(dump(core.file)).toEqual(before)
})

test('a former name is kept with its days, found, corrected on the same day, and taken back', async () => {
  const core = await testCore()
  const { boss } = await smallMap(core)
  const { personId } = boss
  const names = async () =>
    (await core.run('person.record', { personId })).formerNames.map((each) => [each.name, each.validFrom, each.validTo])
  await core.run('person.rename', { personId, name: '王太太', on: day('2026-03-01') })
  expect(await names()).toEqual([['Acme boss', null, '2026-03-01']])
  expect(await core.run('search.find', { text: 'acme bo' })).toMatchObject([
    { id: personId, label: '王太太', matched: 'Acme boss' },
  ])
  await core.run('person.rename', { personId, name: '汪太太', on: day('2026-03-01') })
  expect(await names()).toEqual([['Acme boss', null, '2026-03-01']])
  await core.run('person.rename', { personId, name: '李女士', on: today })
  expect(await names()).toEqual([
    ['汪太太', '2026-03-01', today],
    ['Acme boss', null, '2026-03-01'],
  ])
  expect(await failureOf(core, 'person.rename', { personId, name: 'x', on: day('2026-04-01') })).toMatchObject({
    code: 'dates_reversed',
  })
  await core.run('person.rename', { personId, name: '汪太太', on: today })
  expect(await names()).toEqual([['Acme boss', null, '2026-03-01']])
  const [former] = (await core.run('person.record', { personId })).formerNames
  await core.run('formerName.remove', { formerNameId: former?.id ?? '' })
  expect(await names()).toEqual([])
  const left = await core.run('search.find', { text: 'Acme boss' })
  expect(left.map(({ matched }) => matched)).toEqual(["Acme boss's title"])
})

test('a group is told from its top down, with seats and accounts', async () => {
  const core = await testCore()
  const { accountId } = await smallMap(core)
  const { account } = await core.run('account.graph', { accountId })
  const { organizationId: holding } = await core.run('organization.create', { name: 'Holding', kind: 'customer', parentId: null })
  // One step with what else is said of the account.
  await core.run('account.update', { accountId, industry: 'steel', parentId: holding })
  await core.run('history.undo', {})
  expect(await core.run('organization.group', { organizationId: account.organizationId })).toHaveLength(1)
  await core.run('history.redo', {})
  await core.run('organization.create', { name: 'Acme South', kind: 'customer', parentId: account.organizationId })
  const group = await core.run('organization.group', { organizationId: account.organizationId })
  expect(group.map(({ name, seats, accountId: of }) => [name, seats, of])).toEqual([
    ['Holding', 0, null],
    ['Acme', 2, accountId],
    ['Acme South', 0, null],
  ])
  const again = { name: 'Acme South', kind: 'customer' as const, parentId: holding }
  expect(await failureOf(core, 'organization.create', again)).toMatchObject({ code: 'name_taken' })
})
