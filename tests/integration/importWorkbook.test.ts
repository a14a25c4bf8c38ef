import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Core } from '../../src-main/core/core'
import type { ImportPreview, ImportResult } from '../../src-shared/contract'
import { counts, emptyCore, graphOf, IMPORT_DAY, refusals } from '../support/importing'
import { workbookOf } from '../support/spreadsheets'

const day = (iso: string) => new Date(`${iso}T00:00:00Z`)

const book = () =>
  workbookOf(
    {
      name: '联系人',
      rows: [
        ['北岭电气联系人'],
        [],
        ['姓', '名', '职务', '部门', '任职开始', '手机'],
        ['沈', '弘毅', '董事长', '总部', day('2016-04-01'), 13800000001],
        ['采购'],
        [
          '顾',
          '卫东',
          { richText: [{ text: '采购' }, { text: '总监' }] },
          '采购部',
          { formula: 'A1', result: day('2019-07-01') },
        ],
        ['何', '明远', { formula: '"采"&"购员"', result: '采购员' }, null, 43647, 13800000003],
      ],
      merged: ['A1:F1', 'A5:F5', 'D6:D7'],
    },
    {
      name: '旧名单',
      rows: [
        ['id', 'name'],
        ['X', 'Old'],
      ],
      hidden: true,
    },
    {
      name: '关系',
      rows: [
        ['从', '到', '类型'],
        ['tel:13800000001', 'tel:13800000003', 'influences'],
      ],
    },
    { name: '空', rows: [] },
  )

async function imported(core: Core, bytes: Uint8Array, files: readonly object[], name = 'book.xlsx'): Promise<ImportResult> {
  const given = files.map((file) => ({ name, bytes: Buffer.from(bytes).toString('base64'), ...file }))
  return core.run('import.files', { account: 'Acme', files: given, on: IMPORT_DAY, language: 'en' })
}

function preview(core: Core, bytes: Uint8Array, options: object = {}): Promise<ImportPreview> {
  return core.run('import.preview', {
    name: 'book.xlsx',
    bytes: Buffer.from(bytes).toString('base64'),
    language: 'en',
    ...options,
  })
}

test('two sheets at once: days as cells, formulas by their results, merged departments, bands and titles left out', async () => {
  const core = await emptyCore()
  const result = await imported(core, await book(), [
    { kind: 'people', sheet: '联系人' },
    { kind: 'ties', sheet: '关系' },
  ])
  expect(refusals(result)).toEqual([])
  expect(result.files.map(({ file, rows, created }) => [file, rows, created])).toEqual([
    ['book.xlsx › 联系人', 3, 3],
    ['book.xlsx › 关系', 1, 1],
  ])
  const { people, seatStates, tenures, units, ties } = await graphOf(core)
  expect(people.map(({ name, phone }) => [name, phone])).toEqual([
    ['沈弘毅', '13800000001'],
    ['顾卫东', ''],
    ['何明远', '13800000003'],
  ])
  expect(seatStates.map(({ title }) => title)).toEqual(['董事长', '采购总监', '采购员'])
  expect(tenures.map(({ validFrom }) => validFrom)).toEqual(['2016-04-01', '2019-07-01', '2019-07-01'])
  expect(seatStates.map(({ unitId }) => units.find(({ id }) => id === unitId)?.name)).toEqual(['总部', '采购部', '采购部'])
  expect(ties).toHaveLength(1)
  await core.run('history.undo', {})
  expect(await core.run('account.list', {})).toEqual([])
})

test('a refused cell is named by the sheet and the row in it', async () => {
  const rows = [['title of it all'], ['id', 'name', 'from'], ['P1', 'Ann', 'soon']]
  const result = await imported(await emptyCore(), await workbookOf({ name: 'S', rows }), [{ kind: 'people', sheet: 'S' }])
  expect(refusals(result)).toEqual([['book.xlsx › S', 3, 'from', 'soon', 'no_such_day']])
})

test('unsaid, the sheet called like the kind, else the first that is seen and filled', async () => {
  const core = await emptyCore()
  const bytes = await workbookOf(
    {
      name: 'Secret',
      rows: [
        ['id', 'name'],
        ['X', 'Nobody'],
      ],
      hidden: true,
    },
    { name: 'Readme', rows: [] },
    {
      name: 'List',
      rows: [
        ['id', 'name'],
        ['P1', 'Ann'],
        ['P2', 'Bo'],
      ],
    },
    {
      name: 'Ties',
      rows: [
        ['from', 'to', 'kind'],
        ['P1', 'P2', 'personal'],
      ],
    },
  )
  const result = await imported(core, bytes, [{ kind: 'people' }, { kind: 'ties' }])
  expect(refusals(result)).toEqual([])
  expect(counts(result, 'book.xlsx')).toEqual([2, 0, 0])
  const { people, ties } = await graphOf(core)
  expect([people.map(({ name }) => name), ties.length]).toEqual([['Ann', 'Bo'], 1])
})

