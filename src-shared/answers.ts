import { z } from 'zod'
import { AccountId, OpportunityId } from './model/ids'
import { AccountClass, LifecycleStage } from './model/scales'

/** What endpoints answer that is not an entity of the model. */
const words = z.string().max(500)

export const AccountSummary = z.object({
  id: AccountId,
  name: words,
  class: AccountClass.nullable(),
  lifecycle: LifecycleStage,
  industry: words,
  /** People on the account's map, of every side. */
  people: z.int(),
  opportunities: z.array(z.object({ id: OpportunityId, name: words })),
})
export type AccountSummary = z.infer<typeof AccountSummary>

export const HistoryStep = z.object({
  id: z.int(),
  /** Key of the step's name: `history.<name>` of the language files. */
  name: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** ISO 8601 instant. */
  madeAt: z.string(),
  undone: z.boolean(),
})
export type HistoryStep = z.infer<typeof HistoryStep>

export const ImportKind = z.enum(['people', 'ties', 'roles', 'judgements', 'interactions', 'signals', 'bundle', 'text'])
export type ImportKind = z.infer<typeof ImportKind>

/** How a file would be read, before any of it is. */
export const ImportPreview = z.object({
  /** As asked, else guessed. */
  kind: ImportKind,
  /** Null where the file is no text. */
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']).nullable(),
  /** Null for a bundle, and where there are no rows to see. */
  table: z
    .object({
      delimiter: z.enum([',', ';', '\t']),
      /** In the file's order, with what each is taken for: a field's key, `own` or `ignore`. */
      columns: z.array(z.object({ header: z.string(), meaning: z.string() })),
      /** What columns of this kind of file can be. */
      fields: z.array(z.object({ key: z.string(), label: z.string(), required: z.boolean() })),
      /** Cells of the first rows below the header; long ones are cut. */
      rows: z.array(z.array(z.string())),
      /** Rows below the header; null where only the beginning of the file was given. */
      rowCount: z.int().nullable(),
    })
    .nullable(),
  /** Why it cannot be read and what to do, as a sentence. */
  problem: z.string().nullable(),
})
export type ImportPreview = z.infer<typeof ImportPreview>

/** One file's part of an import (interfaces.md). */
export const ImportedFile = z.object({
  file: z.string(),
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
})
export type ImportedFile = z.infer<typeof ImportedFile>

/** A refused row: where, which value, why. `line` counts from 1 with the header; 0 speaks of the whole file. */
export const RefusedRow = z.object({
  file: z.string(),
  line: z.int(),
  column: z.string(),
  value: z.string(),
  code: z.string(),
  message: z.string(),
})
export type RefusedRow = z.infer<typeof RefusedRow>

export const ImportResult = z.object({
  files: z.array(ImportedFile),
  refused: z.array(RefusedRow),
  /** The account that took it in; null when nothing was written or a whole workspace came in. */
  accountId: AccountId.nullable(),
})
export type ImportResult = z.infer<typeof ImportResult>

export const ExportFormat = z.enum(['svg', 'png', 'json', 'txt'])
export type ExportFormat = z.infer<typeof ExportFormat>

export const Layer = z.enum(['roles', 'stance', 'depth', 'coverage', 'risk', 'changes'])
export type Layer = z.infer<typeof Layer>

export const Redaction = z.enum(['internal', 'customer-safe'])
export type Redaction = z.infer<typeof Redaction>

export const CheckFinding = z.object({
  code: z.enum(['integrity', 'foreign_key', 'orphan_person', 'orphan_seat', 'expired_judgement', 'two_states', 'reporting_loop']),
  severity: z.enum(['error', 'warning']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type CheckFinding = z.infer<typeof CheckFinding>
