import { describe, expect, test } from 'vitest'
import { contains } from '../../../src-shared/layout/geometry'
import { CARD_METRICS } from '../../../src-shared/scene/cardMetrics'
import { cardPrimitives, RIM } from '../../../src-shared/scene/cardPrimitives'
import { layLegend } from '../../../src-shared/scene/legendPrimitives'
import { palettes } from '../../../src-shared/scene/palette'
import { sceneGroups } from '../../../src-shared/scene/scenePrimitives'
import type { SceneCard } from '../../../src-shared/scene/sceneTypes'
import { shippedMethod } from '../../../src-shared/model/method'
import { measure } from '../../../src-shared/scene/text'
import { GraphBuilder } from '../analytics/builder'
import { DRAWINGS, LAYERS, longNamedAccount, person, sceneOf, smallAccount } from './scenes'

const small = smallAccount().graph()
const byName = (cards: readonly SceneCard[], name: string): SceneCard => {
  const card = cards.find(({ name: { full } }) => full === name)
  if (!card) throw new Error(`no card of ${name}`)
  return card
}

describe('cards', () => {
  const { cards } = sceneOf(small)

  test('there is one for each seat of the day, of every side', () => {
    expect(cards.map(({ id, side, holder }) => [id, side, holder]).sort()).toEqual([
      ['seat-chen', 'ours', 'person'],
      ['seat-it', 'theirs', 'unidentified'],
      ['seat-li', 'theirs', 'person'],
      ['seat-wang', 'theirs', 'person'],
      ['seat-zhou', 'third-party', 'person'],
    ])
  })

  test('say roles in the order of the method, stance, political status, effective depth and with whom', () => {
    const li = byName(cards, '李敏')
    expect(li.roles.map(({ letter, label }) => [letter, label])).toEqual([
      ['影', '影响者'],
      ['财', '财务把关者'],
    ])
    expect(li).toMatchObject({
      stance: 'supportive',
      political: null,
      depth: 3,
      knownBy: [{ personId: 'chen', name: '陈晨', depth: 3 }],
    })
    expect(byName(cards, '王建国')).toMatchObject({ stance: 'opponent', political: 'inner', depth: 1 })
  })

  test('mark the best holder of a role that hangs on one of ours', () => {
    expect(
      cards
        .filter(({ singleThreaded }) => singleThreaded)
        .map(({ name }) => name.full)
        .sort(),
    ).toEqual(['李敏', '王建国'])
  })

  test('show a stance without evidence, and one that has run out, as weak', () => {
    expect(byName(cards, '李敏').weakness).toBeUndefined()
    expect(byName(cards, '王建国').weakness).toBe('no-evidence')
    expect(byName(cards, '周工')).toMatchObject({ stance: 'unknown', weakness: 'expired' })
  })

  test('give an unidentified seat its role, and no judgement', () => {
    const seat = byName(cards, '待识别')
    expect(seat.roles.map(({ key }) => key)).toEqual(['technical-evaluator'])
    expect(seat).not.toHaveProperty('stance')
    expect(seat).not.toHaveProperty('depth')
  })

  test('show no stance and depth of ours', () => {
    expect(byName(cards, '陈晨')).not.toHaveProperty('stance')
  })

  test('name the organization of third parties: by a box on the role map, in the title elsewhere', () => {
    expect(sceneOf(small).departments.map(({ label, side }) => [label.full, side])).toEqual([['Institute', 'third-party']])
    expect(byName(sceneOf(small, { drawing: 'grid' }).cards, '周工').title.full).toBe('seat-zhou · Institute')
  })

  test('of own roles show the first character', () => {
    const method = {
      ...sceneMethod(),
      roles: [...sceneMethod().roles, { key: 'sponsor', label: '推动者', weight: 1, required: false }],
    }
    const graph = smallAccount().role('wang', 'sponsor').graph()
    expect(byName(sceneOf(graph, { method }).cards, '王建国').roles.at(-1)).toMatchObject({
      key: 'sponsor',
      label: '推动者',
      letter: '推',
    })
  })
})

