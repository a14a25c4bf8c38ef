import { describe, expect, test } from 'vitest'
import { addSeat, dump, failureOf, smallMap, testCore, today } from '../../support/core'

describe('strategies', () => {
  test('are made, changed and deleted, each in a step that can be taken back', async () => {
    const core = await testCore()
    const { accountId, opportunityId, boss, own } = await smallMap(core)
    const states = [dump(core.file)]
    const { strategyId } = await core.run('strategy.create', {
      accountId,
      opportunityId,
      personId: boss.personId,
      role: 'economic-buyer',
      objective: 'A meeting of executives',
    })
    states.push(dump(core.file))
    await core.run('strategy.update', { strategyId, status: 'active', ownerId: own.personId, dueOn: '2026-12-01' })
    states.push(dump(core.file))
    const [strategy] = (await core.run('account.graph', { accountId })).strategies
    expect(strategy).toMatchObject({
      personId: boss.personId,
      opportunityId,
      role: 'economic-buyer',
      objective: 'A meeting of executives',
      message: '',
      status: 'active',
      ownerId: own.personId,
      dueOn: '2026-12-01',
      madeOn: today,
      secrecy: 'team',
    })
    await core.run('strategy.remove', { strategyId })
    expect((await core.run('account.graph', { accountId })).strategies).toEqual([])
    for (const state of states.reverse()) {
      await core.run('history.undo', {})
      expect(dump(core.file)).toEqual(state)
    }
    const names = (await core.run('history.list', {})).filter(({ undone }) => undone).map(({ name }) => name)
    expect(names).toEqual(['strategy_remove', 'strategy_update', 'strategy_create'])
  })

  test('are about one of theirs, in a deal of that account, and seen to by one of ours', async () => {
    const core = await testCore()
    const { accountId, opportunityId, boss, clerk, own } = await smallMap(core)
    const other = await smallMap(core, 'Bolt')
    const before = dump(core.file)
    const about = { accountId, personId: boss.personId }
    expect(await failureOf(core, 'strategy.create', { accountId, personId: own.personId })).toMatchObject({
      code: 'wrong_side',
      params: { name: 'Acme seller' },
    })
    expect((await failureOf(core, 'strategy.create', { accountId, personId: other.boss.personId })).code).toBe('not_found')
    expect((await failureOf(core, 'strategy.create', { ...about, opportunityId: other.opportunityId })).code).toBe('not_found')
    expect(await failureOf(core, 'strategy.create', { ...about, ownerId: clerk.personId })).toMatchObject({
      code: 'not_ours',
      params: { name: 'Acme clerk' },
    })
    expect(dump(core.file)).toEqual(before)

    const { strategyId } = await core.run('strategy.create', { ...about, opportunityId })
    expect((await failureOf(core, 'strategy.update', { strategyId, opportunityId: other.opportunityId })).code).toBe('not_found')
    expect((await failureOf(core, 'strategy.update', { strategyId, ownerId: clerk.personId })).code).toBe('not_ours')
    expect((await failureOf(core, 'strategy.update', { strategyId: 'nobody', status: 'done' })).code).toBe('not_found')
  })

  test('go with their deal and with their person; the owner’s going leaves them without one', async () => {
    const core = await testCore()
    const { accountId, opportunityId, boss, clerk, own } = await smallMap(core)
    await core.run('strategy.create', { accountId, opportunityId, personId: boss.personId, ownerId: own.personId })
    await core.run('strategy.create', { accountId, personId: clerk.personId, ownerId: own.personId })
    const before = dump(core.file)
    const left = async () => (await core.run('account.graph', { accountId })).strategies.map(({ personId }) => personId)

    await core.run('opportunity.remove', { opportunityId })
    expect(await left()).toEqual([clerk.personId])
    await core.run('person.remove', { accountId, personId: clerk.personId, withSeats: true })
    expect(await left()).toEqual([])
    await core.run('history.undo', {})
    await core.run('history.undo', {})
    expect(dump(core.file)).toEqual(before)

    await core.run('person.remove', { accountId, personId: own.personId, withSeats: true })
    expect((await core.run('account.graph', { accountId })).strategies.map(({ ownerId }) => ownerId)).toEqual([null, null])
  })

  test('of somebody who is taken off one account and stays on another go there alone', async () => {
    const core = await testCore()
    const { accountId, boss, clerk, own } = await smallMap(core)
    const other = await smallMap(core, 'Bolt')
    const place = { accountId: other.accountId, title: 'x', on: today } as const
    const shared = { ...place, side: 'theirs', holder: { personId: boss.personId } } as const
    await core.run('seat.create', shared)
    await core.run('seat.create', { ...shared, side: 'ours', holder: { personId: own.personId } })
    for (const id of [accountId, other.accountId]) {
      await core.run('strategy.create', { accountId: id, personId: boss.personId, ownerId: own.personId })
      await core.run('task.create', { title: 'Call', accountId: id, personId: boss.personId, ownerId: own.personId })
    }
    await core.run('strategy.create', { accountId, personId: clerk.personId, ownerId: own.personId })
    for (const personId of [boss.personId, own.personId])
      await core.run('person.remove', { accountId, personId, withSeats: true })
    const left = async (id: typeof accountId) =>
      (await core.run('account.graph', { accountId: id })).strategies.map(({ personId, ownerId }) => [personId, ownerId])
    expect(await left(accountId)).toEqual([[clerk.personId, null]])
    expect(await left(other.accountId)).toEqual([[boss.personId, own.personId]])
    expect((await core.run('task.list', { accountId })).map(({ personId, ownerId }) => [personId, ownerId])).toEqual([
      [null, null],
    ])
    expect(await core.run('task.list', { accountId: other.accountId })).toMatchObject([{ personId: boss.personId }])
  })

  test('follow people who are merged', async () => {
    const core = await testCore()
    const { accountId, boss, own } = await smallMap(core)
    const twin = await addSeat(core, accountId, { name: 'Twin' })
    const deputy = await addSeat(core, accountId, { name: 'Deputy', side: 'ours' })
    await core.run('strategy.create', { accountId, personId: twin.personId, ownerId: deputy.personId })
    await core.run('task.create', { title: 'Call', accountId, personId: twin.personId, ownerId: deputy.personId })
    await core.run('person.merge', { personId: boss.personId, mergedId: twin.personId, values: {}, on: today })
    await core.run('person.merge', { personId: own.personId, mergedId: deputy.personId, values: {}, on: today })
    const [strategy] = (await core.run('account.graph', { accountId })).strategies
    expect(strategy).toMatchObject({ personId: boss.personId, ownerId: own.personId })
    expect(await core.run('task.list', {})).toMatchObject([{ personId: boss.personId, ownerId: own.personId }])
  })

  test('of an inner-circle opponent take the finding away at every door', async () => {
    const core = await testCore()
    const { accountId, opportunityId, boss } = await smallMap(core)
    await core.run('judgement.record', { subjectId: boss.personId, kind: 'stance', value: 'opponent' })
    await core.run('judgement.record', { subjectId: boss.personId, kind: 'political', value: 'inner' })
    const found = async () =>
      (await core.run('analysis.account', { accountId, opportunityId, asOf: today })).findings.some(
        ({ code }) => code === 'inner_opponent',
      )
    expect(await found()).toBe(true)
    const { strategyId } = await core.run('strategy.create', { accountId, opportunityId, personId: boss.personId })
    expect(await found()).toBe(false)
    await core.run('strategy.update', { strategyId, status: 'dropped' })
    expect(await found()).toBe(true)
  })
})

