import { EQUAL_PRODUCTS, pathTo, solveAccess, warmParents } from './access'
import type { AccessNetwork } from './accessNetwork'
import type { Sparse } from './sparse'

/** A way to somebody: places of ours and theirs, and its product. */
export interface Way {
  readonly own: number
  readonly steps: readonly number[]
  readonly product: number
}

/**
 * The warm path to one of theirs and the next best that differs (domain.md 6.3, issue C): every other path misses at least
 * one step of the warm path, so the best of the networks with one step taken out is the next best of all (Yen 1971, k = 2).
 */
export function twoBestWays(net: AccessNetwork, person: number): readonly [Way | null, Way | null] {
  const first = bestWay(net, person)
  if (first === null) return [null, null]
  const candidates: Way[] = []
  for (let i = 0; i < first.steps.length; i++) {
    const to = first.steps[i] ?? 0
    const from = first.steps[i - 1]
    const way = bestWay(from === undefined ? withoutPair(net, first.own, to) : withoutStep(net, from, to), person)
    if (way) candidates.push(way)
  }
  candidates.sort(compareWays)
  return [first, candidates[0] ?? null]
}

function bestWay(net: AccessNetwork, person: number): Way | null {
  const { value } = solveAccess(net)
  const path = pathTo(warmParents(net, value), person)
  return path && { ...path, product: value[person] ?? 0 }
}

function withoutPair(net: AccessNetwork, own: number, person: number): AccessNetwork {
  return { ...net, direct: emptied(net.direct, person, own) }
}

function withoutStep(net: AccessNetwork, from: number, to: number): AccessNetwork {
  return { ...net, out: emptied(net.out, from, to), into: emptied(net.into, to, from) }
}

/** A copy in which nothing goes from one row to one column. */
function emptied(matrix: Sparse, row: number, column: number): Sparse {
  const value = matrix.value.slice()
  for (let slot = matrix.start[row] ?? 0; slot < (matrix.start[row + 1] ?? 0); slot++) {
    if (matrix.column[slot] === column) value[slot] = 0
  }
  return { ...matrix, value }
}

function compareWays(a: Way, b: Way): number {
  if (Math.abs(a.product - b.product) > EQUAL_PRODUCTS) return b.product - a.product
  if (a.steps.length !== b.steps.length) return a.steps.length - b.steps.length
  if (a.own !== b.own) return a.own - b.own
  const i = a.steps.findIndex((step, at) => step !== b.steps[at])
  return i < 0 ? 0 : (a.steps[i] ?? 0) - (b.steps[i] ?? 0)
}
