import { join } from 'node:path'
import { chromium } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig, preview } from 'vite'
import type { BenchRow } from './benchRow'
import type { Edit, EditCost } from './mapEdit/main'

const RUNS = 9
const FRAMES = 120
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const SWITCHES = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync']
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
  const root = join(import.meta.dirname, 'mapEdit')
  const outDir = join(import.meta.dirname, '../../node_modules/.cache/linchpin-bench/mapEdit')
  const config: InlineConfig = {
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'esnext' },
  }
  await build(config)
  const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } })
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: SWITCHES })
  const rows: BenchRow[] = []
  const baseline = 'Cytoscape, stock styling'
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(server.resolvedUrls?.local[0] ?? '')
    await page.waitForFunction(() => typeof window.mapEditBench === 'object')
    for (const [edit, what] of edits) {
      const costs = await page.evaluate(
        async ([kind, runs]) => ({
          ours: await window.mapEditBench.ours(300, kind, runs),
          stock: await window.mapEditBench.stock(300, kind, runs),
        }),
        [edit, RUNS] as const,
      )
      for (const [side, words] of [
        ['shown', 'on screen'],
        ['blocked', 'main thread taken'],
      ] as const) {
        const pick = (times: readonly EditCost[]) => times.map((cost) => cost[side])
        const [ms, baselineMs] = [median(pick(costs.ours)), median(pick(costs.stock))]
        const worst = Math.max(...pick(costs.ours)).toFixed(0)
        rows.push({ name: `${what}, 300 people: ${words}`, ms, baseline, baselineMs, note: `${RUNS} runs, slowest ${worst} ms` })
      }
    }
    const frames = await page.evaluate(
      async (count) => ({
        ours: await window.mapEditBench.framesOurs(1_000, count),
        stock: await window.mapEditBench.framesStock(1_000, count),
      }),
      FRAMES,
    )
    for (const [share, words] of [
      [0.5, 'median frame'],
      [0.95, '95 of 100 frames within'],
    ] as const) {
      const [ms, baselineMs] = [quantile(frames.ours, share), quantile(frames.stock, share)]
      const note = `${FRAMES} frames, every fourth a zoom; a frame of 60 a second is 16.7 ms`
      rows.push({ name: `moving and zooming 1,000 people: ${words}`, ms, baseline, baselineMs, note })
    }
    return rows
  } finally {
    await browser.close()
    await server.close()
  }
}

const median = (times: readonly number[]): number => quantile(times, 0.5)

function quantile(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0
}
