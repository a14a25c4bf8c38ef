import { describe, expect, test } from 'vitest'
import { drill } from '../../../src-shared/analytics/drill'
import { accessOf, evaluate } from '../../../src-shared/analytics/evaluation'
import { influence } from '../../../src-shared/analytics/influence'
import { ranking } from '../../../src-shared/analytics/ranking'
import { situation } from '../../../src-shared/analytics/situation'
import { PersonId } from '../../../src-shared/model/ids'
import { shippedMethod } from '../../../src-shared/model/method'
import type { AccountGraph } from '../../../src-shared/model/graph'
import { palettes } from '../../../src-shared/scene/palette'
import { sceneGroups } from '../../../src-shared/scene/scenePrimitives'
import type { Scene, SceneCard } from '../../../src-shared/scene/sceneTypes'
import { day, DEAL, type GraphBuilder, TODAY } from '../analytics/builder'
import { DRAWINGS, longNamedAccount, person, sceneOf, smallAccount } from './scenes'

const cardOf = ({ cards }: Scene, name: string): SceneCard => {
  const card = cards.find(({ name: { full } }) => full === name)
  if (!card) throw new Error(`no card of ${name}`)
  return card
}
const kinds = (card: SceneCard) => card.marks.map(({ kind }) => kind)
const legendWords = ({ legend }: Scene) => legend.flatMap(({ items }) => items.map(({ words }) => words))

describe('change risk', () => {
  const graph = smallAccount().signal('li', 'resignation-rumour', '2026-04-01', 0.7).graph()
  const scene = sceneOf(graph, { layer: 'risk' })

  test('gives each card the light and the number of the ranking', () => {
    const { theirs, ours } = ranking(evaluate(situation(graph, DEAL, TODAY, shippedMethod)))
    const rows = [...theirs, ...ours]
    expect(rows.length).toBe(4)
    for (const { presence, light, risk } of rows) {
      const card = cardOf(scene, presence.person.name)
      expect(card.tone).toEqual({ family: 'light', light })
      const shown = card.marks.find(({ kind }) => kind.startsWith('risk-'))
      expect(shown?.text ?? '0.0').toBe(risk?.toFixed(1))
    }
    expect(rows.some(({ light }) => light === 'red')).toBe(true)
  })

  test('says the parts of likelihood and impact', () => {
    const reasons = cardOf(scene, '李敏').reasons()
    expect(reasons[0]).toMatch(/^变动风险 \d+\.\d（满分 100）= 可能性 32% × 影响 \d+\.\d$/)
    // 0.4 · 0.7 · 0.5^(90/180) of domain.md 6.9.
    expect(reasons).toContain('可能性：离职传闻 20%（90 天前记录）')
    expect(reasons).toContain('可能性：中层基准 15%')
    expect(reasons.at(-1)).toMatch(/^影响：覆盖 .*、支持 .*、触达 /)
  })

  test('without a deal tells the likelihood alone', () => {
    const card = cardOf(sceneOf(graph, { layer: 'risk', opportunityId: null }), '李敏')
    expect(card.tone).toEqual({ family: 'plain' })
    expect(card.reasons()[0]).toBe('12 个月内离开的可能性：32%')
  })

  test('never reaches a customer', () => {
    const safe = sceneOf(graph, { layer: 'risk', redaction: 'customer-safe', question: { kind: 'drill', gone: [person('li')] } })
    expect(safe.layer).toBe('roles')
    for (const card of safe.cards) expect([card.marks, card.reasons(), card.struck]).toEqual([[], [], false])
    expect(JSON.stringify(safe)).not.toContain('风险')
  })
})

describe('what changed', () => {
  const graph = smallAccount()
    .theirs('old', { name: '老钱', to: '2026-06-10' })
    .theirs('clerk', { name: '新人', from: '2026-06-20' })
    .theirs('former', { name: '前任', to: '2026-06-15' })
    .theirs('heir', { name: '继任', from: '2020-01-01' })
    .holds('heir', 'seat-former', { from: '2026-06-15' })
    .stance('li', 'coach', { on: '2026-06-25', evidence: '明确表态' })
    .graph()

  test('marks who is new, moved, left and what is thought of them', () => {
    const scene = sceneOf(graph, { layer: 'changes', since: day('2026-06-01') })
    expect(kinds(cardOf(scene, '新人'))).toEqual(['new'])
    expect(cardOf(scene, '继任').marks).toMatchObject([{ kind: 'moved', words: '调岗：seat-heir → seat-former、seat-heir' }])
    expect(cardOf(scene, '新人').tone).toEqual({ family: 'changed' })
    expect(scene.title.about).toContain('自 2026-06-01 起')
  })

  test('leaves those who left struck in their empty seats, and lists those whose seat is taken', () => {
    const scene = sceneOf(graph, { layer: 'changes', since: day('2026-06-01') })
    expect(cardOf(scene, '老钱')).toMatchObject({
      struck: true,
      personId: null,
      holder: 'vacant',
      marks: [{ words: '老钱已离开' }],
    })
    expect(scene.cards.some(({ name }) => name.full === '前任')).toBe(false)
    expect(legendWords(scene)).toContain('前任 · seat-former')
    // Where people have no seats all who left are listed.
    expect(legendWords(sceneOf(graph, { layer: 'changes', drawing: 'influence' }))).toContain('前任 · seat-former')
  })

  test('looks a month back unless told, and never forward', () => {
    const since = (chosen: string | null) =>
      sceneOf(graph, { layer: 'changes', since: chosen === null ? null : day(chosen) }).title.about
    expect(since(null)).toContain('自 2026-05-31 起')
    expect(since('2027-01-01')).toContain('自 2026-05-31 起')
  })
})

