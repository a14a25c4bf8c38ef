import { expect, test } from 'vitest'
import { snapshot } from '../../src-shared/analytics/snapshot'
import { Day } from '../../src-shared/model/day'
import type { AccountGraph } from '../../src-shared/model/graph'
import { counts, emptyCore, graphOf, imported, importTexts, refusals } from '../support/importing'

/** Who sits where on a day: `id → title@department`, with the superior's id. */
function seatsOn(graph: AccountGraph, day: string): Record<string, string> {
  const snap = snapshot(graph, Day.parse(day))
  const units = new Map(graph.units.map((unit) => [unit.id, unit]))
  const pathOf = (id: string | null): string => {
    const unit = graph.units.find((each) => each.id === id)
    return unit ? [pathOf(unit.parentId), unit.name].filter(Boolean).join('/') : ''
  }
  const people = new Map(graph.people.map((person) => [person.id, person.sourceId ?? person.name]))
  const nameOf = (placed: ReturnType<typeof snap.seats.get>) =>
    (placed?.holderId ? people.get(placed.holderId) : placed?.seat.sourceId) ?? 'vacant'
  expect(units.size).toBe(graph.units.length)
  return Object.fromEntries(
    [...snap.seats.values()].map((placed) => {
      const { state } = placed
      const superior = state.reportsToSeatId === null ? '' : ` under ${nameOf(snap.seats.get(state.reportsToSeatId))}`
      const department = pathOf(state.unitId)
      return [nameOf(placed), `${state.title}${department && ` @ ${department}`}${superior}`]
    }),
  )
}

test('each row is a seat of its own with its holder', async () => {
  const core = await emptyCore()
  const people = [
    'id,name,title,department,reports_to,tier,email,phone,office',
    'P1,Ann,Head,Works,,executive,ann@acme.example,1,Room 1',
    'P2,Bo,Engineer,Works/Tools,P1,,,,',
    'P3,Bo,Engineer,Works/Tools,P1,manager,,,Room 3',
  ].join('\n')
  expect(counts(await imported(core, { people }), 'people.csv')).toEqual([3, 0, 0])
  const graph = await graphOf(core)
  expect(graph.account.name).toBe('Acme')
  expect(graph.organizations).toMatchObject([{ name: 'Acme', kind: 'customer', parentId: null }])
  expect(seatsOn(graph, '1990-01-01')).toEqual({
    P1: 'Head @ Works',
    P2: 'Engineer @ Works/Tools under P1',
    P3: 'Engineer @ Works/Tools under P1',
  })
  expect(graph.seats).toHaveLength(3)
  expect(graph.units.map((unit) => unit.name).sort()).toEqual(['Tools', 'Works'])
  expect(graph.seatStates.map((state) => state.tier)).toEqual(['executive', 'operational', 'manager'])
  expect(graph.people.map((person) => person.own)).toEqual([{ office: 'Room 1' }, {}, { office: 'Room 3' }])
  expect(graph.people[0]).toMatchObject({ email: 'ann@acme.example', phone: '1', side: 'theirs', sourceId: 'P1' })
})

test('importing the same file again changes nothing', async () => {
  const core = await emptyCore()
  const people = [
    'id,name,title,reports_to,political,from,to,side,office',
    'P1,Ann,Head,,inner,,,,x',
    'P2,Bo,Engineer,P1,,2020-01-01,2024-01-01,,',
    'P2,Bo,Lead,P1,structure,2024-01-01,,,y',
    'S1,,Planner,P2,,2025-01-01,,,',
    'O1,Cy,Account manager,,,,,ours,',
  ].join('\n')
  await imported(core, { people })
  const before = await graphOf(core)
  expect(counts(await imported(core, { people }), 'people.csv')).toEqual([0, 0, 5])
  expect(await graphOf(core)).toEqual(before)
  expect((await core.run('history.list', {})).map((step) => step.name)).toEqual(['import_files'])
})

test('the same id with a later beginning is a move, whatever the order of the rows', async () => {
  for (const order of [
    [1, 2],
    [2, 1],
  ]) {
    const core = await emptyCore()
    const lines = ['id,name,title,from', 'P1,Ann,Engineer,2020-01-01', 'P1,Ann,Head,2023-06-01']
    await imported(core, { people: [lines[0], ...order.map((i) => lines[i])].join('\n') })
    const graph = await graphOf(core)
    expect(graph.people).toHaveLength(1)
    expect(seatsOn(graph, '2022-01-01')).toEqual({ P1: 'Engineer' })
    expect(seatsOn(graph, '2023-06-01')).toEqual({ vacant: 'Engineer', P1: 'Head' })
  }
})

