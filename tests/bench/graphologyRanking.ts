import Graph from 'graphology'
import { singleSource } from 'graphology-shortest-path/dijkstra'
import type { Evaluation } from '../../src-shared/analytics/evaluation'

/** As precise as `settledOpinions`: its sweeps stop at the same change. */
const STANDING = 1e-13
const OURS = 'ours'

/**
 * What one departure costs when the account lies in a general graph library: take the person out of a copy, ask its Dijkstra for
 * everybody's best path (with −log of the factors as lengths), and sweep the opinions over its edges.
 *
 * @returns a function of a place among theirs, which answers the sums of access and of settled opinions afterwards
 */
export function graphologyDepartures({ network, system }: Evaluation): (gone: number) => { access: number; settled: number } {
  const ties = new Graph({ type: 'directed', multi: true })
  const opinions = new Graph({ type: 'directed' })
  ties.addNode(OURS)
  for (let person = 0; person < network.size; person++) {
    ties.addNode(person)
    opinions.addNode(person)
  }
  const each = (rows: typeof network.direct, visit: (row: number, column: number, slot: number) => void) => {
    for (let row = 0; row < network.size; row++) {
      for (let slot = rows.start[row] ?? 0; slot < (rows.start[row + 1] ?? 0); slot++) {
        visit(row, rows.column[slot] ?? 0, slot)
      }
    }
  }
  const length = (value: number | undefined) => ({ length: -Math.log(value ?? 0) })
  each(network.direct, (person, _own, slot) => ties.addEdge(OURS, person, length(network.direct.value[slot])))
  each(network.out, (from, to, slot) => ties.addEdge(from, to, length(network.out.value[slot])))
  const { into, pull } = system.net
  each(into, (person, by, slot) => opinions.addEdge(by, person, { value: into.value[slot], pull: pull[slot] }))

  return (gone) => {
    const left = ties.copy()
    left.dropNode(gone)
    const paths = singleSource(left, OURS, 'length')
    let access = 0
    for (const path of Object.values(paths)) {
      let length = 0
      for (let i = 1; i < path.length; i++) {
        // Of parallel ties the strongest counts.
        const lengths = left.edges(path[i - 1], path[i]).map((edge) => Number(left.getEdgeAttribute(edge, 'length')))
        length += Math.min(...lengths)
      }
      access += path.length > 1 ? Math.exp(-length) : 0
    }
    return { access, settled: settledWithout(opinions, system, gone) }
  }
}

function settledWithout(opinions: Graph, { initial, openness }: Evaluation['system'], gone: number): number {
  const left = opinions.copy()
  left.dropNode(gone)
  const x = initial.slice()
  x[gone] = 0
  for (let change = Infinity; change > STANDING;) {
    change = 0
    left.forEachNode((node) => {
      const person = Number(node)
      let pulled = 0
      let total = 0
      left.forEachInEdge(node, (_edge, attributes, source) => {
        pulled += Number(attributes['value']) * (x[Number(source)] ?? 0)
        total += Number(attributes['pull'])
      })
      if (total === 0) return
      const open = openness[person] ?? 0
      const next = (open * pulled) / total + (1 - open) * (initial[person] ?? 0)
      change = Math.max(change, Math.abs(next - (x[person] ?? 0)))
      x[person] = next
    })
  }
  return x.reduce((sum, opinion) => sum + opinion, 0)
}
