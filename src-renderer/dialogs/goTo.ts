import type { ActionContext } from '../actions/context'
import type { SearchHit } from '../../src-shared/search/hit'
import type { AccountId } from '../../src-shared/model/ids'
import { useMapHandle } from '../state/mapHandle'
import type { Selection } from '../state/selection'

/** How long a map may take to be drawn, in ms, before its camera is left alone. */
const PATIENCE_MS = 5_000

/** Opens whatever a search found: an account, one of its deals, or somebody's card in the middle of its map. */
export function goToHit(context: ActionContext, hit: SearchHit): void {
  switch (hit.kind) {
    case 'account':
      return context.window.openAccount(hit.id)
    case 'opportunity':
      context.window.openAccount(hit.accountId)
      context.window.look({ opportunityId: hit.id })
      return context.window.select({ kind: 'opportunity', id: hit.id })
    case 'person':
      return goToCard(context, hit.accountId, { kind: 'person', id: hit.id })
    default:
      return hit satisfies never
  }
}

/** Opens an account, selects somebody there and brings their card to the middle, where the map is shown. */
export function goToCard({ window }: ActionContext, accountId: AccountId, selection: Selection): void {
  window.openAccount(accountId)
  window.select(selection)
  centreWhenDrawn(selection.id)
}

/** The map of another account has to be loaded and laid out first. */
function centreWhenDrawn(id: string): void {
  const centre = (): boolean => {
    const { handle } = useMapHandle.getState()
    if (!handle?.screenRect(id)) return false
    handle.centreOn(id)
    return true
  }
  if (centre()) return
  const stop = useMapHandle.subscribe(() => {
    if (centre()) stop()
  })
  setTimeout(stop, PATIENCE_MS)
}
