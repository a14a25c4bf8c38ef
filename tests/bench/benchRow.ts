/** One line of the bench: something of ours beside the same work done another way, in the same run. Times in ms, medians. */
export interface BenchRow {
  readonly name: string
  readonly ms: number
  /** What the baseline is. */
  readonly baseline: string
  readonly baselineMs: number
  readonly note: string
}
