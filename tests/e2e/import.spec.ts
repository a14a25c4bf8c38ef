import { writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import iconv from 'iconv-lite'
import { text as textOf } from '../support/texts'
import { test } from './browserDoor'

const krackhardt = join(import.meta.dirname, '../fixtures/krackhardt')

interface Dropped {
  readonly name: string
  readonly bytes: Buffer
}
const csv = (name: string, text: string): Dropped => ({ name, bytes: Buffer.from(text) })
const fixture = (name: string): Dropped => ({ name, bytes: readFileSync(join(krackhardt, name)) })

/** Drops files on the middle of the window, as the system does. */
async function drop(page: Page, ...files: readonly Dropped[]): Promise<void> {
  const sent = files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') }))
  const transfer = await page.evaluateHandle((list) => {
    const made = new DataTransfer()
    for (const { name, base64 } of list) {
      made.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name))
    }
    return made
  }, sent)
  await page.dispatchEvent('#main', 'dragover', { dataTransfer: transfer })
  await page.dispatchEvent('#main', 'drop', { dataTransfer: transfer })
}

/** People with ids P1… in one line of command, enough to be caught in the middle of it. */
function manyPeople(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, i) => `P${i + 1},Person ${i + 1},Title ${i % 97},${i === 0 ? '' : `P${Math.ceil(i / 5)}`}`,
  )
  return `id,name,title,reports_to\n${rows.join('\n')}\n`
}

