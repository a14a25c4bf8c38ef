import type { Steps } from '../../src-shared/layout/steps'
import type { LayoutMemory } from '../../src-shared/model/graph'
import { arrangeSteps, type Arranged, type ArrangeInput } from '../../src-shared/scene/buildScene'

/**
 * `arrangeSteps` for one window, which keeps in mind where its influence maps put people: on another day, or after an edit, whoever is
 * still there stays, and whoever comes back does so to their old place. Role maps and grids find that out by themselves.
 */
export function sceneArranger(): (input: ArrangeInput) => Steps<Arranged> {
  const places = new Map<string, LayoutMemory['memory']>()
  return function* (input) {
    if (input.drawing !== 'influence') return yield* arrangeSteps(input)
    const key = [input.graph.account.id, input.opportunityId].join('\n')
    const before = places.get(key)
    const arranged = yield* arrangeSteps({ ...input, ...(before && { places: before }) })
    const { memory } = arranged.arrangement
    if (isRecord(memory?.memory)) places.set(key, isRecord(before) ? { ...before, ...memory.memory } : memory.memory)
    return arranged
  }
}

function isRecord(value: LayoutMemory['memory'] | undefined): value is Readonly<Record<string, LayoutMemory['memory']>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
