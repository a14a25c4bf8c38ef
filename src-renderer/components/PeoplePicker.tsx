import { Select } from 'antd'
import { useMemo } from 'react'
import type { PersonId } from '../../src-shared/model/ids'
import type { Side } from '../../src-shared/model/scales'
import { useAccount } from '../account/AccountContext'
import { collator, useMatcher } from '../account/search'

interface PeoplePickerProps {
  readonly value: readonly PersonId[]
  readonly onChange: (ids: PersonId[]) => void
  readonly sides: readonly Side[]
  readonly id?: string
  readonly autoFocus?: boolean
  readonly size?: 'small'
  readonly placeholder?: string
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string
}

/** Several of the open account, found by Chinese, pinyin or Latin name. */
export function PeoplePicker({ value, onChange, sides, ...rest }: PeoplePickerProps) {
  const { graph, snap } = useAccount()
  const match = useMatcher()
  const options = useMemo(
    () =>
      graph.people
        .filter(({ side }) => sides.includes(side))
        .map(({ id, name, latinName }) => {
          const about = snap.people.get(id)?.seats[0]?.state.title ?? ''
          return { value: id, label: name, about, also: latinName }
        })
        .sort((a, b) => collator.compare(a.label, b.label)),
    [graph, snap, sides],
  )
  return (
    <Select
      {...rest}
      mode="multiple"
      value={[...value]}
      showSearch={{
        filterOption: (query, option) => option !== undefined && match(query, option.label, option.also, option.about),
        autoClearSearchValue: true,
      }}
      popupMatchSelectWidth={280}
      options={options}
      onChange={onChange}
      optionRender={({ data }) => (
        <span className="lp-option">
          <span>{data.label}</span>
          <span className="lp-quiet">{data.about}</span>
        </span>
      )}
    />
  )
}
