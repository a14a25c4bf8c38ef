import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { Core } from '../../src-main/core/core'
import type { AccountId, OpportunityId, PersonId } from '../../src-shared/model/ids'
import { Layer } from '../../src-shared/contract'
import { Drawing } from '../../src-shared/model/graph'
import { LensId } from '../../src-shared/model/lens'
import { krackhardt } from '../support/cli'
import { emptyCore, graphOf, imported, IMPORT_DAY } from '../support/importing'

/** Two of ours, and a chain made up for Krackhardt's 21 managers: the president decides, a supervisor of department 4 coaches us. */
const ours = `id,name,title,side,tier,organization
S1,Ann Seller,Account manager,ours,manager,We
S2,Bob Backer,Executive sponsor,ours,executive,We`
const roles = `person,opportunity,role
M07,Line 5,economic-buyer
M14,Line 5,financial-controller
M02,Line 5,technical-evaluator
M18,Line 5,influencer
M01,Line 5,user`
const judgements = `subject,by,kind,value,date,evidence
M01,S1,depth,3,2026-11-01,weekly on site
M02,S1,depth,2,2026-11-10,two workshops
M07,S2,depth,1,2026-10-01,one dinner
M01,S1,stance,coach,2026-11-01,warned us of a rival
M02,S1,stance,supportive,2026-11-10,asked for the pilot
M02,S2,stance,unsupportive,2026-11-12,doubts in the steering group
M14,S1,stance,opponent,2026-09-01,prefers the present supplier
M07,S2,political,inner,2026-10-01,`
const signals = `person,kind,date,confidence,source
M01,resignation-rumour,2026-11-05,likely,heard in the canteen`

interface Opened {
  readonly core: Core
  readonly accountId: AccountId
  readonly opportunityId: OpportunityId
  readonly person: (name: string) => PersonId
}

async function opened(): Promise<Opened> {
  const core = await emptyCore()
  const [people, ties] = await Promise.all([readFile(krackhardt('people'), 'utf8'), readFile(krackhardt('ties'), 'utf8')])
  await imported(core, { people, ties })
  await imported(core, { people: ours, roles, judgements, signals })
  const graph = await graphOf(core)
  const [opportunity] = graph.opportunities
  if (!opportunity) throw new Error('no opportunity')
  return {
    core,
    accountId: graph.account.id,
    opportunityId: opportunity.id,
    person: (name) => {
      const found = graph.people.find((member) => member.name === name)
      if (!found) throw new Error(`nobody is called ${name}`)
      return found.id
    },
  }
}

async function exported({ core, accountId, opportunityId }: Opened, asked: object): Promise<Buffer> {
  const { bytes } = await core.run('export.file', {
    format: 'svg',
    accountId,
    opportunityId,
    asOf: IMPORT_DAY,
    language: 'en',
    ...asked,
  })
  return Buffer.from(bytes, 'base64')
}

describe("Krackhardt's company with a made-up chain", () => {
  test('is analysed: coverage by hand, everyone ranked, who is reached and how', async () => {
    const { core, accountId, opportunityId } = await opened()
    const result = await core.run('analysis.account', { accountId, opportunityId, asOf: IMPORT_DAY })
    // user 1 (depth 3, coach) · technical 0.75: the latest word is unsupportive · influencer and finance 0.25 · economic buyer 0.5.
    expect(result.coverage?.score).toBeCloseTo((100 * (2 * 1 + 3 * 0.75 + 2 * 0.25 + 3 * 0.25 + 5 * 0.5)) / 15, 9)
    expect(result.people).toHaveLength(21)
    expect(result.people.every(({ access }) => access > 0)).toBe(true)
    const president = result.people.find(({ name }) => name === 'Manager 07')
    expect(president?.path.at(-1)).toBe(president?.id)
    expect(result.people[0]?.risk).toBeGreaterThanOrEqual(result.people[1]?.risk ?? 0)
  })

  test('is drilled: one of theirs, one of ours, both', async () => {
    const account = await opened()
    const { core, accountId, opportunityId, person } = account
    const drilled = (...names: readonly string[]) =>
      core.run('analysis.drill', { accountId, opportunityId, asOf: IMPORT_DAY, leaves: names.map(person) })
    const coach = await drilled('Manager 01')
    expect(coach.lost.roles).toEqual(['user'])
    const seller = await drilled('Ann Seller')
    expect(seller.after.coverage.score).toBeLessThan(seller.before.coverage.score)
    const both = await drilled('Manager 01', 'Ann Seller')
    expect(both.impact).toBeGreaterThanOrEqual(Math.max(coach.impact, seller.impact) - 1e-9)
    const everyoneOfOurs = await drilled('Ann Seller', 'Bob Backer')
    expect(everyoneOfOurs.lost.reach).toHaveLength(21)
  })

  test('is drawn in every layer, drawing and format, each its own picture', async () => {
    const account = await opened()
    const pictures = new Set<string>()
    for (const drawing of Drawing.options) {
      for (const layer of Layer.options) {
        const svg = (await exported(account, { drawing, layer, since: '2026-10-15' })).toString()
        expect(svg).toContain('Manager 07')
        pictures.add(svg)
      }
    }
    expect(pictures.size).toBe(Drawing.options.length * Layer.options.length)
    for (const layer of ['risk', 'changes'] as const) {
      expect((await exported(account, { layer, format: 'png' })).subarray(1, 4).toString()).toBe('PNG')
    }
  })

  test('shows risks with their numbers, what changed since a day, and where two of ours disagree', async () => {
    const account = await opened()
    const risk = (await exported(account, { layer: 'risk' })).toString()
    const ranked = await account.core.run('analysis.account', {
      accountId: account.accountId,
      opportunityId: account.opportunityId,
      asOf: IMPORT_DAY,
    })
    const [first] = ranked.people
    expect(risk).toContain(`>${first?.risk?.toFixed(1)}<`)
    expect(risk).toContain('Two of us disagree')
    const early = (await exported(account, { layer: 'changes', since: '2026-08-01' })).toString()
    expect(early).toContain('since 2026-08-01')
    expect(early).toContain('Stance found out')
    const late = (await exported(account, { layer: 'changes', since: '2026-11-20' })).toString()
    expect(late).not.toContain('Stance found out')
  })

  test('speaks the words of every lens', async () => {
    const account = await opened()
    const words = { 'blue-sheet': 'Technical buyer', meddpicc: 'Paper process', adsei: 'Approves' } as const
    for (const lens of LensId.options) {
      const svg = (await exported(account, { lens })).toString()
      expect(svg).toContain(words[lens])
      expect(svg).not.toContain('Financial controller')
    }
  })

  test('tells a customer nothing of any of it', async () => {
    const account = await opened()
    const plain = await exported(account, { redaction: 'customer-safe', layer: 'roles' })
    for (const layer of Layer.options) {
      const safe = await exported(account, { redaction: 'customer-safe', layer, lens: 'meddpicc' })
      expect(safe.toString()).not.toMatch(/MEDDPICC|Champion|Coach|disagree|risk|changed/i)
      expect(safe.equals(plain)).toBe(true)
    }
  })

  test('refuses changes since a day that is not before the map’s', async () => {
    const account = await opened()
    await expect(exported(account, { layer: 'changes', since: IMPORT_DAY })).rejects.toMatchObject({ code: 'dates_reversed' })
  })
})
