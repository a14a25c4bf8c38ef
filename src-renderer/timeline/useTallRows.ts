import { type RefObject, useMemo } from 'react'
import { useScrollView } from '../components/scrollView'

/** Pixels drawn above and below what is in view, so that scrolling never shows a gap. */
const SPARE = 400

/**
 * Which rows of a scroller are in view, where they are of different heights.
 *
 * @param heights of every row, in CSS pixels
 * @returns the first and the one after the last to draw, where each begins, and how to bring one into view
 */
export function useTallRows(scroller: RefObject<HTMLElement | null>, heights: readonly number[]) {
  const view = useScrollView(scroller)
  const tops = useMemo(() => {
    const starts = [0]
    for (const height of heights) starts.push((starts.at(-1) ?? 0) + height)
    return starts
  }, [heights])

  return {
    first: rowAt(tops, view.top - SPARE),
    last: Math.min(heights.length, rowAt(tops, view.top + view.height + SPARE) + 1),
    topOf: (index: number): number => tops[index] ?? 0,
    total: tops.at(-1) ?? 0,
    reveal: (index: number): void => view.bring(tops[index] ?? 0, tops[index + 1] ?? 0),
  }
}

/** The last row that begins at or above a place. */
function rowAt(tops: readonly number[], y: number): number {
  let [low, high] = [0, Math.max(0, tops.length - 2)]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((tops[middle] ?? 0) <= y) low = middle
    else high = middle - 1
  }
  return low
}
