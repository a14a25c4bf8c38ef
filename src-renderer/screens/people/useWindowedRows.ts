import { type RefObject, useEffect, useState } from 'react'

/** Rows drawn above and below those in view, so that scrolling never shows a gap. */
const SPARE = 8

/**
 * Which rows of equal height are in view of a scroller whose first `rowHeight` is a head that stays.
 * @returns the first and the one after the last to draw, and how to bring one into view
 */
export function useWindowedRows(scroller: RefObject<HTMLElement | null>, count: number, rowHeight: number) {
  const [view, setView] = useState({ top: 0, height: 800 })

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => setView({ top: element.scrollTop, height: element.clientHeight })
    look()
    element.addEventListener('scroll', look, { passive: true })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      observer.disconnect()
    }
  }, [scroller])

  function reveal(index: number): void {
    const element = scroller.current
    if (!element) return
    const top = index * rowHeight
    const room = element.clientHeight - 2 * rowHeight
    if (top < element.scrollTop) element.scrollTo({ top })
    else if (top > element.scrollTop + room) element.scrollTo({ top: top - room })
    setView({ top: element.scrollTop, height: element.clientHeight })
  }

  return {
    first: Math.max(0, Math.min(Math.floor(view.top / rowHeight) - SPARE, count)),
    last: Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + SPARE),
    reveal,
  }
}
