import { expect, type Page } from '@playwright/test'
import type { Language } from '../../src-shared/model/language'
import { text } from '../support/texts'
import { accountGraph, newAccount, standsClear } from './canvas'
import { test } from './browserDoor'

test.use({ content: 'nothing' })

/** A keyboard that counts: every key that is pressed, and every character that is typed. */
function countingKeyboard(page: Page) {
  const count = { commands: 0, letters: 0 }
  return {
    count,
    press: async (...keys: readonly string[]) => {
      for (const key of keys) {
        count.commands += 1
        await page.keyboard.press(key)
      }
    },
    type: async (words: string) => {
      count.letters += words.length
      await page.keyboard.insertText(words)
    },
  }
}

interface Somebody {
  readonly name: string
  readonly title: string
  /** What says who somebody is: roles (U T I F E) and stances (1 to 6). */
  readonly keys: readonly string[]
}

interface Company {
  readonly account: string
  readonly deal: string
  readonly head: Somebody
  readonly teams: readonly { readonly lead: Somebody; readonly members: readonly Somebody[] }[]
  readonly ties: readonly { readonly from: string; readonly to: string; readonly kind: string; readonly is: string }[]
}

const companies: Record<Language, Company> = {
  'zh-CN': {
    account: '北岭电气',
    deal: '配网改造',
    head: { name: '王建国', title: '总经理', keys: ['E', '4'] },
    teams: [
      {
        lead: { name: '李敏', title: '财务总监', keys: ['F', '3'] },
        members: [
          { name: '何静', title: '会计主管', keys: [] },
          { name: '吕良', title: '预算主管', keys: ['2'] },
          { name: '施雨', title: '出纳', keys: [] },
        ],
      },
      {
        lead: { name: '赵强', title: '信息中心主任', keys: ['T', '1'] },
        members: [
          { name: '张成', title: '运维主管', keys: ['U', '4'] },
          { name: '孔亮', title: '网络工程师', keys: ['T'] },
          { name: '曹月', title: '数据工程师', keys: ['U', '6'] },
        ],
      },
      {
        lead: { name: '周岚', title: '生产总监', keys: ['I', '5'] },
        members: [
          { name: '严正', title: '车间主任', keys: ['U', '3'] },
          { name: '华平', title: '设备主管', keys: ['U'] },
          { name: '金鑫', title: '质量主管', keys: [] },
          { name: '魏来', title: '安全主管', keys: ['2'] },
          { name: '陶然', title: '调度', keys: [] },
        ],
      },
    ],
    ties: [
      { from: '王建国', to: '周岚', kind: '1', is: 'influences' },
      { from: '周岚', to: '赵强', kind: '2', is: 'conflicts-with' },
      { from: '赵强', to: '李敏', kind: '3', is: 'allied-with' },
    ],
  },
  en: {
    account: 'Norwich Pumps',
    deal: 'Line 4',
    head: { name: 'Ann Lee', title: 'CEO', keys: ['E', '4'] },
    teams: [
      {
        lead: { name: 'Bob Ray', title: 'CFO', keys: ['F', '3'] },
        members: [
          { name: 'Cy Poe', title: 'Controller', keys: [] },
          { name: 'Di Fox', title: 'Treasurer', keys: ['2'] },
          { name: 'Eli Orr', title: 'Cashier', keys: [] },
        ],
      },
      {
        lead: { name: 'Jan Voss', title: 'CIO', keys: ['T', '1'] },
        members: [
          { name: 'Ken Low', title: 'Architect', keys: ['U', '4'] },
          { name: 'Liz Ash', title: 'Network engineer', keys: ['T'] },
          { name: 'Moe Day', title: 'Data engineer', keys: ['U', '6'] },
        ],
      },
      {
        lead: { name: 'Flo Kay', title: 'COO', keys: ['I', '5'] },
        members: [
          { name: 'Gus Tan', title: 'Plant manager', keys: ['U', '3'] },
          { name: 'Hal Roe', title: 'Equipment lead', keys: ['U'] },
          { name: 'Ivy Moss', title: 'Quality lead', keys: [] },
          { name: 'Ned Pike', title: 'Safety lead', keys: ['2'] },
          { name: 'Ola Quist', title: 'Dispatcher', keys: [] },
        ],
      },
    ],
    ties: [
      { from: 'Ann Lee', to: 'Flo Kay', kind: '1', is: 'influences' },
      { from: 'Flo Kay', to: 'Jan Voss', kind: '2', is: 'conflicts-with' },
      { from: 'Jan Voss', to: 'Bob Ray', kind: '3', is: 'allied-with' },
    ],
  },
}

