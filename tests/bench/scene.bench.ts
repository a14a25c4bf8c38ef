import type { BenchRow } from './benchRow'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { chromium } from '@playwright/test'
import { build, type InlineConfig, preview } from 'vite'
import { translator } from '../../src-shared/i18n/translate'
import { shippedMethod } from '../../src-shared/model/method'
import { Layer } from '../../src-shared/contract'
import { arrangeScene, buildScene, type DressInput, dressScene } from '../../src-shared/scene/buildScene'
import { pageOf } from '../../src-shared/scene/page'
import { palettes } from '../../src-shared/scene/palette'
import { toSvg } from '../../src-shared/scene/svg'
import { DEAL, TODAY } from '../unit/analytics/builder'
import { benchAccount } from './mapPaint/account'

const RUNS = 9
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const SWITCHES = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * From a loaded graph of 300 people to an SVG file; and, in a browser, first paint and layer switch of MapView against Cytoscape
 * with stock styling of the same cards, departments, lines and ties at the same places: medians of the same run.
 */
export async function run(): Promise<BenchRow[]> {
  return [drawing(), ...refreshing(), ...(await painting())]
}

function drawing(): BenchRow {
  const graph = benchAccount(300)
  const input = {
    graph,
    method: shippedMethod,
    on: TODAY,
    opportunityId: DEAL,
    drawing: 'role',
    layer: 'roles',
    t: translator('zh-CN'),
  } as const
  const scene = buildScene(input)
  const ms = median(Array.from({ length: RUNS }, () => timed(() => toSvg(pageOf(buildScene(input), palettes.light)))))
  const baselineMs = median(Array.from({ length: RUNS }, () => timed(() => buildScene(input))))
  return {
    name: 'scene and SVG, 300 people',
    ms,
    baseline: 'scene alone',
    baselineMs,
    note: `${scene.cards.length} cards, ${scene.ties.length} ties`,
  }
}

/**
 * What an edit costs the map: a new graph, arranged and dressed in each layer and for each question, beside the same layer once its
 * figures are known, as when it is switched to.
 */
function refreshing(): BenchRow[] {
  const graph = benchAccount(300)
  const [gone] = graph.people
  const seat = graph.decisionRoles.at(-1)?.seatId
  const target = graph.tenures.find(({ seatId }) => seatId === seat)?.personId
  if (!gone || !target) throw new Error('the bench account has nobody to ask about')
  const questions = { warmPath: { kind: 'warmPath', target }, drill: { kind: 'drill', gone: [gone.id] } } as const
  const input = { method: shippedMethod, on: TODAY, opportunityId: DEAL, drawing: 'role', t: translator('zh-CN') } as const
  const row = (name: string, dress: DressInput): BenchRow => {
    const known = arrangeScene({ ...input, graph })
    dressScene(known, dress)
    // A copy is another graph, whose figures nobody knows.
    const ms = median(Array.from({ length: RUNS }, () => timed(() => buildScene({ ...input, ...dress, graph: { ...graph } }))))
    const baselineMs = median(Array.from({ length: RUNS }, () => timed(() => dressScene(known, dress))))
    return {
      name: `map after an edit, 300 people, ${name}`,
      ms,
      baseline: 'figures and places known',
      baselineMs,
      note: 'budget 100 ms',
    }
  }
  return [
    ...Layer.options.map((layer) => row(layer, { layer })),
    row('warm path', { layer: 'roles', question: questions.warmPath }),
    row('drill', { layer: 'roles', question: questions.drill }),
  ]
}

async function painting(): Promise<BenchRow[]> {
  const root = join(import.meta.dirname, 'mapPaint')
  const outDir = join(import.meta.dirname, '../../node_modules/.cache/linchpin-bench/mapPaint')
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
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(server.resolvedUrls?.local[0] ?? '')
    await page.waitForFunction(() => typeof window.measureMapPaint === 'function')
    const times = await page.evaluate((runs) => window.measureMapPaint(runs), RUNS)
    const note = `main thread and pixels, ${RUNS} runs each, 1440×900; both from the loaded graph through the same layout`
    return (['first', 'layer'] as const).map((what) => {
      const [ms, baselineMs] = [median(times.ours.map((time) => time[what])), median(times.stock.map((time) => time[what]))]
      const name = `${what === 'first' ? 'first paint' : 'layer switch'} of the map, 300 people`
      return { name, ms, baseline: 'Cytoscape, stock styling', baselineMs, note }
    })
  } finally {
    await browser.close()
    await server.close()
  }
}

function timed(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}
