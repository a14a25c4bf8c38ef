import { type RefObject, useEffect, useEffectEvent, useState } from 'react'

/** Tells of a scroller at first, and whenever it has been scrolled or has taken another size. */
export function useScrolled(scroller: RefObject<HTMLElement | null>, onScrolled: (element: HTMLElement) => void): void {
  const told = useEffectEvent(onScrolled)
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => told(element)
    look()
    element.addEventListener('scroll', look, { passive: true })
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', look)
      observer.disconnect()
    }
  }, [scroller])
}

/**
 * What a scroller shows of its height, in CSS pixels.
 * @returns where the view begins, how high it is, and how to bring what is between two heights into it
 */
export function useScrollView(scroller: RefObject<HTMLElement | null>) {
  const [view, setView] = useState({ top: 0, height: 800 })
  const look = ({ scrollTop: top, clientHeight: height }: HTMLElement) =>
    setView((was) => (was.top === top && was.height === height ? was : { top, height }))
  useScrolled(scroller, look)

  function bring(top: number, bottom: number): void {
    const element = scroller.current
    if (!element) return
    if (top < element.scrollTop) element.scrollTo({ top })
    else if (bottom > element.scrollTop + element.clientHeight) element.scrollTo({ top: bottom - element.clientHeight })
    look(element)
  }
  return { ...view, bring }
}
