import type { Change } from '../analytics/changes'
import type { Weakness } from '../analytics/judgements'
import type { Light } from '../analytics/risk'
import type { StrategyState } from '../analytics/strategies'
import type { Layer } from '../contract'
import type { Translate } from '../i18n/translate'
import type { Point, Rect, Size } from '../layout/geometry'
import type { Day } from '../model/day'
import type { AccountGraph, Drawing, LayoutMemory } from '../model/graph'
import type { OpportunityId, PersonId, SeatId, TieId } from '../model/ids'
import type { LensId } from '../model/lens'
import type { Method } from '../model/method'
import type { Redaction, RedactionProfile } from '../model/redaction'
import type { Depth, PoliticalStatus, SecrecyTier, Side, Stance, TieKind, TouchTier } from '../model/scales'
import type { RoleWords } from './roleWords'
import type { FittedText } from './text'

/** What somebody picked on a map. */
export type Selection =
  | { readonly kind: 'person'; readonly id: PersonId }
  | { readonly kind: 'seat'; readonly id: SeatId }
  | { readonly kind: 'tie'; readonly id: TieId }

/** Which ties are drawn: those around role holders, the selection and the focus; all; or none. */
export type TieChoice = 'relevant' | 'all' | 'none'

/** What a map is asked beyond being read: how to get to somebody, or what is lost when some people leave. */
export type Question =
  { readonly kind: 'warmPath'; readonly target: PersonId } | { readonly kind: 'drill'; readonly gone: readonly PersonId[] }

export interface SceneInput {
  readonly graph: AccountGraph
  readonly method: Method
  readonly on: Day
  /** null: the account as a whole. */
  readonly opportunityId: OpportunityId | null
  readonly drawing: Drawing
  readonly layer: Layer
  readonly t: Translate
  /** Size of the drawing area, whose shape the map should suit; default 1440 × 900. */
  readonly area?: Size
  /** Departments drawn as one block, by id; an organization drawn as a box counts as one. */
  readonly foldedUnits?: ReadonlySet<string>
  /** Draws these seats of the role map alone, as on a page of a longer document; figures stay the whole account's. */
  readonly only?: ReadonlySet<SeatId>
  /** The rest fades. */
  readonly focus?: PersonId | null
  /** Default 'relevant'. */
  readonly ties?: TieChoice
  readonly selection?: Selection | null
  /** Default 'internal'. */
  readonly redaction?: Redaction | RedactionProfile
  /** From which day the layer of changes tells them; default a month before `on`. */
  readonly since?: Day | null
  /** Drawn over the layer; only ours to ask, never in a redacted map. */
  readonly question?: Question | null
  /** Whose reading of advocates is shown; its words come with `t`. */
  readonly lens?: LensId | null
}

/** What the layer says of a card; the palette gives it colours. */
export type Tone =
  | { readonly family: 'plain' }
  | { readonly family: 'role'; readonly order: number }
  | { readonly family: 'stance'; readonly stance: Stance | 'unknown' }
  | { readonly family: 'depth'; readonly depth: Depth }
  | { readonly family: 'own'; readonly order: number }
  | { readonly family: 'light'; readonly light: Light }
  | { readonly family: 'changed' }
  | { readonly family: 'strategy'; readonly state: StrategyState }

/** One of ours and how well they know somebody today (domain.md 6.1). */
export interface KnownBy {
  readonly personId: PersonId
  readonly name: string
  readonly depth: Depth
}

export type { Weakness }

/** What a small sign at the rim of a card can say. */
export type MarkKind =
  | Change['kind']
  | 'risk-red'
  | 'risk-amber'
  | 'risk-green'
  | 'disagreement'
  | 'unreachable'
  | 'role-empty'
  | 'path-changed'
  | 'opinion-up'
  | 'opinion-down'
  | 'target'
  | 'way-in'

/** A small sign at the rim of a card. */
export interface CardMark {
  readonly kind: MarkKind
  /** Written beside the sign. */
  readonly text?: string
  /** What it says, as a sentence. */
  readonly words: string
}

/** What is known of the holder of a card, as far as the reader may see it. */
export interface SceneCard {
  /** Seat id on the role map, person id on the others. */
  readonly id: string
  readonly seatId: SeatId
  /** null: nobody in the seat. */
  readonly personId: PersonId | null
  readonly holder: 'person' | 'vacant' | 'unidentified'
  readonly side: Side
  readonly tier: TouchTier
  readonly rect: Rect
  /** Of the influence map: the disc that stands for the person, the rest of `rect` being its caption. */
  readonly disc?: { readonly centre: Point; readonly radius: number }
  readonly size: CardSize
  readonly name: FittedText
  readonly title: FittedText
  /** Written beside the marks: what the layer says, in words. */
  readonly note: FittedText | null
  readonly department: string
  /** Empty for the customer's own people. */
  readonly organization: string
  readonly roles: readonly RoleWords[]
  /** undefined: not shown (ours, vacant, redacted); 'unknown': nobody has judged it. */
  readonly stance?: Stance | 'unknown'
  readonly political?: PoliticalStatus | null
  readonly weakness?: Weakness
  /** Best effective depth; undefined: not shown. */
  readonly depth?: Depth
  readonly knownBy: readonly KnownBy[]
  /** A role hangs on this person and on one of ours alone (domain.md 6.4). */
  readonly singleThreaded: boolean
  readonly secrecy: SecrecyTier
  readonly marks: readonly CardMark[]
  /** Why the layer says what it says, sentence by sentence: made when asked for, since writing them costs more than the map. */
  readonly reasons: () => readonly string[]
  /** No longer there, or thought away. */
  readonly struck: boolean
  readonly tone: Tone
  readonly faded: boolean
}

