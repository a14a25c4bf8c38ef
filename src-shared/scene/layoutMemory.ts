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

/** What the role map's last layout left behind; undefined when there is none, or it comes from another version of the layout. */
export function roleMemoryOf(graph: AccountGraph): RoleMapMemory | undefined {
  return RoleMemory.safeParse(remembered(graph, 'role', '')).data
}

/** A layout's memory as the graph keeps it. */
export function toLayoutMemory(drawing: LayoutMemory['drawing'], scope: string, memory: unknown): LayoutMemory {
  return { drawing, scope, memory: LayoutMemory.shape.memory.parse(memory) }
}

function remembered(graph: AccountGraph, drawing: LayoutMemory['drawing'], scope: string): LayoutMemory['memory'] | undefined {
  return graph.layoutMemories.find((stored) => stored.drawing === drawing && stored.scope === scope)?.memory
}

const InfluenceMemory = z.record(z.string(), z.tuple([z.number(), z.number()]))

/** Where the influence map's last layout put each person: the corner of disc and caption. */
export function influenceMemoryOf(graph: AccountGraph, scope: string): ReadonlyMap<string, Point> | undefined {
  const known = InfluenceMemory.safeParse(remembered(graph, 'influence', scope)).data
  return known && new Map(Object.entries(known).map(([id, [x, y]]) => [id, { x, y }]))
}
