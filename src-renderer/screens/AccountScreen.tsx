import type { ActionContext } from '../actions/context'
import { Inspector } from '../inspector/Inspector'
import { useWindow } from '../state/windowStore'
import { MapScreen } from './map/MapScreen'
import { OpportunitiesScreen } from './opportunities/OpportunitiesScreen'
import { PeopleScreen } from './people/PeopleScreen'

/** One account: the chosen tab, and beside it the inspector of what is selected. */
export function AccountScreen({ context }: { readonly context: ActionContext }) {
  const tab = useWindow((state) => state.tab)
  const inspectorOpen = useWindow((state) => state.inspectorOpen)
  return (
    <div className="lp-account-screen">
      <section className="lp-tab-content" aria-label={context.t(`screen.tab.${tab}`)}>
        {tab === 'map' && <MapScreen context={context} />}
        {tab === 'people' && <PeopleScreen context={context} />}
        {tab === 'opportunities' && <OpportunitiesScreen context={context} />}
      </section>
      {inspectorOpen && <Inspector context={context} />}
    </div>
  )
}
