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

/** How dates are meant whose year comes last. */
export const DateOrder = z.enum(['day-first', 'month-first'])
export type DateOrder = z.infer<typeof DateOrder>

/** How a file would be read, before any of it is. */
export const ImportPreview = z.object({
  /** As asked, else guessed. */
  kind: ImportKind,
  /** Text of rows or a bundle, contact cards, or a workbook; null where it cannot be read. */
  form: z.enum(['text', 'cards', 'workbook']).nullable(),
  /** Of a workbook, in its order. Empty: one that has nothing in it. */
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), empty: z.boolean() })),
  /** The sheet that is shown. */
  sheet: z.string().nullable(),
  /** Null where the file is no text. */
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']).nullable(),
  /** Null for a bundle, and where there are no rows to see. */
  table: z
    .object({
      /** Null where cells are told apart otherwise, as in a workbook. */
      delimiter: z.enum([',', ';', '\t']).nullable(),
      /** The line, or the row of the sheet, with the names of the columns; 0: the file needs none. */
      headerLine: z.int(),
      /** Lines up to the header and just below it, that the header could be on, each with what it begins with. */
      headerLines: z.array(z.object({ line: z.int(), text: z.string() })),
      /** How dates are meant whose year comes last: as asked, else as found; null where nothing tells. Absent: there are none. */
      dates: z.object({ order: DateOrder.nullable(), found: DateOrder.nullable() }).nullable(),
      /** Keys of fields of which one, of each list, has to be held by a column. */
      needs: z.array(z.array(z.string())),
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

/** What merging two records can choose between. */
export const MergeField = z.enum(['name', 'title', 'department', 'email', 'phone'])
export type MergeField = z.infer<typeof MergeField>

/** Why a row may speak of somebody who is there already; `sound`: the name in pinyin, or with the family name elsewhere. */
export const DuplicateReason = z.enum(['email', 'phone', 'name', 'sound'])
export type DuplicateReason = z.infer<typeof DuplicateReason>

/** A row of somebody who may be on the account, or on an earlier row, under another id. */
export const Duplicate = z.object({
  file: z.string(),
  line: z.int(),
  name: z.string(),
  reasons: z.array(DuplicateReason),
  /** Whom it may be; the place is null for somebody on the account. */
  known: z.object({ name: z.string(), place: z.object({ file: z.string(), line: z.int() }).nullable() }),
  /** What either of them says; '' for nothing. */
  fields: z.array(z.object({ field: MergeField, ours: z.string(), theirs: z.string() })),
  /** What is done where nobody chooses: they are merged, or, where only somebody can know, both are kept. */
  proposed: z.enum(['merge', 'ask']),
})
export type Duplicate = z.infer<typeof Duplicate>

export const ImportResult = z.object({
  files: z.array(ImportedFile),
  refused: z.array(RefusedRow),
  /** What was noticed and refuses nothing, as a superior whom nobody knows. */
  notices: z.array(RefusedRow),
  /** Empty unless they were asked for. */
  duplicates: z.array(Duplicate),
  /** Further ones that are not listed. */
  moreDuplicates: z.int(),
  /** The account that took it in; null when nothing was written or a whole workspace came in. */
  accountId: AccountId.nullable(),
})
export type ImportResult = z.infer<typeof ImportResult>

export const ExportFormat = z.enum(['svg', 'png', 'pdf', 'pptx', 'docx', 'xlsx', 'graphml', 'json', 'txt'])
export type ExportFormat = z.infer<typeof ExportFormat>

export const Layer = z.enum(['roles', 'stance', 'depth', 'coverage', 'risk', 'changes', 'strategy'])
export type Layer = z.infer<typeof Layer>

export { Redaction, RedactionProfile } from './model/redaction'

export const CheckFinding = z.object({
  code: z.enum(['integrity', 'foreign_key', 'orphan_person', 'orphan_seat', 'expired_judgement', 'two_states', 'reporting_loop']),
  severity: z.enum(['error', 'warning']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type CheckFinding = z.infer<typeof CheckFinding>
