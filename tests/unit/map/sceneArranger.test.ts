import { expect, it } from 'vitest'
import { translator } from '../../../src-shared/i18n/translate'
import { inOneGo } from '../../../src-shared/layout/steps'
import type { AccountGraph } from '../../../src-shared/model/graph'
import { shippedMethod } from '../../../src-shared/model/method'
import { arrangeScene } from '../../../src-shared/scene/buildScene'
import { sceneArranger } from '../../../src-renderer/map/sceneArranger'
import { DEAL, TODAY } from '../analytics/builder'
import { randomAccount } from '../analytics/random'

const t = translator('zh-CN')
const input = (graph: AccountGraph, drawing: 'role' | 'influence') =>
  ({ graph, method: shippedMethod, on: TODAY, opportunityId: DEAL, drawing, t }) as const

const graph = randomAccount(3, 40).graph()
const gone = graph.tenures[5]?.personId
const without: AccountGraph = { ...graph, tenures: graph.tenures.filter(({ personId }) => personId !== gone) }

const placesOf = (arranged: ReturnType<typeof arrangeScene>) =>
  new Map(arranged.arrangement.spots.map(({ id, rect }) => [id, `${rect.x} ${rect.y}`]))

it('moves nobody on the influence map when somebody goes, and lets them come back to their place', () => {
  const arrange = sceneArranger()
  const before = placesOf(inOneGo(arrange(input(graph, 'influence'))))
  const meanwhile = placesOf(inOneGo(arrange(input(without, 'influence'))))
  expect(meanwhile.size).toBe(before.size - 1)
  for (const [id, place] of meanwhile) expect(place).toBe(before.get(id))
  expect(placesOf(inOneGo(arrange(input(graph, 'influence'))))).toEqual(before)
})

it('begins like an arrangement without a past, and leaves the other drawings as they are', () => {
  const arrange = sceneArranger()
  expect(placesOf(inOneGo(arrange(input(graph, 'influence'))))).toEqual(placesOf(arrangeScene(input(graph, 'influence'))))
  inOneGo(arrange(input(without, 'role')))
  expect(placesOf(inOneGo(arrange(input(graph, 'role'))))).toEqual(placesOf(arrangeScene(input(graph, 'role'))))
})
