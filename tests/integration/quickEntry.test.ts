import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { WriteContext } from '../../src-main/core/context'
import type { Core } from '../../src-main/core/core'
import { loadGraph } from '../../src-main/core/graph'
import type * as Handlers from '../../src-main/core/handlers'
import { applyQuickEntry } from '../../src-main/import/quickEntry'
import type { AccountGraph } from '../../src-shared/model/graph'
import type { AccountId, OpportunityId } from '../../src-shared/model/ids'
import { shippedMethod } from '../../src-shared/model/method'
import type { QuickDocument } from '../../src-shared/quickEntry/document'
import { documentOf } from '../../src-shared/quickEntry/fromGraph'
import { matchQuickEntry } from '../../src-shared/quickEntry/match'
import { parseQuickEntry } from '../../src-shared/quickEntry/parse'
import { writeQuickEntry } from '../../src-shared/quickEntry/write'
import { dump, testCore, today } from '../support/core'
import { anyGraph, DEAL, TODAY } from '../unit/quickEntry/graphs'

/** What the next mutation does instead of what its name says: no endpoint enters text on its own yet. */
const next = vi.hoisted((): { work: ((context: WriteContext) => Promise<unknown>) | null } => ({ work: null }))

vi.mock('../../src-main/core/handlers', async (original) => {
  const real = await original<typeof Handlers>()
  const mutationHandler: typeof real.mutationHandler = (name) => {
    const { work } = next
    return work ? (context) => work(context) : real.mutationHandler(name)
  }
  return { ...real, mutationHandler }
})

/** Runs some work as the core runs a mutation: in its transaction, journal and context. */
async function write<T>(core: Core, work: (context: WriteContext) => Promise<T>): Promise<T> {
  const done: T[] = []
  next.work = async (context) => {
    done.push(await work(context))
    return {}
  }
  try {
    await core.run('workspace.setPreference', {})
  } finally {
    next.work = null
  }
  const [value] = done
  if (value === undefined) throw new Error('the work was not done')
  return value
}

interface Entered {
  readonly counts: { created: number; updated: number; unchanged: number }
  readonly graph: AccountGraph
  readonly problems: readonly string[]
}

async function enter(core: Core, accountId: AccountId, text: string): Promise<Entered> {
  return write(core, async (context) => {
    const { document, problems } = parseQuickEntry(text, shippedMethod)
    const plan = matchQuickEntry(document, await loadGraph(context, accountId), today)
    const counts = await applyQuickEntry(context, accountId, plan, today, null)
    return {
      counts,
      graph: await loadGraph(context, accountId),
      problems: [...problems, ...plan.problems].map(({ code }) => code),
    }
  })
}

const newAccount = async (core: Core, name: string) => (await core.run('account.create', { name })).accountId

const example = `# 华东电力 / 配网改造项目
王建国 总经理 @总部 !决策 +支持 ^核心
  李敏 财务总监 @财务部 !财务 ?未知
  赵强 信息中心主任 @信息中心 !技术 -反对 d2(陈晨)
    (待定) 运维主管 !使用
周工 设计院专家 [华东设计院] !影响 +教练
周工 -> 赵强 强
李敏 x 赵强
`

test('the example becomes a map in one step, which undo takes back whole and redo does again', async () => {
  const core = await testCore()
  const { file } = core
  const accountId = await newAccount(core, '华东电力')
  const before = dump(file)
  const { counts, graph, problems } = await enter(core, accountId, example)
  expect(problems).toEqual([])
  // The opportunity, five seats, our 陈晨 and two ties.
  expect(counts).toEqual({ created: 9, updated: 0, unchanged: 0 })
  const [deal] = graph.opportunities
  const written = writeQuickEntry(graph, deal?.id ?? null, today, 'zh-CN', shippedMethod)
  expect(written).toBe(`# 华东电力 / 配网改造项目
王建国 总经理 @总部 !决策 +支持 ^核心
  李敏 财务总监 @财务部 !财务 ?未知
  赵强 信息中心主任 @信息中心 !技术 -反对 d2(陈晨)
    (待定) 运维主管 !使用
周工 设计院专家 [华东设计院] !影响 +教练
[我方]
陈晨
周工 -> 赵强 强
李敏 x 赵强
`)
  const after = dump(file)
  const steps = await core.run('history.list', {})
  expect(steps.map(({ name }) => name)).toEqual(['quick_entry', 'account_create'])

  await core.run('history.undo', {})
  expect(dump(file)).toEqual(before)
  await core.run('history.redo', {})
  expect(dump(file)).toEqual(after)

  const again = await enter(core, accountId, written)
  expect(again.counts).toEqual({ created: 0, updated: 0, unchanged: 9 })
  expect(dump(file)).toEqual(after)
})

