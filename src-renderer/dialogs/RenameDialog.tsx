import { useState } from 'react'
import type { PersonId } from '../../src-shared/model/ids'
import { useAccount } from '../account/AccountContext'
import { personOf } from '../account/names'
import type { ActionContext } from '../actions/context'
import { attempt } from '../client/useChange'
import { DayPicker } from '../components/DayPicker'
import { Field } from '../components/Field'
import { TextField } from '../components/TextField'
import { FormDialog } from './FormDialog'

interface RenameDialogProps {
  readonly personId: PersonId
  readonly context: ActionContext
  readonly onClose: () => void
}

/** Somebody takes another name: the one before stays on record and can still be searched for. */
export function RenameDialog({ personId, context, onClose }: RenameDialogProps) {
  const { t } = context
  const { graph, asOf } = useAccount()
  const before = personOf(graph, personId)?.name ?? ''
  const [name, setName] = useState('')
  const [on, setOn] = useState(asOf)
  const [error, setError] = useState<string | null>(null)

  async function submit() {
    const result = await attempt('person.rename', { personId, name, on })
    if (!result.ok) setError(result.sentence)
    return result.ok
  }
  return (
    <FormDialog
      title={t('screen.rename.title', { name: before })}
      okText={t('screen.rename.ok')}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('screen.rename.name')}
        error={error}
        hint={t('screen.rename.hint', { name: before })}
        autoFocus
        value={name}
        onChange={setName}
      />
      <Field label={t('screen.inspector.since')}>
        {(control) => <DayPicker {...control} allowClear={false} value={on} onChange={(day) => day && setOn(day)} />}
      </Field>
    </FormDialog>
  )
}
