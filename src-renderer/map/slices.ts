import type { Steps } from '../../src-shared/layout/steps'

/** For how long work may keep the main thread from painting and from the keyboard, in ms: less than a frame of 60 a second. */
export const SLICE_MS = 12

/** The outcome of work that was done within its slice, else what is left of it. */
export type Slice<T> = { readonly done: true; readonly value: T } | { readonly done: false; readonly rest: Steps<T> }

/** Works for one slice, a step at least. */
export function slice<T>(steps: Steps<T>, now: () => number = () => performance.now()): Slice<T> {
  const end = now() + SLICE_MS
  do {
    const { done, value } = steps.next()
    if (done) return { done, value }
  } while (now() < end)
  return { done: false, rest: steps }
}

/** Works slice by slice, with time for everything else between, and tells the outcome. Returns what gives the work up. */
export function inSlices<T>(steps: Steps<T>, finished: (value: T) => void): () => void {
  let timer = 0
  const go = (): void => {
    const next = slice(steps)
    if (next.done) finished(next.value)
    else timer = window.setTimeout(go)
  }
  timer = window.setTimeout(go)
  return () => window.clearTimeout(timer)
}
