import type { Point, Rect, Size } from './geometry'

/** Whose people: the customer's, third parties' (institutes, consultants, integrators), or our own team. */
export type Band = 'theirs' | 'third-party' | 'ours'

export const BANDS: readonly Band[] = ['theirs', 'third-party', 'ours']

/** A card of the role map: a seat with or without a holder. */
export interface RoleMapNode {
  readonly id: string
  /** The seat reported to; one that is unknown, in another band or part of a loop makes this card a root. */
  readonly parentId: string | null
  /** Department ids, outermost first; empty when the seat belongs to none. */
  readonly unitPath: readonly string[]
  readonly band: Band
  readonly width: number
  readonly height: number
  /** Its descendants are hidden; their number is reported in `RoleMapLayout.hiddenBelow`. */
  readonly folded?: boolean
}

export interface RoleMapInput {
  /** In the order in which new siblings should appear. A repeated id is ignored. */
  readonly nodes: readonly RoleMapNode[]
  /** Department ids drawn as one collapsed block instead of their people. */
  readonly foldedUnits?: ReadonlySet<string>
  /** Size of such a block; default 190 × 76. */
  readonly foldedUnitSize?: Size
  /** The drawing area whose shape the map should suit; default 1440 × 900. */
  readonly area?: Size
  /** `RoleMapLayout.memory` of the last layout: keeps sibling order, wrapping and the place of the bands. */
  readonly previous?: RoleMapMemory
  /** Top-left corners of cards dragged by hand. Such a card is exactly there; its place in the tree stays reserved. */
  readonly pins?: ReadonlyMap<string, Point>
}

/** A reporting line: orthogonal, from the superior's border to the subordinate's. A folded department is named by its key. */
export interface ReportingLine {
  readonly childId: string
  readonly parentId: string
  readonly points: readonly Point[]
}

/** A department's box, or, when `folded`, the block drawn in its place. One unit has several when its people sit apart. */
export interface DepartmentBox {
  /** Unique within the layout and the same as long as the unit keeps its superior. */
  readonly key: string
  readonly unitId: string
  /** How many boxes it is nested in: 0 for an outermost department. */
  readonly depth: number
  readonly band: Band
  /** With `DEPARTMENT_LABEL_HEIGHT` free of cards at the top. */
  readonly rect: Rect
  readonly folded: boolean
  /** Ids of the people inside, nested departments included; of a folded one, those it hides. */
  readonly memberIds: readonly string[]
  /** People hidden inside: 0 for an open department. */
  readonly hiddenCount: number
}

export interface BandRegion {
  readonly band: Band
  /** Around all cards and boxes of the band, with `BAND_TITLE_HEIGHT` free at the top. */
  readonly rect: Rect
}

export interface RoleMapLayout {
  /** Top-left corner of every visible card. */
  readonly positions: Map<string, Point>
  readonly lines: ReportingLine[]
  /** Outer boxes before the boxes nested in them. */
  readonly departments: DepartmentBox[]
  readonly bands: BandRegion[]
  /** People hidden under a folded card, by that card's id. */
  readonly hiddenBelow: Map<string, number>
  /** Around everything drawn; its corner is (0, 0) unless a pin lies further out. */
  readonly bounds: Rect
  readonly memory: RoleMapMemory
}

/** How the people under one superior were arranged. */
export interface Arrangement {
  /** Row by row, the keys of what stands in it: cards, also those of stacks, and departments. */
  readonly rows: readonly (readonly string[])[]
  /** For each card of a hanging stack, the column it is in, from 0. */
  readonly columns: Readonly<Record<string, number>>
  /** Height of each row. */
  readonly heights: readonly number[]
  readonly width: number
  /** Where the line from above arrives, from the left. */
  readonly anchor: number
}

/** Which side of the customer's region the other two stand on. */
export interface BandPlan {
  /** 'beside-ours' shares the lane beneath the customer with our team. */
  readonly thirdParty: 'right' | 'beneath' | 'beside-ours'
  readonly ours: 'left' | 'beneath'
}

/**
 * What the next layout needs to move as few people as possible. Plain JSON, to be kept with the map. Leaving it out
 * ("tidy up") arranges everything afresh.
 */
export interface RoleMapMemory {
  /** 0 (classical chart) to 3 (packed). */
  readonly density: number
  readonly bands: BandPlan
  /** Sibling order by superior's id, and by `band:…` for those without one. */
  readonly order: Readonly<Record<string, readonly string[]>>
  readonly arrangements: Readonly<Record<string, Arrangement>>
  /** Where each card was, before pins: [x, y]. */
  readonly places: Readonly<Record<string, readonly [number, number]>>
}

/** Room kept free at the top of a department's box for its name. */
export const DEPARTMENT_LABEL_HEIGHT = 18
/** Room kept free at the top of a band's region for its title. */
export const BAND_TITLE_HEIGHT = 28
export const DEFAULT_FOLDED_UNIT_SIZE: Size = { width: 190, height: 76 }
