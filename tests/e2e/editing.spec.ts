import { expect, type Page } from '@playwright/test'
import { text } from '../support/texts'
import {
  cards,
  choose,
  clickCard,
  commandLine,
  goTo,
  inspector,
  openAccount,
  openDoor,
  SAMPLE_ACCOUNT,
  step,
  test,
} from './browserDoor'

const add = (page: Page) =>
  page
    .getByRole('dialog')
    .getByRole('button', { name: text('screen.common.add'), exact: true })
    .click()

test('an edit is undone, done again, and still there after a restart', async ({ page, door, file }) => {
  await openAccount(page)
  await clickCard(page, '何明远')
  const title = inspector(page).getByLabel(text('screen.people.title'), { exact: true })
  await title.fill('首席数字官')
  await title.press('Enter')
  await expect(cards(page).filter({ hasText: '何明远' })).toContainText('首席数字官')

  await page.keyboard.press('Escape')
  await step(page, 'undo').click()
  await expect(cards(page).filter({ hasText: '何明远' })).toContainText('信息中心主任')
  await step(page, 'redo').click()
  await expect(cards(page).filter({ hasText: '何明远' })).toContainText('首席数字官')

  await door.close()
  const again = await openDoor(file)
  await page.goto(again.address)
  await openAccount(page)
  await expect(cards(page).filter({ hasText: '何明远' })).toContainText('首席数字官')
  await step(page, 'undo').click()
  await expect(cards(page).filter({ hasText: '何明远' })).toContainText('信息中心主任')
  await again.close()
})

test('the history list goes back to a named step', async ({ page }) => {
  await openAccount(page)
  await clickCard(page, '唐国强')
  for (const phone of ['111', '222']) {
    const field = inspector(page).getByLabel(text('screen.inspector.phone'))
    await field.fill(phone)
    await field.press('Enter')
    await expect(field).toHaveValue(phone)
    await expect(page.getByRole('status').filter({ hasText: text('history.person_update', { name: '唐国强' }) })).toBeVisible()
  }
  await page.getByRole('button', { name: text('screen.header.history') }).click()
  const steps = page.getByRole('listitem').filter({ hasText: text('history.person_update', { name: '唐国强' }) })
  await expect(steps).toHaveCount(2)
  await page.getByRole('button', { name: text('screen.header.beginning') }).click()
  await expect(inspector(page).getByLabel(text('screen.inspector.phone'))).toHaveValue('8208')
})

test('a change of another process appears in the window', async ({ page, file }) => {
  await openAccount(page)
  const people = test.info().outputPath('people.csv')
  const { writeFileSync } = await import('node:fs')
  writeFileSync(people, 'id,name,title\nX1,新来的人,顾问\n')
  commandLine('import', file, '--account', SAMPLE_ACCOUNT, '--people', people)
  await expect(cards(page).filter({ hasText: '新来的人' })).toHaveCount(1)
})

test('a person, a tie and a role are added by dialogs; a stance by the menu of a card', async ({ page }) => {
  await openAccount(page)
  await page.keyboard.press('Shift+N')
  await page.getByLabel(text('screen.people.name'), { exact: true }).fill('程远航')
  await page.getByLabel(text('screen.people.title'), { exact: true }).fill('智能制造推进办副主任')
  await choose(page, text('screen.inspector.superior'), 'luozp')
  await add(page)
  await expect(cards(page).filter({ hasText: '程远航' })).toContainText('智能制造推进办副主任')

  await page.keyboard.press('Shift+T')
  await choose(page, text('screen.addTie.to'), 'hemingyuan')
  await add(page)
  await expect(inspector(page).getByRole('heading', { name: '程远航 → 何明远' })).toBeVisible()

  await clickCard(page, '程远航')
  await page.keyboard.press('Shift+R')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: text('screen.giveRole.ok'), exact: true })
    .click()
  await expect(cards(page).filter({ hasText: '程远航' })).toContainText(text('model.role.user'))

  await clickCard(page, '程远航', { button: 'right' })
  await page.getByRole('menuitem', { name: text('screen.menu.setStance') }).hover()
  await page
    .getByRole('menuitem', { name: text('model.stance.supportive') })
    .first()
    .click()
  await expect(cards(page).filter({ hasText: '程远航' })).toContainText(text('model.stance.supportive'))
})

test('loops, self-ties and empty names are answered at the field with what to do', async ({ page }) => {
  await openAccount(page)
  await clickCard(page, '骆正平')
  await choose(page, text('screen.inspector.superior'), '唐国强')
  await expect(inspector(page).getByRole('alert')).toContainText('成环')

  const name = inspector(page).getByLabel(text('screen.people.name'), { exact: true })
  await name.fill('')
  await name.press('Enter')
  await expect(inspector(page).getByText(text('error.name_empty'))).toBeVisible()
  await name.press('Escape')
  await expect(name).toHaveValue('骆正平')

  await page.getByRole('button', { name: text('screen.action.addTie') }).click()
  const dialog = page.getByRole('dialog')
  await choose(page, text('screen.addTie.to'), '骆正平')
  await add(page)
  await expect(dialog.getByRole('alert')).toHaveText(text('error.self_tie', { name: '骆正平' }))
})

