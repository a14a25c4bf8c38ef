import type { AccessNetwork } from './accessNetwork'
import { MaxHeap } from './maxHeap'

/** Products closer than this are equal (domain.md 6.3). */
export const EQUAL_PRODUCTS = 1e-9

/** Parent of someone whom nobody reaches. */
export const UNREACHED = -0x7fffffff

/** Access to everyone of theirs, and a tree of best paths. */
export interface AccessTree {
  /** A(p), 0 where nobody reaches them. */
  readonly value: Float64Array
  /** Whom access comes from: a place among theirs, −1−k for the k-th of ours, or UNREACHED. */
  readonly parent: Int32Array
}

/**
 * Access A(p) (domain.md 6.3): the greatest product along any path from one of ours, by Dijkstra's algorithm (1959) with
 * products for sums, which holds because no factor exceeds 1. O(ties · log people).
 */
export function solveAccess(net: AccessNetwork): AccessTree {
  const value = new Float64Array(net.size)
  const parent = new Int32Array(net.size).fill(UNREACHED)
  const heap = new MaxHeap(net.size)
  const { direct, out } = net

  for (let person = 0; person < net.size; person++) {
    for (let slot = direct.start[person] ?? 0; slot < (direct.start[person + 1] ?? 0); slot++) {
      const product = direct.value[slot] ?? 0
      if (product > 0 && heap.raise(person, product)) parent[person] = -1 - (direct.column[slot] ?? 0)
    }
    value[person] = directBest(net, person)
  }
  const settled = new Uint8Array(net.size)
  while (heap.length > 0) {
    const from = heap.pop()
    settled[from] = 1
    const reached = value[from] ?? 0
    for (let slot = out.start[from] ?? 0; slot < (out.start[from + 1] ?? 0); slot++) {
      const to = out.column[slot] ?? 0
      const product = reached * (out.value[slot] ?? 0)
      if (settled[to] === 1 || product <= (value[to] ?? 0)) continue
      heap.raise(to, product)
      value[to] = product
      parent[to] = from
    }
  }
  return { value, parent }
}

/**
 * Warm paths (domain.md 6.3) of everyone: of the paths whose product equals the best within 1e-9, the one of fewest
 * steps, then the first by ids from our end. Same form as AccessTree.parent.
 *
 * Works level by level: a step is tight where it keeps the product, and within a level people are ordered by their whole
 * path, so comparing two paths is comparing two places. Places are in order of id (Situation.theirs, .ours).
 */
export function warmParents(net: AccessNetwork, value: Float64Array): Int32Array {
  const { direct, out } = net
  const parent = new Int32Array(net.size).fill(UNREACHED)
  const tight = (product: number, to: number): boolean => product > 0 && product >= (value[to] ?? 0) - EQUAL_PRODUCTS

  let level: number[] = []
  for (let person = 0; person < net.size; person++) {
    for (let slot = direct.start[person] ?? 0; slot < (direct.start[person + 1] ?? 0); slot++) {
      if (!tight(direct.value[slot] ?? 0, person)) continue
      const own = -1 - (direct.column[slot] ?? 0)
      if ((parent[person] ?? UNREACHED) < own) parent[person] = own
    }
    if (parent[person] !== UNREACHED) level.push(person)
  }
  // −1−k falls as k rises, so the first of ours has the greatest parent number.
  level.sort((a, b) => (parent[b] ?? 0) - (parent[a] ?? 0) || a - b)

  while (level.length > 0) {
    const next: number[] = []
    for (const from of level) {
      const reached = value[from] ?? 0
      const found: number[] = []
      for (let slot = out.start[from] ?? 0; slot < (out.start[from + 1] ?? 0); slot++) {
        const to = out.column[slot] ?? 0
        if (parent[to] !== UNREACHED || !tight(reached * (out.value[slot] ?? 0), to)) continue
        parent[to] = from
        found.push(to)
      }
      next.push(...found.sort((a, b) => a - b))
    }
    level = next
  }
  return parent
}

/** One path as places: which of ours, then theirs up to the one looked for. Null where nobody reaches them. */
export function pathTo(parent: Int32Array, person: number): { readonly own: number; readonly steps: number[] } | null {
  const steps: number[] = []
  let at = person
  while (at >= 0) {
    steps.push(at)
    at = parent[at] ?? UNREACHED
  }
  if (at === UNREACHED) return null
  return { own: -1 - at, steps: steps.reverse() }
}

function directBest({ direct }: AccessNetwork, person: number): number {
  let best = 0
  for (let slot = direct.start[person] ?? 0; slot < (direct.start[person + 1] ?? 0); slot++) {
    best = Math.max(best, direct.value[slot] ?? 0)
  }
  return best
}
