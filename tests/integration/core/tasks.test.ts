import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../../src-shared/model/day'
import type { PersonId } from '../../../src-shared/model/ids'
import { addSeat, day, dump, failureOf, smallMap, type TestCore, testCore, today } from '../../support/core'

const titles = async (core: TestCore) => (await core.run('task.list', {})).map(({ title }) => title)

describe('tasks', () => {
  test('are listed by day due, those without one last, then the done ones, latest first', async () => {
    const core = await testCore()
    const { accountId, opportunityId, boss, own } = await smallMap(core)
    const make = (title: string, dueOn: Day | null) => core.run('task.create', { title, dueOn })
    await make('undated', null)
    await make('later', day('2026-12-24'))
    const first = await make('first', day('2026-11-01'))
    const second = await make('second', day('2026-11-02'))
    await core.run('task.create', {
      title: '  full  ',
      accountId,
      opportunityId,
      personId: boss.personId,
      ownerId: own.personId,
      dueOn: '2026-11-30',
      remindOn: '2026-11-28',
      note: 'with a note',
    })
    await core.run('task.finish', { taskId: first.taskId, on: '2026-11-20' })
    await core.run('task.finish', { taskId: second.taskId, on: '2026-11-19' })
    expect(await titles(core)).toEqual(['full', 'later', 'undated', 'first', 'second'])
    const [full] = await core.run('task.list', { accountId, personId: boss.personId, ownerId: own.personId, done: 0 })
    expect(full).toMatchObject({
      title: 'full',
      accountName: 'Acme',
      opportunityName: 'Plant',
      personName: 'Acme boss',
      ownerName: 'Acme seller',
      remindOn: '2026-11-28',
      madeOn: today,
      origin: 'typed',
    })
    expect(await core.run('task.list', { done: 1 })).toHaveLength(4)
  })

  test('are done, reopened, changed and deleted, each in a step that can be taken back', async () => {
    const core = await testCore()
    const { accountId, clerk } = await smallMap(core)
    const states = [dump(core.file)]
    const { taskId } = await core.run('task.create', { title: 'Send the paper', accountId })
    states.push(dump(core.file))
    await core.run('task.update', { taskId, title: 'Send the final paper', personId: clerk.personId, dueOn: '2026-11-25' })
    states.push(dump(core.file))
    expect(await core.run('task.finish', { taskId, on: today })).toEqual({ nextTaskId: null })
    expect((await core.run('task.list', {}))[0]).toMatchObject({ doneOn: today, personName: 'Acme clerk' })
    states.push(dump(core.file))
    await core.run('task.reopen', { taskId })
    expect((await core.run('task.list', {}))[0]?.doneOn).toBeNull()
    states.push(dump(core.file))
    await core.run('task.remove', { taskId })
    expect(await titles(core)).toEqual([])
    for (const state of states.reverse()) {
      await core.run('history.undo', {})
      expect(dump(core.file)).toEqual(state)
    }
  })

  test('that repeat make the next one, counted from the day they were done, once', async () => {
    const core = await testCore()
    const { taskId } = await core.run('task.create', {
      title: 'Visit',
      dueOn: '2026-11-10',
      remindOn: '2026-11-09',
      repeatEveryDays: 30,
    })
    const before = dump(core.file)
    const { nextTaskId } = await core.run('task.finish', { taskId, on: today })
    expect(await core.run('task.finish', { taskId, on: '2026-11-22' })).toEqual({ nextTaskId: null })
    const [next, done] = await core.run('task.list', {})
    expect(next).toMatchObject({ id: nextTaskId, title: 'Visit', dueOn: addDays(today, 30), repeatEveryDays: 30, doneOn: null })
    expect(next?.remindOn).toBe(addDays(today, 29))
    expect(done).toMatchObject({ id: taskId, doneOn: today })
    await core.run('history.undo', {})
    expect(dump(core.file)).toEqual(before)
  })

  test('name things that are there, and have a title', async () => {
    const core = await testCore()
    const { taskId } = await core.run('task.create', { title: 'x' })
    const before = dump(core.file)
    expect((await failureOf(core, 'task.create', { title: ' \u3000' })).code).toBe('name_empty')
    expect((await failureOf(core, 'task.update', { taskId, title: '' })).code).toBe('name_empty')
    for (const wrong of [{ accountId: 'no' }, { opportunityId: 'no' }, { personId: 'no' }, { ownerId: 'no' }]) {
      expect((await failureOf(core, 'task.create', { title: 'x', ...wrong })).code).toBe('not_found')
      expect((await failureOf(core, 'task.update', { taskId, ...wrong })).code).toBe('not_found')
    }
    for (const endpoint of ['task.reopen', 'task.remove'] as const) {
      expect((await failureOf(core, endpoint, { taskId: 'no' })).code).toBe('not_found')
    }
    expect((await failureOf(core, 'task.finish', { taskId: 'no', on: today })).code).toBe('not_found')
    expect(dump(core.file)).toEqual(before)
  })

  test('of a deal are of its account', async () => {
    const core = await testCore()
    const { accountId, opportunityId } = await smallMap(core)
    const other = await smallMap(core, 'Bolt')
    const { taskId } = await core.run('task.create', { title: 'x', opportunityId })
    const place = async () => {
      const [task] = await core.run('task.list', {})
      return [task?.accountId, task?.opportunityId]
    }
    expect(await place()).toEqual([accountId, opportunityId])
    const elsewhere = { accountId, opportunityId: other.opportunityId }
    expect((await failureOf(core, 'task.create', { title: 'x', ...elsewhere })).code).toBe('not_found')
    expect((await failureOf(core, 'task.update', { taskId, opportunityId: other.opportunityId })).code).toBe('not_found')
    await core.run('task.update', { taskId, note: 'stays' })
    expect(await place()).toEqual([accountId, opportunityId])
    await core.run('task.update', { taskId, accountId: other.accountId })
    expect(await place()).toEqual([other.accountId, null])
    await core.run('task.update', { taskId, accountId: null })
    expect(await place()).toEqual([null, null])
  })

  test('go with their account, and outlive their person, deal and owner', async () => {
    const core = await testCore()
    const { accountId, opportunityId, clerk, own } = await smallMap(core)
    await core.run('task.create', { title: 'x', accountId, opportunityId, personId: clerk.personId, ownerId: own.personId })
    await core.run('opportunity.remove', { opportunityId })
    await core.run('person.remove', { accountId, personId: clerk.personId, withSeats: true })
    await core.run('person.remove', { accountId, personId: own.personId, withSeats: true })
    expect(await core.run('task.list', {})).toMatchObject([{ accountId, opportunityId: null, personId: null, ownerId: null }])
    await core.run('account.remove', { accountId })
    expect(await titles(core)).toEqual([])
    await core.run('history.undo', {})
    expect(await titles(core)).toEqual(['x'])
  })
})

