import { z } from 'zod'
import { ExportFormat, Layer } from '../answers'
import { Day } from '../model/day'
import { Drawing } from '../model/graph'
import { AccountId, OpportunityId, PersonId } from '../model/ids'
import { Language } from '../model/language'
import { LensId } from '../model/lens'
import { Redaction, RedactionProfile } from '../model/redaction'
import { Deck } from '../report/decks'
import { base64, query, words } from './endpoint'

export const Paper = z.enum(['a4', 'a3', 'letter'])
export type Paper = z.infer<typeof Paper>
export const SlideSize = z.enum(['16:9', '4:3'])
export type SlideSize = z.infer<typeof SlideSize>

const asked = {
  format: ExportFormat,
  accountId: AccountId.optional(),
  opportunityId: OpportunityId.nullable().optional(),
  /** What of a document: by default the one map, of a workbook every table. Pictures and text are of the one map. */
  deck: Deck.optional(),
  drawing: Drawing.optional(),
  layer: Layer.optional(),
  asOf: Day,
  /** By name, or put together switch by switch; default internal. */
  redaction: z.union([Redaction, RedactionProfile]).optional(),
  language: Language.optional(),
  /** Departments drawn as one block. */
  foldedUnits: z.array(z.string()).optional(),
  /** From which day changes are told; default 30 days before `asOf`. */
  since: Day.optional(),
  /** In which method's words. */
  lens: LensId.optional(),
  /** Who leaves, in a hand-over and in a departure drill: imported ids or own. */
  leaves: z.array(PersonId).max(1_000).optional(),
}

/** One page, table or paragraph of what would be written. */
const PreviewPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('map'), title: words, subtitle: words, svg: z.string() }),
  z.object({
    kind: z.literal('table'),
    title: words,
    subtitle: words,
    columns: z.array(z.string()),
    rows: z.array(z.array(z.string())),
    empty: words,
  }),
  z.object({ kind: z.literal('text'), title: words, subtitle: words, paragraphs: z.array(z.string()) }),
  z.object({
    kind: z.literal('figures'),
    title: words,
    subtitle: words,
    figures: z.array(z.object({ words, value: z.string(), remark: z.string() })),
  }),
])

/** Texts with characters that the fonts of pictures and PDF files lack, which show boxes there; empty for other formats. */
const missingLetters = z.array(z.object({ words: z.string(), letters: z.array(z.string()) }))

export const ExportPreview = z.object({
  title: words,
  subtitle: words,
  sourceNote: words,
  parts: z.array(PreviewPart),
  /** Speaker notes that go along. */
  notes: z.array(z.string()),
  /** How many facts of each kind stay behind. */
  withheld: z.array(
    z.object({
      kind: z.enum([
        'people',
        'roles',
        'ties',
        'judgements',
        'targets',
        'interactions',
        'signals',
        'strategies',
        'tasks',
        'notes',
        'contacts',
      ]),
      count: z.int().positive(),
    }),
  ),
  missingLetters,
})
export type ExportPreview = z.infer<typeof ExportPreview>

/** What goes out. */
export const exportEndpoints = {
  'export.file': query(
    'Writes an account, or the whole workspace as JSON, in a format.',
    z.strictObject({
      ...asked,
      /** Of PDF and DOCX; default A4. */
      paper: Paper.optional(),
      /** Of slides without a template; default 16:9. */
      slides: SlideSize.optional(),
      /** A presentation whose master and layouts the slides take over. */
      template: z.strictObject({ bytes: base64, layout: z.string().max(500).optional() }).optional(),
    }),
    z.object({ fileName: z.string(), mediaType: z.string(), bytes: base64, missingLetters }),
  ),
  'export.preview': query('Exactly what such a file would hold, and what stays behind.', z.strictObject(asked), ExportPreview),
  'export.templateLayouts': query(
    'The layouts of a presentation that may serve as a template.',
    z.strictObject({ bytes: base64 }),
    z.object({ layouts: z.array(z.string()) }),
  ),
} as const
