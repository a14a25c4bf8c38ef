import { describe, expect, test } from 'vitest'
import { day, failureOf, testCore, today, type TestCore } from '../../support/core'

/** An account with a manager who plays a role and is known to one of ours, an assistant, and a second of ours. */
async function staffedCore() {
  const core = await testCore()
  const { accountId } = await core.run('account.create', { name: '华东电力' })
  const seat = async (name: string, side: 'theirs' | 'ours', title: string) => {
    const { seatId, personId } = await core.run('seat.create', {
      accountId,
      side,
      title,
      tier: 'manager',
      holder: { name },
      on: today,
      ...(side === 'ours' && { organization: '我方科技' }),
    })
    if (personId === null) throw new Error('no holder')
    return { seatId, personId }
  }
  const li = await seat('李敏', 'theirs', '财务总监')
  const zhao = await seat('赵强', 'theirs', '会计')
  const chen = await seat('陈晨', 'ours', '客户经理')
  const he = await seat('何静', 'ours', '方案经理')
  const { opportunityId } = await core.run('opportunity.create', { accountId, name: '配网改造' })
  await core.run('role.assign', { opportunityId, seatId: li.seatId, role: 'financial-controller', on: today })
  const depth = { subjectId: li.personId, authorId: chen.personId, kind: 'depth', value: '3', madeOn: day('2026-08-01') } as const
  await core.run('judgement.record', { ...depth, ownPersonId: chen.personId })
  const { taskId } = await core.run('task.create', {
    title: '答复付款条件',
    accountId,
    personId: li.personId,
    ownerId: chen.personId,
  })
  return { core, accountId, opportunityId, li, zhao, chen, he, taskId }
}

const steps = async (core: TestCore) =>
  (await core.run('history.list', {})).filter(({ undone }) => !undone).map(({ name }) => name)

describe('hints', () => {
  test('are typed, taken seriously or not, put off, and taken back', async () => {
    const { core, accountId, li } = await staffedCore()
    const hint = {
      accountId,
      personId: li.personId,
      kind: 'resignation-rumour',
      confidence: 0.7,
      source: '听说',
      notedOn: today,
    } as const
    const { signalId } = await core.run('signal.create', hint)
    expect(await core.run('signal.list', {})).toMatchObject([
      { id: signalId, personName: '李敏', title: '财务总监', accountName: '华东电力', state: 'recorded', foundBy: null },
    ])
    await core.run('signal.snooze', { signalId, until: day('2026-12-01') })
    expect((await core.run('signal.list', {}))[0]?.snoozedUntil).toBe('2026-12-01')
    await core.run('signal.decide', { signalId, decision: 'dismiss', on: today })
    expect(await core.run('signal.list', {})).toEqual([])
    expect(await core.run('signal.list', { decided: true })).toMatchObject([{ state: 'dismissed', decidedOn: today }])
    await core.run('signal.decide', { signalId, decision: 'reopen', on: today })
    expect(await core.run('signal.list', {})).toMatchObject([{ state: 'recorded', decidedOn: null }])
    await core.run('history.undo', {})
    expect(await core.run('signal.list', {})).toEqual([])
  })

  test('are found once in the record: silence, ending terms, reversals; a decision outlasts the next look', async () => {
    const { core, accountId, li, zhao, chen } = await staffedCore()
    await core.run('judgement.record', { subjectId: zhao.personId, kind: 'stance', value: 'coach', madeOn: day('2026-01-05') })
    await core.run('judgement.record', { subjectId: zhao.personId, kind: 'stance', value: 'opponent', madeOn: day('2026-11-05') })
    const met = {
      accountId,
      kind: 'visit',
      participants: [li.personId, chen.personId],
      heldOn: day('2026-08-01'),
      summary: '拜访',
    }
    await core.run('interaction.create', met)
    core.surroundings.setDay(day('2026-11-20'))
    await core.run('seat.vacate', { seatId: zhao.seatId, on: day('2027-03-01') })
    core.surroundings.setDay(today)

    expect(await core.run('signals.find', { on: today })).toEqual({ found: 3 })
    const found = await core.run('signal.list', {})
    expect(found.map(({ personName, foundBy, kind, state }) => [personName, foundBy, kind, state]).sort()).toEqual([
      ['李敏', 'silence', 'gone-silent', 'found'],
      ['赵强', 'judgement-reversed', 'new-superior', 'found'],
      ['赵强', 'tenure-ending', 'term-ending', 'found'],
    ])
    // Found ones do not count before somebody takes them seriously.
    const likelihood = async () =>
      (await core.run('analysis.account', { accountId, opportunityId: null, asOf: today })).people.find(
        ({ name }) => name === '赵强',
      )?.likelihood
    expect(await likelihood()).toBeCloseTo(0.15, 9)
    const ending = found.find(({ foundBy }) => foundBy === 'tenure-ending')
    const silence = found.find(({ foundBy }) => foundBy === 'silence')
    if (!ending || !silence) throw new Error('not found')
    await core.run('signal.decide', { signalId: ending.id, decision: 'accept', on: today })
    expect(await likelihood()).toBeGreaterThan(0.15)
    await core.run('signal.decide', { signalId: silence.id, decision: 'dismiss', on: today })
    expect(await core.run('signals.find', { on: today })).toEqual({ found: 0 })
    expect(await core.run('signal.list', {})).toHaveLength(1)
  })
})

