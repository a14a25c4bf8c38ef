import type { Sparse } from './sparse'

/** Residuals above this share of their root mean square are pushed on; below 1, so that each round moves something. */
const STANDS_OUT = 0.95

/**
 * A solution of `(I − A) s = residual`, and what is still to be solved, both zero but for those they have been pushed to. Made once and
 * cleared after each use, at the cost of what was touched.
 */
export class Push {
  /** How many have been touched. */
  count = 0
  /** Σ residual², kept up with every change. */
  squares = 0
  /** The solution so far, and what is still to be solved, by node. */
  readonly step: Float64Array
  readonly rest: Float64Array
  /** The first `count` of these have been touched. */
  readonly nodes: Int32Array
  private readonly known: Uint8Array

  constructor(size: number) {
    this.step = new Float64Array(size)
    this.rest = new Float64Array(size)
    this.known = new Uint8Array(size)
    this.nodes = new Int32Array(size)
  }

  add(node: number, amount: number): void {
    if (this.known[node] === 0) {
      this.known[node] = 1
      this.nodes[this.count++] = node
    }
    const before = this.rest[node] ?? 0
    this.rest[node] = before + amount
    this.squares += amount * (before + before + amount)
  }

  /** Moves every residual that stands out into the solution, and what it causes to its neighbours. Row: from whom. */
  relax(causes: Sparse): void {
    const { step, rest, known, nodes } = this
    const { start, column, value } = causes
    const threshold = STANDS_OUT * Math.sqrt(Math.max(0, this.squares) / this.count)
    let { count, squares } = this
    let moved = false
    for (let at = 0; at < count; at++) {
      const node = nodes[at] ?? 0
      const amount = rest[node] ?? 0
      if (amount < threshold && amount > -threshold) continue
      step[node] = (step[node] ?? 0) + amount
      rest[node] = 0
      squares -= amount * amount
      moved = true
      const end = start[node + 1] ?? 0
      for (let slot = start[node] ?? 0; slot < end; slot++) {
        const next = column[slot] ?? 0
        if (known[next] === 0) {
          known[next] = 1
          nodes[count++] = next
        }
        const before = rest[next] ?? 0
        const caused = amount * (value[slot] ?? 0)
        rest[next] = before + caused
        // The difference of the squares: one product less in the sum that every step has to wait for.
        squares += caused * (before + before + caused)
      }
    }
    this.count = count
    this.squares = moved ? squares : this.measured()
  }

  /** Σ residual² anew: after many changes the kept sum may be nothing but rounding, and then nothing would ever stand out. */
  private measured(): number {
    let squares = 0
    for (const node of this.nodes.subarray(0, this.count)) squares += (this.rest[node] ?? 0) ** 2
    return squares
  }

  /** Back to zero everywhere. */
  clear(): void {
    for (let at = 0; at < this.count; at++) {
      const node = this.nodes[at] ?? 0
      this.step[node] = 0
      this.rest[node] = 0
      this.known[node] = 0
    }
    this.count = 0
    this.squares = 0
  }
}
