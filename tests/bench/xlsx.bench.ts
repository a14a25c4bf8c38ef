import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { writeXlsx } from '../../src-main/export/xlsx'
import { Day } from '../../src-shared/model/day'
import type { Report, TablePart } from '../../src-shared/report/report'
import type { BenchRow } from './benchRow'
import { costOf } from './cost'

const ROWS = 100_000
const RUNS = 3

/** A workbook of 100,000 rows of ours against exceljs's own streaming writer given the same cells and nothing else. */
export async function run(): Promise<BenchRow[]> {
  const table = people(ROWS)
  const report: Report = {
    title: 'Bench',
    subtitle: '',
    language: 'en',
    asOf: Day.parse('2026-11-21'),
    sourceNote: '',
    parts: [table],
  }
  const ours = await costOf(RUNS, () => writeXlsx(report))
  const theirs = await costOf(RUNS, () => plainly(table))
  return [
    {
      name: `XLSX of ${ROWS.toLocaleString('en')} rows`,
      ms: ours.ms,
      cpuMs: ours.cpuMs,
      baseline: 'exceljs streaming, unstyled',
      baselineMs: theirs.ms,
      baselineCpuMs: theirs.cpuMs,
      note: 'ours with frozen, filtered heads and widths',
    },
  ]
}

function people(count: number): TablePart {
  const rows = Array.from({ length: count }, (_, i) => [
    `人员${i}`,
    `职务${i % 40}`,
    `部门${i % 90}`,
    String(i % 5),
    '2026-11-21',
  ])
  return {
    kind: 'table',
    key: 'people',
    title: 'People',
    subtitle: '',
    notes: [],
    columns: ['Name', 'Title', 'Department', 'Depth', 'Last contact'].map((words) => ({ words, width: 3, align: 'start' })),
    rows,
    values: rows.map((_, i) => [null, null, null, i % 5, Day.parse('2026-11-21')]),
    empty: '',
  }
}

async function plainly({ columns, rows, values }: TablePart): Promise<Uint8Array> {
  const stream = new PassThrough()
  const whole = buffer(stream)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream })
  const sheet = workbook.addWorksheet('People')
  sheet.addRow(columns.map(({ words }) => words)).commit()
  rows.forEach((row, i) => {
    const cells = row.map((words, j) => {
      const value = values[i]?.[j] ?? words
      return j === 4 ? new Date(`${words}T00:00:00Z`) : value
    })
    sheet.addRow(cells).commit()
  })
  await workbook.commit()
  return whole
}