test('a move in a later file ends the tenure there', async () => {
  const core = await emptyCore()
  await imported(core, { people: 'id,name,title,tier\nP1,Ann,Engineer,manager' })
  const result = await imported(core, { people: 'id,name,title,from\nP1,Ann,Head,2023-06-01' })
  expect(counts(result, 'people.csv')).toEqual([0, 1, 0])
  const graph = await graphOf(core)
  expect(graph.tenures.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
    [null, '2023-06-01'],
    ['2023-06-01', null],
  ])
  expect(seatsOn(graph, '2024-01-01')).toEqual({ vacant: 'Engineer', P1: 'Head' })
})

test('anything else is a correction, where an empty cell leaves what is there', async () => {
  const core = await emptyCore()
  await imported(core, {
    people: 'id,name,title,department,tier,email,from\nP1,Ann,Engineer,Works,manager,a@x.example,2020-01-01',
  })
  const result = await imported(core, {
    people: 'id,name,title,department,tier,email,from,to\nP1,Anna,Chief engineer,,,,2019-05-01,2026-05-01',
  })
  expect(counts(result, 'people.csv')).toEqual([0, 1, 0])
  const graph = await graphOf(core)
  expect(graph.seats).toHaveLength(1)
  expect(graph.people).toMatchObject([{ name: 'Anna', email: 'a@x.example' }])
  expect(graph.tenures).toMatchObject([{ validFrom: '2019-05-01', validTo: '2026-05-01' }])
  expect(graph.seatStates).toMatchObject([{ title: 'Chief engineer', tier: 'manager', validFrom: '2019-05-01' }])
  expect(seatsOn(graph, '2026-05-01')).toEqual({ vacant: 'Chief engineer @ Works' })
})

test('a first day given to somebody who was there always, with nothing else new, is no move', async () => {
  const core = await emptyCore()
  await imported(core, { people: 'id,name,title,reports_to\nP1,Ann,Head,\nP2,Bo,Engineer,P1' })
  await imported(core, { people: 'id,name,title,reports_to,from\nP1,Ann,Head,,2015-01-01\nP2,Bo,Engineer,P1,2020-01-01' })
  const graph = await graphOf(core)
  expect(graph.seats).toHaveLength(2)
  expect(graph.tenures.map(({ validFrom }) => validFrom)).toEqual(['2015-01-01', '2020-01-01'])
})

test('a corrected first day of a move shortens or lengthens the tenure before it', async () => {
  const core = await emptyCore()
  await imported(core, { people: 'id,name,title,from\nP1,Ann,Engineer,2018-01-01\nP1,Ann,Head,2023-01-01' })
  await imported(core, { people: 'id,name,title,from\nP1,Ann,Head,2022-06-01' })
  expect((await graphOf(core)).tenures.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
    ['2018-01-01', '2022-06-01'],
    ['2022-06-01', null],
  ])
})

test('the id of a nameless row is the seat’s, until somebody says who sits there', async () => {
  const core = await emptyCore()
  await imported(core, {
    people: 'id,name,title,reports_to\nP1,Ann,Head,\nS1,,Planner,P1',
    roles: 'person,opportunity,role\nS1,Deal,user',
  })
  const before = await graphOf(core)
  expect(before.people).toHaveLength(1)
  expect(before.seats.map((seat) => seat.sourceId)).toEqual([null, 'S1'])
  expect(before.decisionRoles).toMatchObject([{ seatId: before.seats[1]?.id, role: 'user' }])

  await imported(core, { people: 'id,name\nS1,Dora' })
  const after = await graphOf(core)
  expect(after.seats).toHaveLength(2)
  expect(after.people.map((person) => [person.sourceId, person.name])).toEqual([
    ['P1', 'Ann'],
    ['S1', 'Dora'],
  ])
  expect(seatsOn(after, '2026-01-01')).toEqual({ P1: 'Head', S1: 'Planner under P1' })
})

test('reports_to means the seat that the superior holds then', async () => {
  const core = await emptyCore()
  await imported(core, {
    people: [
      'id,name,title,reports_to,from',
      'P1,Ann,Old post,,2015-01-01',
      'P1,Ann,New post,,2023-01-01',
      'P2,Bo,Early,P1,2018-01-01',
      'P3,Cy,Late,P1,2024-01-01',
      'P4,Di,Always,P1,',
    ].join('\n'),
  })
  const graph = await graphOf(core)
  const titleOf = new Map(graph.seatStates.map((state) => [state.seatId, state.title]))
  expect(
    graph.seatStates.flatMap((state) =>
      state.reportsToSeatId === null ? [] : [[state.title, titleOf.get(state.reportsToSeatId)]],
    ),
  ).toEqual([
    ['Early', 'Old post'],
    ['Late', 'New post'],
    ['Always', 'New post'],
  ])
})

