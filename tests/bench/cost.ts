/** What a piece of work cost, in ms: by the clock, the median of its runs and the slowest; of this process's processor time, their mean. */
export interface Cost {
  readonly ms: number
  readonly slowestMs: number
  readonly cpuMs: number
}

/**
 * Runs a piece of work several times. Processor time counts all threads of the process, the garbage collector's too, and hardly depends
 * on what else the machine does; its clock is too coarse for one run, so it is the mean of all.
 */
export async function costOf(runs: number, work: () => unknown): Promise<Cost> {
  // The first finds the code cold.
  await work()
  const times: number[] = []
  const before = process.cpuUsage()
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  const { user, system } = process.cpuUsage(before)
  times.sort((a, b) => a - b)
  return {
    ms: times[Math.floor(times.length / 2)] ?? 0,
    slowestMs: times.at(-1) ?? 0,
    cpuMs: (user + system) / 1_000 / runs,
  }
}
