import { Select } from 'antd'
import { useMemo } from 'react'
import { useAccount } from '../account/AccountContext'
import { seatName, unitName } from '../account/names'
import { collator, useMatcher } from '../account/search'
import { useText } from '../i18n/language'
import type { PersonId, SeatId } from '../../src-shared/model/ids'
import type { Side } from '../../src-shared/model/scales'

interface PickerProps<Id> {
  readonly value: Id | null
  readonly onChange: (id: Id | null) => void
  readonly id?: string
  readonly placeholder?: string
  readonly autoFocus?: boolean
  readonly allowClear?: boolean
  readonly variant?: 'outlined' | 'underlined'
  readonly status?: 'error'
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string
}

interface Option {
  readonly value: string
  readonly label: string
  readonly about: string
  readonly also: string
}

/** Somebody of the open account, found by Chinese, pinyin or Latin name. */
export function PersonPicker({
  sides,
  except,
  ...rest
}: PickerProps<PersonId> & { readonly sides?: readonly Side[]; readonly except?: PersonId }) {
  const { graph, snap } = useAccount()
  const options = useMemo(
    () =>
      graph.people
        .filter((person) => person.id !== except && (!sides || sides.includes(person.side)))
        .map((person) => {
          const seat = snap.people.get(person.id)?.seats[0]
          return { value: person.id, label: person.name, about: seat?.state.title ?? '', also: person.latinName }
        })
        .sort((a, b) => collator.compare(a.label, b.label)),
    [graph, snap, sides, except],
  )
  return <Picker {...rest} options={options} find={(value) => graph.people.find((person) => person.id === value)?.id ?? null} />
}

/** A seat of the open account, named by its holder. @param empty only seats that nobody holds */
export function SeatPicker({
  sides,
  except,
  empty = false,
  ...rest
}: PickerProps<SeatId> & { readonly sides?: readonly Side[]; readonly except?: SeatId; readonly empty?: boolean }) {
  const open = useAccount()
  const { t } = useText()
  const options = useMemo(
    () =>
      [...open.snap.seats.values()]
        .filter(({ seat }) => seat.id !== except && (!sides || sides.includes(seat.side)))
        .filter(({ holderId }) => !empty || holderId === null)
        .map((placed) => ({
          value: placed.seat.id,
          label: seatName(t, open, placed),
          about: [placed.holderId === null ? '' : placed.state.title, unitName(open.graph, placed.state.unitId)]
            .filter(Boolean)
            .join(' · '),
          also: placed.state.title,
        }))
        .sort((a, b) => collator.compare(a.label, b.label)),
    [open, t, sides, except, empty],
  )
  return <Picker {...rest} options={options} find={(value) => open.graph.seats.find((seat) => seat.id === value)?.id ?? null} />
}

function Picker<Id extends string>({
  options,
  find,
  value,
  onChange,
  ...rest
}: PickerProps<Id> & { readonly options: Option[]; readonly find: (value: string) => Id | null }) {
  const match = useMatcher()
  return (
    <Select<string, Option>
      {...rest}
      {...(value !== null && { value })}
      showSearch={{
        filterOption: (query, option) => option !== undefined && match(query, option.label, option.also, option.about),
      }}
      popupMatchSelectWidth={280}
      options={options}
      onChange={(chosen: string | undefined) => onChange(chosen === undefined ? null : find(chosen))}
      optionRender={({ data }) => (
        <span className="lp-option">
          <span>{data.label}</span>
          <span className="lp-quiet">{data.about}</span>
        </span>
      )}
    />
  )
}
