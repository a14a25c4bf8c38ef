import { dirname, posix } from 'node:path'
import { type Document, DOMParser, XMLSerializer } from '@xmldom/xmldom'
import { strFromU8, unzipSync, type Zippable, zipSync } from 'fflate'
import { AppError } from '../../../src-shared/errors'
import { type Xml, xml, xmlFile } from './xml'

/** Far more than any presentation without films holds; a file that says it holds more is not unpacked. */
const MOST_BYTES = 512 * 1024 * 1024

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types'
const CONTENT_TYPES_PART = '[Content_Types].xml'

/** The package itself as the source of relationships. */
export const ROOT = ''

export interface Relationship {
  readonly id: string
  /** The address of its kind. */
  readonly type: string
  /** The last word of that: 'slide', 'slideLayout', … */
  readonly kind: string
  /** A part's name, or, where `external`, an address. */
  readonly target: string
  readonly external: boolean
}

/** The zip of parts that every Office file is: parts by name (without a leading slash), their types and what they refer to. */
export class Package {
  private readonly parts = new Map<string, Uint8Array>()
  private readonly types = new Map<string, string>()
  private readonly typesOfEndings = new Map<string, string>()
  private readonly referring = new Map<string, Relationship[]>()

  /**
   * Reads a package.
   *
   * @throws AppError `not_pptx` where the bytes are no zip, or one without Office parts; `pptx_damaged` where they break off or a part is no XML
   */
  static open(bytes: Uint8Array): Package {
    if (strFromU8(bytes.subarray(0, 4), true) !== 'PK\u0003\u0004') throw new AppError('not_pptx', {})
    const pack = new Package()
    const files = unzipped(bytes)
    const types = files[CONTENT_TYPES_PART]
    if (!types) throw new AppError('not_pptx', {})
    for (const [name, content] of Object.entries(files)) {
      if (name === CONTENT_TYPES_PART || name.endsWith('/') || isRelationships(name)) continue
      pack.parts.set(name, content)
    }
    for (const { attribute, localName } of elementsOf(parsed(CONTENT_TYPES_PART, types))) {
      if (localName === 'Override') pack.types.set(attribute('PartName').slice(1), attribute('ContentType'))
      if (localName === 'Default') pack.typesOfEndings.set(attribute('Extension').toLowerCase(), attribute('ContentType'))
    }
    for (const [name, content] of Object.entries(files)) {
      if (!isRelationships(name)) continue
      const source = sourceOf(name)
      for (const { attribute, localName } of elementsOf(parsed(name, content))) {
        if (localName !== 'Relationship') continue
        const external = attribute('TargetMode') === 'External'
        const target = external ? attribute('Target') : absolute(source, attribute('Target'))
        pack.relate(source, attribute('Type'), target, { id: attribute('Id'), external })
      }
    }
    return pack
  }

  names(): string[] {
    return [...this.parts.keys()]
  }

  /** The type of a part; empty: unknown. */
  typeOf(name: string): string {
    return this.types.get(name) ?? this.typesOfEndings.get(posix.extname(name).slice(1).toLowerCase()) ?? ''
  }

  /** @throws AppError `pptx_damaged` where it is missing or no XML */
  document(name: string): Document {
    const content = this.parts.get(name)
    if (!content) throw new AppError('pptx_damaged', { detail: name })
    return parsed(name, content)
  }

  put(name: string, type: string, content: Xml | Document): void {
    this.types.set(name, type)
    this.parts.set(name, 'documentElement' in content ? serialized(content) : xmlFile(content))
  }

  relationships(source: string): readonly Relationship[] {
    return this.referring.get(source) ?? []
  }

  /** The part that `source` refers to in this way; undefined: none. */
  related(source: string, kind: string): string | undefined {
    return this.relationships(source).find((each) => each.kind === kind && !each.external)?.target
  }

  /** Adds a relationship and returns its id. `type` is the full address of its kind. */
  relate(
    source: string,
    type: string,
    target: string,
    given: { readonly id?: string; readonly external?: boolean } = {},
  ): string {
    const known = this.referring.get(source) ?? []
    const used = new Set(known.map(({ id }) => id))
    let next = known.length + 1
    while (used.has(`rId${next}`)) next += 1
    const id = given.id ?? `rId${next}`
    const kind = type.slice(type.lastIndexOf('/') + 1)
    this.referring.set(source, [...known, { id, type, kind, target, external: given.external ?? false }])
    return id
  }

