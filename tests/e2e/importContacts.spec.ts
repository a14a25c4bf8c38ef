import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { workbookOf } from '../support/spreadsheets'
import { text as textOf } from '../support/texts'
import { test } from './browserDoor'

const contacts = join(import.meta.dirname, '../fixtures/contacts')

interface Dropped {
  readonly name: string
  readonly bytes: Buffer
}

/** Two sheets that are seen and one that is not; 沈弘毅 has the mail address that he has in WeCom's file. */
const workbook = (): Promise<Buffer> =>
  workbookOf(
    {
      name: '人员',
      rows: [
        ['北岭电气'],
        ['编号', '姓名', '职务', '邮箱', '任职开始'],
        ['A1', '何明远', '总经理', 'he@beiling.example', new Date('2020-01-01T00:00:00Z')],
        ['A2', '沈弘毅', '采购副总监', 'shen.hongyi@beiling.example', '03/04/2021'],
        ['A3', 'Gu Weidong', '', '', ''],
      ],
      merged: ['A1:E1'],
    },
    {
      name: '关系',
      rows: [
        ['从', '到', '类型'],
        ['A1', 'A2', 'influences'],
      ],
    },
    {
      name: '旧名单',
      rows: [
        ['编号', '姓名'],
        ['Z', '某人'],
      ],
      hidden: true,
    },
  )

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

for (const language of ['zh-CN', 'en'] as const) {
  const text = (key: string, params: Readonly<Record<string, string>> = {}) => textOf(key, params, language)
  const button = (page: Page, key: string) => page.getByRole('dialog').getByRole('button', { name: text(key), exact: true })

  test.describe(language, () => {
    test.use({ content: 'nothing', language, locale: language })

    test('a workbook of two sheets and a WeCom file: dates said, duplicates chosen, taken in, taken back', async ({ page }) => {
      await drop(
        page,
        { name: '北岭.xlsx', bytes: await workbook() },
        { name: '通讯录.csv', bytes: readFileSync(join(contacts, 'wecom.csv')) },
      )
      const dialog = page.getByRole('dialog')
      const items = dialog.getByRole('listitem')
      await expect(items).toHaveCount(3)
      await expect(items.filter({ hasText: '北岭.xlsx › 人员' })).toContainText(text('screen.import.people'))
      await expect(items.filter({ hasText: '北岭.xlsx › 关系' })).toContainText(text('screen.import.ties'))
      await expect(dialog.getByText(text('import.dialog.hiddenSheets', { name: '北岭.xlsx' }))).toBeVisible()
      await items
        .getByRole('button', { name: /北岭\.xlsx › 人员/ })
        .first()
        .click()
      await expect(dialog.getByRole('cell', { name: '2020-01-01' })).toBeVisible()

      await dialog.getByRole('combobox', { name: text('screen.header.account') }).fill('北岭电气')
      await button(page, 'screen.import.look').click()
      await expect(dialog.getByRole('row', { name: /03\/04\/2021/ }).last()).toContainText(
        text('import.refused.day_or_month', { value: '03/04/2021' }),
      )
      const order = dialog.getByRole('combobox', { name: text('import.dialog.dateOrder') })
      await order.focus()
      await order.press('ArrowDown')
      await page.locator('.ant-select-dropdown:visible').getByText(text('import.dialog.dayFirst')).click()
      await expect(dialog.getByRole('cell', { name: '03/04/2021' })).toHaveCount(1)
      await button(page, 'screen.import.look').click()

      const found = dialog.locator('.lp-duplicate')
      await expect(found).toHaveCount(2)
      await expect(found.filter({ hasText: text('import.dialog.reason.email') })).toHaveCount(1)
      await expect(button(page, 'screen.import.ok')).toBeDisabled()
      // By keyboard: the name that sounds the same is the same person, and called as in the newer file.
      const asked = found.filter({ hasText: text('import.dialog.reason.sound') })
      await asked.getByRole('radio', { name: text('import.dialog.merge') }).focus()
      await page.keyboard.press('Space')
      await asked
        .getByRole('radiogroup', {
          name: text('import.dialog.fieldFrom', { field: text('import.dialog.field.name'), name: '顾卫东' }),
        })
        .getByRole('radio', { name: '顾卫东' })
        .check()
      await expect(dialog.getByText(text('import.dialog.allChosen'))).toBeVisible()
      await button(page, 'screen.import.ok').click()
      await expect(dialog.getByText(text('screen.import.done', { account: '北岭电气' }))).toBeVisible()
      await button(page, 'screen.import.openAccount').click()
      const cards = page.locator('[data-card]')
      await expect(cards).toHaveCount(3)
      await expect(cards.filter({ hasText: '顾卫东' })).toHaveCount(1)
      await page.keyboard.press('Control+z')
      await expect(page.getByRole('heading', { name: text('screen.accounts.emptyTitle') })).toBeVisible()
    })

    test('cells pasted from a spreadsheet are a file; their columns are guessed', async ({ page }) => {
      await page.keyboard.press('Control+i')
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByRole('textbox', { name: text('import.dialog.paste') })).toBeVisible()
      await dialog.evaluate((element) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', '姓名\t手机\t职位\n何明远\t13800000001\t总经理\n')
        element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      })
      await expect(dialog.getByRole('listitem')).toContainText(text('import.dialog.pasted', { number: '1' }))
      await expect(dialog.getByRole('cell', { name: '何明远' })).toBeVisible()
      await dialog.getByRole('combobox', { name: text('screen.header.account') }).fill('Acme')
      await button(page, 'screen.import.look').click()
      await button(page, 'screen.import.ok').click()
      await expect(dialog.getByText(text('screen.import.done', { account: 'Acme' }))).toBeVisible()
    })
  })
}
