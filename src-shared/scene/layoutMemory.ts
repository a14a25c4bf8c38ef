import { z } from 'zod'
import type { Point } from '../layout/geometry'
import type { RoleMapMemory } from '../layout/roleMapTypes'
import { type AccountGraph, LayoutMemory } from '../model/graph'

const RoleMemory = z.object({
  density: z.number(),
  bands: z.object({ thirdParty: z.enum(['right', 'beneath', 'beside-ours']), ours: z.enum(['left', 'beneath']) }),
  order: z.record(z.string(), z.array(z.string())),
  arrangements: z.record(
    z.string(),
    z.object({
      rows: z.array(z.array(z.string())),
      columns: z.record(z.string(), z.number()),
      heights: z.array(z.number()),
      width: z.number(),
      anchor: z.number(),
    }),
  ),
  places: z.record(z.string(), z.tuple([z.number(), z.number()])),
})

/** What memories were read as: a graph is arranged many times. */
const readRole = new WeakMap<object, RoleMapMemory | undefined>()

/** What the role map's last layout left behind; undefined when there is none, or it comes from another version of the layout. */
export function roleMemoryOf(graph: AccountGraph): RoleMapMemory | undefined {
  const memory = remembered(graph, 'role', '')
  if (typeof memory !== 'object' || memory === null) return undefined
  if (!readRole.has(memory)) readRole.set(memory, RoleMemory.safeParse(memory).data)
  return readRole.get(memory)
}

/** A layout's memory as the graph keeps it. */
export function toLayoutMemory(drawing: LayoutMemory['drawing'], scope: string, memory: unknown): LayoutMemory {
  return { drawing, scope, memory: LayoutMemory.shape.memory.parse(memory) }
}

function remembered(graph: AccountGraph, drawing: LayoutMemory['drawing'], scope: string): LayoutMemory['memory'] | undefined {
  return graph.layoutMemories.find((stored) => stored.drawing === drawing && stored.scope === scope)?.memory
}

const InfluenceMemory = z.record(z.string(), z.tuple([z.number(), z.number()]))

/**
 * Where the influence map's last layouts put each person: the corner of disc and caption. @param places of layouts that the graph does
 * not know of yet
 */
export function influencePlaces(
  graph: AccountGraph,
  scope: string,
  places: LayoutMemory['memory'] | undefined,
): ReadonlyMap<string, Point> | undefined {
  const [stored, recent] = [remembered(graph, 'influence', scope), places].map((memory) => InfluenceMemory.safeParse(memory).data)
  return (stored || recent) && new Map(Object.entries({ ...stored, ...recent }).map(([id, [x, y]]) => [id, { x, y }]))
}
