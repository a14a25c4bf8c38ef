import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { text } from '../support/texts'
import { test } from './browserDoor'

/** The sample's main account in each language, and what its people type. */
const samples = {
  'zh-CN': {
    account: '澜岳装备集团',
    president: '顾卫东',
    coach: '何明远',
    me: '方晓舟',
    line: '昨天拜访顾卫东 讨论预付款比例',
    said: '讨论预付款比例',
    queries: ['款', '预付', 'yufukuan', 'yfkbl'],
    form: '电话 何明远 谈样机',
    note: '样机月底到货，**尾款**照旧',
  },
  en: {
    account: 'Lanyue Equipment Group',
    president: 'Gu Weidong',
    coach: 'He Mingyuan',
    me: 'Fang Xiaozhou',
    line: 'visited Gu Weidong yesterday about the prepayment share',
    said: 'the prepayment share',
    queries: ['prepay', 'share prepayment'],
    form: 'call He Mingyuan about the prototype',
    note: 'Prototype arrives this month, **balance** as before',
  },
} as const

for (const language of ['zh-CN', 'en'] as const) {
  const sample = samples[language]
  const say = (key: string, params: Readonly<Record<string, string>> = {}) => text(key, params, language)
  const button = (page: Page, key: string) => page.getByRole('button', { name: say(key), exact: true })
  const dialog = (page: Page, key: string) => page.getByRole('dialog', { name: say(key) })
  const list = (page: Page) => page.getByRole('list', { name: say('timeline.list') })
  const rows = (page: Page) => list(page).locator('[data-entry]')

  async function begin(page: Page): Promise<void> {
    await page.getByRole('button', { name: sample.account, exact: true }).click()
    const me = page.getByRole('dialog').getByRole('combobox')
    await me.fill(sample.me)
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option-active').waitFor()
    await me.press('Enter')
    await button(page, 'screen.whoAmI.ok').click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  const showTimeline = async (page: Page) => {
    await page.keyboard.press('Alt+5')
    await expect(rows(page).first()).toBeVisible()
  }
  async function typeLine(page: Page, line: string): Promise<void> {
    await page.keyboard.press('Control+K')
    await page.keyboard.type(line)
    await expect(page.getByRole('option').first()).toContainText(
      say(`model.interaction.${line === sample.line ? 'visit' : 'call'}`),
    )
  }

  test.describe(language, () => {
    test.use({ language })

    test('an interaction is logged in one line, found, changed and deleted by the keyboard', async ({ page }) => {
      await begin(page)
      await showTimeline(page)
      const before = await rows(page).count()

      await typeLine(page, sample.line)
      await expect(page.getByRole('option').first()).toContainText(sample.president)
      await page.keyboard.press('Enter')
      await expect(page.getByText(say('timeline.recorded'))).toBeVisible()
      const recorded = rows(page).filter({ hasText: sample.said })
      await expect(recorded).toContainText([sample.president])
      await expect(recorded).toContainText([sample.me])

      const search = page.getByRole('searchbox', { name: say('timeline.filter.text') })
      for (const query of sample.queries) {
        await search.fill(query)
        await expect.poll(() => rows(page).count()).toBeLessThan(before)
        await expect(recorded).toBeVisible()
      }
      await search.fill('')

      // The form, with all that a line has no room for.
      await typeLine(page, sample.form)
      await page.keyboard.press('Control+Enter')
      const form = dialog(page, 'timeline.log')
      await form.getByRole('textbox', { name: say('timeline.dialog.summary') }).fill(sample.note)
      await form.getByRole('textbox', { name: say('timeline.dialog.nextStep') }).fill('A1')
      await form.getByRole('button', { name: say('timeline.dialog.addAttachment') }).click()
      await page.keyboard.type('javascript:alert(1)')
      await page.keyboard.press('Control+Enter')
      await expect(form.getByText(say('error.link_refused', { value: 'javascript:alert(1)' }))).toBeVisible()
      const target = form.getByRole('textbox', { name: say('timeline.dialog.targetOf', { number: '1' }) })
      await target.fill('https://example.com/minutes')
      await target.press('Control+Enter')
      await expect(form).toBeHidden()

      const row = rows(page).filter({ hasText: sample.note.replaceAll('**', '') })
      await row.focus()
      await page.keyboard.press('Enter')
      await expect(list(page).locator('.lp-markdown strong')).toBeVisible()
      const link = list(page).getByRole('link', { name: 'https://example.com/minutes' })
      await expect(link).toHaveAttribute('rel', 'noopener noreferrer')
      await expect(list(page).getByText(`${say('timeline.dialog.nextStep')}: A1`)).toBeVisible()
      expect((await new AxeBuilder({ page }).include('.lp-tab-content').analyze()).violations).toEqual([])

      const open = rows(page).and(page.locator('[aria-expanded=true]'))
      await open.focus()
      await page.keyboard.press('e')
      const change = dialog(page, 'timeline.edit')
      await change.getByRole('textbox', { name: say('timeline.dialog.summary') }).fill('B2')
      await page.keyboard.press('Control+Enter')
      await expect(change).toBeHidden()
      await expect(list(page).locator('.lp-markdown')).toHaveText('B2')
      await open.focus()
      await page.keyboard.press('Delete')
      await expect(list(page).locator('.lp-markdown')).toHaveCount(0)
      await page.keyboard.press('Control+Z')
      await expect(rows(page).filter({ hasText: 'B2' }).or(list(page).locator('.lp-markdown'))).not.toHaveCount(0)
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Z')
      await expect(recorded).toHaveCount(0)
      await expect(rows(page)).toHaveCount(before)
    })

    test('meetings come from a calendar once, and tasks and contacts go into one', async ({ page }) => {
      await begin(page)
      await showTimeline(page)
      const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toLocaleDateString('sv').replaceAll('-', '')
      const event = (uid: string, ago: number, who: string) =>
        `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTART;VALUE=DATE:${day(ago)}\r\nSUMMARY:M-${uid}\r\nATTENDEE;CN=${who}:mailto:${uid}@x.cn\r\nEND:VEVENT\r\n`
      const file = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${event('1', 3, sample.president)}${event('2', 2, sample.coach)}${event('3', 1, 'Xyz')}END:VCALENDAR\r\n`
      const chooseFile = async () => {
        await button(page, 'timeline.calendar.action').click()
        await page.getByRole('menuitem', { name: say('timeline.import.action') }).click()
        const buffer = Buffer.from(file)
        await page.locator('input[type=file]').setInputFiles({ name: 'm.ics', mimeType: 'text/calendar', buffer })
      }
      const form = dialog(page, 'timeline.import.title')
      await chooseFile()
      const tick = (title: string) => form.getByRole('checkbox', { name: say('timeline.import.takeOne', { title }) })
      await expect(tick('M-1')).toBeChecked()
      await expect(tick('M-2')).toBeChecked()
      // Nobody of the account took part.
      await expect(tick('M-3')).toHaveCount(0)
      await tick('M-2').uncheck()
      await form.getByRole('button', { name: say('timeline.import.ok_other', { count: '1' }) }).click()
      await expect(form).toBeHidden()
      await expect(rows(page).filter({ hasText: 'M-1' })).toContainText([sample.me])
      await chooseFile()
      await expect(form.getByText(say('timeline.import.known'))).toBeVisible()
      await expect(tick('M-1')).not.toBeChecked()
      await form.press('Escape')
      await expect(form).toBeHidden()

      await button(page, 'timeline.calendar.action').click()
      await page.getByRole('menuitem', { name: say('timeline.calendar.title') }).click()
      const download = page.waitForEvent('download')
      await dialog(page, 'timeline.calendar.title')
        .getByRole('button', { name: say('timeline.calendar.ok') })
        .click()
      const saved = await download
      expect(saved.suggestedFilename()).toMatch(/\.ics$/)
      const unfolded = readFileSync(await saved.path(), 'utf8').replaceAll('\r\n ', '')
      expect(unfolded).toMatch(/^BEGIN:VCALENDAR\r\n/)
      // Some touch is due in the sample, whoever it is with.
      expect(unfolded).toMatch(/^UID:touch-/m)
      expect(unfolded).toContain(sample.account)

      // Who is overdue is met with the form at hand.
      await page.getByRole('button', { name: new RegExp(`^${say('timeline.filter.overdue')} \\d+$`) }).click()
      const first = page
        .getByRole('list', { name: say('timeline.overdue.title') })
        .getByRole('listitem')
        .first()
      const name = await first.getByRole('button').first().innerText()
      await first.getByRole('button', { name: say('timeline.overdue.log', { name }) }).click()
      const log = dialog(page, 'timeline.log')
      await expect(log.getByTitle(name)).toBeVisible()
      await log.getByRole('textbox', { name: say('timeline.dialog.summary') }).fill('C3')
      await page.keyboard.press('Control+Enter')
      await expect(log).toBeHidden()
      await expect(rows(page).filter({ hasText: 'C3' })).toContainText([name])
      await expect(page.getByRole('button', { name: say('timeline.overdue.log', { name }) })).toHaveCount(0)
    })
  })
}
