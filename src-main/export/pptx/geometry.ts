import type { Point, Rect } from '../../../src-shared/layout/geometry'
import { coordinate } from '../../../src-shared/scene/primitives'
import type { Piece } from './pieces'
import { type PathStep, pathSteps } from './svgPath'
import { emu, permille, type Placing, placePoint } from './units'
import { type Xml, xml } from './xml'

/**
 * The outline of a piece in a box on the slide. With `sites`, places on the slide where connectors hold, it is a path even where it looks
 * like a preset shape: those have connection sites of their own, a path has the ones it is given.
 */
export function geometryOf(piece: Piece, placing: Placing, box: Rect, sites: readonly Point[] | null): Xml {
  const { primitive, steps } = piece
  const open = primitive.shape === 'path' && primitive.fill === undefined
  if (sites) return customGeometry(outlineOf(piece), placing, box, sites, open)
  switch (primitive.shape) {
    case 'rect': {
      const side = Math.min(primitive.width, primitive.height)
      const { radius = 0 } = primitive
      if (radius === 0 || side === 0) return xml`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`
      const adjust = Math.min(50_000, permille(radius / side))
      return xml`<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val ${adjust}"/></a:avLst></a:prstGeom>`
    }
    case 'circle':
      return xml`<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>`
    case 'path':
      return customGeometry(steps, placing, box, [], open)
    case 'text':
      return xml`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`
    default:
      return primitive satisfies never
  }
}

/** The border of a piece as a path. */
function outlineOf({ primitive, bounds, steps }: Piece): readonly PathStep[] {
  const c = coordinate
  switch (primitive.shape) {
    case 'path':
      return steps
    case 'circle':
    case 'rect':
    case 'text': {
      const { x, y, width, height } = bounds
      const most = Math.min(width, height) / 2
      const r = primitive.shape === 'circle' ? most : primitive.shape === 'rect' ? Math.min(primitive.radius ?? 0, most) : 0
      const corner = (dx: number, dy: number): string => (r === 0 ? '' : `a${c(r)} ${c(r)} 0 0 1 ${c(dx)} ${c(dy)}`)
      const [right, down] = [width - 2 * r, height - 2 * r]
      return pathSteps(
        `M${c(x + r)} ${c(y)}h${c(right)}${corner(r, r)}v${c(down)}${corner(-r, r)}h${c(-right)}${corner(-r, -r)}v${c(-down)}${corner(r, -r)}Z`,
      )
    }
    default:
      return primitive satisfies never
  }
}

function customGeometry(steps: readonly PathStep[], placing: Placing, box: Rect, sites: readonly Point[], open: boolean): Xml {
  const [width, height] = [emu(box.width), emu(box.height)]
  const local = (point: Point): Point => ({ x: emu(point.x - box.x), y: emu(point.y - box.y) })
  const pt = (point: Point): Xml => {
    const { x, y } = local(placePoint(point, placing))
    return xml`<a:pt x="${x}" y="${y}"/>`
  }
  const path = steps.map((step) => {
    switch (step.kind) {
      case 'move':
        return xml`<a:moveTo>${pt(step.to)}</a:moveTo>`
      case 'line':
        return xml`<a:lnTo>${pt(step.to)}</a:lnTo>`
      case 'cubic':
        return xml`<a:cubicBezTo>${pt(step.near)}${pt(step.far)}${pt(step.to)}</a:cubicBezTo>`
      case 'close':
        return xml`<a:close/>`
      default:
        return step satisfies never
    }
  })
  // Sites are said in shares of the shape, so that they stay at its border when it is drawn larger.
  const guides = sites
    .map(local)
    .map(
      ({ x, y }, i) =>
        xml`<a:gd name="siteX${i}" fmla="*/ w ${x} ${Math.max(1, width)}"/><a:gd name="siteY${i}" fmla="*/ h ${y} ${Math.max(1, height)}"/>`,
    )
  const connections = sites.map((site, i) => xml`<a:cxn ang="${angleAt(site, box)}"><a:pos x="siteX${i}" y="siteY${i}"/></a:cxn>`)
  return xml`<a:custGeom><a:avLst/><a:gdLst>${guides}</a:gdLst><a:ahLst/><a:cxnLst>${connections}</a:cxnLst><a:rect l="0" t="0" r="r" b="b"/><a:pathLst><a:path w="${width}" h="${height}"${open ? xml` fill="none"` : xml``}>${path}</a:path></a:pathLst></a:custGeom>`
}

/** In which direction a connector leaves the side of a box that a site is on; in sixty-thousandths of a degree, clockwise from the right. */
function angleAt({ x, y }: Point, box: Rect): number {
  const gaps = [box.x + box.width - x, box.y + box.height - y, x - box.x, y - box.y].map(Math.abs)
  return gaps.indexOf(Math.min(...gaps)) * 5_400_000
}
