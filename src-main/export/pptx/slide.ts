import type { Translate } from '../../../src-shared/i18n/translate'
import type { Rect } from '../../../src-shared/layout/geometry'
import type { Report } from '../../../src-shared/report/report'
import { measure } from '../../../src-shared/scene/text'
import type { Brush } from './drawing'
import { tree } from './shippedTemplate'
import type { Layout, Placeholder, Template } from './template'
import { run, type RunStyle, slideNumber } from './text'
import { boxXml } from './units'
import { NS } from './vocabulary'
import { type Xml, xml } from './xml'

/** One slide to be made: a part of a report, or as much of one as a slide holds. */
export interface SlidePlan {
  /** The part it shows; several slides may show one. Empty: none. */
  readonly partKey: string
  readonly title: string
  /** Said under the title; empty: nothing. */
  readonly subtitle: string
  readonly notes: readonly string[]
  draw(canvas: Canvas): void
}

/** What a slide is drawn on. */
export interface Canvas extends Brush {
  /** Room between title and foot, in points. */
  readonly area: Rect
  readonly t: Translate
  readonly add: (shape: Xml) => void
  /** The relationship that leads to the first slide of a part; undefined: no slide shows it. */
  readonly jumpTo: (partKey: string) => string | undefined
}

/** Where a layout puts things. Lengths in points. */
export interface Frame {
  readonly layout: Layout
  readonly title: { readonly place: Placeholder | null; readonly rect: Rect; readonly moved: boolean; readonly size: number }
  /** Room for what is drawn. */
  readonly area: Rect
  /** Where the source is told when the layout has no foot. */
  readonly foot: Rect
}

const MARGIN = 30
const SUBTITLE_SIZE = 11
const SUBTITLE_HEIGHT = 18
/** Between the title or subtitle and what is drawn. */
const CONTENT_GAP = 6
const FOOT_SIZE = 9
const FOOT_HEIGHT = 16
const FOOTERS: readonly string[] = ['dt', 'ftr', 'sldNum']
/** Insets of a text box where nobody has said others. */
const INSET = 7.2

/** Reads off a layout where title, content and foot are. A title in the middle of the slide makes room for what is drawn. */
export function frameOf({ size }: Template, layout: Layout): Frame {
  const place = layout.placeholders.find(({ type }) => type === 'title' || type === 'ctrTitle') ?? null
  const own = place?.rect
  const moved = !own || own.y + own.height > size.height * 0.4
  const rect = moved ? { x: MARGIN, y: 18, width: size.width - 2 * MARGIN, height: 38 } : own
  const left = rect.x > 0 && rect.x < size.width * 0.15 ? rect.x : MARGIN
  const feet = layout.placeholders.flatMap(({ type, rect: at }) =>
    FOOTERS.includes(type) && at && at.y > size.height * 0.7 ? [at.y] : [],
  )
  const bottom = Math.min(size.height - FOOT_HEIGHT - 12, ...feet) - 6
  const top = rect.y + rect.height + 4
  return {
    layout,
    title: { place, rect, moved, size: place?.fontSize ?? 28 },
    area: { x: left, y: top, width: size.width - 2 * left, height: bottom - top },
    foot: { x: left, y: size.height - FOOT_HEIGHT - 10, width: size.width - 2 * left, height: FOOT_HEIGHT },
  }
}

/** The room that is left for a slide's content under its title, and its subtitle where it has one. */
export function contentArea({ area }: Frame, subtitle: string): Rect {
  const taken = CONTENT_GAP + (subtitle === '' ? 0 : SUBTITLE_HEIGHT)
  return { ...area, y: area.y + taken, height: area.height - taken }
}

/** The part of a slide with the given shapes between title and foot. */
export function slideXml(
  plan: SlidePlan,
  shapes: readonly Xml[],
  frame: Frame,
  report: Report,
  number: number,
  canvas: Canvas,
): Xml {
  return slidePart([
    titleXml(plan.title, frame, canvas),
    ...(plan.subtitle === '' ? [] : [subtitleXml(plan.subtitle, frame, canvas)]),
    ...shapes,
    ...footXml(frame, report, number, canvas),
  ])
}

/** The first slide: what the report is called. */
export function coverXml(frame: Frame, report: Report, number: number, canvas: Canvas): Xml {
  const below = frame.layout.placeholders.find(({ type }) => type === 'subTitle')
  return slidePart([
    placeholderXml(frame.title.place, [run(report.title, {}, canvas.script)], 'Title', canvas),
    ...(below && report.subtitle !== ''
      ? [placeholderXml(below, [run(report.subtitle, {}, canvas.script)], 'Subtitle', canvas)]
      : []),
    ...footXml(frame, report, number, canvas),
  ])
}

