import { DOMImplementation, XMLSerializer, type Document, type Element } from '@xmldom/xmldom'
import type { PersonId } from '../../src-shared/model/ids'
import type { ReportSource } from '../../src-shared/report/source'
import { roleWords } from '../../src-shared/scene/roleWords'

const NAMESPACE = 'http://graphml.graphdrawing.org/xmlns'

type Type = 'string' | 'double' | 'int' | 'boolean'
type Values = Readonly<Record<string, string | number | boolean | null | undefined>>

/** Attributes of nodes and of edges, in the order of the file; Gephi and yEd read `label` and `weight` by these names. */
const nodeKeys = {
  label: 'string',
  title: 'string',
  department: 'string',
  organization: 'string',
  side: 'string',
  tier: 'string',
  roles: 'string',
  stance: 'string',
  political: 'string',
  depth: 'int',
} as const satisfies Record<string, Type>
const edgeKeys = { kind: 'string', label: 'string', weight: 'double', mutual: 'boolean' } as const satisfies Record<string, Type>

/** A node or an edge: its identity in the file, and what is said of it. */
interface Written {
  readonly attributes: Readonly<Record<string, string>>
  readonly values: Values
}

/** Everything that a GraphML file holds. */
export interface Network {
  readonly nodes: readonly Written[]
  readonly edges: readonly Written[]
}

/** Who is there on a day, with ties and reporting lines; what the reader may not see is not in it. */
export function networkOf(source: ReportSource): Network {
  const { situation } = source.figures
  return {
    nodes: [...situation.snapshot.people.keys()].map((id) => nodeOf(source, id)),
    edges: [...tieEdges(source), ...reportingEdges(source)],
  }
}

/**
 * A network as GraphML (http://graphml.graphdrawing.org). Every edge is directed, since many readers refuse a mixture; `mutual` says
 * which act both ways.
 */
export function toGraphMl(source: ReportSource): string {
  const document = new DOMImplementation().createDocument(NAMESPACE, 'graphml')
  const root = document.documentElement
  if (!root) throw new Error('a new document has its root')
  declare(document, root, 'node', nodeKeys)
  declare(document, root, 'edge', edgeKeys)
  const graph = child(document, root, 'graph', { id: source.graph.account.name, edgedefault: 'directed' })
  child(document, graph, 'desc').appendChild(document.createTextNode(source.day(source.input.on)))
  const { nodes, edges } = networkOf(source)
  for (const { attributes, values } of nodes) write(document, child(document, graph, 'node', attributes), values)
  for (const { attributes, values } of edges) write(document, child(document, graph, 'edge', attributes), values)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document)}\n`
}

/** The names of what is said of nodes and edges, in the order of the file. */
export const networkColumns = { nodes: Object.keys(nodeKeys), edges: Object.keys(edgeKeys) }

function nodeOf(source: ReportSource, id: PersonId): Written {
  const { t, profile, method } = source.input
  const { situation } = source.figures
  const presence = situation.snapshot.people.get(id)
  if (!presence) throw new Error(`nobody of the snapshot is ${id}`)
  const { person, seats, tier } = presence
  const [first] = seats
  const subject = situation.theirs[situation.placeOf.get(id) ?? -1]
  return {
    attributes: { id },
    values: {
      label: person.name,
      title: source.title(id),
      department: source.graph.units.find((unit) => unit.id === first?.state.unitId)?.name,
      organization: source.graph.organizations.find((organization) => organization.id === first?.seat.organizationId)?.name,
      side: person.side,
      tier,
      roles: (situation.chain.rolesOf.get(id) ?? []).map((role) => roleWords(role, method, t).label).join(', '),
      stance: profile.stance && subject ? (subject.stance ?? 'unknown') : undefined,
      political: profile.political ? subject?.political : undefined,
      depth: profile.depth ? subject?.depth : undefined,
    },
  }
}

function tieEdges(source: ReportSource): Written[] {
  const { t } = source.input
  return source.figures.situation.snapshot.ties.map(({ id, fromPersonId, toPersonId, kind, strength }) => ({
    attributes: { id, source: fromPersonId, target: toPersonId },
    values: { kind, label: t(`model.tie.${kind}`), weight: strength, mutual: kind !== 'influences' },
  }))
}

function reportingEdges(source: ReportSource): Written[] {
  const label = source.input.t('map.legend.reporting')
  const { seats } = source.figures.situation.snapshot
  return [...seats.values()].flatMap(({ seat, state, holderId }) => {
    const superior = state.reportsToSeatId === null ? null : (seats.get(state.reportsToSeatId)?.holderId ?? null)
    if (holderId === null || superior === null) return []
    return {
      attributes: { id: `reports-${seat.id}`, source: holderId, target: superior },
      values: { kind: 'reports-to', label, weight: 1, mutual: false },
    }
  })
}

function declare(document: Document, root: Element, of: 'node' | 'edge', keys: Readonly<Record<string, Type>>): void {
  for (const [name, type] of Object.entries(keys))
    child(document, root, 'key', { id: `${of}-${name}`, for: of, 'attr.name': name, 'attr.type': type })
}

/** Attributes that are not known are left out. */
function write(document: Document, element: Element, values: Values): void {
  const of = element.localName
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === null || value === '') continue
    child(document, element, 'data', { key: `${of}-${name}` }).appendChild(document.createTextNode(String(value)))
  }
}

function child(document: Document, parent: Element, name: string, attributes: Readonly<Record<string, string>> = {}): Element {
  const element = document.createElementNS(NAMESPACE, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  parent.appendChild(element)
  return element
}
