import {
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import type { Paper } from '../../../src-shared/contract/exportEndpoints'
import { translator, type Translate } from '../../../src-shared/i18n/translate'
import type { Size } from '../../../src-shared/layout/geometry'
import type { Report, ReportPart } from '../../../src-shared/report/report'
import { palettes } from '../../../src-shared/scene/palette'
import { type Orientation, sheetSize } from '../pdf/paper'
import { partNames } from '../pdf/partNames'
import { WIDE_TABLE } from '../pdf/tablePages'
import { partBody, type Setting } from './body'
import { settled } from './settled'
import { numbering, styleIds, stylesOf, tableStyles } from './styles'
import { runs, xmlText } from './words'

/** From how many parts on a list of them leads the document. */
const LISTED = 5
const TWIPS = 20
/** Points. */
const MARGIN: Readonly<Record<Orientation, number>> = { portrait: 56, landscape: 42 }
const HEADER = 26
const FOOTER = 22
/** Of the document's title above a map that opens it. */
const TITLE_HEIGHT = 70

/**
 * A report as a Word document: headings, tables and lists are native and styled, so that they can be written on; each map is a
 * picture on a page that lies. Equal reports give equal bytes.
 */
export async function writeDocx(report: Report, { paper }: { readonly paper: Paper }): Promise<Uint8Array> {
  const { title, language, parts } = report
  const t = translator(language)
  let last = 0
  const setting: Setting = {
    t,
    nextId: () => (last += 1),
    names: partNames(parts, t('map.separator')),
    bookmarks: new Map(parts.map(({ key }, i) => [key, `part_${i + 1}`])),
  }
  const document = new Document({
    title: xmlText(title),
    creator: 'Linchpin',
    lastModifiedBy: 'Linchpin',
    description: '',
    styles: stylesOf(language),
    externalStyles: tableStyles(),
    numbering,
    // Fields told to be reckoned anew on opening would have Word ask the reader a question first.
    pageNumbers: estimatePageNumbersWith({ guess: true }),
    sections: await sectionsOf(report, paper, setting),
  })
  return settled(await Packer.toBuffer(document))
}

interface Draft {
  readonly orientation: Orientation
  readonly children: FileChild[]
}

/** Parts that stand upright follow one another; each map, and each wide table, turns the paper. */
async function sectionsOf(report: Report, paper: Paper, setting: Setting): Promise<ISectionOptions[]> {
  const { parts } = report
  const [first] = parts
  const listed = parts.length >= LISTED
  const opening: Draft = {
    orientation: listed || !first ? 'portrait' : orientationOf(first),
    children: titleBlock(report, setting.t),
  }
  if (listed) opening.children.push(...contents(setting.t))
  const drafts = [opening]
  for (const part of parts) {
    const orientation = orientationOf(part)
    const open = drafts.at(-1)
    const alone = part.kind === 'map' && part !== first
    const room = roomOf(paper, orientation)
    // A map that opens the document shares its page with the title.
    const shared = part === first && !listed ? { ...room, height: room.height - TITLE_HEIGHT } : room
    const children = await partBody(part, shared, setting)
    if (open?.orientation === orientation && !alone) open.children.push(...children)
    else drafts.push({ orientation, children })
  }
  return drafts.map(({ orientation, children }, i) => ({
    properties: { ...(i > 0 && { type: SectionType.NEXT_PAGE }), page: pageOf(paper, orientation) },
    headers: { default: header(report) },
    footers: { default: footer(report, roomOf(paper, orientation), setting.t) },
    children,
  }))
}

function orientationOf(part: ReportPart): Orientation {
  return part.kind === 'map' || (part.kind === 'table' && part.columns.length >= WIDE_TABLE) ? 'landscape' : 'portrait'
}

function roomOf(paper: Paper, orientation: Orientation): Size {
  const { width, height } = sheetSize(paper, orientation)
  const margin = MARGIN[orientation]
  // Word puts a paragraph after everything: the last points stay free for it.
  return { width: width - 2 * margin, height: height - 2 * margin - 20 }
}

function pageOf(paper: Paper, orientation: Orientation) {
  // The library turns the sheet itself.
  const { width, height } = sheetSize(paper, 'portrait')
  const margin = MARGIN[orientation] * TWIPS
  return {
    size: {
      width: Math.round(width * TWIPS),
      height: Math.round(height * TWIPS),
      orientation: orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: { top: margin, right: margin, bottom: margin, left: margin, header: HEADER * TWIPS, footer: FOOTER * TWIPS },
  }
}

function titleBlock({ title, subtitle, asOf }: Report, t: Translate): Paragraph[] {
  const under = [subtitle, t('map.title.asOf', { day: asOf })].filter((words) => words !== '').join(t('map.separator'))
  return [
    new Paragraph({ heading: HeadingLevel.TITLE, children: runs(title) }),
    new Paragraph({ style: 'Subtitle', children: runs(under) }),
  ]
}

/** A table of contents that Word can make anew, with the pages that the headings are likely to be on. */
function contents(t: Translate): FileChild[] {
  const title = t('document.contents')
  return [
    new Paragraph({ style: styleIds.partSubtitle, children: runs(title) }),
    new TableOfContents(title, {
      hyperlink: true,
      headingStyleRange: '1-1',
    }),
  ]
}

function header({ title }: Report): Header {
  return new Header({ children: [new Paragraph({ style: 'Footer', children: runs(title) })] })
}

function footer({ sourceNote }: Report, room: Size, t: Translate): Footer {
  // The numbers are fields: the words around them are cut at marks that no language has.
  const [before = '', between = '', after = ''] = t('document.page', { n: '\u0001', m: '\u0001' }).split('\u0001')
  const numbers = new TextRun({ children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after] })
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        border: { top: { style: BorderStyle.SINGLE, size: 4, space: 4, color: palettes.light.departmentBorder.slice(1) } },
        tabStops: [{ type: TabStopType.RIGHT, position: Math.round(room.width * TWIPS) }],
        children: [...runs(sourceNote), new TextRun({ children: [new Tab()] }), numbers],
      }),
    ],
  })
}
