import { expect, test } from 'vitest'
import type { AccountGraph } from '../../../src-shared/model/graph'
import { PersonId } from '../../../src-shared/model/ids'
import { shippedMethod } from '../../../src-shared/model/method'
import { matchQuickEntry, type MatchOptions } from '../../../src-shared/quickEntry/match'
import { parseQuickEntry } from '../../../src-shared/quickEntry/parse'
import { openChoices, type QuickPlan } from '../../../src-shared/quickEntry/plan'
import { GraphBuilder, DEAL, TODAY } from '../analytics/builder'

function plan(text: string, graph: AccountGraph | null, options: MatchOptions = {}): QuickPlan {
  return matchQuickEntry(parseQuickEntry(text, shippedMethod).document, graph, TODAY, { opportunityId: DEAL, ...options })
}

const company = () =>
  new GraphBuilder()
    .theirs('boss', { name: '王建国', tier: 'executive' })
    .theirs('it', { name: '赵强', reportsTo: 'boss' })
    .theirs('money', { name: '李敏', reportsTo: 'boss' })
    .ours('chen', { name: '陈晨' })
    .role('it', 'technical-evaluator')
    .stance('it', 'opponent')
    .tie('money', 'it', 'conflicts-with')

/** What a plan does, in short. */
const done = ({ operations }: QuickPlan) =>
  operations.map((planned) => {
    const { line, ...operation } = planned
    expect(line).toBeGreaterThan(0)
    return operation
  })
const meant = ({ mentions }: QuickPlan) =>
  mentions.map(({ name, resolution }) => [name, resolution.is === 'existing' ? resolution.personId : resolution.is])
const codes = ({ problems }: QuickPlan) => problems.map(({ code }) => code)

test.each([
  ['王建国', 'boss'],
  ['"王 建国"', 'boss'],
  ['wangjianguo', 'boss'],
  ['Wang Jianguo', 'boss'],
  ['Jianguo Wang', 'boss'],
  ['Wáng Jiànguó', 'boss'],
  ['wjg', 'boss'],
  ['ZQ', 'it'],
  ['chenchen', 'chen'],
])('%s is somebody who is there', (name, id) => {
  const matched = plan(name, company().graph())
  expect(meant(matched)).toEqual([[name.replaceAll('"', ''), id]])
  expect(done(matched)).toEqual([])
})

test('what is so already is not done again, what changes is', () => {
  const graph = company().graph()
  expect(done(plan('王建国\n  赵强 !技术 -反对\n  李敏\n李敏 x 赵强\n赵强 x 李敏', graph))).toEqual([])
  const seat = { known: 'seat-it' }
  expect(done(plan('王建国\n  赵强 主任 @信息中心 !技术!使用 +支持 ^核心 d2(陈晨)\n赵强 x 李敏 强', graph))).toEqual([
    { do: 'updateSeat', seatId: 'seat-it', title: '主任', unit: '信息中心' },
    { do: 'assignRole', opportunity: { known: DEAL }, seat, role: 'user', chains: [] },
    {
      do: 'recordJudgement',
      subject: { known: 'it' },
      judgement: { kind: 'stance', value: 'supportive', opportunity: { known: DEAL } },
    },
    {
      do: 'recordJudgement',
      subject: { known: 'it' },
      judgement: { kind: 'political', value: 'inner', organizationId: 'customer' },
    },
    { do: 'recordJudgement', subject: { known: 'it' }, judgement: { kind: 'depth', value: 2, own: { known: 'chen' } } },
    { do: 'updateTie', tieId: graph.ties[0]?.id, strength: 0.9 },
  ])
})

test('somebody new below somebody known, and one of ours whom only a depth names', () => {
  const matched = plan('王建国\n  孙悦 处长 @采购部 d1(李雷)', company().graph())
  expect(codes(matched)).toEqual([])
  expect(done(matched)).toEqual([
    {
      do: 'createSeat',
      makes: 'seat 1',
      side: 'theirs',
      organization: '',
      title: '处长',
      unit: '采购部',
      tier: 'manager',
      reportsTo: { known: 'seat-boss' },
      holder: { made: 'person 孙悦#', name: '孙悦' },
    },
    expect.objectContaining({ do: 'createSeat', side: 'ours', holder: { made: 'person 李雷#@ours', name: '李雷' } }),
    {
      do: 'recordJudgement',
      subject: { made: 'person 孙悦#' },
      judgement: { kind: 'depth', value: 1, own: { made: 'person 李雷#@ours' } },
    },
  ])
  expect(matched.items.map(({ outcome }) => outcome)).toEqual(['created', 'unchanged', 'created'])
})

