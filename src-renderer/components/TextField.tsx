import { AutoComplete, Input } from 'antd'
import type { ReactNode } from 'react'
import { Field } from './Field'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** The sentence of a refused value. */
  readonly error?: string | null
  readonly hint?: ReactNode
  readonly placeholder?: string
  readonly autoFocus?: boolean
  /** Offered while typing. */
  readonly choices?: readonly string[]
}

/** A line of a form for a short text. In the inspector, where a text is committed by itself, it is a `TextEdit`. */
export function TextField({ label, onChange, error = null, hint, choices, ...shown }: TextFieldProps) {
  return (
    <Field label={label} error={error} hint={hint}>
      {(control) => {
        const input = { ...control, ...shown, ...(error !== null && { status: 'error' as const }) }
        return choices ? (
          <AutoComplete
            {...input}
            options={choices.map((value) => ({ value }))}
            showSearch={{ filterOption: true }}
            onChange={onChange}
          />
        ) : (
          <Input {...input} maxLength={500} onChange={(event) => onChange(event.target.value)} />
        )
      }}
    </Field>
  )
}
