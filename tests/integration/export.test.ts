import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, test } from 'vitest'
import type { Core } from '../../src-main/core/core'
import { pngScale } from '../../src-main/export/png'
import type { Workspace } from '../../src-main/workerClient'
import { contract, type Endpoint, type Input } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import { generateCompany } from '../fixtures/company'
import { emptyCore, graphOf, imported, IMPORT_DAY } from '../support/importing'
import { darkPixels, decodePng } from '../support/pngPixels'
import { temporaryWorkspace } from '../support/workspace'

const people = `id,name,title,department,reports_to,tier,side,organization
P1,王建国,总经理,总部,,executive,,
P2,李敏,财务总监,财务部,P1,manager,,
P3,,技术主管,信息中心,P1,manager,,
A1,周工,设计院专家,,,manager,third-party,华东设计院
O1,陈晨,客户经理,大客户部,,manager,ours,我方科技`
const ties = `from,to,kind,strength\nP2,P1,influences,strong\nA1,P1,conflicts-with,medium`
const roles = `person,opportunity,role,chain\nP1,配网改造,economic-buyer,approval\nP2,配网改造,financial-controller,commercial\nA1,配网改造,influencer,hidden`
const judgements = `subject,by,kind,value,date,evidence\nP2,O1,depth,3,2026-11-01,多次面谈\nP1,O1,stance,opponent,2026-11-01,会上反对`

/** A small account, named as files must not be. */
async function smallCore(): Promise<Core> {
  const core = await emptyCore()
  await imported(core, { people, ties, roles, judgements }, { account: '华东/电力:<1>' })
  return core
}

async function exported(core: Core, asked: Partial<Input<'export.file'>>) {
  const [account] = await core.run('account.list', {})
  if (!account) throw new Error('no account')
  const { fileName, mediaType, bytes } = await core.run('export.file', {
    format: 'svg',
    accountId: account.id,
    opportunityId: account.opportunities[0]?.id ?? null,
    asOf: IMPORT_DAY,
    language: 'zh-CN',
    ...asked,
  })
  return { fileName, mediaType, bytes: Buffer.from(bytes, 'base64') }
}

/** A call's value through a workspace's threads. */
async function answered(workspace: Workspace, endpoint: Endpoint, input: unknown): Promise<unknown> {
  const reply = await workspace.call(endpoint, input)
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.value
}

const textsOf = (svg: Buffer): string[] =>
  Array.from(
    new DOMParser().parseFromString(svg.toString(), 'image/svg+xml').getElementsByTagName('text'),
    ({ textContent }) => textContent ?? '',
  )

describe('SVG', () => {
  test('has names, titles and departments as text, and a name every system takes', async () => {
    const { fileName, mediaType, bytes } = await exported(await smallCore(), {})
    expect(fileName).toBe('华东 电力 1 配网改造 角色图 2026-11-21.svg')
    expect(mediaType).toBe('image/svg+xml')
    expect(textsOf(bytes)).toEqual(
      expect.arrayContaining(['王建国', '总经理', '财务部', '待识别', '华东设计院', '陈晨', '最终决策者']),
    )
  })

  test('is the same twice, and differs by drawing and layer', async () => {
    const core = await smallCore()
    const asked = [{}, { drawing: 'influence' }, { drawing: 'grid' }, { layer: 'stance' }, { layer: 'coverage' }] as const
    const files = new Set<string>()
    for (const ask of asked) {
      const { bytes } = await exported(core, ask)
      expect((await exported(core, ask)).bytes.equals(bytes)).toBe(true)
      files.add(bytes.toString())
    }
    expect(files.size).toBe(asked.length)
  })

  test('shows a map as of its day', async () => {
    const core = await emptyCore()
    await imported(core, { people: 'id,name,from,to\nP1,早退者,2020-01-01,2024-01-01\nP2,后来者,2025-01-01,' })
    expect(textsOf((await exported(core, { asOf: '2023-01-01' })).bytes)).toContain('早退者')
    const now = textsOf((await exported(core, {})).bytes)
    expect(now).toContain('后来者')
    expect(now).not.toContain('早退者')
  })

  test('for customers says nothing that is ours to know', async () => {
    for (const drawing of ['role', 'influence', 'grid'] as const) {
      const { bytes } = await exported(await smallCore(), { drawing, layer: 'stance', redaction: 'customer-safe' })
      for (const word of ['反对', '周工', '信任', '对立']) expect(bytes.toString()).not.toContain(word)
      expect(textsOf(bytes)).toContain('李敏')
    }
  })

  test('folds the departments asked for', async () => {
    const core = await smallCore()
    const graph = await graphOf(core)
    const unit = graph.units.find(({ name }) => name === '财务部')
    const texts = textsOf((await exported(core, { foldedUnits: [unit?.id ?? ''] })).bytes)
    expect(texts).toContain('1 人')
    expect(texts).not.toContain('李敏')
  })
})

