import { describe, expect, it } from 'vitest'
import { everything, firstWords, interactionEntries, merged, quietEntries, rowsOf } from '../../../src-renderer/timeline/entries'
import { translator } from '../../../src-shared/i18n/translate'
import { addDays } from '../../../src-shared/model/day'
import { InteractionId } from '../../../src-shared/model/ids'
import { day, GraphBuilder, person, TODAY } from '../analytics/builder'

const builder = () =>
  new GraphBuilder()
    .ours('seller')
    .theirs('li')
    .theirs('wang', { from: '2026-05-02' })
    .depth('seller', 'li', 2, '2026-05-03')
    .met('2026-05-01', 'seller', 'li')
    .met(null, 'seller', 'wang')
    .met('2026-06-01', 'seller', 'li', 'wang')
    .met(addDays(TODAY, 3), 'seller', 'wang')
const graph = builder().graph()
const [may, undated, june, planned] = graph.interactions.map(({ id }) => id)
const shown = (part: Partial<typeof everything>, found: ReadonlySet<InteractionId> | null = null, asOf = TODAY) =>
  interactionEntries(graph, { ...everything, ...part }, found, asOf, TODAY)
const ids = (...args: Parameters<typeof shown>) =>
  shown(...args).map((entry) => (entry.is === 'interaction' ? entry.interaction.id : ''))

describe('the timeline', () => {
  it('begins with the latest, and ends with what has no day', () => {
    expect(ids({})).toEqual([planned, june, may, undated])
    expect(shown({}).map((entry) => entry.is === 'interaction' && entry.planned)).toEqual([true, false, false, false])
  })

  it('tells nothing of what came after a day of the past', () => {
    expect(ids({}, null, day('2026-05-20'))).toEqual([may, undated])
    expect(ids({}, null, addDays(TODAY, 4))).toEqual([planned, june, may, undated])
  })

  it('shows what passes every filter', () => {
    expect(ids({ personId: person('wang') })).toEqual([planned, june, undated])
    expect(ids({ personId: person('wang'), since: day('2026-06-01'), until: TODAY })).toEqual([june])
    expect(ids({ kinds: ['call'] })).toEqual([])
    expect(ids({}, new Set([InteractionId.parse(may)]))).toEqual([may])
  })

  it('puts what else happened in between, quietly, under its month', () => {
    const t = translator('en')
    const quiet = quietEntries(graph, [], { ...everything, quiet: true }, TODAY, t)
    expect(quiet.map((entry) => entry.is === 'quiet' && entry.text)).toEqual([
      'li judged: Relationship depth Recognised',
      'wang takes a seat: seat-wang',
    ])
    expect(quietEntries(graph, [], { ...everything, personId: person('wang') }, TODAY, t)).toHaveLength(1)
    expect(quietEntries(graph, [], { ...everything, text: 'x' }, TODAY, t)).toEqual([])
    const rows = rowsOf(merged(shown({ until: TODAY }), quiet)).map((row) =>
      row.is === 'month' ? [row.month, row.count] : row.is,
    )
    expect(rows).toEqual([['2026-06', 1], 'interaction', ['2026-05', 1], 'quiet', 'quiet', 'interaction'])
  })

  it('says a summary in one line without the signs of Markdown', () => {
    expect(firstWords('## 预算\n\n- **一期** 300 万，见 [方案](https://example.com)\n> 月底前答复')).toBe(
      '预算 一期 300 万，见 方案 月底前答复',
    )
  })
})
