import { seededRandom } from './random'

/** A tie between two points by index, with the distance at which it should be drawn. */
export interface StressLink {
  readonly a: number
  readonly b: number
  readonly length: number
}

export interface StressPoint {
  x: number
  y: number
  /** Never moved. */
  readonly fixed: boolean
}

const SEED = 20240229
const FINEST_STEP = 0.1

/**
 * Moves the points of one connected network so that their distances come close to the shortest paths between them: stress
 * by stochastic gradient descent (Zheng, Pawar and Goodman 2018, Graph drawing by stochastic gradient descent), with a
 * seeded order of pairs. About 40 ms for 300 points; time and memory grow with the square of their number.
 */
export function relaxStress(points: readonly StressPoint[], links: readonly StressLink[]): void {
  const n = points.length
  if (n < 2) return
  const distances = shortestPaths(n, links)
  const pairs: { a: StressPoint; b: StressPoint; distance: number; weight: number }[] = []
  points.forEach((a, i) => {
    for (let j = i + 1; j < n; j += 1) {
      const b = points[j]
      const distance = distances[i * n + j] ?? Infinity
      if (b && distance < Infinity && distance > 0 && !(a.fixed && b.fixed))
        pairs.push({ a, b, distance, weight: distance ** -2 })
    }
  })
  if (pairs.length === 0) return
  const weights = pairs.reduce(
    (range, { weight }) => ({ least: Math.min(range.least, weight), most: Math.max(range.most, weight) }),
    { least: Infinity, most: 0 },
  )
  const first = 1 / weights.least
  const last = FINEST_STEP / weights.most
  const rounds = n > 400 ? 15 : 30
  const decay = Math.log(first / last) / (rounds - 1)
  const random = seededRandom(SEED)
  for (let round = 0; round < rounds; round += 1) {
    const step = first * Math.exp(-decay * round)
    shuffle(pairs, random)
    for (const { a, b, distance, weight } of pairs) {
      const dx = a.x - b.x
      const dy = a.y - b.y
      const now = Math.hypot(dx, dy) || 1e-6
      const share = Math.min(1, weight * step) * ((now - distance) / now) * (a.fixed || b.fixed ? 1 : 0.5)
      if (!a.fixed) {
        a.x -= share * dx
        a.y -= share * dy
      }
      if (!b.fixed) {
        b.x += share * dx
        b.y += share * dy
      }
    }
  }
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    // Both indices are within the list.
    ;[list[i], list[j]] = [list[j] as T, list[i] as T]
  }
}

/** All shortest path lengths, row by row: Dijkstra with a binary heap from every point. */
function shortestPaths(n: number, links: readonly StressLink[]): Float64Array {
  const neighbours: { to: number; length: number }[][] = Array.from({ length: n }, () => [])
  for (const { a, b, length } of links) {
    neighbours[a]?.push({ to: b, length })
    neighbours[b]?.push({ to: a, length })
  }
  const all = new Float64Array(n * n).fill(Infinity)
  for (let source = 0; source < n; source += 1) {
    const row = all.subarray(source * n, (source + 1) * n)
    row[source] = 0
    const heap: HeapEntry[] = [{ point: source, distance: 0 }]
    for (let entry = pop(heap); entry; entry = pop(heap)) {
      // A shorter way was found after this one was queued.
      if (entry.distance > (row[entry.point] ?? 0)) continue
      for (const { to, length } of neighbours[entry.point] ?? []) {
        const distance = entry.distance + length
        if (distance >= (row[to] ?? 0)) continue
        row[to] = distance
        add(heap, { point: to, distance })
      }
    }
  }
  return all
}

interface HeapEntry {
  readonly point: number
  readonly distance: number
}

function add(heap: HeapEntry[], entry: HeapEntry): void {
  let at = heap.push(entry) - 1
  while (at > 0) {
    const up = (at - 1) >> 1
    const parent = heap[up]
    if (!parent || parent.distance <= entry.distance) break
    heap[at] = parent
    at = up
  }
  heap[at] = entry
}

function pop(heap: HeapEntry[]): HeapEntry | undefined {
  const top = heap[0]
  const entry = heap.pop()
  if (!entry || heap.length === 0) return top
  let at = 0
  for (;;) {
    const left = heap[2 * at + 1]
    const right = heap[2 * at + 2]
    const least = right && left && right.distance < left.distance ? right : left
    if (!least || least.distance >= entry.distance) break
    heap[at] = least
    at = 2 * at + (least === right ? 2 : 1)
  }
  heap[at] = entry
  return top
}
