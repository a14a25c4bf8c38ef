import { describe, expect, test } from 'vitest'
import { contract, type Endpoint } from '../../../src-shared/contract'
import { dump, failureOfAny, smallMap, type TestCore, testCore, today } from '../../support/core'

/** A workspace with one of everything, and for each mutation that names something an input that is accepted there. */
async function oneOfEverything(core: TestCore): Promise<Partial<Record<Endpoint, Record<string, unknown>>>> {
  const { accountId, opportunityId, boss, clerk, own } = await smallMap(core)
  const { tieId } = await core.run('tie.create', {
    fromPersonId: boss.personId,
    toPersonId: clerk.personId,
    kind: 'personal',
    on: today,
  })
  const { decisionRoleId } = await core.run('role.assign', { opportunityId, seatId: boss.seatId, role: 'user', on: today })
  const { judgementId } = await core.run('judgement.record', { subjectId: boss.personId, kind: 'stance', value: 'coach' })
  const vacant = await core.run('seat.create', {
    accountId,
    side: 'theirs',
    title: 'vacant',
    unit: 'Workshop',
    holder: null,
    on: today,
  })
  const { organizations, units } = await core.run('account.graph', { accountId })
  const organizationId = organizations[0]?.id
  await core.run('person.rename', { personId: boss.personId, name: 'Married boss', on: '2026-03-01' })
  const { formerNames, tenures } = await core.run('person.record', { personId: boss.personId })
  const formerNameId = formerNames[0]?.id
  const tenureIds = tenures.map(({ id }) => id)
  const people = { subjectId: boss.personId, authorId: own.personId }
  const { strategyId } = await core.run('strategy.create', { accountId, personId: boss.personId })
  const { taskId } = await core.run('task.create', { title: 'Call' })
  const touch = { kind: 'call', participants: [boss.personId], opportunityId } as const
  const { interactionId } = await core.run('interaction.create', { accountId, ...touch })
  const hint = { accountId, personId: boss.personId, kind: 'gone-silent', confidence: 1, source: '', notedOn: today } as const
  const { signalId } = await core.run('signal.create', hint)
  const came = {
    kind: 'joined',
    accountId,
    holder: { name: 'Newcomer' },
    to: { organization: '', title: 'x' },
    on: today,
  } as const
  const { changeEventId } = await core.run('change.record', came)
  const { handOverId } = await core.run('handOver.open', { accountId, personId: boss.personId, on: today })
  const handOverItemId = (await core.run('handOver.list', {}))[0]?.items.find(({ kind }) => kind === 'role')?.id
  await core.run('alertRules.set', { changeDays: 60 })
  await core.run('alerts.refresh', { on: today })
  const alertId = (await core.run('alert.list', {}))[0]?.id
  const work = { opportunityId, personId: boss.personId, ownerId: own.personId }
  return {
    'workspace.setPreference': { me: own.personId },
    'account.update': { accountId, ownerId: own.personId },
    'account.remove': { accountId },
    'organization.update': { organizationId, parentId: null, name: 'Renamed' },
    'unit.rename': { unitId: units[0]?.id, name: 'Renamed' },
    'quickEntry.apply': { accountId, text: 'Ann, engineer', opportunityId, authorId: own.personId, on: today },
    'seat.create': {
      accountId,
      side: 'theirs',
      title: 'x',
      reportsToSeatId: boss.seatId,
      holder: { personId: boss.personId },
      on: today,
    },
    'seat.update': { seatId: clerk.seatId, reportsToSeatId: vacant.seatId, on: today },
    'seat.close': { seatId: clerk.seatId, on: today },
    'seat.remove': { seatId: vacant.seatId },
    'seat.fill': {
      accountId,
      seatId: vacant.seatId,
      holder: { personId: clerk.personId },
      validFrom: null,
      on: today,
    },
    'seat.vacate': { seatId: clerk.seatId, on: today },
    'person.update': { personId: boss.personId, note: 'n' },
    'person.rename': { personId: boss.personId, name: 'Renamed', on: '2026-06-01' },
    'formerName.remove': { formerNameId },
    'person.merge': { personId: boss.personId, mergedId: clerk.personId, values: {}, on: today },
    'person.split': { personId: boss.personId, newPerson: { name: 'Other' }, tenureIds },
    'person.move': {
      personId: clerk.personId,
      fromSeatId: clerk.seatId,
      accountId,
      to: { organization: '', title: 'x', reportsToSeatId: boss.seatId },
      on: today,
    },
    'organization.create': { name: 'Subsidiary', kind: 'customer', parentId: organizationId },
    'history.jump': { stepId: null },
    'person.remove': { accountId, personId: boss.personId, withSeats: true },
    'person.leave': { accountId, personIds: [boss.personId], on: today },
    'seats.create': {
      accountId,
      opportunityId,
      people: [
        {
          holder: { name: 'Ann' },
          side: 'theirs',
          organization: '',
          title: 'x',
          unit: '',
          tier: 'manager',
          superior: null,
          roles: [],
          stance: 'coach',
        },
      ],
      ties: [],
      authorId: own.personId,
      on: today,
    },
    'seats.update': { seatIds: [clerk.seatId], reportsToSeatId: vacant.seatId, on: today },
    'card.update': {
      person: { personId: boss.personId, name: 'x' },
      seat: { seatId: vacant.seatId, title: 'x' },
      on: today,
    },
    'seats.remove': { accountId, personIds: [boss.personId], seatIds: [vacant.seatId] },
    'role.set': { opportunityId, seatIds: [clerk.seatId], role: 'user', held: true, on: today },
    'judgements.record': {
      subjectIds: [boss.personId],
      kind: 'stance',
      value: 'coach',
      authorId: own.personId,
      ownPersonId: null,
      opportunityId,
      madeOn: today,
    },
    'tie.create': { fromPersonId: boss.personId, toPersonId: own.personId, kind: 'personal', on: today },
    'tie.update': { tieId, note: 'n' },
    'tie.remove': { tieId },
    'opportunity.create': { accountId, name: 'Line 2' },
    'opportunity.update': { opportunityId, amount: 1 },
    'opportunity.remove': { opportunityId },
    'role.assign': { opportunityId, seatId: clerk.seatId, role: 'user', on: today },
    'role.update': { decisionRoleId, chains: ['hidden'] },
    'role.remove': { decisionRoleId },
    'judgement.record': { ...people, kind: 'stance', value: 'coach', opportunityId },
    'judgement.update': { judgementId, evidence: 'e' },
    'judgement.remove': { judgementId },
    'targetDepth.set': { accountId, ownPersonId: own.personId, subjectId: boss.personId, depth: 3 },
    'strategy.create': { accountId, ...work },
    'strategy.update': { strategyId, opportunityId, ownerId: own.personId },
    'strategy.remove': { strategyId },
    'task.create': { title: 'Mail', accountId, ...work },
    'task.update': { taskId, accountId, ...work },
    'task.finish': { taskId, on: today },
    'task.reopen': { taskId },
    'task.fromCadence': { accountId, on: today, language: 'en' },
    'task.remove': { taskId },
    'interaction.create': { accountId, ...touch, nextStep: { title: 'x', dueOn: null, ownerId: own.personId } },
    'interaction.update': { interactionId, ...touch },
    'interaction.remove': { interactionId },
    'interactions.record': { accountId, interactions: [touch] },
    'interaction.find': { accountId },
    'calendar.export': { accountId, asOf: today },
    'signal.create': hint,
    'signal.update': { signalId, source: 'x' },
    'signal.decide': { signalId, decision: 'accept', on: today },
    'signal.snooze': { signalId, until: today },
    'signal.remove': { signalId },
    'change.record': { kind: 'left', accountId, personId: boss.personId, on: '2027-01-01', signalId },
    'handOver.open': { accountId, personId: boss.personId, on: today, changeEventId },
    'handOver.update': { handOverId, note: 'n' },
    'handOver.follow': { handOverId, accountId, organization: '', title: 'x', on: today },
    'handOver.close': { handOverId, on: today },
    'handOver.remove': { handOverId },
    'handOverItem.assign': { handOverItemId, successorId: clerk.personId, ownPersonId: own.personId },
    'handOverItem.finish': { handOverItemId, on: today },
    'alert.dismiss': { alertId, on: today },
    'person.erase': { personId: boss.personId, placeholder: 'x' },
    'layout.remember': { accountId, drawing: 'role', scope: '', memory: {} },
    'account.graph': { accountId },
  }
}

