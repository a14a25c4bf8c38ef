import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PersonId } from '../../../src-shared/model/ids'
import { counts, emptyCore, graphOf as graphAfterImport, imported } from '../../support/importing'
import type { Core } from '../../../src-main/core/core'
import { addSeat, day, dump, failureOf, smallMap, type SmallMap, type TestCore, testCore, today } from '../../support/core'

const graphOf = (core: TestCore, map: SmallMap) => core.run('account.graph', { accountId: map.accountId })

/** A map on which the boss was written down twice, with ties and judgements at both records. */
async function twice() {
  const core = await testCore()
  const map = await smallMap(core)
  const double = await addSeat(core, map.accountId, { name: '王老板', validFrom: day('2026-05-01') })
  return { core, map, kept: map.boss.personId, merged: double.personId, double }
}

const merge = (core: Core, personId: PersonId, mergedId: PersonId, values = {}) =>
  core.run('person.merge', { personId, mergedId, values, on: today })

test('everything about the second record goes to the first, field by field as chosen, and one undo brings both back', async () => {
  const { core, map, kept, merged, double } = await twice()
  await core.run('person.update', { personId: merged, email: 'boss@example.com', note: 'golf' })
  await core.run('tie.create', {
    fromPersonId: merged,
    toPersonId: map.clerk.personId,
    kind: 'influences',
    strength: 0.9,
    on: today,
  })
  await core.run('judgement.record', { subjectId: merged, kind: 'stance', value: 'coach', opportunityId: map.opportunityId })
  await core.run('judgement.record', { subjectId: merged, kind: 'depth', value: '3', ownPersonId: map.own.personId })
  await core.run('targetDepth.set', { accountId: map.accountId, ownPersonId: map.own.personId, subjectId: merged, depth: 4 })
  await core.run('pin.set', { pins: [{ accountId: map.accountId, drawing: 'influence', scope: '', nodeId: merged, x: 1, y: 2 }] })
  const before = dump(core.file)

  await merge(core, kept, merged, { email: 'boss@example.com' })

  const graph = await graphOf(core, map)
  expect(graph.people.map(({ name }) => name)).toEqual(['Acme boss', 'Acme clerk', 'Acme seller'])
  expect(graph.people[0]).toMatchObject({ id: kept, email: 'boss@example.com', note: '' })
  expect(graph.tenures.filter(({ personId }) => personId === kept).map(({ seatId }) => seatId)).toEqual([
    map.boss.seatId,
    double.seatId,
  ])
  expect(graph.ties).toMatchObject([{ fromPersonId: kept, toPersonId: map.clerk.personId, strength: 0.9 }])
  expect(graph.judgements.map(({ subjectId, value }) => [subjectId, value])).toEqual([
    [kept, 'coach'],
    [kept, '3'],
  ])
  expect(graph.targetDepths).toMatchObject([{ subjectId: kept, depth: 4 }])
  expect(graph.pins).toMatchObject([{ nodeId: kept, x: 1 }])
  expect((await core.run('person.record', { personId: kept })).formerNames).toMatchObject([{ name: '王老板', validTo: null }])
  expect(await core.run('search.find', { text: 'wlb' })).toMatchObject([{ id: kept, label: 'Acme boss', matched: '王老板' }])
  expect(await core.run('history.list', { limit: 1 })).toMatchObject([{ name: 'person_merge' }])

  await core.run('history.undo', {})
  expect(dump(core.file)).toEqual(before)
})

