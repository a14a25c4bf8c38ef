import ExcelJS from 'exceljs'

/** A sheet of a workbook for a test: its rows, and what is to be done to it besides. */
export interface TestSheet {
  readonly name: string
  readonly rows: readonly (readonly ExcelJS.CellValue[])[]
  /** Areas to merge, as `A1:C1`. */
  readonly merged?: readonly string[]
  readonly hidden?: boolean
}

/** A workbook as a spreadsheet program saves it. */
export async function workbookOf(...sheets: readonly TestSheet[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  for (const { name, rows, merged = [], hidden = false } of sheets) {
    const sheet = workbook.addWorksheet(name, { state: hidden ? 'hidden' : 'visible' })
    for (const row of rows) sheet.addRow([...row])
    for (const area of merged) sheet.mergeCells(area)
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
