import type { BenchRow } from './benchRow'

const modules = import.meta.glob<{ readonly run: () => Promise<readonly BenchRow[]> }>('./*.bench.ts')

// Runs the benches whose file name contains one of the arguments, all without any, and prints each one's rows as a table.
const filters = process.argv.slice(2)
for (const [path, load] of Object.entries(modules)) {
  const name = path.replace(/^\.\/|\.bench\.ts$/g, '')
  if (filters.length > 0 && !filters.some((filter) => name.includes(filter))) continue
  const { run } = await load()
  console.log(`\n${name}`)
  console.log(table(await run()))
}

function table(rows: readonly BenchRow[]): string {
  const cells = [
    ['what', 'ours', 'of it CPU', 'baseline', 'of it CPU', '', 'ratio', 'note'],
    ...rows.map((row) => [
      row.name,
      time(row.ms),
      row.cpuMs === undefined ? '' : time(row.cpuMs),
      time(row.baselineMs),
      row.baselineCpuMs === undefined ? '' : time(row.baselineCpuMs),
      row.baseline,
      ratio(row),
      row.note,
    ]),
  ]
  const widths = cells.reduce<number[]>((most, line) => line.map((cell, i) => Math.max(most[i] ?? 0, cell.length)), [])
  return cells
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function ratio({ ms, cpuMs, baselineMs, baselineCpuMs }: BenchRow): string {
  const byClock = (ms / baselineMs).toPrecision(2)
  if (cpuMs === undefined || baselineCpuMs === undefined) return byClock
  return `${byClock} (CPU ${(cpuMs / baselineCpuMs).toPrecision(2)})`
}

function time(ms: number): string {
  return ms >= 1_000 ? `${(ms / 1_000).toFixed(2)} s` : `${ms.toPrecision(3)} ms`
}
