import type { Rect, Size } from '../../../src-shared/layout/geometry'
import { palettes } from '../../../src-shared/scene/palette'
import { Package, ROOT } from './package'
import { boxXml, emu } from './units'
import { NS, REL, TYPE } from './vocabulary'
import { type Xml, xml } from './xml'

/** The typeface of Chinese texts, where a template names none: it comes with Office for Windows and for the Mac. */
export const EAST_ASIAN_FONT = 'Microsoft YaHei'
const LATIN_FONT = 'Arial'

export type SlideSize = '16:9' | '4:3'

const SIZES: Readonly<Record<SlideSize, Size>> = {
  '16:9': { width: 960, height: 540 },
  '4:3': { width: 720, height: 540 },
}
const MARGIN = 30

/** The template that the program brings, a package like any company's own: a plain master, one layout to begin with and one for content. */
export function shippedTemplate(size: SlideSize): Package {
  const { width, height } = SIZES[size]
  const pack = new Package()
  const presentation = 'ppt/presentation.xml'
  const master = 'ppt/slideMasters/slideMaster1.xml'
  const layouts = { title: 'ppt/slideLayouts/slideLayout1.xml', titleOnly: 'ppt/slideLayouts/slideLayout2.xml' }
  pack.relate(ROOT, REL.officeDocument, presentation)
  const masterId = pack.relate(presentation, REL.slideMaster, master)
  pack.put(
    presentation,
    TYPE.presentation,
    xml`<p:presentation xmlns:a="${NS.a}" xmlns:r="${NS.r}" xmlns:p="${NS.p}"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="${masterId}"/></p:sldMasterIdLst><p:sldSz cx="${emu(width)}" cy="${emu(height)}"${size === '4:3' ? xml` type="screen4x3"` : xml``}/><p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle><a:lvl1pPr algn="l">${styleXml(12, 'mn', false)}</a:lvl1pPr></p:defaultTextStyle></p:presentation>`,
  )
  pack.relate(presentation, REL.theme, 'ppt/theme/theme1.xml')
  pack.put('ppt/theme/theme1.xml', TYPE.theme, themeXml())

  const inner = width - 2 * MARGIN
  const foot = { y: height - 26, height: 18 }
  const places = {
    title: { x: MARGIN, y: 18, width: inner, height: 38 },
    body: { x: MARGIN, y: 62, width: inner, height: height - 96 },
    ftr: { x: MARGIN, width: inner - 160, ...foot },
    dt: { x: MARGIN + inner - 150, width: 100, ...foot },
    sldNum: { x: MARGIN + inner - 40, width: 40, ...foot },
  }
  const footers = [
    placeholder(4, 'dt', places.dt, { size: 9, align: 'r' }),
    placeholder(5, 'ftr', places.ftr, { size: 9 }),
    placeholder(6, 'sldNum', places.sldNum, { size: 9, align: 'r' }),
  ]
  const layoutIds = Object.values(layouts).map((part) => pack.relate(master, REL.slideLayout, part))
  pack.relate(master, REL.theme, 'ppt/theme/theme1.xml')
  const colours = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink']
  const colourMap = [xml` bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"`, ...colours.map((name) => xml` ${name}="${name}"`)]
  pack.put(
    master,
    TYPE.slideMaster,
    xml`<p:sldMaster xmlns:a="${NS.a}" xmlns:r="${NS.r}" xmlns:p="${NS.p}"><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>${tree(
      [placeholder(2, 'title', places.title, { anchor: 'b' }), placeholder(3, 'body', places.body, {}), ...footers],
    )}</p:cSld><p:clrMap${colourMap}/><p:sldLayoutIdLst>${layoutIds.map(
      (id, i) => xml`<p:sldLayoutId id="${2147483649 + i}" r:id="${id}"/>`,
    )}</p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc>${styleXml(24, 'mj', true)}</a:lvl1pPr></p:titleStyle><p:bodyStyle><a:lvl1pPr marL="0" indent="0" algn="l"><a:buNone/>${styleXml(16, 'mn', false)}</a:lvl1pPr></p:bodyStyle><p:otherStyle><a:lvl1pPr algn="l">${styleXml(12, 'mn', false)}</a:lvl1pPr></p:otherStyle></p:txStyles></p:sldMaster>`,
  )
  const middle = { x: MARGIN * 2, width: width - 4 * MARGIN }
  const cover = [
    placeholder(2, 'ctrTitle', { ...middle, y: height * 0.3, height: 90 }, { anchor: 'b', size: 36 }),
    placeholder(3, 'subTitle', { ...middle, y: height * 0.3 + 104, height: 70 }, { size: 18 }),
    ...footers,
  ]
  const content = [placeholder(2, 'title'), ...footers]
  for (const [type, name, part, shapes] of [
    ['title', 'Title Slide', layouts.title, [coverBar(height), ...cover]],
    ['titleOnly', 'Title Only', layouts.titleOnly, content],
  ] as const) {
    pack.relate(part, REL.slideMaster, master)
    pack.put(
      part,
      TYPE.slideLayout,
      xml`<p:sldLayout xmlns:a="${NS.a}" xmlns:r="${NS.r}" xmlns:p="${NS.p}" type="${type}" preserve="1"><p:cSld name="${name}">${tree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
    )
  }
  return pack
}

/** The theme: our inks and grounds, and as accents the colours of the six shipped roles. */
export function themeXml(): Xml {
  const { ink, inkSoft, department, roles } = palettes.light
  const accents = roles.map(({ accent }) => accent)
  const slots = [
    ['dk1', ink],
    ['lt1', '#ffffff'],
    ['dk2', inkSoft],
    ['lt2', department],
    ...accents.map((accent, i) => [`accent${i + 1}`, accent] as const),
    ['hlink', accents[1] ?? ink],
    ['folHlink', accents[2] ?? ink],
  ] as const
  const scheme = slots.map(([name, colour]) => raw(name, xml`<a:srgbClr val="${colour.slice(1).toUpperCase()}"/>`))
  const fonts = xml`<a:latin typeface="${LATIN_FONT}"/><a:ea typeface="${EAST_ASIAN_FONT}"/><a:cs typeface=""/>`
  const fill = xml`<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`
  const line = (width: number): Xml => xml`<a:ln w="${width}"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>`
  const plain = xml`<a:effectStyle><a:effectLst/></a:effectStyle>`
  return xml`<a:theme xmlns:a="${NS.a}" name="Linchpin"><a:themeElements><a:clrScheme name="Linchpin">${scheme}</a:clrScheme><a:fontScheme name="Linchpin"><a:majorFont>${fonts}</a:majorFont><a:minorFont>${fonts}</a:minorFont></a:fontScheme><a:fmtScheme name="Linchpin"><a:fillStyleLst>${[fill, fill, fill]}</a:fillStyleLst><a:lnStyleLst>${[line(6350), line(12700), line(19050)]}</a:lnStyleLst><a:effectStyleLst>${[plain, plain, plain]}</a:effectStyleLst><a:bgFillStyleLst>${[fill, fill, fill]}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
}

/** What holds the shapes of a slide, a layout or a master. */
export function tree(shapes: readonly Xml[]): Xml {
  return xml`<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>${shapes}</p:spTree>`
}

interface PlaceholderStyle {
  readonly size?: number
  readonly anchor?: 't' | 'b'
  readonly align?: 'l' | 'r'
}

/** What to type into it is for the program to say, in its user's language. */
function placeholder(id: number, type: string, rect?: Rect, { size, anchor = 't', align = 'l' }: PlaceholderStyle = {}): Xml {
  const index = { dt: 10, ftr: 11, sldNum: 12, body: 1, subTitle: 1 }[type]
  const place = rect ? xml`<a:xfrm>${boxXml(rect)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>` : xml``
  const body = rect
    ? xml`<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="${anchor}"><a:normAutofit/></a:bodyPr>`
    : xml`<a:bodyPr/>`
  const style =
    size === undefined
      ? xml``
      : xml`<a:lvl1pPr algn="${align}">${styleXml(size, type.endsWith('itle') ? 'mj' : 'mn', type === 'ctrTitle')}</a:lvl1pPr>`
  // An empty foot LibreOffice takes for one without a style.
  const text =
    type === 'sldNum'
      ? xml`<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr/><a:t>‹#›</a:t></a:fld>`
      : type === 'ftr' || type === 'dt'
        ? xml`<a:r><a:rPr/><a:t> </a:t></a:r>`
        : xml``
  return xml`<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${type}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="${type}"${index === undefined ? xml`` : xml` idx="${index}"`}/></p:nvPr></p:nvSpPr><p:spPr>${place}</p:spPr><p:txBody>${body}<a:lstStyle>${style}</a:lstStyle><a:p>${text}</a:p></p:txBody></p:sp>`
}

/** A slim bar at the left of the first slide. */
function coverBar(height: number): Xml {
  const rect = { x: MARGIN * 2 - 16, y: height * 0.3 + 34, width: 4, height: 116 }
  return xml`<p:sp><p:nvSpPr><p:cNvPr id="7" name="bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm>${boxXml(rect)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>`
}

function styleXml(size: number, font: 'mj' | 'mn', bold: boolean): Xml {
  return xml`<a:defRPr sz="${size * 100}" b="${bold ? 1 : 0}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+${font}-lt"/><a:ea typeface="+${font}-ea"/></a:defRPr>`
}

function raw(name: string, inner: Xml): Xml {
  return xml`<a:${name}>${inner}</a:${name}>`
}
