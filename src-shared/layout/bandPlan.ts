import { fitZoom, type Rect, type Size } from './geometry'
import { BAND_TITLE_HEIGHT, type Band, type BandPlan, type BandRegion } from './roleMapTypes'
import type { Shape } from './shape'

const MARGIN = 16
const GAP = 32

/** In order of preference where the area suits several. */
const PLANS: readonly BandPlan[] = [
  { thirdParty: 'right', ours: 'beneath' },
  { thirdParty: 'beneath', ours: 'beneath' },
  { thirdParty: 'beside-ours', ours: 'beneath' },
  { thirdParty: 'right', ours: 'left' },
  { thirdParty: 'beneath', ours: 'left' },
]

/** The shape chosen for each band; a band without people has none. */
export type BandShapes = Readonly<Record<Band, Shape | undefined>>

export interface BandChoice {
  readonly shapes: BandShapes
  readonly plan: BandPlan
  readonly regions: Readonly<Record<Band, Rect | undefined>>
  readonly size: Size
  /** Fit zoom in the area, never above 1: more than life-size is no gain. */
  readonly zoom: number
}

/** Every combination of band shapes and plans (with `plan` given, that plan only), in order of preference. */
export function bandChoices(offers: Readonly<Record<Band, readonly Shape[]>>, area: Size, plan?: BandPlan): BandChoice[] {
  const choices: BandChoice[] = []
  const options = (shapes: readonly Shape[]): readonly (Shape | undefined)[] => (shapes.length > 0 ? shapes : [undefined])
  for (const candidate of plan ? [plan] : PLANS) {
    for (const theirs of options(offers.theirs)) {
      for (const thirdParty of options(offers['third-party'])) {
        for (const ours of options(offers.ours)) {
          choices.push(arrange({ theirs, 'third-party': thirdParty, ours }, candidate, area))
        }
      }
    }
  }
  return choices
}

/**
 * The plainest of those with at least `plainness` (0 to 1) of the best zoom; of equally plain ones of one plan the largest,
 * of different plans the earlier.
 */
export function bestForArea(choices: readonly BandChoice[], plainness: number): BandChoice {
  const best = Math.max(...choices.map((choice) => choice.zoom))
  let chosen: BandChoice | undefined
  for (const choice of choices) {
    if (choice.zoom < best * plainness) continue
    if (
      !chosen ||
      wraps(choice) < wraps(chosen) ||
      (wraps(choice) === wraps(chosen) && choice.plan === chosen.plan && choice.zoom > chosen.zoom)
    ) {
      chosen = choice
    }
  }
  if (!chosen) throw new RangeError('no combination of bands to choose from')
  return chosen
}

function wraps(choice: BandChoice): number {
  return Object.values(choice.shapes).reduce((sum: number, shape) => sum + (shape?.wraps ?? 0), 0)
}

/** Where the content of a region begins. */
export function contentOrigin(region: Rect, shape: Shape, centred: boolean): { x: number; y: number } {
  const slack = centred ? Math.round((region.width - 2 * MARGIN - shape.width) / 2) : 0
  return { x: region.x + MARGIN + slack, y: region.y + BAND_TITLE_HEIGHT }
}

function arrange(shapes: BandShapes, plan: BandPlan, area: Size): BandChoice {
  const theirs = lane('theirs', shapes.theirs)
  const third = lane('third-party', shapes['third-party'])
  const ours = lane('ours', shapes.ours)
  let all: Lanes
  if (plan.thirdParty === 'beside-ours') all = join(theirs, join(ours, third, 'x'), 'y')
  else {
    const main = join(theirs, third, plan.thirdParty === 'right' ? 'x' : 'y')
    all = plan.ours === 'left' ? join(ours, main, 'x') : join(main, ours, 'y')
  }
  const regions: Record<Band, Rect | undefined> = { theirs: undefined, 'third-party': undefined, ours: undefined }
  for (const { band, rect } of all.regions) regions[band] = rect
  const size: Size = { width: all.width, height: all.height }
  return { shapes, plan, size, zoom: Math.min(1, fitZoom(size, area)), regions }
}

interface Lanes extends Size {
  readonly regions: readonly BandRegion[]
}

function lane(band: Band, shape: Shape | undefined): Lanes {
  if (!shape) return { width: 0, height: 0, regions: [] }
  const width = shape.width + 2 * MARGIN
  const height = shape.height + BAND_TITLE_HEIGHT + MARGIN
  return { width, height, regions: [{ band, rect: { x: 0, y: 0, width, height } }] }
}

/** `b` right of ('x') or beneath ('y') `a`, the outer regions stretched so that their borders meet in one rectangle. */
function join(a: Lanes, b: Lanes, axis: 'x' | 'y'): Lanes {
  if (a.regions.length === 0) return b
  if (b.regions.length === 0) return a
  const size: Size =
    axis === 'x'
      ? { width: a.width + GAP + b.width, height: Math.max(a.height, b.height) }
      : { width: Math.max(a.width, b.width), height: a.height + GAP + b.height }
  const spread = (lanes: Lanes, dx: number, dy: number): BandRegion[] =>
    lanes.regions.map(({ band, rect }) => {
      const atRight = rect.x + rect.width >= lanes.width
      const atBottom = rect.y + rect.height >= lanes.height
      const growX = axis === 'y' && atRight ? size.width - lanes.width : 0
      const growY = axis === 'x' && atBottom ? size.height - lanes.height : 0
      return { band, rect: { x: rect.x + dx, y: rect.y + dy, width: rect.width + growX, height: rect.height + growY } }
    })
  const moved = axis === 'x' ? spread(b, a.width + GAP, 0) : spread(b, 0, a.height + GAP)
  return { ...size, regions: [...spread(a, 0, 0), ...moved] }
}
