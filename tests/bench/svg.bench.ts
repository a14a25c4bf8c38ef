import type { Page } from '@playwright/test'
import { onPage } from './benchPage'
import type { BenchRow } from './benchRow'
import { tasksBetween, traced } from './mainThread'
import type { Writer } from './mapSvg/main'

const RUNS = 9

/**
 * The SVG file of a map of 1,000 people, from what is drawn already: our scene beside Cytoscape with stock styling of the same cards,
 * lines and ties at the same places through cytoscape-svg, in one page of one browser.
 */
export async function run(): Promise<BenchRow[]> {
  return onPage('mapSvg', async (page) => {
    const [ours, stock] = [await written(page, 'ours'), await written(page, 'stock')]
    const size = ({ length }: Written): string => `${(length / 1_000).toFixed(0)} kB`
    return [
      {
        name: 'SVG of a drawn map, 1,000 people',
        ms: ours.ms,
        cpuMs: ours.cpuMs,
        baseline: 'cytoscape-svg 0.4.0',
        baselineMs: stock.ms,
        baselineCpuMs: stock.cpuMs,
        note: `${RUNS} runs each, CPU of the main thread; ${size(ours)} with roles, marks and legend against ${size(stock)} of boxes and names`,
      },
    ]
  })
}

interface Written {
  /** Medians. */
  readonly ms: number
  readonly cpuMs: number
  readonly length: number
}

async function written(page: Page, writer: Writer): Promise<Written> {
  const runs: Written[] = []
  // The first finds the code cold.
  for (let run = 0; run <= RUNS; run++) {
    const { value, tasks, marks } = await traced(page, () => page.evaluate((which) => window.writeSvg?.(which), writer))
    const [from, to] = [marks('begin')[0], marks('end')[0]]
    if (!value || from === undefined || to === undefined) throw new Error('the page told no times')
    const cpuMs = tasksBetween(tasks, from, to).reduce((sum, task) => sum + task.cpuMs, 0)
    if (run > 0) runs.push({ ...value, cpuMs })
  }
  const median = (pick: (one: Written) => number): number =>
    runs.map(pick).sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0
  return { ms: median((one) => one.ms), cpuMs: median((one) => one.cpuMs), length: median((one) => one.length) }
}