test('sides and organizations', async () => {
  const core = await emptyCore()
  const people = [
    'id,name,side,organization,department',
    'P1,Ann,,,Works',
    'P2,Bo,theirs,Acme,Works',
    'P3,Cy,theirs,Acme Drives,Works',
    'O1,Di,ours,,Sales',
    'O2,Ed,ours,Us Ltd,Sales',
    'T1,Flo,third-party,,',
    'T2,Gus,third-party,Design Institute,',
  ].join('\n')
  await imported(core, { people })
  const graph = await graphOf(core)
  const organization = new Map(graph.organizations.map((each) => [each.id, each]))
  const of = new Map(
    graph.tenures.map((tenure) => {
      const seat = graph.seats.find((each) => each.id === tenure.seatId)
      const person = graph.people.find((each) => each.id === tenure.personId)
      const { name, kind, parentId } = organization.get(seat?.organizationId ?? graph.account.organizationId) ?? {}
      return [person?.sourceId ?? '', [name, kind, parentId ? organization.get(parentId)?.name : null, seat?.side]]
    }),
  )
  expect(Object.fromEntries(of)).toEqual({
    P1: ['Acme', 'customer', null, 'theirs'],
    P2: ['Acme', 'customer', null, 'theirs'],
    P3: ['Acme Drives', 'customer', 'Acme', 'theirs'],
    O1: ['', 'own', null, 'ours'],
    O2: ['Us Ltd', 'own', null, 'ours'],
    T1: ['', 'third-party', null, 'third-party'],
    T2: ['Design Institute', 'third-party', null, 'third-party'],
  })
  // Departments of one name in two companies are two.
  expect(graph.units.filter((unit) => unit.name === 'Works')).toHaveLength(2)

  await imported(core, { people }, { account: 'Other' })
  const other = await graphOf(core, (await core.run('account.list', {}))[1]?.id)
  expect(other.organizations.filter(({ kind }) => kind !== 'customer').map(({ id }) => id)).toEqual(
    graph.organizations.filter(({ kind }) => kind !== 'customer').map(({ id }) => id),
  )
})

test('a political status is one undated judgement', async () => {
  const core = await emptyCore()
  await imported(core, { people: 'id,name,political\nP1,Ann,inner' })
  const before = await graphOf(core)
  expect(before.judgements).toMatchObject([{ kind: 'political', value: 'inner', madeOn: null, authorId: null, confidence: 1 }])
  await imported(core, { judgements: 'subject,by,kind,value\nP1,,political,outside' })
  expect(counts(await imported(core, { people: 'id,name,political\nP1,Ann,inner' }), 'people.csv')).toEqual([0, 0, 1])
  expect(counts(await imported(core, { people: 'id,name,political\nP1,Ann,structure' }), 'people.csv')).toEqual([0, 1, 0])
  // What was recorded last counts.
  expect((await graphOf(core)).judgements.map(({ value }) => value)).toEqual(['outside', 'structure'])
})

test('loops of reporting lines are refused by the names along them', async () => {
  const core = await emptyCore()
  await imported(core, { people: 'id,name,reports_to\nP1,Ann,\nP2,Bo,P1' })
  const result = await importTexts(core, { people: 'id,name,reports_to\nP1,Ann,P3\nP3,Cy,P2\nP4,Di,P4\nP5,Ed,P1' })
  expect(refusals(result)).toEqual([
    ['people.csv', 2, 'reports_to', 'P3', 'reporting_loop'],
    ['people.csv', 3, 'reports_to', 'P2', 'reporting_loop'],
    ['people.csv', 4, 'reports_to', 'P4', 'reporting_loop'],
  ])
  expect(result.refused[0]?.message).toMatch(/Ann → Cy → Bo → Ann|Cy → Bo → Ann → Cy|Bo → Ann → Cy → Bo/)
  expect((await graphOf(core)).people).toHaveLength(2)
})

test('lines that hold at different times are no loop', async () => {
  const core = await emptyCore()
  await imported(core, {
    people:
      'id,name,title,reports_to,from\nP1,Ann,Deputy,P2,2015-01-01\nP2,Bo,Head,,2015-01-01\nP1,Ann,Head,,2020-01-01\nP2,Bo,Adviser,P1,2020-01-01',
  })
  expect(seatsOn(await graphOf(core), '2021-01-01')).toMatchObject({ P1: 'Head', P2: 'Adviser under P1' })
})

test('an id twice in a file without a move', async () => {
  const core = await emptyCore()
  const result = await importTexts(core, { people: 'id,name,from\nP1,Ann,\nP1,Anna,\nS1,,\nS1,,2020-01-01' })
  expect(refusals(result)).toEqual([
    ['people.csv', 3, 'id', 'P1', 'id_twice'],
    ['people.csv', 5, 'id', 'S1', 'id_twice'],
  ])
})

test('ids are unique within an account, not beyond', async () => {
  const core = await emptyCore()
  await imported(core, { people: 'id,name\nP1,Ann' }, { account: 'One' })
  await imported(core, { people: 'id,name\nP1,Bo' }, { account: 'Two' })
  const accounts = await core.run('account.list', {})
  expect(accounts.map(({ name, people }) => [name, people])).toEqual([
    ['One', 1],
    ['Two', 1],
  ])
})
