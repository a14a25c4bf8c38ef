import { hull, overlaps, type Rect, type Size } from '../../../src-shared/layout/geometry'
import { RIM } from '../../../src-shared/scene/cardPrimitives'
import { type LaidLegend, layLegend } from '../../../src-shared/scene/legendPrimitives'
import type { PrimitiveGroup } from '../../../src-shared/scene/primitives'
import type { Scene } from '../../../src-shared/scene/sceneTypes'
import { palette } from './pages'

/** A map is never enlarged above this many points a unit: its text would be larger than the page's own. */
const LARGEST = 0.85
/** Smaller than this many points, print is not read. */
const LEGIBLE = 5
/** In place of a title's size on maps that have none. */
const UNTITLED = 11
const LEGEND_SCALE = 0.62
const LEGEND_GAP = 14
/** Of a legend beside the map, in its own units: one group a row, or two where they would reach below the map. */
const LEGEND_WIDTHS = [260, 430] as const

/** A map and its legend in a box, in points. */
export interface Fit {
  /** Points a map unit. */
  readonly scale: number
  readonly map: Rect
  readonly legend: {
    /** Else below the map. */
    readonly beside: boolean
    readonly laid: LaidLegend
    readonly x: number
    readonly y: number
    readonly scale: number
  }
}

/** Everything drawn of a map, in its own units: ties may swing out of its bounds. Of an empty map, one unit: there is always a page. */
export function drawnBounds(scene: Scene, groups: readonly PrimitiveGroup[]): Rect {
  const { x, y, width, height } = hull([scene.bounds, ...groups.map(({ rect }) => rect)]) ?? scene.bounds
  return { x, y, width: Math.max(1, width), height: Math.max(1, height) }
}

/** The map as large as its box allows, with the legend below or beside it, whichever leaves the map more room. */
export function fitMap(scene: Scene, bounds: Rect, box: Rect): Fit {
  const fits = [fitAbove(scene, bounds, box), ...LEGEND_WIDTHS.map((width) => fitBeside(scene, bounds, box, width))]
  // A legend beside the map that is higher than the box does not count; the one below always does.
  const whole = fits.filter(({ legend }) => !legend.beside || legend.laid.height * legend.scale <= box.height)
  return whole.reduce((best, fit) => (fit.scale > best.scale ? fit : best))
}

function fitAbove(scene: Scene, bounds: Rect, box: Rect): Fit {
  const laid = layLegend(scene.legend, 0, 0, box.width / LEGEND_SCALE, palette)
  const taken = laid.height === 0 ? 0 : laid.height * LEGEND_SCALE + LEGEND_GAP
  const scale = scaleInto(bounds, { width: box.width, height: box.height - taken })
  const map = placed(bounds, scale, box)
  return { scale, map, legend: { beside: false, laid, x: box.x, y: map.y + map.height + LEGEND_GAP, scale: LEGEND_SCALE } }
}

function fitBeside(scene: Scene, bounds: Rect, box: Rect, width: number): Fit {
  const laid = layLegend(scene.legend, 0, 0, width, palette)
  const taken = laid.width * LEGEND_SCALE
  const room = { ...box, width: box.width - taken - LEGEND_GAP }
  const scale = scaleInto(bounds, room)
  const x = box.x + box.width - taken
  return { scale, map: placed(bounds, scale, room), legend: { beside: true, laid, x, y: box.y, scale: LEGEND_SCALE } }
}

function scaleInto(content: Size, room: Size): number {
  return Math.max(0.01, Math.min(LARGEST, room.width / content.width, room.height / content.height))
}

/** In the middle of a box's width, at its top. */
function placed(bounds: Size, scale: number, box: Rect): Rect {
  const width = bounds.width * scale
  return { x: box.x + (box.width - width) / 2, y: box.y, width, height: bounds.height * scale }
}

/** Whether the names on cards and folded departments can be read at a scale. */
export function legible({ cards, departments }: Scene, scale: number): boolean {
  const names = [...cards.map(({ name }) => name), ...departments.filter(({ folded }) => folded).map(({ label }) => label)]
  // Names too long for one line are set smaller: they do not decide.
  return names.length === 0 || Math.max(...names.map(({ font }) => font.size)) * scale >= LEGIBLE
}

/** Whether the name on every card of a map that is drawn as seen from far away can be read at a scale. */
export function legibleFromAfar(groups: readonly PrimitiveGroup[], scale: number): boolean {
  return groups
    .filter(({ kind }) => kind === 'card')
    .every(({ primitives }) => {
      const sizes = primitives.flatMap((primitive) => (primitive.shape === 'text' ? [primitive.font.size] : []))
      return Math.max(0, ...sizes) * scale >= LEGIBLE
    })
}

/** Type size of the smallest title. */
function titleSize({ cards }: Scene): number {
  const sizes = cards.filter(({ title }) => title.full !== '').map(({ title }) => title.font.size)
  return sizes.length === 0 ? UNTITLED : Math.min(...sizes)
}

/** One of several sheets. */
export interface Tile {
  /** A1 is at the top left; letters count rows. */
  readonly name: string
  readonly row: number
  readonly column: number
  /** What it shows, in map units. */
  readonly view: Rect
}

export interface Tiling {
  readonly scale: number
  /** How far neighbours show the same, in map units: one card, so that each is whole on some sheet. */
  readonly overlap: Size
  /** Without those that would be empty. */
  readonly tiles: readonly Tile[]
}

const ROWS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The fewest sheets with a drawing area of `area` points on which a map can be read. */
export function tilesOf(scene: Scene, bounds: Rect, area: Size): Tiling {
  const overlap = {
    width: Math.max(0, ...scene.cards.map(({ rect }) => rect.width)) + 2 * RIM,
    height: Math.max(0, ...scene.cards.map(({ rect }) => rect.height)) + 2 * RIM,
  }
  const least = LEGIBLE / titleSize(scene)
  const columns = sheets(bounds.width, area.width / least, overlap.width)
  const rows = sheets(bounds.height, area.height / least, overlap.height)
  // What the last row and column leave over makes everything a little larger.
  const scale = Math.min(
    LARGEST,
    (columns * area.width) / (bounds.width + (columns - 1) * overlap.width),
    (rows * area.height) / (bounds.height + (rows - 1) * overlap.height),
  )
  const view = { width: area.width / scale, height: area.height / scale }
  const shown = [...scene.cards, ...scene.departments.filter(({ folded }) => folded)].map(({ rect }) => rect)
  const tiles: Tile[] = []
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const tile: Tile = {
        name: `${ROWS[row] ?? row + 1}${column + 1}`,
        row,
        column,
        view: {
          ...view,
          x: bounds.x + column * (view.width - overlap.width),
          y: bounds.y + row * (view.height - overlap.height),
        },
      }
      if (shown.some((rect) => overlaps(rect, tile.view))) tiles.push(tile)
    }
  return { scale, overlap, tiles }
}

function sheets(length: number, view: number, overlap: number): number {
  return Math.max(1, Math.ceil((length - overlap) / Math.max(1, view - overlap) - 1e-9))
}
