import type { Page } from '@playwright/test'
import { onPage } from './benchPage'
import type { BenchRow } from './benchRow'
import { tasksBetween, traced } from './mainThread'
import type { Edit, EditCost } from './mapEdit/main'

const RUNS = 9
const FRAMES = 120
const edits: readonly (readonly [Edit, string])[] = [
  ['select', 'another selection'],
  ['stance', 'a stance'],
  ['add', 'one person more'],
]

/**
 * In a browser: an edit of a map of 300 people from the changed graph to the frame that shows it, with the longest time for which the
 * main thread is taken; and a frame of moving and zooming 1,000 people. Beside it, Cytoscape with stock styling at the same places.
 */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  const baseline = 'Cytoscape, stock styling'
  await onPage('mapEdit', async (page) => {
    for (const [edit, what] of edits) {
      const [ours, stock] = [await edited(page, 'ours', edit), await edited(page, 'stock', edit)]
      for (const [side, words] of [
        ['shown', 'on screen'],
        ['blocked', 'main thread taken'],
      ] as const) {
        const pick = (costs: readonly TracedCost[]) => median(costs.map((cost) => cost[side]))
        const pickCpu = (costs: readonly TracedCost[]) => median(costs.map((cost) => cost.cpu[side]))
        const worst = Math.max(...ours.map((cost) => cost.cpu[side])).toFixed(0)
        rows.push({
          name: `${what}, 300 people: ${words}`,
          ms: pick(ours),
          cpuMs: pickCpu(ours),
          baseline,
          baselineMs: pick(stock),
          baselineCpuMs: pickCpu(stock),
          note: `${RUNS} runs, slowest ${worst} ms; CPU of the main thread`,
        })
      }
    }
    const [ours, stock] = [await moved(page, 'framesOurs'), await moved(page, 'framesStock')]
    for (const [share, words] of [
      [0.5, 'median frame'],
      [0.95, '95 of 100 frames within'],
    ] as const) {
      rows.push({
        name: `moving and zooming 1,000 people: ${words}`,
        ms: quantile(ours.times, share),
        cpuMs: ours.cpuMs,
        baseline,
        baselineMs: quantile(stock.times, share),
        baselineCpuMs: stock.cpuMs,
        note: `${FRAMES} frames, every fourth a zoom; CPU of the main thread, mean; a frame of 60 a second is 16.7 ms`,
      })
    }
  })
  return rows
}

/** The same twice: by the page's clock, and as processor time of its main thread. */
interface TracedCost extends EditCost {
  readonly cpu: EditCost
}

async function edited(page: Page, whose: 'ours' | 'stock', edit: Edit): Promise<TracedCost[]> {
  const { value, tasks, marks } = await traced(page, () =>
    page.evaluate(([side, kind, runs]) => window.mapEditBench[side](300, kind, runs), [whose, edit, RUNS] as const),
  )
  // The first does not count: it is the one that finds the code cold.
  const [starts, ends] = [marks('edit').slice(1), marks('shown').slice(1)]
  return value.map((cost, i) => {
    const [start = 0, end = 0] = [starts[i], ends[i]]
    const shown = tasksBetween(tasks, start, end).reduce((sum, { cpuMs }) => sum + cpuMs, 0)
    const blocked = Math.max(...tasksBetween(tasks, start, starts[i + 1] ?? Infinity).map(({ cpuMs }) => cpuMs))
    return { ...cost, cpu: { shown, blocked } }
  })
}

async function moved(
  page: Page,
  whose: 'framesOurs' | 'framesStock',
): Promise<{ readonly times: number[]; readonly cpuMs: number }> {
  const { value, tasks, marks } = await traced(page, () =>
    page.evaluate(([side, count]) => window.mapEditBench[side](1_000, count), [whose, FRAMES] as const),
  )
  const [from = 0] = marks('moving')
  const [to = 0] = marks('moved')
  return { times: value, cpuMs: tasksBetween(tasks, from, to).reduce((sum, { cpuMs }) => sum + cpuMs, 0) / FRAMES }
}

const median = (times: readonly number[]): number => quantile(times, 0.5)

function quantile(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0
}
