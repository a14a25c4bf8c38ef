import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Core } from '../../src-main/core/core'
import { openConnection } from '../../src-main/core/db'
import { exportBundle } from '../../src-main/export/bundle'
import { AppError } from '../../src-shared/errors'
import { AccountId } from '../../src-shared/model/ids'
import { generateCompany } from '../fixtures/company'
import { fullCore } from '../support/fullCore'
import { counts, emptyCore, graphOf, imported, IMPORT_DAY, importTexts, refusals } from '../support/importing'

async function bundleOf(core: Core, accountId?: string): Promise<string> {
  const { raw } = openConnection(core.file, 'read')
  try {
    return await exportBundle({ raw }, accountId === undefined ? undefined : AccountId.parse(accountId))
  } finally {
    raw.close()
  }
}

type Tables = Record<string, Record<string, unknown>[]>
const Document = z.looseObject({ scope: z.string(), tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))) })
const parsed = (bundle: string) => Document.parse(JSON.parse(bundle))

/** Reads a bundle, lets a test change it, and writes it again. */
function edited(bundle: string, edit: (tables: Tables) => void): string {
  const document = parsed(bundle)
  edit(document.tables)
  return JSON.stringify(document)
}

test('a workspace with everything in it comes through byte by byte', async () => {
  const bundle = await bundleOf(await fullCore())
  for (const [table, rows] of Object.entries(parsed(bundle).tables)) expect(rows.length, table).toBeGreaterThan(0)
  // What belongs to this machine stays on it.
  expect(parsed(bundle).tables['setting']).toEqual([
    { key: 'method', value: { cadenceDays: { executive: 60, manager: 20, operational: 20 }, reportingAccess: 0.5 } },
  ])

  const copy = await emptyCore()
  const result = await imported(copy, { bundle })
  expect(result.files).toMatchObject([{ updated: 0, unchanged: 0 }])
  expect(await bundleOf(copy)).toBe(bundle)
  expect((await copy.run('workspace.info', {})).method.reportingAccess).toBe(0.5)
  // Again: nothing new.
  expect((await imported(copy, { bundle })).files).toMatchObject([{ created: 0, unchanged: result.files[0]?.rows }])
  expect(await bundleOf(copy)).toBe(bundle)
})

test('Krackhardt’s company imports from CSV and comes through JSON unchanged', async () => {
  const folder = join(import.meta.dirname, '../fixtures/krackhardt')
  const core = await emptyCore()
  const result = await imported(core, {
    people: readFileSync(join(folder, 'people.csv')),
    ties: readFileSync(join(folder, 'ties.csv')),
  })
  expect([counts(result, 'people.csv'), counts(result, 'ties.csv')]).toEqual([
    [21, 0, 0],
    [292, 0, 0],
  ])
  const graph = await graphOf(core)
  expect(graph.ties.filter(({ kind }) => kind === 'influences')).toHaveLength(190)
  expect(graph.ties.filter(({ kind }) => kind === 'personal')).toHaveLength(102)
  expect(graph.seatStates.filter(({ reportsToSeatId }) => reportsToSeatId === null)).toHaveLength(1)
  expect(graph.people[0]?.own).toEqual({ age: '33', tenure_years: '9.333' })

  const bundle = await bundleOf(core)
  const copy = await emptyCore()
  await imported(copy, { bundle })
  expect(await bundleOf(copy)).toBe(bundle)
  expect(await graphOf(copy)).toEqual(graph)
})

test('a generated company of 300 comes through JSON, undo and redo', async () => {
  const core = await emptyCore()
  const empty = await bundleOf(core)
  await imported(core, generateCompany({ people: 300, seed: 7 }))
  const bundle = await bundleOf(core)
  await core.run('history.undo', {})
  expect(await bundleOf(core)).toBe(empty)
  await core.run('history.redo', {})
  expect(await bundleOf(core)).toBe(bundle)

  const copy = await emptyCore()
  await imported(copy, { bundle })
  expect(await bundleOf(copy)).toBe(bundle)
  await copy.run('history.undo', {})
  expect(await bundleOf(copy)).toBe(empty)
  await copy.run('history.redo', {})
  expect(await bundleOf(copy)).toBe(bundle)
})

test('an import into a filled workspace is undone to the byte', async () => {
  const core = await emptyCore()
  await imported(core, generateCompany({ people: 40, seed: 1 }))
  const before = await bundleOf(core)
  await imported(core, generateCompany({ people: 60, seed: 2 }))
  const after = await bundleOf(core)
  await core.run('history.undo', {})
  expect(await bundleOf(core)).toBe(before)
  await core.run('history.redo', {})
  expect(await bundleOf(core)).toBe(after)
})

