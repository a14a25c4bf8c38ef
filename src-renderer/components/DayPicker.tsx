import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { Day } from '../../src-shared/model/day'

interface DayPickerProps {
  readonly value: Day | null
  readonly onChange: (day: Day | null) => void
  readonly id?: string
  readonly placeholder?: string
  readonly allowClear?: boolean
  readonly autoFocus?: boolean
  readonly variant?: 'outlined' | 'underlined' | 'borderless'
  readonly status?: 'error'
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string
}

/** A calendar day, typed as `YYYY-MM-DD` or chosen from a calendar. */
export function DayPicker({ value, onChange, allowClear = true, ...rest }: DayPickerProps) {
  return (
    <DatePicker
      {...rest}
      value={value === null ? null : dayjs(value)}
      format="YYYY-MM-DD"
      allowClear={allowClear}
      onChange={(chosen) => onChange(chosen === null ? null : Day.parse(chosen.format('YYYY-MM-DD')))}
    />
  )
}