for (const language of ['zh-CN', 'en'] as const) {
  const text = (key: string, params: Readonly<Record<string, string>> = {}) => textOf(key, params, language)
  const button = (page: Page, key: string) => page.getByRole('dialog').getByRole('button', { name: text(key), exact: true })
  const account = (page: Page) => page.getByRole('dialog').getByRole('combobox', { name: text('screen.header.account') })
  const noAccount = (page: Page) => page.getByRole('heading', { name: text('screen.accounts.emptyTitle') })
  const becomes = (page: Page, name: string): Locator =>
    page.getByRole('combobox', { name: text('screen.import.fieldOf', { name }) })
  const meaning = (page: Page, name: string): Locator =>
    page
      .locator('th')
      .filter({ has: becomes(page, name) })
      .locator('.ant-select')

  /** Chooses by typing, as the keyboard does. */
  async function makeIt(page: Page, header: string, label: string): Promise<void> {
    await becomes(page, header).fill(label)
    await page.locator(`.ant-select-dropdown:visible .ant-select-item-option-active[title^="${label}"]`).waitFor()
    await becomes(page, header).press('Enter')
  }

  test.describe(language, () => {
    test.use({ content: 'nothing', language, locale: language })

    test("Krackhardt's two files dropped on the window: kinds guessed, looked through, taken in, taken back", async ({
      page,
    }) => {
      await drop(page, fixture('ties.csv'), fixture('people.csv'))
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByRole('listitem')).toHaveCount(2)
      await expect(dialog.getByRole('listitem').filter({ hasText: 'ties.csv' })).toContainText(text('screen.import.ties'))
      const people = dialog.getByRole('listitem').filter({ hasText: 'people.csv' })
      await expect(people).toContainText(text('screen.import.people'))
      await expect(people).toContainText(`UTF-8 · ${text('screen.import.delimiter.comma')}`)
      await people.getByRole('button', { name: /^people\.csv/ }).click()
      await expect(dialog.getByRole('cell', { name: 'Manager 01' })).toBeVisible()
      await expect(meaning(page, 'age')).toContainText(text('screen.import.own'))

      await account(page).fill('Krackhardt')
      await expect(button(page, 'screen.import.ok')).toBeDisabled()
      await button(page, 'screen.import.look').click()
      await expect(dialog.getByRole('row', { name: /^people\.csv/ })).toContainText('21')
      await expect(dialog.getByRole('row', { name: /^ties\.csv/ })).toContainText('292')
      await button(page, 'screen.import.ok').click()
      await expect(dialog.getByText(text('screen.import.done', { account: 'Krackhardt' }))).toBeVisible()

      await button(page, 'screen.import.undo').click()
      await expect(dialog.getByText(text('screen.import.undone'))).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(noAccount(page)).toBeVisible()
    })

    test('by keyboard alone, from the shortcut to the map', async ({ page }) => {
      await page.keyboard.press('Control+i')
      const dialog = page.getByRole('dialog')
      // The system's own dialog for choosing files is beyond the page; what it answers is put in by hand.
      await dialog.locator('input[type=file]').setInputFiles(join(krackhardt, 'people.csv'))
      await expect(dialog.getByRole('cell', { name: 'Manager 01' })).toBeVisible()
      await account(page).focus()
      await page.keyboard.type('Krackhardt')
      for (const key of ['screen.common.close', 'screen.import.look']) {
        await page.keyboard.press('Tab')
        await expect(button(page, key).last()).toBeFocused()
      }
      await page.keyboard.press('Enter')
      await expect(button(page, 'screen.import.ok')).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(button(page, 'screen.import.openAccount')).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(dialog).toBeHidden()
      await expect(page.locator('[data-card]')).toHaveCount(21)
    })

    test('a Chinese GB18030 file with semicolons is read as it is', async ({ page }) => {
      const sheet = '编号;姓名;职务;直接上级;备注\nA1;何明远;总经理;;爱喝茶\nA2;顾卫东;采购总监;A1;\n'
      await drop(page, { name: '通讯录.csv', bytes: iconv.encode(sheet, 'gb18030') })
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByRole('listitem')).toContainText(`GB18030 · ${text('screen.import.delimiter.semicolon')}`)
      await expect(dialog.getByRole('listitem')).toContainText(text('screen.import.people'))
      await expect(dialog.getByRole('cell', { name: '何明远' })).toBeVisible()
      await expect(meaning(page, '备注')).toContainText(text('screen.import.own'))
      await account(page).fill('北岭电气')
      await button(page, 'screen.import.look').click()
      await button(page, 'screen.import.ok').click()
      await button(page, 'screen.import.openAccount').click()
      await expect(page.locator('[data-card]')).toHaveCount(2)
      await expect(page.locator('[data-card]').filter({ hasText: '顾卫东' })).toHaveCount(1)
    })

    test('odd headers are mapped by hand, and the next file that has them is read so at once', async ({ page }) => {
      const odd = (id: string) => csv(`${id}.csv`, `Ref#;Who;Job;Secret\n${id};Ann;Head;x\n`)
      await drop(page, odd('R1'))
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByText(text('screen.import.missing', { names: language === 'en' ? 'id' : '编号' }))).toBeVisible()
      await account(page).fill('Acme')
      await expect(button(page, 'screen.import.look')).toBeDisabled()
      await makeIt(page, 'Ref#', language === 'en' ? 'id (needed)' : '编号')
      await makeIt(page, 'Who', language === 'en' ? 'name' : '姓名')
      await makeIt(page, 'Job', language === 'en' ? 'title' : '职务')
      await makeIt(page, 'Secret', text('screen.import.ignore'))
      await button(page, 'screen.import.look').click()
      await button(page, 'screen.import.ok').click()
      await button(page, 'screen.import.openAccount').click()
      await expect(page.locator('[data-card]').filter({ hasText: 'Ann' })).toHaveCount(1)

      await page.reload()
      await expect(page.locator('[data-card]')).toHaveCount(1)
      await drop(page, odd('R2'))
      await expect(dialog.getByText(text('screen.import.recalled'))).toBeVisible()
      await expect(meaning(page, 'Secret')).toContainText(text('screen.import.ignore'))
      await button(page, 'screen.import.look').click()
      await expect(dialog.getByRole('row', { name: /^R2\.csv/ })).toContainText('1')
      await button(page, 'screen.import.guess').click()
      await expect(meaning(page, 'Secret')).toContainText(text('screen.import.own'))
      await expect(button(page, 'screen.import.look')).toBeDisabled()
    })

    test('refused rows are listed and saved; corrected by mapping, then by a corrected file', async ({ page }) => {
      await drop(page, csv('people.csv', 'id,name,tier,from\nA,Ann,boss,2026-02-30\nB,Bo,executive,\n'))
      const dialog = page.getByRole('dialog')
      await account(page).fill('Acme')
      await button(page, 'screen.import.look').click()
      await expect(dialog.getByRole('row', { name: /^people\.csv:2/ })).toHaveCount(2)
      await expect(button(page, 'screen.import.ok')).toBeDisabled()
      const arriving = page.waitForEvent('download')
      await button(page, 'screen.import.saveRows').click()
      const saved = readFileSync(await (await arriving).path(), 'utf8')
      expect(saved.split('\r\n')).toHaveLength(3)
      expect(saved).toContain('people.csv,2,tier,boss,')

      await makeIt(page, 'tier', text('screen.import.own'))
      await button(page, 'screen.import.look').click()
      const refused = dialog.getByRole('row', { name: /^people\.csv:2/ })
      await expect(refused).toHaveCount(1)
      await expect(refused).toContainText('2026-02-30')

      await drop(page, csv('people.csv', 'id,name,tier,from\nA,Ann,boss,2026-02-28\nB,Bo,executive,\n'))
      await expect(dialog.getByRole('listitem')).toHaveCount(1)
      await expect(meaning(page, 'tier')).toContainText(text('screen.import.own'))
      await button(page, 'screen.import.look').click()
      await expect(dialog.getByText(text('screen.import.passed'))).toBeVisible()
      await expect(button(page, 'screen.import.ok')).toBeEnabled()
    })

    test('60,000 rows stopped in the middle leave nothing', async ({ page }, info) => {
      const file = info.outputPath('people.csv')
      writeFileSync(file, manyPeople(60_000))
      await page.keyboard.press('Control+i')
      const dialog = page.getByRole('dialog')
      await dialog.locator('input[type=file]').setInputFiles(file)
      await expect(dialog.getByRole('listitem')).toContainText('UTF-8')
      await account(page).fill('Large')
      await button(page, 'screen.import.look').click()
      await expect(dialog.getByText(text('screen.import.passed'))).toBeVisible({ timeout: 40_000 })
      await button(page, 'screen.import.ok').click()
      const bar = dialog.getByRole('progressbar')
      await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow')), { intervals: [20] }).toBeGreaterThan(5)
      await button(page, 'screen.common.cancel').click()
      await expect(dialog.getByText(text('screen.import.cancelled'))).toBeVisible()
      await button(page, 'screen.common.close').last().click()
      await page.reload()
      await expect(noAccount(page)).toBeVisible()
    })

    test('a file that is none is told in a sentence', async ({ page }, info) => {
      const workbook = { name: 'book.csv', bytes: Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0]) }
      await drop(page, workbook, csv('empty.csv', ''))
      const dialog = page.getByRole('dialog')
      const told = (name: string) => dialog.getByRole('listitem').filter({ hasText: name }).getByRole('alert')
      await expect(told('book.csv')).toHaveText(text('import.refused.not_text', { value: 'book.csv' }))
      await expect(told('empty.csv')).toHaveText(text('import.refused.file_empty'))

      const huge = info.outputPath('huge.csv')
      writeFileSync(huge, Buffer.alloc(100_000_000, 'x'))
      await dialog.locator('input[type=file]').setInputFiles(huge)
      await expect(dialog.getByText(text('screen.import.tooLarge', { name: 'huge.csv', size: '101', limit: '64' }))).toBeVisible()
      await expect(dialog.getByRole('listitem')).toHaveCount(2)
      await account(page).fill('Acme')
      await expect(button(page, 'screen.import.look')).toBeDisabled()
    })
  })
}