test('a second text changes what it says otherwise and leaves the rest', async () => {
  const core = await testCore()
  const accountId = await newAccount(core, '华东电力')
  await enter(core, accountId, example)
  const { counts, graph } = await enter(
    core,
    accountId,
    '# 华东电力 / 配网改造项目\n李敏\n  zhaoqiang 副总工 +支持 d3(陈晨)\n    孙悦 运维主管 +教练\n周工 -> 赵强 弱\n孙悦 = 李敏',
  )
  expect(counts).toEqual({ created: 1, updated: 3, unchanged: 2 })
  const [deal] = graph.opportunities
  expect(writeQuickEntry(graph, deal?.id ?? null, today, 'zh-CN', shippedMethod)).toBe(`# 华东电力 / 配网改造项目
王建国 总经理 @总部 !决策 +支持 ^核心
  李敏 财务总监 @财务部 !财务 ?未知
    赵强 副总工 @信息中心 !技术 +支持 *中层 d3(陈晨)
      孙悦 运维主管 !使用 +教练
周工 设计院专家 [华东设计院] !影响 +教练
[我方]
陈晨
周工 -> 赵强 弱
李敏 x 赵强
孙悦 = 李敏
`)
})

test('while a name may mean several people nothing is written', async () => {
  const core = await testCore()
  const accountId = await newAccount(core, '华东电力')
  await enter(core, accountId, '王伟#1 部长\n王伟#2 科长')
  const before = dump(core.file)
  await expect(enter(core, accountId, '王伟 +支持')).rejects.toMatchObject({
    code: 'choice_needed',
    params: { name: '王伟', line: 1 },
  })
  expect(dump(core.file)).toEqual(before)
})

/** What a document says of people and ties, whatever the order of siblings and the numbers of marks. */
function said({ people, ties }: QuickDocument): unknown {
  const nameOf = (index: number | null): unknown => {
    const person = index === null ? undefined : people[index]
    return person && [person.name?.text ?? null, person.title, nameOf(person.superior)]
  }
  const sorted = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).sort()
  return {
    people: sorted(
      people.map(({ name, title, unit, tier, side, organization, superior, roles, stance, political, depths }) => [
        name?.text ?? null,
        title,
        unit,
        tier,
        side,
        organization,
        nameOf(superior),
        roles.map(({ role, chains }) => [role, chains]),
        stance,
        political,
        depths.filter(({ depth }) => depth > 0).map(({ ours, depth }) => [ours?.text, depth]),
      ]),
    ),
    ties: [
      ...new Set(
        sorted(
          ties.map(({ from, to, kind, strength, confidence, note }) => {
            const ends = [from.text, to.text]
            return [kind, ...(kind === 'influences' ? ends : ends.sort()), strength, confidence, note]
          }),
        ),
      ),
    ],
  }
}

test('what is written of any map makes the same map of an empty account', async () => {
  const core = await testCore()
  let count = 0
  await fc.assert(
    fc.asyncProperty(anyGraph, fc.constantFrom('zh-CN' as const, 'en' as const), async (graph, language) => {
      const text = writeQuickEntry(graph, DEAL, TODAY, language, shippedMethod)
      const accountId = await newAccount(core, `account ${++count}`)
      const entered = await enter(core, accountId, text)
      const deal: OpportunityId | null = entered.graph.opportunities[0]?.id ?? null
      expect(entered.problems.filter((code) => code !== 'other_account')).toEqual([])
      expect(said(documentOf(entered.graph, deal, today))).toEqual(said(documentOf(graph, DEAL, TODAY)))
      const again = await enter(core, accountId, writeQuickEntry(entered.graph, deal, today, language, shippedMethod))
      expect(again.counts).toMatchObject({ created: 0, updated: 0 })
    }),
    { numRuns: 60 },
  )
})
