import { type KeyboardEvent, useRef, useState } from 'react'
import { useAccount } from '../../account/AccountContext'
import type { PersonRow } from '../../account/peopleRows'
import { type GridPlace, moveOf, useGridFocus } from '../../components/gridKeys'
import { pressed } from '../../components/keyboard'
import { SortableHead } from '../../components/SortableHead'
import type { Sort } from '../../components/sorting'
import { useWindowedRows } from '../../components/useWindowedRows'
import { useText } from '../../i18n/language'
import { Cell } from './Cell'
import { CellEditor } from './CellEditor'
import { type ColumnKey, columnKeys, isEditable } from './columns'

/** Height of a row in CSS pixels; `.lp-grid-row` in theme/screens.css says the same. */
const ROW = 36

interface PeopleGridProps {
  readonly rows: readonly PersonRow[]
  readonly sort: Sort<ColumnKey>
  readonly onSort: (sort: Sort<ColumnKey>) => void
  readonly isSelected: (row: PersonRow) => boolean
  readonly onSelect: (row: PersonRow) => void
  readonly onMenu: (row: PersonRow, at: { readonly x: number; readonly y: number }) => void
}

/**
 * The people list as an ARIA grid: arrows move, Enter edits, Tab while editing goes on to the next cell that can be edited. Only
 * the rows in view are drawn; they are of one height, so that this takes no measuring.
 */
export function PeopleGrid({ rows, sort, onSort, isSelected, onSelect, onMenu }: PeopleGridProps) {
  const { t } = useText()
  const { method } = useAccount()
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last, reveal } = useWindowedRows(scroller, rows.length, ROW)
  // By key, so that a row that an edit sorts elsewhere is followed there.
  const [active, setActive] = useState({ key: '', column: 0 })
  const [editing, setEditing] = useState(false)
  const place: GridPlace = {
    row: Math.max(
      0,
      rows.findIndex((row) => row.key === active.key),
    ),
    column: active.column,
  }
  const focusStop = useGridFocus(scroller, () => reveal(place.row))

  function go(row: number, column: number, edit = false) {
    const target = rows[row]
    if (!target) return
    setActive({ key: target.key, column })
    setEditing(edit)
    reveal(row)
    focusStop(!edit)
    if (row !== place.row) onSelect(target)
  }

  function leave(to: 'stay' | 'next' | 'previous' | 'elsewhere') {
    if (to === 'elsewhere') return setEditing(false)
    if (to === 'stay') return go(place.row, place.column)
    const next = nextEditable(rows, place, to === 'next' ? 1 : -1)
    if (next) go(next.row, next.column, true)
    else go(place.row, place.column)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (editing) return
    const move = moveOf(event, place, { rows: rows.length, columns: columnKeys.length, rowHeight: ROW })
    const row = rows[place.row]
    const column = columnKeys[place.column]
    if (move) go(move.row, move.column)
    else if (row && column && (pressed(event, 'Enter') || pressed(event, 'F2'))) {
      onSelect(row)
      if (isEditable(row, column)) setEditing(true)
    } else return
    event.preventDefault()
  }

  return (
    <div
      ref={scroller}
      className="lp-grid"
      role="grid"
      aria-label={t('screen.tab.people')}
      aria-rowcount={rows.length + 1}
      aria-colcount={columnKeys.length}
      onKeyDown={onKeyDown}
    >
      <div className="lp-grid-head lp-grid-columns" role="row" aria-rowindex={1}>
        {columnKeys.map((key, index) => (
          <SortableHead key={key} column={key} index={index} label={t(`screen.people.${key}`)} sort={sort} onSort={onSort} />
        ))}
      </div>
      <div role="rowgroup" className="lp-grid-body" style={{ height: rows.length * ROW }}>
        {rows.slice(first, last).map((row, offset) => {
          const index = first + offset
          return (
            <div
              key={row.key}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={isSelected(row)}
              className="lp-grid-row lp-grid-columns"
              style={{ top: index * ROW }}
              onContextMenu={(event) => {
                event.preventDefault()
                onSelect(row)
                onMenu(row, { x: event.clientX, y: event.clientY })
              }}
            >
              {columnKeys.map((key, column) => {
                const here = index === place.row && column === place.column
                return (
                  <div
                    key={key}
                    role="gridcell"
                    aria-colindex={column + 1}
                    aria-readonly={!isEditable(row, key)}
                    tabIndex={here ? 0 : -1}
                    className="lp-grid-cell"
                    onClick={() => {
                      if (here && editing) return
                      go(index, column)
                      onSelect(row)
                    }}
                    onDoubleClick={() => isEditable(row, key) && go(index, column, true)}
                  >
                    {here && editing ? (
                      <CellEditor row={row} column={key} label={t(`screen.people.${key}`)} onLeave={leave} />
                    ) : (
                      <Cell row={row} column={key} method={method} />
                    )}
                  </div>
                )
              })}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** The next cell that can be edited, row by row in reading direction. */
function nextEditable(rows: readonly PersonRow[], from: GridPlace, step: 1 | -1): GridPlace | null {
  const width = columnKeys.length
  for (let at = from.row * width + from.column + step; at >= 0 && at < rows.length * width; at += step) {
    const place = { row: Math.floor(at / width), column: at % width }
    const row = rows[place.row]
    const column = columnKeys[place.column]
    if (row && column && isEditable(row, column)) return place
  }
  return null
}
