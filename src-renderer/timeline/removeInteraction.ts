import type { InteractionId } from '../../src-shared/model/ids'
import type { ActionContext } from '../actions/context'

/** Deletes an interaction that never was, and offers to take that back. */
export function removeInteraction(interactionId: InteractionId, { t, change }: ActionContext): Promise<boolean> {
  return change.remove('interaction.remove', { interactionId }, t('timeline.removed'))
}
