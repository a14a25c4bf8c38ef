import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { AccountId, PersonId } from '../../src-shared/model/ids'
import { call } from '../client/client'

interface AnyonePickerProps {
  readonly value: PersonId | null
  readonly onChange: (id: PersonId | null) => void
  /** Offered before anything is typed: whoever is found by this. */
  readonly like: string
  readonly except: PersonId
  /** Whose people come first. */
  readonly accountId: AccountId
  readonly id?: string
  readonly status?: 'error'
  readonly 'aria-describedby'?: string
}

const MOST = 30

/** Somebody of the whole workspace, found by name, pinyin or title. */
export function AnyonePicker({ value, onChange, like, except, accountId, ...rest }: AnyonePickerProps) {
  const [typed, setTyped] = useState('')
  const text = typed.trim() === '' ? like : typed.trim()
  const answer = useQuery({
    queryKey: ['search.find', { text, accountId }],
    queryFn: ({ signal }) => call('search.find', { text, limit: MOST, accountId }, { signal }),
    placeholderData: keepPreviousData,
  })
  const people = (answer.data ?? []).filter((hit) => hit.kind === 'person').filter((hit) => hit.id !== except)
  return (
    <Select
      {...rest}
      autoFocus
      {...(value !== null && { value })}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={people.map((hit) => ({
        value: hit.id,
        label: hit.label,
        about: [hit.detail, hit.account].filter(Boolean).join(' · '),
      }))}
      onChange={(chosen: PersonId | undefined) => onChange(chosen ?? null)}
      optionRender={({ data }) => (
        <span className="lp-option">
          <span>{data.label}</span>
          <span className="lp-quiet">{data.about}</span>
        </span>
      )}
    />
  )
}
