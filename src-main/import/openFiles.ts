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
export interface OpenedFile {
  readonly file: File
  /** What the answer calls it. */
  readonly label: string
  readonly source: Source
}

/** Opens files, a workbook once for all of its sheets. */
export function openFiles(files: readonly File[], refusals: Refusals): OpenedFile[] {
  const seen = new Set<string>()
  const opened = new Map<string, Source>()
  return files.flatMap((file) => {
    const label = importLabel(file.name, file.sheet)
    const refuse = <C extends RefusalCode>(code: C, params: RefusalParams[C]) =>
      refusals.add({ file: label, line: 0, column: '', value: file.name }, code, params)
    const key = `${file.kind} ${baseName(label)}`
    if (seen.has(key)) {
      refuse('file_twice', {})
      return []
    }
    seen.add(key)
    try {
      const known = file.sheet === undefined ? undefined : opened.get(file.bytes)
      const source = known ?? openSource(file.name, Buffer.from(file.bytes, 'base64'))
      if (source.form === 'workbook') opened.set(file.bytes, source)
      if (!isRows(file.kind) && source.form === 'workbook') throw new Unreadable('not_text', {})
      return [{ file, label, source }]
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      refuse(error.code, error.params)
      return []
    }
  })
}

/** A file that is read as one text. */
export interface FileText {
  readonly file: File
  readonly text: string
}

/** The text of a file that is read as one: a bundle, quick entry. */
export function textOf({ file, source }: OpenedFile): FileText[] {
  return isRows(file.kind) || source.form === 'workbook' ? [] : [{ file, text: source.text }]
}

const isRows = (kind: File['kind']): kind is CsvKind => kind !== 'bundle' && kind !== 'text'

/** Files of rows by kind; a kind with several keeps their order. */
export type Tables = { readonly [K in CsvKind]: readonly CsvTable<K>[] } & {
  readonly all: readonly Pick<CsvTable<CsvKind>, 'records' | 'outcome'>[]
}

/** Reads the rows of files; one that cannot be read is refused. */
export function readTables(opened: readonly OpenedFile[], language: Language, refusals: Refusals): Tables {
  const ofKind = <K extends CsvKind>(kind: K): CsvTable<K>[] =>
    opened.flatMap(({ file, label, source }) => {
      if (file.kind !== kind) return []
      const { mapping = {}, sheet } = file
      try {
        return tableOf(kind, label, gridOf(source, kind, { mapping, sheet }), language, refusals, file) ?? []
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error
        refusals.add({ file: label, line: 0, column: '', value: sheet ?? file.name }, error.code, error.params)
        return []
      }
    })
  const tables = {
    people: ofKind('people'),
    ties: ofKind('ties'),
    roles: ofKind('roles'),
    judgements: ofKind('judgements'),
    interactions: ofKind('interactions'),
    signals: ofKind('signals'),
  }
  return { ...tables, all: Object.values(tables).flat() }
}
