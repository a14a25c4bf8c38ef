import { Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import type { Day } from '../../src-shared/model/day'
import type { PersonId } from '../../src-shared/model/ids'
import { ConfidenceWord, type SecrecyTier, StrengthWord, TieKind } from '../../src-shared/model/scales'
import { useAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { attempt } from '../client/useChange'
import { DayPicker } from '../components/DayPicker'
import { Field } from '../components/Field'
import { PersonPicker } from '../components/PersonPicker'
import { GuardLine } from '../privacy/GuardLine'
import { SecrecyField } from '../privacy/SecrecyField'
import { FormDialog } from './FormDialog'

interface AddTieDialogProps {
  readonly fromId: PersonId | null
  readonly context: ActionContext
  readonly onClose: () => void
}

/** A new tie between two people. */
export function AddTieDialog({ fromId, context, onClose }: AddTieDialogProps) {
  const { t, window } = context
  const { asOf, method } = useAccount()
  const [from, setFrom] = useState(fromId)
  const [to, setTo] = useState<PersonId | null>(null)
  const [kind, setKind] = useState<TieKind>('influences')
  const [strength, setStrength] = useState<StrengthWord>('medium')
  const [confidence, setConfidence] = useState<ConfidenceWord>('confirmed')
  const [validFrom, setValidFrom] = useState<Day | null>(null)
  const [note, setNote] = useState('')
  const [secrecy, setSecrecy] = useState<SecrecyTier>('open')
  const [error, setError] = useState<string | null>(null)

  async function submit() {
    if (from === null || to === null) {
      setError(t('screen.common.choosePerson'))
      return false
    }
    const result = await attempt('tie.create', {
      fromPersonId: from,
      toPersonId: to,
      kind,
      strength: method.strength[strength],
      confidence: method.confidence[confidence],
      validFrom,
      note,
      secrecy,
      on: asOf,
    })
    if (result.ok) window.select({ kind: 'tie', id: result.value.tieId })
    else setError(result.sentence)
    return result.ok
  }

  return (
    <FormDialog title={t('screen.action.addTie')} okText={t('screen.common.add')} onSubmit={submit} onClose={onClose}>
      <Field label={t('screen.addTie.from')}>
        {(control) => <PersonPicker {...control} autoFocus={fromId === null} value={from} onChange={setFrom} />}
      </Field>
      <Field label={t('screen.inspector.kind')}>
        {(control) => (
          <Select
            {...control}
            value={kind}
            options={TieKind.options.map((value) => ({ value, label: t(`model.tie.${value}`) }))}
            onChange={setKind}
          />
        )}
      </Field>
      <Field label={t('screen.addTie.to')} error={error}>
        {(control) => (
          <PersonPicker
            {...control}
            autoFocus={fromId !== null}
            value={to}
            onChange={setTo}
            {...(error !== null && { status: 'error' as const })}
          />
        )}
      </Field>
      <Field label={t('screen.inspector.strength')}>
        {() => (
          <Segmented
            block
            aria-label={t('screen.inspector.strength')}
            value={strength}
            options={StrengthWord.options.map((value) => ({ value, label: t(`model.strength.${value}`) }))}
            onChange={setStrength}
          />
        )}
      </Field>
      <Field label={t('screen.inspector.confidence')}>
        {() => (
          <Segmented
            block
            aria-label={t('screen.inspector.confidence')}
            value={confidence}
            options={ConfidenceWord.options.map((value) => ({ value, label: t(`model.confidence.${value}`) }))}
            onChange={setConfidence}
          />
        )}
      </Field>
      <Field label={t('screen.inspector.since')}>
        {(control) => (
          <DayPicker {...control} value={validFrom} placeholder={t('screen.inspector.sinceEver')} onChange={setValidFrom} />
        )}
      </Field>
      <Field label={t('screen.inspector.note')} hint={<GuardLine />}>
        {(control) => <Input {...control} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
      <SecrecyField value={secrecy} onChange={setSecrecy} />
    </FormDialog>
  )
}
