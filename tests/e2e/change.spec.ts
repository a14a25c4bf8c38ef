import { expect, type Page } from '@playwright/test'
import { text } from '../support/texts'
import { cards, choose, openAccount, SAMPLE_ACCOUNT, test } from './browserDoor'

/** Hints, changes, hand-overs and alerts on the sample with the real database. */

const languages = [
  { language: 'zh-CN', account: SAMPLE_ACCOUNT, leaver: '何明远', heir: '范嘉宁', own: '方晓舟' },
  { language: 'en', account: 'Lanyue Equipment Group', leaver: 'He Mingyuan', heir: 'Fan Jianing', own: 'Fang Xiaozhou' },
] as const

/** Longer than the window waits after its start before it looks for hints and alerts. */
const WATCH_MS = 15_000

/** As long as an answer takes on a machine that has much to do. */
const SLOW_MS = 1_500

for (const { language, account, leaver, heir, own } of languages) {
  const say = (key: string, params: Readonly<Record<string, string>> = {}) => text(key, params, language)
  const hints = (page: Page) => page.getByRole('list', { name: say('change.inbox.list') }).getByRole('listitem')
  const pane = (page: Page) => page.getByRole('complementary', { name: say('screen.inspector.label') })
  const undo = (page: Page) =>
    page.getByRole('group', { name: say('screen.header.history') }).getByRole('button', { name: say('screen.action.undo') })
  const alerts = (page: Page) => page.getByRole('dialog', { name: say('alert.title') })

  test.describe(`change in ${language}`, () => {
    test.use({ language, locale: language })

    test('a hint is noted, comes true, and is handed over; all of it is taken back', async ({ page }) => {
      await openAccount(page, account, language)
      await page.keyboard.press('Alt+8')
      await page
        .getByRole('button', { name: say('change.inbox.note') })
        .first()
        .click()
      const dialog = page.getByRole('dialog')
      await choose(page, say('change.signal.person'), leaver)
      await dialog.getByLabel(say('change.signal.source')).fill('Talk at the fair')
      await page.keyboard.press('Control+Enter')
      await expect(dialog).toBeHidden()
      const noted = hints(page).filter({ hasText: 'Talk at the fair' })
      await expect(noted).toContainText(leaver)
      await expect(noted).toContainText(say('model.signal.resignation-rumour'))

      // Keys decide: it happened, with kind and person filled in.
      await noted.focus()
      await page.keyboard.press('Enter')
      const preview = dialog.getByRole('status', { name: say('change.record.preview') })
      await expect(preview).toContainText(say('change.record.does.handOver'))
      await expect(preview).toContainText(say('change.record.does.settles', { kind: say('model.signal.resignation-rumour') }))
      await page.keyboard.press('Control+Enter')
      const handOver = page.getByRole('dialog', { name: say('change.handOver.title', { name: leaver }) })
      const role = handOver.locator('[data-item]').first()
      const total = /(\d+)\D*$|\/(\d+)/
      await expect(handOver.getByRole('status')).toHaveText(total)

      // Who inherits and who meets them make a task, also when the second is chosen before the first is answered.
      await page.route('**/api/handOver.list', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, SLOW_MS))
        await route.continue().catch(() => undefined)
      })
      const pick = async (label: RegExp, name: string) => {
        const field = role.getByRole('combobox', { name: label })
        await field.fill(name)
        await page.locator('.ant-select-dropdown:visible .ant-select-item-option-active').filter({ hasText: name }).waitFor()
        await field.press('Enter')
      }
      await pick(ending(say('change.handOver.item.successorOf', { what: '' })), heir)
      await expect(role).toContainText(heir)
      await pick(ending(say('change.handOver.item.ownOf', { what: '' })), own)
      await expect(role).toContainText(own)
      await page.unroute('**/api/handOver.list')
      await role.getByRole('checkbox').click()
      await expect(role.getByRole('checkbox')).toBeChecked()
      await handOver.locator('.ant-modal-close').click()
      await expect(handOver).toBeHidden()
      await expect(noted).toHaveCount(0)

      await page.getByText(say('change.inbox.handOvers'), { exact: true }).click()
      await expect(page.getByRole('list', { name: say('change.handOver.list') })).toContainText(leaver)
      await page.keyboard.press('Alt+9')
      const met = page.locator('[data-task]').filter({ hasText: heir }).filter({ hasText: leaver })
      await expect(met).toHaveCount(1)

      // Finished, assigned twice, hand-over, departure, hint: six steps.
      for (let taken = 0; taken < 6; taken++) await undo(page).click()
      await expect(undo(page)).toBeDisabled()
      await expect(met).toHaveCount(0)
      await page.keyboard.press('Alt+1')
      await expect(cards(page).filter({ hasText: leaver })).toHaveCount(1)
    })

    test('hints are found and alerts told; one leads there, is dismissed, and its kind is switched off', async ({ page }) => {
      await openAccount(page, account, language)
      const rail = page.getByRole('navigation', { name: say('screen.rail.label') })
      const inbox = rail.getByRole('button', { name: say('change.inbox.title') })
      await expect(inbox.getByRole('status')).toBeVisible({ timeout: WATCH_MS })
      await inbox.click()
      const silent = hints(page)
        .filter({ hasText: say('change.foundBy.silence') })
        .first()
      await expect(silent).toContainText(say('change.inbox.found'))
      const before = await hints(page).count()
      expect(before).toBeGreaterThan(3)
      await hints(page).first().focus()
      await page.keyboard.press('j')
      await expect(hints(page).nth(1)).toBeFocused()
      await page.keyboard.press('k')
      await page.keyboard.press('x')
      await expect(page.getByRole('button', { name: say('screen.action.undo'), exact: true }).first()).toBeEnabled()
      await page.getByText(say('change.inbox.decided'), { exact: true }).click()
      await expect(hints(page)).toHaveCount(1)
      await hints(page).first().focus()
      await page.keyboard.press('r')
      await expect(hints(page)).toHaveCount(0)

      await expect(page.locator('.lp-bell .ant-badge-count')).toBeVisible({ timeout: WATCH_MS })
      await page.keyboard.press('Shift+B')
      const touches = alerts(page).locator('[data-kind=touch]')
      await expect(touches.first()).toContainText(say('alert.unseen'))
      const many = await touches.count()
      await touches.first().locator('.lp-alert-jump').focus()
      await page.keyboard.press('Delete')
      await expect(touches).toHaveCount(many - 1)
      await touches.first().locator('.lp-alert-jump').click()
      await expect(alerts(page)).toBeHidden()
      await expect(pane(page).getByRole('heading', { level: 2 })).toBeVisible()
      await expect(pane(page).getByRole('heading', { name: say('change.section.title') })).toBeVisible()

      await page.keyboard.press('Shift+B')
      await alerts(page)
        .getByRole('button', { name: say('alert.seeAll') })
        .click()
      await expect(page.locator('.lp-bell .ant-badge-count')).toHaveCount(0)
      await alerts(page)
        .getByRole('button', { name: say('alert.rules') })
        .click()
      const rule = page
        .getByRole('group', { name: say('alert.settings.kinds') })
        .getByRole('checkbox', { name: say('alert.kind.touch') })
      await rule.click()
      await expect(rule).not.toBeChecked()
      await page.keyboard.press('Shift+B')
      await expect(touches).toHaveCount(0, { timeout: WATCH_MS })
    })
  })
}

/** Whatever a label begins with. */
function ending(words: string): RegExp {
  return new RegExp(`${words.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
}
