import type { Rect } from '../layout/geometry'
import { cardOutline } from './cardPrimitives'
import { depthPips, lock, roleChip, singleThreadMark, stanceBadge } from './icons'
import { hatching, markSign } from './marks'
import { type Palette, toneColours } from './palette'
import { polyline, type Primitive } from './primitives'
import type { Curve, LegendGroup, LegendSample } from './sceneTypes'
import { tiePrimitives } from './scenePrimitives'
import { wayLine } from './stepPrimitives'
import { ellipsize, type Font, measure } from './text'

const TITLE: Font = { size: 11, weight: 600 }
const WORDS: Font = { size: 11, weight: 400 }
/** A sample's box; smaller signs stand in its middle. */
export const SAMPLE = { width: 26, height: 16 }
const ROW = 22
const TITLE_ROW = 22
const WORDS_GAP = 8
const COLUMN_GAP = 28

/** A legend set in columns, group by group. */
export interface LaidLegend {
  readonly width: number
  readonly height: number
  readonly primitives: readonly Primitive[]
}

/** Sets the legend from (x, y) in as many columns as `width` allows; groups stay whole and run on in rows of groups. */
export function layLegend(groups: readonly LegendGroup[], x: number, y: number, width: number, palette: Palette): LaidLegend {
  const primitives: Primitive[] = []
  let left = 0
  let top = 0
  let rowHeight = 0
  let widest = 0
  for (const group of groups) {
    const itemWidth = Math.max(
      ...group.items.map(({ words }) => SAMPLE.width + WORDS_GAP + measure(words, WORDS)),
      measure(group.title, TITLE),
    )
    const column = Math.min(itemWidth, width)
    if (left > 0 && left + column > width) {
      left = 0
      top += rowHeight + 12
      rowHeight = 0
    }
    primitives.push({
      shape: 'text',
      x: x + left,
      y: y + top + 12,
      text: ellipsize(group.title, column, TITLE),
      font: TITLE,
      fill: palette.inkQuiet,
    })
    group.items.forEach(({ sample, words }, i) => {
      const middle = y + top + TITLE_ROW + i * ROW + ROW / 2
      primitives.push(...samplePrimitives(sample, { x: x + left, y: middle - SAMPLE.height / 2, ...SAMPLE }, palette))
      const text = ellipsize(words, column - SAMPLE.width - WORDS_GAP, WORDS)
      primitives.push({
        shape: 'text',
        x: x + left + SAMPLE.width + WORDS_GAP,
        y: middle + 4,
        text,
        font: WORDS,
        fill: palette.ink,
      })
    })
    widest = Math.max(widest, left + column)
    left += column + COLUMN_GAP
    rowHeight = Math.max(rowHeight, TITLE_ROW + group.items.length * ROW)
  }
  return { width: widest, height: top + rowHeight, primitives }
}

/** The small picture of a legend's item in a box of SAMPLE's size. */
export function samplePrimitives(sample: LegendSample, box: Rect, palette: Palette): Primitive[] {
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const card: Rect = { x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 }
  switch (sample.kind) {
    case 'tone': {
      const colours = toneColours(sample.tone, palette) ?? { fill: palette.card, accent: palette.cardBorder }
      return [
        { shape: 'rect', ...card, radius: 4, fill: colours.fill, stroke: colours.accent },
        { shape: 'rect', x: card.x, y: card.y, width: 5, height: card.height, radius: 2, fill: colours.accent },
      ]
    }
    case 'role':
      return roleChip(
        sample.role.letter,
        centre.x - 7.5,
        centre.y,
        15,
        10,
        toneColours({ family: 'role', order: sample.role.order }, palette) ?? palette.stances.unknown,
        palette,
      )
    case 'stance':
      return stanceBadge(sample.stance, false, centre, 15, palette.stances[sample.stance], palette)
    case 'weak':
      return stanceBadge('supportive', true, centre, 15, palette.stances.neutral, palette)
    case 'pips':
      return depthPips(sample.depth, centre.x - 13, centre.y, 2.75, 7, palette)
    case 'single-threaded':
      return singleThreadMark(centre.x - 6.5, centre.y, 13, palette)
    case 'secrecy':
      return lock(centre.x - 6.5, centre.y, 13, palette.inkSoft)
    case 'vacant':
      return [{ shape: 'rect', ...card, radius: 4, fill: palette.card, stroke: palette.inkQuiet, dash: [3, 2.4] }]
    case 'side': {
      const fill = { theirs: palette.card, 'third-party': palette.thirdParty, ours: palette.ours }[sample.side]
      return [{ shape: 'path', d: cardOutline(card, sample.side, 4), fill, stroke: palette.inkQuiet }]
    }
    case 'tie':
      return tiePrimitives(sample.tie, straight(box, centre.y), 1.8, palette)
    case 'tie-width':
      return [1, 2, 3].map((width, i): Primitive => {
        const y = box.y + 3 + i * 5
        return {
          shape: 'path',
          d: polyline([
            { x: box.x, y },
            { x: box.x + box.width, y },
          ]),
          stroke: palette.inkQuiet,
          strokeWidth: width * 0.9,
        }
      })
    case 'reporting':
      return [
        {
          shape: 'path',
          d: polyline([
            { x: box.x + 2, y: box.y + 1 },
            { x: box.x + 2, y: centre.y },
            { x: box.x + box.width - 2, y: centre.y },
            { x: box.x + box.width - 2, y: box.y + box.height - 1 },
          ]),
          stroke: palette.line,
          strokeWidth: 1.4,
        },
      ]
    case 'disc-size':
      return [
        { shape: 'circle', centre: { x: box.x + 5, y: centre.y }, radius: 4, fill: palette.card, stroke: palette.inkQuiet },
        { shape: 'circle', centre: { x: box.x + 18, y: centre.y }, radius: 7, fill: palette.card, stroke: palette.inkQuiet },
      ]
    case 'mark':
      return markSign(sample.mark, centre, 14, palette)
    case 'struck':
      return [
        { shape: 'rect', ...card, radius: 4, fill: palette.card, stroke: palette.inkQuiet, dash: [3, 2.4] },
        hatching({ rect: card }, palette),
      ]
    case 'step':
      return wayLine(sample.best, straight(box, centre.y), palette)
    default:
      return sample satisfies never
  }
}

function straight({ x, width }: Rect, y: number): Curve {
  return [
    { x, y },
    { x: x + width / 3, y },
    { x: x + (width * 2) / 3, y },
    { x: x + width, y },
  ]
}
