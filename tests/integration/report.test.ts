import { describe, expect, test } from 'vitest'
import { customerSafeProfile, internalProfile, type RedactionProfile } from '../../src-shared/model/redaction'
import { Deck, reportOf } from '../../src-shared/report/decks'
import type { Report, ReportPart } from '../../src-shared/report/report'
import { companyInput } from '../support/reportInputs'

/** Every word that a report tells, maps included. */
function wordsOf(report: Report): string {
  return JSON.stringify(report, (_, value: unknown) => (value instanceof Function ? undefined : value))
}

const mapsOf = ({ parts }: Report) => parts.filter((part): part is ReportPart & { kind: 'map' } => part.kind === 'map')

describe('a map of many people', () => {
  test('of sixty and of three hundred is an overview and pages of departments, each referring to the other', async () => {
    for (const people of [60, 300]) {
      const input = await companyInput(people)
      const [overview, ...pages] = mapsOf(reportOf('map', input))
      expect(pages.length).toBeGreaterThan(0)
      const keys = new Set(pages.map(({ key }) => key))
      expect(keys.size).toBe(pages.length)
      expect(overview?.references.map(({ partKey }) => partKey)).toEqual(pages.map(({ key }) => key))
      for (const page of pages) expect(page.references.map(({ partKey }) => partKey)).toEqual([overview?.key])
      const shown = new Set([overview, ...pages].flatMap((page) => page?.scene.cards.map(({ seatId }) => seatId) ?? []))
      const whole = mapsOf(reportOf('map', { ...input, drawing: 'influence' }))[0]
      // Everybody is on some page, and no page is too full to be read.
      for (const { seatId } of whole?.scene.cards ?? []) expect(shown).toContain(seatId)
    }
  })

  test('of ten is one page', async () => {
    expect(mapsOf(reportOf('map', await companyInput(10)))).toHaveLength(1)
  })
})

describe('a deck', () => {
  test('has parts with names of their own and tables as wide as their heads, in either language', async () => {
    for (const language of ['zh-CN', 'en'] as const) {
      const input = await companyInput(30, { language })
      const [leaver] = input.graph.people
      for (const deck of Deck.options) {
        const { parts } = reportOf(deck, { ...input, leaves: leaver ? [leaver.id] : [] })
        expect(parts.length, deck).toBeGreaterThan(0)
        expect(new Set(parts.map(({ key }) => key)).size, deck).toBe(parts.length)
        for (const part of parts) {
          expect(part.title).not.toBe('')
          if (part.kind === 'table') for (const row of part.rows) expect(row).toHaveLength(part.columns.length)
        }
      }
    }
  })

  test('tells what the formulas say', async () => {
    const input = await companyInput(30)
    const { parts } = reportOf('review', input)
    const standing = parts.find(({ key }) => key === 'standing')
    if (standing?.kind !== 'figures') throw new Error('no figures')
    expect(standing.figures).toHaveLength(5)
    expect(parts.find(({ key }) => key === 'strategies')).toMatchObject({ rows: [expect.arrayContaining(['机密目标'])] })
    expect(parts.find(({ key }) => key === 'tasks')).toMatchObject({ rows: [expect.arrayContaining(['机密任务'])] })
  })

  test('for a customer says nothing of what we think or plan, whichever it is', async () => {
    const input = await companyInput(30)
    const opinions = ['机密', '反对', '教练', '核心圈', '陌生', '单线', '风险']
    for (const deck of Deck.options) {
      const said = wordsOf(
        reportOf(deck, { ...input, profile: customerSafeProfile, leaves: input.graph.people.map(({ id }) => id) }),
      )
      for (const word of opinions) expect(said, `${deck}: ${word}`).not.toContain(word)
    }
  })

  test('holds back exactly the switch that is off', async () => {
    const input = await companyInput(30)
    const said = (profile: Partial<RedactionProfile>) =>
      wordsOf(reportOf('review', { ...input, profile: { ...internalProfile, ...profile } }))
    expect(said({})).toContain('机密目标')
    expect(said({ strategies: false })).not.toContain('机密')
    for (const kind of ['stance', 'depth', 'political'] as const) {
      const report = reportOf('review', { ...input, profile: { ...internalProfile, [kind]: false } })
      for (const { scene } of mapsOf(report)) for (const card of scene.cards) expect(card).not.toHaveProperty(kind)
    }
    expect(said({ stance: false })).not.toContain('立场')
    expect(said({ depth: false })).not.toMatch(/我方联系人|关系深度/)
    expect(said({ risk: false })).not.toContain('关键人风险')
  })
})
