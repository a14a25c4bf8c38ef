import { describe, expect, test } from 'vitest'
import type { SeatId } from '../../../src-shared/model/ids'
import { addSeat, day, failureOf, type SmallMap, smallMap, type TestCore, testCore, today } from '../../support/core'

const spring = day('2026-03-01')
const summer = day('2026-06-01')
const autumn = day('2026-09-01')

/** A map whose clerk's seat begins in spring, written down then; the clock stands on `today`. */
async function since(core: TestCore): Promise<SmallMap> {
  core.surroundings.setDay(spring)
  const map = await smallMap(core)
  const clerk = await addSeat(core, map.accountId, {
    name: 'Chen',
    reportsToSeatId: map.boss.seatId,
    validFrom: spring,
    on: spring,
  })
  core.surroundings.setDay(today)
  return { ...map, clerk }
}

async function states(core: TestCore, { accountId }: SmallMap, seatId: SeatId) {
  const { seatStates } = await core.run('account.graph', { accountId })
  return seatStates
    .filter((state) => state.seatId === seatId)
    .sort((a, b) => ((a.validFrom ?? '') < (b.validFrom ?? '') ? -1 : 1))
    .map(({ title, validFrom, validTo, recordedOn }) => ({ title, validFrom, validTo, recordedOn }))
}

async function tenures(core: TestCore, { accountId }: SmallMap, seatId: SeatId) {
  const graph = await core.run('account.graph', { accountId })
  return graph.tenures
    .filter((tenure) => tenure.seatId === seatId)
    .map(({ personId, validFrom, validTo }) => ({
      name: graph.people.find(({ id }) => id === personId)?.name,
      validFrom,
      validTo,
    }))
}

describe('an edit of a seat', () => {
  test('on the first day of a fact corrects it', async () => {
    const core = await testCore()
    const map = await since(core)
    await core.run('seat.update', { seatId: map.clerk.seatId, title: 'Buyer', on: spring })
    expect(await states(core, map, map.clerk.seatId)).toEqual([
      { title: 'Buyer', validFrom: spring, validTo: null, recordedOn: spring },
    ])
  })

  test('later ends the fact and begins another, and on that same day corrects the new one', async () => {
    const core = await testCore()
    const map = await since(core)
    await core.run('seat.update', { seatId: map.clerk.seatId, title: 'Buyer', on: summer })
    await core.run('seat.update', { seatId: map.clerk.seatId, title: 'Head buyer', on: summer })
    expect(await states(core, map, map.clerk.seatId)).toEqual([
      { title: "Chen's title", validFrom: spring, validTo: summer, recordedOn: spring },
      { title: 'Head buyer', validFrom: summer, validTo: null, recordedOn: today },
    ])
  })

  test('in the middle of what has been written down already leaves what comes after', async () => {
    const core = await testCore()
    const map = await since(core)
    await core.run('seat.update', { seatId: map.clerk.seatId, title: 'last', on: autumn, correct: false })
    await core.run('seat.update', { seatId: map.clerk.seatId, title: 'middle', on: summer, correct: false })
    expect(await states(core, map, map.clerk.seatId)).toMatchObject([
      { validFrom: spring, validTo: summer },
      { title: 'middle', validFrom: summer, validTo: autumn },
      { title: 'last', validFrom: autumn, validTo: null },
    ])
  })

  test('of what was written down today corrects it, from whatever day it holds', async () => {
    const core = await testCore()
    const map = await smallMap(core)
    await core.run('seat.update', { seatId: map.boss.seatId, title: 'Chairman', on: today })
    expect(await states(core, map, map.boss.seatId)).toMatchObject([{ title: 'Chairman', validFrom: null, validTo: null }])
  })

  test('does as it is told', async () => {
    const core = await testCore()
    const map = await since(core)
    await core.run('seat.update', { seatId: map.clerk.seatId, title: 'corrected', on: summer, correct: true })
    expect(await states(core, map, map.clerk.seatId)).toMatchObject([{ title: 'corrected', validFrom: spring }])
    await core.run('seat.update', { seatId: map.clerk.seatId, title: 'moved on', on: today, correct: false })
    expect(await states(core, map, map.clerk.seatId)).toHaveLength(2)
    // Nothing is left of a fact that would end on its first day.
    await core.run('seat.update', { seatId: map.clerk.seatId, title: 'on the day', on: today, correct: false })
    expect(await states(core, map, map.clerk.seatId)).toMatchObject([
      { title: 'corrected' },
      { title: 'on the day', validFrom: today },
    ])
  })

  test('that says what is so already does not cut the fact in two', async () => {
    const core = await testCore()
    const map = await since(core)
    await core.run('seat.update', { seatId: map.clerk.seatId, title: " Chen's title ", tier: 'manager', on: summer })
    expect(await states(core, map, map.clerk.seatId)).toHaveLength(1)
  })

  test('before its first day and after its last corrects the nearest fact', async () => {
    const core = await testCore()
    const map = await since(core)
    await core.run('seat.update', { seatId: map.clerk.seatId, title: 'early', on: day('2020-01-01') })
    expect(await states(core, map, map.clerk.seatId)).toMatchObject([{ title: 'early', validFrom: spring }])
    await core.run('seat.close', { seatId: map.clerk.seatId, on: summer })
    await core.run('seat.update', { seatId: map.clerk.seatId, title: 'late', on: autumn })
    expect(await states(core, map, map.clerk.seatId)).toMatchObject([{ title: 'late', validFrom: spring, validTo: summer }])
  })
})

