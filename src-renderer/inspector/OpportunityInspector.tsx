import { Button, Checkbox, Popconfirm } from 'antd'
import { startTransition, useOptimistic } from 'react'
import { holds } from '../../src-shared/model/day'
import type { Opportunity } from '../../src-shared/model/opportunity'
import { roleWords } from '../../src-shared/scene/roleWords'
import { useAccount } from '../account/AccountContext'
import { seatName } from '../account/names'
import { removeSelected } from '../actions/selected'
import type { ActionContext } from '../actions/context'
import { ChoiceEdit } from '../components/ChoiceEdit'
import { DayEdit } from '../components/DayEdit'
import { RoleLetters } from '../components/Mark'
import { TextEdit } from '../components/TextEdit'
import { stageKey } from '../screens/opportunities/stageKey'
import { commit } from './commit'
import { InspectorHead } from './InspectorHead'
import { Section } from './Section'

const stages = ['1', '2', '3', '4', '5'] as const

/** A deal: what it is, which roles it needs and who holds them. */
export function OpportunityInspector({
  opportunity,
  context,
}: {
  readonly opportunity: Opportunity
  readonly context: ActionContext
}) {
  const { t } = context
  const opportunityId = opportunity.id
  return (
    <>
      <InspectorHead kind={t('screen.inspector.opportunity')} name={opportunity.name} />
      <Section title={t('screen.inspector.opportunity')}>
        <TextEdit
          label={t('screen.people.name')}
          value={opportunity.name}
          onCommit={(name) => commit('opportunity.update', { opportunityId, name })}
        />
        <ChoiceEdit
          label={t('screen.opportunities.stage')}
          value={stageKey(opportunity.stage)}
          choices={stages.map((value) => ({ value, label: `${value} ${t(`model.stage.${value}`)}` }))}
          onCommit={async (stage) => stage && commit('opportunity.update', { opportunityId, stage: Number(stage) })}
        />
        <TextEdit
          label={t('screen.opportunities.amount')}
          value={opportunity.amount === null ? '' : String(opportunity.amount)}
          onCommit={async (text) => {
            const amount = text === '' ? null : Number(text.replaceAll(/[,，\s]/g, ''))
            if (amount !== null && !(amount >= 0 && Number.isFinite(amount)))
              return t('screen.opportunities.badAmount', { value: text })
            return commit('opportunity.update', { opportunityId, amount })
          }}
        />
        <TextEdit
          label={t('screen.opportunities.currency')}
          value={opportunity.currency}
          maxLength={3}
          onCommit={(currency) => commit('opportunity.update', { opportunityId, currency: currency.toUpperCase() })}
        />
        <DayEdit
          label={t('screen.opportunities.openedOn')}
          value={opportunity.openedOn}
          none={t('screen.common.notGiven')}
          onCommit={(openedOn) => commit('opportunity.update', { opportunityId, openedOn })}
        />
        <DayEdit
          label={t('screen.opportunities.closesOn')}
          value={opportunity.expectedCloseOn}
          none={t('screen.common.notGiven')}
          onCommit={(expectedCloseOn) => commit('opportunity.update', { opportunityId, expectedCloseOn })}
        />
      </Section>
      <NeededRoles opportunity={opportunity} context={context} />
      <Holders opportunity={opportunity} context={context} />
      <div className="lp-section lp-danger">
        <Popconfirm
          title={t('screen.inspector.removeTitle', { name: opportunity.name })}
          description={<div className="lp-confirm">{t('screen.opportunities.removeText')}</div>}
          okText={t('screen.common.delete')}
          cancelText={t('screen.common.cancel')}
          onConfirm={() => void removeSelected(context)}
        >
          <Button danger>{t('screen.opportunities.remove')}</Button>
        </Popconfirm>
      </div>
    </>
  )
}

/** Which roles of the method this deal needs; one that is switched off weighs nothing. */
function NeededRoles({ opportunity, context }: { readonly opportunity: Opportunity; readonly context: ActionContext }) {
  const { t, change } = context
  const { method } = useAccount()
  const keys = method.roles.map((role) => role.key)
  const [off, show] = useOptimistic(opportunity.switchedOffRoles)
  const choose = (needed: readonly string[]) =>
    startTransition(async () => {
      const switchedOffRoles = keys.filter((key) => !needed.includes(key))
      show(switchedOffRoles)
      await change.change('opportunity.update', { opportunityId: opportunity.id, switchedOffRoles })
    })
  return (
    <Section title={t('screen.opportunities.required')}>
      <Checkbox.Group
        className="lp-required"
        value={keys.filter((key) => !off.includes(key))}
        options={keys.map((key) => ({ value: key, label: roleWords(key, method, t).label }))}
        onChange={choose}
      />
    </Section>
  )
}

function Holders({ opportunity, context }: { readonly opportunity: Opportunity; readonly context: ActionContext }) {
  const open = useAccount()
  const { t, window } = context
  const order = (role: string) => roleWords(role, open.method, t).order
  const held = open.graph.decisionRoles
    .filter((role) => role.opportunityId === opportunity.id && holds(role, open.asOf))
    .sort((a, b) => order(b.role) - order(a.role))
  return (
    <Section title={t('screen.opportunities.holders')}>
      {held.length === 0 && <p className="lp-quiet">{t('screen.opportunities.noHolders')}</p>}
      <ul className="lp-items lp-ties">
        {held.map((role) => {
          const placed = open.snap.seats.get(role.seatId)
          return (
            placed && (
              <li key={role.id}>
                <button
                  type="button"
                  className="lp-tie"
                  onClick={() =>
                    window.select(
                      placed.holderId === null ? { kind: 'seat', id: placed.seat.id } : { kind: 'person', id: placed.holderId },
                    )
                  }
                >
                  <RoleLetters roles={[role.role]} method={open.method} />
                  <span>{seatName(t, open, placed)}</span>
                </button>
              </li>
            )
          )
        })}
      </ul>
    </Section>
  )
}
