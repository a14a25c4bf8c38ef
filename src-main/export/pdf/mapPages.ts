import { contains, overlaps, type Point, type Rect } from '../../../src-shared/layout/geometry'
import { cardPrimitives } from '../../../src-shared/scene/cardPrimitives'
import type { PrimitiveGroup, TextPrimitive } from '../../../src-shared/scene/primitives'
import {
  departmentGroup,
  departmentLabel,
  lineGroup,
  regionGroup,
  sceneGroups,
  tieGroup,
} from '../../../src-shared/scene/scenePrimitives'
import type { Scene } from '../../../src-shared/scene/sceneTypes'
import type { Font } from '../../../src-shared/scene/text'
import { drawGroups, drawPrimitives } from './ink'
import { drawnBounds, type Fit, fitMap, legible, legibleFromAfar, type Tile, type Tiling, tilesOf } from './mapFit'
import { type Element, palette, type Pages } from './pages'

/** Around a sheet of several, for what tells where it belongs. */
const RING = 18
const TILE_TITLE: Font = { size: 11, weight: 600 }
const TILE_HEAD = 22
const NOTE: Font = { size: 8.5, weight: 400 }
const MARK: Font = { size: 8, weight: 600 }
const TICK = 7

export interface MapOptions {
  /** Begins the names of anchors. */
  readonly name: string
  /** What sheets repeat. */
  readonly title: string
  /** The document tells of more than its maps: names, roles and stances will do where titles would be too small. */
  readonly besideOthers: boolean
}

/**
 * A map from here down to the foot of a page that lies: with everything where that can be read, else as seen from far away, and, where
 * that would not do, once more over as many sheets as it takes.
 */
export function drawMap(pages: Pages, section: Element, scene: Scene, { name, title, besideOthers }: MapOptions): void {
  const groups = sceneGroups(scene, palette)
  const bounds = drawnBounds(scene, groups)
  const fit = fitMap(scene, bounds, { ...pages.box, y: pages.y, height: pages.room })
  if (legible(scene, fit.scale)) {
    drawFitted(pages, section, scene, groups, bounds, fit)
    return
  }
  const far = overviewGroups(scene)
  if (besideOthers && legibleFromAfar(far, fit.scale)) {
    drawFitted(pages, section, scene, far, bounds, fit)
    return
  }
  const area = { width: pages.box.width - 2 * RING, height: pages.box.height - TILE_HEAD - 2 * RING }
  const tiling = tilesOf(scene, bounds, area)
  const note = pages.t('document.sheets', { count: tiling.tiles.length })
  pages.paragraph(section, 'P', note, { font: NOTE, leading: 13, fill: palette.inkSoft })
  pages.y += 4
  const smaller = fitMap(scene, bounds, { ...pages.box, y: pages.y, height: pages.room })
  drawFitted(pages, section, scene, far, bounds, smaller)
  pages.artifact('Layout', () => drawGrid(pages, bounds, smaller, tiling, name))
  for (const tile of tiling.tiles) drawTile(pages, section, scene, groups, tiling, tile, name, title)
}

function altOf({ title }: Scene): string {
  return [title.full, title.about].filter((words) => words !== '').join('. ')
}

function drawFitted(
  pages: Pages,
  section: Element,
  scene: Scene,
  groups: readonly PrimitiveGroup[],
  bounds: Rect,
  { scale, map, legend }: Fit,
): void {
  const { doc, type } = pages
  const figure = pages.element(section, 'Figure', { alt: altOf(scene) })
  figure.add(() => {
    doc
      .save()
      .translate(map.x - bounds.x * scale, map.y - bounds.y * scale)
      .scale(scale)
    drawGroups(doc, type, groups)
    doc.restore()
    doc.save().translate(legend.x, legend.y).scale(legend.scale)
    drawPrimitives(doc, type, legend.laid.primitives)
    doc.restore()
  })
  figure.end()
  pages.y = pages.bottom
}

