import type { Document, Element } from '@xmldom/xmldom'
import type { Rect, Size } from '../../../src-shared/layout/geometry'
import { AppError } from '../../../src-shared/errors'
import { boxOf, child, descendant, descendants, numberOf, relationshipId } from './elements'
import { Package, ROOT } from './package'
import { points } from './units'
import { PRESENTATION_TYPES, REL, TYPE } from './vocabulary'

/** What of a presentation's own elements says something about slides to come; everything else is about those that were there. */
const KEPT_ELEMENTS: ReadonlySet<string> = new Set([
  'sldMasterIdLst',
  'notesMasterIdLst',
  'handoutMasterIdLst',
  'sldSz',
  'notesSz',
  'embeddedFontLst',
  'kinsoku',
  'defaultTextStyle',
])
/** What a presentation may go on referring to. The rest is slides, and what would tell who wrote them: authors, labels, views, macros. */
const KEPT_RELATIONSHIPS: ReadonlySet<string> = new Set([
  'slideMaster',
  'notesMaster',
  'handoutMaster',
  'theme',
  'tableStyles',
  'presProps',
  'font',
])

/** Where a layout lets something stand. */
export interface Placeholder {
  /** 'title', 'ctrTitle', 'subTitle', 'body', 'dt', 'ftr', 'sldNum', 'pic', … */
  readonly type: string
  readonly index: string
  /** In points; null: the template does not say. */
  readonly rect: Rect | null
  /** Size of its type in points; null: not said. */
  readonly fontSize: number | null
}

export interface Layout {
  readonly part: string
  readonly name: string
  /** The program's word for it: 'title', 'titleOnly', 'obj', …; empty: a layout of somebody's own. */
  readonly type: string
  readonly placeholders: readonly Placeholder[]
}

/** A package to put slides into: a company's own, or the one that the program brings. */
export interface Template {
  readonly pack: Package
  /** The part that lists the slides. */
  readonly presentation: string
  /** In points. */
  readonly size: Size
  readonly layouts: readonly Layout[]
  /** The master's theme. */
  readonly theme: ThemeFacts
}

/** What has to be known of a theme to be written on. */
export interface ThemeFacts {
  /** What bg1, tx1, accent1, … stand for, as #rrggbb. */
  readonly colours: ReadonlyMap<string, string>
  /** Whether it names a typeface for Chinese. */
  readonly hasEastAsianFont: boolean
}

/**
 * Reads a template and empties it of its slides and of whatever tells of its authors.
 *
 * @throws AppError `not_pptx`, `pptx_damaged`
 */
export function openTemplate(pack: Package): Template {
  const presentation = pack.relationships(ROOT).find(({ type }) => type === REL.officeDocument)?.target
  if (presentation === undefined || !PRESENTATION_TYPES.has(pack.typeOf(presentation))) throw new AppError('not_pptx', {})
  const document = pack.document(presentation)
  const root = rootOf(document, presentation)
  for (const element of Array.from(root.children)) {
    if (!KEPT_ELEMENTS.has(element.localName ?? '')) root.removeChild(element)
  }
  pack.put(presentation, TYPE.presentation, document)
  pack.keepRelationships(ROOT, ({ target }) => target === presentation)
  pack.keepRelationships(presentation, ({ kind }) => KEPT_RELATIONSHIPS.has(kind))
  pack.prune()

  const masters = partsOf(pack, presentation, document, 'sldMasterId')
  const [master] = masters
  const size = descendant(document, 'sldSz')
  if (master === undefined || !size) throw new AppError('pptx_damaged', { detail: presentation })
  return {
    pack,
    presentation,
    size: { width: points(numberOf(size, 'cx')), height: points(numberOf(size, 'cy')) },
    layouts: masters.flatMap((part) => layoutsOf(pack, part)),
    theme: themeFacts(pack, master),
  }
}

/**
 * The names of a template's layouts, in its order.
 *
 * @throws AppError `not_pptx` for a file that is no presentation, `pptx_damaged` for one that cannot be read
 */
export function templateLayouts(bytes: Uint8Array): readonly string[] {
  return openTemplate(Package.open(bytes)).layouts.map(({ name }) => name)
}

/**
 * The layout for what we draw: the one of a name, else the one meant for a title with nothing beneath, else the one with a title and the
 * fewest other places.
 *
 * @throws AppError `layout_unknown`
 */
