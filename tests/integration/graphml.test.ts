import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { toGraphMl } from '../../src-main/export/graphml'
import { customerSafeProfile } from '../../src-shared/model/redaction'
import { ReportSource } from '../../src-shared/report/source'
import { companyInput } from '../support/reportInputs'
import { temporaryFolder } from '../support/workspace'

/** Reads a file as networkx does and prints what it found. */
const READ = `
import sys, json, networkx
graph = networkx.read_graphml(sys.argv[1], force_multigraph=True)
print(json.dumps({"nodes": dict(graph.nodes(data=True)), "edges": [[a, b, data] for a, b, data in graph.edges(data=True)]}))
`

interface Read {
  readonly nodes: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly edges: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[]
}

async function readByNetworkx(xml: string): Promise<Read> {
  const file = join(await temporaryFolder(), 'map.graphml')
  writeFileSync(file, xml)
  execFileSync('xmllint', ['--noout', file])
  // What the script above prints.
  return JSON.parse(execFileSync('/usr/bin/python3', ['-c', READ, file], { encoding: 'utf8', maxBuffer: 2 ** 26 })) as Read
}

test('GraphML is read by networkx: everybody, every tie and every reporting line', async () => {
  const source = new ReportSource(await companyInput(60))
  const { snapshot, theirs } = source.figures.situation
  const { nodes, edges } = await readByNetworkx(toGraphMl(source))
  expect(Object.keys(nodes).sort()).toEqual([...snapshot.people.keys()].sort())
  for (const [id, { person }] of snapshot.people) expect(nodes[id]).toMatchObject({ label: person.name, side: person.side })
  for (const { id, depth } of theirs) expect(nodes[id]).toMatchObject({ depth })
  const ties = edges.filter(([, , data]) => data['kind'] !== 'reports-to')
  // One that acts both ways may be read either way round.
  const ends = (a: string, b: string): string => [a, b].sort().join(' ')
  expect(ties.map(([a, b]) => ends(a, b)).sort()).toEqual(
    snapshot.ties.map(({ fromPersonId, toPersonId }) => ends(fromPersonId, toPersonId)).sort(),
  )
  expect(edges.length).toBeGreaterThan(ties.length)
})

test('for a customer it says nothing of what we think', async () => {
  const xml = toGraphMl(new ReportSource({ ...(await companyInput(30)), profile: customerSafeProfile }))
  expect(xml).not.toMatch(/node-stance">|node-depth">|node-political">|conflicts-with|personal/)
  expect((await readByNetworkx(xml)).edges.length).toBeGreaterThan(0)
})
