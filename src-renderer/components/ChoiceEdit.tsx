import { Select } from 'antd'
import { type ReactNode, startTransition, useOptimistic, useState } from 'react'
import { Field } from './Field'
import type { Commit } from './TextEdit'

export interface Choice<V extends string> {
  readonly value: V
  readonly label: ReactNode
  /** What typing is compared with. */
  readonly text?: string
}

interface ChoiceEditProps<V extends string> {
  readonly label: string
  readonly value: V | null
  readonly choices: readonly Choice<V>[]
  readonly onCommit: Commit<V | null>
  /** Word for no value; without it a value must be chosen. */
  readonly none?: string
  readonly hint?: ReactNode
}

/** One of a few values, changed in place. */
export function ChoiceEdit<V extends string>({ label, value, choices, onCommit, none, hint }: ChoiceEditProps<V>) {
  const [error, setError] = useState<string | null>(null)
  const [shown, show] = useOptimistic(value)
  const choose = (chosen: V | null) =>
    startTransition(async () => {
      show(chosen)
      setError(await onCommit(chosen))
    })
  return (
    <Field label={label} error={error} hint={hint}>
      {(control) => (
        <Select<V>
          {...control}
          value={shown}
          variant="underlined"
          options={[...choices]}
          allowClear={none !== undefined && shown !== null}
          placeholder={none}
          popupMatchSelectWidth={false}
          {...(error !== null && { status: 'error' as const })}
          // Clearing hands over nothing.
          onChange={(chosen: V | undefined) => choose(chosen ?? null)}
        />
      )}
    </Field>
  )
}
