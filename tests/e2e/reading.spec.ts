import { expect } from '@playwright/test'
import { text } from '../support/texts'
import { cards, clickCard, inspector, openAccount, restingPlace, SAMPLE_ACCOUNT, test } from './browserDoor'

test('the sample is read in three drawings, and what is selected stays selected', async ({ page }) => {
  await openAccount(page)
  await expect(cards(page).filter({ hasText: '何明远' })).toContainText('信息中心主任')
  await clickCard(page, '何明远')
  await expect(inspector(page).getByRole('heading', { name: '何明远' })).toBeVisible()

  const pictures = new Set<string>()
  for (const drawing of ['influence', 'grid', 'role']) {
    await page
      .getByRole('radiogroup', { name: text('screen.map.drawing') })
      .getByText(text(`model.drawing.${drawing}`))
      .click()
    await expect(page.locator('[data-card][aria-selected=true]')).toContainText('何明远')
    await restingPlace(cards(page).filter({ hasText: '何明远' }).first())
    pictures.add((await page.locator('.lp-map canvas').first().screenshot()).toString('base64'))
  }
  expect(pictures.size).toBe(3)
})

test('the address works once, and its code is nowhere to be seen afterwards', async ({ page, door, context }) => {
  await expect(page.getByRole('button', { name: SAMPLE_ACCOUNT, exact: true })).toBeVisible()
  expect(page.url()).not.toContain('code')
  await page.reload()
  await expect(page.getByRole('button', { name: SAMPLE_ACCOUNT, exact: true })).toBeVisible()

  const second = await context.newPage()
  await second.goto(door.address)
  await expect(second.getByRole('alert')).toContainText(text('error.code_spent'))
})

test('the map follows the day and the deal that are chosen', async ({ page }) => {
  await openAccount(page)
  await expect(cards(page).filter({ hasText: '钟启明' })).toHaveCount(0)
  const day = page.getByRole('textbox', { name: text('screen.header.asOf') })
  await day.fill('2026-01-05')
  await day.press('Enter')
  await expect(cards(page).filter({ hasText: '钟启明' })).toHaveCount(1)
  await page.getByRole('button', { name: text('screen.action.today') }).click()
  await expect(cards(page).filter({ hasText: '钟启明' })).toHaveCount(0)

  const economicBuyer = text('model.role.economic-buyer')
  await expect(cards(page).filter({ hasText: '邱德海' })).not.toContainText(economicBuyer)
  await page.getByRole('combobox', { name: text('screen.header.opportunity') }).click()
  await page.getByTitle('供应链协同平台').click()
  await expect(cards(page).filter({ hasText: '邱德海' })).toContainText(economicBuyer)
})

test('a person is found by initials and brought into view; focus and legend come and go', async ({ page }) => {
  await openAccount(page)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: text('screen.palette.search') }).fill('tgq')
  await expect(page.getByRole('option', { name: '唐国强' }).first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(inspector(page).getByRole('heading', { name: '唐国强' })).toBeVisible()

  await page.keyboard.press('Shift+F')
  await expect(page.getByText(text('screen.map.focused', { name: '唐国强' }))).toBeVisible()
  await page.getByRole('button', { name: text('screen.map.unfocus') }).click()
  await expect(page.getByText(text('screen.map.focused', { name: '唐国强' }))).toBeHidden()

  await page.keyboard.press('Shift+L')
  await expect(page.getByRole('complementary', { name: text('map.legend.title') })).toBeVisible()
})

test('language and theme switch at once and are still so after a reload', async ({ page }) => {
  await page.getByRole('button', { name: text('screen.rail.settings') }).click()
  await page.getByText('English', { exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await page.getByText('Dark', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('a lost program is said, and no failure is passed over', async ({ page, door }) => {
  await openAccount(page)
  await door.close()
  await expect(
    page
      .getByRole('alert')
      .filter({ hasText: text('error.connection_lost') })
      .first(),
  ).toBeVisible()
})
