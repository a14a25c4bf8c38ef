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
  const fixed = points.map((point) => point.fixed)
  const pairs = pairsOf(fixed, shortestPaths(n, links))
  if (pairs.count === 0) return
  const first = 1 / pairs.least
  const last = FINEST_STEP / pairs.most
  const rounds = n > 400 ? 15 : 30
  const decay = Math.log(first / last) / (rounds - 1)
  const random = seededRandom(SEED)
  const order = Uint32Array.from({ length: pairs.count }, (_, i) => i)
  const [x, y] = [Float64Array.from(points, (point) => point.x), Float64Array.from(points, (point) => point.y)]
  for (let round = 0; round < rounds; round += 1) {
    const step = first * Math.exp(-decay * round)
    shuffle(order, random)
    for (const pair of order) {
      const [a, b, distance] = [pairs.a[pair] ?? 0, pairs.b[pair] ?? 0, pairs.distance[pair] ?? 0]
      const dx = (x[a] ?? 0) - (x[b] ?? 0)
      const dy = (y[a] ?? 0) - (y[b] ?? 0)
      const now = Math.sqrt(dx * dx + dy * dy) || 1e-6
      const half = fixed[a] || fixed[b] ? 1 : 0.5
      const share = Math.min(1, step / (distance * distance)) * ((now - distance) / now) * half
      if (!fixed[a]) {
        x[a] = (x[a] ?? 0) - share * dx
        y[a] = (y[a] ?? 0) - share * dy
      }
      if (!fixed[b]) {
        x[b] = (x[b] ?? 0) + share * dx
        y[b] = (y[b] ?? 0) + share * dy
      }
    }
  }
  points.forEach((point, i) => {
    point.x = x[i] ?? point.x
    point.y = y[i] ?? point.y
  })
}

/** Pairs of points that have a way between them and are not both fixed, each with its length; weights are 1/length². */
interface Pairs {
  readonly count: number
  readonly a: Uint32Array
  readonly b: Uint32Array
  readonly distance: Float64Array
  readonly least: number
  readonly most: number
}

function pairsOf(fixed: readonly boolean[], distances: Float64Array): Pairs {
  const n = fixed.length
  const most = (n * (n - 1)) / 2
  const [a, b, distance] = [new Uint32Array(most), new Uint32Array(most), new Float64Array(most)]
  let [count, shortest, longest] = [0, Infinity, 0]
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) {
      const length = distances[i * n + j] ?? Infinity
      if (length === Infinity || length <= 0 || (fixed[i] && fixed[j])) continue
      a[count] = i
      b[count] = j
      distance[count] = length
      count += 1
      shortest = Math.min(shortest, length)
      longest = Math.max(longest, length)
    }
  }
  return { count, a, b, distance, least: longest ** -2, most: shortest ** -2 }
}

function shuffle(list: Uint32Array, random: () => number): void {
  for (let i = list.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1))
    const held = list[i] ?? 0
    list[i] = list[j] ?? 0
    list[j] = held
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
