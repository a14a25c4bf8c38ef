import { describe, expect, test } from 'vitest'
import { contract } from '../../../src-shared/contract'
import { addSeat, day, dump, failureOf, failureOfAny, smallMap, testCore, today } from '../../support/core'

const spring = day('2026-03-01')
const summer = day('2026-06-01')

describe('names', () => {
  test.each(['', ' ', '\t\n', '\u3000'])('%j is none', async (name) => {
    const core = await testCore()
    const { accountId, boss, opportunityId, clerk } = await smallMap(core)
    const before = dump(core.file)
    const vacant = { accountId, side: 'theirs', holder: null, on: today } as const
    await core.run('seat.vacate', { seatId: clerk.seatId, on: today })
    await core.run('history.undo', {})
    const failures = [
      await failureOfAny(core, 'account.create', { name }),
      await failureOfAny(core, 'account.update', { accountId, name }),
      await failureOfAny(core, 'seat.create', { ...vacant, title: 'x', holder: { name } }),
      await failureOfAny(core, 'seat.create', { ...vacant, title: name }),
      await failureOfAny(core, 'person.update', { personId: boss.personId, name }),
      await failureOfAny(core, 'opportunity.create', { accountId, name }),
      await failureOfAny(core, 'opportunity.update', { opportunityId, name }),
    ]
    // An empty text does not even fit the schema of some; both say what to do.
    for (const { code } of failures) expect(['name_empty', 'invalid_input']).toContain(code)
    expect(failures[0]?.code).toBe('name_empty')
    expect(dump(core.file)).toEqual(before)
  })

  test('are kept without blanks around them', async () => {
    const core = await testCore()
    await core.run('account.create', { name: '  浙江 精工 ' })
    expect(await core.run('account.list', {})).toMatchObject([{ name: '浙江 精工' }])
  })

  test('of accounts are taken once, of opportunities once an account', async () => {
    const core = await testCore()
    const acme = await smallMap(core)
    const bolt = await smallMap(core, 'Bolt')
    expect(await failureOf(core, 'account.create', { name: ' Acme' })).toMatchObject({
      code: 'name_taken',
      params: { value: 'Acme' },
    })
    expect(await failureOf(core, 'account.update', { accountId: bolt.accountId, name: 'Acme' })).toMatchObject({
      code: 'name_taken',
    })
    expect(await failureOf(core, 'opportunity.create', { accountId: acme.accountId, name: 'Plant' })).toMatchObject({
      code: 'name_taken',
      params: { value: 'Plant' },
    })
    // Both accounts have one of this name already; a person's name is nobody's alone.
    expect((await core.run('account.list', {})).flatMap(({ opportunities }) => opportunities.map(({ name }) => name))).toEqual([
      'Plant',
      'Plant',
    ])
    const { opportunityId } = await core.run('opportunity.create', { accountId: acme.accountId, name: 'Line 2' })
    expect(await failureOf(core, 'opportunity.update', { opportunityId, name: 'Plant' })).toMatchObject({ code: 'name_taken' })
    await addSeat(core, acme.accountId, { name: 'Acme boss' })
  })

  test('of an account and its customer go together until somebody names them apart', async () => {
    const core = await testCore()
    const { accountId } = await smallMap(core)
    const customer = async () => {
      const { account, organizations } = await core.run('account.graph', { accountId })
      return organizations.find(({ id }) => id === account.organizationId)
    }
    await core.run('account.update', { accountId, name: 'Acme Group' })
    expect(await customer()).toMatchObject({ name: 'Acme Group' })
    const organization = await customer()
    if (!organization) throw new Error('an account without a customer')
    await core.run('organization.update', { organizationId: organization.id, name: 'Acme Holding Ltd' })
    await core.run('account.update', { accountId, name: 'Acme' })
    expect(await customer()).toMatchObject({ name: 'Acme Holding Ltd' })
    expect(await failureOf(core, 'organization.update', { organizationId: organization.id, name: ' ' })).toMatchObject({
      code: 'name_empty',
    })
  })
})