test('one of ours on other accounts is not made twice', () => {
  const colleagues = [{ id: PersonId.parse('li'), name: '李雷' }]
  const matched = plan('赵强 d1(李雷)', company().graph(), { colleagues })
  expect(done(matched)[0]).toMatchObject({ do: 'createSeat', side: 'ours', holder: { known: 'li' } })
})

test('a depth without a name is the user’s', () => {
  const graph = company().graph()
  expect(done(plan('赵强 d3', graph, { me: PersonId.parse('chen') }))).toMatchObject([
    { judgement: { value: 3, own: { known: 'chen' } } },
  ])
  expect(codes(plan('赵强 d3', graph))).toEqual(['me_unknown'])
})

test('a name that only sounds the same waits for a choice', () => {
  const graph = company().graph()
  const open = plan('王建果 副总', graph)
  expect(codes(open)).toEqual(['name_ambiguous'])
  expect(openChoices(open)).toMatchObject([{ name: '王建果', resolution: { candidates: ['boss'] } }])
  const [key = ''] = openChoices(open).map((mention) => mention.key)
  const chosen = plan('王建果 副总', graph, { choices: { [key]: PersonId.parse('boss') } })
  expect(done(chosen)).toEqual([{ do: 'updateSeat', seatId: 'seat-boss', title: '副总' }])
  const fresh = plan('王建果 副总', graph, { choices: { [key]: 'new' } })
  expect(done(fresh)).toMatchObject([{ do: 'createSeat', holder: { name: '王建果' } }])
  expect([...codes(chosen), ...codes(fresh)]).toEqual([])
})

test('people of one name are told apart by title, by mark, or by choice', () => {
  const graph = company().theirs('wei1', { name: '王伟' }).theirs('wei2', { name: '王伟' }).graph()
  graph.seatStates.filter(({ seatId }) => seatId === 'seat-wei2').forEach((state) => (state.title = '部长'))
  expect(meant(plan('王伟 部长', graph))).toEqual([['王伟', 'wei2']])
  expect(meant(plan('王伟#1 +支持', graph))).toEqual([['王伟', 'wei1']])
  expect(meant(plan('王伟#2 -> 赵强', graph))).toEqual([
    ['王伟', 'wei2'],
    ['赵强', 'it'],
  ])
  expect(openChoices(plan('王伟', graph))).toMatchObject([{ resolution: { candidates: ['wei1', 'wei2'] } }])
  expect(meant(plan('王伟#3 科长', graph))).toEqual([['王伟', 'new']])
})

test('two new people of one name need a mark, else they are one', () => {
  const made = (text: string) =>
    done(plan(text, null))
      .filter((operation) => operation.do === 'createSeat')
      .map(({ holder }) => holder)
  expect(made('王伟#1 部长\n王伟#2 科长').map((holder) => holder && 'made' in holder && holder.made)).toEqual([
    'person 王伟#1',
    'person 王伟#2',
  ])
  expect(made('王伟 部长\n王伟 书记').map((holder) => holder && 'made' in holder && holder.made)).toEqual([
    'person 王伟#',
    'person 王伟#',
  ])
  expect(made('王伟 部长\n王伟 +支持')).toHaveLength(1)
})

test('ties name people of the text by initials too', () => {
  const matched = plan('孙悦 处长\n周敏 科长\nsy -> zm', null)
  expect(codes(matched)).toEqual([])
  expect(done(matched).at(-1)).toMatchObject({ do: 'createTie', from: { made: 'person 孙悦#' }, to: { made: 'person 周敏#' } })
})