test('one account takes along what it refers to, and nothing of the others', async () => {
  const core = await fullCore()
  await imported(core, { people: 'id,name,side\nX1,Stranger,\nX2,Our stranger,ours' }, { account: 'Other' })
  const [first] = await core.run('account.list', {})
  const bundle = await bundleOf(core, first?.id)
  expect(bundle).not.toContain('tranger')
  expect(parsed(bundle)).toMatchObject({ scope: 'account', tables: { setting: [] } })

  const copy = await emptyCore()
  const { accountId } = await imported(copy, { bundle })
  expect(accountId).toBe(first?.id)
  expect(await graphOf(copy)).toEqual(await graphOf(core, first?.id))
  expect(await bundleOf(copy, first?.id)).toBe(bundle)
  // Back home there is nothing new in it.
  expect((await imported(core, { bundle })).files).toMatchObject([{ created: 0 }])
  await expect(bundleOf(core, 'nobody')).rejects.toThrow(new AppError('not_found', { kind: 'account', value: 'nobody' }))
})

test('a bundle of a program that knew no strategies, tasks and changes still reads', async () => {
  const core = await fullCore()
  const later = ['strategy', 'task', 'playbook', 'signalInbox', 'changeEvent', 'handOver', 'handOverItem']
  const older = edited(await bundleOf(core), (tables) => {
    for (const table of later) delete tables[table]
  })
  const copy = await emptyCore()
  await imported(copy, { bundle: older })
  const nothing = Object.fromEntries(later.map((table) => [table, []]))
  expect(parsed(await bundleOf(copy)).tables).toEqual({ ...parsed(older).tables, ...nothing })
})

test('merging: what is missing is created, what differs is a conflict, all or nothing', async () => {
  const core = await emptyCore()
  await imported(core, { people: 'id,name,title\nP1,Ann,Head\nP2,Bo,Engineer' })
  const bundle = await bundleOf(core)
  const id = (await graphOf(core)).people[0]?.id ?? ''
  const person = parsed(bundle).tables['person']?.find((row) => row['id'] === id)
  await core.run('person.update', { personId: id, email: 'ann@acme.example' })
  const changed = await bundleOf(core)

  const added = edited(bundle, ({ person: people }) => people?.push({ ...person, id: 'new-person', name: 'Cy' }))
  const conflict = await importTexts(core, { bundle: added })
  expect(refusals(conflict)).toEqual([['bundle.json', 0, 'person.email', id, 'conflict']])
  expect(conflict.refused[0]?.message).toContain('is "ann@acme.example" here and "" in the bundle')
  expect(await bundleOf(core)).toBe(changed)

  await core.run('history.undo', {})
  expect((await imported(core, { bundle: added })).files).toMatchObject([{ created: 1, updated: 0 }])
  expect(parsed(await bundleOf(core)).tables['person']).toHaveLength(3)
})

test('what the workspace shows in its own way is kept', async () => {
  const core = await fullCore()
  const bundle = await bundleOf(core)
  const other = edited(bundle, ({ ownField = [], layoutMemory = [] }) => {
    for (const row of ownField) row['position'] = 99
    for (const row of layoutMemory) row['memory'] = null
  })
  await imported(core, { bundle: other })
  expect(await bundleOf(core)).toBe(bundle)
})

test.each<[string, (tables: Tables) => void, (readonly [string, string])[]]>([
  [
    'another account of that name',
    ({ account = [] }) => (account[0] = { ...account[0], id: 'other' }),
    [['account.name', 'name_taken']],
  ],
  [
    'a row that refers to nothing',
    ({ tenure = [] }) => tenure.push({ ...tenure[0], id: 't', seatId: 'nowhere' }),
    [['tenure.seatId', 'missing_row']],
  ],
  ['a row twice', ({ person = [] }) => person.push({ ...person[0] }), [['person', 'row_twice']]],
  ['an unknown column', ({ person = [] }) => person.push({ ...person[0], id: 'p', admin: true }), [['person', 'bad_field']]],
  [
    'a missing column',
    ({ organization = [] }) => organization.push({ id: 'o', name: 'x', kind: 'own' }),
    [['organization.parentId', 'bad_field']],
  ],
  [
    'a word that is none',
    ({ organization = [] }) => organization.push({ id: 'o', name: 'x', kind: 'foe', parentId: null }),
    [['organization.kind', 'bad_field']],
  ],
  [
    'a day that is none',
    ({ tenure = [] }) => tenure.push({ ...tenure[0], id: 't', validFrom: '2026-02-30' }),
    [['tenure.validFrom', 'bad_field']],
  ],
  [
    'an end before the beginning',
    ({ tenure = [] }) => tenure.push({ ...tenure[0], id: 't', validFrom: '2026-02-02', validTo: '2026-02-01' }),
    [['tenure', 'bad_row']],
  ],
  [
    'a loop of reporting lines',
    ({ seat = [], seatState = [] }) => {
      const [from, to] = [
        { ...seat[0], id: 'a' },
        { ...seat[0], id: 'b' },
      ]
      seat.push(from, to)
      seatState.push(
        { ...seatState[0], id: 'sa', seatId: 'a', reportsToSeatId: 'b' },
        { ...seatState[0], id: 'sb', seatId: 'b', reportsToSeatId: 'a' },
      )
    },
    [['seatState.reportsToSeatId', 'reporting_loop']],
  ],
  [
    'a preference of another machine',
    ({ setting = [] }) => setting.push({ key: 'me', value: 'x' }),
    [
      ['setting.key', 'bad_field'],
      ['setting.value', 'bad_field'],
    ],
  ],
])('refuses %s', async (_, edit, expected) => {
  const core = await emptyCore()
  await imported(core, { people: 'id,name,title\nP1,Ann,Head' })
  const before = await bundleOf(core)
  const result = await importTexts(core, { bundle: edited(before, edit) })
  expect(result.refused.map(({ column, code }) => [column, code])).toEqual(expected)
  expect(result.refused.every(({ message }) => message.length > 20)).toBe(true)
  expect(await bundleOf(core)).toBe(before)
})

