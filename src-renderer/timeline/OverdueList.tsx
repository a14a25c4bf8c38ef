import { Button } from 'antd'
import { AlarmClock } from 'lucide-react'
import { useMemo } from 'react'
import { overdueTouches, type Touch, touches } from '../../src-shared/analytics/cadence'
import { dayText } from '../../src-shared/i18n/format'
import { useAccount } from '../account/AccountContext'
import { personOf } from '../account/names'
import type { ActionContext } from '../actions/context'
import { PersonLink } from '../insight/PersonLink'
import { openDialog } from '../state/dialogs'

/** Whom to meet, by cadence, on the day that is looked at. */
export function useOverdue(): readonly Touch[] {
  const { snap, judgements, method } = useAccount()
  return useMemo(() => overdueTouches(touches(snap, judgements, method)), [snap, judgements, method])
}

/** Who should have been met by now, the longest overdue first. */
export function OverdueList({ overdue, context }: { readonly overdue: readonly Touch[]; readonly context: ActionContext }) {
  const { t } = context
  if (overdue.length === 0) return <p className="lp-touches-none lp-quiet">{t('timeline.overdue.none')}</p>
  return (
    <ul className="lp-touches" aria-label={t('timeline.overdue.title')}>
      {overdue.map((touch) => (
        <OverdueItem key={touch.personId} touch={touch} context={context} />
      ))}
    </ul>
  )
}

function OverdueItem({ touch, context }: { readonly touch: Touch; readonly context: ActionContext }) {
  const { t, language } = context
  const { graph } = useAccount()
  const { personId, ownPersonId, lastOn, plannedOn, overdueDays, tier } = touch
  const name = personOf(graph, personId)?.name ?? ''
  const own = personOf(graph, ownPersonId)?.name
  const about = [
    t(`model.tier.${tier}`),
    own,
    lastOn === null
      ? overdueDays !== null && t('timeline.overdue.never')
      : t('timeline.overdue.last', { day: dayText(lastOn, language) }),
    plannedOn !== null && t('timeline.overdue.plannedOn', { day: dayText(plannedOn, language) }),
  ]
  return (
    <li>
      <PersonLink id={personId} context={context} />
      <span className="lp-weak">
        <AlarmClock size={13} aria-hidden />
        {overdueDays === null ? t('timeline.overdue.never') : t('timeline.overdue.late', { count: overdueDays })}
      </span>
      <span className="lp-quiet">{about.filter(Boolean).join(' · ')}</span>
      <Button
        size="small"
        aria-label={t('timeline.overdue.log', { name })}
        onClick={() =>
          openDialog({
            kind: 'interaction',
            start: { participants: [personId, ...(ownPersonId === null ? [] : [ownPersonId])] },
          })
        }
      >
        {t('timeline.logOne')}
      </Button>
    </li>
  )
}
