import { useState } from 'react'
import type { Day } from '../../src-shared/model/day'
import { useAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { attempt } from '../client/useChange'
import { DayPicker } from '../components/DayPicker'
import { Field } from '../components/Field'
import { TextField } from '../components/TextField'
import { FormDialog } from './FormDialog'

/** A new deal of the open account; it is chosen at once. */
export function NewOpportunityDialog({ context, onClose }: { readonly context: ActionContext; readonly onClose: () => void }) {
  const { t, window } = context
  const { graph, asOf } = useAccount()
  const [name, setName] = useState('')
  const [expectedCloseOn, setExpectedCloseOn] = useState<Day | null>(null)
  const [error, setError] = useState<string | null>(null)

  async function submit() {
    const result = await attempt('opportunity.create', { accountId: graph.account.id, name, openedOn: asOf, expectedCloseOn })
    if (!result.ok) {
      setError(result.sentence)
      return false
    }
    window.look({ opportunityId: result.value.opportunityId })
    window.select({ kind: 'opportunity', id: result.value.opportunityId })
    return true
  }
  return (
    <FormDialog title={t('screen.action.newOpportunity')} okText={t('screen.common.create')} onSubmit={submit} onClose={onClose}>
      <TextField label={t('screen.people.name')} error={error} autoFocus value={name} onChange={setName} />
      <Field label={t('screen.opportunities.closesOn')}>
        {(control) => (
          <DayPicker
            {...control}
            value={expectedCloseOn}
            placeholder={t('screen.common.notGiven')}
            onChange={setExpectedCloseOn}
          />
        )}
      </Field>
    </FormDialog>
  )
}
