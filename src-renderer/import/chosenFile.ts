import type { ImportKind, ImportPreview } from '../../src-shared/contract'
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

/** A file somebody chose, with how it is going to be read. Files are told apart by name: one chosen again takes its own place. */
export interface ChosenFile {
  readonly file: File
  /** Null until the core has looked at it. */
  readonly preview: ImportPreview | null
  readonly mapping: Mapping
  /** The mapping is that of the last time, and another than would be guessed. */
  readonly recalled: boolean
  /** Why it could not even be looked at. */
  readonly failure: Failure | 'unreadable' | null
}

export const unseen = (file: File): ChosenFile => ({ file, preview: null, mapping: {}, recalled: false, failure: null })

/** Has the core look at a file: of a kind, or of the kind that it was the last time or seems to be. */
export async function seen(file: File, language: Language, kind?: FileKind): Promise<ChosenFile> {
  const partial = file.size > WHOLE_BYTES
  try {
    const bytes = await toBase64(partial ? file.slice(0, BEGINNING_BYTES) : file)
    const ask = (as?: FileKind) => call('import.preview', { name: file.name, bytes, partial, language, ...(as && { kind: as }) })
    const first = await ask(kind)
    const last = recall(first)
    if (!last || last.kind === 'text' || (kind !== undefined && last.kind !== kind)) return asGuessed(file, first)
    const preview = last.kind === first.kind ? first : await ask(last.kind)
    const recalled = !sameMapping(last.mapping, guessedMapping(preview))
    return { file, preview, mapping: last.mapping, recalled, failure: null }
  } catch (error) {
    return { ...unseen(file), failure: error instanceof CallFailure ? error.failure : 'unreadable' }
  }
}

export function asGuessed(file: File, preview: ImportPreview): ChosenFile {
  return { file, preview, mapping: guessedMapping(preview), recalled: false, failure: null }
}

/** A column becomes something else; the column that was this field so far becomes an own field. */
export function remapped(chosen: ChosenFile, header: string, meaning: string): ChosenFile {
  const isField = meaning !== 'own' && meaning !== 'ignore'
  const freed = Object.entries(chosen.mapping).map(([name, now]) => [name, isField && now === meaning ? 'own' : now] as const)
  return { ...chosen, recalled: false, mapping: { ...Object.fromEntries(freed), [header]: meaning } }
}

/** Names of the fields without which rows say nothing and that no column holds. */
export function missingFields({ preview, mapping }: ChosenFile): readonly string[] {
  const held = new Set(Object.values(mapping))
  return (preview?.table?.fields ?? []).filter(({ key, required }) => required && !held.has(key)).map(({ label }) => label)
}

/** Whether it can be looked through as it stands. */
export function isReadable({ preview, failure }: ChosenFile): boolean {
  return preview !== null && preview.problem === null && failure === null
}
