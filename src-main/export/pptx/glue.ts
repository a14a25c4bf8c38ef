import type { Point, Rect } from '../../../src-shared/layout/geometry'
import type { PersonId } from '../../../src-shared/model/ids'
import type { Scene } from '../../../src-shared/scene/sceneTypes'
import type { Glue } from './drawing'
import { type Placing, placePoint } from './units'

/** What a connector can be fastened to: a card, its disc, or the block of a folded department. */
interface Holder {
  readonly key: string
  readonly personId: PersonId | null
  readonly rect: Rect
  readonly disc?: { readonly centre: Point; readonly radius: number } | undefined
  readonly glue: Glue & { readonly sites: Point[] }
}

/** Where a connector ends: a site of a shape. */
export interface Fastening {
  readonly shapeId: number
  readonly site: number
  /** In units of the map. */
  readonly point: Point
}

/** Which of the holders an end belongs to, as far as the scene says. */
export type Belongs = { readonly key: string } | { readonly personId: PersonId } | null

/** Sites closer than this are one. In units of the map. */
const SAME = 0.05

/** Fastens the ends of lines to what they touch, and collects for each shape the sites that it needs. */
export class GlueBoard {
  private readonly holders: readonly Holder[]

  constructor(
    scene: Scene,
    private readonly placing: Placing,
    newId: () => number,
  ) {
    const holder = (key: string, personId: PersonId | null, rect: Rect, disc?: Holder['disc']): Holder => {
      const face = disc ? squareAround(disc) : rect
      // Sites that everybody expects, in the order of a plain rectangle's, for connectors drawn later by hand.
      const sites = middles(face).map((point) => placePoint(point, placing))
      return { key, personId, rect: face, disc, glue: { id: newId(), sites } }
    }
    this.holders = [
      ...scene.cards.map(({ id, personId, rect, disc }) => holder(id, personId, rect, disc)),
      ...scene.departments.flatMap(({ key, folded, rect }) => (folded ? [holder(key, null, rect)] : [])),
    ]
  }

  /** The glue of a card or block, once every end has been fastened. */
  of(key: string): Glue | undefined {
    return this.holders.find((holder) => holder.key === key)?.glue
  }

  /** Fastens an end to the nearest of those it may belong to; null: there is nothing to hold it. */
  fasten(end: Point, belongs: Belongs): Fastening | null {
    const holder = nearest(end, this.candidates(belongs))
    if (!holder) return null
    const point = holder.disc ? onBorder(end, holder.disc) : end
    const site = placePoint(point, this.placing)
    const { sites, id } = holder.glue
    const slack = SAME * this.placing.scale
    const known = sites.findIndex(({ x, y }) => Math.abs(x - site.x) < slack && Math.abs(y - site.y) < slack)
    if (known >= 0) return { shapeId: id, site: known, point }
    sites.push(site)
    return { shapeId: id, site: sites.length - 1, point }
  }

  /** Somebody without a card is in a folded department. */
  private candidates(belongs: Belongs): readonly Holder[] {
    if (belongs === null) return this.holders
    const own = this.holders.filter((holder) =>
      'key' in belongs ? holder.key === belongs.key : holder.personId === belongs.personId,
    )
    return own.length > 0 ? own : this.holders.filter(({ personId, disc }) => personId === null && !disc)
  }
}

function nearest(point: Point, holders: readonly Holder[]): Holder | undefined {
  let best: Holder | undefined
  let least = Infinity
  for (const holder of holders) {
    const gap = gapTo(point, holder.rect)
    if (gap < least) [best, least] = [holder, gap]
  }
  return best
}

/** How far a point is from the border of a rectangle. */
function gapTo({ x, y }: Point, rect: Rect): number {
  const dx = Math.max(rect.x - x, 0, x - rect.x - rect.width)
  const dy = Math.max(rect.y - y, 0, y - rect.y - rect.height)
  if (dx > 0 || dy > 0) return Math.hypot(dx, dy)
  return Math.min(x - rect.x, rect.x + rect.width - x, y - rect.y, rect.y + rect.height - y)
}

function onBorder({ x, y }: Point, { centre, radius }: NonNullable<Holder['disc']>): Point {
  const away = Math.hypot(x - centre.x, y - centre.y) || 1
  return { x: centre.x + ((x - centre.x) * radius) / away, y: centre.y + ((y - centre.y) * radius) / away }
}

function squareAround({ centre, radius }: NonNullable<Holder['disc']>): Rect {
  return { x: centre.x - radius, y: centre.y - radius, width: 2 * radius, height: 2 * radius }
}

/** The middles of the sides: top, left, bottom, right. */
function middles({ x, y, width, height }: Rect): Point[] {
  return [
    { x: x + width / 2, y },
    { x, y: y + height / 2 },
    { x: x + width / 2, y: y + height },
    { x: x + width, y: y + height / 2 },
  ]
}
