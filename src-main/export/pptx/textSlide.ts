import type { Rect } from '../../../src-shared/layout/geometry'
import type { TextPart } from '../../../src-shared/report/report'
import type { Font } from '../../../src-shared/scene/text'
import { inkStyle, type SlidePlan, textBox } from './slide'
import { run } from './text'
import { emu } from './units'
import { type Line, numbered, paginate, unwrap, wrapText } from './wrap'
import { type Xml, xml } from './xml'

const BODY: Font = { size: 16, weight: 400 }
const LINE = 1.4
const SPACE_AFTER = 7
const INDENT = 18

interface Paragraph {
  readonly style: TextPart['paragraphs'][number]['style']
  readonly lines: readonly Line[]
  /** Goes on from the slide before: without a bullet of its own. */
  readonly continued: boolean
}

/** Paragraphs and bullets on as many slides as they need. `area` is that of a slide with this part's subtitle. */
export function textSlides({ key, title, subtitle, notes, paragraphs }: TextPart, area: Rect): SlidePlan[] {
  const most = Math.max(1, Math.floor((area.height - SPACE_AFTER) / (BODY.size * LINE)))
  const broken = paragraphs.flatMap(({ style, words }) => cut(style, wrapText(words, widthOf(style, area), BODY), most))
  const pages = paginate(broken, heightOf, area.height)
  return pages.map((page, i) => ({
    partKey: key,
    title: numbered(title, i + 1, pages.length),
    subtitle,
    notes: i === 0 ? notes : [],
    draw: (canvas) => {
      const style = inkStyle(BODY.size, false, canvas)
      const text = page.map(
        (paragraph) => xml`<a:p>${propertiesOf(paragraph)}${runs(paragraph, (words) => run(words, style, canvas.script))}</a:p>`,
      )
      canvas.add(textBox(canvas.area, text.length > 0 ? text : [xml`<a:p/>`], title, canvas))
    },
  }))
}

function cut(style: Paragraph['style'], lines: readonly Line[], most: number): Paragraph[] {
  return Array.from({ length: Math.ceil(lines.length / most) }, (_, i) => ({
    style,
    lines: lines.slice(i * most, (i + 1) * most),
    continued: i > 0,
  }))
}

/** Line breaks within a paragraph stay breaks within it. */
function runs({ lines }: Paragraph, write: (words: string) => Xml): Xml[] {
  return unwrap(lines)
    .split('\n')
    .flatMap((words, i) => [...(i > 0 ? [xml`<a:br/>`] : []), write(words)])
}

function widthOf(style: Paragraph['style'], area: Rect): number {
  return style === 'bullet' ? area.width - INDENT : area.width
}

function heightOf({ lines }: Paragraph): number {
  return lines.length * BODY.size * LINE + SPACE_AFTER
}

function propertiesOf({ style, continued }: Paragraph): Xml {
  const spacing = xml`<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="${SPACE_AFTER * 100}"/></a:spcAft>`
  if (style === 'plain') return xml`<a:pPr marL="0" indent="0">${spacing}<a:buNone/></a:pPr>`
  const margin = emu(INDENT)
  if (continued) return xml`<a:pPr marL="${margin}" indent="0">${spacing}<a:buNone/></a:pPr>`
  return xml`<a:pPr marL="${margin}" indent="${-margin}">${spacing}<a:buFont typeface="Arial"/><a:buChar char="•"/></a:pPr>`
}
