import { Checkbox, Input, Select } from 'antd'
import { useRef, useState } from 'react'
import { ChangeKind } from '../../../src-shared/model/change'
import { localDay } from '../../../src-shared/model/day'
import type { AccountId, ChangeEventId, PersonId } from '../../../src-shared/model/ids'
import { type OpenAccount, useAccount, useMaybeAccount } from '../../account/AccountContext'
import type { Side } from '../../../src-shared/model/scales'
import { personOf } from '../../account/names'
import type { ActionContext } from '../../actions/context'
import { useAccounts } from '../../client/queries'
import { attempt } from '../../client/useChange'
import { DayPicker } from '../../components/DayPicker'
import { Field } from '../../components/Field'
import { FormDialog } from '../../dialogs/FormDialog'
import { openDialog, type DialogRequest } from '../../state/dialogs'
import { useMapMode } from '../../state/mapMode'
import type { ChangeStart } from './begin'
import './change.css'
import { type ChangeDraft, changeInput, seatFields } from './changeDraft'
import { ChangePreview } from './ChangePreview'
import { SeatTaken, WhoComes, WhoMoves, WhichSeat } from './ChangeFields'
import { InAccount } from './InAccount'

interface ChangeDialogProps {
  /** Default: the open account, else the first. */
  readonly accountId?: AccountId
  readonly personId?: PersonId
  readonly begin?: ChangeStart
  readonly context: ActionContext
  readonly onClose: () => void
}

/** What happened to somebody, or to a seat: says in words what will be done, and does it in one step. */
export function ChangeDialog(props: ChangeDialogProps) {
  const open = useMaybeAccount()
  const accounts = useAccounts().data ?? []
  const accountId = props.accountId ?? open?.graph.account.id ?? accounts[0]?.id
  // A hand-over that is wanted comes after this dialog, which closes first.
  const next = useRef<DialogRequest | null>(null)
  if (accountId === undefined) return null
  return (
    <InAccount accountId={accountId}>
      <ChangeForm
        {...props}
        onThen={(dialog) => (next.current = dialog)}
        onClose={() => {
          props.onClose()
          if (next.current) openDialog(next.current)
        }}
      />
    </InAccount>
  )
}

interface ChangeFormProps extends ChangeDialogProps {
  readonly onThen: (dialog: DialogRequest) => void
}

const nobody: readonly PersonId[] = []

function hasVacant({ snap }: OpenAccount, side: Side): boolean {
  return [...snap.seats.values()].some(({ seat, holderId }) => holderId === null && seat.side === side)
}

function ChangeForm({ personId, begin = {}, context, onThen, onClose }: ChangeFormProps) {
  const { t, change: notices } = context
  const open = useAccount()
  const seat = personId === undefined ? undefined : open.snap.people.get(personId)?.seats[0]?.seat.id
  const [draft, setDraft] = useState<ChangeDraft>(() => ({
    kind: begin.kind ?? (personId === undefined ? 'joined' : 'left'),
    fresh: true,
    name: '',
    personId: personId ?? null,
    fromSeatId: seat ?? null,
    newSeat: !hasVacant(open, personOf(open.graph, personId ?? null)?.side ?? 'theirs'),
    seatId: null,
    title: '',
    organization: '',
    unit: '',
    superiorId: null,
    tier: 'manager',
    on: begin.on ?? localDay(new Date()),
    note: '',
    ...(begin.kind === 'reorganised' && seatFields(open, seat ?? null)),
  }))
  const alsoIds = begin.alsoIds ?? nobody
  const [handOver, setHandOver] = useState(true)
  const [error, setError] = useState<string | null>(null)
  const set = (part: Partial<ChangeDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setError(null)
  }
  const departs = draft.kind === 'left' || draft.kind === 'retired'
  // Each of several has their own; the inbox and the person's menu open them.
  const prepares = departs && handOver && alsoIds.length === 0
  const side = personOf(open.graph, draft.personId)?.side ?? 'theirs'

  async function submit() {
    const made = changeInput(open, draft)
    if (!made.ok) {
      setError(t(`change.record.${made.lack}`))
      return false
    }
    const { input } = made
    const result = await attempt('change.record', {
      ...input,
      ...(begin.signal && { signalId: begin.signal.id }),
      ...((input.kind === 'left' || input.kind === 'retired') && { alsoIds: [...alsoIds] }),
    })
    if (!result.ok) {
      setError(result.sentence)
      return false
    }
    const { mode, leave } = useMapMode.getState()
    if (departs && mode.kind === 'drill') leave()
    if (prepares && draft.personId !== null) await prepare(draft.personId, result.value.changeEventId)
    return true
  }
  async function prepare(leaver: PersonId, changeEventId: ChangeEventId) {
    const input = { accountId: open.graph.account.id, personId: leaver, on: draft.on, changeEventId }
    const opened = await attempt('handOver.open', input)
    if (opened.ok) onThen({ kind: 'handOver', handOverId: opened.value.handOverId })
    else notices.tell('error', opened.sentence)
  }

  return (
    <FormDialog title={t('change.record.title')} okText={t('change.record.ok')} width={560} onSubmit={submit} onClose={onClose}>
      <Field label={t('change.record.kind')}>
        {(control) => (
          <Select
            {...control}
            autoFocus
            value={draft.kind}
            options={(alsoIds.length > 0 ? (['left', 'retired'] as const) : ChangeKind.options).map((value) => ({
              value,
              label: t(`change.event.${value}`),
            }))}
            onChange={(kind: ChangeKind) =>
              set({
                kind,
                ...(kind === 'reorganised'
                  ? seatFields(open, seat ?? null)
                  : { seatId: null, title: '', unit: '', superiorId: null }),
              })
            }
          />
        )}
      </Field>
      {draft.kind === 'joined' && <WhoComes draft={draft} onChange={set} />}
      {alsoIds.length === 0 && draft.kind !== 'joined' && draft.kind !== 'reorganised' && (
        <WhoMoves draft={draft} onChange={set} />
      )}
      {(draft.kind === 'joined' || draft.kind === 'transferred' || draft.kind === 'promoted') && (
        <SeatTaken draft={draft} side={draft.kind === 'joined' ? 'theirs' : side} onChange={set} />
      )}
      {draft.kind === 'reorganised' && <WhichSeat draft={draft} onChange={set} />}
      <Field label={t(departs ? 'change.record.lastDay' : 'change.record.day')}>
        {(control) => <DayPicker {...control} allowClear={false} value={draft.on} onChange={(on) => on && set({ on })} />}
      </Field>
      <Field label={t('change.record.note')} error={error}>
        {(control) => (
          <Input.TextArea
            {...control}
            maxLength={20_000}
            autoSize={{ minRows: 1, maxRows: 6 }}
            placeholder={t('change.record.noteHint')}
            value={draft.note}
            onChange={(event) => set({ note: event.target.value })}
          />
        )}
      </Field>
      {departs && alsoIds.length === 0 && (
        <Checkbox checked={handOver} onChange={({ target }) => setHandOver(target.checked)}>
          {t('change.record.handOver')}
        </Checkbox>
      )}
      <ChangePreview
        draft={draft}
        alsoIds={alsoIds}
        signalKind={begin.signal?.kind ?? null}
        handOver={prepares}
        context={context}
      />
    </FormDialog>
  )
}
