import { Button, Select } from 'antd'
import { Plus, Trash2 } from 'lucide-react'
import { holds } from '../../src-shared/model/day'
import type { SeatId } from '../../src-shared/model/ids'
import type { DecisionRole } from '../../src-shared/model/opportunity'
import { Chain } from '../../src-shared/model/scales'
import { roleWords } from '../../src-shared/scene/roleWords'
import { useAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { DayEdit } from '../components/DayEdit'
import { RoleLetters } from '../components/Mark'
import { openDialog } from '../state/dialogs'
import { commit } from './commit'
import { Section } from './Section'

/** The decision roles of some seats, in every deal, with their chains and dates. */
export function RolesSection({ seatIds, context }: { readonly seatIds: readonly SeatId[]; readonly context: ActionContext }) {
  const { graph, asOf } = useAccount()
  const { t } = context
  const roles = graph.decisionRoles.filter((role) => seatIds.includes(role.seatId) && holds(role, asOf))
  const [seatId] = seatIds
  return (
    <Section
      title={t('screen.inspector.roles')}
      action={
        seatId && (
          <Button
            type="text"
            size="small"
            aria-label={t('screen.action.giveRole')}
            icon={<Plus size={15} aria-hidden />}
            onClick={() =>
              openDialog(graph.opportunities.length === 0 ? { kind: 'newOpportunity' } : { kind: 'giveRole', seatId })
            }
          />
        )
      }
    >
      {roles.length === 0 && <p className="lp-quiet">{t('screen.inspector.noRoles')}</p>}
      <ul className="lp-items">
        {roles.map((role) => (
          <RoleItem key={role.id} role={role} context={context} />
        ))}
      </ul>
    </Section>
  )
}

function RoleItem({ role, context }: { readonly role: DecisionRole; readonly context: ActionContext }) {
  const { t, change } = context
  const { graph, method } = useAccount()
  const { label } = roleWords(role.role, method, t)
  const opportunity = graph.opportunities.find((candidate) => candidate.id === role.opportunityId)
  return (
    <li className="lp-item">
      <div className="lp-item-head">
        <RoleLetters roles={[role.role]} method={method} />
        <span className="lp-item-title">
          {label}
          <span className="lp-quiet">{opportunity?.name}</span>
        </span>
        <Button
          type="text"
          size="small"
          aria-label={t('screen.inspector.removeRole', { role: label })}
          icon={<Trash2 size={14} aria-hidden />}
          onClick={() =>
            void change.remove('role.remove', { decisionRoleId: role.id }, t('screen.inspector.removed', { name: label }))
          }
        />
      </div>
      <Select
        mode="multiple"
        variant="borderless"
        className="lp-chains"
        aria-label={t('screen.inspector.chains')}
        placeholder={t('screen.inspector.chains')}
        value={role.chains}
        options={Chain.options.map((value) => ({ value, label: t(`model.chain.${value}`) }))}
        onChange={(chains) => void change.change('role.update', { decisionRoleId: role.id, chains })}
      />
      <div className="lp-dates">
        <DayEdit
          label={t('screen.inspector.since')}
          value={role.validFrom}
          none={t('screen.inspector.sinceEver')}
          onCommit={(validFrom) => commit('role.update', { decisionRoleId: role.id, validFrom })}
        />
        <DayEdit
          label={t('screen.inspector.until')}
          value={role.validTo}
          none={t('screen.inspector.open')}
          onCommit={(validTo) => commit('role.update', { decisionRoleId: role.id, validTo })}
        />
      </div>
    </li>
  )
}
