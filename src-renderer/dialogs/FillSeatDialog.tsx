import { Segmented } from 'antd'
import { useState } from 'react'
import type { Day } from '../../src-shared/model/day'
import type { PersonId, SeatId } from '../../src-shared/model/ids'
import { useAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { attempt } from '../client/useChange'
import { DayPicker } from '../components/DayPicker'
import { Field } from '../components/Field'
import { PersonPicker } from '../components/PersonPicker'
import { TextField } from '../components/TextField'
import { FormDialog } from './FormDialog'

interface FillSeatDialogProps {
  readonly seatId: SeatId
  readonly context: ActionContext
  readonly onClose: () => void
}

/** Somebody new or known takes an empty seat. */
export function FillSeatDialog({ seatId, context, onClose }: FillSeatDialogProps) {
  const { t, window } = context
  const { graph, snap, asOf } = useAccount()
  const placed = snap.seats.get(seatId)
  const wasHeld = graph.tenures.some((tenure) => tenure.seatId === seatId)
  const [known, setKnown] = useState(false)
  const [name, setName] = useState('')
  const [personId, setPersonId] = useState<PersonId | null>(null)
  const [validFrom, setValidFrom] = useState<Day | null>(wasHeld ? asOf : null)
  const [error, setError] = useState<string | null>(null)

  async function submit() {
    if (known && personId === null) {
      setError(t('screen.common.choosePerson'))
      return false
    }
    const holder = known && personId ? { personId } : { name }
    const result = await attempt('seat.fill', { accountId: graph.account.id, seatId, holder, validFrom, on: asOf })
    if (result.ok) window.select({ kind: 'person', id: result.value.personId })
    else setError(result.sentence)
    return result.ok
  }

  return (
    <FormDialog
      title={t('screen.fillSeat.title', { title: placed?.state.title ?? '' })}
      okText={t('screen.menu.fill')}
      onSubmit={submit}
      onClose={onClose}
    >
      <Segmented
        block
        aria-label={t('screen.fillSeat.who')}
        value={known ? 'known' : 'new'}
        options={[
          { value: 'new', label: t('screen.fillSeat.new') },
          { value: 'known', label: t('screen.fillSeat.known') },
        ]}
        onChange={(value) => {
          setKnown(value === 'known')
          setError(null)
        }}
      />
      {known ? (
        <Field label={t('screen.people.name')} error={error}>
          {(control) => (
            <PersonPicker {...control} value={personId} onChange={setPersonId} {...(placed && { sides: [placed.seat.side] })} />
          )}
        </Field>
      ) : (
        <TextField label={t('screen.people.name')} error={error} autoFocus value={name} onChange={setName} />
      )}
      <Field label={t('screen.inspector.since')}>
        {(control) => (
          <DayPicker {...control} value={validFrom} placeholder={t('screen.inspector.sinceEver')} onChange={setValidFrom} />
        )}
      </Field>
    </FormDialog>
  )
}
