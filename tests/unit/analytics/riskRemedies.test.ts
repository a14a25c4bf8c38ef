import { expect, test } from 'vitest'
import { bestRemedies, type Remedy, rehearseRemedy, remedyCandidates, riskOf } from '../../../src-shared/analytics/riskRemedies'
import type { PersonId } from '../../../src-shared/model/ids'
import { shippedMethod } from '../../../src-shared/model/method'
import { GraphBuilder, person } from './builder'

const { impact: weights, depthAccess, departure, coverage, roles } = shippedMethod
const total = roles.reduce((sum, { weight, required }) => sum + (required ? weight : 0), 0)
const buyer = roles.find(({ key }) => key === 'economic-buyer')?.weight ?? 0

function rehearsed(builder: GraphBuilder, of: PersonId, kind: Remedy['kind']) {
  const evaluation = builder.evaluate()
  const remedy = remedyCandidates(evaluation, of).find((candidate) => candidate.kind === kind)
  if (!remedy) throw new Error(`no candidate ${kind}`)
  return { remedy, after: rehearseRemedy(builder.graph(), evaluation.situation, of, remedy) }
}

test('one of ours who alone knows the buyer: a second thread lowers what their leaving costs', () => {
  const builder = new GraphBuilder().ours('O1').ours('O2').theirs('E').role('E', 'economic-buyer').depth('O1', 'E', 3)
  const before = riskOf(builder.evaluate(), person('O1'))
  // Coverage falls from recognised to identified, access from that of depth 3 to none.
  const lostCoverage = (buyer * (coverage.recognised - coverage.identified)) / total
  const [, , second = 0, third = 0] = depthAccess
  expect(before.impact).toBeCloseTo(100 * (weights.coverage * lostCoverage + weights.access * third), 9)
  expect(before.risk).toBeCloseTo(departure.base.manager * before.impact, 9)

  const { remedy, after } = rehearsed(builder, person('O1'), 'thread')
  expect(remedy).toEqual({ kind: 'thread', own: 'O2', person: 'E', to: 2 })
  // The buyer stays recognised; what is left is the way that is longer by one level.
  expect(after.impact).toBeCloseTo(100 * weights.access * (third - second), 9)
  expect(after.likelihood).toBe(before.likelihood)
})

test('one of theirs with a rumour and no deputy: settling it, and a deputy, each by their own factor', () => {
  const builder = new GraphBuilder()
    .ours('O1')
    .theirs('E')
    .theirs('D', { reportsTo: 'E' })
    .role('E', 'economic-buyer')
    .depth('O1', 'E', 2)
    .depth('O1', 'D', 2)
    .signal('E', 'resignation-rumour', '2026-06-30')
  const before = riskOf(builder.evaluate(), person('E'))
  const rumour = departure.signal['resignation-rumour']
  expect(before.likelihood).toBeCloseTo(1 - (1 - departure.base.manager) * (1 - rumour), 12)
  expect(before.impact).toBeCloseTo((100 * weights.coverage * buyer * coverage.recognised) / total, 9)

  const settled = rehearsed(builder, person('E'), 'settle')
  expect(settled.after.likelihood).toBeCloseTo(departure.base.manager, 12)
  expect(settled.after.impact).toBeCloseTo(before.impact, 9)

  const deputy = rehearsed(builder, person('E'), 'deputy')
  expect(deputy.remedy).toMatchObject({ role: 'economic-buyer', person: 'D', seat: 'seat-D' })
  expect(deputy.after.impact).toBeCloseTo(0, 9)

  const worse = { ...settled, after: { ...settled.after, risk: before.risk + 1 } }
  expect(bestRemedies(before, [settled, worse, deputy], 3)).toEqual([deputy, settled])
})

test('silence is answered by whoever knows them best; without an opportunity nothing is at stake', () => {
  const builder = new GraphBuilder()
    .ours('O1')
    .ours('O2')
    .theirs('E')
    .role('E', 'economic-buyer')
    .depth('O1', 'E', 1)
    .depth('O2', 'E', 3)
    .signal('E', 'gone-silent', '2026-06-30', 1, 'accepted')
  const { remedy, after } = rehearsed(builder, person('E'), 'meet')
  expect(remedy).toMatchObject({ own: 'O2', person: 'E' })
  expect(after.likelihood).toBeCloseTo(departure.base.manager, 12)
  expect(riskOf(builder.evaluate({ in: null }), person('E')).risk).toBe(0)
})
