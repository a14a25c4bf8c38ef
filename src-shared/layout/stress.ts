import { MaxHeap } from '../analytics/maxHeap'
import { seededRandom } from './random'
import type { Steps } from './steps'

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
/** Pairs moved between two pauses. */
const AT_ONCE = 8_192

/**
 * Moves the points of one connected network so that their distances come close to the shortest paths between them: stress
 * by stochastic gradient descent (Zheng, Pawar and Goodman 2018, Graph drawing by stochastic gradient descent), with a
 * seeded order of pairs. About 40 ms for 300 points; time and memory grow with the square of their number.
 */
export function* relaxStress(points: readonly StressPoint[], links: readonly StressLink[]): Steps<void> {
  const n = points.length
  if (n < 2) return
  const fixed = points.map((point) => point.fixed)
  const pairs = pairsOf(fixed, yield* shortestPaths(n, links))
  yield
  if (pairs.count === 0) return
  const first = 1 / pairs.least
  const last = FINEST_STEP / pairs.most
  const rounds = n > 400 ? 15 : 30
  const decay = Math.log(first / last) / (rounds - 1)
  const random = seededRandom(SEED)
  const order = Uint32Array.from({ length: pairs.count }, (_, i) => i)
  const places = { x: Float64Array.from(points, (point) => point.x), y: Float64Array.from(points, (point) => point.y), fixed }
  for (let round = 0; round < rounds; round += 1) {
    const step = first * Math.exp(-decay * round)
    shuffle(order, random)
    yield
    for (let from = 0; from < order.length; from += AT_ONCE) {
      relaxPairs(order.subarray(from, from + AT_ONCE), pairs, places, step)
      yield
    }
  }
  points.forEach((point, i) => {
    point.x = places.x[i] ?? point.x
    point.y = places.y[i] ?? point.y
  })
}

interface Places {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly fixed: readonly boolean[]
}

/** Moves one pair after the other towards its distance. */
function relaxPairs(order: Uint32Array, pairs: Pairs, { x, y, fixed }: Places, step: number): void {
  for (const pair of order) {
    // The first map of a session runs before any compiler has seen this: no arrays are taken apart in here.
    const a = pairs.a[pair] ?? 0
    const b = pairs.b[pair] ?? 0
    const distance = pairs.distance[pair] ?? 0
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
function* shortestPaths(n: number, links: readonly StressLink[]): Steps<Float64Array> {
  const neighbours: { to: number; length: number }[][] = Array.from({ length: n }, () => [])
  for (const { a, b, length } of links) {
    neighbours[a]?.push({ to: b, length })
    neighbours[b]?.push({ to: a, length })
  }
  const all = new Float64Array(n * n).fill(Infinity)
  const nearest = new MaxHeap(n)
  for (let source = 0; source < n; source += 1) {
    const row = all.subarray(source * n, (source + 1) * n)
    row[source] = 0
    nearest.raise(source, 0)
    while (nearest.length > 0) {
      const point = nearest.pop()
      for (const { to, length } of neighbours[point] ?? []) {
        const distance = (row[point] ?? 0) + length
        if (distance >= (row[to] ?? 0)) continue
        row[to] = distance
        nearest.raise(to, -distance)
      }
    }
    yield
  }
  return all
}
