import { expect, test } from 'vitest'
import { type NextAction, nextActions } from '../../../src-shared/analytics/nextActions'
import { GraphBuilder } from './builder'

const actions = (builder: GraphBuilder): NextAction[] => nextActions(builder.graph(), builder.evaluate())

test('each kind of step, with its figures', () => {
  const builder = new GraphBuilder().ours('O1').theirs('E').role('E', 'economic-buyer').theirs('U').role('U', 'user')
  builder
    .stance('E', 'coach', { on: '2026-01-01', expires: '2026-06-01' })
    .depth('O1', 'U', 3, '2026-03-01')
    .stance('U', 'neutral')
  const list = actions(builder)
  const of = (kind: string): NextAction[] => list.filter(({ step }) => step.kind === kind)

  expect(of('refresh')).toHaveLength(1)
  // Support 0 → 5/7.
  expect(of('refresh')[0]?.gain.support).toBeCloseTo(5 / 7 / 2, 12)
  expect(of('deepen').map(({ step }) => step)).toContainEqual({ kind: 'deepen', own: 'O1', person: 'E', from: 0, to: 1 })
  // Coverage of the buyer 0.25 → 0.5, access 0 → 0.25.
  const buyer = of('deepen').find(({ step }) => step.kind === 'deepen' && step.person === 'E')
  expect(buyer?.gain.coverage).toBeCloseTo((5 * 0.25) / 15, 12)
  expect(buyer?.gain.access).toBeCloseTo((5 * 0.25) / 7, 12)
  expect(buyer?.warmSteps).toBeNull()
  expect(of('meet').map(({ step }) => step)).toEqual([{ kind: 'meet', own: 'O1', person: 'U', idleDays: 121 }])
  expect(of('meet')[0]?.warmSteps).toBe(1)
  expect(of('win').map(({ step }) => step)).toContainEqual({ kind: 'win', person: 'U', from: 'neutral', to: 'supportive' })
  expect(of('win').map(({ step }) => step)).toContainEqual({ kind: 'win', person: 'E', from: null, to: 'supportive' })
  expect(of('name-holder').map(({ step }) => step)).toContainEqual({
    kind: 'name-holder',
    role: 'financial-controller',
    seat: null,
  })

  const gains = list.map(({ gain }) => gain.impact)
  expect(gains).toEqual(gains.toSorted((a, b) => b - a))
  expect(Math.min(...gains)).toBeGreaterThan(0)
})

test('a holder is named for the vacant seat that has the role', () => {
  const builder = new GraphBuilder().ours('O1').vacant('seat-V').role('seat-V', 'user')
  expect(actions(builder).find(({ step }) => step.kind === 'name-holder' && step.role === 'user')).toMatchObject({
    step: { seat: 'seat-V' },
    warmSteps: null,
  })
})

test('equal gains: fewer steps on the warm path first', () => {
  const builder = new GraphBuilder()
    .ours('O1')
    .theirs('A')
    .theirs('Near')
    .theirs('Far')
    .role('Far', 'financial-controller')
    .role('Near', 'technical-evaluator')
  builder.depth('O1', 'A', 2).tie('A', 'Far', 'influences', 0.5).depth('O1', 'Near', 1)
  const wins = actions(builder).filter(({ step }) => step.kind === 'win')
  expect(wins.map(({ step }) => (step.kind === 'win' ? step.person : ''))).toEqual(['Near', 'Far'])
  expect(wins.map(({ warmSteps }) => warmSteps)).toEqual([1, 2])
})

test('nothing to do: without an opportunity, without people', () => {
  const builder = new GraphBuilder().ours('O1')
  expect(nextActions(builder.graph(), builder.evaluate({ in: null }))).toEqual([])
  const all = ['user', 'technical-evaluator', 'influencer', 'financial-controller', 'economic-buyer']
  expect(actions(new GraphBuilder().opportunity('deal', all))).toEqual([])
})
