import { expect, test } from 'vitest'
import { changes } from '../../../src-shared/analytics/changes'
import { shippedMethod } from '../../../src-shared/model/method'
import { DEAL, GraphBuilder, TODAY, day } from './builder'

test('what changed between two days', () => {
  const builder = new GraphBuilder().ours('O1').ours('O2', { to: '2026-05-01' })
  builder.theirs('New', { from: '2026-05-15' }).role('New', 'user')
  builder.theirs('Gone', { to: '2026-05-15' }).role('Gone', 'influencer')
  builder
    .theirs('Moved')
    .vacant('seat-Other')
    .role('Moved', 'economic-buyer')
    .leaves('Moved', '2026-06-01')
    .holds('Moved', 'seat-Other', { from: '2026-06-01' })
  builder
    .theirs('Up')
    .stance('Up', 'neutral', { on: '2026-01-01' })
    .stance('Up', 'coach')
    .depth('O1', 'Up', 1, '2026-03-01')
    .depth('O1', 'Up', 2)
  builder.theirs('Down').stance('Down', 'coach', { on: '2026-01-01', expires: '2026-06-01' }).depth('O1', 'Down', 4, '2026-03-01')
  builder.theirs('Same').stance('Same', 'neutral', { on: '2026-01-01' }).stance('Same', 'neutral')
  expect(changes(builder.graph(), DEAL, day('2026-04-01'), TODAY, shippedMethod)).toEqual([
    { kind: 'stance-unknown', person: 'Down', from: 'coach', to: null },
    { kind: 'depth-down', person: 'Down', from: 4, to: 1 },
    { kind: 'moved', person: 'Moved', from: ['seat-Moved'], to: ['seat-Other'] },
    { kind: 'role-lost', person: 'Moved', role: 'economic-buyer' },
    { kind: 'new', person: 'New', from: [], to: ['seat-New'] },
    { kind: 'role-given', person: 'New', role: 'user' },
    { kind: 'stance-up', person: 'Up', from: 'neutral', to: 'coach' },
    { kind: 'depth-up', person: 'Up', from: 1, to: 2 },
    { kind: 'gone', person: 'Gone', from: ['seat-Gone'], to: [] },
    { kind: 'role-lost', person: 'Gone', role: 'influencer' },
    { kind: 'gone', person: 'O2', from: ['seat-O2'], to: [] },
  ])
  expect(changes(builder.graph(), DEAL, TODAY, TODAY, shippedMethod)).toEqual([])
})
