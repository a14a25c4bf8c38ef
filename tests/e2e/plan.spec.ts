import { expect, type Page } from '@playwright/test'
import { text } from '../support/texts'
import { choose, SAMPLE_ACCOUNT, test } from './browserDoor'

/** Strategy board, playbooks, tasks and reminders, each on the sample with the real database. */

const languages = [
  {
    language: 'zh-CN',
    account: SAMPLE_ACCOUNT,
    user: '孟繁林',
    planner: '林知衡',
    me: '方晓舟',
    line: '给顾总送测算 @方晓舟 每30天 明天',
  },
  {
    language: 'en',
    account: 'Lanyue Equipment Group',
    user: 'Meng Fanlin',
    planner: 'Lin Zhiheng',
    me: 'Fang Xiaozhou',
    line: 'Send Gu the paper tomorrow @Fang every 30 days',
  },
] as const

const board = (page: Page, language: 'zh-CN' | 'en') => page.getByRole('group', { name: text('plan.board.label', {}, language) })
const taskRow = (page: Page, title: string) => page.locator('[data-task]').filter({ hasText: title })

for (const { language, account, user, planner, me, line } of languages) {
  const say = (key: string, params: Readonly<Record<string, string>> = {}) => text(key, params, language)
  /** Opens the account and says who the user is, so that tasks have somebody to be told of. */
  async function open(page: Page): Promise<void> {
    await page.getByRole('button', { name: account, exact: true }).click()
    await choose(page, say('screen.settings.you'), me)
    await page.getByRole('button', { name: say('screen.whoAmI.ok') }).click()
  }

  test.describe(`the plan in ${language}`, () => {
    test.use({ language, locale: language })

    test('gaps stand out, the playbook begins a strategy, keys move it, and the map shows it', async ({ page }) => {
      await open(page)
      await page.getByRole('button', { name: say('screen.tab.plan'), exact: true }).click()
      const columns = board(page, language).getByRole('region')
      await expect(columns).toHaveCount(5)
      const finance = columns.filter({ hasText: say('plan.board.roleWithout') })
      await expect(finance).toHaveCount(1)
      // Who needs one most stands first.
      await expect(finance.locator('[data-strategy]').first()).toContainText(say('plan.card.opponent'))

      const card = board(page, language).locator('[data-strategy]').filter({ hasText: user }).first()
      await card.focus()
      await expect(page.getByRole('complementary', { name: say('screen.inspector.label') })).toContainText(user)
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      const objective = dialog.getByLabel(say('plan.edit.objective'), { exact: true })
      await expect(objective).not.toHaveValue('')
      await objective.fill('Two weeks on line 1')
      await page.keyboard.press('Control+Enter')
      await expect(dialog).toBeHidden()
      await expect(card).toContainText('Two weeks on line 1')
      await expect(card).toContainText(say('model.strategyState.planned'))
      await card.focus()
      await page.keyboard.press('s')
      await expect(card).toContainText(say('model.strategyState.active'))

      await page.getByRole('button', { name: say('plan.playbook.hide') }).click()
      await page.getByText(say('plan.board.byStatus'), { exact: true }).click()
      const done = board(page, language).getByRole('region', { name: say('model.strategyState.done'), exact: true })
      await board(page, language).locator('[data-strategy]').filter({ hasText: planner }).dragTo(done)
      await expect(done).toContainText(planner)
      await page.keyboard.press('Control+z')
      await expect(done).not.toContainText(planner)
      const first = board(page, language).locator('[data-strategy]').first()
      await first.focus()
      await page.keyboard.press('ArrowRight')
      await expect(first).not.toBeFocused()
      await page.keyboard.press('ArrowLeft')
      await expect(first).toBeFocused()

      await page.keyboard.press('Alt+1')
      await page.keyboard.press('Alt+Shift+7')
      await page.keyboard.press('Shift+L')
      await expect(page.getByRole('complementary', { name: say('map.legend.title') })).toContainText(
        say('model.strategyState.overdue'),
      )
      await expect(page.locator('[data-card]').filter({ hasText: user })).toContainText(say('model.strategyState.active'))
    })

    test('a playbook is the team’s own until it is put back', async ({ page }) => {
      await open(page)
      await page.getByRole('button', { name: say('screen.tab.plan'), exact: true }).click()
      const playbook = page.getByRole('complementary', { name: say('plan.playbook.title') })
      await playbook.getByRole('button', { name: say('plan.playbook.edit') }).click()
      const cares = page.getByRole('dialog').getByLabel(say('plan.playbook.cares'))
      await cares.fill('Ours alone\n\n  and another  ')
      await page.keyboard.press('Control+Enter')
      await expect(playbook.getByRole('listitem').filter({ hasText: 'and another' })).toBeVisible()
      await expect(playbook).toContainText(say('plan.playbook.changed'))
      await page.keyboard.press('Control+,')
      await page.getByRole('button', { name: new RegExp(`^${say('model.role.user')}`) }).click()
      await page.getByRole('button', { name: say('plan.playbook.reset') }).click()
      await expect(page.getByText(say('plan.playbook.resetDone'))).toBeVisible()
      await expect(page.getByRole('button', { name: say('model.role.user'), exact: true })).toBeVisible()
    })

    test('tasks are written in a line, done with a key, made from cadence, and reminded of once', async ({ page }) => {
      await open(page)
      // Of the three that are due in the account one is mine: told in a notice and counted at the rail.
      const notice = page.locator('.lp-reminder')
      await expect(notice.getByRole('listitem').first()).toBeVisible()
      await page.getByRole('button', { name: say('task.reminder.show') }).click()
      await expect(page.locator('[data-task]:focus')).toContainText(me)

      await page.getByLabel(say('task.add.label')).fill(line)
      await expect(page.getByText(say('task.add.owner', { name: me }))).toBeVisible()
      await page.keyboard.press('Enter')
      const title = language === 'en' ? 'Send Gu the paper' : '给顾总送测算'
      const added = taskRow(page, title)
      await expect(added).toContainText(me)
      await expect(added.getByLabel(say('task.row.repeats', { count: '30' }))).toBeVisible()

      await added.focus()
      await page.keyboard.press('Enter')
      await page.keyboard.type('Renamed')
      await page.keyboard.press('Enter')
      const renamed = taskRow(page, 'Renamed')
      await expect(renamed).toBeFocused()
      await page.keyboard.press('Space')
      // The next one is on the list, the one that is done below it.
      await expect(renamed).toHaveCount(2)
      await page.keyboard.press('Control+z')
      await expect(renamed).toHaveCount(1)

      await page.getByRole('combobox', { name: say('task.filter.account') }).click()
      await page.locator('.ant-select-dropdown:visible').getByText(account, { exact: true }).click()
      const recur = page.getByRole('button', { name: say('task.cadence.action') })
      await recur.click()
      await expect(page.getByText(new RegExp(say('task.cadence.done', { created: '[1-9]\\d*', kept: '0' })))).toBeVisible()
      await recur.click()
      await expect(page.getByText(new RegExp(say('task.cadence.done', { created: '0', kept: '[1-9]\\d*' })))).toBeVisible()

      await page.reload()
      await expect(taskRow(page, 'Renamed')).toHaveCount(1)
      await expect(notice).toHaveCount(0)
    })
  })
}
