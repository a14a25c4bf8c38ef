import { expect, test } from 'vitest'
import { asOfMarks, nextMark } from '../../../src-shared/analytics/asOfMarks'
import { situation } from '../../../src-shared/analytics/situation'
import { addDays } from '../../../src-shared/model/day'
import { OpportunityId } from '../../../src-shared/model/ids'
import { shippedMethod } from '../../../src-shared/model/method'
import { day, DEAL, GraphBuilder } from '../analytics/builder'

const builder = () =>
  new GraphBuilder()
    .ours('O')
    .theirs('A', { from: '2025-03-01', to: '2026-02-01' })
    .theirs('B')
    .tie('A', 'B', 'influences', 0.6, 1, { from: '2025-06-01', to: '2026-02-01' })
    .opportunity('other')
    .role('B', 'user', { from: '2025-09-01' })
    .role('B', 'influencer', { in: 'other', from: '2025-10-01' })
    .stance('B', 'coach', { on: '2025-07-01', expires: '2025-12-01' })
    .depth('O', 'B', 2, '2025-07-01')
    .met('2026-03-01', 'O', 'B')
    .met(null, 'O', 'A')
    .signal('B', 'passed-over', '2026-01-10')
    .signal('B', 'gone-silent', '2026-01-11', 1, 'dismissed')

test('a mark a day on which something changes, with how much of what', () => {
  expect(asOfMarks(builder().graph(), DEAL)).toEqual([
    { day: '2025-03-01', count: 1, kinds: { people: 1 } },
    { day: '2025-06-01', count: 1, kinds: { ties: 1 } },
    { day: '2025-07-01', count: 2, kinds: { judgements: 2 } },
    { day: '2025-09-01', count: 1, kinds: { roles: 1 } },
    { day: '2025-12-01', count: 1, kinds: { judgements: 1 } },
    { day: '2026-01-10', count: 1, kinds: { signals: 1 } },
    { day: '2026-02-01', count: 2, kinds: { people: 1, ties: 1 } },
    { day: '2026-03-01', count: 1, kinds: { contacts: 1 } },
  ])
})

test('roles of another deal are marked where that deal is looked at', () => {
  const days = asOfMarks(builder().graph(), OpportunityId.parse('other')).map((mark) => mark.day)
  expect(days).toContain('2025-10-01')
  expect(days).not.toContain('2025-09-01')
})

test('whoever takes over a seat is one change', () => {
  const graph = new GraphBuilder()
    .theirs('A')
    .theirs('B')
    .leaves('A', '2026-01-01')
    .holds('B', 'seat-A', { from: '2026-01-01' })
    .graph()
  expect(asOfMarks(graph, DEAL)).toEqual([{ day: '2026-01-01', count: 1, kinds: { people: 1 } }])
})

test('nobody appears or goes on a day without a mark', () => {
  const graph = builder().graph()
  const marked = new Set(asOfMarks(graph, DEAL).map((mark) => mark.day))
  const told = (on: ReturnType<typeof day>): string => {
    const now = situation(graph, DEAL, on, shippedMethod)
    return JSON.stringify([
      [...now.snapshot.people.keys()],
      now.snapshot.ties,
      now.theirs.map(({ stance }) => stance),
      now.chain.roles,
    ])
  }
  let changed = 0
  for (let on = day('2025-02-01'); on < '2026-04-01'; on = addDays(on, 1)) {
    if (told(on) === told(addDays(on, -1))) continue
    changed++
    expect(marked).toContain(on)
  }
  expect(changed).toBe(6)
})

test('stepping goes from mark to mark, and nowhere past the ends', () => {
  const marks = asOfMarks(builder().graph(), DEAL)
  expect(nextMark(marks, day('2025-06-01'), 1)?.day).toBe('2025-07-01')
  expect(nextMark(marks, day('2025-06-15'), -1)?.day).toBe('2025-06-01')
  expect(nextMark(marks, day('2025-03-01'), -1)).toBeUndefined()
  expect(nextMark(marks, day('2026-03-01'), 1)).toBeUndefined()
})
