import { expect, test } from 'vitest'
import type { AccountGraph } from '../../../src-shared/model/graph'
import type { AccountId } from '../../../src-shared/model/ids'
import { dump, failureOf, smallMap, type SmallMap, type TestCore, testCore, today } from '../../support/core'

interface TwoMaps {
  readonly acme: SmallMap
  readonly bolt: SmallMap
}

/** Two accounts on whose maps the seller of the first one is, with everything that can be said of a person on each. */
async function sharedSeller(core: TestCore): Promise<TwoMaps> {
  const acme = await smallMap(core)
  const bolt = await smallMap(core, 'Bolt')
  const { personId } = acme.own
  await core.run('seat.create', { accountId: bolt.accountId, side: 'ours', title: 'Seller', holder: { personId }, on: today })
  for (const map of [acme, bolt]) {
    const pair = { subjectId: map.boss.personId, ownPersonId: personId }
    await core.run('judgement.record', { ...pair, kind: 'depth', value: '3' })
    await core.run('targetDepth.set', { accountId: map.accountId, ...pair, depth: 4 })
    await core.run('tie.create', { fromPersonId: personId, toPersonId: map.boss.personId, kind: 'personal', on: today })
    await core.run('pin.set', {
      pins: [{ accountId: map.accountId, drawing: 'influence', scope: '', nodeId: personId, x: 1, y: 2 }],
    })
  }
  return { acme, bolt }
}

const graphOf = (core: TestCore, accountId: AccountId): Promise<AccountGraph> => core.run('account.graph', { accountId })

/** Whatever a graph names is in it. */
function expectWhole(graph: AccountGraph): void {
  const people = new Set(graph.people.map(({ id }) => id))
  const seats = new Set(graph.seats.map(({ id }) => id))
  for (const tie of graph.ties) expect(people.has(tie.fromPersonId) && people.has(tie.toPersonId)).toBe(true)
  for (const pair of graph.targetDepths) expect(people.has(pair.ownPersonId) && people.has(pair.subjectId)).toBe(true)
  for (const judgement of graph.judgements) expect(people.has(judgement.subjectId)).toBe(true)
  for (const tenure of graph.tenures) expect(people.has(tenure.personId) && seats.has(tenure.seatId)).toBe(true)
  for (const role of graph.decisionRoles) expect(seats.has(role.seatId)).toBe(true)
  for (const signal of graph.signals) expect(people.has(signal.personId)).toBe(true)
  for (const { participants } of graph.interactions) for (const id of participants) expect(people.has(id)).toBe(true)
  for (const state of graph.seatStates) expect(seats.has(state.seatId)).toBe(true)
  const nodes = new Set<string>([...people, ...seats])
  for (const pin of graph.pins) expect(nodes.has(pin.nodeId)).toBe(true)
}

test('a person on two maps brings to each only what concerns it', async () => {
  const core = await testCore()
  const { acme, bolt } = await sharedSeller(core)
  for (const map of [acme, bolt]) {
    const graph = await graphOf(core, map.accountId)
    expectWhole(graph)
    expect(graph.ties.map(({ toPersonId }) => toPersonId)).toEqual([map.boss.personId])
    expect(graph.judgements.map(({ subjectId }) => subjectId)).toEqual([map.boss.personId])
    expect(graph.people.map(({ id }) => id)).toContain(acme.own.personId)
  }
})

test.each([true, false])('taken off one map, they stay on the other as they were (with seats: %s)', async (withSeats) => {
  const core = await testCore()
  const { acme, bolt } = await sharedSeller(core)
  const before = await graphOf(core, bolt.accountId)
  const seats = (await graphOf(core, acme.accountId)).seats.length

  await core.run('person.remove', { accountId: acme.accountId, personId: acme.own.personId, withSeats })

  const left = await graphOf(core, acme.accountId)
  expectWhole(left)
  expect(left.people.map(({ id }) => id)).not.toContain(acme.own.personId)
  expect(left.seats).toHaveLength(withSeats ? seats - 1 : seats)
  expect(left.targetDepths).toEqual([])
  expect(left.pins).toEqual([])
  expect(await graphOf(core, bolt.accountId)).toEqual(before)
  expect((await core.run('workspace.check', { on: today })).findings).toEqual([])
})

