import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import type { Core } from '../../src-main/core/core'
import type { ImportPreview } from '../../src-shared/contract'
import { emptyCore, graphOf, IMPORT_DAY, refusals } from '../support/importing'

const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64')

function preview(core: Core, text: string | Uint8Array, options: object = {}): Promise<ImportPreview> {
  return core.run('import.preview', { name: 'file.csv', bytes: base64(text), language: 'en', ...options })
}

function importMapped(core: Core, text: string, mapping: Record<string, string>) {
  const files = [{ kind: 'people', name: 'people.csv', bytes: base64(text), mapping }]
  return core.run('import.files', { account: 'Acme', files, on: IMPORT_DAY, language: 'en' })
}

const meanings = ({ table }: ImportPreview) => table?.columns.map(({ header, meaning }) => [header, meaning])

describe('a preview', () => {
  test('names encoding, delimiter, columns, fields and the first rows, and changes nothing', async () => {
    const core = await emptyCore()
    const sheet = '编号;姓名;直接上级;备注;\nA1;何明远;;爱喝茶;\n\nA2;顾卫东;A1;"两\n行";\nA3;沈弘毅;A1;;\n'
    const answer = await preview(core, iconv.encode(sheet, 'gb18030'), { rows: 2, language: 'zh-CN' })
    expect(answer).toMatchObject({ kind: 'people', encoding: 'gb18030', problem: null })
    expect(answer.table).toMatchObject({ delimiter: ';', rowCount: 3 })
    expect(meanings(answer)).toEqual([
      ['编号', 'id'],
      ['姓名', 'name'],
      ['直接上级', 'reports_to'],
      ['备注', 'own'],
      ['', 'ignore'],
    ])
    expect(answer.table?.rows).toEqual([
      ['A1', '何明远', '', '爱喝茶', ''],
      ['A2', '顾卫东', 'A1', '两\n行', ''],
    ])
    expect(answer.table?.fields.slice(0, 2)).toEqual([
      { key: 'id', label: '编号', required: true },
      { key: 'name', label: '姓名', required: false },
    ])
    expect(await core.run('account.list', {})).toEqual([])
    expect(await core.run('history.list', {})).toEqual([])
  })

  test.each([
    ['people.csv', 'Ref#,Who', 'people'],
    ['entities.csv', 'id,name,title', 'people'],
    ['2026 关系.csv', 'a,b,c', 'ties'],
    ['people.csv', 'from,to,kind,note', 'ties'],
    ['x.csv', '人员,商机,决策角色', 'roles'],
    ['x.csv', 'subject,kind,value,date', 'judgements'],
    ['x.csv', '日期,类型,我方,客户方', 'interactions'],
    ['x.csv', '人员,类型,日期,来源', 'signals'],
    ['Visits.csv', 'day,who', 'interactions'],
    ['x.JSON', '{}', 'bundle'],
    ['x.csv', 'foo,bar', 'people'],
  ])('%s with the header %s holds %s', async (name, header, kind) => {
    const core = await emptyCore()
    expect((await preview(core, `${header}\n`, { name })).kind).toBe(kind)
  })

  test('unknown headers are cut by the delimiter that makes most columns', async () => {
    const core = await emptyCore()
    expect((await preview(core, 'Ref\tWho, then\tJob\n1\tAnn\tHead\n')).table).toMatchObject({
      delimiter: '\t',
      rows: [['1', 'Ann', 'Head']],
    })
  })

  test('two columns that mean one field are not both taken for it', async () => {
    const core = await emptyCore()
    expect(meanings(await preview(core, 'ID,编号,name\n'))).toEqual([
      ['ID', 'id'],
      ['编号', 'own'],
      ['name', 'name'],
    ])
  })

  test.each(['utf-8', 'gb18030'])(
    'the beginning of a larger file in %s may end in the middle of a character',
    async (encoding) => {
      const core = await emptyCore()
      const bytes = iconv.encode('编号,姓名\nA1,何明远\nA2,顾卫东', encoding)
      const answer = await preview(core, bytes.subarray(0, -1), { partial: true })
      expect(answer).toMatchObject({ encoding, problem: null })
      expect(answer.table?.rows[0]).toEqual(['A1', '何明远'])
      expect(answer.table?.rowCount).toBeNull()
    },
  )

  test.each([
    ['', 'The file is empty.'],
    ['\n\n', 'The file is empty.'],
    [Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), '“file.csv” is not a text file.'],
  ])('what cannot be read is told in a sentence (%#)', async (bytes, sentence) => {
    const answer = await preview(await emptyCore(), bytes)
    expect(answer.table).toBeNull()
    expect(answer.problem).toContain(sentence)
  })
})

describe('a mapping', () => {
  const odd = 'Ref#;Who;Job;Secret;Colour\nR1;Ann;Head;x;red\nR2;Bo;Engineer;y;\n'

  test('says what columns are whatever their headers say', async () => {
    const core = await emptyCore()
    const result = await importMapped(core, odd, { 'Ref#': 'id', Who: 'name', Job: 'title', Secret: 'ignore' })
    expect(result.files).toEqual([{ file: 'people.csv', rows: 2, created: 2, updated: 0, unchanged: 0 }])
    const { people, seatStates } = await graphOf(core)
    expect(people.map(({ sourceId, name, own }) => [sourceId, name, own])).toEqual([
      ['R1', 'Ann', { Colour: 'red' }],
      ['R2', 'Bo', {}],
    ])
    expect(seatStates.map(({ title }) => title)).toEqual(['Head', 'Engineer'])
  })

  test('makes an own field of a column whose header would mean something, and leaves out one without a name', async () => {
    const core = await emptyCore()
    await importMapped(core, 'id,name,title,\nR1,Ann,Head,stray\n', { title: 'own', '': 'ignore' })
    const { people, seatStates } = await graphOf(core)
    expect(people[0]?.own).toEqual({ title: 'Head' })
    expect(seatStates[0]?.title).toBe('')
  })

  test('refusals name the column as the file does', async () => {
    const result = await importMapped(await emptyCore(), 'Ref#,Since\nR1,soon\n', { 'Ref#': 'id', Since: 'from' })
    expect(refusals(result)).toEqual([['people.csv', 2, 'Since', 'soon', 'no_such_day']])
  })

  test('is refused where it names no field, one field twice, or leaves out what is needed', async () => {
    const core = await emptyCore()
    const refused = async (mapping: Record<string, string>) =>
      refusals(await importMapped(core, 'id,name,other\nR1,Ann,x\n', mapping))
    expect(await refused({ other: 'nonsense' })).toEqual([['people.csv', 1, 'other', 'nonsense', 'field_unknown']])
    expect(await refused({ other: 'name' })).toEqual([['people.csv', 1, 'other', 'other', 'column_twice']])
    expect(await refused({ id: 'ignore', name: 'own' })).toEqual([['people.csv', 1, 'id', '', 'column_missing']])
    expect(await core.run('account.list', {})).toEqual([])
  })
})
