import { Checkbox, Select } from 'antd'
import { InteractionKind } from '../../src-shared/model/scales'
import { useAccount } from '../account/AccountContext'
import type { ActionContext } from '../actions/context'
import { DayPicker } from '../components/DayPicker'
import { PersonPicker } from '../components/PersonPicker'
import { SearchField } from '../components/SearchField'
import type { TimelineFilter } from './entries'

const ours = ['ours'] as const
const others = ['theirs', 'third-party'] as const

interface TimelineFiltersProps {
  readonly filter: TimelineFilter
  readonly context: ActionContext
  readonly onChange: (filter: TimelineFilter) => void
}

/** Words, kinds, people, deal and days to look for. */
export function TimelineFilters({ filter, context, onChange }: TimelineFiltersProps) {
  const { t } = context
  const { graph } = useAccount()
  const set = (part: Partial<TimelineFilter>) => onChange({ ...filter, ...part })
  const words = (key: 'kind' | 'person' | 'ours' | 'opportunity' | 'since' | 'until') => ({
    'aria-label': t(`timeline.filter.${key}`),
    placeholder: t(`timeline.filter.${key}`),
  })
  return (
    <div className="lp-timeline-filters" role="search">
      <SearchField label={t('timeline.filter.text')} value={filter.text} onChange={(text) => set({ text })} />
      <Select
        {...words('kind')}
        mode="multiple"
        maxTagCount="responsive"
        value={[...filter.kinds]}
        options={InteractionKind.options.map((value) => ({ value, label: t(`model.interaction.${value}`) }))}
        onChange={(kinds) => set({ kinds })}
      />
      <PersonPicker
        {...words('person')}
        allowClear
        sides={others}
        value={filter.personId}
        onChange={(personId) => set({ personId })}
      />
      <PersonPicker {...words('ours')} allowClear sides={ours} value={filter.ownId} onChange={(ownId) => set({ ownId })} />
      <Select
        {...words('opportunity')}
        allowClear
        popupMatchSelectWidth={false}
        {...(filter.opportunityId !== null && { value: filter.opportunityId })}
        options={graph.opportunities.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id: TimelineFilter['opportunityId'] | undefined) => set({ opportunityId: id ?? null })}
      />
      <DayPicker {...words('since')} value={filter.since} onChange={(since) => set({ since })} />
      <DayPicker {...words('until')} value={filter.until} onChange={(until) => set({ until })} />
      <Checkbox checked={filter.quiet} onChange={(event) => set({ quiet: event.target.checked })}>
        {t('timeline.filter.quiet')}
      </Checkbox>
    </div>
  )
}
