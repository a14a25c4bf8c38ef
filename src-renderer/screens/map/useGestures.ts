import type { SceneCard } from '../../../src-shared/scene/sceneTypes'
import { ask } from '../../actions/cards'
import type { ActionContext } from '../../actions/context'
import { attempt } from '../../client/useChange'
import type { MapGesture } from '../../map/mapGesture'
import { type CardSelection, useMapEdit } from '../../state/mapEdit'

/** Turns what is done on the map with the mouse into changes and questions. */
export function useGestures(context: ActionContext): (gesture: MapGesture) => void {
  const { open, change, cards: selected } = context
  const selectAll = useMapEdit((state) => state.selectAll)

  return (gesture) => {
    if (!open) return
    switch (gesture.kind) {
      case 'new':
        return ask({ kind: 'newPerson', at: gesture.at, name: '', ...placeOfNew(context, gesture) })
      case 'toggle': {
        const card = selectionOfCard(gesture.card)
        const without = selected.filter(({ id }) => id !== card.id)
        return selectAll(without.length < selected.length ? without : [...selected, card])
      }
      case 'enclose': {
        const enclosed = gesture.cards.map(selectionOfCard)
        const before = gesture.add ? selected.filter(({ id }) => !enclosed.some((card) => card.id === id)) : []
        return selectAll([...before, ...enclosed])
      }
      case 'tie': {
        const { from, to, at } = gesture
        if (from.personId !== null && to.personId !== null) {
          ask({ kind: 'tieKind', at, fromId: from.personId, toId: to.personId })
        }
        return
      }
      case 'report':
        void report(gesture)
        return
      case 'pin':
        void change.change('pin.set', { pins: [...gesture.pins] })
        return
      default:
        return gesture satisfies never
    }
  }

  async function report({ cards, superior, at }: MapGesture & { readonly kind: 'report' }) {
    if (!open) return
    const seatIds = cards.map(({ seatId }) => seatId)
    const result = await attempt('seats.update', { seatIds, reportsToSeatId: superior.seatId, on: open.asOf })
    if (!result.ok) ask({ kind: 'refused', at, sentence: result.sentence })
  }
}

function selectionOfCard({ personId, seatId }: SceneCard): CardSelection {
  return personId === null ? { kind: 'seat', id: seatId } : { kind: 'person', id: personId }
}

/**
 * Where somebody belongs who is put beside others: on the role map under the nearest card when below it, else beside it under the
 * same superior; on the influence map at that very point; on the grid, whose places are opinions, under nobody.
 */
function placeOfNew({ open, view }: ActionContext, { nearest, point }: MapGesture & { readonly kind: 'new' }) {
  const near = nearest ? open?.snap.seats.get(nearest.seatId) : undefined
  const likeId = near?.seat.id ?? null
  if (view.drawing === 'influence') return { superiorId: null, likeId: null, pin: point }
  if (view.drawing === 'grid' || !nearest || !near) return { superiorId: null, likeId: null, pin: null }
  const { x, y, width, height } = nearest.rect
  const isBelow = point.y > y + height && point.x >= x - width / 2 && point.x <= x + 1.5 * width
  return { superiorId: isBelow ? near.seat.id : near.state.reportsToSeatId, likeId, pin: null }
}
