import { type RefObject, useState } from 'react'
import { useScrolled } from '../../components/scrollView'

/** Columns drawn beside those in view. */
const SPARE = 2

/**
 * Which columns of equal width are in view of a scroller, after a part of another width that scrolls with them.
 * @param before width of that part in CSS pixels
 * @returns the first and the one after the last to draw
 */
export function useColumnWindow(scroller: RefObject<HTMLElement | null>, count: number, width: number, before: number) {
  const [view, setView] = useState({ first: 0, last: Math.min(count, 16) })

  useScrolled(scroller, ({ scrollLeft, clientWidth }) => {
    const first = Math.max(0, Math.floor((scrollLeft - before) / width) - SPARE)
    const last = Math.ceil((scrollLeft + clientWidth - before) / width) + SPARE
    setView((was) => (was.first === first && was.last === last ? was : { first, last }))
  })

  return { first: Math.min(view.first, count), last: Math.max(0, Math.min(view.last, count)) }
}
