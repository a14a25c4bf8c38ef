import type { ImportPreview, ParsedInput } from '../../src-shared/contract'
import { translator } from '../../src-shared/i18n/translate'
import type { ReadContext } from '../core/context'
import { workspaceInfo } from '../core/workspace'
import { columnNames, type CsvKind, headerOf, meaningOf, requiredColumns } from './columns'
import { delimiterOf, readCells } from './csvTable'
import { guessKind } from './guessKind'
import { decodeText } from './textFile'

/** Rows shown when nobody says how many. */
const ROWS_SHOWN = 8
/** Longest cell that is shown, in UTF-16 code units. */
const CELL_SHOWN = 200

/** How a file would be read; nothing is changed, and a file that cannot be read is answered with the reason. */
export async function previewImport(context: ReadContext, input: ParsedInput<'import.preview'>): Promise<ImportPreview> {
  const { name, partial = false } = input
  const language = input.language ?? (await workspaceInfo(context)).language ?? 'en'
  const t = translator(language)
  const decoded = decodeText(Buffer.from(input.bytes, 'base64'), partial)
  const text = decoded?.text ?? ''
  const kind = input.kind ?? guessKind(name, (each) => readCells(firstLine(text), delimiterOf(each, text))[0] ?? [])
  const unread = { kind, encoding: decoded?.encoding ?? null, table: null }

  if (!decoded) return { ...unread, problem: t('import.refused.not_text', { value: name }) }
  if (text.trim() === '') return { ...unread, problem: t('import.refused.file_empty') }
  if (kind === 'bundle') return { ...unread, problem: null }

  const delimiter = delimiterOf(kind, text)
  const [header = [], ...rows] = readCells(text, delimiter)
  return {
    kind,
    encoding: decoded.encoding,
    table: {
      delimiter,
      columns: guessColumns(kind, header),
      fields: columnNames(kind).map((key) => ({
        key,
        label: headerOf(kind, key, language).replaceAll('_', ' '),
        required: requiredColumns[kind].includes(key),
      })),
      rows: rows.slice(0, input.rows ?? ROWS_SHOWN).map((cells) => cells.map(shown)),
      rowCount: partial ? null : rows.length,
    },
    problem: null,
  }
}

/** What each column is taken for. A field goes to the first column that means it; a column without a name is left out. */
function guessColumns(kind: CsvKind, header: readonly string[]): { header: string; meaning: string }[] {
  const taken = new Set<string>()
  return header.map((cell) => {
    const name = cell.trim()
    if (name === '') return { header: name, meaning: 'ignore' }
    const meaning = meaningOf(kind, name, {})
    if (meaning === null || typeof meaning === 'string' || taken.has(meaning.column)) return { header: name, meaning: 'own' }
    taken.add(meaning.column)
    return { header: name, meaning: meaning.column }
  })
}

/** Enough of a text to hold its first line, which may hold line ends within quotes. */
function firstLine(text: string): string {
  return text.slice(0, 20_000)
}

function shown(cell: string): string {
  return cell.length > CELL_SHOWN ? `${cell.slice(0, CELL_SHOWN)}…` : cell
}
