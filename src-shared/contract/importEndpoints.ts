import { z } from 'zod'
import { ImportKind, ImportPreview, ImportResult } from '../answers'
import { Day } from '../model/day'
import { Language } from '../model/language'
import { base64, mutation, query, words } from './endpoint'

/** By header of a file: the field of its kind that the column holds (`import.preview` names them), `own` or `ignore`. */
const mapping = z.record(z.string().max(20_000), z.string().max(100))

export const importEndpoints = {
  'import.preview': query(
    'How a file would be read: its kind, encoding, delimiter, columns and first rows.',
    z.strictObject({
      name: words,
      bytes: base64,
      /** The bytes are only the beginning of the file. */
      partial: z.boolean().optional(),
      /** Default: guessed by the file's name and header. */
      kind: ImportKind.exclude(['text']).optional(),
      /** Rows shown. Default 8. */
      rows: z.int().min(0).max(100).optional(),
      /** Default: the workspace's. */
      language: Language.optional(),
    }),
    ImportPreview,
  ),
  'import.files': mutation(
    'All or nothing: reads files into an account, or says which rows it refuses. One undo step.',
    z.strictObject({
      /** Found by name, else by id, else created. */
      account: words.optional(),
      files: z
        .array(z.strictObject({ kind: ImportKind, name: words, bytes: base64, mapping: mapping.optional() }))
        .min(1)
        .max(20),
      dryRun: z.boolean().optional(),
      language: Language.optional(),
      on: Day,
    }),
    ImportResult,
  ),
} as const
