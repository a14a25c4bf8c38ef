import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shippedMethod } from '../../../src-shared/model/method'
import type { QuickPerson } from '../../../src-shared/quickEntry/document'
import { parseQuickEntry } from '../../../src-shared/quickEntry/parse'
import { understandText } from '../../../src-shared/quickEntry/understand'
import { nastyText } from './graphs'

const read = (text: string) => parseQuickEntry(text, shippedMethod)

/** What a line says, without places and without what it does not say. */
function line(text: string): Record<string, unknown> {
  const { document, problems } = read(text)
  expect(problems).toEqual([])
  expect(document.people).toHaveLength(1)
  return said(document.people[0])
}

function said(person: QuickPerson | undefined): Record<string, unknown> {
  if (!person) throw new Error('no such line')
  const { place, name, roles, depths, ...rest } = person
  expect(place.line).toBeGreaterThan(0)
  const words = {
    ...rest,
    name: name && (name.mark === '' ? name.text : `${name.text}#${name.mark}`),
    roles: roles.map(({ role, chains }) => (chains ? { role, chains } : role)),
    depths: depths.map(({ ours, depth }) => `${ours?.text ?? 'me'} ${depth}`),
  }
  return Object.fromEntries(
    Object.entries(words).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)),
  )
}

const example = `# 华东电力 / 配网改造项目
王建国 总经理 @总部 !决策 +支持 ^核心
  李敏 财务总监 @财务部 !财务 ?未知
  赵强 信息中心主任 @信息中心 !技术 -反对 d2(陈晨)
    (待定) 运维主管 !使用
周工 设计院专家 [华东设计院] !影响 +教练
周工 -> 赵强 强
李敏 x 赵强
`

const exampleLines = [
  { name: '王建国', title: '总经理', unit: '总部', roles: ['economic-buyer'], stance: 'supportive', political: 'inner' },
  { name: '李敏', title: '财务总监', unit: '财务部', superior: 0, roles: ['financial-controller'], stance: 'unknown' },
  {
    name: '赵强',
    title: '信息中心主任',
    unit: '信息中心',
    superior: 0,
    roles: ['technical-evaluator'],
    stance: 'opponent',
    depths: ['陈晨 2'],
  },
  { placeholder: '待定', title: '运维主管', superior: 2, roles: ['user'] },
  { name: '周工', title: '设计院专家', side: 'third-party', organization: '华东设计院', roles: ['influencer'], stance: 'coach' },
]

