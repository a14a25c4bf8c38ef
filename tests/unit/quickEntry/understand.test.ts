import { expect, test } from 'vitest'
import { shippedMethod } from '../../../src-shared/model/method'
import { parseQuickEntry } from '../../../src-shared/quickEntry/parse'
import { understandTable, understandText } from '../../../src-shared/quickEntry/understand'
import { writeDocument } from '../../../src-shared/quickEntry/write'

/** What a pasted text becomes as quick entry, and what is pointed out. */
function pasted(text: string): [string | undefined, string[], string[]] {
  const understanding = understandTable(text, shippedMethod)
  const written = understanding ? writeDocument(understanding.document, 'zh-CN', shippedMethod) : ''
  return [
    understanding?.form,
    written.trimEnd().split('\n'),
    (understanding?.problems ?? []).map(({ code, params }) => `${code} ${params.value ?? params.name}`),
  ]
}

const tree = ['王建国 总经理 @总部 !决策 +支持', '  李敏 财务总监 @财务部 !财务', '  赵强 主任 @信息中心 !技术 -反对']

test.each([
  [
    'a spreadsheet',
    '姓名\t职务\t部门\t上级\t角色\t立场\n赵强\t主任\t信息中心\t王建国\t技术\t反对\n王建国\t总经理\t总部\t\t决策\t支持\n李敏\t财务总监\t财务部\t王建国\t财务\t',
  ],
  [
    'CSV with English headings',
    'Name,Title,Department,Reports to,Role,Stance\n赵强,主任,信息中心,王建国,T,opponent\n王建国,总经理,总部,,E,supportive\n李敏,"财务总监",财务部,王建国,F,',
  ],
  [
    'Markdown',
    '| 姓名 | 职务 | 部门 | 直接上级 | 决策角色 | 态度 |\n|---|:---|---|---|---|---|\n| 王建国 | 总经理 | 总部 | | 决策 | 支持 |\n| 赵强 | 主任 | 信息中心 | 王建国 | 技术 | 反对 |\n| 李敏 | 财务总监 | 财务部 | 王建国 | 财务 | |',
  ],
])('%s with headings', (_what, text) => {
  const [form, lines, problems] = pasted(text)
  expect([form, problems]).toEqual(['table', []])
  expect([...lines].sort()).toEqual([...tree].sort())
  expect(lines[0]).toBe(tree[0])
})

test('a spreadsheet without headings is guessed by what the cells look like', () => {
  const [form, lines] = pasted('总部\t王建国\t总经理\t支持\n财务部\t李敏\t财务总监\t中立\n信息中心\t赵强\t主任\t反对')
  expect(form).toBe('table')
  expect(lines).toEqual(['王建国 总经理 @总部 +支持', '李敏 财务总监 @财务部 =中立', '赵强 主任 @信息中心 -反对'])
})

test('a superior without a row gets a line, what is not known is pointed out, a nameless row is a placeholder', () => {
  const [, lines, problems] = pasted(
    'Name,Title,Manager,Birthday,Role\nAnna Berg,Buyer,Carl Holm,May,chess\n,Head of IT,Carl Holm,,',
  )
  expect(lines).toEqual(['Carl Holm', '  Anna Berg, Buyer', '  (?) "Head of IT"'.replaceAll('"', '')])
  expect(problems).toEqual(['column_unknown Birthday', 'unknown_role chess'])
})

test('a loop of superiors is pointed out and nobody is lost', () => {
  const [, lines, problems] = pasted('姓名,职务,上级\n甲,部长,乙\n乙,科长,甲')
  expect(lines).toEqual(['甲 部长', '  乙 科长'])
  expect(problems).toEqual(['reporting_loop 甲'])
})

test.each([
  ['bullets', '• 王建国（总经理）\n  • 李敏（财务总监）\n  • 赵强（信息中心主任）\n    • 孙悦（科员）'],
  ['numbers', '1 王建国：总经理\n1.1 李敏：财务总监\n1.2 赵强：信息中心主任\n1.2.1 孙悦：科员'.replace('1 王', '1. 王')],
  ['Chinese numbers', '一、王建国 总经理\n（一）李敏 财务总监\n（二）赵强 信息中心主任\n1、孙悦 科员'],
  ['titles first', '- 总经理：王建国\n\t- 财务总监：李敏\n\t- 信息中心主任：赵强\n\t\t- 科员：孙悦'],
])('a list with %s', (_what, text) => {
  expect(pasted(text)).toEqual(['list', ['王建国 总经理', '  李敏 财务总监', '  赵强 信息中心主任', '    孙悦 科员'], []])
})

test('signs of quick entry hold in a list', () => {
  const [, lines] = pasted('1. Anna Berg (CEO) @Board !decision +supportive\n2. Carl Holm - plumber\n10. Dora Lind, CFO')
  expect(lines).toEqual(['Anna Berg, CEO @Board !决策 +支持', 'Carl Holm, plumber', 'Dora Lind, CFO'])
})

test.each([
  '# 甲 / 乙\n王建国 总经理 @总部\n  李敏 财务',
  'Anna Berg, CEO\nCarl Holm, CFO',
  '',
  '王建国\t总经理\t@总部\n李敏\t财务总监\t!财务',
])('%s is quick entry', (text) => {
  expect(understandTable(text, shippedMethod)).toBeNull()
  const { form, ...reading } = understandText(text, shippedMethod)
  expect(form).toBe('quick-entry')
  expect(reading).toEqual(parseQuickEntry(text, shippedMethod))
})
