import { expect, type Page } from '@playwright/test'
import { text } from '../support/texts'
import { cards, clickCard, commandLine, inspector, openAccount, openDoor, test } from './browserDoor'

const phone = (page: Page) => inspector(page).getByLabel(text('screen.inspector.phone'))

async function changePhone(page: Page, ...numbers: readonly string[]): Promise<void> {
  for (const number of numbers) {
    await phone(page).fill(number)
    await phone(page).press('Enter')
    await expect(phone(page)).toHaveValue(number)
  }
}

test('by keyboard alone: any moment of the list is one leap away, either way, after a restart too', async ({
  page,
  door,
  file,
}) => {
  await openAccount(page)
  await clickCard(page, '唐国强')
  await changePhone(page, '111', '222', '333')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Shift+H')
  const list = page.getByRole('dialog').getByRole('list')
  await expect(list.locator('[aria-current="step"]')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(phone(page)).toHaveValue('111')
  await expect(list.locator('[data-undone="true"]')).toHaveCount(2)
  await page.screenshot({ path: test.info().outputPath('history.png') })

  await door.close()
  const again = await openDoor(file)
  await page.goto(again.address)
  await openAccount(page)
  await clickCard(page, '唐国强')
  await expect(phone(page)).toHaveValue('111')
  await page.getByRole('button', { name: text('screen.header.history') }).click()
  const steps = page.locator('.lp-steps button').filter({ hasText: text('history.person_update', { name: '唐国强' }) })
  await expect(steps).toHaveCount(3)
  await steps.first().click()
  await expect(phone(page)).toHaveValue('333')
  await again.close()
})

test('a leap is one change of the file', async ({ page }) => {
  await openAccount(page)
  await clickCard(page, '唐国强')
  await changePhone(page, '111', '222', '333')
  const calls: string[] = []
  page.on('request', (request) => calls.push(new URL(request.url()).pathname))
  await page.getByRole('button', { name: text('screen.header.history') }).click()
  await page.getByRole('button', { name: text('screen.header.beginning') }).click()
  await expect(phone(page)).toHaveValue('8208')
  expect(calls.filter((path) => path.startsWith('/api/history.') && path !== '/api/history.list')).toEqual(['/api/history.jump'])
})

test('two windows on one file, of one program or of two, see what each other and a third change and undo', async ({
  page,
  file,
  browser,
}) => {
  const other = await openDoor(file)
  const second = await (await browser.newContext({ locale: 'zh-CN', viewport: { width: 1200, height: 800 } })).newPage()
  await second.goto(other.address)
  await openAccount(page)
  await openAccount(second)
  await clickCard(page, '唐国强')
  await clickCard(second, '唐国强')
  await changePhone(page, '111')
  await expect(phone(second)).toHaveValue('111')
  await second.keyboard.press('Escape')
  await second
    .getByRole('group', { name: text('screen.header.history') })
    .getByRole('button', { name: text('screen.action.undo') })
    .click()
  await expect(phone(page)).toHaveValue('8208')
  // And the search of one finds whom the other has just added.
  const people = test.info().outputPath('people.csv')
  const { writeFileSync } = await import('node:fs')
  writeFileSync(people, 'id,name,title\nX1,司空图,诗人\n')
  commandLine('import', file, '--account', '澜岳装备集团', '--people', people)
  await expect(cards(page).filter({ hasText: '司空图' })).toHaveCount(1)
  await expect(cards(second).filter({ hasText: '司空图' })).toHaveCount(1)
  await second.keyboard.press('Control+k')
  await second.keyboard.type('skt')
  const results = second.getByRole('listbox', { name: text('screen.palette.results') })
  await expect(results.getByRole('option').first()).toContainText('司空图')
  await second.context().close()
  await other.close()
})
