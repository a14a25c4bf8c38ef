import type { Palette } from '../../../src-shared/scene/palette'
import type { TieKind } from '../../../src-shared/model/scales'
import { connectorGeometry, type Way } from './connector'
import { type Brush, type Named, type Stroke, strokeXml } from './drawing'
import type { Fastening } from './glue'
import { type Placing, placePoint } from './units'
import { type Xml, xml } from './xml'

/** The looks of a tie by its kind. Signs are the connector's own ends, so that they go where it goes. `width` in units of the map. */
export function tieStroke(kind: TieKind, width: number, { ties }: Palette): Stroke {
  const plain = { stroke: ties[kind], strokeWidth: width }
  switch (kind) {
    case 'influences':
      return { ...plain, tail: 'triangle' }
    case 'conflicts-with':
      return { ...plain, dash: [7, 4], head: 'diamond', tail: 'diamond' }
    case 'allied-with':
      return { ...plain, head: 'oval', tail: 'oval' }
    case 'personal':
      return { ...plain, dash: [0.01, width + 3.2], round: true }
    default:
      return kind satisfies never
  }
}

export function reportingStroke({ line }: Palette): Stroke {
  return { stroke: line, strokeWidth: 1.4 }
}

/** A step of a way: broad for the best way, narrower and dashed for the next best. */
export function stepStroke(best: boolean, { selection, inkQuiet }: Palette): Stroke {
  return best
    ? { stroke: selection, strokeWidth: 3.6, tail: 'triangle' }
    : { stroke: inkQuiet, strokeWidth: 2, dash: [7, 5], tail: 'triangle' }
}

/** A connector that holds to the shapes at its ends. */
export function connectorXml(
  way: Way,
  ends: readonly [Fastening | null, Fastening | null],
  stroke: Stroke,
  placing: Placing,
  opacity: number,
  { name, words }: Named,
  brush: Brush,
): Xml {
  const [from, to] = ends
  const glued = (tag: 'stCxn' | 'endCxn', end: Fastening | null): Xml =>
    end === null ? xml`` : xml`<a:${tag} id="${end.shapeId}" idx="${end.site}"/>`
  const line = strokeXml({ ...stroke, strokeWidth: stroke.strokeWidth * placing.scale }, opacity, brush)
  return xml`<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="${brush.newId()}" name="${name}" descr="${words}"/><p:cNvCxnSpPr>${glued('stCxn', from)}${glued('endCxn', to)}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr><p:spPr>${connectorGeometry(placed(way, placing))}${line}</p:spPr></p:cxnSp>`
}

function placed(way: Way, placing: Placing): Way {
  const [start, end] = [placePoint(way.start, placing), placePoint(way.end, placing)]
  if (way.kind === 'straight') return { ...way, start, end }
  const inner = way.inner.map((value, i) => {
    const axis = (way.first === 'x') === (i % 2 === 0) ? 'x' : 'y'
    return placing[axis] + value * placing.scale
  })
  return { ...way, start, end, inner }
}
