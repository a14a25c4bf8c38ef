import { expect } from '@playwright/test'
import { text } from '../support/texts'
import { cards, clickCard, goTo, inspector, openAccount, restingPlace, test } from './browserDoor'

const hostile = '<img src=x onerror="window.broken=1">{{name}}<script>window.broken=1</script>'

test('script in every text field stays text on every surface', async ({ page }) => {
  const failures: string[] = []
  page.on('pageerror', (error) => failures.push(error.message))
  page.on('console', (message) => message.type() === 'error' && failures.push(message.text()))
  await openAccount(page)
  await clickCard(page, '唐国强')

  const labels = [
    'screen.people.title',
    'screen.people.department',
    'screen.inspector.latinName',
    'screen.inspector.email',
    'screen.inspector.phone',
    'screen.inspector.note',
    'screen.people.name',
  ]
  for (const label of labels) {
    const field = inspector(page).getByLabel(text(label), { exact: true })
    await field.fill(hostile)
    await field.blur()
    await expect(field).toHaveValue(hostile)
  }
  await inspector(page)
    .getByRole('textbox', { name: text('screen.inspector.addOwn') })
    .fill(hostile)
  await inspector(page)
    .getByRole('button', { name: text('screen.inspector.addOwn') })
    .click()
  await expect(cards(page).filter({ hasText: hostile })).toHaveCount(1)

  await goTo(page, 'people')
  await expect(page.getByRole('row').filter({ hasText: hostile }).first()).toBeVisible()
  await goTo(page, 'opportunities')
  await page.getByRole('button', { name: '供应链协同平台', exact: true }).click()
  await expect(inspector(page).getByRole('heading', { name: '供应链协同平台' })).toBeVisible()
  const name = inspector(page).getByLabel(text('screen.people.name'), { exact: true })
  await name.fill(hostile)
  await name.blur()
  await expect(page.getByRole('heading', { name: hostile }).first()).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: text('screen.palette.search') }).fill(hostile)
  await expect(page.getByRole('option').filter({ hasText: hostile }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: text('screen.header.history') }).click()
  await expect(page.getByRole('listitem').filter({ hasText: hostile }).first()).toBeVisible()
  await goTo(page, 'map')
  for (const drawing of ['influence', 'grid', 'role']) {
    await page
      .getByRole('radiogroup', { name: text('screen.map.drawing') })
      .getByText(text(`model.drawing.${drawing}`))
      .click()
    await restingPlace(cards(page).filter({ hasText: hostile }).first())
  }

  expect(await page.evaluate(() => 'broken' in window)).toBe(false)
  expect(await page.locator('img[src=x]').count()).toBe(0)
  expect(failures).toEqual([])
})
