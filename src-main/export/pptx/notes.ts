import type { Package } from './package'
import { themeXml, tree } from './shippedTemplate'
import type { Template } from './template'
import { run, type Script } from './text'
import { boxXml } from './units'
import { NS, REL, TYPE } from './vocabulary'
import { xml } from './xml'

/** A sheet of notes, in points: A4's width is of no matter, the picture above and the words below are. */
const PICTURE = { x: 54, y: 54, width: 432, height: 243 }
const WORDS = { x: 54, y: 324, width: 432, height: 360 }

/** Puts what the speaker should know on the notes sheet of a slide, paragraph by paragraph. */
export function addNotes(
  { pack, presentation }: Template,
  slide: string,
  number: number,
  notes: readonly string[],
  script: Script,
): void {
  const part = `ppt/notesSlides/notesSlide${number}.xml`
  const paragraphs = notes
    .flatMap((note) => note.split('\n'))
    .map((note) => xml`<a:p>${note === '' ? xml`` : run(note, {}, script)}</a:p>`)
  const shapes = [
    xml`<p:sp><p:nvSpPr><p:cNvPr id="2" name="sldImg"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>`,
    xml`<p:sp><p:nvSpPr><p:cNvPr id="3" name="body"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</p:txBody></p:sp>`,
  ]
  pack.put(
    part,
    TYPE.notesSlide,
    xml`<p:notes xmlns:a="${NS.a}" xmlns:r="${NS.r}" xmlns:p="${NS.p}"><p:cSld>${tree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`,
  )
  pack.relate(part, REL.notesMaster, notesMaster(pack, presentation))
  pack.relate(part, REL.slide, slide)
  pack.relate(slide, REL.notesSlide, part)
}

/** The template's own notes master, or a plain one. */
function notesMaster(pack: Package, presentation: string): string {
  const own = pack.related(presentation, 'notesMaster')
  if (own !== undefined) return own
  const part = 'ppt/notesMasters/notesMaster1.xml'
  const theme = 'ppt/theme/notesTheme1.xml'
  const shapes = [
    xml`<p:sp><p:nvSpPr><p:cNvPr id="2" name="sldImg"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>${boxXml(PICTURE)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></p:spPr></p:sp>`,
    xml`<p:sp><p:nvSpPr><p:cNvPr id="3" name="body"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm>${boxXml(WORDS)}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>`,
  ]
  const colours = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink']
  pack.put(
    part,
    TYPE.notesMaster,
    xml`<p:notesMaster xmlns:a="${NS.a}" xmlns:r="${NS.r}" xmlns:p="${NS.p}"><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>${tree(shapes)}</p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"${colours.map((name) => xml` ${name}="${name}"`)}/><p:notesStyle><a:lvl1pPr algn="l"><a:defRPr sz="1200"/></a:lvl1pPr></p:notesStyle></p:notesMaster>`,
  )
  pack.put(theme, TYPE.theme, themeXml())
  pack.relate(part, REL.theme, theme)
  pack.relate(presentation, REL.notesMaster, part)
  return part
}
