import type { Scene, SceneCard } from '../../src-shared/scene/sceneTypes'
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