/** The map as seen from far away: names as large as their cards allow. */
function overviewGroups(scene: Scene): PrimitiveGroup[] {
  return [
    ...scene.regions.map((region) => regionGroup(region, palette, 'overview')),
    ...scene.departments.map((department) => departmentGroup(department, palette, 'overview')),
    ...scene.lines.map((line) => lineGroup(line, palette)),
    ...scene.departments.flatMap((department) => departmentLabel(department, palette, 'overview')),
    ...scene.ties.map((tie) => tieGroup(tie, palette)),
    ...scene.cards.map((card): PrimitiveGroup => {
      const primitives = cardPrimitives(card, palette, 'overview')
      return { id: card.id, kind: 'card', words: card.name.full, rect: card.rect, opacity: 1, primitives }
    }),
  ]
}

/** On the overview: which sheet shows what, and the way there. */
function drawGrid({ doc, type }: Pages, bounds: Rect, { scale, map }: Fit, { overlap, tiles }: Tiling, name: string): void {
  const columns = Math.max(...tiles.map(({ column }) => column))
  const rows = Math.max(...tiles.map(({ row }) => row))
  const across = (x: number): number => map.x + (x - bounds.x) * scale
  const down = (y: number): number => map.y + (y - bounds.y) * scale
  for (const tile of tiles) {
    const { view, row, column } = tile
    // Neighbours share a strip: the line is drawn in its middle.
    const cell = {
      x: column === 0 ? map.x : across(view.x + overlap.width / 2),
      y: row === 0 ? map.y : down(view.y + overlap.height / 2),
      right: column === columns ? map.x + map.width : across(view.x + view.width - overlap.width / 2),
      bottom: row === rows ? map.y + map.height : down(view.y + view.height - overlap.height / 2),
    }
    const width = cell.right - cell.x
    const height = cell.bottom - cell.y
    doc
      .save()
      .strokeColor(palette.selection)
      .lineWidth(0.8)
      .dash(3, { space: 2 })
      .rect(cell.x, cell.y, width, height)
      .stroke()
      .restore()
    // At the right, since regions have their titles at the left.
    const box = type.measure(tile.name, MARK) + 8
    doc
      .save()
      .fillColor(palette.selection)
      .rect(cell.right - box, cell.y, box, 12)
      .fill()
      .restore()
    type.text(tile.name, cell.right - 4, cell.y + 9, MARK, palette.onAccent, 'end')
    doc.goTo(cell.x, cell.y, width, height, anchorOf(name, tile))
  }
}

function anchorOf(name: string, { row, column }: Tile): string {
  return `${name}-r${row + 1}c${column + 1}`
}

function drawTile(
  pages: Pages,
  section: Element,
  scene: Scene,
  groups: readonly PrimitiveGroup[],
  tiling: Tiling,
  tile: Tile,
  name: string,
  title: string,
): void {
  pages.turn('landscape')
  pages.anchor(anchorOf(name, tile))
  const { doc, type, box } = pages
  const { scale, tiles } = tiling
  const { view } = tile
  const words = `${title} · ${pages.t('document.sheet', { sheet: tile.name })}`
  const heading = pages.element(section, 'H3')
  heading.add(() => {
    const [line = ''] = type.lines(words, box.width - 120, TILE_TITLE)
    type.text(line, box.x, box.y + 11, TILE_TITLE, palette.ink)
  })
  heading.end()
  const frame: Rect = {
    x: box.x + RING,
    y: box.y + TILE_HEAD + RING,
    width: view.width * scale,
    height: view.height * scale,
  }
  const figure = pages.element(section, 'Figure', { alt: `${altOf(scene)}. ${tile.name}` })
  figure.add(() => {
    doc.save().rect(frame.x, frame.y, frame.width, frame.height).clip()
    doc.translate(frame.x - view.x * scale, frame.y - view.y * scale).scale(scale)
    const shown = groups.filter(({ rect }) => overlaps(rect, view)).map((group) => cut(group, view, pages))
    drawGroups(doc, type, shown)
    doc.restore()
  })
  figure.end()
  pages.artifact('Layout', () => {
    doc
      .save()
      .strokeColor(palette.departmentBorder)
      .lineWidth(0.5)
      .rect(frame.x, frame.y, frame.width, frame.height)
      .stroke()
      .restore()
    drawKey(pages, tiles, tile)
    drawNeighbours(pages, frame, tiling, tile, name)
  })
  pages.y = pages.bottom
}

