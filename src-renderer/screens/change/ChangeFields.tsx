import { Segmented, Select } from 'antd'
import { type Side, TouchTier } from '../../../src-shared/model/scales'
import { useAccount } from '../../account/AccountContext'
import { unitChoices } from '../../account/names'
import { useAnswer } from '../../client/queries'
import { Field } from '../../components/Field'
import { PersonPicker, SeatPicker } from '../../components/PersonPicker'
import { TextField } from '../../components/TextField'
import { useText } from '../../i18n/language'
import { type ChangeDraft, seatFields } from './changeDraft'

interface ChangeFieldsProps {
  readonly draft: ChangeDraft
  readonly onChange: (part: Partial<ChangeDraft>) => void
}

/** Somebody new, or somebody on record. */
export function WhoComes({ draft, onChange }: ChangeFieldsProps) {
  const { t } = useText()
  return (
    <>
      <Segmented
        block
        aria-label={t('change.record.who')}
        value={draft.fresh ? 'new' : 'known'}
        options={[
          { value: 'new', label: t('change.record.new') },
          { value: 'known', label: t('change.record.known') },
        ]}
        onChange={(value) => onChange({ fresh: value === 'new' })}
      />
      {draft.fresh ? (
        <TextField label={t('change.record.name')} value={draft.name} onChange={(name) => onChange({ name })} />
      ) : (
        <Field label={t('change.record.person')}>
          {(control) => <PersonPicker {...control} value={draft.personId} onChange={(personId) => onChange({ personId })} />}
        </Field>
      )}
    </>
  )
}

/** Whom it is about and, of those who move, which of their seats they leave. */
export function WhoMoves({ draft, onChange }: ChangeFieldsProps) {
  const { t } = useText()
  const { snap } = useAccount()
  const seats = draft.personId === null ? [] : (snap.people.get(draft.personId)?.seats ?? [])
  const moves = draft.kind === 'transferred' || draft.kind === 'promoted'
  return (
    <>
      <Field label={t('change.record.person')}>
        {(control) => (
          <PersonPicker
            {...control}
            value={draft.personId}
            onChange={(personId) =>
              onChange({ personId, fromSeatId: (personId && snap.people.get(personId)?.seats[0]?.seat.id) ?? null })
            }
          />
        )}
      </Field>
      {moves && seats.length > 0 && (
        <Field label={t('change.record.from')}>
          {(control) => (
            <Select
              {...control}
              value={draft.fromSeatId ?? KEEPS}
              options={[
                ...seats.map(({ seat, state }) => ({ value: seat.id, label: state.title })),
                { value: KEEPS, label: t('change.record.keepsAll') },
              ]}
              onChange={(value) => onChange({ fromSeatId: seats.find(({ seat }) => seat.id === value)?.seat.id ?? null })}
            />
          )}
        </Field>
      )}
    </>
  )
}

/** What a select calls none of them. */
const KEEPS = ''

/** The seat somebody takes: one that is vacant, or a new one. */
export function SeatTaken({ draft, side, onChange }: ChangeFieldsProps & { readonly side: Side }) {
  const { t } = useText()
  const { graph, snap } = useAccount()
  const group = useAnswer('organization.group', { organizationId: graph.account.organizationId }).data ?? []
  const vacant = [...snap.seats.values()].some(({ seat, holderId }) => holderId === null && seat.side === side)
  return (
    <>
      <Segmented
        block
        aria-label={t('change.record.to')}
        value={draft.newSeat ? 'new' : 'vacant'}
        options={[
          { value: 'vacant', label: t('change.record.vacant'), disabled: !vacant },
          { value: 'new', label: t('change.record.newSeat') },
        ]}
        onChange={(value) => onChange({ newSeat: value === 'new' })}
      />
      {!draft.newSeat && (
        <Field label={t('change.record.seat')}>
          {(control) => (
            <SeatPicker {...control} empty sides={[side]} value={draft.seatId} onChange={(seatId) => onChange({ seatId })} />
          )}
        </Field>
      )}
      {draft.newSeat && (
        <>
          <SeatWords draft={draft} onChange={onChange} />
          <div className="lp-columns">
            <TextField
              label={t('change.record.organization')}
              value={draft.organization}
              placeholder={side === 'theirs' ? graph.account.name : ''}
              choices={group.map(({ name }) => name)}
              onChange={(organization) => onChange({ organization })}
            />
            <Field label={t('change.record.tier')}>
              {(control) => (
                <Select
                  {...control}
                  value={draft.tier}
                  options={TouchTier.options.map((value) => ({ value, label: t(`model.tier.${value}`) }))}
                  onChange={(tier) => onChange({ tier })}
                />
              )}
            </Field>
          </div>
        </>
      )}
    </>
  )
}

/** A seat whose department, title or superior changes. */
export function WhichSeat({ draft, onChange }: ChangeFieldsProps) {
  const { t } = useText()
  const open = useAccount()
  return (
    <>
      <Field label={t('change.record.seat')}>
        {(control) => <SeatPicker {...control} value={draft.seatId} onChange={(seatId) => onChange(seatFields(open, seatId))} />}
      </Field>
      {draft.seatId !== null && <SeatWords draft={draft} onChange={onChange} />}
    </>
  )
}

/** What a seat is called, and where it belongs. */
function SeatWords({ draft, onChange }: ChangeFieldsProps) {
  const { t } = useText()
  const { graph, snap } = useAccount()
  const organizationId = (draft.seatId && snap.seats.get(draft.seatId)?.seat.organizationId) || graph.account.organizationId
  return (
    <>
      <TextField label={t('change.record.position')} value={draft.title} onChange={(title) => onChange({ title })} />
      <TextField
        label={t('change.record.unit')}
        value={draft.unit}
        choices={unitChoices(graph, organizationId)}
        onChange={(unit) => onChange({ unit })}
      />
      <Field label={t('change.record.superior')}>
        {(control) => (
          <SeatPicker
            {...control}
            allowClear
            {...(draft.seatId && { except: draft.seatId })}
            placeholder={t('screen.inspector.noSuperior')}
            value={draft.superiorId}
            onChange={(superiorId) => onChange({ superiorId })}
          />
        )}
      </Field>
    </>
  )
}
