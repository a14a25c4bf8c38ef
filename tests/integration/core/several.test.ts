import type { Input } from '../../../src-shared/contract'
import { expect, test } from 'vitest'
import { addDays } from '../../../src-shared/model/day'
import { addSeat, dump, failureOf, smallMap, testCore, today } from '../../support/core'

const person: Omit<Input<'seats.create'>['people'][number], 'holder' | 'title' | 'superior'> = {
  side: 'theirs',
  organization: '',
  unit: '',
  tier: 'manager',
  roles: [],
  stance: null,
}

test('several people come in as one step, with superiors among them, roles, stances and ties', async () => {
  const core = await testCore()
  const { accountId, opportunityId, boss, own } = await smallMap(core)
  const before = dump(core.file)
  const { seats } = await core.run('seats.create', {
    accountId,
    opportunityId,
    people: [
      // Somebody may come before their superior.
      { ...person, holder: { name: 'Ann' }, title: 'a', superior: 1, roles: ['user'], stance: 'coach' },
      { ...person, holder: { name: 'Ben' }, title: 'b', superior: boss.seatId },
      { ...person, holder: null, title: 'empty', superior: 0 },
    ],
    ties: [{ from: 0, to: 1, kind: 'personal', strength: 0.5, confidence: 1 }],
    authorId: own.personId,
    on: today,
  })
  const [ann, ben, empty] = seats
  const graph = await core.run('account.graph', { accountId })
  const superior = (seatId?: string) => graph.seatStates.find((state) => state.seatId === seatId)?.reportsToSeatId
  expect([superior(ann?.seatId), superior(ben?.seatId), superior(empty?.seatId)]).toEqual([ben?.seatId, boss.seatId, ann?.seatId])
  expect(graph.decisionRoles).toMatchObject([{ seatId: ann?.seatId, role: 'user' }])
  expect(graph.judgements).toMatchObject([{ subjectId: ann?.personId, value: 'coach', authorId: own.personId }])
  expect(graph.ties).toMatchObject([{ fromPersonId: ann?.personId, toPersonId: ben?.personId }])
  expect(await core.run('history.list', { limit: 1 })).toMatchObject([
    { name: 'seat_create', params: { name: 'Ann, Ben, empty' } },
  ])
  await core.run('history.undo', {})
  expect(dump(core.file)).toEqual(before)
})

test('a superior who is not in the list is refused, and nobody comes in', async () => {
  const core = await testCore()
  const { accountId } = await smallMap(core)
  const before = dump(core.file)
  const people = [{ ...person, holder: { name: 'Ann' }, title: 'a', superior: 7 }]
  const failure = await failureOf(core, 'seats.create', {
    accountId,
    opportunityId: null,
    people,
    ties: [],
    authorId: null,
    on: today,
  })
  expect(failure.code).toBe('not_found')
  expect(dump(core.file)).toEqual(before)
})

test('several get one superior; a loop refuses all of them', async () => {
  const core = await testCore()
  const { accountId, boss, clerk } = await smallMap(core)
  const other = await addSeat(core, accountId, { name: 'Other' })
  const seatIds = [clerk.seatId, other.seatId]
  await core.run('seats.update', { seatIds, reportsToSeatId: boss.seatId, tier: 'operational', on: today })
  const { seatStates } = await core.run('account.graph', { accountId })
  for (const seatId of seatIds) {
    expect(seatStates.find((state) => state.seatId === seatId)).toMatchObject({
      reportsToSeatId: boss.seatId,
      tier: 'operational',
    })
  }
  const before = dump(core.file)
  const failure = await failureOf(core, 'seats.update', {
    seatIds: [other.seatId, boss.seatId],
    reportsToSeatId: clerk.seatId,
    on: today,
  })
  expect(failure.code).toBe('reporting_loop')
  expect(dump(core.file)).toEqual(before)
})

test('a role is given to those without it; taken on the day it was written it never was, later it ends', async () => {
  const core = await testCore()
  const { accountId, opportunityId, boss, clerk } = await smallMap(core)
  await core.run('role.assign', { opportunityId, seatId: boss.seatId, role: 'user', on: today })
  const input = { opportunityId, seatIds: [boss.seatId, clerk.seatId], role: 'user' }
  await core.run('role.set', { ...input, held: true, on: today })
  expect((await core.run('account.graph', { accountId })).decisionRoles).toHaveLength(2)
  await core.run('role.set', { ...input, held: false, on: today })
  expect((await core.run('account.graph', { accountId })).decisionRoles).toEqual([])
  await core.run('history.undo', {})

  const later = addDays(today, 30)
  core.surroundings.setDay(later)
  await core.run('role.set', { ...input, held: false, on: later })
  const { decisionRoles } = await core.run('account.graph', { accountId })
  expect(decisionRoles.map(({ validTo }) => validTo)).toEqual([later, later])
})

test('one opinion about several, several ended, several removed: each is one step', async () => {
  const core = await testCore()
  const { accountId, opportunityId, boss, clerk, own } = await smallMap(core)
  const vacant = await core.run('seat.create', { accountId, side: 'theirs', title: 'vacant', holder: null, on: today })
  const before = dump(core.file)
  const steps = [
    () =>
      core.run('judgements.record', {
        subjectIds: [boss.personId, clerk.personId],
        kind: 'stance',
        value: 'coach',
        authorId: own.personId,
        ownPersonId: null,
        opportunityId,
        madeOn: today,
      }),
    () => core.run('seats.close', { seatIds: [boss.seatId, clerk.seatId], on: today }),
    () => core.run('seats.remove', { accountId, personIds: [boss.personId, clerk.personId], seatIds: [vacant.seatId] }),
  ]
  for (const step of steps) {
    await step()
    expect(dump(core.file)).not.toEqual(before)
    await core.run('history.undo', {})
    expect(dump(core.file)).toEqual(before)
  }
})

test('a seat that is made at a place keeps it, as one step with it', async () => {
  const core = await testCore()
  const { accountId } = await smallMap(core)
  const before = dump(core.file)
  const pin = { drawing: 'influence', scope: '', x: 10, y: -20 } as const
  const made = await core.run('seat.create', { accountId, side: 'theirs', title: 't', holder: { name: 'Ann' }, pin, on: today })
  expect((await core.run('account.graph', { accountId })).pins).toEqual([{ accountId, nodeId: made.personId, ...pin }])
  await core.run('history.undo', {})
  expect(dump(core.file)).toEqual(before)
})

test('a name and a title corrected together are one step, refused or taken back together', async () => {
  const core = await testCore()
  const { accountId, boss } = await smallMap(core)
  const before = dump(core.file)
  const seat = { seatId: boss.seatId, title: 'Chair' }
  const card = (name: string) => ({ person: { personId: boss.personId, name }, seat, on: today })
  expect((await failureOf(core, 'card.update', card(' '))).code).toBe('name_empty')
  expect(dump(core.file)).toEqual(before)

  await core.run('card.update', card('Ann'))
  const graph = await core.run('account.graph', { accountId })
  expect(graph.people.find(({ id }) => id === boss.personId)?.name).toBe('Ann')
  expect(graph.seatStates.filter(({ seatId }) => seatId === boss.seatId).map(({ title }) => title)).toContain('Chair')
  await core.run('history.undo', {})
  expect(dump(core.file)).toEqual(before)
})