/** A part of the map without the texts that the sheet's border would cut: its card is whole on the next sheet. */
function cut(group: PrimitiveGroup, view: Rect, { type }: Pages): PrimitiveGroup {
  if (contains(view, group.rect)) return group
  const boxOf = ({ x, y, text, font, anchor = 'start' }: TextPrimitive): Rect => {
    const width = type.measure(text, font)
    const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width
    return { x: left, y: y - font.size, width, height: font.size * 1.3 }
  }
  const primitives = group.primitives.filter((primitive) => primitive.shape !== 'text' || contains(view, boxOf(primitive)))
  return { ...group, primitives }
}

/** At the top right: all sheets in small, this one filled. */
function drawKey({ doc, box }: Pages, tiles: readonly Tile[], here: Tile): void {
  const [width, height, gap] = [9, 6, 1.5]
  const columns = Math.max(...tiles.map(({ column }) => column)) + 1
  const rows = Math.max(...tiles.map(({ row }) => row)) + 1
  const shrink = Math.min(1, (TILE_HEAD + RING - 6) / (rows * (height + gap)))
  doc
    .save()
    .translate(box.x + box.width - columns * (width + gap) * shrink, box.y)
    .scale(shrink)
  doc.strokeColor(palette.selection).fillColor(palette.selection).lineWidth(0.7)
  for (const tile of tiles) {
    doc.rect(tile.column * (width + gap), tile.row * (height + gap), width, height)
    if (tile === here) doc.fillAndStroke()
    else doc.stroke()
  }
  doc.restore()
}

/** In the ring: where the neighbours begin, which they are, and the way there. */
function drawNeighbours({ doc, type }: Pages, frame: Rect, { scale, overlap, tiles }: Tiling, here: Tile, name: string): void {
  const right = frame.x + frame.width
  const bottom = frame.y + frame.height
  const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 }
  const sides = [
    { row: 0, column: -1, at: { x: frame.x - RING / 2, y: middle.y }, strip: frame.x + overlap.width * scale },
    { row: 0, column: 1, at: { x: right + RING / 2, y: middle.y }, strip: right - overlap.width * scale },
    { row: -1, column: 0, at: { x: middle.x, y: frame.y - RING / 2 }, strip: frame.y + overlap.height * scale },
    { row: 1, column: 0, at: { x: middle.x, y: bottom + RING / 2 }, strip: bottom - overlap.height * scale },
  ]
  doc.save().strokeColor(palette.selection).lineWidth(0.6)
  for (const { row, column, at, strip } of sides) {
    const next = tiles.find((tile) => tile.row === here.row + row && tile.column === here.column + column)
    if (!next) continue
    type.text(next.name, at.x, at.y + 3, MARK, palette.selection, 'middle')
    doc
      .fillColor(palette.selection)
      .path(arrow(at, row, column))
      .fill()
    doc.goTo(at.x - RING / 2, at.y - RING / 2, RING, RING, anchorOf(name, next))
    const ticks =
      column === 0
        ? [`M${frame.x - TICK} ${strip}H${frame.x - 1}`, `M${right + 1} ${strip}H${right + TICK}`]
        : [`M${strip} ${frame.y - TICK}V${frame.y - 1}`, `M${strip} ${bottom + 1}V${bottom + TICK}`]
    for (const tick of ticks) doc.path(tick).stroke()
  }
  doc.restore()
}

/** A small triangle beside a neighbour's name, towards it. */
function arrow({ x, y }: Point, row: number, column: number): string {
  if (column !== 0) return `M${x - 3 * column} ${y + 7}l${6 * column} 4l${-6 * column} 4Z`
  return `M${x + 10} ${y - 3 * row}l4 ${6 * row}l4 ${-6 * row}Z`
}