describe('closing, vacating and filling', () => {
  test('closing ends seat, holder and roles on a day', async () => {
    const core = await testCore()
    const map = await since(core)
    const { seatId } = map.clerk
    await core.run('role.assign', { opportunityId: map.opportunityId, seatId, role: 'user', on: spring })
    await core.run('seat.close', { seatId, on: summer })
    expect(await states(core, map, seatId)).toMatchObject([{ validFrom: spring, validTo: summer }])
    expect(await tenures(core, map, seatId)).toEqual([{ name: 'Chen', validFrom: spring, validTo: summer }])
    const { decisionRoles } = await core.run('account.graph', { accountId: map.accountId })
    expect(decisionRoles).toMatchObject([{ validTo: summer }])
  })

  test('closing forgets what would begin later', async () => {
    const core = await testCore()
    const map = await since(core)
    const { seatId } = map.clerk
    await core.run('seat.update', { seatId, title: 'to be', on: autumn, correct: false })
    await core.run('seat.close', { seatId, on: summer })
    expect(await states(core, map, seatId)).toMatchObject([{ validFrom: spring, validTo: summer }])
  })

  test('closing before the first day is refused: nothing would be left of the seat', async () => {
    const core = await testCore()
    const map = await since(core)
    expect(await failureOf(core, 'seat.close', { seatId: map.clerk.seatId, on: spring })).toMatchObject({
      code: 'dates_reversed',
      params: { from: spring, to: spring },
    })
  })

  test('somebody leaves, the seat stays, somebody else follows', async () => {
    const core = await testCore()
    const map = await since(core)
    const { seatId } = map.clerk
    const { accountId } = map
    const next = { accountId, seatId, holder: { name: 'Du' }, validFrom: null, on: today }
    expect(await failureOf(core, 'seat.fill', next)).toMatchObject({
      code: 'seat_held',
      params: { name: 'Chen', title: "Chen's title" },
    })
    await core.run('seat.vacate', { seatId, on: summer })
    // A day on which the other was still there.
    expect(await failureOf(core, 'seat.fill', { ...next, validFrom: spring })).toMatchObject({ code: 'seat_held' })
    await core.run('seat.fill', next)
    expect(await tenures(core, map, seatId)).toEqual([
      { name: 'Chen', validFrom: spring, validTo: summer },
      { name: 'Du', validFrom: summer, validTo: null },
    ])
    expect(await states(core, map, seatId)).toMatchObject([{ validFrom: spring, validTo: null }])
  })

  test('leaving on the day of coming means never having come', async () => {
    const core = await testCore()
    const map = await since(core)
    await core.run('seat.vacate', { seatId: map.clerk.seatId, on: spring })
    expect(await tenures(core, map, map.clerk.seatId)).toEqual([])
  })

  test('a seat that somebody holds or held is not deleted; one that nobody ever held is', async () => {
    const core = await testCore()
    const map = await since(core)
    const { seatId } = map.clerk
    const title = "Chen's title"
    expect(await failureOf(core, 'seat.remove', { seatId })).toMatchObject({ code: 'seat_held', params: { name: 'Chen', title } })
    await core.run('seat.vacate', { seatId, on: summer })
    expect(await failureOf(core, 'seat.remove', { seatId })).toMatchObject({
      code: 'seat_was_held',
      params: { name: 'Chen', title },
    })
    const vacant = await core.run('seat.create', {
      accountId: map.accountId,
      side: 'theirs',
      title: 'Chief of nothing',
      holder: null,
      reportsToSeatId: seatId,
      on: today,
    })
    await core.run('seat.remove', { seatId: vacant.seatId })
    expect(await failureOf(core, 'seat.remove', { seatId: vacant.seatId })).toMatchObject({ code: 'not_found' })
  })
})

