import type { FiguresPart, TextPart } from '../../../src-shared/report/report'
import { type Element, palette, type Pages, type Style } from './pages'

const PLAIN: Style = { font: { size: 10.5, weight: 400 }, leading: 16.5, fill: palette.ink }
const BULLET_INDENT = 14
const GAP = 5

/** Paragraphs and bullets. */
export function drawText(pages: Pages, section: Element, { paragraphs }: TextPart): void {
  let list: Element | null = null
  for (const { style, words } of paragraphs) {
    if (style === 'plain') {
      list?.end()
      list = null
      pages.paragraph(section, 'P', words, PLAIN)
    } else {
      pages.ensure(PLAIN.leading)
      list ??= pages.element(section, 'L')
      const item = pages.element(list, 'LI')
      pages.element(item, 'Lbl').add(() => pages.lines(['•'], pages.box.x + 2, pages.y, PLAIN))
      pages.paragraph(item, 'LBody', words, PLAIN, BULLET_INDENT)
      item.end()
    }
    pages.y += GAP
  }
  list?.end()
}

const MOST_A_ROW = 4
const LEAST_WIDTH = 110
const PAD = 10
const BETWEEN = 10
const WORDS: Style = { font: { size: 9, weight: 400 }, leading: 12.5, fill: palette.inkSoft }
const VALUE: Style = { font: { size: 20, weight: 600 }, leading: 26, fill: palette.ink }
const REMARK: Style = { font: { size: 8.5, weight: 400 }, leading: 12, fill: palette.inkSoft }

/** Figures in boxes side by side. */
export function drawFigures(pages: Pages, section: Element, { figures }: FiguresPart): void {
  const { box, type } = pages
  const most = Math.max(1, Math.min(MOST_A_ROW, Math.floor((box.width + BETWEEN) / (LEAST_WIDTH + BETWEEN))))
  // Rows as even as can be: five are three and two, not four and one.
  const perRow = Math.ceil(figures.length / Math.ceil(figures.length / most))
  const width = (box.width - (perRow - 1) * BETWEEN) / perRow
  for (let at = 0; at < figures.length; at += perRow) {
    const row = figures.slice(at, at + perRow).map(({ words, value, remark }) => [
      { style: WORDS, lines: type.lines(words, width - 2 * PAD, WORDS.font) },
      { style: VALUE, lines: type.lines(value, width - 2 * PAD, VALUE.font) },
      { style: REMARK, lines: remark === '' ? [] : type.lines(remark, width - 2 * PAD, REMARK.font) },
    ])
    const height = Math.max(...row.map((texts) => texts.reduce((sum, { style, lines }) => sum + lines.length * style.leading, 0)))
    pages.ensure(height + 2 * PAD)
    row.forEach((texts, i) => {
      const x = pages.box.x + i * (width + BETWEEN)
      pages.artifact('Layout', () => {
        pages.doc
          .save()
          .fillColor(palette.department)
          .roundedRect(x, pages.y, width, height + 2 * PAD, 6)
          .fill()
          .restore()
      })
      let y = pages.y + PAD
      const paragraph = pages.element(section, 'P')
      for (const { style, lines } of texts) {
        const top = y
        paragraph.add(() => pages.lines(lines, x + PAD, top, style))
        y += lines.length * style.leading
      }
      paragraph.end()
    })
    pages.y += height + 2 * PAD + BETWEEN
  }
}
