import { type AccessTree, UNREACHED } from './access'
import type { AccessNetwork } from './accessNetwork'
import { MaxHeap } from './maxHeap'

/**
 * ΔA of domain.md 6.8 for anyone's departure without solving the whole network again: only the part of the tree of best
 * paths behind the one who leaves can change, and only if a role holder stands in it.
 */
export class AccessLoss {
  private readonly size: number
  /** Nodes in preorder of the tree; theirs first, then ours as size + k. A subtree is a stretch of it. */
  private readonly preorder: Int32Array
  private readonly enter: Int32Array
  private readonly leave: Int32Array
  /** Σ weight of the nodes before a position of `preorder`. */
  private readonly weightBefore: Float64Array
  private readonly totalWeight: number
  private readonly heap: MaxHeap
  /** Marks the part being solved again; the run's number instead of a reset each time. */
  private readonly mark: Int32Array
  private run = 0
  private readonly value: Float64Array

  /** @param weights v of domain.md 6.5 by place, 0 without a role */
  constructor(
    private readonly net: AccessNetwork,
    private readonly tree: AccessTree,
    private readonly weights: Float64Array,
  ) {
    this.size = net.size
    const nodes = net.size + net.owners
    this.preorder = new Int32Array(nodes)
    this.enter = new Int32Array(nodes).fill(-1)
    this.leave = new Int32Array(nodes)
    this.weightBefore = new Float64Array(nodes + 1)
    this.heap = new MaxHeap(net.size)
    this.mark = new Int32Array(net.size)
    this.value = new Float64Array(net.size)
    this.totalWeight = weights.reduce((sum, weight) => sum + weight, 0)
    this.number(nodes)
  }

  /** ΔA if one of theirs leaves. */
  ofTheirs(place: number): number {
    if ((this.enter[place] ?? -1) < 0) return 0
    const lost = this.lost(place, place, -1)
    return lost > 0 ? lost / (this.totalWeight - (this.weights[place] ?? 0)) : 0
  }

  /** ΔA if one of ours leaves. */
  ofOurs(owner: number): number {
    return this.totalWeight > 0 ? this.lost(this.size + owner, -1, owner) / this.totalWeight : 0
  }

  /** Σ v (A − A′) over the subtree behind a node. */
  private lost(node: number, gone: number, goneOwner: number): number {
    const { net, tree, weights, heap, mark, value } = this
    const from = (this.enter[node] ?? 0) + 1
    const to = this.leave[node] ?? from
    if ((this.weightBefore[to] ?? 0) - (this.weightBefore[from] ?? 0) <= 0) return 0

    const run = ++this.run
    let open = 0
    for (let at = from; at < to; at++) {
      const person = this.preorder[at] ?? 0
      mark[person] = run
      value[person] = 0
      if ((weights[person] ?? 0) > 0) open++
    }
    for (let at = from; at < to; at++) {
      const person = this.preorder[at] ?? 0
      const best = this.fromOutside(person, gone, goneOwner, run)
      if (best > 0) {
        value[person] = best
        heap.raise(person, best)
      }
    }
    let lost = 0
    for (let at = from; at < to; at++) {
      const person = this.preorder[at] ?? 0
      lost += (weights[person] ?? 0) * (tree.value[person] ?? 0)
    }
    while (heap.length > 0 && open > 0) {
      const person = heap.pop()
      const reached = value[person] ?? 0
      mark[person] = -run
      const weight = weights[person] ?? 0
      if (weight > 0) {
        lost -= weight * reached
        open--
      }
      for (let slot = net.out.start[person] ?? 0; slot < (net.out.start[person + 1] ?? 0); slot++) {
        const next = net.out.column[slot] ?? 0
        if (mark[next] !== run) continue
        const product = reached * (net.out.value[slot] ?? 0)
        if (product <= (value[next] ?? 0)) continue
        value[next] = product
        heap.raise(next, product)
      }
    }
    heap.clear()
    return Math.max(0, lost)
  }

  /** The best product that reaches someone of the part without going through it. */
  private fromOutside(person: number, gone: number, goneOwner: number, run: number): number {
    const { direct, into } = this.net
    let best = 0
    for (let slot = direct.start[person] ?? 0; slot < (direct.start[person + 1] ?? 0); slot++) {
      if (direct.column[slot] !== goneOwner) best = Math.max(best, direct.value[slot] ?? 0)
    }
    for (let slot = into.start[person] ?? 0; slot < (into.start[person + 1] ?? 0); slot++) {
      const other = into.column[slot] ?? 0
      if (other === gone || this.mark[other] === run) continue
      best = Math.max(best, (this.tree.value[other] ?? 0) * (into.value[slot] ?? 0))
    }
    return best
  }

  /** Numbers the tree in preorder, roots being ours. */
  private number(nodes: number): void {
    const parents = Int32Array.from(this.tree.parent, (parent) =>
      parent >= 0 || parent === UNREACHED ? parent : this.size - 1 - parent,
    )
    const start = new Int32Array(nodes + 1)
    for (const parent of parents) if (parent !== UNREACHED) start[parent + 1] = (start[parent + 1] ?? 0) + 1
    for (let node = 0; node < nodes; node++) start[node + 1] = (start[node + 1] ?? 0) + (start[node] ?? 0)
    const next = start.slice()
    const children = new Int32Array(this.size)
    parents.forEach((parent, person) => {
      if (parent === UNREACHED) return
      const slot = next[parent] ?? 0
      next[parent] = slot + 1
      children[slot] = person
    })

    let position = 0
    const stack: number[] = []
    for (let owner = this.size; owner < nodes; owner++) {
      stack.push(owner)
      while (stack.length > 0) {
        const node = stack.pop() ?? 0
        if (node < 0) {
          this.leave[-1 - node] = position
          continue
        }
        this.enter[node] = position
        this.preorder[position] = node
        this.weightBefore[position + 1] = (this.weightBefore[position] ?? 0) + (this.weights[node] ?? 0)
        position++
        stack.push(-1 - node)
        for (let slot = start[node] ?? 0; slot < (start[node + 1] ?? 0); slot++) stack.push(children[slot] ?? 0)
      }
    }
  }
}
