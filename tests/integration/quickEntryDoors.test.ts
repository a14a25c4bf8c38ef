import { readFile, writeFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { ExportFormat } from '../../src-shared/contract'
import type { AccountId } from '../../src-shared/model/ids'
import { ensureProgram, linchpin, linchpinJson } from '../support/cli'
import { dump, failureOf, testCore, today } from '../support/core'
import { imported, importTexts, refusals } from '../support/importing'
import { temporaryFolder } from '../support/workspace'

const example = `# 华东电力 / 配网改造项目
王建国 总经理 @总部 !决策 +支持 ^核心
  李敏 财务总监 @财务部 !财务 ?未知
  赵强 信息中心主任 @信息中心 !技术 -反对 d2(陈晨)
    (待定) 运维主管 !使用
周工 设计院专家 [华东设计院] !影响 +教练
周工 -> 赵强 强
李敏 x 赵强
`
/** As it is written back: 陈晨 has a seat of her own. */
const EXAMPLE_LINES = 10

const enter = { accountId: null, on: today, language: 'zh-CN' } as const

describe('quickEntry.apply', () => {
  test('makes the account that the heading names, in one step that undo takes back whole', async () => {
    const core = await testCore()
    const before = dump(core.file)
    const first = await core.run('quickEntry.apply', { ...enter, text: example })
    expect(first).toMatchObject({ created: 9, updated: 0, unchanged: 0 })
    const [account] = await core.run('account.list', {})
    expect(account).toMatchObject({ id: first.accountId, name: '华东电力', people: 5 })
    expect(account?.opportunities).toEqual([{ id: first.opportunityId, name: '配网改造项目' }])
    expect((await core.run('history.list', {})).map(({ name }) => name)).toEqual(['quick_entry'])
    const after = dump(core.file)

    // The same heading finds the account again. Nobody speaks of 陈晨's seat; nothing is new, so that there is nothing to undo.
    const again = await core.run('quickEntry.apply', { ...enter, text: example })
    expect(again).toEqual({ ...first, created: 0, unchanged: 8 })
    expect(dump(core.file)).toEqual(after)

    await core.run('history.undo', {})
    expect(dump(core.file)).toEqual(before)
    await core.run('history.redo', {})
    expect(dump(core.file)).toEqual(after)
  })

  test('an error refuses all of it with its line and what to write', async () => {
    const core = await testCore()
    const before = dump(core.file)
    const text = '# 华东电力 / 配网改造项目\n王建国 总经理 !皇帝'
    const failure = await failureOf(core, 'quickEntry.apply', { ...enter, text })
    expect(failure).toMatchObject({ code: 'quick_entry_refused', params: { line: 2 } })
    expect(failure.params['detail']).toMatch(/!皇帝.*使用.*决策/)
    expect((await failureOf(core, 'quickEntry.apply', { ...enter, text, language: 'en' })).params['detail']).toMatch(/is no role/)
    expect(await failureOf(core, 'quickEntry.apply', { ...enter, text: '王建国 总经理' })).toMatchObject({
      code: 'heading_missing',
    })
    expect(dump(core.file)).toEqual(before)
  })

  test('a name of several people waits for a choice, which decides', async () => {
    const core = await testCore()
    const { accountId } = await core.run('quickEntry.apply', { ...enter, text: '# 甲\n王伟#1 部长\n王伟#2 科长' })
    const [older, younger] = (await core.run('account.graph', { accountId })).people
    const asked = { accountId, on: today, text: '王伟 +支持' }
    const failure = await failureOf(core, 'quickEntry.apply', asked)
    expect(failure).toMatchObject({
      code: 'choice_needed',
      params: { name: '王伟', line: 1, candidates: `${older?.id},${younger?.id}` },
    })
    const key = String(failure.params['key'])
    await core.run('quickEntry.apply', { ...asked, choices: { [key]: younger?.id ?? '' } })
    const { judgements } = await core.run('account.graph', { accountId })
    expect(judgements.map(({ subjectId, value }) => [subjectId, value])).toEqual([[younger?.id, 'supportive']])
    expect(await core.run('quickEntry.apply', { ...asked, choices: { [key]: 'new' } })).toMatchObject({ created: 1 })
    expect((await core.run('account.graph', { accountId })).people).toHaveLength(3)
  })

  test('judgements are the user’s, once they said who they are', async () => {
    const core = await testCore()
    const { accountId } = await core.run('quickEntry.apply', { ...enter, text: '# 甲\n[我方]\n陈晨 客户经理' })
    const [me] = (await core.run('account.graph', { accountId })).people
    await core.run('workspace.setPreference', { me: me?.id ?? null })
    await core.run('quickEntry.apply', { accountId, on: today, text: '王伟 部长 +支持 d3' })
    const { judgements } = await core.run('account.graph', { accountId })
    expect(judgements.map(({ kind, authorId, ownPersonId }) => [kind, authorId, ownPersonId]).sort()).toEqual([
      ['depth', me?.id, me?.id],
      ['stance', me?.id, null],
    ])
  })
})

describe('import of text', () => {
  test('with tables in one step, matched to whom they brought', async () => {
    const core = await testCore()
    const before = dump(core.file)
    const people = 'id,name,title\nP1,王建国,总经理\nP2,李敏,财务总监\n'
    const result = await imported(core, { people, text: '王建国 +支持\n  李敏\n  赵强 主任\n李敏 x 赵强' })
    expect(result.files).toEqual([
      { file: 'people.csv', rows: 2, created: 2, updated: 0, unchanged: 0 },
      { file: 'text.csv', rows: 4, created: 2, updated: 2, unchanged: 0 },
    ])
    const graph = await core.run('account.graph', { accountId: result.accountId ?? ('' as AccountId) })
    expect(graph.people.map(({ name }) => name)).toEqual(['王建国', '李敏', '赵强'])
    const after = dump(core.file)
    await core.run('history.undo', {})
    expect(dump(core.file)).toEqual(before)
    await core.run('history.redo', {})
    expect(dump(core.file)).toEqual(after)
  })

  test('names each line that keeps it out, and writes nothing', async () => {
    const core = await testCore()
    await imported(core, { text: '王伟#1 部长\n王伟#2 科长' })
    const before = dump(core.file)
    const refused = await importTexts(core, { text: '王伟 +支持\n李敏 总监 !皇帝 +爱' })
    expect(refusals(refused)).toEqual([
      ['text.csv', 1, '1', '王伟', 'name_ambiguous'],
      ['text.csv', 2, '7', '!皇帝', 'unknown_role'],
      ['text.csv', 2, '11', '+爱', 'unknown_stance'],
    ])
    expect(refused.refused[0]?.message).toContain('#1')
    expect(dump(core.file)).toEqual(before)
  })

  test('tells what it took in otherwise than somebody may think', async () => {
    const core = await testCore()
    const { notices, files } = await imported(core, { text: '# 甲\n王伟 部长 "科室\n王伟 -> 李敏' })
    expect(files).toMatchObject([{ created: 3 }])
    expect(notices.map(({ file, line, value, code }) => [file, line, value, code])).toEqual([
      ['text.csv', 2, '"科室', 'quote_open'],
      ['text.csv', 3, '李敏', 'only_mentioned'],
    ])
    for (const { message } of notices) expect(message).not.toMatch(/\{\{|^$/)
  })

  test('a dry run counts what the real one would', async () => {
    const core = await testCore()
    const before = dump(core.file)
    const dry = await importTexts(core, { text: example }, { dryRun: true })
    expect(dry.files).toEqual([{ file: 'text.csv', rows: 8, created: 9, updated: 0, unchanged: 0 }])
    expect(dump(core.file)).toEqual(before)
  })
})

test('text is one of the formats that go out', () => {
  expect(ExportFormat.options).toContain('txt')
})

describe('the command line', () => {
  beforeAll(ensureProgram)

  test('the sample goes out as text and comes in again without a change; for a customer it says nothing of ours', async () => {
    const folder = await temporaryFolder()
    const file = `${folder}/a.linchpin`
    await linchpin(['new', file, '--sample', '--lang', 'zh-CN'])
    const { value } = await linchpinJson(['accounts', file])
    const [account] = value as readonly { readonly name: string }[]
    const name = account?.name ?? ''
    const out = `${folder}/map.txt`
    for (const language of ['zh-CN', 'en']) {
      expect(await linchpin(['export', file, '--account', name, '--out', out, '--lang', language])).toMatchObject({ code: 0 })
      const back = await linchpinJson(['import', file, '--account', name, '--text', out])
      expect(back.value).toMatchObject({ files: [{ file: 'map.txt', created: 0, updated: 0 }], refused: [] })
    }

    const internal = await readFile(out, 'utf8')
    expect(internal).toMatch(/\+supportive|\+coach/)
    expect(internal).toMatch(/ d[1-4]\(/)
    await linchpin(['export', file, '--account', name, '--out', out, '--redact', 'customer-safe', '--lang', 'en'])
    const safe = await readFile(out, 'utf8')
    expect(safe).toContain(`# ${name}`)
    expect(safe).toMatch(/!decision/)
    expect(safe).not.toMatch(/supportive|opponent|neutral|coach|\?|\bd[0-4]\(| x | ~ |\^|hidden/)
  })

  test('refuses a text in the shape of every import', async () => {
    const folder = await temporaryFolder()
    const file = `${folder}/a.linchpin`
    const text = `${folder}/meeting.txt`
    await linchpin(['new', file])
    await writeFile(text, example.replace('!财务', '!皇帝'))
    const refused = await linchpinJson(['import', file, '--text', text])
    expect(refused.code).toBe(1)
    expect(refused.value).toMatchObject({
      files: [{ file: 'meeting.txt', rows: 8, created: 0 }],
      refused: [{ file: 'meeting.txt', line: 3, column: '16', value: '!皇帝', code: 'unknown_role' }],
    })
    await writeFile(text, example)
    expect((await linchpinJson(['import', file, '--text', text])).value).toMatchObject({ files: [{ created: 9 }], refused: [] })
    const out = `${folder}/out.txt`
    await linchpin(['export', file, '--out', out, '--lang', 'zh-CN'])
    expect((await readFile(out, 'utf8')).trim().split('\n')).toHaveLength(EXAMPLE_LINES)
  })
})
