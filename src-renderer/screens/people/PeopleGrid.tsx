import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { useAccount } from '../../account/AccountContext'
import type { PersonRow } from '../../account/peopleRows'
import { pressed } from '../../components/keyboard'
import { useText } from '../../i18n/language'
import { Cell } from './Cell'
import { CellEditor } from './CellEditor'
import { type ColumnKey, columnKeys, isEditable, type Sort } from './columns'
import { useWindowedRows } from './useWindowedRows'

/** Height of a row in CSS pixels; `.lp-grid-row` in people.css says the same. */
const ROW = 36

interface PeopleGridProps {
  readonly rows: readonly PersonRow[]
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
  readonly isSelected: (row: PersonRow) => boolean
  readonly onSelect: (row: PersonRow) => void
  readonly onMenu: (row: PersonRow, at: { readonly x: number; readonly y: number }) => void
}

interface Place {
  readonly row: number
  readonly column: number
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
  const wantsFocus = useRef(false)
  const place: Place = {
    row: Math.max(
      0,
      rows.findIndex((row) => row.key === active.key),
    ),
    column: active.column,
  }

  useLayoutEffect(() => {
    if (!wantsFocus.current || editing) return
    const cell = scroller.current?.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]')
    if (!cell) return
    wantsFocus.current = false
    cell.focus({ preventScroll: true })
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  function go(row: number, column: number, edit = false) {
    const to = { row: clamp(row, rows.length), column: clamp(column, columnKeys.length) }
    const target = rows[to.row]
    if (!target) return
    setActive({ key: target.key, column: to.column })
    setEditing(edit)
    reveal(to.row)
    wantsFocus.current = !edit
    if (to.row !== place.row) onSelect(target)
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
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW) / ROW) - 2)
    const ends = event.ctrlKey || event.metaKey
    const moves: Record<string, () => void> = {
      ArrowDown: () => go(place.row + 1, place.column),
      ArrowUp: () => go(place.row - 1, place.column),
      ArrowRight: () => go(place.row, place.column + 1),
      ArrowLeft: () => go(place.row, place.column - 1),
      PageDown: () => go(place.row + page, place.column),
      PageUp: () => go(place.row - page, place.column),
      Home: () => go(ends ? 0 : place.row, 0),
      End: () => go(ends ? rows.length - 1 : place.row, columnKeys.length - 1),
    }
    const move = event.altKey ? undefined : moves[event.key]
    const row = rows[place.row]
    const column = columnKeys[place.column]
    if (move) move()
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
        {columnKeys.map((key) => (
          <HeadCell key={key} column={key} sort={sort} onSort={onSort} />
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

function HeadCell({
  column,
  sort,
  onSort,
}: {
  readonly column: ColumnKey
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}) {
  const { t } = useText()
  const sortedBy = sort.by === column
  const Arrow = sort.descending ? ArrowDown : ArrowUp
  return (
    <div role="columnheader" aria-sort={sortedBy ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" onClick={() => onSort({ by: column, descending: sortedBy && !sort.descending })}>
        {t(`screen.people.${column}`)}
        {sortedBy && <Arrow size={12} aria-hidden />}
      </button>
    </div>
  )
}

function clamp(index: number, length: number): number {
  return Math.min(Math.max(index, 0), Math.max(length - 1, 0))
}

/** The next cell that can be edited, row by row in reading direction. */
function nextEditable(rows: readonly PersonRow[], from: Place, step: 1 | -1): Place | null {
  const width = columnKeys.length
  for (let at = from.row * width + from.column + step; at >= 0 && at < rows.length * width; at += step) {
    const place = { row: Math.floor(at / width), column: at % width }
    const row = rows[place.row]
    const column = columnKeys[place.column]
    if (row && column && isEditable(row, column)) return place
  }
  return null
}
