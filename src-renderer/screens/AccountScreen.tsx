import { lazy, memo, Suspense } from 'react'
import { AccountFollower } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { useFollowed } from '../client/following'
import { Loading } from '../components/Loading'
import { Inspector } from '../inspector/Inspector'
import { useWindow } from '../state/windowStore'
import { MapScreen } from './map/MapScreen'
import { MatrixScreen } from './matrix/MatrixScreen'
import { OpportunitiesScreen } from './opportunities/OpportunitiesScreen'
import { PeopleScreen } from './people/PeopleScreen'
import { PlanScreen } from './plan/PlanScreen'

// With a reader of Markdown.
const TimelineScreen = lazy(async () => ({ default: (await import('../timeline/TimelineScreen')).TimelineScreen }))
const FollowingInspector = memo(Inspector)

/** One account: the chosen tab, and beside it the inspector of what is selected. */
export function AccountScreen({ context }: { readonly context: ActionContext }) {
  const tab = useWindow((state) => state.tab)
  const inspectorOpen = useWindow((state) => state.inspectorOpen)
  // Forms take longer to draw than the map: it shows what was done, they follow.
  const followed = useFollowed(context)
  return (
    <div className="lp-account-screen">
      <section className="lp-tab-content" aria-label={context.t(`screen.tab.${tab}`)}>
        {tab === 'map' && <MapScreen context={context} />}
        {tab === 'people' && <PeopleScreen context={context} />}
        {tab === 'opportunities' && <OpportunitiesScreen context={context} />}
        {tab === 'plan' && <PlanScreen context={context} />}
        {tab === 'timeline' && (
          <Suspense fallback={<Loading />}>
            <TimelineScreen context={context} />
          </Suspense>
        )}
        {tab === 'matrix' && <MatrixScreen context={context} />}
      </section>
      {inspectorOpen && (
        <AccountFollower>
          <FollowingInspector context={followed} />
        </AccountFollower>
      )}
    </div>
  )
}
