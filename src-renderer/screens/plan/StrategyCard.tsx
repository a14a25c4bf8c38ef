import { CalendarClock, CircleAlert, CircleCheck, CircleDashed, CircleDot, CircleSlash, Plus, User } from 'lucide-react'
import type { DragEvent, ReactNode } from 'react'
import type { StrategyState } from '../../../src-shared/analytics/strategies'
import { roleWords } from '../../../src-shared/scene/roleWords'
import type { StrategyStatus } from '../../../src-shared/model/scales'
import { useAccount } from '../../account/AccountContext'
import { personOf } from '../../account/names'
import type { ActionContext } from '../../actions/context'
import { StanceMark } from '../../components/Mark'
import { dayText } from '../../../src-shared/i18n/format'
import { SecrecyMark } from '../../privacy/SecrecyMark'
import type { BoardCard } from './board'

const signs: Readonly<Record<StrategyState | StrategyStatus, ReactNode>> = {
  none: <CircleAlert size={13} aria-hidden />,
  overdue: <CircleAlert size={13} aria-hidden />,
  planned: <CircleDashed size={13} aria-hidden />,
  active: <CircleDot size={13} aria-hidden />,
  done: <CircleCheck size={13} aria-hidden />,
  dropped: <CircleSlash size={13} aria-hidden />,
}

/** How a strategy stands: sign, colour, word. */
export function StatusMark({ state, words }: { readonly state: StrategyState | StrategyStatus; readonly words: string }) {
  return (
    <span className="lp-plan-status" data-state={state}>
      {signs[state]}
      {words}
    </span>
  )
}

interface StrategyCardProps {
  readonly card: BoardCard
  readonly selected: boolean
  /** Whether the Tab key stops here. */
  readonly current: boolean
  /** In an arrangement that does not say it: as whom they are addressed. */
  readonly showRole: boolean
  readonly context: ActionContext
  readonly onFocus: () => void
  readonly onOpen: () => void
  readonly onDragStart: (event: DragEvent) => void
}

/** What we do about somebody; who has nothing planned is a dashed card with a way to begin. */
export function StrategyCard(props: StrategyCardProps) {
  const { card, selected, current, showRole, context, onFocus, onOpen, onDragStart } = props
  const { method } = useAccount()
  const { t } = context
  const { strategy } = card
  const role = showRole && card.role !== null ? roleWords(card.role, method, t).label : ''
  return (
    <div
      role="listitem"
      className="lp-plan-card"
      data-strategy={card.key}
      data-state={strategy === null ? 'none' : card.overdue ? 'overdue' : strategy.status}
      data-urgent={card.urgent}
      aria-current={selected ? 'true' : undefined}
      tabIndex={current ? 0 : -1}
      draggable
      onFocus={onFocus}
      onDoubleClick={onOpen}
      onDragStart={onDragStart}
    >
      <div className="lp-plan-who">
        <strong>{card.name}</strong>
        <StanceMark stance={card.stance} />
      </div>
      <p className="lp-quiet lp-plan-title">{[card.title, role].filter(Boolean).join(' · ')}</p>
      {strategy === null ? <Without card={card} context={context} onOpen={onOpen} /> : <Planned card={card} context={context} />}
    </div>
  )
}

function Without({ card, context: { t }, onOpen }: Pick<StrategyCardProps, 'card' | 'context' | 'onOpen'>) {
  return (
    <>
      <StatusMark
        state="none"
        words={t(!card.urgent ? 'plan.card.none' : card.stance === 'opponent' ? 'plan.card.opponent' : 'plan.card.inner')}
      />
      <button type="button" className="lp-plan-start" tabIndex={-1} onClick={onOpen}>
        <Plus size={13} aria-hidden />
        {t('plan.card.start')}
      </button>
    </>
  )
}

function Planned({ card, context }: Pick<StrategyCardProps, 'card' | 'context'>) {
  const { t, language } = context
  const { graph } = useAccount()
  const { strategy } = card
  if (strategy === null) return null
  const day = strategy.dueOn === null ? '' : dayText(strategy.dueOn, language)
  return (
    <>
      <p className="lp-plan-objective" data-empty={strategy.objective === ''}>
        {strategy.objective || t('plan.card.noObjective')}
      </p>
      {strategy.result !== '' && <p className="lp-plan-result">{t('plan.card.result', { result: strategy.result })}</p>}
      <div className="lp-plan-about">
        <StatusMark
          state={card.overdue ? 'overdue' : strategy.status}
          words={t(`model.strategyState.${card.overdue ? 'overdue' : strategy.status}`)}
        />
        <span className="lp-mark">
          <User size={12} aria-hidden />
          {personOf(graph, strategy.ownerId)?.name ?? t('plan.card.noOwner')}
        </span>
        {day !== '' && (
          <span className="lp-mark">
            <CalendarClock size={12} aria-hidden />
            {t('plan.card.due', { day })}
          </span>
        )}
        {strategy.opportunityId === null && <span>{t('plan.card.general')}</span>}
        <SecrecyMark tier={strategy.secrecy} />
      </div>
    </>
  )
}
