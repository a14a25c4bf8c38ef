import type { Rect } from '../../../src-shared/layout/geometry'
import type { FiguresPart } from '../../../src-shared/report/report'
import { type Drawn, groupOf, shapeOf } from './drawing'
import { pieceOf } from './pieces'
import { type Canvas, inkStyle, type SlidePlan, textBox } from './slide'
import { run, sizeToFit } from './text'
import { numbered, wrapText } from './wrap'
import { xml } from './xml'

const GAP = 16
const PADDING = 14
const MOST_ACROSS = 4
const VALUE = 32
const WORDS = 13
const REMARK = 11
const LINE = 1.35
const WHOLE = { scale: 1, x: 0, y: 0 }

type Figure = FiguresPart['figures'][number]

/** Figures as tiles, on as many slides as they need. `area` is that of a slide with this part's subtitle. */
export function figureSlides({ key, title, subtitle, notes, figures }: FiguresPart, area: Rect): SlidePlan[] {
  const across = Math.min(MOST_ACROSS, Math.max(1, figures.length))
  const width = (area.width - GAP * (across - 1)) / across
  const height = Math.min(area.height, Math.max(...figures.map((figure) => heightOf(figure, width)), 0))
  const down = Math.max(1, Math.floor((area.height + GAP) / (height + GAP)))
  const count = Math.max(1, Math.ceil(figures.length / (across * down)))
  return Array.from({ length: count }, (_, page) => ({
    partKey: key,
    title: numbered(title, page + 1, count),
    subtitle,
    notes: page === 0 ? notes : [],
    draw: (canvas) => {
      figures.slice(page * across * down, (page + 1) * across * down).forEach((figure, i) => {
        const x = canvas.area.x + (i % across) * (width + GAP)
        const y = canvas.area.y + Math.floor(i / across) * (height + GAP)
        canvas.add(tile(figure, { x, y, width, height }, canvas).xml)
      })
    },
  }))
}

function tile({ words, value, remark }: Figure, rect: Rect, canvas: Canvas): Drawn {
  const { colours, script } = canvas
  const { palette } = colours
  const box = pieceOf({ shape: 'rect', ...rect, radius: 8, fill: palette.department, stroke: palette.departmentBorder })
  const ground = shapeOf(box, WHOLE, 1, { name: 'rect', words: '' }, canvas)
  const inner = { x: rect.x + PADDING, y: rect.y + PADDING, width: rect.width - 2 * PADDING, height: rect.height - 2 * PADDING }
  const size = sizeToFit(value, inner.width, VALUE, WORDS, true)
  const paragraphs = [
    xml`<a:p>${run(words, inkStyle(WORDS, false, canvas, true), script)}</a:p>`,
    xml`<a:p>${run(value, { size, bold: true, colour: colours.write(palette.roles[0]?.accent ?? palette.ink) }, script)}</a:p>`,
    ...(remark === ''
      ? []
      : remark.split('\n').map((line) => xml`<a:p>${run(line, inkStyle(REMARK, false, canvas, true), script)}</a:p>`)),
  ]
  const text = { box: inner, xml: textBox(inner, paragraphs, words, canvas) }
  const told = [words, value, remark].filter((part) => part !== '')
  return groupOf([ground, text], { name: words, words: told.join(canvas.t('map.separator')) }, canvas)
}

function heightOf({ words, remark }: Figure, width: number): number {
  const lines = (text: string, size: number): number =>
    text === '' ? 0 : wrapText(text, width - 2 * PADDING, { size, weight: 400 }).length * size * LINE
  return 2 * PADDING + lines(words, WORDS) + VALUE * LINE + lines(remark, REMARK)
}