describe('reporting lines', () => {
  test('a seat cannot report to itself, nor to anyone below it', async () => {
    const core = await testCore()
    const { boss, clerk } = await smallMap(core)
    const loop = (seatId: SeatId, reportsToSeatId: SeatId) =>
      failureOf(core, 'seat.update', { seatId, reportsToSeatId, on: today })
    expect(await loop(boss.seatId, boss.seatId)).toMatchObject({
      code: 'reporting_loop',
      params: { names: 'Acme boss → Acme boss' },
    })
    expect(await loop(boss.seatId, clerk.seatId)).toMatchObject({
      code: 'reporting_loop',
      params: { names: 'Acme boss → Acme clerk → Acme boss' },
    })
  })

  test('a loop that would stand only for a while is one, a line that was over before is none', async () => {
    const core = await testCore()
    core.surroundings.setDay(spring)
    const { accountId } = await core.run('account.create', { name: 'Acme' })
    const a = await addSeat(core, accountId, { name: 'A', on: spring })
    const b = await addSeat(core, accountId, { name: 'B', on: spring })
    core.surroundings.setDay(today)
    // B reports to A from summer to autumn.
    await core.run('seat.update', { seatId: b.seatId, reportsToSeatId: a.seatId, on: summer })
    await core.run('seat.update', { seatId: b.seatId, reportsToSeatId: null, on: autumn, correct: false })

    const under = { seatId: a.seatId, reportsToSeatId: b.seatId }
    expect(await failureOf(core, 'seat.update', { ...under, on: spring })).toMatchObject({ code: 'reporting_loop' })
    expect(await failureOf(core, 'seat.update', { ...under, on: day('2026-07-01') })).toMatchObject({ code: 'reporting_loop' })
    await core.run('seat.update', { ...under, on: autumn })
    for (const on of [spring, summer, autumn, today]) {
      expect((await core.run('workspace.check', { on })).findings).toEqual([])
    }
  })

  test('a superior is on the same map', async () => {
    const core = await testCore()
    const acme = await smallMap(core)
    const bolt = await smallMap(core, 'Bolt')
    const { seatId } = bolt.boss
    expect(await failureOf(core, 'seat.update', { seatId: acme.clerk.seatId, reportsToSeatId: seatId, on: today })).toMatchObject(
      {
        code: 'not_found',
        params: { kind: 'seat', value: seatId },
      },
    )
    const input = {
      accountId: acme.accountId,
      side: 'theirs',
      title: 'x',
      holder: null,
      reportsToSeatId: seatId,
      on: today,
    } as const
    expect(await failureOf(core, 'seat.create', input)).toMatchObject({
      code: 'not_found',
      params: { kind: 'seat', value: seatId },
    })
  })
})
