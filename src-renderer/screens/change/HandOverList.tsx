import { Button, Progress } from 'antd'
import { ArrowRightLeft } from 'lucide-react'
import type { AccountId } from '../../../src-shared/model/ids'
import type { ActionContext } from '../../actions/context'
import { useAnswer } from '../../client/queries'
import { EmptyState } from '../../components/EmptyState'
import { Loading } from '../../components/Loading'
import { dayText } from '../../../src-shared/i18n/format'
import { openDialog } from '../../state/dialogs'
import { progressOf } from './handOverItems'

interface HandOverListProps {
  /** null: of all. */
  readonly accountId: AccountId | null
  readonly context: ActionContext
}

/** What is being passed on, the open ones first. */
export function HandOverList({ accountId, context }: HandOverListProps) {
  const { t, language } = context
  const handOvers = useAnswer('handOver.list', accountId === null ? {} : { accountId }).data
  if (!handOvers) return <Loading />
  if (handOvers.length === 0) {
    return (
      <EmptyState
        icon={<ArrowRightLeft size={36} aria-hidden />}
        title={t('change.handOver.none')}
        text={t('change.handOver.noneText')}
      />
    )
  }
  return (
    <ul className="lp-handovers" aria-label={t('change.handOver.list')}>
      {handOvers.map((handOver) => {
        const { id, personName, accountName, openedOn, closedOn } = handOver
        const { done, total, percent } = progressOf(handOver)
        return (
          <li key={id} className="lp-handover-row">
            <span className="lp-inbox-two">
              <span>{personName}</span>
              <span className="lp-quiet">{accountName}</span>
            </span>
            <span className="lp-quiet">
              {closedOn === null
                ? t('change.handOver.opened', { day: dayText(openedOn, language) })
                : t('change.handOver.closed', { day: dayText(closedOn, language) })}
            </span>
            <span className="lp-handover-progress">
              <Progress percent={percent} showInfo={false} size="small" aria-hidden />
              <span className="lp-quiet">{t('change.handOver.progress', { done, total })}</span>
            </span>
            <Button
              size="small"
              aria-label={t('change.handOver.title', { name: personName })}
              onClick={() => openDialog({ kind: 'handOver', handOverId: id })}
            >
              {t('change.handOver.open')}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