test('a vacant seat is filled, left again, and a deletion is taken back from its notice', async ({ page }) => {
  await openAccount(page)
  await clickCard(page, '智能制造推进办主任')
  await inspector(page)
    .getByRole('button', { name: text('screen.menu.fill') })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(text('screen.people.name')).fill('崔明')
  await dialog.getByRole('button', { name: text('screen.menu.fill'), exact: true }).click()
  await expect(cards(page).filter({ hasText: '崔明' })).toHaveCount(1)

  await inspector(page)
    .getByRole('button', { name: text('screen.inspector.remove') })
    .click()
  await page
    .getByRole('tooltip')
    .getByRole('button', { name: text('screen.common.delete') })
    .click()
  await expect(cards(page).filter({ hasText: '崔明' })).toHaveCount(0)
  await page
    .locator('.ant-message')
    .getByRole('button', { name: text('screen.action.undo') })
    .click()
  await expect(cards(page).filter({ hasText: '崔明' })).toHaveCount(1)
})

test('a judgement gets evidence, and the one before it stays in sight', async ({ page }) => {
  await openAccount(page)
  await clickCard(page, '唐国强')
  const stance = inspector(page).getByRole('combobox', { name: text('model.judgement.stance') })
  await stance.click()
  await page
    .getByRole('option')
    .filter({ hasText: text('model.stance.neutral') })
    .or(page.locator('.ant-select-item-option').filter({ hasText: text('model.stance.neutral') }))
    .last()
    .click()
  await expect(cards(page).filter({ hasText: '唐国强' })).toContainText(text('model.stance.neutral'))
  await inspector(page)
    .getByRole('button', { name: text('screen.inspector.nobodyNamed') })
    .first()
    .click()
  const evidence = inspector(page).getByLabel(text('screen.inspector.evidence'))
  await evidence.fill('周会上不再反对试点')
  await evidence.blur()
  await expect(inspector(page).getByRole('heading', { name: text('screen.inspector.earlier') })).toBeVisible()
  await expect(evidence).toHaveValue('周会上不再反对试点')
})

test('accounts and opportunities are made, changed and deleted', async ({ page }) => {
  await page.getByRole('button', { name: text('screen.action.newAccount') }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(text('screen.accounts.name')).fill(SAMPLE_ACCOUNT)
  await dialog.getByRole('button', { name: text('screen.common.create') }).click()
  await expect(dialog.getByText(text('error.name_taken', { value: SAMPLE_ACCOUNT }))).toBeVisible()
  await dialog.getByLabel(text('screen.accounts.name')).fill('北岭电气')
  await dialog.getByRole('button', { name: text('screen.common.create') }).click()
  await expect(page.getByText(text('screen.map.emptyTitle'))).toBeVisible()

  await goTo(page, 'opportunities')
  await page
    .getByRole('button', { name: text('screen.action.newOpportunity') })
    .first()
    .click()
  await page.getByRole('dialog').getByLabel(text('screen.people.name')).fill('配网改造')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: text('screen.common.create') })
    .click()
  await expect(page.getByRole('button', { name: '配网改造', exact: true })).toBeVisible()
  await expect(page.getByText(text('screen.opportunities.nobody'))).toHaveCount(5)
  await inspector(page)
    .getByRole('checkbox', { name: text('model.role.influencer') })
    .uncheck()
  await expect(page.getByText(text('screen.opportunities.nobody'))).toHaveCount(4)

  await page.getByRole('button', { name: text('screen.rail.accounts'), exact: true }).click()
  await page.getByRole('button', { name: text('screen.accounts.more', { name: '北岭电气' }) }).click()
  await page.getByRole('menuitem', { name: text('screen.common.delete') }).click()
  await expect(page.getByRole('button', { name: '北岭电气', exact: true })).toHaveCount(0)
  await page
    .locator('.ant-message')
    .getByRole('button', { name: text('screen.action.undo') })
    .click()
  await expect(page.getByRole('button', { name: '北岭电气', exact: true })).toBeVisible()
})

test('who of ours the user is is asked once and signs their judgements', async ({ page }) => {
  await page.getByRole('button', { name: SAMPLE_ACCOUNT, exact: true }).click()
  await choose(page, text('screen.settings.you'), 'heran')
  await page.getByRole('button', { name: text('screen.whoAmI.ok') }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.reload()
  await expect(cards(page).first()).toBeAttached()
  await expect(page.getByRole('dialog')).toBeHidden()

  await clickCard(page, '唐国强', { button: 'right' })
  await page.getByRole('menuitem', { name: text('screen.menu.setStance') }).hover()
  await page.getByRole('menuitem', { name: text('model.stance.coach') }).click()
  await expect(inspector(page).getByRole('button', { name: '贺然' }).first()).toBeVisible()
})
