import { Segmented, Select } from 'antd'
import { useState } from 'react'
import type { AccountId, PersonId, SeatId } from '../../src-shared/model/ids'
import { AccountProvider, useAccount } from '../account/AccountContext'
import { personOf, unitChoices } from '../account/names'
import type { ActionContext } from '../actions/context'
import { useAccounts, useAnswer, useGraph } from '../client/queries'
import { attempt } from '../client/useChange'
import { DayPicker } from '../components/DayPicker'
import { Field } from '../components/Field'
import { SeatPicker } from '../components/PersonPicker'
import { TextField } from '../components/TextField'
import { goToCard } from './goTo'
import { FormDialog } from './FormDialog'

interface MoveDialogProps {
  readonly personId: PersonId
  /** The seat they leave. Default: their first. */
  readonly seatId: SeatId | null
  readonly context: ActionContext
  readonly onClose: () => void
}

/** Somebody takes another seat: an empty or a new one, here or at another account. */
export function MoveDialog({ context, onClose, ...from }: MoveDialogProps) {
  const { graph } = useAccount()
  const [accountId, setAccountId] = useState(graph.account.id)
  const target = useGraph(accountId).data
  const seats = useAccount().snap.people.get(from.personId)?.seats ?? []
  const fromSeat = seats.find(({ seat }) => seat.id === from.seatId) ?? seats[0]
  const person = personOf(graph, from.personId)
  const leaving = { name: person?.name ?? '', title: fromSeat?.state.title ?? '', seatId: fromSeat?.seat.id ?? null }
  if (!target || !person) return null
  return (
    <AccountProvider graph={target}>
      <MoveForm
        key={accountId}
        personId={from.personId}
        side={target.people.find(({ id }) => id === person.id)?.side ?? person.side}
        leaving={leaving}
        onAccount={setAccountId}
        context={context}
        onClose={onClose}
      />
    </AccountProvider>
  )
}

interface MoveFormProps extends Pick<MoveDialogProps, 'personId' | 'context' | 'onClose'> {
  readonly side: 'theirs' | 'ours' | 'third-party'
  readonly leaving: { readonly name: string; readonly title: string; readonly seatId: SeatId | null }
  readonly onAccount: (accountId: AccountId) => void
}

/** Inside the account where the new seat is. */
function MoveForm({ personId, side, leaving, onAccount, context, onClose }: MoveFormProps) {
  const { t } = context
  const { graph, asOf, snap } = useAccount()
  const accounts = useAccounts().data ?? []
  const group = useAnswer('organization.group', { organizationId: graph.account.organizationId }).data ?? []
  const empty = [...snap.seats.values()].filter(({ seat, holderId }) => holderId === null && seat.side === side)
  const [fresh, setFresh] = useState(empty.length === 0)
  const [seatId, setSeatId] = useState<SeatId | null>(null)
  const [organization, setOrganization] = useState('')
  const [title, setTitle] = useState('')
  const [unit, setUnit] = useState('')
  const [superiorId, setSuperiorId] = useState<SeatId | null>(null)
  const [on, setOn] = useState(asOf)
  const [error, setError] = useState<string | null>(null)
  const companies = side === 'theirs' ? group : graph.organizations.filter(({ name }) => name !== '')
  const chosen = companies.find(({ name }) => name === organization)

  async function submit() {
    if (fresh ? title.trim() === '' : seatId === null) {
      setError(t(fresh ? 'screen.move.titleNeeded' : 'screen.move.seatNeeded'))
      return false
    }
    const to = fresh || seatId === null ? { organization, title, unit, reportsToSeatId: superiorId } : { seatId }
    const input = { personId, fromSeatId: leaving.seatId, accountId: graph.account.id, to, side, on }
    const result = await attempt('person.move', input)
    if (result.ok) goToCard(context, graph.account.id, { kind: 'person', id: personId })
    else setError(result.sentence)
    return result.ok
  }

  return (
    <FormDialog
      title={t('screen.move.title', { name: leaving.name })}
      okText={t('screen.move.ok')}
      onSubmit={submit}
      onClose={onClose}
    >
      {leaving.seatId !== null && <p className="lp-quiet">{t('screen.move.leaves', { title: leaving.title })}</p>}
      <Field label={t('screen.header.account')}>
        {(control) => (
          <Select
            {...control}
            value={graph.account.id}
            options={accounts.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={onAccount}
          />
        )}
      </Field>
      <Segmented
        block
        aria-label={t('screen.move.where')}
        value={fresh ? 'new' : 'empty'}
        options={[
          { value: 'empty', label: t('screen.move.emptySeat'), disabled: empty.length === 0 },
          { value: 'new', label: t('screen.move.newSeat') },
        ]}
        onChange={(value) => {
          setFresh(value === 'new')
          setError(null)
        }}
      />
      {!fresh && (
        <Field label={t('screen.inspector.seat')} error={error}>
          {(control) => <SeatPicker {...control} autoFocus empty sides={[side]} value={seatId} onChange={setSeatId} />}
        </Field>
      )}
      {fresh && (
        <>
          <TextField label={t('screen.people.title')} error={error} autoFocus value={title} onChange={setTitle} />
          <TextField
            label={t('screen.inspector.organization')}
            hint={t('screen.move.organizationHint')}
            value={organization}
            placeholder={side === 'theirs' ? graph.account.name : ''}
            choices={companies.map(({ name }) => name)}
            onChange={setOrganization}
          />
          <TextField
            label={t('screen.people.department')}
            value={unit}
            choices={unitChoices(graph, chosen?.id ?? graph.account.organizationId)}
            onChange={setUnit}
          />
          <Field label={t('screen.inspector.superior')}>
            {(control) => (
              <SeatPicker
                {...control}
                sides={[side]}
                {...(leaving.seatId && { except: leaving.seatId })}
                value={superiorId}
                allowClear
                placeholder={t('screen.inspector.noSuperior')}
                onChange={setSuperiorId}
              />
            )}
          </Field>
        </>
      )}
      <Field label={t('screen.inspector.since')}>
        {(control) => <DayPicker {...control} allowClear={false} value={on} onChange={(day) => day && setOn(day)} />}
      </Field>
    </FormDialog>
  )
}
