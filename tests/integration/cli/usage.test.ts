import { statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ensureProgram, linchpin, linchpinJson } from '../../support/cli'
import { folderState, smallMap } from '../../support/core'
import { temporaryFolder, workspaceFile } from '../../support/workspace'

beforeAll(ensureProgram, 180_000)

const commands = ['new', 'import', 'accounts', 'people', 'export', 'check', 'backup', 'restore', 'serve']
const chinese = /\p{Script=Han}/u

describe('help', () => {
  test('lists every command and ends well', async () => {
    const { code, stdout, stderr } = await linchpin(['--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command} `, 'm'))
    expect(stdout).not.toMatch(chinese)
  })

  test.each(commands)('of %s', async (command) => {
    const { code, stdout } = await linchpin([command, '--help'], { LANG: 'zh_CN.UTF-8' })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^用法：/)
    expect(stdout).not.toMatch(/Usage|Options|display|cli\./)
  })

  test('is what no command at all gets, as a failure', async () => {
    expect(await linchpin([])).toMatchObject({ code: 2, stdout: '' })
    expect(await linchpinJson([])).toMatchObject({ code: 2, value: { error: { code: 'usage' } } })
  })

  test('the version', async () => {
    const version = await linchpin(['--version'])
    expect(version.code).toBe(0)
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describe('wrong usage ends with 2 and a sentence', () => {
  test.each(['analyze', 'ACCOUNTS', '帮助', '__proto__'])('unknown command %s', async (command) => {
    const run = await linchpinJson([command, 'x.linchpin', '--account', 'A'])
    expect(run).toMatchObject({ code: 2, value: { error: { code: 'unknown_command', params: { value: command } } } })
    expect(run.stderr).toContain(command)
    expect(run.stderr).toContain('accounts')
  })

  test.each([
    [['accounts'], 'file'],
    [['people', 'x.linchpin'], '--account'],
    [['export', 'x.linchpin', '--out'], '--out'],
    [['export', 'x.linchpin'], '--out'],
    [['backup', 'x.linchpin'], 'to'],
    [['restore', 'x.linchpin'], 'file'],
    [['new'], 'file'],
    [['accounts', 'x.linchpin', '--verbose'], '--verbose'],
    [['accounts', 'x.linchpin', 'y.linchpin'], 'accounts'],
    [['serve', 'x.linchpin', '--port', 'eighty'], 'eighty'],
  ])('%j names %s', async (args, named) => {
    for (const [LANG, language] of [
      ['en_GB.UTF-8', 'en'],
      ['zh_CN.UTF-8', 'zh-CN'],
    ] as const) {
      const { code, value, stderr } = await linchpinJson(args, { LANG })
      const { error } = value as { error: { code: string; message: string; params: object } }
      expect({ code, error: error.code }).toEqual({ code: 2, error: 'usage' })
      expect(error.message).toContain(named)
      expect(stderr).toBe(`${error.message}\n`)
      expect(chinese.test(error.message)).toBe(language === 'zh-CN')
      expect(error.message).not.toMatch(/error:|cli\./)
    }
  })
})

describe('a file that will not do ends with 1, a code and a sentence, and stays as it is', () => {
  const damage = async () => {
    const file = await workspaceFile(async (core) => void (await smallMap(core)))
    truncateSync(file, Math.floor(statSync(file).size / 2))
    return file
  }
  const text = async () => {
    const file = join(await temporaryFolder(), 'notes.linchpin')
    writeFileSync(file, 'hello')
    return file
  }
  test.each([
    ['file_missing', async () => join(await temporaryFolder(), 'nowhere.linchpin')],
    ['file_foreign', text],
    ['file_damaged', damage],
  ])('%s', async (code, make) => {
    const file = await make()
    const before = folderState(file)
    const target = join(await temporaryFolder(), 'target')
    for (const args of [
      ['accounts', file],
      ['people', file, '--account', 'A'],
      ['check', file],
      ['export', file, '--out', `${target}.json`],
      ['backup', file, target],
      ['restore', file, target],
      ['import', file, '--people', import.meta.filename],
      ['serve', file, '--no-open'],
    ]) {
      const run = await linchpinJson(args)
      expect({ args, run }).toMatchObject({ args, run: { code: 1, value: { error: { code } } } })
      const { error } = run.value as { error: { message: string } }
      expect(run.stderr).toBe(`${error.message}\n`)
    }
    expect(folderState(file)).toEqual(before)
    expect(folderState(target)).toEqual({})
  })
})

describe('the language of messages', () => {
  test.each([
    [{ LANG: 'zh_CN.UTF-8' }, [], true],
    [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, [], true],
    [{ LANG: 'C' }, [], false],
    [{ LANG: '' }, [], false],
    [{ LANG: 'en_US.UTF-8' }, ['--lang', 'zh-CN'], true],
    [{ LANG: 'en_US.UTF-8' }, ['--lang=zh-CN'], true],
    [{ LANG: 'zh_CN.UTF-8' }, ['--lang', 'en'], false],
  ])('%j %j', async (env, options, isChinese) => {
    const { stderr } = await linchpin(['new', `${await temporaryFolder()}/no/x.linchpin`, ...options], env)
    expect(chinese.test(stderr)).toBe(isChinese)
  })

  test('a language that there is not', async () => {
    for (const command of [
      ['new', 'x.linchpin'],
      ['import', 'x.linchpin', '--people', 'x.csv'],
      ['serve', 'x.linchpin', '--no-open'],
    ]) {
      expect(await linchpinJson([...command, '--lang', 'fr'])).toMatchObject({
        value: { error: { code: 'unknown_word', params: { value: 'fr', words: 'zh-CN, en' } } },
      })
    }
  })
})