describe('strategies', () => {
  const graph = smallAccount()
    .strategy('wang', { status: 'active', dueOn: '2026-07-10' })
    .strategy('li', { status: 'planned', dueOn: '2026-06-29' })
    .graph()
  const scene = sceneOf(graph, { layer: 'strategy' })

  test('are told in colour and words; who decides and has none stands out', () => {
    expect(cardOf(scene, '王建国').tone).toEqual({ family: 'strategy', state: 'active' })
    expect(cardOf(scene, '李敏').tone).toEqual({ family: 'strategy', state: 'overdue' })
    expect(cardOf(scene, '周工').tone).toEqual({ family: 'strategy', state: 'none' })
    expect(cardOf(scene, '陈晨').tone).toEqual({ family: 'plain' })
    expect(cardOf(scene, '李敏').note?.full).toBe('已逾期')
    expect(legendWords(scene)).toEqual(expect.arrayContaining(['无策略', '已逾期', '进行中']))
    expect(legendWords(scene)).not.toContain('已完成')
  })

  test('that are done or dropped, and those of an opponent of the inner circle', () => {
    const state = (builder: GraphBuilder, name: string) => cardOf(sceneOf(builder.graph(), { layer: 'strategy' }), name).tone
    expect(state(smallAccount().strategy('li', { status: 'done' }), '李敏')).toEqual({ family: 'strategy', state: 'done' })
    expect(state(smallAccount().strategy('li', { status: 'dropped' }), '李敏')).toEqual({ family: 'strategy', state: 'none' })
    const quiet = smallAccount().theirs('bystander', { name: '路人' })
    expect(state(quiet, '路人')).toEqual({ family: 'plain' })
    const against = quiet.stance('bystander', 'opponent').political('bystander', 'inner')
    expect(state(against, '路人')).toEqual({ family: 'strategy', state: 'none' })
  })

  test('never reach a customer', () => {
    const safe = sceneOf(graph, { layer: 'strategy', redaction: 'customer-safe' })
    expect(safe.layer).toBe('roles')
    expect(JSON.stringify(safe)).not.toMatch(/策略|逾期|进行中/)
  })
})

describe('the warm path', () => {
  const graph = smallAccount().graph()
  const target = person('wang')

  test('is drawn step by step, the next best that differs too, and the rest fades', () => {
    const scene = sceneOf(graph, { question: { kind: 'warmPath', target } })
    const steps = scene.steps.map(({ best, number, strength, words }) => [best, number, strength, words])
    // 0.75 × 0.9 by way of Li, else 0.25 straight.
    expect(steps).toEqual([
      [false, 1, '0.25', '次优路径第 1 步：陈晨 → 王建国（0.25）'],
      [true, 1, '0.75', '最佳路径第 1 步：陈晨 → 李敏（0.75）'],
      [true, 2, '0.90', '最佳路径第 2 步：李敏 → 王建国（0.90）'],
    ])
    expect(
      scene.cards
        .filter(({ faded }) => !faded)
        .map(({ name }) => name.full)
        .sort(),
    ).toEqual(['李敏', '王建国', '陈晨'])
    expect(scene.ties.every(({ faded }) => faded)).toBe(true)
    expect(cardOf(scene, '王建国').marks).toEqual([{ kind: 'target', words: '触达 0.68' }])
  })

  test('begins at the first of theirs where ours is not on the drawing', () => {
    const scene = sceneOf(graph, { drawing: 'influence', question: { kind: 'warmPath', target } })
    expect(cardOf(scene, '李敏').marks).toEqual([{ kind: 'way-in', text: '陈晨', words: '由陈晨起步（0.75）' }])
    expect(scene.steps.map(({ best, number }) => [best, number])).toEqual([[true, 2]])
  })

  test('to somebody nobody reaches says so', () => {
    const lonely = smallAccount().theirs('hermit', { name: '独行' }).graph()
    const scene = sceneOf(lonely, { question: { kind: 'warmPath', target: person('hermit') } })
    expect(scene.steps).toEqual([])
    expect(cardOf(scene, '独行').marks).toEqual([{ kind: 'target', words: '我方无人能触达' }])
  })
})

