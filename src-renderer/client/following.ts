import { useDeferredValue, useLayoutEffect } from 'react'

/** How many parts of the window are still to follow. */
let behind = 0
const waiting = new Set<() => void>()

/**
 * A value for what may be drawn a moment after the map: forms, menus and figures take several times as long, and a key that is pressed
 * meanwhile goes before them. What takes the value has to be memoized, or it is drawn with the map after all.
 */
export function useFollowed<T>(value: T): T {
  const followed = useDeferredValue(value)
  const late = followed !== value
  useLayoutEffect(() => {
    if (!late) return
    behind += 1
    return () => {
      behind -= 1
      if (behind > 0) return
      for (const go of waiting) go()
      waiting.clear()
    }
  }, [late])
  return followed
}

/** Waits until everything that follows shows what the latest answers said. */
export async function allFollowed(): Promise<void> {
  // Answers are handed to the window by a timer that was set before this one.
  await new Promise((resolve) => setTimeout(resolve))
  if (behind > 0) await new Promise<void>((resolve) => waiting.add(resolve))
}
