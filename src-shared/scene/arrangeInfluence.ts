import { influence } from '../analytics/influence'
import type { Situation } from '../analytics/situation'
import type { Size } from '../layout/geometry'
import { influenceMapSteps } from '../layout/influenceMap'
import type { Steps } from '../layout/steps'
import type { LayoutMemory } from '../model/graph'
import type { PersonId } from '../model/ids'
import type { Arrangement, Spot } from './arrangement'
import { DISC } from './cardMetrics'
import { influencePlaces, toLayoutMemory } from './layoutMemory'

/**
 * The influence map: people as discs, the larger the more others hang on their opinion, near to whom they are tied to. Ours
 * take part where they have ties of their own. With `measured` false all discs are alike: sizes are an opinion of ours. `places` go
 * before those that the graph remembers.
 */
export function* arrangeInfluenceMap(
  now: Situation,
  area: Size | undefined,
  measured: boolean,
  places?: LayoutMemory['memory'],
): Steps<Arrangement> {
  const { people, ties, graph } = now.snapshot
  const tied = new Set(ties.flatMap(({ fromPersonId, toPersonId }) => [fromPersonId, toPersonId]))
  const scope = now.opportunity?.id ?? ''
  const sizes = measured ? influence(now) : new Map<PersonId, number>()
  const largest = 2 * Math.max(...Object.values(now.method.political))

  const nodes = [...people].flatMap(
    ([
      id,
      {
        person,
        seats: [seat],
      },
    ]) => {
      if (!seat || (person.side === 'ours' && !tied.has(id))) return []
      // The area of a disc, not its radius, is what the eye compares; the scale is the same on every map.
      const radius = Math.max(DISC.smallest, DISC.largest * Math.sqrt((sizes.get(id) ?? 0) / largest))
      const width = Math.max(2 * radius, DISC.captionWidth)
      return [{ id, seat, radius, band: person.side, width, height: 2 * radius + DISC.captionHeight }]
    },
  )
  const previous = influencePlaces(graph, scope, places)
  const layout = yield* influenceMapSteps({
    nodes: nodes.map(({ id, band, width, height }) => ({ id, band, width, height })),
    links: ties.map(({ fromPersonId, toPersonId, strength }) => ({ source: fromPersonId, target: toPersonId, strength })),
    ...(area && { area }),
    ...(previous && { previous }),
    pins: new Map(
      graph.pins
        .filter((pin) => pin.drawing === 'influence' && pin.scope === scope)
        .flatMap(({ nodeId, x, y }) => {
          const node = nodes.find(({ id }) => id === nodeId)
          // A pin holds the middle of the disc.
          return node ? [[node.id, { x: x - node.width / 2, y: y - node.radius }]] : []
        }),
    ),
  })
  return {
    spots: nodes.flatMap(({ id, seat, radius, width, height }): Spot[] => {
      const at = layout.positions.get(id)
      if (!at) return []
      const disc = { centre: { x: at.x + width / 2, y: at.y + radius }, radius }
      return [{ id, placed: seat, size: 'disc', rect: { ...at, width, height }, disc, boxed: false }]
    }),
    departments: [],
    regions: [],
    lines: [],
    hiddenIn: new Map(),
    bounds: layout.bounds,
    memory: toLayoutMemory('influence', scope, Object.fromEntries([...layout.positions].map(([id, { x, y }]) => [id, [x, y]]))),
  }
}
