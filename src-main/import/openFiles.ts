import type { ParsedInput } from '../../src-shared/contract'
import { importLabel } from '../../src-shared/contract/importLabel'
import type { Language } from '../../src-shared/model/language'
import type { CsvKind } from './columns'
import { type CsvTable, tableOf } from './csvTable'
import { baseName } from './names'
import type { RefusalCode, RefusalParams, Refusals } from './refusals'
import { gridOf, openSource, type Source } from './source'
import { Unreadable } from './unreadable'

type File = ParsedInput<'import.files'>['files'][number]

/** A file, or a sheet of one, that could be opened. */
interface OpenedFile {
  readonly file: File
  /** What the answer calls it. */
  readonly label: string
  readonly source: Source
}

/**
 * Opens files one after the other, a workbook once for all of its sheets: who goes on to the next has let go of the one before, which is a large
 * part of the memory of an import.
 */
function* openFiles(files: readonly File[], refusals: Refusals): Generator<OpenedFile> {
  const seen = new Set<string>()
  const workbooks = new Map<string, Source>()
  for (const [at, file] of files.entries()) {
    const label = importLabel(file.name, file.sheet)
    const refuse = <C extends RefusalCode>(code: C, params: RefusalParams[C]) =>
      refusals.add({ file: label, line: 0, column: '', value: file.name }, code, params)
    const key = `${file.kind} ${baseName(label)}`
    if (seen.has(key)) {
      refuse('file_twice', {})
      continue
    }
    seen.add(key)
    try {
      const source = workbooks.get(file.bytes) ?? openSource(file.name, Buffer.from(file.bytes, 'base64'))
      const isNeededAgain = files.slice(at + 1).some(({ sheet, bytes }) => sheet !== undefined && bytes === file.bytes)
      if (source.form === 'workbook' && isNeededAgain) workbooks.set(file.bytes, source)
      else workbooks.delete(file.bytes)
      if (!isRows(file.kind) && source.form === 'workbook') throw new Unreadable('not_text', {})
      yield { file, label, source }
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      refuse(error.code, error.params)
    }
  }
}

/** A file that is read as one text. */
export interface FileText {
  readonly file: File
  readonly text: string
}

/** Files of rows by kind; a kind with several keeps their order. */
export type Tables = { readonly [K in CsvKind]: readonly CsvTable<K>[] } & {
  readonly all: readonly Pick<CsvTable<CsvKind>, 'records' | 'outcome'>[]
}

/** What files hold, as far as they can be read; those that cannot are refused. */
export function readFiles(
  files: readonly File[],
  language: Language,
  refusals: Refusals,
): { readonly texts: readonly FileText[]; readonly tables: Tables } {
  const texts: FileText[] = []
  const tables: TablesByKind = { people: [], ties: [], roles: [], judgements: [], interactions: [], signals: [] }
  for (const opened of openFiles(files, refusals)) {
    const { file, source } = opened
    if (isRows(file.kind)) addTable(tables, file.kind, opened, language, refusals)
    else if (source.form !== 'workbook') texts.push({ file, text: source.text })
  }
  return { texts, tables: { ...tables, all: Object.values(tables).flat() } }
}

type TablesByKind = { readonly [K in CsvKind]: CsvTable<K>[] }

function addTable<K extends CsvKind>(
  tables: TablesByKind,
  kind: K,
  { file, label, source }: OpenedFile,
  language: Language,
  refusals: Refusals,
): void {
  const { mapping = {}, sheet } = file
  try {
    const table = tableOf(kind, label, gridOf(source, kind, { mapping, sheet }), language, refusals, file)
    if (table) tables[kind].push(table)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    refusals.add({ file: label, line: 0, column: '', value: sheet ?? file.name }, error.code, error.params)
  }
}

const isRows = (kind: File['kind']): kind is CsvKind => kind !== 'bundle' && kind !== 'text'