  /** Keeps of a source's relationships only some. */
  keepRelationships(source: string, keep: (relationship: Relationship) => boolean): void {
    this.referring.set(source, this.relationships(source).filter(keep))
  }

  /** Drops every part to which no way leads any more. */
  prune(): void {
    const reached = new Set<string>()
    const visit = (source: string): void => {
      for (const { target, external } of this.relationships(source)) {
        if (external || reached.has(target) || !this.parts.has(target)) continue
        reached.add(target)
        visit(target)
      }
    }
    visit(ROOT)
    for (const name of this.names()) {
      if (reached.has(name)) continue
      this.parts.delete(name)
      this.types.delete(name)
      this.referring.delete(name)
    }
  }

  /** The zip. Equal packages give equal bytes. */
  write(): Uint8Array {
    const files: Zippable = {}
    files[CONTENT_TYPES_PART] = xmlFile(this.contentTypes())
    for (const source of [ROOT, ...this.names().sort()]) {
      const content = this.parts.get(source)
      if (content) files[source] = content
      const known = this.relationships(source)
      if (known.length > 0) files[relationshipsOf(source)] = xmlFile(this.relationshipsXml(source, known))
    }
    // Local time, which is what a zip holds: the same bytes in every zone.
    return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 })
  }

  private contentTypes(): Xml {
    const endings = [...this.typesOfEndings].filter(([ending]) => ending !== 'rels' && ending !== 'xml')
    const overrides = this.names()
      .sort()
      .flatMap((name) => {
        const type = this.types.get(name)
        return type === undefined ? [] : [xml`<Override PartName="/${name}" ContentType="${type}"/>`]
      })
    return xml`<Types xmlns="${CONTENT_TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${endings.map(
      ([ending, type]) => xml`<Default Extension="${ending}" ContentType="${type}"/>`,
    )}${overrides}</Types>`
  }

  private relationshipsXml(source: string, known: readonly Relationship[]): Xml {
    return xml`<Relationships xmlns="${RELATIONSHIPS}">${known.map(({ id, type, target, external }) =>
      external
        ? xml`<Relationship Id="${id}" Type="${type}" Target="${target}" TargetMode="External"/>`
        : xml`<Relationship Id="${id}" Type="${type}" Target="${posix.relative(dirname(`/${source}`), `/${target}`)}"/>`,
    )}</Relationships>`
  }
}

function isRelationships(name: string): boolean {
  return name.endsWith('.rels') && posix.basename(posix.dirname(name)) === '_rels'
}

/** Whose relationships a part lists: `_rels/.rels` those of the package itself. */
function sourceOf(name: string): string {
  const file = posix.basename(name).slice(0, -'.rels'.length)
  return file === '' ? ROOT : posix.join(posix.dirname(posix.dirname(name)), file)
}

function relationshipsOf(source: string): string {
  return posix.join(posix.dirname(source), '_rels', `${posix.basename(source)}.rels`)
}

/** A target as a part's name; some programs write them from the root. */
function absolute(source: string, target: string): string {
  const [path = ''] = target.split('#')
  return path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(source), path)
}

function unzipped(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize
        if (total > MOST_BYTES) throw new Error(`more than ${MOST_BYTES} bytes`)
        return true
      },
    })
  } catch (error) {
    throw new AppError('pptx_damaged', { detail: messageOf(error) }, { cause: error })
  }
}

function parsed(name: string, content: Uint8Array): Document {
  try {
    return new DOMParser({
      onError: (level, message) => {
        if (level !== 'warning') throw new Error(message)
      },
    }).parseFromString(new TextDecoder('utf-8').decode(content), 'text/xml')
  } catch (error) {
    throw new AppError('pptx_damaged', { detail: `${name}: ${messageOf(error)}` }, { cause: error })
  }
}

function serialized(document: Document): Uint8Array {
  return new TextEncoder().encode(new XMLSerializer().serializeToString(document))
}

function elementsOf(document: Document) {
  return Array.from(document.documentElement?.children ?? [], (element) => ({
    localName: element.localName ?? '',
    attribute: (name: string): string => element.getAttribute(name) ?? '',
  }))
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
