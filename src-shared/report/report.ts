import type { Day } from '../model/day'
import type { Language } from '../model/language'
import type { Scene } from '../scene/sceneTypes'

/**
 * A document before any format: slides, a text document and a printed one are serialised from the same report, so that they all say
 * the same. Every word is written in the reader's language and already redacted: a serialiser decides where things stand, never what
 * is told.
 */
export interface Report {
  readonly title: string
  /** Empty: none. */
  readonly subtitle: string
  readonly language: Language
  /** The day that everything below describes. */
  readonly asOf: Day
  /** Where it comes from and who may read it; at the foot of every page. */
  readonly sourceNote: string
  readonly parts: readonly ReportPart[]
}

export type ReportPart = MapPart | TablePart | TextPart | FiguresPart

interface PartHead {
  /** Names the part within the report, for cross-references. */
  readonly key: string
  readonly title: string
  /** Said under the title; empty: nothing. */
  readonly subtitle: string
  /** What the speaker should know, paragraph by paragraph; slides carry it as notes, documents leave it out. */
  readonly notes: readonly string[]
}

/** One map on a page of its own. */
export interface MapPart extends PartHead {
  readonly kind: 'map'
  readonly scene: Scene
  /** Other parts to turn to: from an overview to its departments and back. */
  readonly references: readonly { readonly words: string; readonly partKey: string }[]
}

/** Rows of words; a serialiser breaks long tables over pages and repeats the head. */
export interface TablePart extends PartHead {
  readonly kind: 'table'
  readonly columns: readonly ReportColumn[]
  /** As many cells as columns; a line break begins a new paragraph. */
  readonly rows: readonly (readonly string[])[]
  /** The numbers and days behind the words, cell by cell, for a spreadsheet to reckon with; null: the words are all. */
  readonly values: readonly (readonly CellValue[])[]
  /** Said in place of rows where there are none. */
  readonly empty: string
}

export type CellValue = number | Day | null

export interface ReportColumn {
  readonly words: string
  /** Width in proportion to the other columns'. */
  readonly width: number
  readonly align: 'start' | 'end'
}

export interface TextPart extends PartHead {
  readonly kind: 'text'
  readonly paragraphs: readonly { readonly style: 'plain' | 'bullet'; readonly words: string }[]
}

/** A handful of figures to be seen at a glance. */
export interface FiguresPart extends PartHead {
  readonly kind: 'figures'
  readonly figures: readonly {
    readonly words: string
    readonly value: string
    /** What it means or how it moved; empty: nothing. */
    readonly remark: string
  }[]
}
