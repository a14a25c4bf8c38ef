import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { text } from '../support/texts'
import { cards, goTo, openAccount, SAMPLE_ACCOUNT, step, test } from './browserDoor'

const krackhardt = join(import.meta.dirname, '../fixtures/krackhardt')

async function chooseFiles(page: Page, files: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]): Promise<void> {
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(files)
}

async function download(page: Page, format: string): Promise<Buffer> {
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog')
  await dialog.getByText(text(`screen.export.${format}`), { exact: true }).click()
  const arriving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: text('screen.export.ok'), exact: true }).click()
  const arrived = await arriving
  expect(arrived.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`))
  await expect(dialog).toBeHidden()
  return readFileSync(await arrived.path())
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

test('the map leaves as SVG and PNG, the account as JSON', async ({ page }) => {
  await openAccount(page)
  await expect(cards(page).first()).toBeAttached()

  const svg = (await download(page, 'svg')).toString('utf8')
  expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg /)
  for (const shown of ['何明远', '顾卫东', text('map.legend.roles')]) expect(svg).toContain(shown)

  const png = await download(page, 'png')
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  // Width and height of the image's header.
  expect(png.readUInt32BE(16)).toBeGreaterThan(800)
  expect(png.readUInt32BE(20)).toBeGreaterThan(400)

  const bundle: unknown = JSON.parse((await download(page, 'json')).toString('utf8'))
  expect(JSON.stringify(bundle)).toContain(SAMPLE_ACCOUNT)
})

test('what is safe to show the customer names no stance', async ({ page }) => {
  await openAccount(page)
  await page.getByRole('combobox', { name: text('screen.map.layer') }).click()
  await page.getByTitle(text('model.layer.stance')).click()
  await page.keyboard.press('Control+e')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('SVG', { exact: true }).click()
  await dialog.getByRole('combobox', { name: text('screen.export.redaction') }).click()
  await page.getByTitle(text('screen.export.customer-safe')).click()
  const arriving = page.waitForEvent('download')
  await dialog.getByRole('button', { name: text('screen.export.ok'), exact: true }).click()
  const svg = readFileSync(await (await arriving).path(), 'utf8')
  expect(svg).toContain('何明远')
  for (const stance of ['opponent', 'coach', 'exclusive']) expect(svg).not.toContain(text(`model.stance.${stance}`))
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
