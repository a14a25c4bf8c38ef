import { DOMParser } from '@xmldom/xmldom'
import { describe, expect, test } from 'vitest'
import { pageOf } from '../../../src-shared/scene/page'
import { palettes } from '../../../src-shared/scene/palette'
import { toSvg } from '../../../src-shared/scene/svg'
import type { AccountGraph } from '../../../src-shared/model/graph'
import { DRAWINGS, LAYERS, longNamedAccount, sceneOf, smallAccount } from './scenes'

const svgOf = (graph: AccountGraph, asked: Parameters<typeof sceneOf>[1] = {}, theme: 'light' | 'dark' = 'light'): string =>
  toSvg(pageOf(sceneOf(graph, asked), palettes[theme]))

/** Parses as XML, with any error a failure; that a lone surrogate became U+FFFD is but a warning. */
function parse(svg: string) {
  const onError = (level: string, message: string): void => {
    if (level !== 'warning') throw new Error(`${level}: ${message}`)
  }
  return new DOMParser({ onError }).parseFromString(svg, 'image/svg+xml')
}

const ELEMENTS = new Set(['svg', 'g', 'title', 'desc', 'rect', 'circle', 'path', 'text'])

const small = smallAccount().graph()

test('every drawing in every layer, language and theme is XML', () => {
  for (const graph of [small, longNamedAccount(25)]) {
    for (const drawing of DRAWINGS)
      for (const layer of LAYERS)
        for (const language of ['zh-CN', 'en'] as const)
          for (const theme of ['light', 'dark'] as const) {
            expect(parse(svgOf(graph, { drawing, layer, language }, theme)).documentElement?.localName).toBe('svg')
          }
  }
})

test('names are text, parts carry their ids, the picture has a title and a description', () => {
  const document = parse(svgOf(small))
  const texts = Array.from(document.getElementsByTagName('text'), ({ textContent }) => textContent)
  for (const text of ['王建国', '李敏', '待识别', '周工', '陈晨', 'Acme', 'Institute']) expect(texts).toContain(text)
  const groups = Array.from(document.getElementsByTagName('g'), (group) => [
    group.getAttribute('data-kind'),
    group.getAttribute('data-id'),
  ])
  for (const id of ['seat-wang', 'seat-li', 'seat-it', 'seat-zhou', 'seat-chen']) expect(groups).toContainEqual(['card', id])
  expect(groups.filter(([kind]) => kind === 'tie')).toHaveLength(3)
  const root = document.documentElement
  expect(root?.getAttribute('role')).toBe('img')
  expect(document.getElementsByTagName('title')[0]?.textContent).toBe('Acme · deal')
  expect(document.getElementsByTagName('desc')[0]?.textContent).toBe('角色图 · 图层：角色 · 截至 2026-06-30')
  expect(root?.getAttribute('font-family')).toContain('Noto Sans SC')
})

test('the legend is always printed', () => {
  const legend = Array.from(parse(svgOf(small)).getElementsByTagName('g')).find(
    (group) => group.getAttribute('data-part') === 'legend',
  )
  expect(legend?.textContent).toContain('最终决策者')
})

test('everything drawn lies on the page', () => {
  for (const drawing of DRAWINGS) {
    const page = pageOf(sceneOf(longNamedAccount(25), { drawing, ties: 'all' }), palettes.light)
    for (const { rect } of page.groups) {
      expect(rect.x + page.origin.x).toBeGreaterThanOrEqual(0)
      expect(rect.y + page.origin.y).toBeGreaterThanOrEqual(0)
      expect(rect.x + rect.width + page.origin.x).toBeLessThanOrEqual(page.width)
      expect(rect.y + rect.height + page.origin.y).toBeLessThanOrEqual(page.height)
    }
  }
})

describe('whatever a user typed', () => {
  const nasty = `"><script>alert(1)</script><image href="x" onerror='alert(2)'/>&lt;]]>\u0000\u0008\uD800`

  test('is inert, in every text there is', () => {
    const graph = smallAccount().graph()
    const spoiled: AccountGraph = {
      ...graph,
      account: { ...graph.account, name: nasty },
      organizations: graph.organizations.map((row) => ({ ...row, name: nasty })),
      opportunities: graph.opportunities.map((row) => ({ ...row, name: nasty })),
      people: graph.people.map((row) => ({ ...row, name: nasty })),
      seatStates: graph.seatStates.map((row) => ({ ...row, title: nasty })),
    }
    for (const drawing of DRAWINGS)
      for (const layer of LAYERS) {
        const document = parse(svgOf(spoiled, { drawing, layer }))
        for (const element of Array.from(document.getElementsByTagName('*'))) {
          expect(ELEMENTS).toContain(element.localName)
          for (const { name } of Array.from(element.attributes)) expect(name).not.toMatch(/^on|href/i)
        }
      }
  })

  test('is still readable', () => {
    const graph = smallAccount().graph()
    const document = parse(svgOf({ ...graph, people: graph.people.map((row) => ({ ...row, name: '<b>A&B</b>' })) }))
    expect(Array.from(document.getElementsByTagName('text'), ({ textContent }) => textContent)).toContain('<b>A&B</b>')
  })
})

test('equal graphs give equal bytes', () => {
  expect(svgOf(longNamedAccount(40))).toBe(svgOf(longNamedAccount(40)))
})