describe('layers', () => {
  const cardIn = (layer: (typeof LAYERS)[number], name: string): SceneCard => byName(sceneOf(small, { layer }).cards, name)

  test('roles: by the weightiest role, with its name', () => {
    expect(cardIn('roles', '李敏')).toMatchObject({ tone: { family: 'role', order: 3 }, note: { full: '财务把关者' } })
    expect(cardIn('roles', '陈晨').tone).toEqual({ family: 'plain' })
  })

  test('stance', () => {
    expect(cardIn('stance', '王建国')).toMatchObject({ tone: { family: 'stance', stance: 'opponent' }, note: { full: '反对' } })
  })

  test('depth: the level, and whose where there is room to say it', () => {
    const graph = smallAccount().theirs('clerk', { name: '文员' }).depth('chen', 'clerk', 2).graph()
    const { cards } = sceneOf(graph, { layer: 'depth' })
    expect(byName(cards, '文员')).toMatchObject({ tone: { family: 'depth', depth: 2 }, note: { full: '认可 · 陈晨' } })
    expect(byName(cards, '王建国')).toMatchObject({ tone: { family: 'depth', depth: 1 }, note: { full: '接触' } })
    expect(byName(cards, '周工')).toMatchObject({ tone: { family: 'depth', depth: 0 }, note: { full: '陌生' } })
  })

  test('coverage: by who of ours, with the name, and ours in the same colour', () => {
    expect(cardIn('coverage', '李敏')).toMatchObject({ tone: { family: 'own', order: 0 }, note: { full: '陈晨' } })
    expect(cardIn('coverage', '陈晨').tone).toEqual({ family: 'own', order: 0 })
    expect(cardIn('coverage', '周工')).toMatchObject({ tone: { family: 'plain' }, note: { full: '尚无人对接' } })
  })

  test('change nothing about places', () => {
    const [first, ...others] = LAYERS.map((layer) => sceneOf(small, { layer }).cards.map(({ id, rect }) => [id, rect]))
    for (const other of others) expect(other).toEqual(first)
  })
})

describe('ties', () => {
  const drawn = (asked: Parameters<typeof sceneOf>[1]): string[] =>
    sceneOf(graph, asked).ties.map(({ fromPersonId, toPersonId }) => `${fromPersonId} ${toPersonId}`)
  const graph = smallAccount()
    .theirs('clerk', { reportsTo: 'li' })
    .theirs('aide', { reportsTo: 'li' })
    .tie('clerk', 'aide', 'personal')
    .tie('clerk', 'wang', 'influences', 0.9)
    .tie('aide', 'wang', 'influences', 0.3)
    .graph()
  const among = ['li wang', 'zhou li', 'zhou wang']

  test('matter between role holders, and where they influence one noticeably', () => {
    expect(drawn({})).toEqual([...among, 'clerk wang'])
  })

  test('and where somebody is selected or focused', () => {
    const all = [...among, 'clerk aide', 'clerk wang', 'aide wang']
    expect(drawn({ selection: { kind: 'person', id: person('aide') } })).toEqual(all)
    expect(drawn({ focus: person('aide') })).toEqual(all)
  })

  test('all or none on demand', () => {
    expect(drawn({ ties: 'all' })).toHaveLength(6)
    expect(drawn({ ties: 'none' })).toEqual([])
  })

  test('on the grid only for somebody, on the influence map all', () => {
    expect(drawn({ drawing: 'grid' })).toEqual([])
    expect(drawn({ drawing: 'grid', selection: { kind: 'person', id: person('li') } })).toEqual(['li wang', 'zhou li'])
    expect(drawn({ drawing: 'influence' })).toHaveLength(6)
  })

  test('end on the borders of their cards, wider when stronger', () => {
    const { ties, cards } = sceneOf(graph)
    for (const { curve, fromPersonId, toPersonId } of ties) {
      for (const [point, id] of [
        [curve[0], fromPersonId],
        [curve[3], toPersonId],
      ] as const) {
        const rect = cards.find(({ personId }) => personId === id)?.rect
        if (!rect) throw new Error(`no card of ${id}`)
        const onBorder = Math.min(
          Math.abs(point.x - rect.x),
          Math.abs(point.x - rect.x - rect.width),
          Math.abs(point.y - rect.y),
          Math.abs(point.y - rect.y - rect.height),
        )
        expect(onBorder).toBeLessThan(0.01)
        expect(contains(rect, { ...point, width: 0, height: 0 })).toBe(true)
      }
    }
    const width = (strength: number): number => ties.find((tie) => tie.strength === strength)?.width ?? 0
    expect(width(0.9)).toBeGreaterThan(width(0.6))
    expect(width(0.6)).toBeGreaterThan(width(0.3))
  })

  test('beside each other where there are several between two people', () => {
    const twice = smallAccount().tie('wang', 'li', 'personal').graph()
    for (const drawing of ['role', 'influence'] as const) {
      const middles = sceneOf(twice, { drawing, ties: 'all' })
        .ties.filter(({ fromPersonId, toPersonId }) => fromPersonId !== 'zhou' && toPersonId !== 'zhou')
        .map(({ curve }) => `${curve[0].x} ${curve[0].y} ${curve[3].x} ${curve[3].y}`)
      expect(new Set(middles).size).toBe(2)
    }
  })

  test('are words too', () => {
    expect(sceneOf(small).ties.map(({ words }) => words)).toEqual([
      '李敏影响王建国（强）',
      '周工与李敏同盟（弱）',
      '周工与王建国对立（中）',
    ])
  })

  test('lead to the block of a folded department', () => {
    const folded = sceneOf(small, { foldedUnits: new Set(['adviser']) })
    expect(folded.cards.some(({ name }) => name.full === '周工')).toBe(false)
    expect(folded.departments[0]?.folded).toMatchObject({ count: 1, words: { full: '1 人' } })
    expect(folded.ties).toHaveLength(3)
  })
})

