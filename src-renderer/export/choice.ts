import type { ExportFormat, Input, Layer } from '../../src-shared/contract'
import type { Paper, SlideSize } from '../../src-shared/contract/exportEndpoints'
import type { Drawing } from '../../src-shared/model/graph'
import type { PersonId } from '../../src-shared/model/ids'
import type { Language } from '../../src-shared/model/language'
import { customerSafeProfile, internalProfile, profileOf, type RedactionProfile } from '../../src-shared/model/redaction'
import type { Deck } from '../../src-shared/report/decks'
import { layersOf } from '../../src-shared/scene/redact'

export const audiences = ['internal', 'customer-safe', 'custom'] as const
export type Audience = (typeof audiences)[number]

/** A presentation whose look slides take over. */
export interface Template {
  readonly name: string
  /** Base64 text. */
  readonly bytes: string
  readonly layouts: readonly string[]
  /** Null: chosen for each slide. */
  readonly layout: string | null
}

/** Everything that the dialog asks. */
export interface ExportChoice {
  readonly deck: Deck
  readonly format: ExportFormat
  readonly drawing: Drawing
  readonly layer: Layer
  readonly language: Language
  readonly audience: Audience
  readonly custom: RedactionProfile
  readonly leaves: readonly PersonId[]
  readonly paper: Paper
  readonly slides: SlideSize | 'template'
  readonly template: Template | null
}

/** The formats that make sense for a document, the usual one first. */
export const formatsOf: Readonly<Record<Deck, readonly [ExportFormat, ...ExportFormat[]]>> = {
  map: ['png', 'svg', 'pdf', 'pptx', 'docx', 'txt'],
  proposal: ['pptx', 'pdf', 'docx'],
  review: ['pptx', 'pdf', 'docx', 'xlsx'],
  'hand-over': ['docx', 'pdf', 'pptx', 'xlsx'],
  drill: ['pptx', 'pdf', 'docx'],
  data: ['xlsx', 'pdf', 'docx', 'graphml', 'json'],
}

/** Whom a document is written for unless somebody chose otherwise. */
export const usualAudience = (deck: Deck): Audience => (deck === 'proposal' ? 'customer-safe' : 'internal')

/** What may leave. A record to be read in again holds everything or is none. */
export function profileIn({ format, audience, custom }: ExportChoice): RedactionProfile {
  if (format === 'json' || audience === 'internal') return internalProfile
  return audience === 'custom' ? custom : customerSafeProfile
}

/** Whether it is a picture of one map. */
export const isPicture = (deck: Deck): boolean => deck === 'map'

/** Whether somebody has to be named who leaves, or may be. */
export const asksWhoLeaves = (deck: Deck): deck is 'hand-over' | 'drill' => deck === 'hand-over' || deck === 'drill'

type Place = Pick<Input<'export.preview'>, 'accountId' | 'opportunityId' | 'asOf' | 'since' | 'lens' | 'foldedUnits'>

/** What the core is asked for a preview; it decides alone what such a file holds. */
export function askedOf(choice: ExportChoice, place: Place): Input<'export.preview'> {
  const { deck, format, drawing, layer, language, leaves } = choice
  const { foldedUnits, ...where } = place
  const profile = profileIn(choice)
  return {
    ...where,
    format,
    deck,
    language,
    redaction: profile,
    ...(isPicture(deck) && { drawing, layer: layersOf(profileOf(profile)).has(layer) ? layer : 'roles', foldedUnits }),
    ...(asksWhoLeaves(deck) && { leaves: [...leaves] }),
  }
}

/** The same for the file itself. */
export function fileAskedOf(choice: ExportChoice, asked: Input<'export.preview'>): Input<'export.file'> {
  const { format, paper, slides, template } = choice
  if (format === 'pdf' || format === 'docx') return { ...asked, paper }
  if (format !== 'pptx') return asked
  if (slides !== 'template') return { ...asked, slides }
  if (template === null) return asked
  const { bytes, layout } = template
  return { ...asked, template: { bytes, ...(layout !== null && { layout }) } }
}
