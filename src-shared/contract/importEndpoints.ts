import { z } from 'zod'
import { DateOrder, ImportKind, ImportPreview, ImportResult, MergeField } from '../answers'
import { Day } from '../model/day'
import { Language } from '../model/language'
import { base64, mutation, query, words } from './endpoint'

/** By header of a file: the field of its kind that the column holds (`import.preview` names them), `own` or `ignore`. */
const mapping = z.record(z.string().max(20_000), z.string().max(100))

/** How somebody decided that a file is read; what is left out is found. */
const reading = {
  /** Of a workbook. Default: the one called like the kind, else the first that is not hidden. */
  sheet: words.optional(),
  /** The line, or the row of the sheet, with the names of the columns. */
  headerLine: z.int().min(1).max(10_000_000).optional(),
  /** How dates are meant whose year comes last. */
  dateOrder: DateOrder.optional(),
}

/** What is done with a row of somebody who may be there already; named by the file (a sheet as the answer calls it) and its line. */
const duplicateChoice = z.strictObject({
  file: z.string().max(1_100),
  line: z.int(),
  take: z.enum(['merge', 'both']),
  /** Fields that become what the row says. Default: those that were empty. */
  theirs: z.array(MergeField).optional(),
})

export const importEndpoints = {
  'import.preview': query(
    'How a file would be read: its kind, encoding, delimiter, columns and first rows.',
    z.strictObject({
      name: words,
      bytes: base64,
      ...reading,
      /** The bytes are only the beginning of the file, which is no workbook. */
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
        .array(z.strictObject({ kind: ImportKind, name: words, bytes: base64, mapping: mapping.optional(), ...reading }))
        .min(1)
        .max(20),
      /** Given: people who may be there already are looked for, and dealt with as chosen, else as proposed. Absent: nobody is looked for. */
      duplicates: z.array(duplicateChoice).max(10_000).optional(),
      dryRun: z.boolean().optional(),
      language: Language.optional(),
      on: Day,
    }),
    ImportResult,
  ),
} as const
