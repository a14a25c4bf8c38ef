import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { openCore } from '../../src-main/core/core'
import { createSample } from '../../src-main/core/sample'
import { translator } from '../../src-shared/i18n/translate'
import type { AccountGraph } from '../../src-shared/model/graph'
import type { Language } from '../../src-shared/model/language'
import { shippedMethod } from '../../src-shared/model/method'
import type { FiguresPart, MapPart, Report, ReportPart, TablePart, TextPart } from '../../src-shared/report/report'
import { buildScene } from '../../src-shared/scene/buildScene'
import type { Scene, SceneInput } from '../../src-shared/scene/sceneTypes'
import { generateCompany } from '../fixtures/company'
import { steadySurroundings, today } from './core'
import { emptyCore, graphOf, imported } from './importing'
import { temporaryFolder } from './workspace'

/** The first sample account, or an invented one of so many people. */
export async function accountOf(people: 'sample' | number, language: Language): Promise<AccountGraph> {
  if (people !== 'sample') {
    const core = await emptyCore()
    await imported(core, generateCompany({ people, lang: language === 'en' ? 'en' : 'zh' }), { language })
    return graphOf(core)
  }
  const file = join(await temporaryFolder(), 'sample.linchpin')
  await createSample(file, language, steadySurroundings())
  const core = await openCore(file)
  onTestFinished(() => core.close())
  return graphOf(core)
}

/** The map of an account's first opportunity: roles, unless asked otherwise. */
export function sceneOf(graph: AccountGraph, language: Language, asked: Partial<SceneInput> = {}): Scene {
  const opportunityId = graph.opportunities[0]?.id ?? null
  const t = translator(language)
  return buildScene({ graph, method: shippedMethod, on: today, opportunityId, drawing: 'role', layer: 'roles', t, ...asked })
}

/** A report with every kind of part, whose words are those of its scenes and, around them, plain ones of a language. */
export function reportOf(graph: AccountGraph, language: Language): Report {
  const scene = sceneOf(graph, language)
  const zh = language === 'zh-CN'
  const head = (key: string, title: string, subtitle = '') => ({ key, title, subtitle, notes: [] })
  const figures: FiguresPart = {
    ...head('figures', zh ? '关键数字' : 'Figures'),
    kind: 'figures',
    figures: [
      {
        words: zh ? '客户方人数' : 'People of the customer',
        value: String(scene.cards.length),
        remark: zh ? '含空缺岗位' : 'vacant seats too',
      },
      { words: zh ? '关系' : 'Ties', value: String(scene.ties.length), remark: '' },
      {
        words: zh ? '接触覆盖率' : 'Coverage',
        value: '62 %',
        remark: zh ? '较上季度提高 8 个百分点' : 'up by 8 points since last quarter',
      },
      { words: zh ? '单线联系' : 'Single-threaded', value: '3', remark: '' },
      { words: zh ? '预计签约' : 'Expected close', value: '2027-03-31', remark: zh ? '推迟过一次' : 'moved once' },
    ],
  }
  const text: TextPart = {
    ...head('text', zh ? '策略与下一步' : 'Strategy and next steps', zh ? '按重要程度排列' : 'in order of weight'),
    kind: 'text',
    paragraphs: [
      {
        style: 'plain',
        words: zh
          ? '先稳住最终决策者，再争取技术评估者：“先易后难、由点到面”。评审会（预计十二月上旬）之前，至少完成两次面对面沟通；若预算口径变化，立即重新评估。'
          : 'Keep the economic buyer on our side first, then win the technical evaluator (“easy things first”). Meet both of them at least twice before the review, expected in early December; should the budget change, judge the situation anew.',
      },
      {
        style: 'bullet',
        words: zh ? '下周约见总经理，确认项目优先级。' : 'See the general manager next week and confirm the priority.',
      },
      {
        style: 'bullet',
        words: zh
          ? '补齐信息中心的接触：目前只有一人认识技术主管，一旦离任，这条线就断了；请方案经理每两周拜访一次，并把结果记录在案。'
          : 'Close the gap in the information centre: one of us alone knows the technical lead, and were either to leave, the thread would be cut; a visit every other week, written down each time.',
      },
    ],
  }
  const table: TablePart = {
    ...head('roles', zh ? '角色表' : 'Roles', zh ? '按图上的顺序' : 'in the order of the map'),
    kind: 'table',
    columns: [
      { words: zh ? '姓名' : 'Name', width: 3, align: 'start' },
      { words: zh ? '职务' : 'Title', width: 4, align: 'start' },
      { words: zh ? '部门' : 'Department', width: 3, align: 'start' },
      { words: zh ? '决策角色' : 'Decision roles', width: 4, align: 'start' },
      { words: zh ? '深度' : 'Depth', width: 1.2, align: 'end' },
    ],
    rows: scene.cards.map(({ name, title, department, roles, depth }) => [
      name.full,
      title.full,
      department,
      roles.map(({ label }) => label).join('\n'),
      depth === undefined ? '' : String(depth),
    ]),
    values: scene.cards.map(({ depth }) => [null, null, null, null, depth ?? null]),
    empty: '',
  }
  const nobody: TablePart = {
    ...head('nobody', zh ? '离任风险' : 'Departures'),
    kind: 'table',
    columns: table.columns,
    rows: [],
    values: [],
    empty: zh ? '无' : 'None',
  }
  const map = (key: string, title: string, drawn: Scene, references: MapPart['references']): MapPart => ({
    ...head(key, title, drawn.title.about),
    kind: 'map',
    scene: drawn,
    references,
  })
  const influence = sceneOf(graph, language, { drawing: 'influence' })
  const parts: ReportPart[] = [
    figures,
    map('map', zh ? '决策地图' : 'Decision map', scene, [{ words: zh ? '影响力图' : 'Influence map', partKey: 'influence' }]),
    map('influence', zh ? '影响力图' : 'Influence map', influence, [{ words: zh ? '角色表' : 'Roles', partKey: 'roles' }]),
    text,
    table,
    nobody,
  ]
  return {
    title: scene.title.account,
    subtitle: scene.title.opportunity,
    language,
    asOf: today,
    sourceNote: zh ? '来源：关键人，仅供内部使用，请勿外传' : 'Source: Linchpin. Internal, not to be passed on.',
    parts,
  }
}
