import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'
import { AnalyseResult, DrillResult } from '../../src-shared/analytics/results'
import { text } from '../support/texts'
import { cards, clickCard, commandLine, openAccount, test } from './browserDoor'

/** The sample's main account in each language, with people of the same ids. */
const samples = {
  'zh-CN': {
    account: '澜岳装备集团',
    deal: '智能工厂设备运维平台一期',
    coach: '何明远',
    president: '顾卫东',
    opponent: '邱德海',
    seller: '方晓舟',
  },
  en: {
    account: 'Lanyue Equipment Group',
    deal: 'Smart factory maintenance platform, phase 1',
    coach: 'He Mingyuan',
    president: 'Gu Weidong',
    opponent: 'Qiu Dehai',
    seller: 'Fang Xiaozhou',
  },
} as const

for (const language of ['zh-CN', 'en'] as const) {
  const sample = samples[language]
  const say = (key: string, params: Readonly<Record<string, string>> = {}) => text(key, params, language)
  const pane = (page: Page) => page.getByRole('complementary', { name: say('screen.inspector.label') })
  const part = (page: Page, id: string) => page.locator(`[data-section=${id}]`)
  const row = (page: Page, key: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: say(key) }) })
  const action = (page: Page, id: string) => page.getByRole('button', { name: say(`screen.action.${id}`), exact: true })
  const slider = (page: Page) => page.getByRole('slider', { name: say('analysis.time.slider') })

  /** The account's figures as the command line tells them to other programs. */
  function analysed(file: string): AnalyseResult {
    return AnalyseResult.parse(
      JSON.parse(commandLine('analyse', file, '--account', sample.account, '--opportunity', sample.deal, '--json')),
    )
  }

  async function begin(page: Page): Promise<void> {
    await openAccount(page, sample.account, language)
    await expect(pane(page).getByRole('heading', { name: sample.deal })).toBeVisible()
  }

  async function unfold(section: Locator): Promise<void> {
    const head = section.getByRole('button').first()
    if ((await head.getAttribute('aria-expanded')) === 'false') await head.click()
  }

  test.describe(language, () => {
    test.use({ language })

    test('the situation shows the figures that the command line prints', async ({ page, file }) => {
      await begin(page)
      const told = analysed(file)
      const score = told.coverage?.score.toFixed(1) ?? ''
      await expect(part(page, 'coverage')).toContainText(say('analysis.coverage.score', { score }))
      for (const { role, value } of told.coverage?.roles ?? []) {
        const line = part(page, 'coverage')
          .getByRole('listitem')
          .filter({ hasText: say(`model.role.${role}`) })
        await expect(line).toContainText(value.toFixed(2))
      }
      await expect(part(page, 'support')).toContainText(`+${told.support?.now.toFixed(2)} → +${told.support?.settled.toFixed(2)}`)
      await expect(part(page, 'threading')).toContainText(told.threading.ours?.toFixed(2) ?? '')
      await expect(part(page, 'findings').getByRole('button').first()).toContainText(String(told.findings.length))

      const risky = told.people.slice(0, 3)
      for (const [index, person] of risky.entries()) {
        const line = part(page, 'risk').getByRole('listitem').nth(index)
        await expect(line).toContainText(person.name)
        await expect(line).toContainText(say(`analysis.risk.light.${person.light}`))
        await expect(line).toContainText(`× ${person.impact?.toFixed(1)}`)
        await expect(line).toContainText(person.risk?.toFixed(1) ?? '')
      }
    })

    test('reasons unfold: who moves whom, what makes a risk', async ({ page, file }) => {
      await begin(page)
      const coach = analysed(file).people.find(({ name }) => name === sample.coach)
      await page.getByRole('button', { name: say('analysis.support.whoMoves', { name: sample.coach }) }).click()
      const sums = part(page, 'support').locator('.lp-sums')
      await expect(sums.locator('.lp-total')).toContainText(coach?.settledOpinion.toFixed(2) ?? '')
      // The shifts add up to the way from the stance to where it settles, within the rounding of what is shown.
      const shifts = await sums.locator('div:not(.lp-total) dd').allTextContents()
      const sum = shifts.reduce((all, shift) => all + Number(shift), coach?.opinion ?? 0)
      expect(Math.abs(sum - (coach?.settledOpinion ?? 9))).toBeLessThan(0.005 * (shifts.length + 1))

      await page.getByRole('button', { name: say('analysis.risk.why', { name: sample.coach }) }).click()
      await expect(part(page, 'risk')).toContainText(say('analysis.risk.loss.coverage'))
    })

    test('a finding leads to the person on the map, and back to where it was read', async ({ page }) => {
      await begin(page)
      await page.keyboard.press('Shift+I')
      const heading = part(page, 'findings').getByRole('button').first()
      await expect(heading).toBeFocused()
      await expect(heading).toBeInViewport()
      await part(page, 'findings').getByRole('button', { name: sample.opponent }).first().click()
      await expect(pane(page).getByRole('heading', { name: sample.opponent })).toBeVisible()
      await expect(cards(page).and(page.locator('[aria-selected=true]'))).toContainText(sample.opponent)
      await pane(page)
        .getByRole('button', { name: say('analysis.situation.back') })
        .click()
      await expect(part(page, 'findings').getByRole('button').first()).toBeInViewport()
    })

    test('next best actions come with figures and begin where they are done', async ({ page }) => {
      await begin(page)
      const actions = part(page, 'actions')
      const first = actions.getByRole('listitem').first()
      await expect(first).toContainText(sample.president)
      await expect(first.locator('.lp-action-gain')).toHaveText(/^\+\d+\.\d$/)
      const gains = (await actions.locator('.lp-action-gain').allTextContents()).map(Number)
      expect(gains).toEqual(gains.toSorted((a, b) => b - a))
      await first.getByRole('button', { name: new RegExp(`^${say('analysis.actions.start.deepen')}`) }).click()
      await expect(pane(page).getByRole('heading', { name: sample.president })).toBeVisible()
      await expect(pane(page).getByRole('heading', { name: say('model.judgement.depth') })).toBeInViewport()
    })

    test('a role that nobody holds asks for somebody', async ({ page }) => {
      await begin(page)
      await page.getByRole('combobox', { name: say('screen.header.opportunity') }).click()
      await page.locator('.ant-select-item-option').nth(1).click()
      await part(page, 'coverage')
        .getByRole('button', { name: say('analysis.coverage.nameFor', { role: '' }) })
        .first()
        .click()
      await expect(page.getByRole('dialog')).toBeVisible()
    })

    test('what changed since a day, each with the way to it', async ({ page }) => {
      await begin(page)
      const changes = part(page, 'changes')
      await unfold(changes)
      const since = changes.getByRole('textbox', { name: say('analysis.changes.since') })
      await since.fill('2020-01-01')
      await since.press('Enter')
      const lines = changes.getByRole('listitem')
      await expect(lines.first()).toBeVisible()
      const name = (await lines.first().textContent()) ?? ''
      await lines.first().getByRole('button').click()
      const heading = pane(page).getByRole('heading', { level: 2 })
      await expect.poll(async () => name.includes((await heading.textContent()) ?? '?')).toBe(true)
    })

    test('the warm path is that of the analysis, with what each step is worth; Escape leaves it', async ({ page, file }) => {
      await begin(page)
      const told = analysed(file).people.find(({ name }) => name === sample.president)
      await clickCard(page, sample.coach)
      await page.keyboard.press('Shift+W')
      await expect(pane(page).getByRole('heading', { level: 2, name: sample.coach })).toBeVisible()
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await expect(pane(page).getByRole('heading', { name: sample.deal })).toBeVisible()

      await part(page, 'coverage').getByRole('button', { name: sample.president }).click()
      await page.keyboard.press('Shift+W')
      const best = pane(page).locator('.lp-way').first()
      await expect(best.locator('.lp-way-person')).toHaveCount(told?.path.length ?? 0)
      await expect(best.locator('.lp-way-person').first()).toContainText(sample.seller)
      await expect(pane(page).locator('.lp-way-product').first()).toContainText(`= ${told?.access.toFixed(3)}`)
      await expect(pane(page).getByRole('heading', { name: say('analysis.warmPath.next') })).toBeVisible()
    })

    test('a drill shows today beside then as the command line does, and writes nothing', async ({ page, file }) => {
      await begin(page)
      await clickCard(page, sample.coach)
      await page.keyboard.press('Shift+D')
      const drilled = DrillResult.parse(
        JSON.parse(
          commandLine('drill', file, '--account', sample.account, '--opportunity', sample.deal, '--leaves', 'P07', '--json'),
        ),
      )
      const { before, after, lost, impact } = drilled
      const cells = row(page, 'analysis.coverage.title').getByRole('cell')
      await expect(cells.nth(0)).toHaveText(before.coverage.score.toFixed(1))
      await expect(cells.nth(1)).toHaveText(after.coverage.score.toFixed(1))
      const settled = row(page, 'analysis.support.settledLong').getByRole('cell')
      await expect(settled.nth(0)).toHaveText(before.support?.settled.toFixed(2) ?? '')
      await expect(settled.nth(1)).toHaveText(after.support?.settled.toFixed(2) ?? '')
      await expect(pane(page).locator('.lp-impact b')).toHaveText(impact.toFixed(1))
      for (const role of lost.roles) await expect(pane(page)).toContainText(say(`model.role.${role}`))
      await expect(action(page, 'undo').first()).toBeDisabled()
    })

    test('several leave together, are recorded as one change, and undo brings them back', async ({ page }) => {
      await begin(page)
      await clickCard(page, sample.coach)
      await page.keyboard.press('Shift+D')
      await pane(page)
        .getByRole('combobox', { name: say('analysis.drill.add') })
        .fill(sample.opponent)
      await page.locator('.ant-select-item-option-active').waitFor()
      await page.keyboard.press('Enter')
      await expect(pane(page).getByRole('button', { name: say('analysis.drill.back', { name: sample.opponent }) })).toBeVisible()
      await pane(page)
        .getByRole('button', { name: say('analysis.drill.record') })
        .click()
      await page.getByRole('button', { name: say('change.record.ok'), exact: true }).click()
      for (const name of [sample.coach, sample.opponent]) await expect(cards(page).filter({ hasText: name })).toHaveCount(0)
      await expect(pane(page).getByRole('heading', { name: say('analysis.drill.lost') })).toBeHidden()
      await action(page, 'undo').first().click()
      for (const name of [sample.coach, sample.opponent]) await expect(cards(page).filter({ hasText: name })).toHaveCount(1)
      await expect(action(page, 'undo').first()).toBeDisabled()
    })

    test('time is moved by keys, from mark to mark, and played; today comes back', async ({ page }) => {
      await begin(page)
      const value = async () => Number(await slider(page).getAttribute('aria-valuenow'))
      const today = await value()
      const people = await cards(page).count()
      await slider(page).focus()
      await page.keyboard.press('ArrowLeft')
      await expect.poll(value).toBe(today - 1)
      await page.keyboard.press('PageDown')
      await expect.poll(value).toBe(today - 31)
      await action(page, 'previousMark').click()
      await expect.poll(value).toBeLessThan(today - 31)
      // The day that has come to rest is said, with what changes on it.
      await expect(page.getByRole('region', { name: say('analysis.time.label') }).getByRole('status')).toHaveText(/\d{4}.*·/)
      await slider(page).focus()
      await page.keyboard.press('Home')
      await expect.poll(value).toBe(0)
      await expect.poll(() => cards(page).count()).toBeLessThan(people)
      await page.keyboard.press('Shift+P')
      await expect.poll(value).toBeGreaterThan(30)
      await page.getByRole('button', { name: say('analysis.time.pause') }).click()
      await page
        .getByRole('region', { name: say('analysis.time.label') })
        .getByRole('button', { name: say('analysis.time.reset') })
        .click()
      await expect.poll(value).toBe(today)
      await expect(cards(page)).toHaveCount(people)
      await page.keyboard.press('Shift+H')
      await expect(slider(page)).toBeHidden()
    })

    test('time is dragged into the planned future', async ({ page }) => {
      await begin(page)
      const box = await slider(page).boundingBox()
      if (!box) throw new Error('the slider is not drawn')
      const at = (share: number) => [box.x + box.width * share, box.y + box.height / 2] as const
      await page.mouse.move(...at(0.5))
      await page.mouse.down()
      await page.mouse.move(...at(0.8), { steps: 5 })
      await page.mouse.move(...at(0.99), { steps: 5 })
      await page.mouse.up()
      await expect(slider(page)).toHaveAttribute('aria-valuetext', new RegExp(say('analysis.time.planned')))
    })

    for (const colorScheme of ['light', 'dark'] as const) {
      test.describe(colorScheme, () => {
        test.use({ colorScheme })
        test('the situation and both modes are clean for axe, at the smallest window too', async ({ page }) => {
          test.setTimeout(90_000)
          await page.setViewportSize({ width: 1024, height: 700 })
          await begin(page)
          for (const id of ['threading', 'changes']) await unfold(part(page, id))
          await page.getByRole('button', { name: say('analysis.risk.why', { name: sample.coach }) }).click()
          expect(await seriousFindings(page)).toEqual([])
          await part(page, 'coverage').getByRole('button', { name: sample.president }).click()
          await page.keyboard.press('Shift+W')
          await expect(pane(page).locator('.lp-way').first()).toBeVisible()
          expect(await seriousFindings(page)).toEqual([])
          await page.keyboard.press('Shift+D')
          await expect(pane(page).locator('.lp-figures')).toBeVisible()
          expect(await seriousFindings(page)).toEqual([])
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1024)
        })
      })
    }
  })
}

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)
}