describe('a confirmed change', () => {
  test('ends a tenure, keeps the event and settles the hint, in one step that can be undone', async () => {
    const { core, accountId, li } = await staffedCore()
    const hint = {
      accountId,
      personId: li.personId,
      kind: 'resignation-rumour',
      confidence: 0.7,
      source: '',
      notedOn: today,
    } as const
    const { signalId } = await core.run('signal.create', hint)
    const before = await core.run('account.graph', { accountId })
    await core.run('change.record', { kind: 'left', accountId, personId: li.personId, on: day('2026-12-01'), signalId })
    expect((await steps(core))[0]).toBe('change_left')
    const graph = await core.run('account.graph', { accountId })
    expect(graph.tenures.find(({ personId }) => personId === li.personId)?.validTo).toBe('2026-12-01')
    expect(graph.signals).toMatchObject([{ state: 'accepted' }])
    expect(await core.run('change.list', { accountId })).toMatchObject([
      { kind: 'left', personName: '李敏', happenedOn: '2026-12-01', signalId },
    ])
    await core.run('history.undo', {})
    expect(await core.run('account.graph', { accountId })).toEqual(before)
    expect(await core.run('change.list', { accountId })).toEqual([])
  })

  test('several who leave on the same day are one step with an event each', async () => {
    const { core, accountId, li, zhao } = await staffedCore()
    const on = day('2026-12-01')
    await core.run('change.record', { kind: 'left', accountId, personId: li.personId, alsoIds: [zhao.personId, li.personId], on })
    const left = (await core.run('change.list', { accountId })).map(({ personName }) => personName)
    expect(left.sort()).toEqual(['李敏', '赵强'])
    await core.run('history.undo', {})
    expect(await core.run('change.list', { accountId })).toEqual([])
    const { tenures } = await core.run('account.graph', { accountId })
    expect(tenures.filter(({ validTo }) => validTo !== null)).toEqual([])
  })

  test('puts newcomers into seats, promotes, and reorganises', async () => {
    const { core, accountId, li, zhao } = await staffedCore()
    await core.run('change.record', { kind: 'left', accountId, personId: li.personId, on: day('2026-12-01') })
    await core.run('change.record', {
      kind: 'promoted',
      accountId,
      personId: zhao.personId,
      fromSeatId: zhao.seatId,
      to: { seatId: li.seatId },
      on: day('2026-12-01'),
    })
    const joined = await core.run('change.record', {
      kind: 'joined',
      accountId,
      holder: { name: '新人' },
      to: { seatId: zhao.seatId },
      on: day('2027-01-01'),
    })
    await core.run('change.record', {
      kind: 'reorganised',
      accountId,
      seatId: zhao.seatId,
      unit: '结算中心',
      on: day('2027-02-01'),
    })
    const graph = await core.run('account.graph', { accountId })
    const holders = (seatId: string) =>
      graph.tenures.filter((tenure) => tenure.seatId === seatId).map(({ personId, validFrom }) => [personId, validFrom])
    expect(holders(li.seatId)).toContainEqual([zhao.personId, '2026-12-01'])
    expect(holders(zhao.seatId)).toContainEqual([joined.personId, '2027-01-01'])
    expect((await core.run('change.list', { accountId })).map(({ kind, title }) => [kind, title])).toEqual([
      ['reorganised', '会计'],
      ['joined', '会计'],
      ['promoted', '财务总监'],
      ['left', null],
    ])
  })

  test('that cannot be carried out leaves nothing behind', async () => {
    const { core, accountId, zhao, li } = await staffedCore()
    const asked = { kind: 'promoted', accountId, personId: zhao.personId, fromSeatId: zhao.seatId, on: today } as const
    expect(await failureOf(core, 'change.record', { ...asked, to: { seatId: li.seatId } })).toMatchObject({ code: 'seat_held' })
    expect(await core.run('change.list', { accountId })).toEqual([])
  })
})

