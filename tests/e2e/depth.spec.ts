import { expect, type Page } from '@playwright/test'
import { text } from '../support/texts'
import { choose, test } from './browserDoor'

/** The sample's main account in each language, with people of the same ids. */
const samples = {
  'zh-CN': { account: '澜岳装备集团', president: '顾卫东', coach: '何明远', seller: '方晓舟' },
  en: { account: 'Lanyue Equipment Group', president: 'Gu Weidong', coach: 'He Mingyuan', seller: 'Fang Xiaozhou' },
} as const

/** A calendar day from today on, where the test runs. */
function dayFromNow(days: number): string {
  const day = new Date()
  day.setDate(day.getDate() + days)
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`
}

for (const language of ['zh-CN', 'en'] as const) {
  const { account, president, coach, seller } = samples[language]
  const say = (key: string, params: Readonly<Record<string, string>> = {}) => text(key, params, language)
  const pane = (page: Page) => page.getByRole('complementary', { name: say('screen.inspector.label') })
  const grid = (page: Page) => page.getByRole('grid', { name: say('rating.matrix.label') })
  const pair = (page: Page, name: string) =>
    grid(page).getByRole('gridcell', { name: `${say('rating.matrix.cell', { name, own: seller })}: ` })
  const depth = (level: number) => say('rating.matrix.depth', { depth: String(level), word: say(`model.depth.${level}`) })
  const names = (page: Page) => grid(page).locator('[role=gridcell][aria-colindex="1"] b').allTextContents()

  async function begin(page: Page): Promise<void> {
    await page.getByRole('button', { name: account, exact: true }).click()
    await choose(page, say('screen.settings.you'), seller)
    await page.getByRole('button', { name: say('screen.whoAmI.ok') }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('Alt+4')
    await expect(grid(page)).toBeVisible()
  }

  test.describe(language, () => {
    test.use({ language, locale: language })

    test('a judgement is recorded with its evidence, and expires by its kind', async ({ page }) => {
      await begin(page)
      await grid(page).getByRole('gridcell', { name: president }).first().click()
      await page.keyboard.press('Shift+J')
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByLabel(say('screen.inspector.expires'))).toHaveValue(dayFromNow(90))
      await dialog.getByLabel(say('rating.judge.value'), { exact: true }).press('ArrowDown')
      await page
        .locator('.ant-select-dropdown:visible .ant-select-item-option')
        .filter({ hasText: say('model.stance.unsupportive') })
        .click()
      await dialog.getByLabel(say('screen.inspector.evidence')).fill('Asked twice for a rival offer')
      await dialog.getByRole('button', { name: say('rating.judge.record'), exact: true }).click()
      await expect(dialog).toHaveCount(0)

      const judged = pane(page).locator('[data-part=judgements] .lp-judgement').first()
      await expect(judged).toContainText(say('model.stance.unsupportive'))
      await expect(judged).toHaveAttribute('data-weak', 'false')
      await judged.locator('.lp-judgement-about').click()
      await expect(judged.getByLabel(say('screen.inspector.evidence'))).toHaveValue('Asked twice for a rival offer')
      await expect(judged.getByLabel(say('screen.inspector.expires'))).toHaveValue(dayFromNow(90))

      await grid(page).getByRole('gridcell', { name: president }).first().click()
      await page.keyboard.press('Control+z')
      await expect(judged).not.toContainText(say('model.stance.unsupportive'))
    })

    test('a depth is rated by the keyboard alone, and the next rating shows the last', async ({ page }) => {
      await begin(page)
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').getByRole('combobox').fill(coach)
      const found = page.getByRole('listbox', { name: say('screen.palette.results') }).getByRole('option')
      await expect(found.first()).toContainText(coach)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expect(pane(page).getByRole('heading', { name: coach })).toBeVisible()
      await page.keyboard.press('Shift+G')

      const dialog = page.getByRole('dialog')
      await expect(dialog).toContainText(say('rating.guided.who', { own: seller, name: coach }))
      const level = dialog.getByRole('status')
      const so = (key: string, now: number) => say(key, { depth: String(now), word: say(`model.depth.${now}`) })
      await expect(dialog.getByRole('radio').first()).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(dialog.getByRole('alert')).toHaveText(say('rating.guided.unanswered'))
      await page.keyboard.press('2')
      await page.keyboard.press('3')
      await expect(level).toContainText(so('rating.guided.levelSoFar', 2))
      await page.keyboard.press('Backspace')
      await page.keyboard.press('1')
      await expect(level).toContainText(so('rating.guided.levelSoFar', 1))
      await page.keyboard.press('2')
      await page.keyboard.press('2')
      await expect(level).toContainText(so('rating.guided.level', 3))
      await page.keyboard.press('Enter')
      await expect(dialog).toHaveCount(0)
      // Judged today without evidence.
      await page.keyboard.press('Alt+4')
      await expect(pair(page, coach)).toHaveAccessibleName(new RegExp(`${depth(3)}.*${say('map.weakness.no-evidence')}`))

      await pair(page, coach).click()
      await page.keyboard.press('g')
      await expect(dialog.getByRole('radio').filter({ hasText: say('rating.guided.lastAnswer') })).toHaveText([
        new RegExp(`^2${say('rating.factor.contact.2')}`),
        new RegExp(`^1${say('rating.factor.information.1')}`),
        new RegExp(`^2${say('rating.factor.support.2')}`),
        new RegExp(`^2${say('rating.factor.competition.2')}`),
      ])
      await page.keyboard.press('Escape')
      await expect(pair(page, coach)).toBeFocused()
    })

    test('the matrix is edited in place, sorted, filtered, and undone', async ({ page }) => {
      await begin(page)
      const cell = pair(page, president)
      await expect(cell).toHaveAccessibleName(new RegExp(`${depth(1)}.*${say('rating.matrix.overdueShort')}`))
      await expect(page.getByRole('list', { name: say('rating.matrix.cadence') }).getByRole('listitem')).toHaveCount(3)
      await cell.click()
      await page.keyboard.press('3')
      await expect(cell).toHaveAccessibleName(new RegExp(depth(3)))
      await page.keyboard.press('t')
      await page.keyboard.press('4')
      await expect(cell).toHaveAccessibleName(new RegExp(say('rating.matrix.target', { depth: '4' })))
      await expect(cell).toBeFocused()

      await page.keyboard.press('ArrowDown')
      await expect(cell).not.toBeFocused()
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('Backspace')
      await expect(cell).toHaveAccessibleName(new RegExp(say('rating.matrix.noTarget')))
      for (let steps = 0; steps < 3; steps++) await page.keyboard.press('Control+z')
      await expect(cell).toHaveAccessibleName(new RegExp(`${depth(1)}.*${say('rating.matrix.target', { depth: '3' })}`))

      const byRole = await names(page)
      const head = grid(page).getByRole('button', { name: say('rating.matrix.contact') })
      await head.click()
      expect(await names(page)).not.toEqual(byRole)
      const contactDays = async () =>
        (await grid(page).locator('[role=gridcell][aria-colindex="6"]').allTextContents())
          .map((words) => Number.parseInt(words, 10))
          .filter((days) => !Number.isNaN(days))
      const falling = await contactDays()
      expect(falling).toEqual([...falling].sort((a, b) => b - a))
      await head.click()
      const rising = await contactDays()
      expect(rising).toEqual([...rising].sort((a, b) => a - b))

      const all = Number(await grid(page).getAttribute('aria-rowcount'))
      await page.getByRole('checkbox', { name: say('rating.matrix.withOverdue') }).check()
      expect(Number(await grid(page).getAttribute('aria-rowcount'))).toBeLessThan(all)
    })

    test('how long judgements are good is the team’s to settle', async ({ page }) => {
      await begin(page)
      await page.keyboard.press('Control+,')
      const days = (kind: string) =>
        page.getByRole('spinbutton', { name: say('rating.method.daysOf', { label: say(`model.judgement.${kind}`) }) })
      await days('stance').fill('30')
      await days('stance').press('Enter')
      await expect(page.getByRole('listitem').filter({ hasText: say('history.workspace_setMethod') })).toBeVisible()
      await days('depth').fill('')
      await days('depth').press('Enter')
      await expect(page.getByRole('listitem').filter({ hasText: say('history.workspace_setMethod') })).toHaveCount(2)
      await page.keyboard.press('Alt+4')
      await grid(page).getByRole('gridcell', { name: president }).first().click()
      await page.keyboard.press('Shift+J')
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByLabel(say('screen.inspector.expires'))).toHaveValue(dayFromNow(30))
    })
  })
}