test('looked at: sheets with those that are hidden or empty, the header where it is, rows as they are', async () => {
  const core = await emptyCore()
  const bytes = await book()
  const first = await preview(core, bytes)
  expect(first).toMatchObject({
    form: 'workbook',
    kind: 'people',
    sheet: '联系人',
    encoding: null,
    sheets: [
      { name: '联系人', hidden: false, empty: false },
      { name: '旧名单', hidden: true, empty: false },
      { name: '关系', hidden: false, empty: false },
      { name: '空', hidden: false, empty: true },
    ],
    table: { delimiter: null, headerLine: 3, rowCount: 3, dates: null },
  })
  expect(first.table?.rows[1]).toEqual(['顾', '卫东', '采购总监', '采购部', '2019-07-01'])
  expect(first.table?.columns.map(({ meaning }) => meaning)).toEqual([
    'family_name',
    'given_name',
    'title',
    'department',
    'from',
    'phone',
  ])
  expect(await preview(core, bytes, { sheet: '关系' })).toMatchObject({ kind: 'ties', sheet: '关系' })
})

describe('the header and the dates of a CSV file', () => {
  const csv = (text: string, options: object = {}) => [Buffer.from(text), [{ kind: 'people', ...options }], 'people.csv'] as const

  test('a header below a title and a remark is found, and can be said', async () => {
    const core = await emptyCore()
    const text = 'Our contacts,,\nas of today,,\nid,name,title\nP1,Ann,Head\n'
    expect(refusals(await imported(core, ...csv(text)))).toEqual([])
    expect((await preview(core, Buffer.from(text), { name: 'x.csv' })).table).toMatchObject({ headerLine: 3, rowCount: 1 })
    expect(refusals(await imported(core, ...csv(text, { headerLine: 9 })))).toEqual([
      ['people.csv', 9, '', '9', 'no_header_there'],
    ])
    const other = 'id,name\nid,name\nP2,Bo\n'
    expect(counts(await imported(core, ...csv(other, { headerLine: 2 })), 'people.csv')).toEqual([1, 0, 0])
  })

  test.each([
    ['one date tells for all: the day is first', '05/01/2026', '13/02/2026', ['2026-01-05', '2026-02-13']],
    ['or the month', '05/01/2026', '02/13/2026', ['2026-05-01', '2026-02-13']],
  ])('%s', async (_, first, second, days) => {
    const core = await emptyCore()
    await imported(core, ...csv(`id,name,from\nP1,Ann,${first}\nP2,Bo,${second}\n`))
    expect((await graphOf(core)).tenures.map(({ validFrom }) => validFrom)).toEqual(days)
  })

  test('dates that do not tell are asked about, and read as said', async () => {
    const core = await emptyCore()
    const text = 'id,name,from\nP1,Ann,05/01/2026\n'
    const dates = async (options: object = {}) =>
      (await preview(core, Buffer.from(text), { name: 'x.csv', ...options })).table?.dates
    expect(await dates()).toEqual({ order: null, found: null })
    expect(await dates({ dateOrder: 'day-first' })).toEqual({ order: 'day-first', found: null })
    expect(refusals(await imported(core, ...csv(text)))).toEqual([['people.csv', 2, 'from', '05/01/2026', 'day_or_month']])
    await imported(core, ...csv(text, { dateOrder: 'month-first' }))
    expect((await graphOf(core)).tenures[0]?.validFrom).toBe('2026-05-01')
  })
})

describe('workbooks that are refused with what to do', () => {
  const ole = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.alloc(600)])
  const locked = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])
  test.each([
    ['of before 2007', ole, 'old_workbook'],
    ['with a password', locked, 'workbook_locked'],
    ['that are another packed file', Buffer.from(zipSync({ 'a.txt': strToU8('x') })), 'not_a_workbook'],
    ['cut off', null, 'workbook_damaged'],
  ])('%s', async (_, bytes, code) => {
    const core = await emptyCore()
    const whole = await book()
    const given = bytes ?? whole.subarray(0, whole.length / 2)
    const result = await imported(core, given, [{ kind: 'people' }])
    expect(refusals(result)).toEqual([['book.xlsx', 0, '', 'book.xlsx', code]])
    expect((await preview(core, given)).problem).toBe(result.refused[0]?.message)
  })

  test('a sheet that is not there', async () => {
    const [refused] = (await imported(await emptyCore(), await book(), [{ kind: 'people', sheet: 'No' }])).refused
    expect(refused?.message).toBe('There is no sheet “No”. Choose one of: 联系人, 旧名单, 关系, 空.')
  })
})