describe('ties', () => {
  test('nobody has one to themselves, and the end comes after the beginning', async () => {
    const core = await testCore()
    const { boss, clerk } = await smallMap(core)
    const tie = { fromPersonId: boss.personId, toPersonId: clerk.personId, kind: 'personal', on: today } as const
    expect(await failureOf(core, 'tie.create', { ...tie, toPersonId: boss.personId })).toMatchObject({
      code: 'self_tie',
      params: { name: 'Acme boss' },
    })
    for (const validTo of [spring, summer]) {
      expect(await failureOf(core, 'tie.create', { ...tie, validFrom: summer, validTo })).toMatchObject({
        code: 'dates_reversed',
        params: { from: summer, to: validTo },
      })
    }
    const { tieId } = await core.run('tie.create', { ...tie, validFrom: spring })
    expect(await failureOf(core, 'tie.update', { tieId, validTo: spring })).toMatchObject({ code: 'dates_reversed' })
    await core.run('tie.update', { tieId, validFrom: null, validTo: spring, reverse: true })
    const { ties } = await core.run('account.graph', { accountId: (await core.run('account.list', {}))[0]?.id ?? '' })
    expect(ties).toMatchObject([{ fromPersonId: clerk.personId, toPersonId: boss.personId, validFrom: null, validTo: spring }])
  })

  test.each([
    ['strength', 1.01],
    ['strength', -0.1],
    ['confidence', Number.NaN],
    ['kind', 'hates'],
    ['validFrom', '2026-02-30'],
    ['validFrom', '2026-1-5'],
    ['note', 'x'.repeat(20_001)],
    ['colour', 'red'],
  ])('%s %s does not fit', async (field, value) => {
    const core = await testCore()
    const { boss, clerk } = await smallMap(core)
    const tie = { fromPersonId: boss.personId, toPersonId: clerk.personId, kind: 'personal', on: today }
    const failure = await failureOfAny(core, 'tie.create', { ...tie, [field]: value })
    expect(failure.code).toBe('invalid_input')
    // An unknown field has no place of its own: the detail names it.
    expect(Object.values(failure.params).join(' ')).toContain(field)
  })
})

describe('roles', () => {
  test('a seat has a role once at a time, and again later', async () => {
    const core = await testCore()
    const { accountId, opportunityId, boss } = await smallMap(core)
    const role = { opportunityId, seatId: boss.seatId, role: 'user', on: today }
    const first = await core.run('role.assign', role)
    expect(await failureOf(core, 'role.assign', { ...role, validFrom: summer })).toMatchObject({
      code: 'role_taken',
      params: { name: 'Acme boss', role: 'user' },
    })
    await core.run('role.update', { ...first, validTo: spring })
    expect(await failureOf(core, 'role.assign', { ...role, validFrom: day('2026-02-01') })).toMatchObject({ code: 'role_taken' })
    const second = await core.run('role.assign', role)
    expect((await core.run('account.graph', { accountId })).decisionRoles).toMatchObject([
      { validFrom: null, validTo: spring },
      { validFrom: spring, validTo: null },
    ])
    expect(await failureOf(core, 'role.update', { ...first, validTo: null })).toMatchObject({ code: 'role_taken' })
    expect(await failureOf(core, 'role.update', { ...second, validTo: spring })).toMatchObject({ code: 'dates_reversed' })
    // A role that is cleared of its beginning is judged by what it becomes.
    await core.run('role.remove', first)
    await core.run('role.update', { ...second, validFrom: null, validTo: day('2026-01-01') })
    await core.run('role.assign', { ...role, role: 'influencer' })
  })

  test('only of the method, only for seats of the same map', async () => {
    const core = await testCore()
    const { opportunityId, boss } = await smallMap(core)
    const { boss: stranger } = await smallMap(core, 'Bolt')
    const role = { opportunityId, seatId: boss.seatId, role: 'user', on: today }
    expect(await failureOf(core, 'role.assign', { ...role, role: 'king' })).toMatchObject({
      code: 'unknown_word',
      params: { value: 'king', words: 'user, technical-evaluator, influencer, financial-controller, economic-buyer' },
    })
    expect(await failureOf(core, 'role.assign', { ...role, seatId: stranger.seatId })).toMatchObject({ code: 'not_found' })
  })
})

