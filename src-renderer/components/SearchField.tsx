import { Input, type InputProps } from 'antd'
import { Search } from 'lucide-react'

interface SearchFieldProps extends Pick<InputProps, 'id' | 'className'> {
  /** What is searched for; the name of the field and what it shows while it is empty. */
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Narrows what is beside it to what matches while one types. */
export function SearchField({ label, onChange, ...input }: SearchFieldProps) {
  return (
    <Input
      {...input}
      type="search"
      allowClear
      prefix={<Search size={14} aria-hidden />}
      aria-label={label}
      placeholder={label}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
