import { Button } from 'antd'
import { Plus, Target, TriangleAlert } from 'lucide-react'
import { holds } from '../../../src-shared/model/day'
import type { Opportunity } from '../../../src-shared/model/opportunity'
import { roleWords } from '../../../src-shared/scene/roleWords'
import { useAccount } from '../../account/AccountContext'
import { seatName } from '../../account/names'
import type { ActionContext } from '../../actions/context'
import { runAction } from '../../actions/actions'
import { EmptyState } from '../../components/EmptyState'
import { amountText, dayText } from '../../../src-shared/i18n/format'
import { Toolbar } from '../../shell/Toolbar'
import { stageKey } from './stageKey'
import './opportunities.css'

/** The account's deals, each with who holds its required roles. */
export function OpportunitiesScreen({ context }: { readonly context: ActionContext }) {
  const { graph } = useAccount()
  const { t } = context
  const add = (
    <Button type="primary" icon={<Plus size={15} aria-hidden />} onClick={() => runAction('newOpportunity', context)}>
      {t('screen.action.newOpportunity')}
    </Button>
  )
  if (graph.opportunities.length === 0) {
    return (
      <EmptyState
        icon={<Target size={36} aria-hidden />}
        title={t('screen.opportunities.emptyTitle')}
        text={t('screen.opportunities.emptyText')}
      >
        {add}
      </EmptyState>
    )
  }
  return (
    <>
      <Toolbar>
        <span className="lp-grow" />
        {add}
      </Toolbar>
      <ul className="lp-deals">
        {graph.opportunities.map((opportunity) => (
          <Deal key={opportunity.id} opportunity={opportunity} context={context} />
        ))}
      </ul>
    </>
  )
}

function Deal({ opportunity, context }: { readonly opportunity: Opportunity; readonly context: ActionContext }) {
  const { t, language, view, window } = context
  const open = useAccount()
  const selected = view.selection?.kind === 'opportunity' && view.selection.id === opportunity.id
  const needed = open.method.roles.filter((role) => role.required && !opportunity.switchedOffRoles.includes(role.key))
  const about = [
    `${opportunity.stage} · ${t(`model.stage.${stageKey(opportunity.stage)}`)}`,
    opportunity.amount === null ? '' : amountText(opportunity.amount, opportunity.currency, language),
    opportunity.expectedCloseOn === null
      ? ''
      : t('screen.opportunities.closes', { day: dayText(opportunity.expectedCloseOn, language) }),
  ].filter(Boolean)
  return (
    <li className="lp-deal" data-selected={selected}>
      <h2>
        <button type="button" aria-pressed={selected} onClick={() => window.select({ kind: 'opportunity', id: opportunity.id })}>
          {opportunity.name}
        </button>
      </h2>
      <p className="lp-quiet">{about.join('  ·  ')}</p>
      <dl className="lp-deal-roles">
        {needed.map((role) => {
          const holders = open.graph.decisionRoles.filter(
            (held) => held.opportunityId === opportunity.id && held.role === role.key && holds(held, open.asOf),
          )
          const { label } = roleWords(role.key, open.method, t)
          return (
            <div key={role.key}>
              <dt>{label}</dt>
              <dd>
                {holders.length === 0 ? (
                  <span className="lp-missing">
                    <TriangleAlert size={13} aria-hidden /> {t('screen.opportunities.nobody')}
                  </span>
                ) : (
                  holders
                    .map((held) => {
                      const placed = open.snap.seats.get(held.seatId)
                      return placed ? seatName(t, open, placed) : null
                    })
                    .filter((name) => name !== null)
                    .join(language === 'en' ? ', ' : '、')
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </li>
  )
}
