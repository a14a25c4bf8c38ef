import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react'
import type { Pair, PairRow } from '../../../src-shared/analytics/pairMatrix'
import type { Presence } from '../../../src-shared/analytics/snapshot'
import { Depth } from '../../../src-shared/model/scales'
import { type GridPlace, moveOf, tabStop, useGridFocus } from '../../components/gridKeys'
import { pressed } from '../../components/keyboard'
import { SortableHead } from '../../components/SortableHead'
import { useWindowedRows } from '../../components/useWindowedRows'
import { useText } from '../../i18n/language'
import { useDialogs } from '../../state/dialogs'
import { BEFORE_PAIRS, columnTemplate, PAIR_WIDTH, ROW } from './measures'
import { figureKeys, type MatrixSort, type Risks } from './matrixRows'
import { MatrixRow } from './MatrixRow'
import { useColumnWindow } from './useColumnWindow'

/** Where the keyboard is: a row by its person, and a column, the figures first. */
export interface MatrixPlace extends GridPlace {
  readonly key: string
}

interface MatrixGridProps {
  readonly rows: readonly PairRow[]
  readonly ours: readonly Presence[]
  readonly risks: Risks
  readonly sort: MatrixSort
  readonly onSort: (sort: MatrixSort) => void
  readonly place: MatrixPlace
  readonly onPlace: (place: MatrixPlace) => void
  readonly onDepth: (pair: Pair, depth: Depth) => void
  readonly onTarget: (pair: Pair, depth: Depth | null) => void
  readonly onRate: (pair: Pair) => void
  /** The next digit is a target. */
  readonly aiming: boolean
  readonly onAiming: (aiming: boolean) => void
}

/**
 * Ours × theirs as an ARIA grid: arrows move, digits set a depth, T and a digit a target, G opens the guided rating. Only what is in view
 * is drawn, rows and columns alike.
 */
export function MatrixGrid(props: MatrixGridProps) {
  const { rows, ours, risks, sort, onSort, place, onPlace, onDepth, onTarget, onRate, aiming, onAiming } = props
  const { t } = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const { first, last, reveal } = useWindowedRows(scroller, rows.length, ROW)
  const columns = useColumnWindow(scroller, ours.length, PAIR_WIDTH, BEFORE_PAIRS)
  const focusStop = useGridFocus(scroller, () => reveal(place.row))
  const width = figureKeys.length + ours.length
  const template = columnTemplate(ours.length)
  const pair = rows[place.row]?.pairs[place.column - figureKeys.length]

  // A dialog opened from a cell takes the keyboard; closed, it gives it back.
  const inDialog = useDialogs(({ dialog }) => dialog !== null)
  useEffect(() => {
    if (inDialog) return
    const lost = document.activeElement === null || document.activeElement === document.body
    if (lost) tabStop(scroller.current)?.focus({ preventScroll: true })
  }, [inDialog])

  const go = useCallback(
    (row: number, column: number) => {
      const target = rows[row]
      if (!target) return
      focusStop()
      onPlace({ key: target.subject.id, row, column })
    },
    [rows, onPlace, focusStop],
  )

  function onKeyDown(event: KeyboardEvent) {
    const move = moveOf(event, place, { rows: rows.length, columns: width, rowHeight: ROW })
    if (move) {
      go(move.row, move.column)
      onAiming(false)
    } else if (!edit(event)) return
    event.preventDefault()
  }

  /** @returns whether the key means something to a pair; a key that takes people off the map must mean nothing here. */
  function edit(event: KeyboardEvent): boolean {
    const digit = Depth.safeParse(/^\d$/.test(event.key) ? Number(event.key) : null)
    const clears = pressed(event, 'Backspace') || pressed(event, 'Delete')
    if (!pair) return clears
    // With Shift, letters are commands of the whole window.
    const letter = !event.shiftKey && pressed(event, event.key) ? event.key.toLowerCase() : ''
    if (digit.success && pressed(event, event.key)) {
      if (aiming) onTarget(pair, digit.data)
      else onDepth(pair, digit.data)
      onAiming(false)
    } else if (clears) {
      if (pair.target !== null) onTarget(pair, null)
      onAiming(false)
    } else if (letter === 't') onAiming(true)
    else if (pressed(event, 'Escape') && aiming) onAiming(false)
    else if (letter === 'g' || pressed(event, 'Enter')) onRate(pair)
    else return false
    return true
  }

  return (
    <div
      ref={scroller}
      className="lp-grid lp-matrix"
      role="grid"
      aria-label={t('rating.matrix.label')}
      aria-rowcount={rows.length + 1}
      aria-colcount={width}
      onKeyDown={onKeyDown}
    >
      <div className="lp-grid-head lp-matrix-columns" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {figureKeys.map((key, index) => (
          <SortableHead
            key={key}
            column={key}
            index={index}
            label={t(`rating.matrix.${key}`)}
            {...(key === 'name' && { className: 'lp-matrix-fixed' })}
            sort={sort}
            onSort={onSort}
          />
        ))}
        {ours.slice(columns.first, columns.last).map(({ person, seats }, offset) => {
          const column = figureKeys.length + columns.first + offset + 1
          return (
            <div
              key={person.id}
              role="columnheader"
              aria-colindex={column}
              className="lp-matrix-own"
              style={{ gridColumn: column }}
              title={[person.name, seats[0]?.state.title].filter(Boolean).join(' · ')}
            >
              <b>{person.name}</b>
              <span className="lp-quiet">{seats[0]?.state.title}</span>
            </div>
          )
        })}
      </div>
      <div role="rowgroup" className="lp-matrix-body" style={{ height: rows.length * ROW }}>
        {rows.slice(first, last).map((row, offset) => {
          const index = first + offset
          const here = index === place.row
          return (
            <MatrixRow
              key={row.subject.id}
              row={row}
              index={index}
              ours={ours}
              risk={risks.get(row.subject.id)}
              template={template}
              firstColumn={columns.first}
              lastColumn={columns.last}
              activeColumn={here ? place.column : null}
              aiming={here && aiming}
              onGo={go}
            />
          )
        })}
      </div>
    </div>
  )
}
