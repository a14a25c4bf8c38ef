import { Button } from 'antd'
import type { PlacedSeat } from '../../src-shared/analytics/snapshot'
import { useAccount } from '../account/AccountContext'
import { emptySeatWord, organizationName } from '../account/names'
import { removeSelected } from '../actions/selected'
import type { ActionContext } from '../actions/context'
import { InspectorHead } from './InspectorHead'
import { RolesSection } from './RolesSection'
import { SeatSection } from './SeatSection'

/** A seat that nobody holds. */
export function SeatInspector({ placed, context }: { readonly placed: PlacedSeat; readonly context: ActionContext }) {
  const { graph } = useAccount()
  const { t } = context
  const { seat, state } = placed
  return (
    <>
      <InspectorHead
        kind={emptySeatWord(t, graph, seat.id)}
        name={state.title}
        about={organizationName(t, graph, seat.organizationId, seat.side)}
      />
      <SeatSection placed={placed} context={context} />
      {seat.side !== 'ours' && <RolesSection seatIds={[seat.id]} context={context} />}
      <div className="lp-section lp-danger">
        <Button danger onClick={() => void removeSelected(context)}>
          {t('screen.inspector.removeSeat')}
        </Button>
      </div>
    </>
  )
}
