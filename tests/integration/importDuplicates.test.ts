import { expect, test } from 'vitest'
import type { Core } from '../../src-main/core/core'
import type { ImportResult } from '../../src-shared/contract'
import { counts, emptyCore, graphOf, imported as importedTexts, IMPORT_DAY, refusals } from '../support/importing'

const here = [
  'id,name,title,department,email,phone',
  'P1,沈弘毅,采购总监,采购部,shen@a.example,',
  'P2,Grace Lindqvist,COO,,,+86 139 0000 0002',
  'P3,王伟,工程师,研发部,,',
].join('\n')

async function workspace(): Promise<Core> {
  const core = await emptyCore()
  await importedTexts(core, { people: here })
  return core
}

async function take(core: Core, text: string, options: object = { duplicates: [] }): Promise<ImportResult> {
  const files = [{ kind: 'people', name: 'new.csv', bytes: Buffer.from(text).toString('base64') }]
  return core.run('import.files', { account: 'Acme', files, on: IMPORT_DAY, language: 'en', ...options })
}

const found = ({ duplicates }: ImportResult) =>
  duplicates.map(({ line, name, known, reasons, proposed }) => [
    line,
    name,
    known.name,
    known.place?.line ?? null,
    reasons,
    proposed,
  ])

test('same mail, same telephone, same name, name in letters, and twice in the file', async () => {
  const text = [
    '姓名,邮箱,手机,职务',
    '沈宏毅,SHEN@a.example,,',
    'Lindqvist Grace,,13900000002,Chief',
    'Wang Wei,,,',
    '张三,zhang@b.example,,',
    'Zhang San,zhang@b.example,021-55501000,Buyer',
    'Li Si,,021 5550 1000,',
  ].join('\n')
  expect(found(await take(await workspace(), text, { duplicates: [], dryRun: true }))).toEqual([
    [2, '沈宏毅', '沈弘毅', null, ['email', 'sound'], 'merge'],
    [3, 'Lindqvist Grace', 'Grace Lindqvist', null, ['phone', 'sound'], 'merge'],
    [4, 'Wang Wei', '王伟', null, ['sound'], 'ask'],
    [6, 'Zhang San', '张三', 5, ['email', 'sound'], 'merge'],
  ])
})

test('nobody is looked for unless somebody asks: the command line merges nothing silently', async () => {
  const core = await workspace()
  const result = await take(core, 'id,name,email\nX,沈弘毅,shen@a.example\n', {})
  expect(result.duplicates).toEqual([])
  expect(counts(result, 'new.csv')).toEqual([1, 0, 0])
  expect((await graphOf(core)).people).toHaveLength(4)
})

test('merged as proposed, only what was empty is filled; undone in one step', async () => {
  const core = await workspace()
  const before = await graphOf(core)
  const text = 'id,name,title,email,phone\nX1,沈宏毅,总裁,shen@a.example,13800000001\nX2,王伟,,,13800000003\n'
  const result = await take(core, text)
  expect(counts(result, 'new.csv')).toEqual([1, 1, 0])
  const { people, seatStates } = await graphOf(core)
  expect(people.map(({ sourceId, name, phone }) => [sourceId, name, phone])).toEqual([
    ['P1', '沈弘毅', '13800000001'],
    ['P2', 'Grace Lindqvist', '+86 139 0000 0002'],
    ['P3', '王伟', ''],
    ['X2', '王伟', '13800000003'],
  ])
  expect(seatStates[0]?.title).toBe('采购总监')
  await core.run('history.undo', {})
  expect(await graphOf(core)).toEqual(before)
})

test('merged field by field, or kept apart, as chosen; ties of the file find whoever they were merged into', async () => {
  const core = await workspace()
  const people = 'id,name,title,email,phone\nX1,沈宏毅,总裁,shen@a.example,138\nX2,Wang Wei,CTO,,\nX3,Grace,,,13900000002\n'
  const files = [
    { kind: 'people', name: 'new.csv', bytes: Buffer.from(people).toString('base64') },
    { kind: 'ties', name: 'ties.csv', bytes: Buffer.from('from,to,kind\nX1,X2,personal\n').toString('base64') },
  ]
  const duplicates = [
    { file: 'new.csv', line: 2, take: 'merge', theirs: ['title', 'name'] },
    { file: 'new.csv', line: 3, take: 'merge', theirs: [] },
    { file: 'new.csv', line: 4, take: 'both' },
  ]
  const result = await core.run('import.files', { account: 'Acme', files, duplicates, on: IMPORT_DAY, language: 'en' })
  expect(refusals(result)).toEqual([])
  const { people: now, seatStates, ties } = await graphOf(core)
  expect(now.map(({ name }) => name)).toEqual(['沈宏毅', 'Grace Lindqvist', '王伟', 'Grace'])
  expect(seatStates.map(({ title }) => title)).toEqual(['总裁', 'COO', '工程师', ''])
  const idOf = (source: string) => now.find(({ sourceId }) => sourceId === source)?.id
  expect(ties).toMatchObject([{ fromPersonId: idOf('P1'), toPersonId: idOf('P3') }])
})

test('twice in the file becomes one, wherever the row with the known id stands', async () => {
  const core = await workspace()
  const text =
    'id,name,title,email,phone\nX,Shen,,shen@a.example,13800000001\nP1,沈弘毅,总裁,,\nA,Ann,Head,ann@b.example,\nB,Ann,,ann@b.example,13800000009\n'
  const result = await take(core, text)
  expect(refusals(result)).toEqual([])
  const { people, seatStates } = await graphOf(core)
  expect(people.map(({ sourceId, phone }) => [sourceId, phone])).toEqual([
    ['P1', '13800000001'],
    ['P2', '+86 139 0000 0002'],
    ['P3', ''],
    ['A', '13800000009'],
  ])
  expect(seatStates[0]?.title).toBe('总裁')
  expect(result.files.map(({ rows, created, updated, unchanged }) => [rows, created + updated + unchanged])).toEqual([[4, 4]])
})

test('somebody typed in who had no id of a sender gets it by merging, and is known by it the next time', async () => {
  const core = await emptyCore()
  const { accountId } = await importedTexts(core, { people: 'id,name\nP9,Zoe' })
  const holder = { name: '何明远', email: 'he@a.example' }
  await core.run('seat.create', { accountId, side: 'theirs', title: '', holder, on: IMPORT_DAY })
  const text = '姓名,邮箱,职务\n何明远,he@a.example,总经理\n'
  expect(counts(await take(core, text), 'new.csv')).toEqual([0, 1, 0])
  const again = await take(core, text)
  expect([counts(again, 'new.csv'), again.duplicates]).toEqual([[0, 0, 1], []])
  expect((await graphOf(core)).people.find(({ name }) => name === '何明远')?.sourceId).toBe('mail:he@a.example')
})
