import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef } from 'react'

/** A cell of a grid; both count from 0, the head left out. */
export interface GridPlace {
  readonly row: number
  readonly column: number
}

export interface GridSize {
  readonly rows: number
  readonly columns: number
  /** Height of a row and of the head, in CSS pixels. */
  readonly rowHeight: number
}

/**
 * Where a key leads from a cell: an arrow, Home and End in the row, with Ctrl or ⌘ in the grid, and a page up or down. A place beyond
 * the grid is its edge.
 * @returns null where the key means none of these
 */
export function moveOf(event: KeyboardEvent, { row, column }: GridPlace, size: GridSize): GridPlace | null {
  if (event.altKey) return null
  const { rows, columns, rowHeight } = size
  const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / rowHeight) - 2)
  const ends = event.ctrlKey || event.metaKey
  const moves: Readonly<Record<string, GridPlace>> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    PageDown: { row: row + page, column },
    PageUp: { row: row - page, column },
    Home: { row: ends ? 0 : row, column: 0 },
    End: { row: ends ? rows - 1 : row, column: columns - 1 },
  }
  const to = moves[event.key]
  return to ? { row: clamp(to.row, rows), column: clamp(to.column, columns) } : null
}

/** The cell of a grid that Tab leads to, while it is drawn. */
export function tabStop(grid: HTMLElement | null): HTMLElement | null {
  return grid?.querySelector<HTMLElement>('[role=gridcell][tabindex="0"]') ?? null
}

/**
 * Gives the keyboard to the tab stop, as soon as it is drawn.
 * @param reveal brings the row of the tab stop into view, which draws it
 * @returns asks for that; with false, it is not wanted any more
 */
export function useGridFocus(grid: RefObject<HTMLElement | null>, reveal: () => void): (isWanted?: boolean) => void {
  const wanted = useRef(false)
  useLayoutEffect(() => {
    if (!wanted.current) return
    const cell = tabStop(grid.current)
    if (!cell) return reveal()
    wanted.current = false
    cell.focus({ preventScroll: true })
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })
  return useCallback((isWanted = true) => {
    wanted.current = isWanted
  }, [])
}

function clamp(index: number, length: number): number {
  return Math.min(Math.max(index, 0), Math.max(length - 1, 0))
}
