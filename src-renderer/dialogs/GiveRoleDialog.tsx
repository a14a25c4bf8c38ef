import { Select } from 'antd'
import { useState } from 'react'
import type { OpportunityId, SeatId } from '../../src-shared/model/ids'
import { Chain } from '../../src-shared/model/scales'
import { roleWords } from '../../src-shared/scene/roleWords'
import { useAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { attempt } from '../client/useChange'
import { Field } from '../components/Field'
import { SeatPicker } from '../components/PersonPicker'
import { FormDialog } from './FormDialog'

interface GiveRoleDialogProps {
  readonly seatId: SeatId | null
  readonly role: string | null
  readonly context: ActionContext
  readonly onClose: () => void
}

const decidingSides = ['theirs', 'third-party'] as const

/** A seat gets a decision role in a deal. */
export function GiveRoleDialog({ seatId: start, role: asked, context, onClose }: GiveRoleDialogProps) {
  const { t, window } = context
  const { graph, snap, opportunity, method, asOf } = useAccount()
  const [seatId, setSeatId] = useState(start)
  const [opportunityId, setOpportunityId] = useState<OpportunityId | null>(opportunity?.id ?? graph.opportunities[0]?.id ?? null)
  const [role, setRole] = useState(asked ?? method.roles[0]?.key ?? '')
  const [chains, setChains] = useState<Chain[]>([])
  const [error, setError] = useState<string | null>(null)

  async function submit() {
    if (seatId === null || opportunityId === null) {
      setError(t('screen.common.choosePerson'))
      return false
    }
    const result = await attempt('role.assign', { opportunityId, seatId, role, chains, on: asOf })
    if (!result.ok) {
      // The core knows a role by its key; people know it by its name.
      const named = result.failure.code === 'role_taken'
      setError(
        named
          ? t('error.role_taken', { name: '', ...result.failure.params, role: roleWords(role, method, t).label })
          : result.sentence,
      )
      return false
    }
    const holderId = snap.seats.get(seatId)?.holderId
    window.select(holderId ? { kind: 'person', id: holderId } : { kind: 'seat', id: seatId })
    return true
  }

  return (
    <FormDialog title={t('screen.action.giveRole')} okText={t('screen.giveRole.ok')} onSubmit={submit} onClose={onClose}>
      <Field label={t('screen.giveRole.who')} error={error}>
        {(control) => (
          <SeatPicker
            {...control}
            autoFocus={start === null}
            sides={decidingSides}
            value={seatId}
            onChange={setSeatId}
            {...(error !== null && { status: 'error' as const })}
          />
        )}
      </Field>
      <Field label={t('screen.giveRole.role')}>
        {(control) => (
          <Select
            {...control}
            autoFocus={start !== null}
            value={role}
            options={method.roles.map(({ key }) => ({ value: key, label: roleWords(key, method, t).label }))}
            onChange={setRole}
          />
        )}
      </Field>
      <Field label={t('screen.inspector.opportunity')}>
        {(control) => (
          <Select
            {...control}
            {...(opportunityId && { value: opportunityId })}
            options={graph.opportunities.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setOpportunityId}
          />
        )}
      </Field>
      <Field label={t('screen.inspector.chains')}>
        {(control) => (
          <Select
            {...control}
            mode="multiple"
            value={chains}
            placeholder={t('screen.common.notGiven')}
            options={Chain.options.map((value) => ({ value, label: t(`model.chain.${value}`) }))}
            onChange={setChains}
          />
        )}
      </Field>
    </FormDialog>
  )
}
