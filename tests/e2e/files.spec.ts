import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { text } from '../support/texts'
import { cards, goTo, step, test } from './browserDoor'

const krackhardt = join(import.meta.dirname, '../fixtures/krackhardt')

async function chooseFiles(page: Page, files: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]): Promise<void> {
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(files)
}

test.describe('an empty workspace', () => {
  test.use({ content: 'nothing' })

  test("Krackhardt's company comes in by the dialog: looked through first, then taken in", async ({ page }) => {
    await expect(page.getByRole('heading', { name: text('screen.accounts.emptyTitle') })).toBeVisible()
    await page.getByRole('button', { name: text('screen.action.importFiles') }).click()
    const dialog = page.getByRole('dialog')
    await chooseFiles(page, [join(krackhardt, 'people.csv'), join(krackhardt, 'ties.csv')])
    await expect(dialog.getByRole('listitem')).toHaveCount(2)
    await dialog.getByRole('combobox', { name: text('screen.header.account') }).fill('Krackhardt')
    await expect(dialog.getByRole('button', { name: text('screen.import.ok'), exact: true })).toBeDisabled()
    await dialog.getByRole('button', { name: text('screen.import.look') }).click()
    await expect(dialog.getByRole('row', { name: /people\.csv/ })).toContainText('21')
    await expect(dialog.getByRole('row', { name: /ties\.csv/ })).toContainText('292')
    await dialog.getByRole('button', { name: text('screen.import.ok'), exact: true }).click()
    await dialog.getByRole('button', { name: text('screen.import.openAccount'), exact: true }).click()
    await expect(dialog).toBeHidden()

    await expect(cards(page)).toHaveCount(21)
    await goTo(page, 'people')
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '22')
    await step(page, 'undo').click()
    await expect(page.getByRole('heading', { name: text('screen.accounts.emptyTitle') })).toBeVisible()
  })

  test('refused rows are named with place, value and remedy, and nothing is taken in', async ({ page }) => {
    await page.keyboard.press('Control+i')
    await chooseFiles(page, {
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('id,name,reports_to,from\nA,甲,B,2026-02-30\nB,乙,,\n'),
    })
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: text('screen.header.account') }).fill('北岭电气')
    await dialog.getByRole('button', { name: text('screen.import.look') }).click()
    const refused = dialog.getByRole('row', { name: /people\.csv:2/ })
    await expect(refused).toContainText('from')
    await expect(refused).toContainText('2026-02-30')
    await expect(dialog.getByRole('button', { name: text('screen.import.ok'), exact: true })).toBeDisabled()
    await dialog
      .getByRole('button', { name: text('screen.common.close') })
      .last()
      .click()
    await expect(page.getByRole('heading', { name: text('screen.accounts.emptyTitle') })).toBeVisible()
  })
})

test('a copy of the workspace is downloaded and opens', async ({ page }) => {
  await page.getByRole('button', { name: text('screen.rail.settings') }).click()
  const arriving = page.waitForEvent('download')
  await page.getByRole('button', { name: text('screen.action.saveCopy') }).click()
  const bytes = readFileSync(await (await arriving).path())
  expect(bytes.subarray(0, 15).toString('latin1')).toBe('SQLite format 3')
  await page.getByRole('button', { name: text('screen.settings.checkNow') }).click()
  await expect(page.getByRole('status').filter({ hasText: /\S/ }).first()).toBeVisible()
})
