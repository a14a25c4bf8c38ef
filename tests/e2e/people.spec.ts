import { expect, type Page } from '@playwright/test'
import { text } from '../support/texts'
import { goTo, inspector, openAccount, test } from './browserDoor'

const grid = (page: Page) => page.getByRole('grid', { name: text('screen.tab.people') })
const row = (page: Page, name: string) => grid(page).getByRole('row').filter({ hasText: name })
const names = (page: Page) => grid(page).locator('[role=gridcell][aria-colindex="1"]').allTextContents()

test.beforeEach(async ({ page }) => {
  await openAccount(page)
  await goTo(page, 'people')
})

test('the list is edited without a mouse: Enter edits, Tab goes on, Escape leaves', async ({ page }) => {
  await row(page, '何明远').getByRole('gridcell').first().click()
  await expect(inspector(page).getByRole('heading', { name: '何明远' })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.keyboard.type('信息总监')
  await page.keyboard.press('Tab')
  await expect(row(page, '何明远')).toContainText('信息总监')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('数字中心')
  await page.keyboard.press('Enter')
  await expect(row(page, '何明远')).toContainText('数字中心')

  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('不要了')
  await page.keyboard.press('Escape')
  await expect(row(page, '何明远')).toContainText('数字中心')

  await page.keyboard.press('ArrowDown')
  await expect(inspector(page).getByRole('heading', { name: '何明远' })).toBeHidden()
})

test('an empty name is refused where it is typed', async ({ page }) => {
  await row(page, '何明远').getByRole('gridcell').first().dblclick()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: text('error.name_empty') })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(row(page, '何明远')).toBeVisible()
})

test('typing a name into an unidentified seat fills it', async ({ page }) => {
  await page.getByRole('searchbox', { name: text('screen.people.search') }).fill('计划部')
  await row(page, '计划部部长').getByRole('gridcell').first().dblclick()
  await page.keyboard.type('秦越')
  await page.keyboard.press('Enter')
  await expect(row(page, '计划部部长')).toContainText('秦越')
})

test('people are found by Chinese, full pinyin, initials and title', async ({ page }) => {
  for (const [query, expected] of [
    ['欧阳', '欧阳思远'],
    ['ouyangsiyuan', '欧阳思远'],
    ['oysy', '欧阳思远'],
    ['采购主管', '姚青'],
  ] as const) {
    await page.getByRole('searchbox', { name: text('screen.people.search') }).fill(query)
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '2')
    await expect(row(page, expected)).toBeVisible()
  }
})

test('the list sorts by pinyin and by scales, and filters', async ({ page }) => {
  const order = await names(page)
  expect(order.slice(0, 3)).toEqual(['柏若尘', '曹学良', '戴晓宇'])
  await grid(page)
    .getByRole('button', { name: text('screen.people.name'), exact: true })
    .click()
  expect((await names(page))[0]).not.toBe('柏若尘')
  await grid(page)
    .getByRole('button', { name: text('screen.people.stance') })
    .click()
  expect((await grid(page).locator('[role=gridcell][aria-colindex="7"]').allTextContents())[0]).toBe(text('model.stance.coach'))

  await page.getByRole('checkbox', { name: text('screen.people.withRole') }).check()
  await page.getByRole('combobox', { name: text('screen.people.stance') }).click()
  await page
    .locator('.ant-select-item-option')
    .filter({ hasText: text('model.stance.opponent') })
    .click()
  await expect(row(page, '邱德海')).toBeVisible()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '2')
})

test('no shortcut fires while an input method composes', async ({ page }) => {
  await page.evaluate(() => {
    const composing = (key: string, more: KeyboardEventInit) =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, bubbles: true, ...more }))
    composing('k', { ctrlKey: true, isComposing: true })
    composing('n', { shiftKey: true, keyCode: 229 })
  })
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toHaveCount(1)
})