describe('judgements', () => {
  test('use the words of their scale', async () => {
    const core = await testCore()
    const { boss, own } = await smallMap(core)
    const of = { subjectId: boss.personId, ownPersonId: own.personId }
    for (const [kind, value, words] of [
      ['stance', 'inner', 'opponent, unsupportive, neutral, supportive, exclusive, coach'],
      ['political', 'coach', 'outside, structure, inner'],
      ['depth', '5', '0, 1, 2, 3, 4'],
      ['depth', '2.5', '0, 1, 2, 3, 4'],
      ['adaptability', '0', '1, 2, 3, 4, 5'],
    ] as const) {
      expect(await failureOf(core, 'judgement.record', { ...of, kind, value })).toMatchObject({
        code: 'unknown_word',
        params: { value, words },
      })
    }
  })

  test('a depth is between one of ours and one who is not', async () => {
    const core = await testCore()
    const { accountId, boss, clerk, own } = await smallMap(core)
    const depth = { kind: 'depth', value: '2' } as const
    expect(await failureOf(core, 'judgement.record', { ...depth, subjectId: boss.personId })).toMatchObject({
      code: 'own_person_needed',
      params: { name: 'Acme boss' },
    })
    expect(
      await failureOf(core, 'judgement.record', { ...depth, subjectId: boss.personId, ownPersonId: clerk.personId }),
    ).toMatchObject({ code: 'wrong_side', params: { name: 'Acme clerk' } })
    expect(
      await failureOf(core, 'judgement.record', { ...depth, subjectId: own.personId, ownPersonId: own.personId }),
    ).toMatchObject({ code: 'wrong_side', params: { name: 'Acme seller' } })
    const target = { accountId, depth: 3 } as const
    expect(
      await failureOf(core, 'targetDepth.set', { ...target, ownPersonId: clerk.personId, subjectId: boss.personId }),
    ).toMatchObject({ code: 'wrong_side', params: { name: 'Acme clerk' } })
    expect(
      await failureOf(core, 'targetDepth.set', { ...target, ownPersonId: own.personId, subjectId: own.personId }),
    ).toMatchObject({ code: 'wrong_side', params: { name: 'Acme seller' } })
    // The author is the one of ours when nobody else is named.
    await core.run('judgement.record', { ...depth, subjectId: boss.personId, authorId: own.personId })
    const { judgements } = await core.run('account.graph', { accountId })
    expect(judgements).toMatchObject([{ authorId: own.personId, ownPersonId: own.personId, madeOn: today }])
  })

  test('expire after they were made', async () => {
    const core = await testCore()
    const { boss } = await smallMap(core)
    const stance = { subjectId: boss.personId, kind: 'stance', value: 'coach', madeOn: summer } as const
    expect(await failureOf(core, 'judgement.record', { ...stance, expiresOn: summer })).toMatchObject({
      code: 'dates_reversed',
      params: { from: summer, to: summer },
    })
    const { judgementId } = await core.run('judgement.record', stance)
    expect(await failureOf(core, 'judgement.update', { judgementId, expiresOn: spring })).toMatchObject({
      code: 'dates_reversed',
    })
    await core.run('judgement.update', { judgementId, expiresOn: today })
    await core.run('judgement.update', { judgementId, expiresOn: null })
  })
})

describe('which of ours the user is', () => {
  test('is one of ours, as long as they are there', async () => {
    const core = await testCore()
    const { accountId, own, boss } = await smallMap(core)
    const me = async () => (await core.run('workspace.info', {})).me
    expect(await failureOf(core, 'workspace.setPreference', { me: boss.personId })).toMatchObject({
      code: 'not_ours',
      params: { name: 'Acme boss' },
    })
    await core.run('workspace.setPreference', { me: own.personId })
    expect(await me()).toBe(own.personId)
    await core.run('person.remove', { accountId, personId: own.personId, withSeats: false })
    expect(await me()).toBeNull()
    await core.run('history.undo', {})
    expect(await me()).toBe(own.personId)
    await core.run('workspace.setPreference', { me: null })
    expect(await me()).toBeNull()
  })
})

describe('organizations', () => {
  test('are not above themselves', async () => {
    const core = await testCore()
    const { accountId } = await smallMap(core)
    await core.run('seat.create', {
      accountId,
      side: 'theirs',
      organization: 'Acme Parts',
      title: 'head',
      holder: null,
      on: today,
    })
    const { organizations, account } = await core.run('account.graph', { accountId })
    const parts = organizations.find(({ name }) => name === 'Acme Parts')
    expect(parts).toMatchObject({ kind: 'customer', parentId: account.organizationId })
    expect(
      await failureOf(core, 'organization.update', { organizationId: account.organizationId, parentId: parts?.id ?? null }),
    ).toMatchObject({ code: 'parent_loop', params: { names: 'Acme → Acme Parts → Acme' } })
    expect(
      await failureOf(core, 'organization.update', {
        organizationId: account.organizationId,
        parentId: account.organizationId,
      }),
    ).toMatchObject({ code: 'parent_loop', params: { names: 'Acme → Acme' } })
  })
})

test('what is asked for that there is not', async () => {
  const core = await testCore()
  expect(await failureOfAny(core, 'account.explode', {})).toMatchObject({
    code: 'unknown_endpoint',
    params: { value: 'account.explode' },
  })
  expect(await failureOfAny(core, 'constructor', {})).toMatchObject({ code: 'unknown_endpoint' })
  expect(await failureOfAny(core, 'account.create', null)).toMatchObject({ code: 'invalid_input' })
  expect(await failureOfAny(core, 'account.create', { name: 'x', oops: 1 })).toMatchObject({ code: 'invalid_input' })
})

test('every answer fits its own schema', async () => {
  const core = await testCore()
  const { accountId } = await smallMap(core)
  expect(contract['account.graph'].output.safeParse(await core.run('account.graph', { accountId })).error).toBeUndefined()
  expect(contract['account.list'].output.safeParse(await core.run('account.list', {})).error).toBeUndefined()
  expect(contract['workspace.info'].output.safeParse(await core.run('workspace.info', {})).error).toBeUndefined()
  expect(contract['people.ours'].output.safeParse(await core.run('people.ours', {})).error).toBeUndefined()
  expect(contract['history.list'].output.safeParse(await core.run('history.list', {})).error).toBeUndefined()
})
