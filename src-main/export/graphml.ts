import { DOMImplementation, XMLSerializer, type Document, type Element } from '@xmldom/xmldom'
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

/**
 * Who is there on a day, with ties and reporting lines, as GraphML (http://graphml.graphdrawing.org). Every edge is directed,
 * since many readers refuse a mixture; `mutual` says which act both ways. What the reader may not see is not in it.
 */
export function toGraphMl(source: ReportSource): string {
  const { t, profile, method, on } = source.input
  const { situation } = source.figures
  const { snapshot } = situation
  const document = new DOMImplementation().createDocument(NAMESPACE, 'graphml')
  const root = document.documentElement
  if (!root) throw new Error('a new document has its root')
  declare(document, root, 'node', nodeKeys)
  declare(document, root, 'edge', edgeKeys)
  const graph = child(document, root, 'graph', { id: source.graph.account.name, edgedefault: 'directed' })
  child(document, graph, 'desc').appendChild(document.createTextNode(source.day(on)))

  const units = new Map(source.graph.units.map(({ id, name }) => [id, name]))
  const organizations = new Map(source.graph.organizations.map(({ id, name }) => [id, name]))
  for (const [id, { person, seats, tier }] of snapshot.people) {
    const [first] = seats
    const subject = situation.theirs[situation.placeOf.get(id) ?? -1]
    write(document, child(document, graph, 'node', { id }), {
      label: person.name,
      title: source.title(id),
      department: first?.state.unitId ? units.get(first.state.unitId) : '',
      organization: first ? organizations.get(first.seat.organizationId) : '',
      side: person.side,
      tier,
      roles: (situation.chain.rolesOf.get(id) ?? []).map((role) => roleWords(role, method, t).label).join(', '),
      stance: profile.stance && subject ? (subject.stance ?? 'unknown') : undefined,
      political: profile.political ? subject?.political : undefined,
      depth: profile.depth ? subject?.depth : undefined,
    })
  }
  for (const { id, fromPersonId, toPersonId, kind, strength } of snapshot.ties) {
    const edge = child(document, graph, 'edge', { id, source: fromPersonId, target: toPersonId })
    write(document, edge, { kind, label: t(`model.tie.${kind}`), weight: strength, mutual: kind !== 'influences' })
  }
  for (const { seat, state, holderId } of snapshot.seats.values()) {
    const superior = state.reportsToSeatId === null ? null : (snapshot.seats.get(state.reportsToSeatId)?.holderId ?? null)
    if (holderId === null || superior === null) continue
    const edge = child(document, graph, 'edge', { id: `reports-${seat.id}`, source: holderId, target: superior })
    write(document, edge, { kind: 'reports-to', label: t('map.legend.reporting'), weight: 1, mutual: false })
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document)}\n`
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
