import { useState } from 'react'
import type { Day } from '../../src-shared/model/day'
import { DayPicker } from './DayPicker'
import { Field } from './Field'
import type { Commit } from './TextEdit'

interface DayEditProps {
  readonly label: string
  readonly value: Day | null
  /** Word for no day: since ever, open. */
  readonly none: string
  readonly onCommit: Commit<Day | null>
}

/** A calendar day, changed in place. */
export function DayEdit({ label, value, none, onCommit }: DayEditProps) {
  const [error, setError] = useState<string | null>(null)
  return (
    <Field label={label} error={error}>
      {(control) => (
        <DayPicker
          {...control}
          variant="underlined"
          value={value}
          placeholder={none}
          {...(error !== null && { status: 'error' as const })}
          onChange={(day) => void onCommit(day).then(setError)}
        />
      )}
    </Field>
  )
}
