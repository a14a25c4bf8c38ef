import { analyse } from '../../src-shared/analytics/analyse'
import { departureLosses } from '../../src-shared/analytics/departures'
import { drill } from '../../src-shared/analytics/drill'
import { type Evaluation, evaluate } from '../../src-shared/analytics/evaluation'
import { situation, situationWithout } from '../../src-shared/analytics/situation'
import { shippedMethod } from '../../src-shared/model/method'
import { DEAL, TODAY } from '../unit/analytics/builder'
import { randomAccount } from '../unit/analytics/random'
import type { BenchRow } from './benchRow'
import { costOf } from './cost'
import { graphologyDepartures } from './graphologyRanking'

/** Departures that the baselines really compute; their times are scaled up to everybody. */
const SAMPLE = 30
const GRAPHOLOGY_SAMPLE = 4

/**
 * Ranking everybody's departure (issue C, 2), theirs and ours, from an evaluated situation on a seeded random account with 2.5
 * ties a person and two holders a role. The baseline evaluates the situation again without each person.
 */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const [people, runs] of [
    [1_000, 60],
    [5_000, 15],
  ] as const) {
    const graph = randomAccount(20_260_630, people).graph()
    const before = evaluate(situation(graph, DEAL, TODAY, shippedMethod))
    const { ms, cpuMs } = await costOf(runs, () => departureLosses(before))

    const everybody = [...before.situation.theirs.map(({ id }) => id), ...before.situation.ours.map(({ person }) => person.id)]
    const step = Math.floor(everybody.length / SAMPLE)
    const sample = everybody.filter((_, i) => i % step === 0)
    const once = await costOf(1, () => {
      for (const id of sample) evaluate(situationWithout(before.situation, new Set([id])))
    })
    const scale = everybody.length / sample.length

    const fast = departureLosses(before)
    const apart = sample.reduce(
      (most, id) => Math.max(most, Math.abs((fast.get(id)?.impact ?? Number.NaN) - drill(before, [id]).loss.impact)),
      0,
    )
    rows.push({
      name: `departure ranking, ${people} people`,
      ms,
      cpuMs,
      baseline: 'own naive recomputation',
      baselineMs: once.ms * scale,
      baselineCpuMs: once.cpuMs * scale,
      note: `baseline scaled up from ${sample.length} departures; impacts at most ${apart.toExponential(1)} apart`,
    })
    rows.push(besideGraphology(before, people, { ms, cpuMs }, everybody.length))
  }

  const graph = randomAccount(20_260_630, 300).graph()
  const analysis = await costOf(15, () => analyse(graph, DEAL, TODAY, shippedMethod))
  rows.push({
    name: 'whole analysis after an edit, 300 people',
    ms: analysis.ms,
    cpuMs: analysis.cpuMs,
    baseline: 'limit for every layer (issue C)',
    baselineMs: 100,
    note: 'from the loaded graph to the answer, findings included',
  })
  return rows
}

/** The same ranking by a general graph library, which recomputes access and settled opinions for each departure. */
function besideGraphology(before: Evaluation, people: number, ours: Pick<BenchRow, 'ms' | 'cpuMs'>, everybody: number): BenchRow {
  const depart = graphologyDepartures(before)
  const step = Math.floor(people / GRAPHOLOGY_SAMPLE)
  const sample = Array.from({ length: GRAPHOLOGY_SAMPLE }, (_, i) => i * step)
  let apart = 0
  const start = performance.now()
  const startCpu = process.cpuUsage()
  const sums = sample.map(depart)
  const once = performance.now() - start
  const { user, system } = process.cpuUsage(startCpu)
  sums.forEach(({ settled }, i) => {
    const id = before.situation.theirs[sample[i] ?? 0]?.id
    const after = evaluate(situationWithout(before.situation, new Set(id === undefined ? [] : [id])))
    apart = Math.max(apart, Math.abs(settled - after.settled.reduce((sum, opinion) => sum + opinion, 0)))
  })
  return {
    name: `departure ranking, ${people} people`,
    ...ours,
    baseline: 'graphology',
    baselineMs: (once / sample.length) * everybody,
    baselineCpuMs: ((user + system) / 1_000 / sample.length) * everybody,
    note: `baseline scaled up from ${sample.length} departures; sums of settled opinions at most ${apart.toExponential(1)} apart`,
  }
}
