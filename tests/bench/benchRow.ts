/** One line of the bench: something of ours beside the same work done another way, in the same run. Times in ms. */
export interface BenchRow {
  readonly name: string
  /** By the clock, median; on a machine that does something else besides, the other counts. */
  readonly ms: number
  /** What the processor did for it, median or mean: all threads of the process, or a browser's main thread, as the note says. */
  readonly cpuMs?: number
  /** What the baseline is. */
  readonly baseline: string
  readonly baselineMs: number
  readonly baselineCpuMs?: number
  readonly note: string
}
