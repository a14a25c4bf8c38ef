import type { MouseEvent } from 'react'
import type { AccountGraph } from '../../../src-shared/model/graph'
import type { MapHandle } from '../../map/MapView'
import type { Selection } from '../../state/selection'
import type { MenuPlace } from './CardMenu'

/**
 * What a menu was asked for: by the mouse the card under it, by the keyboard what is selected. A tie is thinner than a mouse is
 * exact, so it is chosen first and its menu opened anywhere beside the cards.
 */
export function selectionAt(
  event: MouseEvent<HTMLElement>,
  graph: AccountGraph,
  selection: Selection | null,
  map: MapHandle | null,
): MenuPlace | null {
  // A menu key has no place of its own, and browsers mark it by no button.
  const byKeyboard = event.button !== 2
  if (byKeyboard) {
    const rect = selection && map?.screenRect(selection.id)
    return rect ? { selection, x: rect.x + rect.width / 2, y: rect.y + rect.height } : null
  }
  const at = { x: event.clientX, y: event.clientY }
  const under = (id: string): boolean => {
    const rect = map?.screenRect(id) ?? null
    return rect !== null && at.x >= rect.x && at.x <= rect.x + rect.width && at.y >= rect.y && at.y <= rect.y + rect.height
  }
  const person = graph.people.find((candidate) => under(candidate.id))
  if (person) return { selection: { kind: 'person', id: person.id }, ...at }
  const seat = graph.seats.find((candidate) => under(candidate.id))
  if (seat) return { selection: { kind: 'seat', id: seat.id }, ...at }
  return selection?.kind === 'tie' ? { selection, ...at } : null
}
