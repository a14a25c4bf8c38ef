/**
 * Long work that can pause: each step takes a few milliseconds at most, and whoever runs it decides when to go on. The result is
 * the same however it is run.
 */
export type Steps<T> = Generator<undefined, T, undefined>

/** All steps without a pause. */
export function inOneGo<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}
