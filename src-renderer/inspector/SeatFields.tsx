import { Segmented } from 'antd'
import { useState } from 'react'
import type { PlacedSeat } from '../../src-shared/analytics/snapshot'
import { TouchTier } from '../../src-shared/model/scales'
import { useAccount } from '../account/AccountContext'
import { organizationName, unitChoices, unitName } from '../account/names'
import { ChoiceEdit } from '../components/ChoiceEdit'
import { Field } from '../components/Field'
import { SeatPicker } from '../components/PersonPicker'
import { TextEdit } from '../components/TextEdit'
import { dayText } from '../../src-shared/i18n/format'
import { useText } from '../i18n/language'
import { commit } from './commit'

/** Title, department, organization, tier and superior of a seat: dated, so each change says from when. */
export function SeatFields({ placed }: { readonly placed: PlacedSeat }) {
  const { t, language } = useText()
  const { graph, asOf } = useAccount()
  const [correct, setCorrect] = useState(false)
  const [superiorError, setSuperiorError] = useState<string | null>(null)
  const { seat, state } = placed
  // Without the wish to correct, the core decides by when the fact began and was written down.
  const edit = { seatId: seat.id, on: asOf, ...(correct && { correct }) }
  const unit = graph.units.find((candidate) => candidate.id === state.unitId)
  const organization = graph.organizations.find((candidate) => candidate.id === seat.organizationId)

  return (
    <>
      <Segmented
        block
        size="small"
        className="lp-edit-mode"
        aria-label={t('screen.inspector.editMode')}
        value={correct ? 'correct' : 'from'}
        options={[
          { value: 'from', label: t('screen.inspector.fromDay', { day: dayText(asOf, language) }) },
          { value: 'correct', label: t('screen.inspector.correct') },
        ]}
        onChange={(mode) => setCorrect(mode === 'correct')}
      />
      <TextEdit
        label={t('screen.people.title')}
        value={state.title}
        onCommit={(title) => commit('seat.update', { ...edit, title })}
      />
      <TextEdit
        label={t('screen.people.department')}
        value={unitName(graph, state.unitId)}
        choices={unitChoices(graph, seat.organizationId)}
        onCommit={(unit) => commit('seat.update', { ...edit, unit })}
      />
      {unit && (
        <TextEdit
          label={t('screen.inspector.renameDepartment')}
          value={unit.name}
          onCommit={(name) => commit('unit.rename', { unitId: unit.id, name })}
        />
      )}
      <TextEdit
        label={t('screen.inspector.organization')}
        value={organization?.name ?? ''}
        placeholder={organizationName(t, graph, seat.organizationId, seat.side)}
        hint={t('screen.inspector.renamesOrganization')}
        onCommit={(name) => commit('organization.update', { organizationId: seat.organizationId, name })}
      />
      <ChoiceEdit
        label={t('screen.people.tier')}
        value={state.tier}
        choices={TouchTier.options.map((value) => ({ value, label: t(`model.tier.${value}`) }))}
        onCommit={async (tier) => tier && commit('seat.update', { ...edit, tier })}
      />
      <Field label={t('screen.inspector.superior')} error={superiorError}>
        {(control) => (
          <SeatPicker
            {...control}
            variant="underlined"
            value={state.reportsToSeatId}
            sides={[seat.side]}
            except={seat.id}
            allowClear
            placeholder={t('screen.inspector.noSuperior')}
            {...(superiorError !== null && { status: 'error' as const })}
            onChange={(reportsToSeatId) => void commit('seat.update', { ...edit, reportsToSeatId }).then(setSuperiorError)}
          />
        )}
      </Field>
    </>
  )
}
