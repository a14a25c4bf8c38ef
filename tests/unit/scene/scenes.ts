import { translator } from '../../../src-shared/i18n/translate'
import type { AccountGraph } from '../../../src-shared/model/graph'
import { PersonId } from '../../../src-shared/model/ids'
import type { Language } from '../../../src-shared/model/language'
import { shippedMethod } from '../../../src-shared/model/method'
import { buildScene } from '../../../src-shared/scene/buildScene'
import type { Scene, SceneInput } from '../../../src-shared/scene/sceneTypes'
import { DEAL, GraphBuilder, TODAY } from '../analytics/builder'
import { randomAccount } from '../analytics/random'

export const DRAWINGS = ['role', 'influence', 'grid'] as const
export const LAYERS = ['roles', 'stance', 'depth', 'coverage', 'risk', 'changes', 'strategy'] as const

/** The scene of a graph's deal: role map, roles layer, Chinese, unless asked otherwise. */
export function sceneOf(graph: AccountGraph, asked: Partial<SceneInput> & { readonly language?: Language } = {}): Scene {
  const { language = 'zh-CN', ...input } = asked
  return buildScene({
    graph,
    method: shippedMethod,
    on: TODAY,
    opportunityId: DEAL,
    drawing: 'role',
    layer: 'roles',
    t: translator(language),
    ...input,
  })
}

/**
 * Wang decides, Li (finance) and an unidentified technical seat report to him; Zhou of an institute advises; Chen of ours knows Li
 * and Wang. Li's stance has evidence, Wang's has none, Zhou's is expired.
 */
export function smallAccount(): GraphBuilder {
  return new GraphBuilder()
    .theirs('wang', { name: '王建国', tier: 'executive' })
    .theirs('li', { name: '李敏', reportsTo: 'wang' })
    .vacant('seat-it', { reportsTo: 'wang' })
    .thirdParty('zhou', { name: '周工' })
    .ours('chen', { name: '陈晨' })
    .role('wang', 'economic-buyer')
    .role('li', 'financial-controller')
    .role('li', 'influencer')
    .role('seat-it', 'technical-evaluator')
    .role('zhou', 'influencer')
    .stance('li', 'supportive', { evidence: '会上表态' })
    .stance('wang', 'opponent')
    .stance('zhou', 'coach', { on: '2026-01-01', expires: '2026-06-01', evidence: '私下透露' })
    .political('wang', 'inner')
    .depth('chen', 'li', 3)
    .depth('chen', 'wang', 1)
    .tie('li', 'wang', 'influences', 0.9)
    .tie('zhou', 'li', 'allied-with', 0.3)
    .tie('zhou', 'wang', 'conflicts-with', 0.6)
}

const names = [
  '阿不都热依木·买买提吐尔逊江',
  'Maximiliana Theodora Featherstonehaugh-Cholmondeley',
  '欧阳慕容明月',
  '李',
  'Ng',
  'Pneumonoultramicroscopicsilicovolcanoconiosis',
  '👩🏽‍🔧 王 工程师',
]

/** A seeded account of people whose names and titles are as long as they come. */
export function longNamedAccount(people: number): AccountGraph {
  const graph = randomAccount(7, people, { ours: 5, holders: 12 }).graph()
  return {
    ...graph,
    people: graph.people.map((person, i) => ({ ...person, name: names[i % names.length] ?? '' })),
    seatStates: graph.seatStates.map((state, i) => ({
      ...state,
      title:
        i % 2 === 0
          ? '华东区域数字化转型与信息系统建设办公室常务副主任'
          : 'Senior Executive Vice President, Integrated Supply Chain',
    })),
  }
}

export const person = (id: string): PersonId => PersonId.parse(id)
