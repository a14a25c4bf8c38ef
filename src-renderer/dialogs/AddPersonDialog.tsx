import { Segmented, Select } from 'antd'
import { useState } from 'react'
import type { SeatId } from '../../src-shared/model/ids'
import { type SecrecyTier, Side, TouchTier } from '../../src-shared/model/scales'
import { useAccount } from '../account/AccountContext'
import { unitChoices, unitName } from '../account/names'
import type { ActionContext } from '../actions/context'
import { attempt } from '../client/useChange'
import { DayPicker } from '../components/DayPicker'
import { Field } from '../components/Field'
import { SeatPicker } from '../components/PersonPicker'
import { TextField } from '../components/TextField'
import { SecrecyField } from '../privacy/SecrecyField'
import type { DialogRequest } from '../state/dialogs'
import { FormDialog } from './FormDialog'

interface AddPersonDialogProps {
  readonly start: Extract<DialogRequest, { kind: 'addPerson' }>
  readonly context: ActionContext
  readonly onClose: () => void
}

/** A new seat with whoever holds it: with an empty name the seat is yet to be identified. */
export function AddPersonDialog({ start, context, onClose }: AddPersonDialogProps) {
  const { t, window } = context
  const { graph, snap, asOf } = useAccount()
  const beside = start.besideId && snap.seats.get(start.besideId)
  const above = start.superiorId && snap.seats.get(start.superiorId)
  const near = beside ?? above

  const [side, setSide] = useState<Side>(start.side ?? near?.seat.side ?? 'theirs')
  const [name, setName] = useState('')
  const [latinName, setLatinName] = useState('')
  const [title, setTitle] = useState('')
  const [unit, setUnit] = useState(near ? unitName(graph, near.state.unitId) : '')
  const [organization, setOrganization] = useState('')
  const [tier, setTier] = useState<TouchTier | null>(null)
  const [superiorId, setSuperiorId] = useState<SeatId | null>(start.superiorId ?? beside?.state.reportsToSeatId ?? null)
  const [validFrom, setValidFrom] = useState<typeof asOf | null>(null)
  const [secrecy, setSecrecy] = useState<SecrecyTier>('open')
  const [error, setError] = useState<string | null>(null)
  const hasHolder = name.trim() !== ''

  const organizations = graph.organizations.filter(
    (one) => one.name !== '' && graph.seats.some((seat) => seat.organizationId === one.id && seat.side === side),
  )
  const units = unitChoices(graph, organizations.find((one) => one.name === organization)?.id ?? graph.account.organizationId)

  async function submit() {
    // With neither a name nor a title there would be nothing to see of the seat.
    if (!hasHolder && title.trim() === '') {
      setError(t('screen.addPerson.needed'))
      return false
    }
    const result = await attempt('seat.create', {
      accountId: graph.account.id,
      side,
      organization,
      title,
      unit,
      ...(tier && { tier }),
      reportsToSeatId: superiorId,
      holder: hasHolder ? { name, latinName, secrecy } : null,
      validFrom,
      on: asOf,
    })
    if (!result.ok) {
      setError(result.sentence)
      return false
    }
    const { personId, seatId } = result.value
    window.select(personId ? { kind: 'person', id: personId } : { kind: 'seat', id: seatId })
    return true
  }

  return (
    <FormDialog title={t('screen.action.addPerson')} okText={t('screen.common.add')} onSubmit={submit} onClose={onClose}>
      <Segmented
        block
        aria-label={t('screen.people.side')}
        value={side}
        options={Side.options.map((value) => ({ value, label: t(`model.side.${value}`) }))}
        onChange={setSide}
      />
      <TextField
        label={t('screen.people.name')}
        error={error}
        hint={t('screen.addPerson.nameHint')}
        autoFocus
        value={name}
        onChange={setName}
      />
      <TextField label={t('screen.inspector.latinName')} value={latinName} onChange={setLatinName} />
      <TextField label={t('screen.people.title')} value={title} onChange={setTitle} />
      {side !== 'theirs' && (
        <TextField
          label={t('screen.inspector.organization')}
          value={organization}
          choices={organizations.map((one) => one.name)}
          onChange={setOrganization}
        />
      )}
      <TextField label={t('screen.people.department')} value={unit} choices={units} onChange={setUnit} />
      <Field label={t('screen.inspector.superior')}>
        {(control) => (
          <SeatPicker
            {...control}
            sides={[side]}
            value={superiorId}
            allowClear
            placeholder={t('screen.inspector.noSuperior')}
            onChange={setSuperiorId}
          />
        )}
      </Field>
      <Field label={t('screen.people.tier')}>
        {(control) => (
          <Select
            {...control}
            allowClear
            placeholder={t('screen.addPerson.tierHint')}
            {...(tier && { value: tier })}
            options={TouchTier.options.map((value) => ({ value, label: t(`model.tier.${value}`) }))}
            onChange={(value: TouchTier | undefined) => setTier(value ?? null)}
          />
        )}
      </Field>
      <Field label={t('screen.inspector.since')}>
        {(control) => (
          <DayPicker {...control} value={validFrom} placeholder={t('screen.inspector.sinceEver')} onChange={setValidFrom} />
        )}
      </Field>
      {hasHolder && <SecrecyField value={secrecy} onChange={setSecrecy} />}
    </FormDialog>
  )
}