describe('PNG', () => {
  test('is the SVG at two pixels a unit, with Chinese letters that are drawn', async () => {
    const core = await smallCore()
    const svg = new DOMParser().parseFromString((await exported(core, {})).bytes.toString(), 'image/svg+xml')
    const { bytes, mediaType } = await exported(core, { format: 'png' })
    expect(mediaType).toBe('image/png')
    const picture = decodePng(bytes)
    expect(picture.width).toBe(2 * Number(svg.documentElement?.getAttribute('width')))
    expect(picture.height).toBe(2 * Number(svg.documentElement?.getAttribute('height')))

    // The account's name stands on the ground: its characters differ from the ground beside them and from each other.
    const name = Array.from(svg.getElementsByTagName('text')).find(({ textContent }) => textContent === '华东/电力:<1>')
    const [x, y, size] = ['x', 'y', 'font-size'].map((key) => 2 * Number(name?.getAttribute(key)))
    if (x === undefined || y === undefined || size === undefined) throw new Error('no title')
    const character = (i: number): number => darkPixels(picture, x + i * size, y - size, size, size * 1.2)
    expect(character(0)).toBeGreaterThan(size * size * 0.08)
    expect(character(1)).toBeGreaterThan(size * size * 0.08)
    expect(character(0)).not.toBe(character(1))
    expect(darkPixels(picture, x + 14 * size, y - size, size, size)).toBe(0)
  })

  test('of 300 people is made by the real worker', async () => {
    const workspace = await temporaryWorkspace(async (core) => void (await imported(core, generateCompany({ people: 300 }))))
    const [account] = contract['account.list'].output.parse(await answered(workspace, 'account.list', {}))
    const asked = { format: 'png', accountId: account?.id, asOf: IMPORT_DAY }
    const { bytes } = contract['export.file'].output.parse(await answered(workspace, 'export.file', asked))
    const png = Buffer.from(bytes, 'base64')
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
    expect(width).toBeGreaterThan(4_000)
    expect(width * height).toBeLessThanOrEqual(64_100_000)
  })

  test('is made smaller where it would be too large to open', () => {
    expect(pngScale(1_000, 1_000)).toBe(2)
    expect(pngScale(20_000, 10_000)).toBeCloseTo(0.566, 3)
  })
})

test('characters that our fonts lack are told with the names they stand in, where the file would show boxes', async () => {
  const core = await emptyCore()
  await imported(core, {
    people: 'id,name,title,side\nP1,𠮷田 健,部长,theirs\nP2,김민준,经理,theirs\nP3,王建国,主管 🚀,theirs\n',
  })
  const [account] = await core.run('account.list', {})
  const asked = { accountId: account?.id, asOf: IMPORT_DAY, language: 'zh-CN' } as const
  const told = [
    { words: '𠮷田 健', letters: ['𠮷'] },
    { words: '김민준', letters: ['김', '민', '준'] },
    { words: '主管 🚀', letters: ['🚀'] },
  ]
  const inOrder = (missing: readonly { readonly words: string }[]) => missing.toSorted((a, b) => (a.words < b.words ? -1 : 1))
  for (const format of ['pdf', 'png'] as const) {
    const { missingLetters } = await core.run('export.preview', { ...asked, format })
    expect(inOrder(missingLetters)).toEqual(inOrder(told))
    expect((await core.run('export.file', { ...asked, format })).missingLetters).toEqual(missingLetters)
  }
  for (const format of ['pptx', 'docx', 'svg', 'xlsx', 'txt'] as const) {
    const { missingLetters } = await core.run('export.preview', { ...asked, format })
    expect(missingLetters).toEqual([])
  }
})

describe('refused', () => {
  const codeOf = async (asked: Partial<Input<'export.file'>>): Promise<string> => {
    try {
      await exported(await smallCore(), asked)
    } catch (error) {
      if (error instanceof AppError) return String(error.code)
      throw error
    }
    throw new Error('not refused')
  }

  test('a picture of no account, an unknown account, an unknown opportunity', async () => {
    expect(await codeOf({ accountId: undefined })).toBe('not_found')
    expect(await codeOf({ accountId: 'nobody' })).toBe('not_found')
    expect(await codeOf({ opportunityId: 'nothing' })).toBe('not_found')
  })

  test('a complete record that is to hide something', async () => {
    expect(await codeOf({ format: 'json', redaction: 'customer-safe' })).toBe('redaction_incomplete')
  })
})

test('JSON of the account and of the workspace is a bundle with a name', async () => {
  const core = await smallCore()
  const account = await exported(core, { format: 'json' })
  expect(account.fileName).toBe('华东 电力 1 2026-11-21.json')
  expect(JSON.parse(account.bytes.toString())).toMatchObject({ scope: 'account' })
  const whole = await exported(core, { format: 'json', accountId: undefined })
  expect(whole.fileName).toBe('test 2026-11-21.json')
  expect(JSON.parse(whole.bytes.toString())).toMatchObject({ scope: 'workspace' })
})