/** The keys of an input; of one that comes in kinds, those of every kind. */
function keysOf(input: (typeof contract)[Endpoint]['input']): string[] {
  return 'shape' in input ? Object.keys(input.shape) : input.options.flatMap((kind) => Object.keys(kind.shape))
}

/** Every input with one of its ids, wherever it is, in place of which `id` stands. */
function withOneId(input: Record<string, unknown>, id: string): Record<string, unknown>[] {
  return Object.entries(input).flatMap(([key, value]) => {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      return withOneId({ ...value }, id).map((inner) => ({ ...input, [key]: inner }))
    }
    return typeof value === 'string' && (/Id$/.test(key) || key === 'me') ? [{ ...input, [key]: id }] : []
  })
}

describe('an id of nothing, or of another kind of thing, is a sentence and never a broken reference', () => {
  test('covers every mutation that names something', async () => {
    const inputs = await oneOfEverything(await testCore())
    const naming = Object.entries(contract)
      .filter(([, { kind, input }]) => kind === 'mutation' && keysOf(input).some((key) => /Id$|^me$/.test(key)))
      .map(([endpoint]) => endpoint)
    expect(Object.keys(inputs)).toEqual(expect.arrayContaining(naming))
  })

  test.each(['nobody', 'of another kind'])('%s', async (which) => {
    const core = await testCore()
    const inputs = await oneOfEverything(core)
    const tables = dump(core.file)
    const before = JSON.stringify(tables)
    // A tie's id where anything else is meant; where ties are meant, a person's.
    const idOf = (table: string) => (JSON.parse(tables[table]?.[0] ?? '[]') as string[])[0] ?? ''
    let asked = 0
    for (const [endpoint, input] of Object.entries(inputs)) {
      const wrong = which === 'nobody' ? 'nobody' : idOf(endpoint.startsWith('tie.') ? 'seat' : 'tie')
      for (const variant of withOneId(input, wrong)) {
        const failure = await failureOfAny(core, endpoint, variant)
        expect({ endpoint, variant, code: failure.code, value: failure.params.value }).toEqual({
          endpoint,
          variant,
          code: 'not_found',
          value: wrong,
        })
        asked++
      }
    }
    expect(asked).toBeGreaterThan(30)
    expect(JSON.stringify(dump(core.file))).toBe(before)
  })

  test('and the same inputs are accepted as they are', async () => {
    for (const endpoint of Object.keys(await oneOfEverything(await testCore()))) {
      const core = await testCore()
      const inputs: Record<string, unknown> = await oneOfEverything(core)
      expect({ endpoint, reply: await core.call(endpoint, inputs[endpoint]) }).toMatchObject({ endpoint, reply: { ok: true } })
      await core.close()
    }
  })
})

test('a parent company that there is not', async () => {
  const core = await testCore()
  const { accountId } = await smallMap(core)
  const { account } = await core.run('account.graph', { accountId })
  const input = { organizationId: account.organizationId, parentId: 'nobody' }
  expect(await failureOfAny(core, 'organization.update', input)).toMatchObject({
    code: 'not_found',
    params: { kind: 'organization', value: 'nobody' },
  })
})

test.each([
  ['opportunityId', 'stance', 'coach', 'opportunity'],
  ['organizationId', 'political', 'inner', 'organization'],
  ['ownPersonId', 'depth', '2', 'person'],
])('a judgement with a %s that there is not', async (field, kind, value, what) => {
  const core = await testCore()
  const { boss } = await smallMap(core)
  const input = { subjectId: boss.personId, kind, value, [field]: 'nobody' }
  expect(await failureOfAny(core, 'judgement.record', input)).toMatchObject({
    code: 'not_found',
    params: { kind: what, value: 'nobody' },
  })
})