test('focus lets everybody else fade', () => {
  const { cards, ties, lines } = sceneOf(small, { focus: person('li') })
  expect(
    cards
      .filter(({ faded }) => !faded)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['seat-li', 'seat-wang', 'seat-zhou'])
  expect(ties.filter(({ faded }) => !faded)).toHaveLength(2)
  expect(lines.filter(({ faded }) => !faded).map(({ childId }) => childId)).toEqual(['seat-li'])
})

test('the legend lists what occurs, and nothing else', () => {
  const words = (asked: Parameters<typeof sceneOf>[1] = {}): string[] =>
    sceneOf(small, { language: 'en', ...asked }).legend.flatMap(({ items }) => items.map((item) => item.words))
  expect(words()).toEqual([
    'Technical evaluator',
    'Influencer',
    'Financial controller',
    'Economic buyer',
    'Opponent',
    'Supportive',
    'Unknown',
    'Dashed badge: no evidence, or expired',
    'Depth of our best relationship, 0 to 4',
    'Hangs on one of us alone',
    'Customer',
    'Our team',
    'Third parties',
    'Vacant or not yet identified',
    'Reports to',
    'Influences',
    'Conflicts with',
    'Allied with',
    'Wider: stronger',
  ])
  expect(words({ layer: 'coverage' })).toContain('陈晨')
  expect(words({ ties: 'none' })).not.toContain('Influences')
})

test('the decision chain is what to look at first', () => {
  const { entry, cards } = sceneOf(small)
  for (const name of ['王建国', '李敏']) expect(contains(entry, byName(cards, name).rect)).toBe(true)
})

test('a map of nobody is a map', () => {
  for (const drawing of DRAWINGS) expect(sceneOf(new GraphBuilder().graph(), { drawing }).cards).toEqual([])
})

test('people stay where they are pinned, with their centre', () => {
  const pins = [
    {
      accountId: small.account.id,
      drawing: 'role' as const,
      scope: '' as const,
      nodeId: byName(sceneOf(small).cards, '李敏').seatId,
      x: 900,
      y: 700,
    },
    {
      accountId: small.account.id,
      drawing: 'influence' as const,
      scope: small.opportunities[0]?.id ?? ('' as const),
      nodeId: person('li'),
      x: -300,
      y: 200,
    },
  ]
  const pinned = { ...small, pins }
  const { rect } = byName(sceneOf(pinned).cards, '李敏')
  expect([rect.x + rect.width / 2, rect.y + rect.height / 2]).toEqual([900, 700])
  expect(byName(sceneOf(pinned, { drawing: 'influence' }).cards, '李敏').disc?.centre).toEqual({ x: -300, y: 200 })
})

test('what a layout remembers keeps everybody in place', () => {
  for (const drawing of ['role', 'influence'] as const) {
    const first = sceneOf(small, { drawing })
    if (!first.memory) throw new Error('no memory')
    const again = sceneOf({ ...small, layoutMemories: [first.memory] }, { drawing })
    expect(again.cards.map(({ rect }) => rect)).toEqual(first.cards.map(({ rect }) => rect))
    expect(again.memory).toEqual(first.memory)
  }
})

