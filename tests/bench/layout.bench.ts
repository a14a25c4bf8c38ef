import type { BenchRow } from './benchRow'
import { graphlib, layout as dagreLayout } from '@dagrejs/dagre'
import { flextree } from 'd3-flextree'
import Elk from 'elkjs'
import { fitZoom, hull, type Point, type Rect } from '../../src-shared/layout/geometry'
import { layoutInfluenceMap } from '../../src-shared/layout/influenceMap'
import { layoutPowerGrid } from '../../src-shared/layout/powerGrid'
import { seededRandom } from '../../src-shared/layout/random'
import { layoutRoleMap } from '../../src-shared/layout/roleMap'
import type { ReportingLine, RoleMapNode } from '../../src-shared/layout/roleMapTypes'
import { crossings, overlappingPairs } from '../unit/layout/checks'
import { company } from '../unit/layout/companies'

const AREA = { width: 1440, height: 900 }
const SIZES = [300, 1000]

interface Drawing {
  readonly cards: ReadonlyMap<string, Rect>
  readonly lines: readonly ReportingLine[]
}

/** Role map against dagre, elk layered and d3-flextree on the same tree, 100 × 52 cards, one run; then the two other maps. */
export async function run(): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const size of SIZES) {
    const nodes = company(size, { width: 100, height: 52, bands: false })
    const ours = await timed(() => drawOurs(nodes), 9)
    const summary = describe(ours.result)
    const baselines: [string, () => Drawing | Promise<Drawing>, number][] = [
      ['d3-flextree', () => drawFlextree(nodes), 5],
      ['dagre (tree only)', () => drawDagre(nodes), size > 300 ? 1 : 3],
      ['elk layered (tree only)', () => drawElk(nodes), 3],
    ]
    for (const [baseline, draw, runs] of baselines) {
      const theirs = await timed(draw, runs)
      rows.push(
        row(
          `role map, ${size} people`,
          ours.ms,
          baseline,
          theirs.ms,
          `ours: ${summary}; ${baseline}: ${describe(theirs.result)}`,
        ),
      )
    }
    const memory = layoutRoleMap({ nodes }).memory
    const again = await timed(() => layoutRoleMap({ nodes, previous: memory }), 9)
    rows.push(row(`role map, ${size} people, continued`, again.ms, 'afresh', ours.ms, 'same people, remembered arrangement'))
  }
  const network = randomNetwork(300, 750)
  const afresh = await timed(() => layoutInfluenceMap(network), 5)
  const warm = await timed(() => layoutInfluenceMap({ ...network, previous: afresh.result.positions }), 5)
  const zoom = fitZoom(afresh.result.bounds, AREA).toFixed(2)
  rows.push(row('influence map continued, 300 people, 750 ties', warm.ms, 'afresh', afresh.ms, `zoom ${zoom}`))
  const random = seededRandom(5)
  const people = network.nodes.map(({ id, width, height }) => ({
    id,
    width,
    height,
    column: Math.floor(random() * 7),
    row: Math.floor(random() * 4),
  }))
  const grid = await timed(() => layoutPowerGrid({ people }), 9)
  rows.push(
    row(
      'power grid, 300 people',
      grid.ms,
      'influence map afresh',
      afresh.ms,
      `zoom ${fitZoom(grid.result.bounds, AREA).toFixed(2)}`,
    ),
  )
  return rows
}

export default run

function row(name: string, ms: number, baseline: string, baselineMs: number, note: string): BenchRow {
  return { name, ms, baseline, baselineMs, note }
}

/** Median of `runs`, after one run to warm up where there are several. */
async function timed<T>(work: () => T | Promise<T>, runs: number): Promise<{ ms: number; result: T }> {
  const first = performance.now()
  let result = await work()
  const times = runs > 1 ? [] : [performance.now() - first]
  while (times.length < runs) {
    const from = performance.now()
    result = await work()
    times.push(performance.now() - from)
  }
  times.sort((a, b) => a - b)
  return { ms: times[Math.floor(times.length / 2)] ?? NaN, result }
}

function describe(drawing: Drawing): string {
  const bounds = hull(drawing.cards.values()) ?? { width: 0, height: 0 }
  const zoom = fitZoom(bounds, AREA).toFixed(2)
  return `zoom ${zoom}, ${overlappingPairs(drawing.cards).length} overlaps, ${crossings(drawing).length} crossings`
}

