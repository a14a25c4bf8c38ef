import { AutoComplete, Input } from 'antd'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Field } from './Field'
import { pressed } from './keyboard'

/** Commits a value. @returns the sentence to show at the field, or null when it was taken */
export type Commit<T> = (value: T) => Promise<string | null>

interface TextEditProps {
  readonly label: string
  readonly value: string
  readonly onCommit: Commit<string>
  readonly placeholder?: string
  readonly lines?: number
  /** Offered while typing. */
  readonly choices?: readonly string[]
  readonly maxLength?: number
  /** Said while the text differs: what committing it will mean. */
  readonly hint?: string
  /** Said quietly where nothing else is: what belongs here. */
  readonly guard?: ReactNode
}

/** A text edited in place: leaving or Enter commits, Escape takes the old value back, a refusal stays with its sentence. */
export function TextEdit({ label, value, onCommit, placeholder, lines, choices, maxLength = 500, hint, guard }: TextEditProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  // Enter and the leaving that follows it are one commit.
  const underway = useRef<string | null>(null)

  async function commit() {
    if (draft === null || draft === underway.current) return
    if (draft.trim() === value) return leave()
    underway.current = draft
    const refused = await onCommit(draft.trim())
    underway.current = null
    setError(refused)
    // What was typed in the meantime is not lost.
    if (refused === null) setDraft((now) => (now === draft ? null : now))
  }
  function leave() {
    setDraft(null)
    setError(null)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (pressed(event, 'Escape')) {
      if (draft !== null) event.stopPropagation()
      leave()
    } else if (pressed(event, 'Enter') && (lines === undefined || event.ctrlKey)) {
      void commit()
    }
  }

  const shown = {
    value: draft ?? value,
    placeholder: placeholder ?? '–',
    title: draft ?? value,
    variant: 'underlined' as const,
    ...(error !== null && { status: 'error' as const }),
    onBlur: () => void commit(),
    onKeyDown,
  }
  return (
    <Field
      label={label}
      error={error}
      wide={lines !== undefined}
      hint={draft === null || draft === value ? guard : (hint ?? guard)}
    >
      {(control) =>
        choices ? (
          <AutoComplete
            {...control}
            {...shown}
            options={choices.filter((choice) => draft === null || choice.includes(draft)).map((choice) => ({ value: choice }))}
            onChange={setDraft}
            showSearch
          />
        ) : lines !== undefined ? (
          <Input.TextArea
            {...control}
            {...shown}
            maxLength={20_000}
            autoSize={{ minRows: lines, maxRows: 12 }}
            onChange={(event) => setDraft(event.target.value)}
          />
        ) : (
          <Input {...control} {...shown} maxLength={maxLength} onChange={(event) => setDraft(event.target.value)} />
        )
      }
    </Field>
  )
}
