import type { DateOrder, ImportKind, ImportPreview } from '../../src-shared/contract'
import { importLabel } from '../../src-shared/contract/importLabel'
import type { Failure } from '../../src-shared/reply'
import type { Language } from '../../src-shared/model/language'
import { call, CallFailure } from '../client/client'
import { toBase64 } from '../components/saveFile'
import { guessedMapping, type Mapping, recall, sameMapping } from './mappingMemory'

/** Files of at most this size are previewed whole, so that their rows are counted. In bytes. */
const WHOLE_BYTES = 4_000_000
/** How much of a larger one is previewed. */
const BEGINNING_BYTES = 500_000

/** Kinds that the window offers; quick-entry text comes with its own surface. */
export type FileKind = Exclude<ImportKind, 'text'>

/** How somebody decided that a file is read; what is left out is found. */
export interface ReadingChoice {
  readonly headerLine?: number
  readonly dateOrder?: DateOrder
}

/** A file somebody chose, or one sheet of it, with how it is going to be read. One chosen again takes its own place. */
export interface ChosenFile {
  /** By which they are told apart: the name, with the sheet's behind it. */
  readonly key: string
  readonly file: File
  /** Null for what has no sheets, and for a workbook whose sheets are not known yet. */
  readonly sheet: string | null
  readonly reading: ReadingChoice
  /** Null until the core has looked at it. */
  readonly preview: ImportPreview | null
  readonly mapping: Mapping
  /** The mapping is that of the last time, and another than would be guessed. */
  readonly recalled: boolean
  /** Why it could not even be looked at. */
  readonly failure: Failure | 'unreadable' | null
}

export const unseen = (file: File, sheet: string | null = null): ChosenFile => ({
  key: importLabel(file.name, sheet),
  file,
  sheet,
  reading: {},
  preview: null,
  mapping: {},
  recalled: false,
  failure: null,
})

/** Has the core look at a file: of a kind, or of the kind that it was the last time or seems to be. */
export async function seen(one: ChosenFile, language: Language, kind?: FileKind): Promise<ChosenFile> {
  const { file, sheet, reading } = one
  try {
    // A workbook is of no use but whole: what says where its sheets are comes last.
    const partial = file.size > WHOLE_BYTES && !(await isZipped(file))
    const bytes = await toBase64(partial ? file.slice(0, BEGINNING_BYTES) : file)
    const given = { name: file.name, bytes, partial, language, ...reading, ...(sheet !== null && { sheet }) }
    const ask = (as?: FileKind) => call('import.preview', { ...given, ...(as && { kind: as }) })
    const first = await ask(kind)
    const last = recall(first)
    if (!last || last.kind === 'text' || (kind !== undefined && last.kind !== kind)) return asGuessed(one, first)
    const preview = last.kind === first.kind ? first : await ask(last.kind)
    const recalled = !sameMapping(last.mapping, guessedMapping(preview))
    const { dateOrder } = last
    if (preview.table?.dates?.order === null && dateOrder !== undefined)
      return seen({ ...one, reading: { ...reading, dateOrder } }, language, kind)
    return { ...one, preview, mapping: last.mapping, recalled, failure: null }
  } catch (error) {
    return { ...one, preview: null, failure: error instanceof CallFailure ? error.failure : 'unreadable' }
  }
}

export function asGuessed(one: ChosenFile, preview: ImportPreview): ChosenFile {
  return { ...one, preview, mapping: guessedMapping(preview), recalled: false, failure: null }
}

/** The sheets of a workbook as files of their own; those that are hidden or empty are left to whoever asks for them. */
export function sheetsOf(one: ChosenFile): readonly ChosenFile[] {
  const { file, preview } = one
  const shown = (preview?.sheets ?? []).filter(({ hidden, empty }) => !hidden && !empty)
  if (one.sheet !== null || shown.length === 0) return [one]
  return shown.map(({ name }) =>
    name === preview?.sheet ? { ...one, key: importLabel(file.name, name), sheet: name } : unseen(file, name),
  )
}

async function isZipped(file: File): Promise<boolean> {
  const [p, k] = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  return p === 0x50 && k === 0x4b
}

/** A column becomes something else; the column that was this field so far becomes an own field. */
export function remapped(chosen: ChosenFile, header: string, meaning: string): ChosenFile {
  const isField = meaning !== 'own' && meaning !== 'ignore'
  const freed = Object.entries(chosen.mapping).map(([name, now]) => [name, isField && now === meaning ? 'own' : now] as const)
  return { ...chosen, recalled: false, mapping: { ...Object.fromEntries(freed), [header]: meaning } }
}

/** The fields without which rows say nothing and that no column holds; of several that would do, the first. */
export function missingFields({ preview, mapping }: ChosenFile): readonly { readonly key: string; readonly label: string }[] {
  const held = new Set(Object.values(mapping))
  const missing = (preview?.table?.needs ?? []).filter((group) => !group.some((key) => held.has(key)))
  return (preview?.table?.fields ?? []).filter(({ key }) => missing.some(([first]) => first === key))
}

/** Whether it can be looked through as it stands. */
export function isReadable({ preview, failure }: ChosenFile): boolean {
  return preview !== null && preview.problem === null && failure === null
}