export type CardSize = 'regular' | 'compact' | 'disc'

export interface SceneDepartment {
  readonly key: string
  readonly unitId: string
  readonly side: Side
  readonly rect: Rect
  readonly depth: number
  readonly label: FittedText
  /** Set for a folded department: a block that hides people. */
  readonly folded: { readonly count: number; readonly words: FittedText } | null
  readonly faded: boolean
}

/** A region of the map with a title: a side of the role map, a row or column head or a cell of the grid. */
export interface SceneRegion {
  readonly key: string
  readonly kind: 'band' | 'cell' | 'column-head' | 'row-head'
  readonly rect: Rect
  readonly title: FittedText | null
  readonly side?: Side
  /** Of a grid's column: its stance, for the icon beside the title. */
  readonly stance?: Stance | 'unknown'
}

export interface SceneLine {
  readonly childId: string
  readonly parentId: string
  readonly points: readonly Point[]
  readonly faded: boolean
}

export interface SceneTie {
  readonly id: TieId
  readonly kind: TieKind
  readonly fromPersonId: PersonId
  readonly toPersonId: PersonId
  /** "A influences B, strong" in words. */
  readonly words: string
  readonly strength: number
  readonly width: number
  /** Cubic: start, two control points, end; both ends on the border of what they connect. */
  readonly curve: Curve
  readonly faded: boolean
}

/** One step of a way to somebody. */
export interface SceneStep {
  readonly id: string
  /** Whether it is of the best way; else of the next best. */
  readonly best: boolean
  /** Which step of its way, from 1. */
  readonly number: number
  /** What gets through, as written beside the number. */
  readonly strength: string
  readonly words: string
  readonly curve: Curve
}

export type Curve = readonly [start: Point, control1: Point, control2: Point, end: Point]

/** A small picture beside a word of the legend. */
export type LegendSample =
  | { readonly kind: 'tone'; readonly tone: Tone }
  | { readonly kind: 'role'; readonly role: RoleWords }
  | { readonly kind: 'stance'; readonly stance: Stance | 'unknown' }
  | { readonly kind: 'weak' }
  | { readonly kind: 'pips'; readonly depth: Depth }
  | { readonly kind: 'single-threaded' }
  | { readonly kind: 'secrecy' }
  | { readonly kind: 'vacant' }
  | { readonly kind: 'side'; readonly side: Side }
  | { readonly kind: 'tie'; readonly tie: TieKind }
  | { readonly kind: 'tie-width' }
  | { readonly kind: 'reporting' }
  | { readonly kind: 'disc-size' }
  | { readonly kind: 'mark'; readonly mark: MarkKind }
  | { readonly kind: 'struck' }
  | { readonly kind: 'step'; readonly best: boolean }

export interface LegendItem {
  readonly sample: LegendSample
  readonly words: string
}

export interface LegendGroup {
  readonly title: string
  readonly items: readonly LegendItem[]
}

/** What a picture says of itself. */
export interface SceneTitle {
  readonly account: string
  /** Empty: the account as a whole. */
  readonly opportunity: string
  /** Both of them. */
  readonly full: string
  /** Which drawing it is, in words. */
  readonly drawing: string
  /** Drawing, layer and day, in words. */
  readonly about: string
}

/** A map, semantic and drawable at once: parts with their places, before any colour or pixel. */
export interface Scene {
  readonly drawing: Drawing
  readonly layer: Layer
  /** Around everything below. */
  readonly bounds: Rect
  readonly title: SceneTitle
  readonly regions: readonly SceneRegion[]
  /** Outer boxes before those nested in them. */
  readonly departments: readonly SceneDepartment[]
  readonly lines: readonly SceneLine[]
  readonly ties: readonly SceneTie[]
  /** Ways that were asked for, over everything else. */
  readonly steps: readonly SceneStep[]
  readonly cards: readonly SceneCard[]
  readonly legend: readonly LegendGroup[]
  /** What to look at first on a map too large to be read as a whole: the decision chain, else the top. */
  readonly entry: Rect
  /** To be kept for the next layout where it differs from what the graph remembers. */
  readonly memory: LayoutMemory | null
}
