import type { Document, Element } from '@xmldom/xmldom'
import type { Rect } from '../../../src-shared/layout/geometry'
import { points } from './units'
import { NS } from './vocabulary'

/** Looking things up in the XML of a template. Names are local ones: prefixes are a file's own choice. */

/** The elements of a name anywhere beneath, in order. */
export function descendants(root: Document | Element, name: string): Element[] {
  return Array.from(root.getElementsByTagNameNS('*', name))
}

export function descendant(root: Document | Element, name: string): Element | undefined {
  return descendants(root, name)[0]
}

/** The child of a name, or at the end of a path of names. */
export function child(root: Element | null | undefined, ...path: readonly string[]): Element | undefined {
  let at = root ?? undefined
  for (const name of path) at = at && Array.from(at.children).find(({ localName }) => localName === name)
  return at
}

/** The id of the relationship that an element names. */
export function relationshipId(element: Element): string {
  return element.getAttributeNS(NS.r, 'id') ?? ''
}

/** Place and size of a shape, in points; undefined: it has none of its own. */
export function boxOf(shape: Element): Rect | undefined {
  const transform = child(shape, 'spPr', 'xfrm')
  const [offset, extent] = [child(transform, 'off'), child(transform, 'ext')]
  if (!offset || !extent) return undefined
  return {
    x: points(numberOf(offset, 'x')),
    y: points(numberOf(offset, 'y')),
    width: points(numberOf(extent, 'cx')),
    height: points(numberOf(extent, 'cy')),
  }
}

export function numberOf(element: Element, attribute: string): number {
  return Number(element.getAttribute(attribute) ?? 0)
}