test('taken off the last map, they are gone with all that was said of them', async () => {
  const core = await testCore()
  const { acme, bolt } = await sharedSeller(core)
  const { personId } = acme.own
  for (const { accountId } of [acme, bolt]) await core.run('person.remove', { accountId, personId, withSeats: true })
  expect(JSON.stringify(dump(core.file))).not.toContain(personId)
  expect(await failureOf(core, 'person.remove', { accountId: acme.accountId, personId, withSeats: true })).toMatchObject({
    code: 'not_found',
    params: { kind: 'person', value: personId },
  })
})

test('their seats stay, vacant, unless they go too', async () => {
  const core = await testCore()
  const { accountId, boss, clerk } = await smallMap(core)
  await core.run('person.remove', { accountId, personId: boss.personId, withSeats: false })
  const vacant = await graphOf(core, accountId)
  expect(vacant.seats.map(({ id }) => id)).toContain(boss.seatId)
  expect(vacant.tenures.map(({ seatId }) => seatId)).not.toContain(boss.seatId)
  await core.run('history.undo', {})
  await core.run('person.remove', { accountId, personId: boss.personId, withSeats: true })
  const without = await graphOf(core, accountId)
  expect(without.seats.map(({ id }) => id)).not.toContain(boss.seatId)
  expect(without.seatStates.find(({ seatId }) => seatId === clerk.seatId)).toMatchObject({ reportsToSeatId: null })
})

test('somebody who is on another map only cannot be taken off this one', async () => {
  const core = await testCore()
  const acme = await smallMap(core)
  const bolt = await smallMap(core, 'Bolt')
  const before = dump(core.file)
  const input = { accountId: acme.accountId, personId: bolt.boss.personId, withSeats: true }
  expect(await failureOf(core, 'person.remove', input)).toMatchObject({ code: 'not_found' })
  expect(dump(core.file)).toEqual(before)
})

test('a deleted account leaves people, companies and opinions of others', async () => {
  const core = await testCore()
  const { acme, bolt } = await sharedSeller(core)
  // Bolt belongs to a group in which nobody sits, and somebody's standing is known in a company that has no seat left.
  const head = await core.run('seat.create', {
    accountId: bolt.accountId,
    side: 'theirs',
    organization: 'Group',
    title: 'head',
    holder: null,
    on: today,
  })
  const group = (await graphOf(core, bolt.accountId)).organizations.find(({ name }) => name === 'Group')
  if (!group) throw new Error('the group has not been made')
  await core.run('organization.update', { organizationId: group.id, parentId: null })
  const { account } = await graphOf(core, bolt.accountId)
  await core.run('organization.update', { organizationId: account.organizationId, parentId: group.id })
  await core.run('judgement.record', {
    subjectId: bolt.boss.personId,
    kind: 'political',
    value: 'inner',
    organizationId: group.id,
  })
  await core.run('seat.remove', { seatId: head.seatId })
  const before = await graphOf(core, bolt.accountId)
  const acmeCustomer = (await graphOf(core, acme.accountId)).account.organizationId

  await core.run('account.remove', { accountId: acme.accountId })

  expect(await graphOf(core, bolt.accountId)).toEqual(before)
  const rows = dump(core.file)
  expect(rows.organization?.join()).toContain('Group')
  expect(rows.organization?.join()).not.toContain(acmeCustomer)
  expect(JSON.stringify(rows)).not.toContain(acme.boss.personId)
  expect(rows.person?.join()).toContain(acme.own.personId)
  expect(await core.run('people.ours', {})).toHaveLength(2)
  expect((await core.run('workspace.check', { on: today })).findings.filter(({ severity }) => severity === 'error')).toEqual([])
})

test('nobody sits on two sides of one map', async () => {
  const core = await testCore()
  const { accountId, own, clerk } = await smallMap(core)
  const holder = { personId: own.personId }
  expect(await failureOf(core, 'seat.create', { accountId, side: 'theirs', title: 'x', holder, on: today })).toMatchObject({
    code: 'other_side',
    params: { name: 'Acme seller' },
  })
  await core.run('seat.vacate', { seatId: clerk.seatId, on: today })
  expect(
    await failureOf(core, 'seat.fill', { accountId, seatId: clerk.seatId, holder, validFrom: today, on: today }),
  ).toMatchObject({ code: 'other_side' })
})
