import { expect, test } from 'vitest'
import { currentJudgements } from '../../../src-shared/analytics/judgements'
import { snapshot } from '../../../src-shared/analytics/snapshot'
import { translator } from '../../../src-shared/i18n/translate'
import { shippedMethod } from '../../../src-shared/model/method'
import type { OpenAccount } from '../../../src-renderer/account/AccountContext'
import { type BoardColumn, columnsByRole, columnsByStatus } from '../../../src-renderer/screens/plan/board'
import { GraphBuilder, TODAY } from '../analytics/builder'

const t = translator('en')

function columns(builder: GraphBuilder, by: typeof columnsByRole): BoardColumn[] {
  const graph = builder.graph()
  const [deal] = graph.opportunities
  if (!deal) throw new Error('no deal')
  const open: OpenAccount = {
    graph,
    asOf: TODAY,
    snap: snapshot(graph, TODAY),
    judgements: currentJudgements(graph, TODAY),
    opportunity: deal,
    method: shippedMethod,
    me: null,
  }
  return by(open, deal, t)
}
const told = ({ cards }: BoardColumn) => cards.map(({ name, strategy, urgent }) => [name, strategy?.status ?? null, urgent])

test('by role: what is missing is told, who needs a strategy most stands first', () => {
  const builder = new GraphBuilder()
    .theirs('quiet')
    .theirs('foe')
    .theirs('late')
    .theirs('planned')
    .theirs('both')
    .theirs('outsider')
    .vacant('seat-empty')
    .role('quiet', 'user')
    .role('foe', 'user')
    .role('late', 'user')
    .role('planned', 'user')
    .role('both', 'influencer')
    .role('both', 'technical-evaluator')
    .role('seat-empty', 'technical-evaluator')
    .stance('foe', 'opponent')
    .stance('outsider', 'opponent')
    .strategy('late', { status: 'active', dueOn: '2026-06-01', role: 'user' })
    .strategy('planned', { status: 'planned' })
    .strategy('planned', { status: 'dropped' })
    .strategy('both', { status: 'done', role: 'technical-evaluator' })
  const [user, technical, influencer, finance, buyer, others, none] = columns(builder, columnsByRole)
  expect(none).toBeUndefined()
  expect(user && told(user)).toEqual([
    ['foe', null, true],
    ['quiet', null, false],
    ['late', 'active', false],
    ['planned', 'planned', false],
  ])
  expect(user).toMatchObject({ label: 'User', people: 4, gap: false, empty: false })
  expect(user?.cards.map(({ overdue }) => overdue)).toEqual([false, false, true, false])
  expect(technical).toMatchObject({ people: 1, vacant: ['To be identified · seat-empty'], gap: false })
  // What is done about somebody in another role stands in for one of this.
  expect(influencer && told(influencer)).toEqual([['both', 'done', false]])
  expect([finance, buyer].map((column) => [column?.empty, column?.gap])).toEqual([
    [true, false],
    [true, false],
  ])
  expect(others && told(others)).toEqual([['outsider', null, true]])
})

test('by role: required and held, and nobody with a strategy', () => {
  const builder = new GraphBuilder().theirs('a').role('a', 'financial-controller').strategy('a', { status: 'dropped' })
  const gaps = columns(builder, columnsByRole).filter(({ gap }) => gap)
  expect(gaps.map(({ role }) => role)).toEqual(['financial-controller'])
})

test('by status: each strategy once, each person without one once', () => {
  const builder = new GraphBuilder()
    .theirs('both')
    .theirs('bare')
    .theirs('dropped')
    .role('both', 'influencer')
    .role('both', 'user')
    .role('bare', 'influencer')
    .role('bare', 'user')
    .role('dropped', 'user')
    .strategy('both', { status: 'active' })
    .strategy('both', { status: 'planned', role: 'user' })
    .strategy('dropped', { status: 'dropped' })
  const all = columns(builder, columnsByStatus)
  expect(all.map(({ key, status, cards }) => [key, status, cards.map(({ name }) => name)])).toEqual([
    ['none', null, ['bare', 'dropped']],
    ['planned', 'planned', ['both']],
    ['active', 'active', ['both']],
    ['done', 'done', []],
    ['dropped', 'dropped', ['dropped']],
  ])
})
