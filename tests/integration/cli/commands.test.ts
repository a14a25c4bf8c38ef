import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openWorkspace } from '../../../src-main/workerClient'
import { ensureProgram, krackhardt, linchpin, linchpinJson } from '../../support/cli'
import { folderState, smallMap } from '../../support/core'
import { temporaryFolder, workspaceFile } from '../../support/workspace'

beforeAll(ensureProgram, 180_000)

const filledFile = () => workspaceFile(async (core) => void (await smallMap(core)))
const inFolder = async (name: string) => join(await temporaryFolder(), name)

describe('new', () => {
  test('makes an empty workspace', async () => {
    const file = await inFolder('空 工作区.linchpin')
    expect(await linchpinJson(['new', file])).toMatchObject({ code: 0, value: { file }, stderr: '' })
    expect(await linchpinJson(['accounts', file])).toMatchObject({ code: 0, value: [] })
    expect(await linchpinJson(['check', file])).toMatchObject({ code: 0, value: { ok: true, findings: [] } })
    expect(Object.keys(folderState(file))).toEqual(['空 工作区.linchpin'])
  })

  test('with a language that the app will begin in', async () => {
    const file = await inFolder('x.linchpin')
    expect(await linchpin(['new', file, '--lang', 'zh-CN'])).toEqual({ code: 0, stdout: '', stderr: `已新建 ${file}。\n` })
    const workspace = await openWorkspace(file)
    onTestFinished(() => workspace.close())
    expect(await workspace.call('workspace.info', {})).toMatchObject({ value: { language: 'zh-CN' } })
  })

  test('never takes the place of a file', async () => {
    const file = await filledFile()
    const before = folderState(file)
    for (const options of [[], ['--sample']]) {
      expect(await linchpinJson(['new', file, ...options])).toMatchObject({
        code: 1,
        value: { error: { code: 'file_exists', params: { value: file } } },
      })
    }
    expect(folderState(file)).toEqual(before)
  })
})

describe('accounts and people', () => {
  test('list what there is', async () => {
    const file = await filledFile()
    const before = folderState(file)
    const accounts = await linchpinJson(['accounts', file])
    expect(accounts.value).toMatchObject([{ name: 'Acme', people: 3, opportunities: ['Plant'] }])
    expect(Object.keys((accounts.value as object[])[0] ?? {})).toEqual(['id', 'name', 'people', 'opportunities'])
    const people = await linchpinJson(['people', file, '--account', 'Acme'])
    expect(people).toMatchObject({ code: 0, stderr: '' })
    expect(people.value).toMatchObject([
      { name: 'Acme boss', title: "Acme boss's title", department: '', side: 'theirs', tier: 'executive' },
      { name: 'Acme clerk', side: 'theirs', tier: 'manager' },
      { name: 'Acme seller', side: 'ours' },
    ])
    expect(Object.keys((people.value as object[])[0] ?? {}).sort()).toEqual(
      ['id', 'name', 'title', 'department', 'side', 'tier'].sort(),
    )
    expect(folderState(file)).toEqual(before)
    expect((await linchpin(['accounts', file])).stdout).toBe('Acme\t3 people\tPlant\n')
    expect((await linchpin(['people', file, '--account', 'Acme'])).stdout.split('\n')).toHaveLength(4)
  })

  test('find an account by its name, then by its id', async () => {
    let id = ''
    const file = await workspaceFile(async (core) => {
      const { accountId } = await smallMap(core)
      id = accountId
      // Named like the id of another.
      await smallMap(core, 'Bolt')
      await core.run('account.create', { name: accountId.toUpperCase() })
    })
    expect((await linchpinJson(['people', file, '--account', id])).value).toHaveLength(3)
    expect((await linchpinJson(['people', file, '--account', id.toUpperCase()])).value).toEqual([])
    expect(await linchpinJson(['people', file, '--account', 'acme'])).toMatchObject({
      code: 1,
      value: { error: { code: 'not_found', params: { kind: 'account', value: 'acme' } } },
    })
  })
})

