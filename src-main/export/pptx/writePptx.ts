import type { Element } from '@xmldom/xmldom'
import { translator } from '../../../src-shared/i18n/translate'
import type { MapPart, Report, ReportPart } from '../../../src-shared/report/report'
import { AppError } from '../../../src-shared/errors'
import { type Colours, coloursOf } from './colours'
import { child } from './elements'
import { figureSlides } from './figuresSlide'
import { mapSlide, smallestType, subtitleOf } from './mapSlide'
import { addNotes } from './notes'
import { Package, ROOT } from './package'
import { type SlideSize, shippedTemplate } from './shippedTemplate'
import { type Canvas, contentArea, coverXml, type Frame, frameOf, type SlidePlan, slideXml } from './slide'
import { tableSlides } from './tableSlide'
import { contentLayout, coverLayout, openTemplate, type Template } from './template'
import { type Script, scriptOf } from './text'
import { textSlides } from './textSlide'
import { NS, REL, TYPE } from './vocabulary'
import { type Xml, xml } from './xml'

export interface PptxOptions {
  /** Of a deck on our own template; a company's template keeps its size. */
  readonly size: SlideSize
  readonly template?: {
    readonly bytes: Uint8Array
    /** Name of the layout for what we draw; default the one for a title with nothing beneath. */
    readonly layout?: string
  }
}

/** Numbers of slides begin here: smaller ones are the format's own. */
const FIRST_SLIDE_ID = 256

/**
 * A report as a PowerPoint presentation: native shapes, text, tables and connectors that hold to the cards, put into a company's template
 * or ours. Reports of several parts begin with a slide that says what they are. Equal input gives equal bytes.
 *
 * @throws AppError `not_pptx`, `pptx_damaged` for a template that cannot be used, `layout_unknown`
 */
export function writePptx(report: Report, { size, template: chosen }: PptxOptions): Promise<Uint8Array> {
  const template = openTemplate(chosen ? Package.open(chosen.bytes) : shippedTemplate(size))
  const deck = new Deck(report, template)
  const frame = frameOf(template, contentLayout(template, chosen?.layout))
  const cover = coverLayout(template)
  if (report.parts.length > 1) deck.addCover(frameOf(template, cover ?? frame.layout))
  deck.addParts(frame)
  return Promise.resolve(deck.write())
}

/**
 * The smallest type that a map would be written in, in points: what is under four or five is for zooming in, not for reading.
 *
 * @throws AppError as `writePptx`
 */
export function mapTypeSize(part: MapPart, { size, template: chosen }: PptxOptions): number {
  const template = openTemplate(chosen ? Package.open(chosen.bytes) : shippedTemplate(size))
  const frame = frameOf(template, contentLayout(template, chosen?.layout))
  return smallestType(part, contentArea(frame, subtitleOf(part)))
}

class Deck {
  private readonly slides: string[] = []
  private readonly colours: Colours
  private readonly script: Script

  constructor(
    private readonly report: Report,
    private readonly template: Template,
  ) {
    this.colours = coloursOf(template.theme)
    this.script = scriptOf(report.language, template.theme)
  }

  addCover(frame: Frame): void {
    const { part, number } = this.nextSlide(frame)
    this.put(
      part,
      coverXml(
        frame,
        this.report,
        number,
        this.canvas(part, frame, '', [], () => undefined),
      ),
    )
  }

  addParts(frame: Frame): void {
    const plans = this.report.parts.flatMap((part) => slidesOf(part, frame))
    const slides = plans.map((plan) => ({ plan, ...this.nextSlide(frame) }))
    const firstOf = new Map(slides.toReversed().map(({ plan, part }) => [plan.partKey, part]))
    for (const { plan, part, number } of slides) {
      const shapes: Xml[] = []
      const canvas = this.canvas(part, frame, plan.subtitle, shapes, (key) => firstOf.get(key))
      plan.draw(canvas)
      this.put(part, slideXml(plan, shapes, frame, this.report, number, canvas))
      if (plan.notes.length > 0) addNotes(this.template, part, number, plan.notes, this.script)
    }
  }

  write(): Uint8Array {
    const { pack } = this.template
    this.listSlides()
    const core = 'docProps/core.xml'
    pack.relate(ROOT, REL.coreProperties, core)
    pack.put(
      core,
      TYPE.coreProperties,
      xml`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${this.report.title}</dc:title><dc:language>${this.report.language === 'en' ? 'en-US' : this.report.language}</dc:language></cp:coreProperties>`,
    )
    return pack.write()
  }

  private nextSlide({ layout }: Frame): { readonly part: string; readonly number: number } {
    const number = this.slides.length + 1
    const part = `ppt/slides/slide${number}.xml`
    this.slides.push(part)
    this.template.pack.relate(part, REL.slideLayout, layout.part)
    return { part, number }
  }

  private put(part: string, content: Xml): void {
    this.template.pack.put(part, TYPE.slide, content)
  }

  private canvas(
    part: string,
    frame: Frame,
    subtitle: string,
    shapes: Xml[],
    slideOf: (partKey: string) => string | undefined,
  ): Canvas {
    const { pack } = this.template
    const jumps = new Map<string, string>()
    // The tree of shapes itself is the first.
    let lastId = 1
    return {
      colours: this.colours,
      script: this.script,
      t: translator(this.report.language),
      area: contentArea(frame, subtitle),
      newId: () => (lastId += 1),
      add: (shape) => shapes.push(shape),
      jumpTo: (partKey) => {
        const target = slideOf(partKey)
        if (target === undefined) return undefined
        const id = jumps.get(target) ?? pack.relate(part, REL.slide, target)
        jumps.set(target, id)
        return id
      },
    }
  }

  /** Enters the slides, and the notes master they may have brought, into the presentation. */
  private listSlides(): void {
    const { pack, presentation } = this.template
    const document = pack.document(presentation)
    const root = document.documentElement
    if (!root) throw new AppError('pptx_damaged', { detail: presentation })
    const element = (name: string, attributes: Readonly<Record<string, string>>, id: string): Element => {
      const made = document.createElementNS(NS.p, `p:${name}`)
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
      made.setAttributeNS(NS.r, 'r:id', id)
      return made
    }
    // In the order the format asks for: masters, notes master, handout master, slides.
    const slides = document.createElementNS(NS.p, 'p:sldIdLst')
    this.slides.forEach((part, i) => {
      const id = pack.relate(presentation, REL.slide, part)
      slides.appendChild(element('sldId', { id: String(FIRST_SLIDE_ID + i) }, id))
    })
    root.insertBefore(slides, child(root, 'sldSz') ?? null)
    const notes = pack.relationships(presentation).find(({ kind }) => kind === 'notesMaster')
    if (notes && !child(root, 'notesMasterIdLst')) {
      const list = document.createElementNS(NS.p, 'p:notesMasterIdLst')
      list.appendChild(element('notesMasterId', {}, notes.id))
      root.insertBefore(list, child(root, 'handoutMasterIdLst') ?? slides)
    }
    pack.put(presentation, TYPE.presentation, document)
  }
}

function slidesOf(part: ReportPart, frame: Frame): SlidePlan[] {
  const area = contentArea(frame, part.subtitle)
  switch (part.kind) {
    case 'map':
      return [mapSlide(part)]
    case 'table':
      return tableSlides(part, area)
    case 'text':
      return textSlides(part, area)
    case 'figures':
      return figureSlides(part, area)
    default:
      return part satisfies never
  }
}
