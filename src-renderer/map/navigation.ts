import type { Scene, SceneCard } from '../../src-shared/scene/sceneTypes'
import type { Point } from '../../src-shared/layout/geometry'
import { middle } from './camera'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** How much a step to the side weighs against one ahead. */
const ASIDE = 2.2

/**
 * The card an arrow key leads to: up to the superior and down to the first subordinate where there is a reporting line, else to the nearest
 * card that way. Null at the edge of the map.
 */
export function neighbour(scene: Scene, from: SceneCard, direction: Direction): SceneCard | null {
  const byId = (id: string | undefined): SceneCard | undefined => scene.cards.find((card) => card.id === id)
  const inTree =
    direction === 'up'
      ? byId(scene.lines.find(({ childId }) => childId === from.id)?.parentId)
      : direction === 'down'
        ? byId(scene.lines.find(({ parentId }) => parentId === from.id)?.childId)
        : undefined
  return inTree ?? nearest(scene.cards, from, direction)
}

/** The other end of a tie of a person: of all of them the one that lies most in a direction, within a quarter turn of it. */
export function alongTie(scene: Scene, from: SceneCard, direction: Direction): SceneCard | null {
  const ends = new Set(
    scene.ties.flatMap(({ fromPersonId, toPersonId }) =>
      fromPersonId === from.personId ? [toPersonId] : toPersonId === from.personId ? [fromPersonId] : [],
    ),
  )
  const start = middle(from.rect)
  let best: SceneCard | null = null
  let most = 0
  for (const card of scene.cards) {
    if (card === from || card.personId === null || !ends.has(card.personId)) continue
    const { x, y } = middle(card.rect)
    const [dx, dy] = [x - start.x, y - start.y]
    const ahead = { up: -dy, down: dy, left: -dx, right: dx }[direction] / Math.hypot(dx, dy)
    if (ahead > most) {
      most = ahead
      best = card
    }
  }
  return best
}

/** The card nearest to a point of the map; none on an empty one. */
export function nearestCard({ cards }: Scene, point: Point): SceneCard | null {
  const away = ({ rect }: SceneCard): number => Math.hypot(middle(rect).x - point.x, middle(rect).y - point.y)
  return cards.reduce<SceneCard | null>((best, card) => (best && away(best) <= away(card) ? best : card), null)
}

function nearest(cards: readonly SceneCard[], from: SceneCard, direction: Direction): SceneCard | null {
  const start = middle(from.rect)
  let best: SceneCard | null = null
  let least = Infinity
  for (const card of cards) {
    if (card === from) continue
    const { x, y } = middle(card.rect)
    const [dx, dy] = [x - start.x, y - start.y]
    const ahead = { up: -dy, down: dy, left: -dx, right: dx }[direction]
    const aside = Math.abs(direction === 'up' || direction === 'down' ? dx : dy)
    if (ahead <= 1 || aside > ahead * 4) continue
    const cost = ahead + ASIDE * aside
    if (cost < least) {
      least = cost
      best = card
    }
  }
  return best
}
