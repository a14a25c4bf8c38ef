import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { writeXlsx } from '../../src-main/export/xlsx'
import { customerSafeProfile } from '../../src-shared/model/redaction'
import { reportOf } from '../../src-shared/report/decks'
import type { Report, TablePart } from '../../src-shared/report/report'
import { emptyCore, imported } from '../support/importing'
import { convertWithLibreOffice } from '../support/office'
import { companyInput, reportInputOf } from '../support/reportInputs'

async function loaded(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  // A copy has a buffer of its own, which is what the library takes.
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return workbook
}

const opened = async (report: Report): Promise<ExcelJS.Workbook> => loaded(await writeXlsx(report))

const tablesOf = ({ parts }: Report) => parts.filter((part): part is TablePart => part.kind === 'table')

describe('a workbook', () => {
  test('has a sheet a table, with frozen and filtered heads, numbers and days to reckon with', async () => {
    const report = reportOf('data', await companyInput(60))
    const workbook = await opened(report)
    const tables = tablesOf(report)
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(tables.map(({ title }) => title))
    tables.forEach((table, i) => {
      const sheet = workbook.worksheets[i]
      expect(sheet?.views).toMatchObject([{ state: 'frozen', ySplit: 1 }])
      expect(sheet?.autoFilter).toBeTruthy()
      expect(sheet?.rowCount).toBe(table.rows.length + 1)
      table.values.forEach((row, y) =>
        row.forEach((value, x) => {
          const cell = sheet?.getCell(y + 2, x + 1).value
          if (typeof value === 'number') expect(cell).toBe(value)
          else if (value !== null) expect(cell).toEqual(new Date(`${value}T00:00:00Z`))
          else expect(cell ?? '').toBe(table.rows[y]?.[x])
        }),
      )
    })
  })

  test('holds names that begin like a formula as words', async () => {
    const core = await emptyCore()
    const names = ['=1+1', '+cmd', '-2', '@SUM(A1)']
    await imported(core, { people: `id,name\n${names.map((name, i) => `P${i},${name}`).join('\n')}` })
    const workbook = await opened(reportOf('data', await reportInputOf(core)))
    const cells = names.map((_, i) => workbook.worksheets[0]?.getCell(i + 2, 1))
    expect(cells.map((cell) => cell?.type)).toEqual(names.map(() => ExcelJS.ValueType.String))
    expect(new Set(cells.map((cell) => cell?.value))).toEqual(new Set(names))
  })

  test('for a customer has nothing that is ours', async () => {
    const input = await companyInput(30)
    const workbook = await opened(reportOf('data', { ...input, profile: customerSafeProfile }))
    const said = JSON.stringify(workbook.model.sheets)
    for (const word of ['机密', '立场', '关系深度', '反对', '策略']) expect(said).not.toContain(word)
  })

  test('is read by LibreOffice', async () => {
    const report = reportOf('data', await companyInput(60))
    const theirs = await loaded(await convertWithLibreOffice(await writeXlsx(report), 'xlsx', 'xlsx'))
    for (const [i, { columns, rows }] of tablesOf(report).entries()) {
      const sheet = theirs.worksheets[i]
      expect(columns.map((_, x) => sheet?.getCell(1, x + 1).text)).toEqual(columns.map(({ words }) => words))
      expect(rows.map((_, y) => sheet?.getCell(y + 2, 1).text)).toEqual(rows.map(([first]) => first))
    }
  })
})
