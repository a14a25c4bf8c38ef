import { translator } from '../../src-shared/i18n/translate'
import type { AccountGraph, Pin } from '../../src-shared/model/graph'
import { shippedMethod } from '../../src-shared/model/method'
import { Layer } from '../../src-shared/contract'
import { arrangeScene, buildScene, type DressInput, dressScene } from '../../src-shared/scene/buildScene'
import { pageOf } from '../../src-shared/scene/page'
import { palettes } from '../../src-shared/scene/palette'
import { toSvg } from '../../src-shared/scene/svg'
import { DEAL, TODAY } from '../unit/analytics/builder'
import { onPage } from './benchPage'
import type { BenchRow } from './benchRow'
import { costOf } from './cost'
import { benchAccount } from './mapPaint/account'

const RUNS = 9

/**
 * From a loaded graph of 300 people to an SVG file; and, in a browser, first paint and layer switch of MapView against Cytoscape
 * with stock styling of the same cards, departments, lines and ties at the same places: medians of the same run.
 */
export async function run(): Promise<BenchRow[]> {
  return [await drawing(), ...(await refreshing()), ...(await painting())]
}

async function drawing(): Promise<BenchRow> {
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
  const { ms, cpuMs } = await costOf(RUNS, () => toSvg(pageOf(buildScene(input), palettes.light)))
  const alone = await costOf(RUNS, () => buildScene(input))
  return {
    name: 'scene and SVG, 300 people',
    ms,
    cpuMs,
    baseline: 'scene alone',
    baselineMs: alone.ms,
    baselineCpuMs: alone.cpuMs,
    note: `${scene.cards.length} cards, ${scene.ties.length} ties`,
  }
}

/**
 * What an edit costs the map: a new graph, arranged and dressed in each layer and for each question, beside the same layer once its
 * figures are known, as when it is switched to. The last row is an edit that somebody has to be put in a place for, too.
 */
async function refreshing(): Promise<BenchRow[]> {
  const graph = benchAccount(300)
  const [gone] = graph.people
  const seat = graph.decisionRoles.at(-1)?.seatId
  const target = graph.tenures.find(({ seatId }) => seatId === seat)?.personId
  if (!gone || !target) throw new Error('the bench account has nobody to ask about')
  const questions = { warmPath: { kind: 'warmPath', target }, drill: { kind: 'drill', gone: [gone.id] } } as const
  const input = { method: shippedMethod, on: TODAY, opportunityId: DEAL, drawing: 'role', t: translator('zh-CN') } as const
  const row = async (name: string, dress: DressInput, edited: () => AccountGraph): Promise<BenchRow> => {
    const known = arrangeScene({ ...input, graph })
    dressScene(known, dress)
    const { ms, cpuMs } = await costOf(RUNS, () => buildScene({ ...input, ...dress, graph: edited() }))
    const baseline = await costOf(RUNS, () => dressScene(known, dress))
    return {
      name: `map after an edit, 300 people, ${name}`,
      ms,
      cpuMs,
      baseline: 'figures and places known',
      baselineMs: baseline.ms,
      baselineCpuMs: baseline.cpuMs,
      note: 'budget 100 ms',
    }
  }
  // A copy is another graph, whose figures nobody knows.
  const copy = (): AccountGraph => ({ ...graph })
  let shift = 0
  // So is one with a card put elsewhere, which the layout has not been asked about either.
  const moved = (): AccountGraph => ({ ...graph, pins: [pinOf(graph, (shift += 1))] })
  const rows: BenchRow[] = []
  for (const layer of Layer.options) rows.push(await row(layer, { layer }, copy))
  rows.push(await row('warm path', { layer: 'roles', question: questions.warmPath }, copy))
  rows.push(await row('drill', { layer: 'roles', question: questions.drill }, copy))
  rows.push(await row('a card moved', { layer: 'roles' }, moved))
  return rows
}

function pinOf(graph: AccountGraph, shift: number): Pin {
  const [seat] = graph.seats
  if (!seat) throw new Error('the bench account has no seat')
  return { accountId: graph.account.id, drawing: 'role', scope: '', nodeId: seat.id, x: shift, y: 0 }
}

async function painting(): Promise<BenchRow[]> {
  return onPage('mapPaint', async (page) => {
    const times = await page.evaluate((runs) => window.measureMapPaint(runs), RUNS)
    const note = `main thread and pixels, ${RUNS} runs each, 1440×900; both from the loaded graph through the same layout`
    return (['first', 'layer'] as const).map((what) => {
      const [ms, baselineMs] = [median(times.ours.map((time) => time[what])), median(times.stock.map((time) => time[what]))]
      const name = `${what === 'first' ? 'first paint' : 'layer switch'} of the map, 300 people`
      return { name, ms, baseline: 'Cytoscape, stock styling', baselineMs, note }
    })
  })
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}