function drawOurs(nodes: readonly RoleMapNode[]): Drawing {
  const { positions, lines } = layoutRoleMap({ nodes, area: AREA })
  return { cards: cardsAt(nodes, positions), lines }
}

function cardsAt(nodes: readonly RoleMapNode[], positions: ReadonlyMap<string, Point>): Map<string, Rect> {
  return new Map(
    nodes.map((node) => [node.id, { ...(positions.get(node.id) ?? { x: 0, y: 0 }), width: node.width, height: node.height }]),
  )
}

/** The usual right-angled lines between two rows, for layouts that give none. */
function elbows(nodes: readonly RoleMapNode[], cards: ReadonlyMap<string, Rect>): ReportingLine[] {
  return nodes.flatMap((node) => {
    const child = cards.get(node.id)
    const parent = node.parentId === null ? undefined : cards.get(node.parentId)
    if (!child || !parent || node.parentId === null) return []
    const [px, cx] = [parent.x + parent.width / 2, child.x + child.width / 2]
    const bottom = parent.y + parent.height
    const middle = (bottom + child.y) / 2
    return [
      {
        childId: node.id,
        parentId: node.parentId,
        points: [
          { x: px, y: bottom },
          { x: px, y: middle },
          { x: cx, y: middle },
          { x: cx, y: child.y },
        ],
      },
    ]
  })
}

interface TreeDatum {
  readonly node: RoleMapNode
  readonly children: TreeDatum[]
}

function drawFlextree(nodes: readonly RoleMapNode[]): Drawing {
  const data = new Map<string, TreeDatum>(nodes.map((node) => [node.id, { node, children: [] }]))
  for (const node of nodes) {
    const datum = data.get(node.id)
    if (datum && node.parentId !== null) data.get(node.parentId)?.children.push(datum)
  }
  const root = data.get('p0')
  if (!root) return { cards: new Map(), lines: [] }
  const layout = flextree<TreeDatum>({ nodeSize: ({ data: { node } }) => [node.width + 20, node.height + 40] })
  const tree = layout.hierarchy(root, (datum) => datum.children)
  layout(tree)
  const positions = new Map<string, Point>()
  tree.each((at) => positions.set(at.data.node.id, { x: at.x - at.data.node.width / 2, y: at.y }))
  const cards = cardsAt(nodes, positions)
  return { cards, lines: elbows(nodes, cards) }
}

function drawDagre(nodes: readonly RoleMapNode[]): Drawing {
  const graph = new graphlib.Graph()
  graph.setGraph({ rankdir: 'TB', nodesep: 20, ranksep: 40 })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const node of nodes) graph.setNode(node.id, { width: node.width, height: node.height })
  for (const node of nodes) if (node.parentId !== null) graph.setEdge(node.parentId, node.id)
  dagreLayout(graph)
  const positions = new Map(
    nodes.map((node) => {
      // dagre types labels as any; after the layout each has its centre.
      const at = graph.node(node.id) as Point
      return [node.id, { x: at.x - node.width / 2, y: at.y - node.height / 2 }] as const
    }),
  )
  const cards = cardsAt(nodes, positions)
  return { cards, lines: elbows(nodes, cards) }
}

async function drawElk(nodes: readonly RoleMapNode[]): Promise<Drawing> {
  const graph = await new Elk().layout({
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'DOWN',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.spacing.nodeNode': '20',
    },
    children: nodes.map(({ id, width, height }) => ({ id, width, height })),
    edges: nodes.flatMap(({ id, parentId }) => (parentId === null ? [] : [{ id: `e${id}`, sources: [parentId], targets: [id] }])),
  })
  const positions = new Map((graph.children ?? []).map(({ id, x = 0, y = 0 }) => [id, { x, y }]))
  const cards = cardsAt(nodes, positions)
  return { cards, lines: elbows(nodes, cards) }
}

function randomNetwork(size: number, ties: number): Parameters<typeof layoutInfluenceMap>[0] {
  const random = seededRandom(3)
  const nodes = company(size).map(({ id, width, height, band }) => ({ id, width, height, band }))
  const pick = (index: number): string => nodes[Math.min(nodes.length - 1, Math.max(0, index))]?.id ?? ''
  const links = Array.from({ length: ties }, () => {
    const a = Math.floor(random() * size)
    const b = random() < 0.7 ? a + Math.round((random() - 0.5) * 16) : Math.floor(random() * size * random())
    return { source: pick(a), target: pick(b), strength: [0.3, 0.6, 0.9][Math.floor(random() * 3)] ?? 0.6 }
  })
  return { nodes, links }
}