test.each([
  ['broken JSON', '{"linchpin": 1,', 'not_json'],
  ['other JSON', '{"rows": []}', 'not_a_bundle'],
  ['a list', '[]', 'not_a_bundle'],
  ['a bundle of a newer version', '{"linchpin": 2, "shelves": []}', 'bundle_newer'],
  ['an unknown table', '{"linchpin": 1, "scope": "workspace", "tables": {"historyStep": []}}', 'bad_field'],
  [
    'nesting without end',
    `{"linchpin": 1, "scope": "workspace", "tables": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
    'not_a_bundle',
  ],
])('refuses %s', async (_, bundle, code) => {
  const core = await emptyCore()
  expect((await importTexts(core, { bundle })).refused.map((row) => [row.line, row.code])).toEqual([[0, code]])
})

test('keys that act on prototypes are refused wherever they stand, and act on nothing', async () => {
  const core = await fullCore()
  const bundle = await bundleOf(core)
  const poison = '"__proto__": {"polluted": "yes"}, '
  for (const place of ['{', '"tables": {', '"person": [\n      {', '"own":{', '"value":{', '"memory":{']) {
    const hostile = bundle.replace(place, `${place}${poison}`)
    expect(hostile).not.toBe(bundle)
    const result = await importTexts(await emptyCore(), { bundle: hostile })
    expect(result.refused.map(({ code }) => code)).toEqual(['bad_field'])
  }
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

test('any text in any cell survives export, import and export', async () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 })
  const named = text.filter((value) => value.trim() !== '')
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        name: named,
        note: text,
        own: fc.dictionary(fc.string({ maxLength: 20 }), text, { noNullPrototype: true }),
        strength: fc.double({ min: 0, max: 1, noNaN: true }),
        x: fc.double({ noNaN: true, noDefaultInfinity: true }),
      }),
      async ({ name, note, own, strength, x }) => {
        const core = await emptyCore()
        await imported(core, { people: 'id,name\nP1,Ann\nP2,Bo', ties: 'from,to,kind\nP1,P2,personal' })
        const graph = await graphOf(core)
        const [person] = graph.people
        const [tie] = graph.ties
        const [seat] = graph.seats
        if (!person || !tie || !seat) throw new Error('nothing was imported')
        await core.run('person.update', { personId: person.id, name, note, own })
        await core.run('tie.update', { tieId: tie.id, strength, note })
        await core.run('pin.set', {
          pins: [{ accountId: graph.account.id, drawing: 'role', scope: '', nodeId: seat.id, x, y: -x }],
        })
        const bundle = await bundleOf(core)
        const copy = await emptyCore()
        await imported(copy, { bundle })
        expect(await bundleOf(copy)).toBe(bundle)
        await Promise.all([core.close(), copy.close()])
      },
    ),
    { numRuns: 25 },
  )
})

test('a bundle and rows for its account in one import', async () => {
  const core = await emptyCore()
  await imported(core, { people: 'id,name\nP1,Ann' })
  const bundle = await bundleOf(core)
  const copy = await emptyCore()
  const result = await imported(copy, { people: 'id,name\nP1,Anna\nP2,Bo', bundle })
  expect(counts(result, 'people.csv')).toEqual([1, 1, 0])
  expect((await graphOf(copy)).people.map(({ name }) => name)).toEqual(['Anna', 'Bo'])
  await copy.run('history.undo', {})
  expect(await copy.run('account.list', {})).toEqual([])
  expect(
    await copy.run('import.files', {
      files: [{ kind: 'bundle', name: 'b.json', bytes: Buffer.from(bundle).toString('base64') }],
      on: IMPORT_DAY,
      dryRun: true,
    }),
  ).toMatchObject({ refused: [] })
  expect(await copy.run('account.list', {})).toEqual([])
})
