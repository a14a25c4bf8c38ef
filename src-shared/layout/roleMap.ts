import { bundleShapes } from './bundle'
import { bandChoices, bestForArea, contentOrigin, type BandChoice } from './bandPlan'
import { toItems, type Item } from './departmentTree'
import { DEFAULT_AREA, hull, type Point, type Size } from './geometry'
import { applyPins } from './pins'
import { bandKey, buildForest, type RoleForest } from './roleForest'
import {
  BANDS,
  type Arrangement,
  type Band,
  type DepartmentBox,
  type RoleMapInput,
  type RoleMapLayout,
  type RoleMapMemory,
} from './roleMapTypes'
import { FRESH, REMEMBERED, type Context, type Shape, type Sink, type Style } from './shape'
import { closedShapes } from './subtree'

/**
 * From a classical chart to a packed map. Each is only used if the one before would have to be shrunk too much: every row
 * whole; many subordinates hanging; all subordinates hanging; rows wrapped and everything closer together.
 */
const STYLES: readonly Style[] = [
  { gapX: 28, gapY: 48, stackGap: 14, hangFrom: Infinity, maxColumns: 1, wrap: false, plainness: 0.94 },
  { gapX: 28, gapY: 48, stackGap: 14, hangFrom: 4, maxColumns: 2, wrap: false, plainness: 0.94 },
  { gapX: 24, gapY: 40, stackGap: 12, hangFrom: 2, maxColumns: 2, wrap: false, plainness: 0.94 },
  { gapX: 20, gapY: 28, stackGap: 10, hangFrom: 2, maxColumns: 8, wrap: true, plainness: 0.97 },
]

/** Fit zoom at which a map reads well, so that it is not packed further. */
const COMFORTABLE = 0.75
/** Below that, the share of the best zoom with which a plainer style is still taken. */
const PLAINNESS = 0.8
/** A remembered arrangement is kept until a fresh one would be this much larger on the screen. */
const LOYALTY = 0.8

/**
 * The role map: reporting trees with departments as boxes, in three regions. No two cards overlap, no reporting line
 * crosses another or runs through a card, a department's box holds only its own people, and siblings keep their reading
 * order (along a row, row by row) whatever is added. Pure and deterministic; about 20 ms for 300 people.
 * Loops, missing superiors and repeated ids are tolerated as `RoleMapNode` says; it throws on nothing.
 */
export function layoutRoleMap(input: RoleMapInput): RoleMapLayout {
  const area = input.area ?? DEFAULT_AREA
  const forest = buildForest(input)
  const items = (band: Band): Item[] => toItems(forest.roots[band], 0, bandKey(band))
  const content: BandItems = { theirs: items('theirs'), 'third-party': items('third-party'), ours: items('ours') }
  const { density, choice } = choose(content, area, input.previous)
  const sink = draw(choice, density)
  return assemble(input.pins ? applyPins(sink, input.pins) : sink, {
    density,
    bands: choice.plan,
    order: forest.order,
    arrangements: rememberedArrangements(sink, forest, input.previous),
    places: Object.fromEntries(sink.cards.map(({ seat, rect }) => [seat.key, [rect.x, rect.y] as const])),
  })
}

type BandItems = Readonly<Record<Band, readonly Item[]>>

function draw(choice: BandChoice, density: number): Sink {
  const sink: Sink = { cards: [], lines: [], boxes: [], regions: [], arrangements: new Map() }
  for (const band of BANDS) {
    const shape = choice.shapes[band]
    const region = choice.regions[band]
    if (!shape || !region) continue
    const origin = contentOrigin(region, shape, density < STYLES.length - 1)
    shape.place(sink, origin.x, origin.y, null)
    sink.regions.push({ band, rect: region })
  }
  return sink
}

