import type { OpportunityId } from '../../src-shared/model/ids'
import type { Selection as MapSelection } from '../../src-shared/scene/sceneTypes'

/** What the inspector shows: something of the map, or a deal. */
export type Selection = MapSelection | { readonly kind: 'opportunity'; readonly id: OpportunityId }

export function sameSelection(a: Selection | null, b: Selection | null): boolean {
  return a?.kind === b?.kind && a?.id === b?.id
}
