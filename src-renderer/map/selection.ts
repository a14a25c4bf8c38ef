import type { Scene, SceneCard, Selection } from '../../src-shared/scene/sceneTypes'
import type { Hit } from './engine'

/** What picking something means: of a card its holder, else its seat. */
export function selectionOf(hit: Hit): Selection | null {
  switch (hit?.kind) {
    case 'card':
      return hit.card.personId === null ? { kind: 'seat', id: hit.card.seatId } : { kind: 'person', id: hit.card.personId }
    case 'tie':
      return { kind: 'tie', id: hit.tie.id }
    default:
      return null
  }
}

/** The card a selection is about; none for a tie and for who is not on the map. */
export function cardOf({ cards }: Scene, selection: Selection): SceneCard | undefined {
  switch (selection.kind) {
    case 'person':
      return cards.find(({ personId }) => personId === selection.id)
    case 'seat':
      return cards.find(({ seatId }) => seatId === selection.id)
    case 'tie':
      return undefined
    default:
      return selection satisfies never
  }
}

/** The card of a person or seat by id. */
export function cardById({ cards }: Scene, id: string): SceneCard | undefined {
  return cards.find(({ personId, seatId }) => personId === id || seatId === id)
}

/** Where arrow keys begin: with whom the decision lies, else with the first. */
export function firstCard({ cards }: Scene): SceneCard | undefined {
  const orderOf = (card: SceneCard): number => Math.max(-1, ...card.roles.map(({ order }) => order))
  return cards.reduce<SceneCard | undefined>((best, card) => (best && orderOf(best) >= orderOf(card) ? best : card), undefined)
}
