import { AutoComplete, Input, Select, Tooltip } from 'antd'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Stance, TouchTier } from '../../../src-shared/model/scales'
import { useAccount } from '../../account/AccountContext'
import { unitChoices } from '../../account/names'
import type { PersonRow } from '../../account/peopleRows'
import { isComposing } from '../../components/keyboard'
import { StanceMark } from '../../components/Mark'
import { useText } from '../../i18n/language'
import { cellText, type ColumnKey } from './columns'
import { commitCell } from './commitCell'

interface CellEditorProps {
  readonly row: PersonRow
  readonly column: ColumnKey
  readonly label: string
  /** Called when the editor closes: by Enter or Escape to stay, by Tab to go on to the cell before or after. */
  readonly onLeave: (to: 'stay' | 'next' | 'previous' | 'elsewhere') => void
}

/** A cell while it is edited. Enter and Tab commit, Escape leaves it as it was; a refused value stays with its sentence. */
export function CellEditor({ row, column, label, onLeave }: CellEditorProps) {
  const { t } = useText()
  const open = useAccount()
  const isText = column === 'name' || column === 'title' || column === 'department'
  const before = isText ? cellText(row, column) : ((column === 'tier' ? row.tier : row.stance) ?? '')
  const [value, setValue] = useState<string>(before)
  const [error, setError] = useState<string | null>(null)
  // Escape also blurs, which must not commit.
  const left = useRef(false)

  async function commit(final: string, to: 'stay' | 'next' | 'previous' | 'elsewhere') {
    if (left.current) return
    const trimmed = final.trim()
    const refused = trimmed === before ? null : await commitCell(open, row, column, trimmed)
    if (refused !== null) return setError(refused)
    left.current = true
    onLeave(to)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Escape') {
      left.current = true
      onLeave('stay')
    } else if (event.key === 'Tab') {
      event.preventDefault()
      void commit(value, event.shiftKey ? 'previous' : 'next')
    } else if (event.key === 'Enter' && isText) {
      void commit(value, 'stay')
    } else {
      // What moves inside a field must not move the grid's cell.
      event.stopPropagation()
      return
    }
    event.stopPropagation()
  }

  const shared = {
    autoFocus: true,
    size: 'small' as const,
    value,
    'aria-label': label,
    ...(error !== null && { status: 'error' as const }),
    onKeyDown,
    onBlur: () => void commit(value, 'elsewhere'),
  }
  return (
    <Tooltip open={error !== null} title={<span role="alert">{error}</span>} placement="bottomLeft">
      <div className="lp-cell-editor">
        {column === 'name' || column === 'title' ? (
          <Input
            {...shared}
            maxLength={500}
            onChange={(event) => setValue(event.target.value)}
            onFocus={(event) => event.target.select()}
          />
        ) : column === 'department' ? (
          <AutoComplete
            {...shared}
            options={departments(open, row)
              .filter((name) => name.includes(value))
              .map((name) => ({ value: name }))}
            onChange={setValue}
          />
        ) : (
          <Select<string, { value: string; label: ReactNode }>
            {...shared}
            defaultOpen
            popupMatchSelectWidth={false}
            options={
              column === 'tier'
                ? TouchTier.options.map((tier) => ({ value: tier, label: t(`model.tier.${tier}`) }))
                : Stance.options.map((stance) => ({ value: stance, label: <StanceMark stance={stance} /> }))
            }
            onChange={(chosen) => {
              setValue(chosen)
              void commit(chosen, 'stay')
            }}
          />
        )}
      </div>
    </Tooltip>
  )
}

function departments(open: ReturnType<typeof useAccount>, row: PersonRow): string[] {
  const seat = open.graph.seats.find((candidate) => candidate.id === row.seatId)
  return seat ? unitChoices(open.graph, seat.organizationId) : []
}