function choose(content: BandItems, area: Size, previous: RoleMapMemory | undefined): { density: number; choice: BandChoice } {
  const kept =
    previous && STYLES[previous.density]
      ? { density: previous.density, choice: attempt(content, area, previous.density, previous) }
      : undefined
  if (kept && kept.choice.zoom >= COMFORTABLE) return kept
  const fresh: { density: number; choice: BandChoice }[] = []
  for (let density = 0; density < STYLES.length; density += 1) {
    const choice = attempt(content, area, density, undefined)
    fresh.push({ density, choice })
    if (choice.zoom >= COMFORTABLE) break
  }
  const best = Math.max(...fresh.map(({ choice }) => choice.zoom))
  const plainest = fresh.find(({ choice }) => choice.zoom >= COMFORTABLE || choice.zoom >= best * PLAINNESS)
  if (!plainest) throw new RangeError('no density to choose from')
  return kept && kept.choice.zoom >= LOYALTY * best ? kept : plainest
}

function attempt(content: BandItems, area: Size, density: number, previous: RoleMapMemory | undefined): BandChoice {
  const style = STYLES[density]
  if (!style) throw new RangeError(`density ${density} is not one of 0 to ${STYLES.length - 1}`)
  const known = new Map<Item, readonly Shape[]>()
  const context: Context = {
    style,
    offering: previous ? REMEMBERED : FRESH,
    remembered: new Map(Object.entries(previous?.arrangements ?? {})),
    shapesOf: (item) => {
      const shapes = known.get(item) ?? closedShapes(item, context)
      known.set(item, shapes)
      return shapes
    },
  }
  const offer = (band: Band): readonly Shape[] =>
    content[band].length > 0 ? bundleShapes(content[band], bandKey(band), 'none', context) : []
  const offers = { theirs: offer('theirs'), 'third-party': offer('third-party'), ours: offer('ours') }
  if (!previous) return bestForArea(bandChoices(offers, area), style.plainness)
  const choices = bandChoices(offers, area, previous.bands)
  if (choices.length === 1) return bestForArea(choices, 1)
  // Somebody joined and can be put in several places: where it moves the fewest, and among those where the map stays largest.
  const disturbance = (choice: BandChoice): number =>
    draw(choice, density).cards.filter(({ seat, rect }) => {
      const place = previous.places[seat.key]
      return place && (place[0] !== rect.x || place[1] !== rect.y)
    }).length
  const ranked = choices.map((choice) => ({ choice, moved: disturbance(choice) }))
  return ranked.reduce((best, next) =>
    next.moved < best.moved || (next.moved === best.moved && next.choice.zoom > best.choice.zoom) ? next : best,
  ).choice
}

/** What was hidden this time (folded) keeps its arrangement for when it is shown again; what no longer exists is forgotten. */
function rememberedArrangements(
  sink: Sink,
  forest: RoleForest,
  previous: RoleMapMemory | undefined,
): Record<string, Arrangement> {
  const arrangements: Record<string, Arrangement> = {}
  const exists = new Set(Object.keys(forest.order))
  for (const [key, arrangement] of Object.entries(previous?.arrangements ?? {})) {
    const superior = key.slice(key.lastIndexOf('@') + 1).split('|')[0] ?? ''
    if (exists.has(superior)) arrangements[key] = arrangement
  }
  for (const [key, arrangement] of sink.arrangements) arrangements[key] = arrangement
  return arrangements
}

function assemble(sink: Sink, memory: RoleMapMemory): RoleMapLayout {
  const positions = new Map<string, Point>()
  const hiddenBelow = new Map<string, number>()
  const blocks: DepartmentBox[] = []
  for (const { seat, rect } of sink.cards) {
    if (seat.block) {
      blocks.push({ key: seat.key, depth: seat.unitPath.length, band: seat.band, rect, folded: true, ...seat.block })
      continue
    }
    positions.set(seat.key, { x: rect.x, y: rect.y })
    if (seat.hiddenBelow > 0) hiddenBelow.set(seat.key, seat.hiddenBelow)
  }
  const open = sink.boxes.map((box): DepartmentBox => ({ ...box, folded: false, hiddenCount: 0 }))
  const everything = [...sink.cards, ...sink.boxes, ...sink.regions].map(({ rect }) => rect)
  return {
    positions,
    hiddenBelow,
    lines: sink.lines,
    departments: [...open, ...blocks],
    bands: sink.regions,
    bounds: hull(everything) ?? { x: 0, y: 0, width: 0, height: 0 },
    memory,
  }
}