describe('a drill', () => {
  const graph = smallAccount().theirs('clerk', { name: '文员' }).tie('li', 'clerk', 'allied-with', 0.9).graph()
  const asked = (...gone: string[]) => sceneOf(graph, { question: { kind: 'drill', gone: gone.map((id) => PersonId.parse(id)) } })

  test('strikes who is thought away and marks what becomes of the others, as the drill says', () => {
    const scene = asked('li')
    const before = evaluate(situation(graph, DEAL, TODAY, shippedMethod))
    const result = drill(before, [person('li')])
    expect(cardOf(scene, '李敏')).toMatchObject({ struck: true, marks: [{ kind: 'role-empty', words: '角色落空：财务把关者' }] })
    expect(result.emptiedRoles).toEqual(['financial-controller'])
    expect(result.unreachable.map(String)).toEqual(['clerk', 'zhou'].filter((id) => accessOf(before, person(id)) > 0))
    for (const { person: id } of result.paths) {
      const card = scene.cards.find(({ personId }) => personId === id)
      const lost = result.unreachable.includes(id)
      expect(card && kinds(card)).toContain(lost ? 'unreachable' : 'path-changed')
    }
    expect(scene.ties.filter(({ faded }) => faded).length).toBeGreaterThan(0)
  })

  test('of one of ours takes the relationships away', () => {
    const scene = asked('chen')
    expect(cardOf(scene, '陈晨').struck).toBe(true)
    expect(kinds(cardOf(scene, '李敏'))).toEqual(['unreachable', 'depth-down'])
  })

  test('of several is of all of them at once', () => {
    expect(
      asked('li', 'chen')
        .cards.filter(({ struck }) => struck)
        .map(({ name }) => name.full)
        .sort(),
    ).toEqual(['李敏', '陈晨'])
    expect(asked().cards.some(({ struck, marks }) => struck || marks.length > 0)).toBe(false)
  })
})

test('where two of ours disagree a card says so on every layer', () => {
  const told = smallAccount().ours('zhao', { name: '赵磊' }).stance('li', 'opponent').graph()
  const last = told.judgements.length - 1
  const graph: AccountGraph = {
    ...told,
    judgements: told.judgements.map((judgement, i) =>
      judgement.subjectId === 'li' && judgement.kind === 'stance'
        ? { ...judgement, authorId: person(i === last ? 'zhao' : 'chen') }
        : judgement,
    ),
  }
  for (const layer of ['roles', 'risk', 'changes'] as const) {
    const scene = sceneOf(graph, { layer })
    const mark = cardOf(scene, '李敏').marks.find(({ kind }) => kind === 'disagreement')
    expect(mark?.words).toBe('立场看法不一：赵磊认为反对、陈晨认为支持')
    expect(legendWords(scene)).toContain('我方内部看法不一')
  }
})

test('discs of the influence map have the area that domain and issue give them', () => {
  const graph = longNamedAccount(60)
  const sizes = influence(situation(graph, DEAL, TODAY, shippedMethod))
  const { cards } = sceneOf(graph, { drawing: 'influence' })
  const ratios = cards.flatMap(({ personId, disc }) => {
    const size = personId === null ? undefined : sizes.get(personId)
    return size === undefined || !disc ? [] : [disc.radius ** 2 / size]
  })
  expect(ratios.length).toBeGreaterThan(50)
  for (const ratio of ratios) expect(ratio).toBeCloseTo(ratios[0] ?? 0, 6)
})

test('a lens adds the champion to the letters of a card and to the legend', () => {
  const graph = smallAccount().stance('li', 'coach', { evidence: '多次代为推荐' }).political('li', 'inner').graph()
  const scene = sceneOf(graph, { lens: 'meddpicc' })
  expect(cardOf(scene, '李敏').roles.map(({ label }) => label)).toContain('倡导者')
  expect(legendWords(scene)).toContain('倡导者')
  expect(scene.title.about).toContain('MEDDPICC')
  expect(sceneOf(graph).cards.flatMap(({ roles }) => roles.map(({ label }) => label))).not.toContain('倡导者')
})

test('a drill over the layer of risk is drawn in both themes, on every drawing', () => {
  const graph = longNamedAccount(60)
  const gone = graph.people
    .filter(({ side }) => side === 'theirs')
    .slice(0, 3)
    .map(({ id }) => id)
  for (const drawing of DRAWINGS) {
    const scene = sceneOf(graph, { drawing, layer: 'risk', question: { kind: 'drill', gone } })
    const [light, dark] = [sceneGroups(scene, palettes.light), sceneGroups(scene, palettes.dark)]
    expect(light.length).toBe(dark.length)
    expect(JSON.stringify(light)).not.toBe(JSON.stringify(dark))
    expect(legendWords(scene)).toContain('已离开或假设离开')
  }
})
