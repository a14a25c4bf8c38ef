import type { RefObject } from 'react'
import { useScrollView } from './scrollView'

/** Rows drawn above and below those in view, so that scrolling never shows a gap. */
const SPARE = 8

/**
 * Which rows of equal height are in view of a scroller whose first `rowHeight` is a head that stays.
 * @returns the first and the one after the last to draw, and how to bring one into view
 */
export function useWindowedRows(scroller: RefObject<HTMLElement | null>, count: number, rowHeight: number) {
  const { top, height, bring } = useScrollView(scroller)
  return {
    first: Math.max(0, Math.min(Math.floor(top / rowHeight) - SPARE, count)),
    last: Math.min(count, Math.ceil((top + height) / rowHeight) + SPARE),
    // The head covers as much of the view as it pushes the rows down.
    reveal: (index: number): void => bring(index * rowHeight, (index + 2) * rowHeight),
  }
}