test('a name that only a tie names is added and pointed out', () => {
  const matched = plan('赵强 -> 周工', company().graph())
  expect(codes(matched)).toEqual(['only_mentioned'])
  expect(done(matched).map((operation) => operation.do)).toEqual(['createSeat', 'createTie'])
})

test('a placeholder is the vacant seat of that title, and whoever takes the title fills it', () => {
  const graph = company().vacant('ops', { reportsTo: 'it' }).graph()
  graph.seatStates.filter(({ seatId }) => seatId === 'ops').forEach((state) => (state.title = '运维主管'))
  graph.seatStates.filter(({ seatId }) => seatId === 'ops').forEach((state) => expect(state.reportsToSeatId).toBe('seat-it'))
  expect(done(plan('赵强\n  (待定) 运维主管', graph))).toEqual([])
  expect(done(plan('赵强\n  孙悦 运维主管', graph))).toEqual([
    { do: 'fillSeat', seatId: 'ops', holder: { made: 'person 孙悦#', name: '孙悦' } },
  ])
  expect(done(plan('李敏\n  (待定) 运维主管', graph))).toMatchObject([{ do: 'createSeat', reportsTo: { known: 'seat-money' } }])
})

test('reporting lines: a chain turned round is done in an order without loops, a loop is refused', () => {
  const graph = new GraphBuilder()
    .theirs('a', { name: '甲' })
    .theirs('b', { name: '乙', reportsTo: 'a' })
    .theirs('c', { name: '丙', reportsTo: 'b' })
    .graph()
  // 丙 goes below 甲 before 乙 goes below 丙.
  expect(done(plan('甲\n  丙\n    乙', graph))).toEqual([
    { do: 'updateSeat', seatId: 'seat-c', reportsTo: { known: 'seat-a' } },
    { do: 'updateSeat', seatId: 'seat-b', reportsTo: { known: 'seat-c' } },
  ])
  const loop = plan('丙\n  甲', graph)
  expect(codes(loop)).toEqual(['reporting_loop'])
  expect(done(loop)).toEqual([])
})

test('lines say which of somebody’s seats they mean', () => {
  const graph = company().graph()
  const second = { ...graph.seats[0], id: 'second' } as (typeof graph.seats)[number]
  const [state, tenure] = [
    graph.seatStates.find(({ seatId }) => seatId === 'seat-boss'),
    graph.tenures.find(({ personId }) => personId === 'boss'),
  ]
  if (!state || !tenure) throw new Error('no boss')
  graph.seats.push(second)
  graph.seatStates.push({ ...state, id: 'second-state' as typeof state.id, seatId: second.id, title: '党委书记' })
  graph.tenures.push({ ...tenure, id: 'second-tenure' as typeof tenure.id, seatId: second.id })
  expect(done(plan('王建国 党委书记 !决策', graph))).toMatchObject([{ do: 'assignRole', seat: { known: 'second' } }])
  const third = plan('王建国 工会主席', graph)
  expect(codes(third)).toEqual(['further_seat'])
  expect(done(third)).toMatchObject([{ do: 'createSeat', holder: { known: 'boss' } }])
})

test.each([
  ['# 别家\n王建国', 'other_account'],
  ['王建国 [客户: 分公司]', 'other_organization'],
  ['陈晨 +支持', 'ours_judged'],
  ['赵强 ?未知', 'stance_known'],
  ['赵强 x 赵强', 'self_tie'],
])('%s: %s', (text, code) => {
  expect(codes(plan(text, company().graph()))).toEqual([code])
})

test('a role without an opportunity is pointed out', () => {
  expect(codes(plan('赵强 !技术', null, { opportunityId: null }))).toEqual(['opportunity_missing'])
})

test('300 people and as many ties are matched between two keystrokes', () => {
  const text = Array.from(
    { length: 300 },
    (_, i) =>
      `王${String.fromCharCode(0x4e00 + i * 7)} 职务${i} @部门 !使用 +支持 d2(陈晨)\n王${String.fromCharCode(0x4e00 + i * 7)} -> 陈晨`,
  ).join('\n')
  const graph = company().graph()
  plan(text, graph)
  const start = performance.now()
  plan(text, graph)
  expect(performance.now() - start).toBeLessThan(300)
})