describe.each([1, 25, 300])('a map of %i with the longest names', (people) => {
  const graph = longNamedAccount(people)
  const scenes = DRAWINGS.flatMap((drawing) =>
    LAYERS.flatMap((layer) => (['zh-CN', 'en'] as const).map((language) => sceneOf(graph, { drawing, layer, language }))),
  )

  test('lies within its bounds', () => {
    for (const { bounds, cards, departments, regions, lines } of scenes) {
      for (const { rect } of [...cards, ...departments, ...regions]) expect(contains(bounds, rect)).toBe(true)
      for (const { points } of lines)
        for (const point of points) expect(contains(bounds, { ...point, width: 0, height: 0 })).toBe(true)
    }
  })

  test('has no text wider than its card, and none that runs into another sign', () => {
    for (const { cards } of scenes) {
      for (const card of cards) {
        for (const detail of ['full', 'overview'] as const) expectTextsInside(card, detail)
      }
    }
  })

  test('keeps the whole name for whoever asks', () => {
    for (const { cards } of scenes) {
      for (const { name, personId } of cards) {
        if (personId !== null) expect(graph.people.some((member) => member.name.replace(/\s+/gu, ' ') === name.full)).toBe(true)
      }
    }
  })
})

test('300 people on small cards fill a laptop at a zoom of 0.3 or better', () => {
  const { bounds, cards } = sceneOf(longNamedAccount(300))
  expect(CARD_METRICS.compact).toMatchObject({ width: 100, height: 52 })
  expect(cards.length).toBe(305)
  expect(Math.min(1440 / bounds.width, 900 / bounds.height)).toBeGreaterThanOrEqual(0.3)
})

test('a legend is set within the width it is given', () => {
  const { legend } = sceneOf(longNamedAccount(25), { language: 'en' })
  for (const width of [320, 760, 2_000]) {
    const laid = layLegend(legend, 0, 0, width, palettes.light)
    expect(laid.width).toBeLessThanOrEqual(width)
    for (const primitive of laid.primitives) if (primitive.shape === 'text') expect(primitive.y).toBeLessThanOrEqual(laid.height)
  }
})

test('equal graphs give equal scenes and equal pictures', () => {
  const picture = () => JSON.stringify(sceneGroups(sceneOf(longNamedAccount(60)), palettes.dark))
  expect(picture()).toBe(picture())
})

/**
 * By the metrics, each text lies inside its card, and none reaches into a sign to the right of it. Letters of discs may stand on the
 * rim, and marks of analysis on that of any card.
 */
function expectTextsInside(card: SceneCard, detail: 'full' | 'overview'): void {
  const { rect, size } = card
  const slack = size === 'disc' ? 8 : 0.01
  const primitives = cardPrimitives(card, palettes.light, detail)
  const signs = primitives.flatMap((sign) =>
    sign.shape === 'circle'
      ? [{ left: sign.centre.x - sign.radius, top: sign.centre.y - sign.radius, bottom: sign.centre.y + sign.radius }]
      : sign.shape === 'rect'
        ? [{ left: sign.x, top: sign.y, bottom: sign.y + sign.height }]
        : [],
  )
  for (const text of primitives) {
    if (text.shape !== 'text') continue
    const width = measure(text.text, text.font)
    const left = text.anchor === 'middle' ? text.x - width / 2 : text.x
    const top = text.y - text.font.size * 0.75
    expect(left, text.text).toBeGreaterThanOrEqual(rect.x - slack)
    expect(left + width, text.text).toBeLessThanOrEqual(rect.x + rect.width + slack)
    expect(top, text.text).toBeGreaterThanOrEqual(rect.y - Math.max(slack, card.marks.length > 0 ? RIM : 0))
    expect(text.y, text.text).toBeLessThanOrEqual(rect.y + rect.height + slack)
    if (size === 'disc' || text.anchor === 'middle') continue
    for (const sign of signs) {
      if (sign.left > left && sign.top < text.y && sign.bottom > top)
        expect(left + width, text.text).toBeLessThanOrEqual(sign.left)
    }
  }
}

function sceneMethod() {
  return structuredClone(shippedMethod)
}
