import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import type { Size } from '../../../src-shared/layout/geometry'
import type { Page } from '../../../src-shared/scene/page'
import { sceneGroups } from '../../../src-shared/scene/scenePrimitives'
import type { Scene } from '../../../src-shared/scene/sceneTypes'
import { toSvg } from '../../../src-shared/scene/svg'
import { drawnBounds, fitMap } from '../pdf/mapFit'
import { palette } from '../pdf/pages'
import { toPng } from '../png'
import { xmlText } from './words'

/** Dots an inch of the pictures for programs that show no SVG. */
const FALLBACK_DPI = 220
const POINTS_AN_INCH = 72
/** The library counts in pixels of which an inch has 96. */
const PIXELS_A_POINT = 96 / POINTS_AN_INCH
const TWIPS = 20

/** Gives each picture of a document a number of its own. */
export type NextId = () => number

/**
 * A map and its legend as two pictures of a size that fits `room` (points), one below or beside the other: vectors, with a raster
 * for programs that show none. The legend keeps its size however small the map becomes.
 */
export async function mapPicture(scene: Scene, room: Size, nextId: NextId): Promise<FileChild[]> {
  const groups = sceneGroups(scene, palette)
  const bounds = drawnBounds(scene, groups)
  const { scale, legend } = fitMap(scene, bounds, { x: 0, y: 0, ...room })
  const { laid, beside } = legend
  const page = (size: Size, drawn: Partial<Page>): Page => ({
    width: size.width,
    height: size.height,
    title: scene.title.full,
    about: scene.title.about,
    ground: palette.ground,
    head: [],
    origin: { x: 0, y: 0 },
    groups: [],
    legend: [],
    ...drawn,
  })
  const words = [scene.title.full, scene.title.about].filter((part) => part !== '').join('. ')
  const map = await picture(page(bounds, { origin: { x: -bounds.x, y: -bounds.y }, groups }), scale, words, nextId)
  if (laid.primitives.length === 0) return [centred(map)]
  const legendWords = scene.legend.map(({ title, items }) => `${title}: ${items.map((item) => item.words).join(', ')}`).join('. ')
  const key = await picture(page(laid, { legend: laid.primitives }), legend.scale, legendWords, nextId)
  if (!beside) return [centred(map), new Paragraph({ children: [key], spacing: SPACING })]
  return [sideBySide(centred(map), new Paragraph({ children: [key], spacing: SPACING }), room.width, laid.width * legend.scale)]
}

/** As high as the picture in it. */
const SPACING = { after: 60, line: 240, lineRule: LineRuleType.AUTO }

function centred(run: ImageRun): Paragraph {
  return new Paragraph({ children: [run], spacing: SPACING, alignment: AlignmentType.CENTER })
}

/** Two pictures in a table without lines. */
function sideBySide(left: Paragraph, right: Paragraph, width: number, rightWidth: number): Table {
  const none = { style: BorderStyle.NONE }
  const columnWidths = [width - rightWidth, rightWidth].map((points) => Math.round(points * TWIPS))
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: Math.round(width * TWIPS), type: WidthType.DXA },
    columnWidths,
    margins: { left: 0, right: 0 },
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: [new TableRow({ cantSplit: true, children: [left, right].map((child) => new TableCell({ children: [child] })) })],
  })
}

async function picture(page: Page, scale: number, words: string, nextId: NextId): Promise<ImageRun> {
  const svg = toSvg(page)
  const png = await toPng(svg, page.width, page.height, (scale * FALLBACK_DPI) / POINTS_AN_INCH)
  const id = nextId()
  const transformation = { width: page.width * scale * PIXELS_A_POINT, height: page.height * scale * PIXELS_A_POINT }
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(svg),
    fallback: { type: 'png', data: png },
    transformation,
    altText: { id: String(id), name: `map ${id}`, description: xmlText(words) },
  })
}
