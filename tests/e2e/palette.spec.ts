import { expect, type Page } from '@playwright/test'
import { text } from '../support/texts'
import { cards, inspector, openAccount, restingPlace, SAMPLE_ACCOUNT, test } from './browserDoor'

const palette = (page: Page) => page.getByRole('combobox', { name: text('screen.palette.search') })
const options = (page: Page) => page.getByRole('listbox', { name: text('screen.palette.results') }).getByRole('option')

test('by keyboard alone: somebody is found by initials, pinyin with a mistake, and opened in the middle of the map', async ({
  page,
}) => {
  await openAccount(page)
  await cards(page).first().waitFor({ state: 'attached' })
  for (const typed of ['hmy', 'hemingyuan', 'hemngyuan', '明远']) {
    await page.keyboard.press('Control+k')
    await expect(palette(page)).toBeFocused()
    await page.keyboard.type(typed)
    await expect(options(page).first()).toContainText('何明远')
    await page.keyboard.press('Enter')
    await expect(inspector(page).getByRole('heading', { name: '何明远' })).toBeVisible()
    await page.keyboard.press('Escape')
  }
})

test('typed faster than answered: Enter waits for what was typed', async ({ page }) => {
  await openAccount(page)
  await page.route('**/api/search.find', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    await route.continue()
  })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('tangguoqiang')
  await page.keyboard.press('Enter')
  await expect(inspector(page).getByRole('heading', { name: '唐国强' })).toBeVisible()
})

test('Enter and arrows of an input method choose nothing in the palette', async ({ page }) => {
  await openAccount(page)
  await page.keyboard.press('Control+k')
  await palette(page).fill('hmy')
  await expect(options(page).first()).toContainText('何明远')
  await palette(page).dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true })
  await palette(page).dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true })
  await expect(palette(page)).toBeVisible()
  await expect(palette(page)).toHaveValue('hmy')
})

test('with the mouse: another account opens from the palette; commands run; both are offered again', async ({ page }) => {
  await openAccount(page)
  await page.getByRole('button', { name: text('screen.header.search') }).click()
  await palette(page).fill('suili')
  const account = options(page)
    .filter({ hasText: text('screen.palette.account') })
    .first()
  const name = (await account.locator('span').first().innerText()).trim()
  await account.click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeAttached()

  await page.keyboard.press('Control+k')
  await expect(options(page).first()).toContainText(name)
  await expect(options(page).first()).toHaveAttribute('data-heading', text('screen.palette.recent'))
  await palette(page).fill(text('screen.action.goOpportunities'))
  await options(page).first().click()
  await expect(page.getByRole('button', { name: text('screen.action.newOpportunity') }).first()).toBeVisible()
})

test('this account comes first; somebody of another one is found too, and their map opens at their card', async ({ page }) => {
  await openAccount(page)
  await page.getByRole('button', { name: text('screen.header.search') }).click()
  await palette(page).fill('luo')
  await expect(options(page).filter({ hasText: '骆正平' })).toHaveAttribute('data-group', 'here')
  await expect(options(page).filter({ hasText: '罗启文' })).toHaveAttribute('data-group', 'elsewhere')
  const order = await options(page).evaluateAll((lines) => lines.map((line) => line.getAttribute('data-group')))
  expect(order.lastIndexOf('here')).toBeLessThan(order.indexOf('elsewhere'))
  await palette(page).fill('luoqw')
  await expect(options(page)).toHaveCount(1)
  await options(page).click()
  await expect(inspector(page).getByRole('heading', { name: '罗启文' })).toBeVisible()
  await expect(page.getByRole('heading', { name: SAMPLE_ACCOUNT, level: 1 })).toHaveCount(0)
  const [x = 0, y = 0, width = 0, height = 0] = (await restingPlace(cards(page).filter({ hasText: '罗启文' })))
    .split(' ')
    .map(Number)
  const map = await page.locator('.lp-map-hands').boundingBox()
  // In the middle, to a pixel or two.
  expect(Math.abs(x + width / 2 - (map?.width ?? 0) / 2)).toBeLessThan(4)
  expect(Math.abs(y + height / 2 - (map?.height ?? 0) / 2)).toBeLessThan(4)
})

test.describe('in English', () => {
  test.use({ language: 'en' })

  test('accounts and people are found by Latin letters', async ({ page }) => {
    await page.getByRole('main').getByRole('button').first().waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('brindl')
    const results = page.getByRole('listbox', { name: text('screen.palette.results', {}, 'en') }).getByRole('option')
    await expect(results.first()).toContainText(/Brindle/i)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: /Brindle/i })).toBeAttached()
  })
})
