import type { Size } from './geometry'
import { BANDS, DEFAULT_FOLDED_UNIT_SIZE, type Band, type RoleMapInput, type RoleMapNode } from './roleMapTypes'

/** What is drawn as one rectangle of the tree: a card, or the block of a folded department. */
export interface Seat extends Size {
  /** A card's id, or a folded department's key. */
  readonly key: string
  readonly band: Band
  readonly unitPath: readonly string[]
  readonly children: readonly Seat[]
  /** People hidden under a folded card. */
  readonly hiddenBelow: number
  /** Set for the block of a folded department. */
  readonly block?: { readonly unitId: string; readonly memberIds: readonly string[]; readonly hiddenCount: number }
}

export interface RoleForest {
  readonly roots: Readonly<Record<Band, readonly Seat[]>>
  /** Sibling order to remember, hidden people included. */
  readonly order: Record<string, readonly string[]>
}

/** The key of a department under one superior: its path, then whom its people report to. */
export function departmentKey(unitPath: readonly string[], superior: string): string {
  return `${unitPath.map(encodeURIComponent).join('/')}@${superior}`
}

/** The key under which the siblings without a superior in a band are remembered. */
export function bandKey(band: Band): string {
  return `band:${band}`
}

/**
 * The visible forest of each band. A superior who is missing, in another band, oneself, or who closes a loop counts as none;
 * of a loop, the card with the smallest id (code-point order) becomes the root, so that input order does not matter.
 * Siblings keep their remembered order; new ones follow in input order.
 */
export function buildForest(input: RoleMapInput): RoleForest {
  const nodes = new Map<string, RoleMapNode>()
  for (const node of input.nodes) if (!nodes.has(node.id)) nodes.set(node.id, node)
  const parents = resolveParents(nodes)
  const order = siblingOrder(nodes, parents, input.previous?.order ?? {})
  const childrenOf = (id: string): RoleMapNode[] => (order[id] ?? []).flatMap((child) => nodes.get(child) ?? [])

  const foldedUnits = input.foldedUnits ?? new Set<string>()
  const blockSize = input.foldedUnitSize ?? DEFAULT_FOLDED_UNIT_SIZE

  const countBelow = (id: string): number => childrenOf(id).reduce((sum, child) => sum + 1 + countBelow(child.id), 0)

  const toSeat = (node: RoleMapNode): Seat => ({
    key: node.id,
    width: node.width,
    height: node.height,
    band: node.band,
    unitPath: node.unitPath,
    children: node.folded ? [] : toSeats(childrenOf(node.id), node.id),
    hiddenBelow: node.folded ? countBelow(node.id) : 0,
  })

  /** A block takes the place of all siblings in the folded department; whoever reports to its people from outside hangs from it. */
  const toBlock = (tops: readonly RoleMapNode[], unitPath: readonly string[], superior: string, band: Band): Seat => {
    const key = departmentKey(unitPath, superior)
    const memberIds: string[] = []
    const leaving: RoleMapNode[] = []
    let hiddenCount = 0
    const visit = (node: RoleMapNode): void => {
      memberIds.push(node.id)
      hiddenCount += 1
      if (node.folded) {
        hiddenCount += countBelow(node.id)
        return
      }
      for (const child of childrenOf(node.id)) {
        if (sharesPath(child.unitPath, unitPath)) visit(child)
        else leaving.push(child)
      }
    }
    tops.forEach(visit)
    return {
      key,
      ...blockSize,
      band,
      unitPath: unitPath.slice(0, -1),
      children: toSeats(leaving, key),
      hiddenBelow: 0,
      block: { unitId: unitPath.at(-1) ?? '', memberIds, hiddenCount },
    }
  }

  const toSeats = (siblings: readonly RoleMapNode[], superior: string): Seat[] => {
    const groups = new Map<string, { unitPath: readonly string[]; tops: RoleMapNode[] }>()
    const slots: (RoleMapNode | string)[] = []
    for (const node of siblings) {
      const at = node.unitPath.findIndex((unit) => foldedUnits.has(unit))
      if (at < 0) {
        slots.push(node)
        continue
      }
      const unitPath = node.unitPath.slice(0, at + 1)
      const key = departmentKey(unitPath, superior)
      const group = groups.get(key)
      if (group) group.tops.push(node)
      else {
        groups.set(key, { unitPath, tops: [node] })
        slots.push(key)
      }
    }
    return slots.flatMap((slot) => {
      if (typeof slot !== 'string') return toSeat(slot)
      const group = groups.get(slot)
      const top = group?.tops[0]
      return group && top ? toBlock(group.tops, group.unitPath, superior, top.band) : []
    })
  }

  const rootsOf = (band: Band): Seat[] => toSeats(childrenOf(bandKey(band)), bandKey(band))
  return {
    roots: { theirs: rootsOf('theirs'), 'third-party': rootsOf('third-party'), ours: rootsOf('ours') },
    order,
  }
}

/** Whether `path` lies in the department `unitPath` or beneath it. */
function sharesPath(path: readonly string[], unitPath: readonly string[]): boolean {
  return unitPath.every((unit, i) => path[i] === unit)
}

function resolveParents(nodes: ReadonlyMap<string, RoleMapNode>): Map<string, string | null> {
  const parents = new Map<string, string | null>()
  for (const node of nodes.values()) {
    const parent = node.parentId === null ? undefined : nodes.get(node.parentId)
    parents.set(node.id, parent && parent.id !== node.id && parent.band === node.band ? parent.id : null)
  }
  const settled = new Set<string>()
  for (const start of nodes.keys()) {
    const trail: string[] = []
    const onTrail = new Set<string>()
    let at: string | null = start
    while (at !== null && !settled.has(at) && !onTrail.has(at)) {
      trail.push(at)
      onTrail.add(at)
      at = parents.get(at) ?? null
    }
    if (at !== null && onTrail.has(at)) {
      const loop = trail.slice(trail.indexOf(at))
      parents.set(
        loop.reduce((least, id) => (id < least ? id : least)),
        null,
      )
    }
    for (const id of trail) settled.add(id)
  }
  return parents
}

function siblingOrder(
  nodes: ReadonlyMap<string, RoleMapNode>,
  parents: ReadonlyMap<string, string | null>,
  remembered: Readonly<Record<string, readonly string[]>>,
): Record<string, readonly string[]> {
  const families = new Map<string, string[]>(BANDS.map((band) => [bandKey(band), []]))
  for (const node of nodes.values()) {
    const key = parents.get(node.id) ?? bandKey(node.band)
    const family = families.get(key)
    if (family) family.push(node.id)
    else families.set(key, [node.id])
  }
  const order: Record<string, readonly string[]> = {}
  for (const [key, family] of families) {
    const rank = new Map((remembered[key] ?? []).map((id, i) => [id, i]))
    // Array.sort is stable, so newcomers (all of rank ∞) keep their input order behind the others.
    order[key] = family.sort((a, b) => {
      const ra = rank.get(a) ?? Infinity
      const rb = rank.get(b) ?? Infinity
      return ra === rb ? 0 : ra - rb
    })
  }
  return order
}