describe('touches as recurring tasks', () => {
  test('are made for everybody with a role by the cadence of their tier, and never twice', async () => {
    const core = await testCore()
    const { accountId, opportunityId, boss, clerk, own } = await smallMap(core)
    const silent = await addSeat(core, accountId, { name: 'Silent', reportsToSeatId: boss.seatId })
    await addSeat(core, accountId, { name: 'Bystander' })
    const second = await core.run('opportunity.create', { accountId, name: 'Second' })
    const roles = [
      { opportunityId, seatId: boss.seatId, role: 'economic-buyer' },
      { opportunityId, seatId: clerk.seatId, role: 'user' },
      { opportunityId: second.opportunityId, seatId: clerk.seatId, role: 'user' },
      { opportunityId: second.opportunityId, seatId: silent.seatId, role: 'influencer' },
    ]
    for (const role of roles) await core.run('role.assign', { ...role, on: today })
    await core.run('seat.update', { seatId: boss.seatId, tier: 'executive', on: today })
    await core.run('judgement.record', { subjectId: clerk.personId, kind: 'depth', value: '2', ownPersonId: own.personId })
    const met = (personId: PersonId, heldOn: Day) =>
      core.run('interaction.create', { accountId, kind: 'visit', heldOn, participants: [personId, own.personId] })
    await met(clerk.personId, day('2026-11-10'))
    await met(silent.personId, day('2026-01-10'))
    const asked = { accountId, on: today, language: 'en' } as const
    const before = dump(core.file)
    expect(await core.run('task.fromCadence', asked)).toEqual({ created: 3, kept: 0 })
    const tasks = await core.run('task.list', { accountId })
    expect(
      tasks.map(({ title, dueOn, repeatEveryDays, ownerId, origin }) => [title, dueOn, repeatEveryDays, ownerId, origin]).sort(),
    ).toEqual([
      ['Next touch with Acme boss', today, 90, null, 'cadence'],
      ['Next touch with Acme clerk', '2026-12-10', 30, own.personId, 'cadence'],
      ['Next touch with Silent', today, 30, null, 'cadence'],
    ])
    expect(await core.run('task.fromCadence', asked)).toEqual({ created: 0, kept: 3 })
    const [task] = tasks
    if (!task) throw new Error('no task')
    // Done, it makes the next itself: still one open task for that person.
    await core.run('task.finish', { taskId: task.id, on: today })
    expect(await core.run('task.fromCadence', asked)).toEqual({ created: 0, kept: 3 })
    await core.run('history.undo', {})
    await core.run('history.undo', {})
    expect(dump(core.file)).toEqual(before)
  })
})