export function contentLayout({ layouts }: Template, name: string | undefined): Layout {
  if (name !== undefined) {
    const named = layouts.find((layout) => layout.name === name)
    if (!named) throw new AppError('layout_unknown', { value: name, words: layouts.map((layout) => layout.name).join(', ') })
    return named
  }
  const fitness = ({ type, placeholders }: Layout): number =>
    (type === 'titleOnly' ? 0 : 100) +
    (placeholders.some((each) => each.type === 'title') ? 0 : 50) +
    placeholders.filter((each) => !['title', 'dt', 'ftr', 'sldNum'].includes(each.type)).length
  const best = layouts.reduce<Layout | undefined>((a, b) => (a && fitness(a) <= fitness(b) ? a : b), undefined)
  if (!best) throw new AppError('pptx_damaged', { detail: 'slideLayout' })
  return best
}

/** The layout for the first slide; undefined: the template has none. */
export function coverLayout({ layouts }: Template): Layout | undefined {
  return layouts.find(({ type }) => type === 'title')
}

function layoutsOf(pack: Package, master: string): Layout[] {
  const document = pack.document(master)
  const inherited = placeholdersOf(document)
  const titleSize = child(descendant(document, 'titleStyle'), 'lvl1pPr', 'defRPr')
  return partsOf(pack, master, document, 'sldLayoutId').map((part) => {
    const layout = pack.document(part)
    return {
      part,
      name: descendant(layout, 'cSld')?.getAttribute('name') ?? '',
      type: rootOf(layout, part).getAttribute('type') ?? '',
      placeholders: placeholdersOf(layout).map((place): Placeholder => {
        const kind = place.type === 'ctrTitle' ? 'title' : place.type
        const above = inherited.find(({ type }) => type === kind)
        const said = place.fontSize ?? above?.fontSize
        return {
          ...place,
          rect: place.rect ?? above?.rect ?? null,
          fontSize: said ?? (kind === 'title' && titleSize ? numberOf(titleSize, 'sz') / 100 : null),
        }
      }),
    }
  })
}

function placeholdersOf(document: Document): Placeholder[] {
  return descendants(document, 'sp').flatMap((shape): Placeholder[] => {
    const place = child(shape, 'nvSpPr', 'nvPr', 'ph')
    if (!place) return []
    const size = child(shape, 'txBody', 'lstStyle', 'lvl1pPr', 'defRPr')?.getAttribute('sz')
    return [
      {
        type: place.getAttribute('type') ?? 'obj',
        index: place.getAttribute('idx') ?? '',
        rect: boxOf(shape) ?? null,
        fontSize: size ? Number(size) / 100 : null,
      },
    ]
  })
}

/** The parts that a list in a document names, in its order. */
function partsOf(pack: Package, source: string, document: Document, entry: string): string[] {
  const targets = new Map(pack.relationships(source).map(({ id, target }) => [id, target]))
  return descendants(document, entry).flatMap((element) => targets.get(relationshipId(element)) ?? [])
}

function themeFacts(pack: Package, master: string): ThemeFacts {
  const part = pack.related(master, 'theme')
  const theme = part === undefined ? undefined : pack.document(part)
  const defined = new Map(
    Array.from((theme && descendant(theme, 'clrScheme')?.children) ?? [], (slot) => {
      const colour = slot.children[0]
      return [slot.localName ?? '', `#${colour?.getAttribute('lastClr') ?? colour?.getAttribute('val') ?? ''}`.toLowerCase()]
    }),
  )
  const mapping = descendant(pack.document(master), 'clrMap')
  const colours = new Map(
    Array.from(mapping?.attributes ?? []).flatMap(({ name, value }): [string, string][] => {
      const colour = defined.get(value)
      return colour !== undefined && /^#[0-9a-f]{6}$/.test(colour) ? [[name, colour]] : []
    }),
  )
  const minor = theme && descendant(theme, 'minorFont')
  return { colours, hasEastAsianFont: (child(minor, 'ea')?.getAttribute('typeface') ?? '') !== '' }
}

function rootOf(document: Document, part: string): Element {
  const root = document.documentElement
  if (!root) throw new AppError('pptx_damaged', { detail: part })
  return root
}
