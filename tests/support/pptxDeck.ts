import { posix } from 'node:path'
import { type Document, DOMParser, type Element } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'

/** A presentation taken apart by nothing but zip and XML: what any other program finds in it. */
export interface Deck {
  /** Part names as in the zip, with their texts; pictures and the like are left out of `documents`. */
  readonly names: readonly string[]
  readonly documents: ReadonlyMap<string, Document>
  /** Of every part; those of the package itself have no source. */
  readonly relations: readonly Relation[]
  /** In the order of the presentation. */
  readonly slides: readonly Slide[]
  /** Everything in it as text, for what must not be there. */
  readonly everything: string
}

export interface Slide {
  readonly name: string
  readonly document: Document
  /** Texts of its runs, in order. */
  readonly texts: readonly string[]
  readonly notes: readonly string[]
  readonly relationships: readonly Relation[]
}

export interface Relation {
  readonly source: string
  readonly id: string
  readonly type: string
  readonly target: string
  readonly external: boolean
}

/** Reads a presentation. Errors where a part is not well-formed. */
export function readDeck(bytes: Uint8Array): Deck {
  const files = unzipSync(bytes)
  const documents = new Map(
    Object.entries(files).flatMap(([name, content]) =>
      /\.(xml|rels)$/.test(name) ? [[name, wellFormed(name, strFromU8(content))] as const] : [],
    ),
  )
  const relations = [...documents].flatMap(([name, document]) => relationsIn(name, document))
  const relationsOf = (name: string): Relation[] => relations.filter(({ source }) => source === name)
  const presentation = 'ppt/presentation.xml'
  const listed = new Map(relationsOf(presentation).map(({ id, target }) => [id, target]))
  const slides = elements(documents.get(presentation), 'sldId').map((element): Slide => {
    const name = listed.get(element.getAttribute('r:id') ?? '') ?? ''
    const document = documents.get(name)
    if (!document) throw new Error(`the presentation lists ${name}, which is not there`)
    const relationships = relationsOf(name)
    const notes = relationships.find(({ type }) => type === 'notesSlide')
    return {
      name,
      document,
      relationships,
      texts: textsOf(document),
      notes: notes ? textsOf(documents.get(notes.target)) : [],
    }
  })
  return {
    names: Object.keys(files),
    documents,
    relations,
    slides,
    everything: Object.entries(files)
      .map(([name, content]) => `${name}\n${strFromU8(content)}`)
      .join('\n'),
  }
}

/** The elements of a local name, in order. */
export function elements(root: Document | Element | undefined, name: string): Element[] {
  return root ? Array.from(root.getElementsByTagNameNS('*', name)) : []
}

export function textsOf(root: Document | Element | undefined): string[] {
  return elements(root, 't').map(({ textContent }) => textContent ?? '')
}

export function numberOf(element: Element | undefined, attribute: string): number {
  return Number(element?.getAttribute(attribute) ?? Number.NaN)
}

/** Number, name and description of a shape. */
export function propertiesOf(shape: Element): Element {
  const [properties] = elements(shape, 'cNvPr')
  if (!properties) throw new Error('a shape without properties')
  return properties
}

export function nameOf(shape: Element): string {
  return propertiesOf(shape).getAttribute('name') ?? ''
}

function relationsIn(name: string, document: Document): Relation[] {
  if (!name.endsWith('.rels')) return []
  const source = posix.join(posix.dirname(posix.dirname(name)), posix.basename(name).slice(0, -'.rels'.length))
  return elements(document, 'Relationship').map((element) => {
    const external = element.getAttribute('TargetMode') === 'External'
    const target = element.getAttribute('Target') ?? ''
    return {
      source: source === '.' ? '' : source,
      id: element.getAttribute('Id') ?? '',
      type: (element.getAttribute('Type') ?? '').replace(/.*\//, ''),
      target: external ? target : posix.join('/', posix.dirname(source), target).slice(1),
      external,
    }
  })
}

function wellFormed(name: string, text: string): Document {
  return new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw new Error(`${name}: ${message}`)
    },
  }).parseFromString(text, 'text/xml')
}