describe('playbooks', () => {
  test('are shipped for the five roles in both languages, each with all its parts', async () => {
    const core = await testCore()
    for (const language of ['zh-CN', 'en'] as const) {
      const list = await core.run('playbook.list', { language })
      expect(list.map(({ role }) => role)).toEqual([
        'user',
        'technical-evaluator',
        'influencer',
        'financial-controller',
        'economic-buyer',
      ])
      for (const { playbook, changed, shipped } of list) {
        expect([changed, shipped]).toEqual([false, true])
        expect(Math.min(...[playbook.cares, playbook.bring, playbook.questions, playbook.signs].map((part) => part.length))).toBe(
          4,
        )
        expect(playbook.objective.length * playbook.message.length).toBeGreaterThan(400)
      }
    }
  })

  test('are kept only where they differ, one language at a time', async () => {
    const core = await testCore()
    const played = async (language: 'zh-CN' | 'en') => (await core.run('playbook.list', { language }))[0]
    const shipped = await played('en')
    if (!shipped) throw new Error('no playbook')
    const { playbook, role } = shipped
    const rows = () => dump(core.file)['playbook']?.length

    await core.run('playbook.set', { role, language: 'en', playbook: { ...playbook, objective: 'Ours' } })
    expect(await played('en')).toMatchObject({ changed: true, playbook: { objective: 'Ours', cares: playbook.cares } })
    expect(await played('zh-CN')).toMatchObject({ changed: false })
    await core.run('playbook.set', { role, language: 'en', playbook })
    expect([await played('en'), rows()]).toEqual([shipped, 0])
    await core.run('history.undo', {})
    expect(await played('en')).toMatchObject({ playbook: { objective: 'Ours' } })
    await core.run('playbook.reset', { role, language: 'en' })
    expect([await played('en'), rows()]).toEqual([shipped, 0])
    await core.run('history.undo', {})
    expect(await played('en')).toMatchObject({ playbook: { objective: 'Ours' } })
    const [last] = (await core.run('history.list', {})).filter(({ undone }) => !undone)
    expect(last).toMatchObject({ name: 'playbook_set', params: { name: 'User' } })
  })

  test('of roles that the method does not have are refused', async () => {
    const core = await testCore()
    const playbook = { cares: [], bring: [], questions: [], signs: [], objective: '', message: '' }
    const asked = { role: 'nobody', language: 'en', playbook } as const
    expect(await failureOf(core, 'playbook.set', asked)).toMatchObject({ code: 'not_found', params: { kind: 'role' } })
  })
})