describe('import', () => {
  test('takes in a real organization, and again without doubling it', async () => {
    const file = await inFolder('k.linchpin')
    await linchpin(['new', file])
    const args = ['import', file, '--account', 'Krackhardt', '--people', krackhardt('people'), '--ties', krackhardt('ties')]
    const first = await linchpinJson(args)
    expect(first).toMatchObject({ code: 0, value: { refused: [] } })
    expect((first.value as { files: unknown }).files).toMatchObject([
      { file: 'people.csv', created: 21, updated: 0, unchanged: 0 },
      { file: 'ties.csv' },
    ])
    expect((await linchpinJson(['people', file, '--account', 'Krackhardt'])).value).toHaveLength(21)
    expect(await linchpinJson(args)).toMatchObject({ code: 0, value: { refused: [] } })
    expect((await linchpinJson(['accounts', file])).value).toMatchObject([{ name: 'Krackhardt', people: 21 }])
    expect(await linchpinJson(['check', file])).toMatchObject({ code: 0, value: { ok: true } })
  })

  test('tries without writing', async () => {
    const file = await inFolder('k.linchpin')
    await linchpin(['new', file])
    const before = folderState(file)
    const run = await linchpinJson(['import', file, '--account', 'K', '--people', krackhardt('people'), '--dry-run'])
    expect(run).toMatchObject({ code: 0, value: { files: [{ created: 21 }], refused: [] } })
    expect((await linchpinJson(['accounts', file])).value).toEqual([])
    expect(Object.keys(folderState(file))).toEqual(Object.keys(before))
  })

  test('refuses the whole import and names each row', async () => {
    const file = await filledFile()
    const csv = join(file, '..', 'people.csv')
    writeFileSync(csv, 'id,name,tier,reports_to,from\nP1,Wang,boss,,2026-02-30\nP2,Li,manager,P7,\n')
    const run = await linchpinJson(['import', file, '--account', 'Acme', '--people', csv])
    expect(run.code).toBe(1)
    const { refused } = run.value as { refused: { line: number; column: string; value: string; message: string }[] }
    expect(refused.map(({ line, column, value }) => [line, column, value])).toEqual(
      expect.arrayContaining([
        [2, 'tier', 'boss'],
        [2, 'from', '2026-02-30'],
        [3, 'reports_to', 'P7'],
      ]),
    )
    for (const { message } of refused) expect(message).not.toMatch(/\{\{|^$/)
    expect((await linchpinJson(['accounts', file])).value).toMatchObject([{ people: 3 }])
  })

  test('of nothing, or of a file that there is not', async () => {
    const file = await filledFile()
    expect(await linchpinJson(['import', file])).toMatchObject({ code: 2, value: { error: { code: 'usage' } } })
    expect(await linchpinJson(['import', file, '--people', '/no/such.csv'])).toMatchObject({
      code: 1,
      value: { error: { code: 'file_missing', params: { value: '/no/such.csv' } } },
    })
  })
})

describe('export', () => {
  test('writes the whole workspace as JSON, the same bytes each time', async () => {
    const file = await filledFile()
    const [one, two] = [join(file, '..', 'one.json'), join(file, '..', 'two.json')]
    expect(await linchpinJson(['export', file, '--out', one])).toMatchObject({ code: 0, value: { file: one } })
    await linchpin(['export', file, '--out', two])
    expect(readFileSync(one).equals(readFileSync(two))).toBe(true)
    expect(JSON.stringify(JSON.parse(readFileSync(one, 'utf8')))).toContain('Acme seller')
  })

  test.each([
    [['--out', 'x.bmp'], 'unknown_format', 'bmp'],
    [['--out', 'x.svg', '--map', 'pie'], 'unknown_word', 'pie'],
    [['--out', 'x.svg', '--layer', 'mood'], 'unknown_word', 'mood'],
    [['--out', 'x.svg', '--as-of', '2026-02-30'], 'unknown_word', '2026-02-30'],
    [['--out', 'x.svg', '--redact', 'all'], 'unknown_word', 'all'],
    [['--out', 'x.svg', '--lang', 'fr'], 'unknown_word', 'fr'],
    [['--out', 'x.svg', '--account', 'Nobody'], 'not_found', 'Nobody'],
    [['--out', 'x.svg', '--opportunity', 'Nothing'], 'not_found', 'Nothing'],
  ])('%j is refused', async (options, code, value) => {
    const file = await filledFile()
    const before = folderState(file)
    expect(await linchpinJson(['export', file, ...options])).toMatchObject({
      code: 1,
      value: { error: { code, params: { value } } },
    })
    expect(folderState(file)).toEqual(before)
    expect(existsSync(options[1] ?? '')).toBe(false)
  })

  test('of a workspace without accounts says so', async () => {
    const file = await workspaceFile()
    expect(await linchpinJson(['export', file, '--out', join(file, '..', 'x.svg')])).toMatchObject({
      code: 1,
      value: { error: { code: 'no_account' } },
    })
  })

  test('to a place that cannot be written leaves nothing', async () => {
    const file = await filledFile()
    const out = join(file, '..', 'no', 'x.json')
    expect(await linchpinJson(['export', file, '--out', out])).toMatchObject({
      code: 1,
      value: { error: { code: 'file_unwritable' } },
    })
    expect(Object.keys(folderState(file))).toEqual(['test.linchpin'])
  })
})

describe('backup and restore', () => {
  test('also while the app has the file open', async () => {
    const file = await filledFile()
    const copy = join(file, '..', 'copy.linchpin')
    const workspace = await openWorkspace(file)
    onTestFinished(() => workspace.close())
    await workspace.call('account.create', { name: 'Only in the log' })
    expect(await linchpinJson(['backup', file, copy])).toMatchObject({ code: 0, value: { file: copy } })
    expect((await linchpinJson(['accounts', copy])).value).toMatchObject([{ name: 'Acme' }, { name: 'Only in the log' }])
    await workspace.call('account.create', { name: 'Since then' })
    expect(await linchpinJson(['restore', copy, file])).toMatchObject({
      code: 0,
      value: { file, kept: `${file}.before-restore` },
    })
    expect(await workspace.call('account.list', {})).toMatchObject({ value: [{ name: 'Acme' }, { name: 'Only in the log' }] })
  })

  test('say what became of what', async () => {
    const file = await filledFile()
    const copy = `${file}.copy`
    expect(await linchpin(['backup', file, copy])).toMatchObject({ code: 0, stdout: '', stderr: `Copied ${file} to ${copy}.\n` })
    expect((await linchpin(['restore', copy, file])).stderr).toContain(`${file}.before-restore`)
    expect(await linchpinJson(['backup', file, copy])).toMatchObject({ code: 1, value: { error: { code: 'file_exists' } } })
  })
})

describe('check', () => {
  test('is content with loose ends and not with broken references', async () => {
    const file = await workspaceFile(async (core) => {
      const { boss } = await smallMap(core)
      await core.run('judgement.record', {
        subjectId: boss.personId,
        kind: 'stance',
        value: 'coach',
        madeOn: '2020-01-01',
        expiresOn: '2020-06-01',
      })
    })
    const fine = await linchpinJson(['check', file])
    expect(fine).toMatchObject({ code: 0, value: { ok: true, findings: [{ code: 'expired_judgement', severity: 'warning' }] } })
    expect((await linchpin(['check', file], { LANG: 'zh_CN.UTF-8' })).stdout).toMatch(/Acme boss/)

    const { default: SQLite } = await import('better-sqlite3')
    const raw = new SQLite(file)
    raw.pragma('foreign_keys = OFF')
    raw.exec('DELETE FROM organization')
    raw.close()
    const broken = await linchpinJson(['check', file])
    expect(broken).toMatchObject({ code: 1, value: { ok: false } })
    expect(JSON.stringify(broken.value)).toContain('foreign_key')
  })
})
