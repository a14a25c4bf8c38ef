import type { PlacedSeat } from '../analytics/snapshot'
import type { Rect, Size } from '../layout/geometry'
import type { LayoutMemory } from '../model/graph'
import type { SeatId } from '../model/ids'
import type { CardContent } from './cardContent'
import { CARD_METRICS, DISC } from './cardMetrics'
import { noteWidth } from './cardPrimitives'
import type { CardSize, SceneCard, SceneDepartment, SceneLine, SceneRegion } from './sceneTypes'
import { fitLine, fitTwoLines, type FittedText, type Font, measure } from './text'

/** Where one seat, and who holds it, is drawn. */
export interface Spot {
  /** Of the card: the seat's id on the role map, the person's on the others. */
  readonly id: string
  readonly placed: PlacedSeat
  readonly size: CardSize
  readonly rect: Rect
  readonly disc?: SceneCard['disc']
  /** Whether a box around the card names its organization; else its title does. */
  readonly boxed: boolean
}

/** Where everything of a drawing is, before it is told what to emphasise. */
export interface Arrangement {
  readonly spots: readonly Spot[]
  readonly departments: readonly SceneDepartment[]
  readonly regions: readonly SceneRegion[]
  readonly lines: readonly SceneLine[]
  /** By seat id: the block of the folded department that hides it. */
  readonly hiddenIn: ReadonlyMap<SeatId, { readonly key: string; readonly rect: Rect }>
  readonly bounds: Rect
  readonly memory: LayoutMemory | null
}

/** The card of a spot, its texts set to its size. */
export function cardAt({ id, size, rect, disc, boxed }: Spot, content: CardContent): SceneCard {
  const { name, notes, titleAndOrganization, ...rest } = content
  const title = boxed ? rest.title : titleAndOrganization
  if (size === 'disc') {
    return {
      ...rest,
      id,
      rect,
      size,
      ...(disc && { disc }),
      name: fitLine(name, DISC.captionWidth, DISC.name),
      title: fitLine(title, DISC.captionWidth, DISC.title),
      note: null,
      faded: false,
    }
  }
  const m = CARD_METRICS[size]
  const room = m.width - m.left - m.right
  const badge = content.stance === undefined ? 0 : m.badge + m.gap
  const lock = content.secrecy === 'open' ? 0 : m.mark + m.gap
  return {
    ...rest,
    id,
    rect,
    size,
    name: fitTwoLines(name, room - badge, m.name.single, m.name.double),
    title: fitLine(title, room - lock, m.title),
    note: noteIn(notes, noteWidth(content, m), m.note),
    faded: false,
  }
}

/** The fullest note that fits, else the shortest, cut; null where it would be cut to nothing. */
function noteIn(notes: readonly string[], room: number, font: Font): FittedText | null {
  const note = notes.find((words) => measure(words, font) <= room) ?? notes.at(-1)
  return note === undefined || room < 3 * font.size ? null : fitLine(note, room, font)
}

export function sizeOf(size: Exclude<CardSize, 'disc'>): Size {
  const { width, height } = CARD_METRICS[size]
  return { width, height }
}
