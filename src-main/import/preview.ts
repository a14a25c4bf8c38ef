import type { ImportPreview, ParsedInput } from '../../src-shared/contract'
import { translator } from '../../src-shared/i18n/translate'
import type { Language } from '../../src-shared/model/language'
import type { ReadContext } from '../core/context'
import { workspaceInfo } from '../core/workspace'
import { columnNames, type CsvKind, dayColumns, headerOf, requiredColumns } from './columns'
import { daysIn } from './csvTable'
import { delimiterOf, firstRows } from './csvText'
import { dateOrderOf } from './dateOrder'
import type { GridRow } from './grid'
import { guessKind } from './guessKind'
import { headerAt, headerIn, meaningsOf } from './header'
import { gridOf, openSource, sheetFor, type Source } from './source'
import { isUnreadable } from './unreadable'

type Input = ParsedInput<'import.preview'>
type PreviewTable = NonNullable<ImportPreview['table']>

/** Rows shown when nobody says how many. */
const ROWS_SHOWN = 8
/** Longest cell that is shown, in UTF-16 code units. */
const CELL_SHOWN = 200
/** Rows that somebody may make the header. */
const HEADERS_OFFERED = 12
/** Workbooks up to this size are read whole, so that their rows are counted; in bytes. */
const WHOLE_BYTES = 2_000_000
/** Rows read of a larger one: enough to see how it is meant. */
const ROWS_TRIED = 200

/** How a file would be read; nothing is changed, and a file that cannot be read is answered with the reason. */
export async function previewImport(context: ReadContext, input: Input): Promise<ImportPreview> {
  const language = input.language ?? (await workspaceInfo(context)).language ?? 'en'
  const t = translator(language)
  let kind = input.kind ?? guessKind(input.name, () => [])
  const found: Pick<ImportPreview, 'encoding' | 'form' | 'sheets' | 'sheet'> = {
    encoding: null,
    form: null,
    sheets: [],
    sheet: null,
  }
  try {
    const bytes = Buffer.from(input.bytes, 'base64')
    const source = openSource(input.name, bytes, input.partial)
    found.form = source.form
    if (source.form !== 'workbook') {
      found.encoding = source.encoding
      if (source.text.trim() === '') return { ...found, kind, table: null, problem: t('import.refused.file_empty') }
    } else {
      const { workbook } = source
      found.sheets = workbook.sheets.map((sheet) => ({ ...sheet, empty: workbook.isEmpty(sheet.name) }))
      found.sheet = input.sheet ?? sheetFor(workbook, null)
    }
    kind = input.kind ?? kindOf(source, found.sheet ?? input.name)
    if (kind === 'bundle') return { ...found, kind, table: null, problem: null }
    const whole = source.form === 'workbook' ? bytes.length <= WHOLE_BYTES : input.partial !== true
    const table = previewTable(source, kind, input, language, { sheet: found.sheet ?? undefined, whole })
    return { ...found, kind, table, problem: table ? null : t('import.refused.file_empty') }
  } catch (error) {
    if (!isUnreadable(error)) throw error
    const { code, params } = error
    const key: `import.refused.${typeof code}` = `import.refused.${code}`
    return { ...found, kind, table: null, problem: t(key, { ...params, value: input.sheet ?? input.name }) }
  }
}

function kindOf(source: Source, name: string): Exclude<ImportPreview['kind'], 'text'> {
  switch (source.form) {
    case 'cards':
      return 'people'
    case 'text': {
      const { text } = source
      return guessKind(name, (kind) => headerCells(kind, firstRows(text, delimiterOf(kind, text))))
    }
    case 'workbook': {
      const rows = source.workbook.rows(name, ROWS_TRIED).first(ROWS_TRIED)
      return guessKind(name, (kind) => headerCells(kind, rows))
    }
    default:
      return source satisfies never
  }
}

const headerCells = (kind: CsvKind, rows: readonly GridRow[]): readonly string[] => rows[headerAt(kind, rows, {})]?.cells ?? []

interface Part {
  readonly sheet: string | undefined
  /** Whether all rows are there to be counted. */
  readonly whole: boolean
}

/** Null where there is no header. */
function previewTable(
  source: Source,
  kind: CsvKind,
  input: Input,
  language: Language,
  { sheet, whole }: Part,
): PreviewTable | null {
  const { rows: all } = gridOf(source, kind, { mapping: {}, sheet, most: whole ? Infinity : ROWS_TRIED })
  const { headerLine } = input
  const { at, header } = headerIn(kind, all, {}, headerLine)
  if (!header) return null
  const rows = all.after(at + 1)
  const columns = guessColumns(kind, header.cells)
  const days = columns.flatMap(({ meaning }, index) => (dayColumns[kind].some((column) => column === meaning) ? [index] : []))
  const { order, asked } = dateOrderOf(daysIn(rows, days))
  return {
    delimiter: source.form === 'text' ? delimiterOf(kind, source.text) : null,
    headerLine: header.line,
    headerLines:
      source.form === 'cards'
        ? []
        : all
            .first(Math.max(HEADERS_OFFERED, at + 1))
            .map(({ line, cells }) => ({ line, text: shown(cells.filter(Boolean).join(' · ')) })),
    dates: asked ? { order: input.dateOrder ?? order, found: order } : null,
    needs: requiredColumns[kind].map((group) => [...group]),
    columns,
    fields: columnNames(kind).map((key) => ({
      key,
      label: headerOf(kind, key, language).replaceAll('_', ' '),
      required: requiredColumns[kind].some(([first]) => first === key),
    })),
    rows: [...Iterator.from(rows).take(input.rows ?? ROWS_SHOWN)].map(({ cells }) => cells.map(shown)),
    rowCount: whole ? rows.length : null,
  }
}

/** What each column is taken for; a column without a name is left out. */
function guessColumns(kind: CsvKind, header: readonly string[]): PreviewTable['columns'] {
  const taken = new Set<string>()
  return meaningsOf(kind, header, {}).map((meaning, index) => {
    const name = (header[index] ?? '').trim()
    if (name === '') return { header: name, meaning: 'ignore' }
    if (meaning === null || typeof meaning === 'string' || taken.has(meaning.column)) return { header: name, meaning: 'own' }
    taken.add(meaning.column)
    return { header: name, meaning: meaning.column }
  })
}

function shown(cell: string): string {
  return cell.length > CELL_SHOWN ? `${cell.slice(0, CELL_SHOWN)}…` : cell
}