for (const language of ['zh-CN', 'en'] as const) {
  test.describe(language, () => {
    test.use({ language, locale: language })

    test('a map of 15 people with roles, stances and ties is typed without the mouse', async ({ page }) => {
      test.setTimeout(180_000)
      const company = companies[language]
      await newAccount(page, company.account, company.deal, language)
      const { press, type, count } = countingKeyboard(page)
      const form = page.locator('.lp-person-form')
      const selected = (name: string) => page.locator('[data-card][aria-selected="true"]').filter({ hasText: name })

      /** `key` opens the form: Tab below whoever is selected, Enter beside them. */
      const add = async (key: string, { name, title, keys }: Somebody) => {
        await press(key)
        await form.waitFor()
        await type(name)
        await press('Tab')
        await type(title)
        await press('Enter')
        await expect(selected(name)).toHaveCount(1)
        await press(...keys)
      }

      await add('Enter', company.head)
      for (const [place, { lead, members }] of company.teams.entries()) {
        if (place > 0) await press('ArrowUp')
        await add(place === 0 ? 'Tab' : 'Enter', lead)
        for (const [n, member] of members.entries()) await add(n === 0 ? 'Tab' : 'Enter', member)
      }
      for (const { from, to, kind } of company.ties) {
        // Found by name: the palette's short way to a person.
        await press('/')
        await page.getByRole('dialog').waitFor()
        await type(from)
        await expect(page.getByRole('dialog').getByRole('option', { selected: true })).toContainText(from)
        await press('Enter')
        await expect(selected(from)).toHaveCount(1)
        await page.getByRole('dialog').waitFor({ state: 'detached' })
        await press('c')
        await page.locator('.lp-map-popup input').waitFor()
        await type(to)
        await expect(page.locator('.lp-map-popup [role="option"][aria-selected="true"]')).toContainText(to)
        await press('Enter')
        await page.locator('.lp-popup-choices').waitFor()
        await press(kind)
        await page.locator('.lp-map-popup').waitFor({ state: 'detached' })
      }

      const graph = await accountGraph(page)
      const nameOf = (id: string | null) => graph.people.find((person) => person.id === id)?.name
      const everybody = [company.head, ...company.teams.flatMap(({ lead, members }) => [lead, ...members])]
      expect(everybody).toHaveLength(15)
      expect(graph.people.map(({ name }) => name).sort()).toEqual(everybody.map(({ name }) => name).sort())
      const holderOf = new Map<string, string | undefined>(
        graph.tenures.map(({ seatId, personId }) => [seatId, nameOf(personId)]),
      )
      const superiors = new Map(graph.seatStates.map((state) => [holderOf.get(state.seatId), state]))
      for (const { lead, members } of company.teams) {
        expect(holderOf.get(superiors.get(lead.name)?.reportsToSeatId ?? '')).toBe(company.head.name)
        for (const { name, title } of members) {
          expect(superiors.get(name)?.title).toBe(title)
          expect(holderOf.get(superiors.get(name)?.reportsToSeatId ?? '')).toBe(lead.name)
        }
      }
      const roleKeys = { U: 'user', T: 'technical-evaluator', I: 'influencer', F: 'financial-controller', E: 'economic-buyer' }
      const stances = ['opponent', 'unsupportive', 'neutral', 'supportive', 'exclusive', 'coach']
      for (const { name, keys } of everybody) {
        const seatIds = graph.tenures.filter(({ personId }) => nameOf(personId) === name).map(({ seatId }) => seatId)
        const roles = graph.decisionRoles.filter(({ seatId }) => seatIds.includes(seatId)).map(({ role }) => role)
        const wanted = Object.entries(roleKeys).flatMap(([key, role]) => (keys.some((pressed) => pressed === key) ? [role] : []))
        expect(roles, name).toEqual(wanted)
        const judged = graph.judgements.filter(({ subjectId }) => nameOf(subjectId) === name).map(({ value }) => value)
        expect(judged, name).toEqual(keys.flatMap((key) => stances[Number(key) - 1] ?? []))
      }
      expect(graph.ties.map((tie) => [nameOf(tie.fromPersonId), nameOf(tie.toPersonId), tie.kind])).toEqual(
        company.ties.map(({ from, to, is }) => [from, to, is]),
      )
      expect(await standsClear(page)).toEqual([])

      const told = `${count.commands} keys beside ${count.letters} characters of names and titles`
      test.info().annotations.push({ type: 'keystrokes', description: told })
      process.stdout.write(`\n15 people, ${company.ties.length} ties, ${language}: ${told}\n`)
      // Three for each person (open, on to the title, done), one for each role and stance, four for each tie, and the ways between.
      expect(count.commands).toBeLessThanOrEqual(3 * 15 + 26 + 4 * company.ties.length + 2)
    })
  })
}

test('keys that belong to an input method do nothing to the map', async ({ page }) => {
  await newAccount(page, '北岭电气', '配网改造')
  await page.keyboard.press('Enter')
  const name = page.locator('.lp-person-form').getByLabel(text('screen.canvas.name'))
  await name.fill('王')
  // Enter and Escape choose or drop a word while somebody composes.
  for (const key of ['Enter', 'Escape', 'Tab']) {
    await name.evaluate((field, pressed) => {
      field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
      const composing = { key: pressed, isComposing: true, keyCode: 229, bubbles: true, cancelable: true }
      field.dispatchEvent(new KeyboardEvent('keydown', composing))
    }, key)
    await expect(name).toHaveValue('王')
  }
  await name.evaluate((field) => field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })))
  expect((await accountGraph(page)).people).toHaveLength(0)
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-card]')).toHaveCount(1)

  await page.locator('.lp-map-mirror').evaluate((map) => {
    for (const key of ['u', '4', 'Enter', 'Tab', 'Delete']) {
      map.dispatchEvent(new KeyboardEvent('keydown', { key, isComposing: true, keyCode: 229, bubbles: true, cancelable: true }))
    }
  })
  await expect(page.locator('.lp-map-popup')).toHaveCount(0)
  const graph = await accountGraph(page)
  expect([graph.decisionRoles, graph.judgements]).toEqual([[], []])
})