describe('a hand-over', () => {
  test('of one of theirs gathers roles, relationships and promises; whoever inherits is met by somebody by a day', async () => {
    const { core, accountId, opportunityId, li, zhao, chen, he, taskId } = await staffedCore()
    const { changeEventId } = await core.run('change.record', {
      kind: 'left',
      accountId,
      personId: li.personId,
      on: day('2026-12-01'),
    })
    await core.run('handOver.open', { accountId, personId: li.personId, on: day('2026-12-01'), changeEventId })
    const [handOver] = await core.run('handOver.list', {})
    expect(handOver?.items.map(({ kind, subject, opportunityName }) => [kind, subject, opportunityName])).toEqual([
      ['role', '财务总监', '配网改造'],
      ['relationship', '李敏', null],
      ['promise', '答复付款条件', null],
    ])
    const [role, , promise] = handOver?.items ?? []
    if (!role || !promise) throw new Error('no items')
    await core.run('handOverItem.assign', {
      handOverItemId: role.id,
      successorId: zhao.personId,
      ownPersonId: chen.personId,
      dueOn: day('2026-12-15'),
      taskTitle: '拜访赵强',
    })
    expect((await core.run('task.list', { personId: zhao.personId }))[0]).toMatchObject({
      title: '拜访赵强',
      ownerId: chen.personId,
      dueOn: '2026-12-15',
      origin: 'hand-over',
      opportunityId,
    })
    await core.run('handOverItem.assign', { handOverItemId: promise.id, successorId: he.personId })
    expect((await core.run('task.list', {})).find(({ id }) => id === taskId)?.ownerId).toBe(he.personId)
    await core.run('handOverItem.finish', { handOverItemId: role.id, on: day('2026-12-10') })
    expect((await core.run('task.list', {})).find(({ title }) => title === '拜访赵强')?.doneOn).toBe('2026-12-10')
    const refused = { handOverItemId: role.id, successorId: chen.personId }
    expect(await failureOf(core, 'handOverItem.assign', refused)).toMatchObject({ code: 'wrong_side' })
  })

  test('of one of ours gathers their pairs; follows the leaver to another account', async () => {
    const { core, accountId, li, chen } = await staffedCore()
    const { handOverId } = await core.run('handOver.open', { accountId, personId: chen.personId, on: day('2026-12-01') })
    const [handOver] = await core.run('handOver.list', { accountId })
    expect(handOver?.items.map(({ kind, subject }) => [kind, subject])).toEqual([
      ['relationship', '李敏'],
      ['promise', '答复付款条件'],
    ])
    await core.run('handOver.remove', { handOverId })

    const other = await core.run('account.create', { name: '新能源公司' })
    const { handOverId: ofLi } = await core.run('handOver.open', { accountId, personId: li.personId, on: day('2026-12-01') })
    await core.run('handOver.follow', {
      handOverId: ofLi,
      accountId: other.accountId,
      organization: '新能源公司',
      title: '总经理',
      on: day('2027-01-01'),
    })
    const followed = await core.run('account.graph', { accountId: other.accountId })
    expect(followed.people.map(({ name }) => name)).toEqual(['李敏'])
    expect((await core.run('handOver.list', {}))[0]).toMatchObject({
      destination: '新能源公司',
      destinationAccountId: other.accountId,
      closedOn: null,
    })
    await core.run('handOver.close', { handOverId: ofLi, on: day('2027-01-02') })
    await core.run('history.undo', {})
    await core.run('history.undo', {})
    expect((await core.run('account.graph', { accountId: other.accountId })).people).toEqual([])
  })

  test('follows the leaver to a company that is no account yet, in one step with it', async () => {
    const { core, accountId, li } = await staffedCore()
    const { handOverId } = await core.run('handOver.open', { accountId, personId: li.personId, on: day('2026-12-01') })
    const to = { handOverId, accountId: null, organization: '新能源公司', title: '总经理', on: day('2027-01-01') }
    await core.run('handOver.follow', to)
    const made = (await core.run('account.list', {})).find(({ name }) => name === '新能源公司')
    expect((await core.run('account.graph', { accountId: made?.id ?? '' })).people.map(({ name }) => name)).toEqual(['李敏'])
    expect(await core.run('history.undo', {})).toMatchObject({ name: 'handOver_follow' })
    expect((await core.run('account.list', {})).map(({ name }) => name)).not.toContain('新能源公司')
    expect((await core.run('handOver.list', {}))[0]).toMatchObject({ destinationAccountId: null })
    expect(await failureOf(core, 'handOver.follow', { ...to, organization: ' ' })).toMatchObject({ code: 'name_empty' })
  })
})
