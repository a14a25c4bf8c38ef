import type { Element } from '@xmldom/xmldom'
import { expect } from 'vitest'
import type { Scene } from '../../src-shared/scene/sceneTypes'
import { type Deck, elements, nameOf, numberOf, propertiesOf, type Slide } from './pptxDeck'

/** Every part listed, typed, referred to and referring to what is there; every shape of a slide with a number of its own. */
export function expectSound({ names, documents, relations, slides }: Deck): void {
  const parts = names.filter((name) => name !== '[Content_Types].xml' && !name.endsWith('.rels'))
  const types = documents.get('[Content_Types].xml')
  const overrides = elements(types, 'Override').map((each) => (each.getAttribute('PartName') ?? '').slice(1))
  const defaults = elements(types, 'Default').map((each) => each.getAttribute('Extension') ?? '')
  expect(overrides.filter((name) => !parts.includes(name))).toEqual([])
  expect(
    parts.filter(
      (name) => !overrides.includes(name) && !defaults.some((ending) => ending !== 'xml' && name.endsWith(`.${ending}`)),
    ),
  ).toEqual([])
  expect(relations.filter(({ external, target }) => !external && !parts.includes(target))).toEqual([])
  expect(relations.filter(({ source }) => source !== '' && !parts.includes(source))).toEqual([])
  const reached = new Set([''])
  for (let before = 0; before < reached.size;) {
    before = reached.size
    for (const { source, target, external } of relations) if (!external && reached.has(source)) reached.add(target)
  }
  expect(parts.filter((name) => !reached.has(name))).toEqual([])
  for (const { document, relationships } of slides) {
    const ids = elements(document, 'cNvPr').map((shape) => numberOf(shape, 'id'))
    expect(new Set(ids).size).toBe(ids.length)
    const known = relationships.map(({ id }) => id)
    for (const link of elements(document, 'hlinkClick')) expect(known).toContain(link.getAttribute('r:id'))
  }
}

/** Every line and tie is a connector, held at both ends by the shape of whom it belongs to, at the very place where it ends. */
export function expectGlued({ document }: Slide, scene: Scene): void {
  const shapes = new Map(elements(document, 'sp').map((shape) => [propertiesOf(shape).getAttribute('id') ?? '', shape]))
  const connectors = elements(document, 'cxnSp')
  const names = new Map(scene.cards.map(({ id, name }) => [id, name.full]))
  const people = new Map(scene.cards.flatMap(({ personId, name }) => (personId === null ? [] : [[personId, name.full] as const])))
  const wanted = [
    ...scene.lines.map(({ parentId, childId }) => [names.get(parentId), names.get(childId)]),
    ...scene.ties.map(({ fromPersonId, toPersonId }) => [people.get(fromPersonId), people.get(toPersonId)]),
  ]
  const held = connectors.map((connector) => {
    const ends = endsOf(connector)
    return (['stCxn', 'endCxn'] as const).map((tag, i) => {
      const [glue] = elements(connector, tag)
      const shape = shapes.get(glue?.getAttribute('id') ?? '')
      if (!glue || !shape) throw new Error(`${nameOf(connector)} is not held at its ${tag}`)
      const site = siteOf(shape, numberOf(glue, 'idx'))
      const end = ends[i]
      // Rounding of three numbers, a connector without extent, and half a line's width.
      expect(Math.hypot(site.x - (end?.x ?? 0), site.y - (end?.y ?? 0))).toBeLessThan(500)
      return nameOf(shape.parentNode as Element)
    })
  })
  const sorted = (pairs: readonly (readonly (string | undefined)[])[]): string[] => pairs.map((pair) => pair.join(' – ')).sort()
  expect(sorted(held)).toEqual(sorted(wanted))
}

interface Place {
  readonly x: number
  readonly y: number
}

/** Where a shape's connection site is on the slide. Groups are not scaled, so that what is in them counts as the slide does. */
function siteOf(shape: Element, index: number): Place {
  const { x, y, width, height } = boxOf(shape)
  const share = (axis: 'X' | 'Y'): number => {
    const guide = elements(shape, 'gd').find((each) => each.getAttribute('name') === `site${axis}${index}`)
    const [, , at = Number.NaN, whole = 1] = (guide?.getAttribute('fmla') ?? '').split(' ').map(Number)
    return at / whole
  }
  expect(elements(shape, 'cxn').length).toBeGreaterThan(index)
  return { x: x + share('X') * width, y: y + share('Y') * height }
}

/** Start and end of a connector: two corners of its box, turned about its middle. */
function endsOf(connector: Element): readonly [Place, Place] {
  const [transform] = elements(connector, 'xfrm')
  const { x, y, width, height } = boxOf(connector)
  const flip = (name: string): number => (transform?.getAttribute(name) === '1' ? -1 : 1)
  const turn = (Number(transform?.getAttribute('rot') ?? 0) / 60_000 / 180) * Math.PI
  const corner = (sign: number): Place => {
    const [dx, dy] = [(sign * flip('flipH') * width) / 2, (sign * flip('flipV') * height) / 2]
    return {
      x: x + width / 2 + dx * Math.cos(turn) - dy * Math.sin(turn),
      y: y + height / 2 + dx * Math.sin(turn) + dy * Math.cos(turn),
    }
  }
  return [corner(-1), corner(1)]
}

/** Place and size of a shape, as the file counts. */
export function boxOf(shape: Element) {
  const [offset] = elements(shape, 'off')
  const [extent] = elements(shape, 'ext')
  return { x: numberOf(offset, 'x'), y: numberOf(offset, 'y'), width: numberOf(extent, 'cx'), height: numberOf(extent, 'cy') }
}
