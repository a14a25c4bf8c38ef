import { Button } from 'antd'
import type { PlacedSeat } from '../../src-shared/analytics/snapshot'
import { holds } from '../../src-shared/model/day'
import type { PersonId, SeatId } from '../../src-shared/model/ids'
import { useAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { dayText } from '../../src-shared/i18n/format'
import { openDialog } from '../state/dialogs'
import { GroupSection } from './GroupSection'
import { SeatFields } from './SeatFields'
import { Section } from './Section'

/** A seat with what can happen to it: it is filled, left, or ends. */
export function SeatSection({ placed, context }: { readonly placed: PlacedSeat; readonly context: ActionContext }) {
  const { graph, asOf } = useAccount()
  const { t, language, change } = context
  const seatId = placed.seat.id
  const tenure = graph.tenures.find((one) => one.seatId === seatId && one.personId === placed.holderId && holds(one, asOf))
  const since = tenure?.validFrom ? dayText(tenure.validFrom, language) : t('screen.inspector.sinceEver')
  return (
    <>
      <Section title={t('screen.inspector.seat')}>
        <SeatFields placed={placed} />
        {tenure && <p className="lp-quiet">{t('screen.inspector.holdsSince', { day: since })}</p>}
        <div className="lp-buttons">
          {placed.holderId === null ? (
            <Button size="small" type="primary" onClick={() => openDialog({ kind: 'fillSeat', seatId })}>
              {t('screen.menu.fill')}
            </Button>
          ) : (
            <>
              <MoveButton personId={placed.holderId} seatId={seatId} label={t('screen.action.movePerson')} />
              <Button
                size="small"
                onClick={() =>
                  void change.remove(
                    'seat.vacate',
                    { seatId, on: asOf },
                    t('screen.inspector.vacated', { title: placed.state.title }),
                  )
                }
              >
                {t('screen.inspector.vacate')}
              </Button>
            </>
          )}
          <Button
            size="small"
            onClick={() =>
              void change.remove('seat.close', { seatId, on: asOf }, t('screen.inspector.closed', { title: placed.state.title }))
            }
          >
            {t('screen.inspector.closeSeat')}
          </Button>
        </div>
      </Section>
      <GroupSection organizationId={placed.seat.organizationId} context={context} />
    </>
  )
}

function MoveButton({
  personId,
  seatId,
  label,
}: {
  readonly personId: PersonId
  readonly seatId: SeatId
  readonly label: string
}) {
  return (
    <Button size="small" onClick={() => openDialog({ kind: 'move', personId, seatId })}>
      {label}
    </Button>
  )
}
