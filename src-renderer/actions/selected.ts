import type { PlacedSeat } from '../../src-shared/analytics/snapshot'
import type { PersonId } from '../../src-shared/model/ids'
import { personOf } from '../account/names'
import { openDialog } from '../state/dialogs'
import type { ActionContext } from './context'

/** The person that is selected, or null. */
export function personOfSelection({ view }: ActionContext): PersonId | null {
  return view.selection?.kind === 'person' ? view.selection.id : null
}

/** Whom a warm path can lead to: the selected person, unless they are ours. */
export function pathTarget(c: ActionContext): PersonId | null {
  const id = personOfSelection(c)
  return c.open && personOf(c.open.graph, id)?.side !== 'ours' ? id : null
}

/** The selected seat, or the first of the selected person's. */
export function seatOfSelection({ view, open }: ActionContext): PlacedSeat | null {
  const { selection } = view
  if (!open || !selection) return null
  if (selection.kind === 'seat') return open.snap.seats.get(selection.id) ?? null
  return selection.kind === 'person' ? (open.snap.people.get(selection.id)?.seats[0] ?? null) : null
}

/** Asks which role; without any deal, first for a deal. */
export function giveRoleFrom(c: ActionContext): void {
  if (c.open?.graph.opportunities.length === 0) return openDialog({ kind: 'newOpportunity' })
  const placed = seatOfSelection(c)
  openDialog({ kind: 'giveRole', ...(placed && { seatId: placed.seat.id }) })
}

/** Takes what is selected off the record, as a mistake, and offers to take that back. */
export async function removeSelected(c: ActionContext): Promise<void> {
  const { open, view, window, t } = c
  if (!open || !view.selection) return
  const { selection } = view
  const removed = await (() => {
    switch (selection.kind) {
      case 'person': {
        const name = personOf(open.graph, selection.id)?.name ?? ''
        const input = { accountId: open.graph.account.id, personId: selection.id, withSeats: true }
        return c.change.remove('person.remove', input, t('screen.inspector.removed', { name }))
      }
      case 'seat': {
        const name = open.snap.seats.get(selection.id)?.state.title ?? ''
        return c.change.remove('seat.remove', { seatId: selection.id }, t('screen.inspector.removed', { name }))
      }
      case 'tie':
        return c.change.remove('tie.remove', { tieId: selection.id }, t('screen.inspector.tieRemoved'))
      case 'opportunity': {
        const name = open.graph.opportunities.find((one) => one.id === selection.id)?.name ?? ''
        return c.change.remove('opportunity.remove', { opportunityId: selection.id }, t('screen.inspector.removed', { name }))
      }
      default:
        return selection satisfies never
    }
  })()
  if (removed) window.select(null)
}
