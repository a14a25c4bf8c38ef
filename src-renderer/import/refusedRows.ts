import Papa from 'papaparse'
import type { RefusedRow } from '../../src-shared/contract'
import type { Translate } from '../../src-shared/i18n/translate'
import { saveFile, toBase64 } from '../components/saveFile'

/** Spreadsheets take a file for UTF-8 by this mark. */
const BYTE_ORDER_MARK = '\uFEFF'

/** Puts every refused row on the clipboard, as cells that spreadsheets and tables paste. */
export async function copyRefused(rows: readonly RefusedRow[], t: Translate): Promise<void> {
  await navigator.clipboard.writeText(written(rows, t, '\t'))
}

/** Hands every refused row to the user as a CSV file. */
export async function saveRefused(rows: readonly RefusedRow[], t: Translate): Promise<void> {
  const text = BYTE_ORDER_MARK + written(rows, t, ',')
  await saveFile(`${t('screen.import.rowsFile')}.csv`, 'text/csv', await toBase64(new Blob([text])))
}

function written(rows: readonly RefusedRow[], t: Translate, delimiter: string): string {
  const head = (['file', 'line', 'column', 'value', 'why'] as const).map((key) => t(`screen.import.${key}`))
  const cells = rows.map(({ file, line, column, value, message }) => [file, line > 0 ? line : '', column, value, message])
  // A value is the file's, and would be run as a formula where it begins like one.
  return Papa.unparse([head, ...cells], { delimiter, escapeFormulae: true })
}
