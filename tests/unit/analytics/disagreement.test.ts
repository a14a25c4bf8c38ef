import { describe, expect, test } from 'vitest'
import { disagreements } from '../../../src-shared/analytics/disagreement'
import { situation } from '../../../src-shared/analytics/situation'
import type { AccountGraph } from '../../../src-shared/model/graph'
import { PersonId } from '../../../src-shared/model/ids'
import { shippedMethod } from '../../../src-shared/model/method'
import { day, DEAL, GraphBuilder, TODAY } from './builder'

const builder = () => new GraphBuilder().theirs('li').theirs('wang').ours('chen').ours('zhao')

/** With authors of its judgements, in the order in which they were told; null: nobody named. */
function authored(graph: AccountGraph, ...authors: readonly (string | null)[]): AccountGraph {
  return {
    ...graph,
    judgements: graph.judgements.map((judgement, i) => {
      const author = authors[i] ?? null
      return { ...judgement, authorId: author === null ? null : PersonId.parse(author) }
    }),
  }
}

const found = (graph: AccountGraph, on = TODAY, deal: typeof DEAL | null = DEAL) =>
  disagreements(situation(graph, deal, on, shippedMethod)).map(({ person, kind, ownPersonId, spread, views }) => [
    person,
    kind,
    ownPersonId,
    spread,
    views.map(({ authorId, judgement }) => `${authorId} ${judgement.value}`),
  ])

describe('a stance', () => {
  test('that two authors see differently, from the lowest view up', () => {
    const graph = authored(builder().stance('li', 'supportive').stance('li', 'opponent').graph(), 'chen', 'zhao')
    expect(found(graph)).toEqual([['li', 'stance', null, 1.5, ['zhao opponent', 'chen supportive']]])
  })

  test('of one author who changed their mind, of two who agree, and of nobody named is none', () => {
    const twice = builder().stance('li', 'supportive').stance('li', 'opponent').graph()
    expect(found(authored(twice, 'chen', 'chen'))).toEqual([])
    expect(found(authored(twice, 'chen', null))).toEqual([])
    const same = builder().stance('li', 'coach').stance('li', 'coach').graph()
    expect(found(authored(same, 'chen', 'zhao'))).toEqual([])
  })

  test('counts on its day alone, and for its deal before the general one', () => {
    const graph = authored(
      builder()
        .stance('li', 'supportive', { on: '2026-01-01' })
        .stance('li', 'opponent', { on: '2026-03-01', expires: '2026-05-01' })
        .stance('li', 'supportive', { on: '2026-01-01', in: 'deal' })
        .graph(),
      'chen',
      'zhao',
      'zhao',
    )
    expect(found(graph, day('2026-02-01'))).toEqual([])
    // Of the deal zhao's own word goes before what zhao said in general later.
    expect(found(graph, day('2026-04-01'))).toEqual([])
    expect(found(graph, day('2026-04-01'), null)).toHaveLength(1)
    expect(found(graph, day('2026-06-01'), null)).toEqual([])
  })
})

test('a depth is compared by pair: that two know somebody differently well is no disagreement', () => {
  const graph = authored(
    builder().depth('chen', 'li', 3).depth('zhao', 'li', 1).depth('chen', 'li', 1).graph(),
    'chen',
    'zhao',
    'zhao',
  )
  expect(found(graph)).toEqual([['li', 'depth', 'chen', 2, ['zhao 1', 'chen 3']]])
})

test('about somebody who is not there is nothing to disagree', () => {
  const graph = authored(
    builder().stance('li', 'coach').stance('li', 'opponent').leaves('li', '2026-01-01').graph(),
    'chen',
    'zhao',
  )
  expect(found(graph)).toEqual([])
})
