import { Segmented, Select } from 'antd'
import { useState } from 'react'
import type { ListedSignal } from '../../../src-shared/contract'
import { type Day, localDay } from '../../../src-shared/model/day'
import type { AccountId, PersonId } from '../../../src-shared/model/ids'
import { ConfidenceWord, SignalKind } from '../../../src-shared/model/scales'
import { useAccount, useMaybeAccount } from '../../account/AccountContext'
import { personOf } from '../../account/names'
import { nearestConfidence } from '../../account/ratioWords'
import type { ActionContext } from '../../actions/context'
import { useAccounts } from '../../client/queries'
import { attempt } from '../../client/useChange'
import { DayPicker } from '../../components/DayPicker'
import { Field } from '../../components/Field'
import { PersonPicker } from '../../components/PersonPicker'
import { TextField } from '../../components/TextField'
import { FormDialog } from '../../dialogs/FormDialog'
import { GuardLine } from '../../privacy/GuardLine'
import { InAccount } from './InAccount'

interface SignalDialogProps {
  /** Default: the account that was open last, else the first. */
  readonly accountId?: AccountId
  readonly personId?: PersonId
  /** One that is there, to be edited. */
  readonly signal?: ListedSignal
  readonly context: ActionContext
  readonly onClose: () => void
}

/** A hint about somebody: what it hints at, how sure it is, who said so. */
export function SignalDialog(props: SignalDialogProps) {
  const accounts = useAccounts().data ?? []
  const [chosen, setChosen] = useState<AccountId | null>(null)
  const open = useMaybeAccount()
  const accountId = props.signal?.accountId ?? chosen ?? props.accountId ?? open?.graph.account.id ?? accounts[0]?.id
  if (accountId === undefined) return null
  return (
    <InAccount accountId={accountId}>
      <SignalForm {...props} key={accountId} onAccount={setChosen} />
    </InAccount>
  )
}

interface SignalFormProps extends SignalDialogProps {
  readonly onAccount: (accountId: AccountId) => void
}

function SignalForm({ signal, personId: about, context, onAccount, onClose }: SignalFormProps) {
  const { t } = context
  const { graph, method } = useAccount()
  const accounts = useAccounts().data ?? []
  const known = personOf(graph, signal?.personId ?? about ?? null)
  const [personId, setPersonId] = useState<PersonId | null>(known?.id ?? null)
  const [kind, setKind] = useState<SignalKind>(signal?.kind ?? 'resignation-rumour')
  const [confidence, setConfidence] = useState<ConfidenceWord>(signal ? nearestConfidence(method, signal.confidence) : 'likely')
  const [notedOn, setNotedOn] = useState<Day | null>(signal ? signal.notedOn : localDay(new Date()))
  const [source, setSource] = useState(signal?.source ?? '')
  const [error, setError] = useState<string | null>(null)

  async function submit() {
    if (personId === null) {
      setError(t('change.signal.personNeeded'))
      return false
    }
    // A number that somebody imported stays as it is until another word is chosen.
    const sure =
      signal && confidence === nearestConfidence(method, signal.confidence) ? signal.confidence : method.confidence[confidence]
    const said = { kind, confidence: sure, notedOn, source: source.trim() }
    const result = signal
      ? await attempt('signal.update', { signalId: signal.id, ...said })
      : await attempt('signal.create', { accountId: graph.account.id, personId, ...said })
    if (!result.ok) setError(result.sentence)
    return result.ok
  }
  const title = signal
    ? t('change.signal.edit', { name: signal.personName })
    : known
      ? t('change.signal.newOf', { name: known.name })
      : t('change.signal.new')
  return (
    <FormDialog title={title} okText={t(signal ? 'screen.common.save' : 'change.signal.new')} onSubmit={submit} onClose={onClose}>
      {!signal && !about && (
        <Field label={t('change.signal.account')}>
          {(control) => (
            <Select
              {...control}
              value={graph.account.id}
              options={accounts.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={onAccount}
            />
          )}
        </Field>
      )}
      {!signal && (
        <Field label={t('change.signal.person')} error={error}>
          {(control) => <PersonPicker {...control} autoFocus={!known} value={personId} onChange={setPersonId} />}
        </Field>
      )}
      <Field label={t('change.signal.kind')} {...(signal && { error })}>
        {(control) => (
          <Select
            {...control}
            autoFocus={known !== null}
            value={kind}
            options={SignalKind.options.map((value) => ({ value, label: t(`model.signal.${value}`) }))}
            onChange={setKind}
          />
        )}
      </Field>
      <Field label={t('change.signal.confidence')}>
        {(control) => (
          <Segmented
            {...control}
            aria-label={t('change.signal.confidence')}
            value={confidence}
            options={ConfidenceWord.options.map((value) => ({ value, label: t(`model.confidence.${value}`) }))}
            onChange={setConfidence}
          />
        )}
      </Field>
      <Field label={t('change.signal.day')}>
        {(control) => <DayPicker {...control} value={notedOn} onChange={setNotedOn} />}
      </Field>
      <TextField
        label={t('change.signal.source')}
        hint={<GuardLine />}
        value={source}
        placeholder={t('change.signal.sourceHint')}
        onChange={setSource}
      />
    </FormDialog>
  )
}
