import { Button, Select } from 'antd'
import { Pencil, Plus } from 'lucide-react'
import { isOverdue, strategiesByPerson } from '../../src-shared/analytics/strategies'
import type { PersonId } from '../../src-shared/model/ids'
import { StrategyStatus } from '../../src-shared/model/scales'
import type { Strategy } from '../../src-shared/model/strategy'
import { useAccount } from '../account/AccountContext'
import { personOf } from '../account/names'
import type { ActionContext } from '../actions/context'
import { dayText } from '../../src-shared/i18n/format'
import { SecrecyMark } from '../privacy/SecrecyMark'
import '../screens/plan/plan.css'
import { StatusMark } from '../screens/plan/StrategyCard'
import { openDialog } from '../state/dialogs'
import { Section } from './Section'

/** What we do about somebody in the deal that is looked at, and in general. */
export function StrategySection({ personId, context }: { readonly personId: PersonId; readonly context: ActionContext }) {
  const { graph, opportunity, asOf } = useAccount()
  const { t } = context
  const strategies = strategiesByPerson(graph, opportunity?.id ?? null, asOf).get(personId) ?? []
  const name = personOf(graph, personId)?.name ?? ''
  return (
    <Section
      title={t('plan.inspector.title')}
      part="strategy"
      action={
        <Button
          type="text"
          size="small"
          aria-label={t('plan.card.add', { name })}
          icon={<Plus size={15} aria-hidden />}
          onClick={() => openDialog({ kind: 'strategy', personId, fill: true })}
        />
      }
    >
      {strategies.length === 0 && <p className="lp-quiet">{t('plan.inspector.none')}</p>}
      <ul className="lp-items">
        {strategies.map((strategy) => (
          <StrategyItem key={strategy.id} strategy={strategy} context={context} />
        ))}
      </ul>
    </Section>
  )
}

function StrategyItem({ strategy, context }: { readonly strategy: Strategy; readonly context: ActionContext }) {
  const { graph, asOf } = useAccount()
  const { t, language, change } = context
  const { id: strategyId, personId, objective, ownerId, dueOn, status } = strategy
  const about = [
    personOf(graph, ownerId)?.name ?? t('plan.card.noOwner'),
    dueOn === null ? '' : t('plan.card.due', { day: dayText(dueOn, language) }),
    strategy.opportunityId === null ? t('plan.card.general') : '',
  ]
  return (
    <li className="lp-item">
      <div className="lp-item-head">
        <span className="lp-item-title">{objective || t('plan.card.noObjective')}</span>
        <SecrecyMark tier={strategy.secrecy} />
        <Button
          type="text"
          size="small"
          aria-label={t('plan.inspector.edit')}
          icon={<Pencil size={14} aria-hidden />}
          onClick={() => openDialog({ kind: 'strategy', personId, strategyId })}
        />
      </div>
      <div className="lp-plan-about">
        <Select
          size="small"
          variant="borderless"
          aria-label={t('plan.edit.status')}
          popupMatchSelectWidth={false}
          value={status}
          options={StrategyStatus.options.map((value) => ({ value, label: t(`model.strategyState.${value}`) }))}
          onChange={(next) => void change.change('strategy.update', { strategyId, status: next })}
        />
        {isOverdue(strategy, asOf) && <StatusMark state="overdue" words={t('model.strategyState.overdue')} />}
        <span>{about.filter(Boolean).join(' · ')}</span>
      </div>
    </li>
  )
}
