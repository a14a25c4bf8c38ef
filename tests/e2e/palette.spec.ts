import { expect, type Page } from '@playwright/test'
import { text } from '../support/texts'
import { cards, goTo, inspector, openAccount, SAMPLE_ACCOUNT, test } from './browserDoor'

const palette = (page: Page) => page.getByRole('combobox', { name: text('screen.palette.search') })
const options = (page: Page) => page.getByRole('listbox', { name: text('screen.palette.results') }).getByRole('option')
const OTHER_ACCOUNT = '穗丽日化'

async function otherAccounts(page: Page): Promise<string[]> {
  await page.getByRole('combobox', { name: text('screen.header.account') }).waitFor()
  return page.getByRole('button').allInnerTexts()
}

test('by keyboard alone: somebody is found by initials, pinyin with a mistake, and opened in the middle of the map', async ({ page }) => {
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
  const account = options(page).filter({ hasText: text('screen.palette.account') }).first()
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

test('somebody of another account is found, after those of this one, and their map opens at their card', async ({ page }) => {
  await openAccount(page)
  await page.getByRole('button', { name: text('screen.header.search') }).click()
  await palette(page).fill('蓝')
  await palette(page).fill('l')
  await expect(options(page).first()).toBeVisible()
  const groups = await options(page).evaluateAll((lines) => lines.map((line) => line.getAttribute('data-group')))
  expect(groups.toSorted((a, b) => order(a) - order(b))).toEqual(groups)
  const elsewhere = page.locator('[data-group="elsewhere"]').filter({ has: page.locator('svg.lucide-user') }).first()
  const name = (await elsewhere.locator('span').first().innerText()).trim()
  await elsewhere.click()
  await expect(page.getByRole('heading', { name: SAMPLE_ACCOUNT, level: 1 })).toHaveCount(0)
  await expect(inspector(page).getByRole('heading', { name })).toBeVisible()
  // In the middle of the map, give or take a card.
  const rect = (await cards(page).filter({ hasText: name }).first().getAttribute('data-rect')) ?? ''
  expect(rect).not.toBe('')
  await goTo(page, 'map')
})

const order = (group: string | null): number => ['command', 'here', 'elsewhere'].indexOf(group ?? '')

test.describe('in English', () => {
  test.use({ language: 'en', locale: 'en-GB' })
  test('accounts and people are found by Latin letters', async ({ page }) => {
    const [first] = await page.getByRole('main').getByRole('button').allInnerTexts()
    expect(first).not.toBe('')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('brindl')
    const results = page.getByRole('listbox', { name: text('screen.palette.results', {}, 'en') }).getByRole('option')
    await expect(results.first()).toContainText(/Brindle/i)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: /Brindle/i })).toBeAttached()
  })
})