test('what both records said is said once, and nobody is tied to themselves', async () => {
  const { core, map, kept, merged } = await twice()
  const clerk = map.clerk.personId
  const tie = (fromPersonId: PersonId, toPersonId: PersonId, extra: object = {}) =>
    core.run('tie.create', { fromPersonId, toPersonId, kind: 'allied-with', on: today, ...extra })
  await tie(kept, clerk, { strength: 0.3, note: 'school', validFrom: day('2026-02-01') })
  await tie(clerk, merged, { strength: 0.9, confidence: 0.4, note: 'club' })
  await tie(kept, merged)
  await tie(kept, clerk, { kind: 'influences' })
  await tie(clerk, merged, { kind: 'influences' })
  const said = { kind: 'stance', value: 'neutral', madeOn: today } as const
  await core.run('judgement.record', { subjectId: kept, ...said })
  await core.run('judgement.record', { subjectId: merged, ...said })

  await merge(core, kept, merged)

  const graph = await graphOf(core, map)
  expect(graph.ties.filter(({ kind }) => kind === 'allied-with')).toMatchObject([
    { fromPersonId: kept, toPersonId: clerk, strength: 0.9, confidence: 1, note: 'school\nclub', validFrom: null },
  ])
  // Influence has a direction: these are two.
  expect(graph.ties.filter(({ kind }) => kind === 'influences')).toHaveLength(2)
  expect(graph.judgements).toHaveLength(1)
})

test('spells in one seat that touch become one', async () => {
  const { core, map, kept, merged, double } = await twice()
  await core.run('seat.vacate', { seatId: double.seatId, on: day('2026-07-01') })
  await core.run('seat.fill', {
    accountId: map.accountId,
    seatId: double.seatId,
    holder: { personId: kept },
    validFrom: day('2026-07-01'),
    on: today,
  })
  await merge(core, kept, merged)
  const { tenures } = await core.run('person.record', { personId: kept })
  expect(tenures.filter(({ seatId }) => seatId === double.seatId)).toMatchObject([{ validFrom: '2026-05-01', validTo: null }])
})

test('people of two accounts become one who is on both maps; who the user is and who answers follow', async () => {
  const core = await testCore()
  const one = await smallMap(core)
  const two = await smallMap(core, 'Bolt')
  await core.run('workspace.setPreference', { me: two.own.personId })
  await core.run('account.update', { accountId: two.accountId, ownerId: two.own.personId })
  const before = dump(core.file)
  await merge(core, one.own.personId, two.own.personId)
  expect((await core.run('workspace.info', {})).me).toBe(one.own.personId)
  expect((await graphOf(core, two)).account.ownerId).toBe(one.own.personId)
  expect((await core.run('person.record', { personId: one.own.personId })).accounts.map(({ name }) => name)).toEqual([
    'Acme',
    'Bolt',
  ])
  await core.run('history.undo', {})
  expect(dump(core.file)).toEqual(before)
})

test('one cannot be merged with oneself or across the sides of an account', async () => {
  const { core, map, kept, merged } = await twice()
  const input = { personId: kept, values: {}, on: today }
  expect(await failureOf(core, 'person.merge', { ...input, mergedId: kept })).toMatchObject({ code: 'same_person' })
  expect(await failureOf(core, 'person.merge', { ...input, mergedId: map.own.personId })).toMatchObject({ code: 'other_side' })
  expect(await failureOf(core, 'person.merge', { ...input, mergedId: merged, values: { name: ' ' } })).toMatchObject({
    code: 'name_empty',
  })
})

test('a split takes the chosen spells, ties and judgements to a new person of the same map', async () => {
  const { core, map, kept, merged, double } = await twice()
  await core.run('tie.create', { fromPersonId: merged, toPersonId: map.clerk.personId, kind: 'influences', on: today })
  await core.run('judgement.record', { subjectId: merged, kind: 'stance', value: 'coach' })
  await merge(core, kept, merged)
  const before = dump(core.file)
  const record = await core.run('person.record', { personId: kept })
  const { personId } = await core.run('person.split', {
    personId: kept,
    newPerson: { name: '王老板' },
    tenureIds: record.tenures.filter(({ seatId }) => seatId === double.seatId).map(({ id }) => id),
    tieIds: record.ties.map(({ id }) => id),
    judgementIds: record.judgements.map(({ id }) => id),
  })
  const graph = await graphOf(core, map)
  expect(graph.people.find(({ id }) => id === personId)).toMatchObject({ name: '王老板', side: 'theirs' })
  expect(graph.tenures.filter((tenure) => tenure.personId === personId)).toMatchObject([{ seatId: double.seatId }])
  expect(graph.ties).toMatchObject([{ fromPersonId: personId }])
  expect(graph.judgements).toMatchObject([{ subjectId: personId }])
  await core.run('history.undo', {})
  expect(dump(core.file)).toEqual(before)
})