test.each([
  ['at the margin', example],
  ['indented as a whole', example.replace(/^(?=.)/gm, '    ')],
  ['with tabs', example.replace(/^ {4}/gm, '\t\t').replace(/^ {2}/gm, '\t')],
  ['with full-width blanks', example.replace(/ {2}/g, '　')],
  ['with Windows line ends', example.replaceAll('\n', '\r\n')],
  [
    'with full-width signs',
    example
      .replace(/[#@!+^?()[\]]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
      .replace('->', '→')
      .replace(' x ', ' × '),
  ],
])('the example of the product, %s', (_how, text) => {
  const { document, problems } = read(text)
  expect(problems).toEqual([])
  expect(document.account?.text).toBe('华东电力')
  expect(document.opportunity?.text).toBe('配网改造项目')
  expect(document.people.map(said)).toEqual(exampleLines)
  expect(
    document.ties.map(({ from, to, kind, strength, confidence }) => [from.text, kind, to.text, strength, confidence]),
  ).toEqual([
    ['周工', 'influences', '赵强', 0.9, null],
    ['李敏', 'conflicts-with', '赵强', null, null],
  ])
})

test('the same in English words', () => {
  const { document, problems } = read(`# East Power / Grid renewal
Wang Jianguo CEO @Head Office !decision +supportive ^inner
  Li Min, Finance Director @Finance !finance ?unknown
  Zhao Qiang, Head of IT @Information Centre !technical -opponent d2(Chen Chen)
    (TBD) Operations lead !user
Zhou Gong, expert [East Design Institute] !influencer +coach
Zhou Gong -> Zhao Qiang strong
Li Min x Zhao Qiang`)
  expect(problems).toEqual([])
  expect(document.people.map(said)).toEqual([
    {
      name: 'Wang Jianguo',
      title: 'CEO',
      unit: 'Head Office',
      roles: ['economic-buyer'],
      stance: 'supportive',
      political: 'inner',
    },
    {
      name: 'Li Min',
      title: 'Finance Director',
      unit: 'Finance',
      superior: 0,
      roles: ['financial-controller'],
      stance: 'unknown',
    },
    {
      name: 'Zhao Qiang',
      title: 'Head of IT',
      unit: 'Information Centre',
      superior: 0,
      roles: ['technical-evaluator'],
      stance: 'opponent',
      depths: ['Chen Chen 2'],
    },
    { placeholder: 'TBD', title: 'Operations lead', superior: 2, roles: ['user'] },
    {
      name: 'Zhou Gong',
      title: 'expert',
      side: 'third-party',
      organization: 'East Design Institute',
      roles: ['influencer'],
      stance: 'coach',
    },
  ])
  expect(document.ties.map(({ from, to, strength }) => [from.text, to.text, strength])).toEqual([
    ['Zhou Gong', 'Zhao Qiang', 0.9],
    ['Li Min', 'Zhao Qiang', null],
  ])
})

test.each([
  ['Wang Jianguo CFO @Finance', { name: 'Wang Jianguo', title: 'CFO', unit: 'Finance' }],
  ['Anna Head, VP, Sales', { name: 'Anna Head', title: 'VP, Sales' }],
  ['"Anna Head" Director', { name: 'Anna Head', title: 'Director' }],
  ['Anna Berg  plumber', { name: 'Anna Berg', title: 'plumber' }],
  ['Anna Berg | plumber', { name: 'Anna Berg', title: 'plumber' }],
  ['Anna Berg - plumber', { name: 'Anna Berg', title: 'plumber' }],
  ['Wang Jianguo 总经理', { name: 'Wang Jianguo', title: '总经理' }],
  ['王伟#2 部长', { name: '王伟#2', title: '部长' }],
  [
    '赵强 主任＠信息中心！技术＾核心',
    { name: '赵强', title: '主任', unit: '信息中心', roles: ['technical-evaluator'], political: 'inner' },
  ],
  ['赵强 !决策!财务', { name: '赵强', roles: ['economic-buyer', 'financial-controller'] }],
  ['赵强 !决策(审批、技术)', { name: '赵强', roles: [{ role: 'economic-buyer', chains: ['technical', 'approval'] }] }],
  ['赵强 d2(陈晨、李雷) d3', { name: '赵强', depths: ['陈晨 2', '李雷 2', 'me 3'] }],
  ['赵强 深度２（陈晨）', { name: '赵强', depths: ['陈晨 2'] }],
  ['赵强 客户经理（AR） // 明天再问', { name: '赵强', title: '客户经理（AR）' }],
  ['赵强 主任 @信息中心 兼书记', { name: '赵强', title: '主任 兼书记', unit: '信息中心' }],
  ['[我方：启枢科技] 陈晨 客户经理', { name: '陈晨', title: '客户经理', side: 'ours', organization: '启枢科技' }],
  ['陈晨 [我方]', { name: '陈晨', side: 'ours' }],
  ['周工 [Customer Care Ltd]', { name: '周工', side: 'third-party', organization: 'Customer Care Ltd' }],
  ['周工 ["我方"]', { name: '周工', side: 'third-party', organization: '我方' }],
  ['赵强 *高层 =中立', { name: '赵强', tier: 'executive', stance: 'neutral' }],
  ['赵强 ?', { name: '赵强', stance: 'unknown' }],
  ['- 赵强 主任', { name: '赵强', title: '主任' }],
  ['待定 运维主管', { placeholder: '待定', title: '运维主管' }],
] satisfies [string, Record<string, unknown>][])('%s', (text, expected) => {
  const { organization, ...rest } = line(text)
  expect({ ...rest, ...(organization !== undefined && { organization }) }).toEqual(expected)
})

test.each([
  ['周工->赵强', '周工', 'influences', '赵强', null, null, ''],
  ['周工 <- 赵强', '赵强', 'influences', '周工', null, null, ''],
  ['李敏 <-> 赵强 弱 传闻', '李敏', 'allied-with', '赵强', 0.3, 0.4, ''],
  ['李敏 = 赵强', '李敏', 'allied-with', '赵强', null, null, ''],
  ['李敏 ～ 赵强 同学 强', '李敏', 'personal', '赵强', 0.9, null, '同学'],
  ['李敏×赵强 0.75 ?60%', '李敏', 'conflicts-with', '赵强', 0.75, 0.6, ''],
  ['Li Min ~ Zhao Qiang, same school, likely', 'Li Min', 'personal', 'Zhao Qiang', null, 0.7, 'same school'],
] as const)('tie %s', (text, ...expected) => {
  const { document, problems } = read(text)
  expect(problems).toEqual([])
  expect(
    document.ties.map(({ from, to, kind, strength, confidence, note }) => [from.text, kind, to.text, strength, confidence, note]),
  ).toEqual([expected])
})

test('ties in a row', () => {
  const { document } = read('甲 -> 乙 强 -> 丙')
  expect(document.ties.map(({ from, to, strength }) => [from.text, to.text, strength])).toEqual([
    ['甲', '乙', 0.9],
    ['乙', '丙', null],
  ])
})

test('a company on a line of its own holds for those below it and whoever is below them', () => {
  const { document } = read('王建国 总经理\n[我方: 启枢]\n陈晨 经理\n  李雷 工程师\n周工 [设计院]\n[客户]\n李敏')
  expect(document.people.map(({ side, organization, superior }) => [side, organization, superior])).toEqual([
    [null, null, null],
    ['ours', '启枢', null],
    ['ours', '启枢', 1],
    ['third-party', '设计院', null],
    ['theirs', '', null],
  ])
})

test.each([
  ['赵强 !火星', 'unknown_role', 3, 6],
  ['赵强 +很好', 'unknown_stance', 3, 6],
  ['赵强 ^天上', 'unknown_political', 3, 6],
  ['赵强 *天上', 'unknown_tier', 3, 6],
  ['赵强 !决策(天)', 'unknown_chain', 7, 8],
  ['赵强 d7(陈晨)', 'depth_range', 3, 9],
  ['赵强 @', 'empty_sign', 3, 4],
  ['  +支持', 'name_missing', 2, 5],
  ['赵强 "主任', 'quote_open', 3, 6],
  ['周工 [设计院', 'bracket_open', 3, 7],
  ['# a\n# b', 'header_twice', 0, 3],
  ['赵强 ->', 'tie_incomplete', 3, 5],
  ['赵强 主任 -> 李敏', 'tie_extra', 3, 5],
] as const)('%s is pointed out at its place', (text, code, from, to) => {
  const { problems } = read(text)
  expect(problems.map((problem) => [problem.code, problem.place.line, problem.place.from, problem.place.to])).toEqual([
    [code, text.split('\n').length, from, to],
  ])
})

test('no text whatever makes it throw, and every place is in the text', () => {
  const anyText = fc.oneof(
    fc.string({ maxLength: 200, unit: 'binary' }),
    fc
      .array(fc.oneof(nastyText, fc.constantFrom('\n', '\n  ', ' ', '\t', '　', ',', '|')), { maxLength: 40 })
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(anyText, (text) => {
      const lines = text.split(/\r\n|\r|\n/)
      for (const { problems, document } of [read(text), understandText(text, shippedMethod)]) {
        for (const { place } of [...problems, ...document.people, ...document.ties]) {
          expect(place.line).toBeLessThanOrEqual(lines.length)
          expect(place.from).toBeLessThanOrEqual(place.to)
        }
        for (const [index, { superior }] of document.people.entries()) if (superior !== null) expect(superior).toBeLessThan(index)
      }
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  '"',
  '(',
  '[',
  '!',
  '-',
  '->',
  '<',
  '王',
  'a ',
  '@',
  'd2(',
  '\\"',
  '王 -> ',
  '!决策(',
  'd2 ',
  '!用 ',
  '王\n',
  '王\n ',
  ', ',
  '- ',
])('%s many times over takes time in proportion', (part) => {
  // The best of three: other work on the machine must not count.
  const time = (count: number): number => {
    const text = part.repeat(count)
    return Math.min(
      ...[1, 2, 3].map(() => {
        const start = performance.now()
        read(text)
        return performance.now() - start
      }),
    )
  }
  const [short, long] = [time(8_000), time(64_000)]
  // Eight times the text: a quadratic reader would take 64 times as long. What takes next to nothing is no measure.
  expect(long).toBeLessThan(30 * Math.max(short, 20))
})
