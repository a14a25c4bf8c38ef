import type { CardMark, Tone } from './sceneTypes'

/** What analysis adds to a card. */
export interface Notice {
  readonly marks?: readonly CardMark[]
  readonly tone?: Tone
  /** As of the layer: from the fullest to the shortest way of saying it. */
  readonly notes?: readonly string[]
  readonly reasons?: () => readonly string[]
  /** Who is no longer there, or thought away. */
  readonly struck?: boolean
  /** Of an empty seat: who held it. */
  readonly formerName?: string
}
