import { useEffect, useEffectEvent } from 'react'
import { type AsOfMark, nextMark } from '../../../src-shared/analytics/asOfMarks'
import { addDays, type Day, days } from '../../../src-shared/model/day'
import { useTimeline } from '../../state/timeline'
import type { TimeRange } from './timeScale'

interface TimePlayer {
  readonly range: TimeRange
  readonly marks: readonly AsOfMark[]
  readonly day: Day
  readonly onDay: (day: Day) => void
}

/** One stop after another for those who want no motion, in ms. */
const STOP_MS = 1_500

/**
 * Lets time pass while it plays: so many days a second, never more than one step an animation frame, so a slow map skips days
 * instead of falling behind. At the end it stops; from there it begins again with the recent part.
 */
export function useTimePlayer({ range, marks, day, onDay }: TimePlayer): void {
  const { playing, speed, set } = useTimeline()

  const start = useEffectEvent((): Day => (day >= range.last ? (range.bend ?? range.first) : day))
  const pass = useEffectEvent((begun: Day, passed: number): void => {
    const next = addDays(begun, Math.floor(passed))
    if (days(next, range.last) <= 0) {
      onDay(range.last)
      set({ playing: false })
    } else if (next !== day) onDay(next)
  })
  const stop = useEffectEvent((): void => {
    const mark = nextMark(marks, start(), 1)
    if (mark) onDay(mark.day)
    else set({ playing: false })
  })

  useEffect(() => {
    if (!playing) return
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const timer = setInterval(() => stop(), STOP_MS)
      return () => clearInterval(timer)
    }
    const begun = start()
    const from = performance.now()
    let frame = requestAnimationFrame(function step(now) {
      pass(begun, (Math.max(0, now - from) / 1_000) * speed)
      frame = requestAnimationFrame(step)
    })
    return () => cancelAnimationFrame(frame)
  }, [playing, speed])

  // A map that is left stands still.
  useEffect(() => () => set({ playing: false }), [set])
}
