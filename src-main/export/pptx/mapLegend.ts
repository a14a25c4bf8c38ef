import type { Translate } from '../../../src-shared/i18n/translate'
import type { Primitive } from '../../../src-shared/scene/primitives'
import { SAMPLE, samplePrimitives } from '../../../src-shared/scene/legendPrimitives'
import type { Palette } from '../../../src-shared/scene/palette'
import type { LegendGroup, LegendItem, LegendSample } from '../../../src-shared/scene/sceneTypes'
import { ellipsize, type Font, measure } from '../../../src-shared/scene/text'
import { stepStroke, tieStroke } from './connectorShape'
import { type Brush, type Drawn, groupOf, shapeOf, type Stroke, strokeXml } from './drawing'
import { piecesOf } from './pieces'
import { boxXml, type Placing, placeRect } from './units'
import { xml } from './xml'

const TITLE: Font = { size: 11, weight: 600 }
const WORDS: Font = { size: 11, weight: 400 }
const ROW = 20
const WORDS_GAP = 6
/** The ends of a line, which are broader than it, keep off the words beside it. */
const INSET = 3
const ITEM_GAP = 16
const GROUP_GAP = 26
/** Points a unit: words of eight and a half points, which a projector still shows. */
export const LEGEND_SCALE = 8.5 / WORDS.size

/** A legend set in lines like a text. Lengths in units. */
export interface FlowedLegend {
  readonly width: number
  readonly height: number
  readonly entries: readonly LegendEntry[]
}

type LegendEntry =
  | { readonly kind: 'title'; readonly words: string; readonly x: number; readonly y: number }
  | { readonly kind: 'item'; readonly item: LegendItem; readonly words: string; readonly x: number; readonly y: number }

/**
 * Sets the legend in lines of at most `width` units. Where there is room, groups follow one another on a line; with `stacked` each begins
 * a new one.
 */
export function flowLegend(groups: readonly LegendGroup[], width: number, stacked: boolean): FlowedLegend {
  const entries: LegendEntry[] = []
  let [x, y] = [0, 0]
  const broken = (): void => {
    x = 0
    y += ROW
  }
  for (const { title, items } of groups) {
    const head = measure(title, TITLE)
    const first = items[0] ? itemWidth(items[0], width) : 0
    if (x > 0 && (stacked || x + head + ITEM_GAP + first > width)) broken()
    entries.push({ kind: 'title', words: ellipsize(title, width, TITLE), x, y })
    x += head + ITEM_GAP * 0.6
    if (stacked) broken()
    for (const item of items) {
      const taken = itemWidth(item, width)
      if (x > 0 && x + taken > width) broken()
      const words = ellipsize(item.words, width - SAMPLE.width - WORDS_GAP, WORDS)
      entries.push({ kind: 'item', item, words, x, y })
      x += taken + ITEM_GAP
    }
    x += GROUP_GAP - ITEM_GAP
  }
  return { width, height: entries.length === 0 ? 0 : y + ROW, entries }
}

/** A legend as one group of shapes. */
export function legendShapes(
  { entries }: FlowedLegend,
  groups: readonly LegendGroup[],
  placing: Placing,
  brush: Brush,
  t: Translate,
): Drawn {
  const { palette } = brush.colours
  const parts = entries.flatMap((entry): Drawn[] => {
    const middle = entry.y + ROW / 2
    const text = (x: number, font: Font, fill: string): Drawn[] =>
      shapes([{ shape: 'text', x, y: middle + 4, text: entry.words, font, fill }], placing, brush)
    if (entry.kind === 'title') return text(entry.x, TITLE, palette.inkQuiet)
    const box = { x: entry.x, y: middle - SAMPLE.height / 2, ...SAMPLE }
    const stroke = strokeOf(entry.item.sample, palette)
    const sample = stroke
      ? [lineShape({ ...box, x: box.x + INSET, y: middle, width: box.width - 2 * INSET, height: 0 }, stroke, placing, brush)]
      : shapes(samplePrimitives(entry.item.sample, box, palette), placing, brush)
    return [...sample, ...text(entry.x + SAMPLE.width + WORDS_GAP, WORDS, palette.ink)]
  })
  const words = groups.map(({ title, items }) =>
    [title, items.map((item) => item.words).join(t('map.listSeparator'))].join(' – '),
  )
  return groupOf(parts, { name: t('map.legend.title'), words: words.join('\n') }, brush)
}

function shapes(primitives: readonly Primitive[], placing: Placing, brush: Brush): Drawn[] {
  return piecesOf(primitives).map((piece) => shapeOf(piece, placing, 1, { name: piece.primitive.shape, words: '' }, brush))
}

/** Lines are shown as they are drawn: with the ends that connectors have. */
function strokeOf(sample: LegendSample, palette: Palette): Stroke | null {
  switch (sample.kind) {
    case 'tie':
      return tieStroke(sample.tie, 1.8, palette)
    case 'step':
      return stepStroke(sample.best, palette)
    default:
      return null
  }
}

function lineShape(rect: Parameters<typeof placeRect>[0], stroke: Stroke, placing: Placing, brush: Brush): Drawn {
  const box = placeRect(rect, placing)
  const line = strokeXml({ ...stroke, strokeWidth: stroke.strokeWidth * placing.scale }, 1, brush)
  return {
    box,
    xml: xml`<p:sp><p:nvSpPr><p:cNvPr id="${brush.newId()}" name="line"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>${boxXml(box)}</a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>${line}</p:spPr></p:sp>`,
  }
}

/** The width of a column in which no word of the legend is cut, in units. */
export function widestItem(groups: readonly LegendGroup[]): number {
  return Math.ceil(Math.max(0, ...groups.flatMap(({ items }) => items.map((item) => itemWidth(item, Infinity)))))
}

function itemWidth({ words }: LegendItem, most: number): number {
  return Math.min(most, SAMPLE.width + WORDS_GAP + measure(words, WORDS))
}