/** Text in a box of its own, top left, wrapped; one run list a paragraph. */
export function textBox(
  rect: Rect,
  paragraphs: readonly Xml[],
  name: string,
  { newId }: Brush,
  anchor: 't' | 'ctr' | 'b' = 't',
): Xml {
  return xml`<p:sp><p:nvSpPr><p:cNvPr id="${newId()}" name="${name}"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>${boxXml(rect)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="${anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>${paragraphs}</p:txBody></p:sp>`
}

function slidePart(shapes: readonly Xml[]): Xml {
  return xml`<p:sld xmlns:a="${NS.a}" xmlns:r="${NS.r}" xmlns:p="${NS.p}"><p:cSld>${tree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`
}

function titleXml(title: string, { title: { place, rect, moved, size } }: Frame, canvas: Canvas): Xml {
  const fitted = titleSize(title, rect, size)
  const style: RunStyle = fitted === size && !moved ? {} : { size: fitted, bold: true }
  const text = [run(title, style, canvas.script)]
  if (place) return placeholderXml(place, text, 'Title', canvas, moved ? rect : undefined)
  return textBox(rect, [xml`<a:p>${text}</a:p>`], 'Title', canvas, 'b')
}

/** The largest size at which a title fits its box, on as many lines as the box is high. */
function titleSize(title: string, rect: Rect, wanted: number): number {
  const fits = (size: number): boolean => {
    const lines = Math.max(1, Math.floor((rect.height - INSET) / (size * 1.1)))
    return measure(title, { size, weight: 600 }) <= (rect.width - 2 * INSET) * lines * (lines > 1 ? 0.9 : 1)
  }
  let size = wanted
  while (size > 12 && !fits(size)) size -= 1
  return size
}

function subtitleXml(subtitle: string, { area }: Frame, canvas: Canvas): Xml {
  const { colours, script } = canvas
  const style = { size: SUBTITLE_SIZE, colour: colours.write(colours.palette.inkSoft) }
  const rect = { ...area, height: SUBTITLE_HEIGHT - 2 }
  return textBox(rect, [xml`<a:p>${run(subtitle, style, script)}</a:p>`], 'Subtitle', canvas)
}

/** Source, day and number of the slide, where the layout has places for them; what it has no place for stands in a line of its own. */
function footXml({ layout, foot }: Frame, report: Report, number: number, canvas: Canvas): Xml[] {
  const { script, colours, t } = canvas
  const day = t('map.title.asOf', { day: report.asOf })
  const said = new Map<string, { readonly text: Xml; readonly words: string }>([
    ['ftr', { text: run(report.sourceNote, {}, script), words: report.sourceNote }],
    ['dt', { text: run(day, {}, script), words: day }],
    ['sldNum', { text: slideNumber(script, number), words: '' }],
  ])
  const shapes: Xml[] = []
  for (const place of layout.placeholders) {
    const entry = said.get(place.type)
    if (!entry) continue
    said.delete(place.type)
    shapes.push(placeholderXml(place, [entry.text], place.type, canvas))
  }
  const rest = [...said.values()].map(({ words }) => words).filter((words) => words !== '')
  if (rest.length > 0) {
    const style = { size: FOOT_SIZE, colour: colours.write(colours.palette.inkQuiet) }
    shapes.push(textBox(foot, [xml`<a:p>${run(rest.join(' · '), style, script)}</a:p>`], 'ftr', canvas, 'b'))
  }
  return shapes
}

function placeholderXml(place: Placeholder | null, text: readonly Xml[], name: string, { newId }: Brush, rect?: Rect): Xml {
  const type = place === null ? xml`` : xml` type="${place.type}"`
  const index = place === null || place.index === '' ? xml`` : xml` idx="${place.index}"`
  const at = rect ? xml`<a:xfrm>${boxXml(rect)}</a:xfrm>` : xml``
  return xml`<p:sp><p:nvSpPr><p:cNvPr id="${newId()}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph${type}${index}/></p:nvPr></p:nvSpPr><p:spPr>${at}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p>${text}</a:p></p:txBody></p:sp>`
}

/** The style of a text that stands on a slide by itself. */
export function inkStyle(size: number, bold: boolean, { colours }: Pick<Brush, 'colours'>, quiet = false): RunStyle {
  const { ink, inkSoft } = colours.palette
  return { size, bold, colour: colours.write(quiet ? inkSoft : ink) }
}