test('who is left without a seat leaves the map; interactions and signals go along; undo and redo are exact', async () => {
  const core = await testCore()
  const csv = (kind: 'people' | 'interactions' | 'signals', ...lines: readonly string[]) => ({
    kind,
    name: `${kind}.csv`,
    bytes: Buffer.from(lines.join('\n')).toString('base64'),
  })
  const files = [
    csv('people', 'id,name,title,side', 'P1,王伟,厂长,', 'P2,李敏,科长,', 'O1,我方,经理,ours'),
    csv('interactions', 'date,kind,ours,theirs,summary', '2026-05-01,visit,O1,P1|P2,first', '2026-06-01,call,O1,P1,second'),
    csv('signals', 'person,kind,date', 'P1,retirement-due,2026-05-01'),
  ]
  const { accountId } = await core.run('import.files', { account: 'Acme', files, on: today })
  if (accountId === null) throw new Error('nothing was imported')
  const graph = await core.run('account.graph', { accountId })
  const first = graph.people.find(({ name }) => name === '王伟')
  const second = graph.people.find(({ name }) => name === '李敏')
  if (!first || !second) throw new Error('nobody')
  const { tenures, interactions, signals } = await core.run('person.record', { personId: first.id })
  const points = [dump(core.file)]
  const { personId } = await core.run('person.split', {
    personId: first.id,
    newPerson: { name: '王维' },
    tenureIds: tenures.map(({ id }) => id),
    interactionIds: interactions.map(({ id }) => id),
    signalIds: signals.map(({ id }) => id),
  })
  points.push(dump(core.file))
  const members = (await core.run('account.graph', { accountId })).people
  expect(members.find(({ id }) => id === personId)).toMatchObject({ sourceId: 'P1' })
  expect(members.some(({ id }) => id === first.id)).toBe(false)
  await core.run('person.merge', { personId: second.id, mergedId: personId, values: {}, on: today })
  points.push(dump(core.file))
  expect((await core.run('person.record', { personId: second.id })).interactions).toHaveLength(2)
  for (const n of [1, 0]) {
    await core.run('history.undo', {})
    expect(dump(core.file)).toEqual(points[n])
  }
  for (const n of [1, 2]) {
    await core.run('history.redo', {})
    expect(dump(core.file)).toEqual(points[n])
  }
})

test('what is not theirs cannot be split off', async () => {
  const { core, kept, merged, map } = await twice()
  const { tenures } = await core.run('person.record', { personId: merged })
  const tenureIds = tenures.map(({ id }) => id)
  const before = dump(core.file)
  expect(await failureOf(core, 'person.split', { personId: kept, newPerson: { name: 'x' }, tenureIds })).toMatchObject({
    code: 'not_found',
  })
  expect(dump(core.file)).toEqual(before)
  expect((await graphOf(core, map)).people).toHaveLength(4)
})

