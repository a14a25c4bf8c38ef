import type { ActionContext } from '../actions/context'
import type { Selection } from '../state/selection'

/** Selects something, opens the inspector for it, and brings it to the middle of the map where one is shown. */
export function jumpTo(context: ActionContext, selection: Selection): void {
  context.window.select(selection)
  context.map?.centreOn(selection.id)
}
