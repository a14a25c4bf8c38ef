import { isTiered } from '../../src-shared/contract/shownTier'
import type { ActionContext } from '../actions/context'
import { queryClient } from '../client/freshness'
import { usePresentation } from '../state/presentation'

/** Counts and names of whole accounts: shown until the new answer comes, since a window without them would close the account. */
const kept: ReadonlySet<string> = new Set(['account.list'])

/** Begins or ends presenting. What was answered for other eyes is forgotten before anything is drawn with it. */
export function setPresenting(presenting: boolean, context: ActionContext): void {
  usePresentation.getState().set(presenting)
  if (presenting) {
    // What is selected or asked of the map may be about somebody who is not there any more.
    context.window.select(null)
    context.window.look({ focusPersonId: null })
    context.mode.leave()
  }
  void queryClient.resetQueries({
    predicate: ({ queryKey: [endpoint] }) => isTiered(String(endpoint)) && !kept.has(String(endpoint)),
  })
  void queryClient.invalidateQueries({ predicate: ({ queryKey: [endpoint] }) => kept.has(String(endpoint)) })
}
