import { hull, type Rect } from '../../../src-shared/layout/geometry'
import type { MapPart } from '../../../src-shared/report/report'
import type { PrimitiveGroup } from '../../../src-shared/scene/primitives'
import { palettes } from '../../../src-shared/scene/palette'
import { sceneGroups } from '../../../src-shared/scene/scenePrimitives'
import type { Scene } from '../../../src-shared/scene/sceneTypes'
import { type Font, measure } from '../../../src-shared/scene/text'
import { curvedWay, turnsOf } from './connector'
import { mapShapes } from './mapDrawing'
import { flowLegend, type FlowedLegend, LEGEND_SCALE, legendShapes, widestItem } from './mapLegend'
import { type Canvas, inkStyle, type SlidePlan, textBox } from './slide'
import { run } from './text'
import type { Placing } from './units'
import { type Xml, xml } from './xml'

/** Larger than on screen a map looks like a poster. Points a unit. */
const MOST_SCALE = 1.15
/** The share of a slide that a legend at the side may take. */
const LEGEND_SHARE = 0.28
const LEGEND_GAP = 10
/** However little room a template leaves, a map is drawn. Points a unit. */
const LEAST_SCALE = 0.02
const REFERENCE_SIZE = 10
const REFERENCE_ROW = 15
const REFERENCE_GAP = '   '
const REFERENCES_GAP = 4

/** Where on a slide a map and its legend are. */
interface MapFit {
  readonly placing: Placing
  readonly legend: FlowedLegend
  readonly legendPlacing: Placing
}

/** A map as a slide of its own. */
export function mapSlide(part: MapPart): SlidePlan {
  const { key, title, notes, scene, references } = part
  return {
    partKey: key,
    title,
    subtitle: subtitleOf(part),
    notes,
    draw: (canvas) => {
      const rows = referenceRows(references, canvas.area.width)
      const groups = sceneGroups(scene, canvas.colours.palette)
      const fit = fitMap(scene, groups, roomUnder(rows, canvas.area))
      if (rows.length > 0) canvas.add(referencesXml(rows, canvas))
      for (const shape of mapShapes(scene, groups, fit.placing, canvas, canvas.t)) canvas.add(shape)
      if (fit.legend.entries.length > 0)
        canvas.add(legendShapes(fit.legend, scene.legend, fit.legendPlacing, canvas, canvas.t).xml)
    },
  }
}

/** What a map is of, where its part does not say. */
export function subtitleOf({ subtitle, scene }: Pick<MapPart, 'subtitle' | 'scene'>): string {
  return subtitle === '' ? scene.title.about : subtitle
}

/** The smallest type of a map in a part of a slide, in points. */
export function smallestType({ scene, references }: MapPart, area: Rect): number {
  const groups = sceneGroups(scene, palettes.light)
  const { scale } = fitMap(scene, groups, roomUnder(referenceRows(references, area.width), area)).placing
  const sizes = groups.flatMap(({ primitives }) => primitives.flatMap((each) => (each.shape === 'text' ? [each.font.size] : [])))
  return scale * Math.min(Infinity, ...sizes)
}

/** Fits a map and its legend into a part of a slide: the legend beneath or at the right, whichever leaves the map larger. */
function fitMap(scene: Scene, groups: readonly PrimitiveGroup[], room: Rect): MapFit {
  const drawn = extentOf(scene, groups)
  const beneath = flowLegend(scene.legend, room.width / LEGEND_SCALE, false)
  const column = Math.min(widestItem(scene.legend) * LEGEND_SCALE, room.width * LEGEND_SHARE)
  const beside = flowLegend(scene.legend, column / LEGEND_SCALE, true)
  const low = { ...room, height: room.height - beneath.height * LEGEND_SCALE - LEGEND_GAP }
  const narrow = { ...room, width: room.width - column - LEGEND_GAP * 2 }
  const scaleIn = ({ width, height }: Rect): number =>
    Math.max(LEAST_SCALE, Math.min(MOST_SCALE, width / drawn.width, height / drawn.height))
  const right = beside.height * LEGEND_SCALE <= room.height && scaleIn(narrow) > scaleIn(low)
  const space = right ? narrow : low
  const scale = scaleIn(space)
  const placing = {
    scale,
    x: space.x + (space.width - drawn.width * scale) / 2 - drawn.x * scale,
    y: space.y + (right ? 0 : (space.height - drawn.height * scale) / 2) - drawn.y * scale,
  }
  const legendPlacing = right
    ? { scale: LEGEND_SCALE, x: room.x + room.width - column, y: room.y }
    : { scale: LEGEND_SCALE, x: room.x, y: room.y + room.height - beneath.height * LEGEND_SCALE }
  return { placing, legend: right ? beside : beneath, legendPlacing }
}

/** Everything that is drawn, in units of the map. */
function extentOf(scene: Scene, groups: readonly PrimitiveGroup[]): Rect {
  const still = groups.filter(({ kind }) => kind !== 'tie' && kind !== 'line').map(({ rect }) => rect)
  const turns = [...scene.ties, ...scene.steps].flatMap(({ curve }) => turnsOf(curvedWay(curve)))
  return hull([scene.bounds, ...still, ...turns.map((point) => ({ ...point, width: 0, height: 0 }))]) ?? scene.bounds
}

type Reference = MapPart['references'][number]

/** Links to other slides, set in lines of a width. */
function referenceRows(references: readonly Reference[], width: number): Reference[][] {
  const font: Font = { size: REFERENCE_SIZE, weight: 400 }
  const rows: Reference[][] = []
  let x = width
  for (const reference of references) {
    const taken = measure(reference.words, font)
    if (x + taken > width) {
      rows.push([])
      x = 0
    }
    rows.at(-1)?.push(reference)
    x += taken + measure(REFERENCE_GAP, font)
  }
  return rows
}

function roomUnder(rows: readonly unknown[], area: Rect): Rect {
  const taken = rows.length === 0 ? 0 : rows.length * REFERENCE_ROW + REFERENCES_GAP
  return { ...area, y: area.y + taken, height: area.height - taken }
}

function referencesXml(rows: readonly (readonly Reference[])[], canvas: Canvas): Xml {
  const style = inkStyle(REFERENCE_SIZE, false, canvas)
  const gap = run(REFERENCE_GAP, style, canvas.script)
  const paragraphs = rows.map((row) => {
    const links = row.flatMap(({ words, partKey }, i) => {
      const link = run(words, { ...style, jump: canvas.jumpTo(partKey) }, canvas.script)
      return i > 0 ? [gap, link] : [link]
    })
    return xml`<a:p>${links}</a:p>`
  })
  return textBox({ ...canvas.area, height: rows.length * REFERENCE_ROW }, paragraphs, canvas.t('map.region'), canvas)
}
