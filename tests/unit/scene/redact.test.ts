import { describe, expect, test } from 'vitest'
import type { AccountGraph } from '../../../src-shared/model/graph'
import { pageOf } from '../../../src-shared/scene/page'
import { palettes } from '../../../src-shared/scene/palette'
import { customerSafeProfile } from '../../../src-shared/model/redaction'
import { redacted } from '../../../src-shared/scene/redact'
import { toSvg } from '../../../src-shared/scene/svg'
import { TODAY } from '../analytics/builder'
import { DRAWINGS, LAYERS, sceneOf, smallAccount } from './scenes'

/** The small account with an adviser of the hidden chain, his assistant, a private person with a subordinate, and notes everywhere. */
function accountWithSecrets(): AccountGraph {
  const graph = smallAccount()
    .theirs('hidden', { name: '隐性顾问', reportsTo: 'wang' })
    .theirs('assistant', { name: '顾问助理', reportsTo: 'hidden' })
    .theirs('private', { name: '私密联系人', reportsTo: 'wang' })
    .role('hidden', 'influencer')
    .role('li', 'user')
    .tie('hidden', 'wang', 'influences', 0.9)
    .tie('wang', 'li', 'personal', 0.9)
    .graph()
  const roles = graph.decisionRoles.length
  return {
    ...graph,
    people: graph.people.map((row) => ({ ...row, note: '机密备注', secrecy: row.name === '私密联系人' ? 'private' : 'open' })),
    ties: graph.ties.map((row) => ({ ...row, note: '机密备注' })),
    // The last two roles given: the hidden one's, and a second, hidden one of Li's.
    decisionRoles: graph.decisionRoles.map((row, i) => (i >= roles - 2 ? { ...row, chains: ['hidden'] } : row)),
  }
}

const graph = accountWithSecrets()
const safe = redacted(graph, TODAY, customerSafeProfile)

describe('a customer-safe graph', () => {
  test('holds no opinion and no record of ours', () => {
    expect(safe).toMatchObject({ judgements: [], interactions: [], signals: [], targetDepths: [] })
    expect(safe.account.ownerId).toBeNull()
    expect(JSON.stringify(safe)).not.toContain('机密备注')
  })

  test('leaves out people whose only part is the hidden chain, and who is not open, with their seats', () => {
    const names = safe.people.map(({ name }) => name)
    expect(names).not.toContain('隐性顾问')
    expect(names).not.toContain('私密联系人')
    expect(names).toContain('李敏')
    expect(safe.seats.map(({ id }) => id)).not.toContain('seat-hidden')
  })

  test('lets their subordinates report to whoever is above', () => {
    expect(safe.seatStates.find(({ seatId }) => seatId === 'seat-assistant')?.reportsToSeatId).toBe('seat-wang')
  })

  test('keeps open roles of those who also have a hidden one', () => {
    expect(safe.decisionRoles.filter(({ seatId }) => seatId === 'seat-li').map(({ role }) => role)).toEqual([
      'financial-controller',
      'influencer',
    ])
    expect(safe.decisionRoles.flatMap(({ chains }) => chains)).not.toContain('hidden')
  })

  test('keeps ties of work, and none of conflict and private life', () => {
    expect(new Set(safe.ties.map(({ kind }) => kind))).toEqual(new Set(['influences', 'allied-with']))
  })
})

test('no customer-safe picture shows a stance, a depth, a risk, a secret or a hidden part, whatever layer was asked for', () => {
  for (const drawing of DRAWINGS)
    for (const layer of LAYERS) {
      const scene = sceneOf(graph, { drawing, layer, redaction: 'customer-safe', ties: 'all' })
      expect(scene.layer).toBe('roles')
      for (const card of scene.cards) {
        for (const key of ['stance', 'depth', 'political', 'weakness']) expect(card).not.toHaveProperty(key)
        expect(card).toMatchObject({ singleThreaded: false, knownBy: [], secrecy: 'open' })
      }
      const svg = toSvg(pageOf(scene, palettes.light))
      for (const word of [
        '隐性顾问',
        '私密联系人',
        '机密备注',
        '反对',
        '支持',
        '教练',
        '未知',
        '信任',
        '接触',
        '对立',
        '私人关系',
        '核心圈',
        '权力',
        '图层',
      ]) {
        expect(svg, `${drawing} ${layer}`).not.toContain(word)
      }
      expect(svg).toContain('李敏')
    }
})

test('discs of a customer-safe influence map are all alike: their sizes are an opinion', () => {
  const radii = sceneOf(graph, { drawing: 'influence', redaction: 'customer-safe' }).cards.map(({ disc }) => disc?.radius)
  expect(new Set(radii).size).toBe(1)
})

test('the customer-safe grid goes by rank and side', () => {
  const { regions } = sceneOf(graph, { drawing: 'grid', redaction: 'customer-safe' })
  expect(regions.flatMap(({ title }) => title?.full ?? [])).toEqual(['客户方', '高层', '第三方', '中层', '基层'])
})