test(
  'whatever the two records hold, merging and undoing changes nothing, and merging leaves no loose end',
  { timeout: 60_000 },
  async () => {
    const facts = fc.array(
      fc.record({
        of: fc.constantFrom('kept', 'merged'),
        what: fc.constantFrom('tie', 'back', 'between', 'stance', 'depth', 'target', 'pin', 'rename', 'leave'),
        kind: fc.constantFrom('influences', 'conflicts-with', 'personal'),
        strength: fc.double({ min: 0, max: 1, noNaN: true }),
        from: fc.constantFrom(null, day('2026-01-01'), day('2026-03-01')),
        to: fc.constantFrom(null, day('2026-06-01')),
      }),
      { maxLength: 14 },
    )
    await fc.assert(
      fc.asyncProperty(facts, async (all) => {
        const { core, map, kept, merged, double } = await twice()
        for (const { of, what, kind, strength, from, to } of all) {
          const [one, other] = of === 'kept' ? [kept, merged] : [merged, kept]
          const clerk = map.clerk.personId
          const ends = { tie: [one, clerk], back: [clerk, one], between: [one, other] } as const
          const seatId = of === 'kept' ? map.boss.seatId : double.seatId
          if (what === 'tie' || what === 'back' || what === 'between') {
            const [fromPersonId, toPersonId] = ends[what]
            await core.run('tie.create', { fromPersonId, toPersonId, kind, strength, validFrom: from, validTo: to, on: today })
          } else if (what === 'stance') {
            await core.run('judgement.record', { subjectId: one, kind: 'stance', value: 'neutral', madeOn: from })
          } else if (what === 'depth') {
            await core.run('judgement.record', {
              subjectId: one,
              kind: 'depth',
              value: '2',
              ownPersonId: map.own.personId,
              madeOn: from,
            })
          } else if (what === 'target') {
            await core.run('targetDepth.set', {
              accountId: map.accountId,
              ownPersonId: map.own.personId,
              subjectId: one,
              depth: of === 'kept' ? 2 : 3,
            })
          } else if (what === 'pin') {
            await core.run('pin.set', {
              pins: [{ accountId: map.accountId, drawing: 'influence', scope: '', nodeId: one, x: strength, y: 0 }],
            })
          } else if (what === 'rename') {
            await core.call('person.rename', { personId: one, name: `${kind} ${of}`, on: from ?? today })
          } else {
            await core.run('seat.vacate', { seatId, on: day('2026-08-01') })
          }
        }
        const before = dump(core.file)
        await merge(core, kept, merged)
        const after = dump(core.file)
        expect(JSON.stringify(after)).not.toContain(merged)
        const graph = await graphOf(core, map)
        expect(graph.ties.every((tie) => tie.fromPersonId !== tie.toPersonId)).toBe(true)
        expect(
          (await core.run('workspace.check', { on: today })).findings.filter(({ severity }) => severity === 'error'),
        ).toEqual([])
        await core.run('history.undo', {})
        expect(dump(core.file)).toEqual(before)
        await core.run('history.redo', {})
        expect(dump(core.file)).toEqual(after)
      }),
      { numRuns: 15 },
    )
  },
)

test('the ids of a sender for both records go on to mean the one person, in further merges, too', async () => {
  const core = await emptyCore()
  const people = 'id,name,title,from\nP1,王伟,部长,\nP2,王维,科长,\nP3,王玮,处长,2020-01-01\nP4,李敏,总监,\n'
  const ties = 'from,to,kind\nP2,P4,personal\n'
  await imported(core, { people, ties })
  const idOf = async (name: string) => {
    const id = (await graphAfterImport(core)).people.find((person) => person.name === name)?.id
    if (id === undefined) throw new Error(`nobody is called ${name}`)
    return id
  }
  // The second goes to the third, and both with it to the first.
  await merge(core, await idOf('王玮'), await idOf('王维'))
  await merge(core, await idOf('王伟'), await idOf('王玮'))
  const before = dump(core.file)
  expect((await graphAfterImport(core)).people.map(({ name }) => name)).toEqual(['王伟', '李敏'])

  const again = await imported(core, { people, ties })
  expect(counts(again, 'people.csv')).toEqual([0, 0, 4])
  expect(dump(core.file)).toEqual(before)

  await core.run('history.undo', {})
  await core.run('history.undo', {})
  expect((await graphAfterImport(core)).people.map(({ name }) => name)).toEqual(['王伟', '王维', '王玮', '李敏'])
  expect(counts(await imported(core, { people, ties }), 'people.csv')).toEqual([0, 0, 4])
})
