import { hull, type Point, type Rect } from '../../../src-shared/layout/geometry'
import type { Paint, TextPrimitive } from '../../../src-shared/scene/primitives'
import type { Colours } from './colours'
import { geometryOf } from './geometry'
import type { Piece } from './pieces'
import { run, type Script } from './text'
import { boxXml, emu, type Placing, placeRect } from './units'
import { type Xml, xml } from './xml'

/** What shapes of a slide are made with. */
export interface Brush {
  readonly colours: Colours
  readonly script: Script
  /** A number that no other shape of the slide has. */
  readonly newId: () => number
}

/** A shape with the part of the slide that it takes, in points. */
export interface Drawn {
  readonly xml: Xml
  readonly box: Rect
}

/** What a shape is called, and what it says to those who do not see it. */
export interface Named {
  readonly name: string
  /** Empty: decoration, or part of something that is described as a whole. */
  readonly words: string
}

/** Where connectors end at a shape: its number, and the places on the slide, in points. */
export interface Glue {
  readonly id: number
  readonly sites: readonly Point[]
}

/** No thinner: printers leave such lines out. In points. */
const LEAST_STROKE = 0.25

/** A piece as a shape. `glue` gives it a number known before, and places where connectors hold. */
export function shapeOf(
  piece: Piece,
  placing: Placing,
  opacity: number,
  { name, words }: Named,
  brush: Brush,
  glue?: Glue,
): Drawn {
  const { primitive, label, bounds } = piece
  const box = placeRect(bounds, placing)
  const text = primitive.shape === 'text' ? primitive : label
  const paint: Paint = primitive.shape === 'text' ? {} : primitive
  const fill =
    paint.fill === undefined ? xml`<a:noFill/>` : xml`<a:solidFill>${brush.colours.write(paint.fill, opacity)}</a:solidFill>`
  const line =
    paint.stroke === undefined
      ? xml`<a:ln><a:noFill/></a:ln>`
      : strokeXml({ ...paint, stroke: paint.stroke, strokeWidth: (paint.strokeWidth ?? 1) * placing.scale }, opacity, brush)
  const body = text ? textBody(text, placing.scale, inkOf(text, paint.fill, opacity, brush), label !== null, brush) : xml``
  const kind = primitive.shape === 'text' ? xml` txBox="1"` : xml``
  const alt = words === '' ? xml`` : xml` descr="${words}"`
  return {
    box,
    xml: xml`<p:sp><p:nvSpPr><p:cNvPr id="${glue?.id ?? brush.newId()}" name="${name}"${alt}/><p:cNvSpPr${kind}/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>${boxXml(box)}</a:xfrm>${geometryOf(piece, placing, box, glue?.sites ?? null)}${fill}${line}</p:spPr>${body}</p:sp>`,
  }
}

/** Shapes that move as one. */
export function groupOf(parts: readonly Drawn[], { name, words }: Named, brush: Brush): Drawn {
  const box = hull(parts.map((part) => part.box)) ?? { x: 0, y: 0, width: 0, height: 0 }
  const { x, y, width, height } = box
  const alt = words === '' ? xml`` : xml` descr="${words}"`
  return {
    box,
    xml: xml`<p:grpSp><p:nvGrpSpPr><p:cNvPr id="${brush.newId()}" name="${name}"${alt}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>${boxXml(box)}<a:chOff x="${emu(x)}" y="${emu(y)}"/><a:chExt cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm></p:grpSpPr>${parts.map((part) => part.xml)}</p:grpSp>`,
  }
}

export interface Stroke {
  readonly stroke: string
  /** In points. */
  readonly strokeWidth: number
  readonly dash?: readonly number[]
  readonly round?: boolean
  readonly head?: 'none' | 'triangle' | 'oval' | 'diamond'
  readonly tail?: 'none' | 'triangle' | 'oval' | 'diamond'
}

/** A line's looks; dashes are the program's own, so that they can be chosen anew. */
export function strokeXml({ stroke, strokeWidth, dash, round, head, tail }: Stroke, opacity: number, { colours }: Brush): Xml {
  const [on = 0] = dash ?? []
  const pattern = dash ? xml`<a:prstDash val="${on < 0.5 ? 'sysDot' : on <= 4 ? 'sysDash' : 'dash'}"/>` : xml``
  const cap = round ? xml` cap="rnd"` : xml``
  const join = round ? xml`<a:round/>` : xml`<a:miter lim="800000"/>`
  const end = (name: 'headEnd' | 'tailEnd', type: Stroke['head']): Xml =>
    type === undefined || type === 'none' ? xml`` : xml`<a:${name} type="${type}" w="med" len="med"/>`
  return xml`<a:ln w="${emu(Math.max(LEAST_STROKE, strokeWidth))}"${cap}><a:solidFill>${colours.write(stroke, opacity)}</a:solidFill>${pattern}${join}${end('headEnd', head)}${end('tailEnd', tail)}</a:ln>`
}

/** A text's colour; on a filled shape one that is read on what the template makes of the fill. */
function inkOf(text: TextPrimitive, fill: string | undefined, opacity: number, { colours }: Brush): Xml {
  const onAccent = fill !== undefined && text.fill === colours.palette.onAccent
  return colours.write(onAccent ? colours.readableOn(fill) : text.fill, opacity)
}

function textBody(
  { text, font, anchor = 'start' }: TextPrimitive,
  scale: number,
  colour: Xml,
  centred: boolean,
  { script }: Brush,
): Xml {
  const align = centred || anchor === 'middle' ? 'ctr' : anchor === 'start' ? 'l' : 'r'
  const style = { size: font.size * scale, bold: font.weight === 600, colour }
  return xml`<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn="${align}"/>${run(text, style, script)}</a:p></p:txBody>`
}
