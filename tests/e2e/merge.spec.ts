import { expect, type Page } from '@playwright/test'
import { text } from '../support/texts'
import { cards, choose, clickCard, inspector, openAccount, step, test } from './browserDoor'

const dialog = (page: Page) => page.getByRole('dialog')

/** Runs a command by its name in the palette, as hands on the keyboard do. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(name)
  await expect(
    page
      .getByRole('listbox', { name: text('screen.palette.results') })
      .getByRole('option')
      .first(),
  ).toContainText(name)
  await page.keyboard.press('Enter')
}

/** Selects somebody by typing. */
async function select(page: Page, initials: string, name: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(initials)
  await expect(
    page
      .getByRole('listbox', { name: text('screen.palette.results') })
      .getByRole('option')
      .first(),
  ).toContainText(name)
  await page.keyboard.press('Enter')
  await expect(inspector(page).getByRole('heading', { name, level: 2 })).toBeVisible()
}

test('with the mouse: two records become one, field by field, and one undo brings both back', async ({ page }) => {
  await openAccount(page)
  await clickCard(page, '董浩')
  await inspector(page)
    .getByRole('button', { name: text('screen.action.mergePeople') })
    .click()
  await choose(page, text('screen.merge.other'), 'ouyangsiyuan')
  await dialog(page).getByRole('radio', { name: '欧阳思远' }).check()
  await expect(dialog(page)).toContainText(text('screen.merge.nameStays', { name: '董浩' }))
  await page.screenshot({ path: test.info().outputPath('merge.png') })
  await dialog(page)
    .getByRole('button', { name: text('screen.merge.ok'), exact: true })
    .click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(cards(page).filter({ hasText: '董浩' })).toHaveCount(0)
  await expect(cards(page).filter({ hasText: '欧阳思远' })).toHaveCount(2)
  await expect(inspector(page).getByRole('list', { name: text('screen.inspector.formerNames') })).toContainText('董浩')
  await step(page, 'undo').click()
  await expect(cards(page).filter({ hasText: '董浩' })).toHaveCount(1)
  await expect(cards(page).filter({ hasText: '欧阳思远' })).toHaveCount(1)
})

test('by keyboard alone: a new name is kept with the old one, which a search still finds', async ({ page }) => {
  await openAccount(page)
  await select(page, 'tgq', '唐国强')
  await command(page, text('screen.action.renamePerson'))
  await expect(dialog(page)).toContainText(text('screen.rename.name'))
  await page.keyboard.type('唐大为')
  await page.keyboard.press('Enter')
  await expect(inspector(page).getByRole('heading', { name: '唐大为', level: 2 })).toBeVisible()
  await expect(inspector(page).getByRole('list', { name: text('screen.inspector.formerNames') })).toContainText('唐国强')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('tangguoqiang')
  const found = page
    .getByRole('listbox', { name: text('screen.palette.results') })
    .getByRole('option')
    .first()
  await expect(found).toContainText('唐大为')
  await expect(found).toContainText(text('screen.palette.alsoKnown', { name: '唐国强' }))
})

test('by keyboard alone: somebody moves to a new seat from a day on, and their old seat is empty', async ({ page }) => {
  await openAccount(page)
  await select(page, 'yaoqing', '姚青')
  await command(page, text('screen.action.movePerson'))
  await expect(dialog(page)).toContainText(text('screen.move.title', { name: '姚青' }))
  const fresh = dialog(page).getByText(text('screen.move.newSeat'), { exact: true })
  await fresh.waitFor()
  await dialog(page)
    .getByRole('radio', { name: text('screen.move.newSeat') })
    .focus()
  await page.keyboard.press('Space')
  const title = dialog(page).getByLabel(text('screen.people.title'), { exact: true })
  await title.focus()
  await page.keyboard.type('采购专家')
  await page.keyboard.press('Control+Enter')
  await expect(dialog(page)).toHaveCount(0)
  await expect(cards(page).filter({ hasText: '姚青' })).toContainText('采购专家')
  await expect(cards(page).filter({ hasText: '采购主管' })).toContainText(text('model.seat.vacant'))
  await page.keyboard.press('Control+z')
  await expect(cards(page).filter({ hasText: '姚青' })).toContainText('采购主管')
})

test('with the mouse: one record is split in two', async ({ page }) => {
  await openAccount(page)
  await clickCard(page, '魏大勇')
  await inspector(page)
    .getByRole('button', { name: text('screen.action.splitPerson') })
    .click()
  await dialog(page).getByLabel(text('screen.split.name')).fill('魏大永')
  await dialog(page)
    .getByRole('button', { name: text('screen.split.ok'), exact: true })
    .click()
  await expect(dialog(page).getByRole('alert')).toHaveText(text('screen.split.needed'))
  await dialog(page)
    .getByRole('group', { name: text('screen.split.tenures') })
    .getByRole('checkbox')
    .first()
    .check()
  await page.screenshot({ path: test.info().outputPath('split.png') })
  await dialog(page)
    .getByRole('button', { name: text('screen.split.ok'), exact: true })
    .click()
  await expect(dialog(page)).toHaveCount(0)
  await expect(cards(page).filter({ hasText: '魏大永' })).toHaveCount(1)
  await expect(cards(page).filter({ hasText: '魏大勇' })).toHaveCount(0)
  await step(page, 'undo').click()
  await expect(cards(page).filter({ hasText: '魏大勇' })).toHaveCount(1)
})

test('a company of the group gets a subsidiary and a parent', async ({ page }) => {
  await openAccount(page)
  await clickCard(page, '何明远')
  const group = inspector(page)
    .getByRole('region', { name: text('screen.inspector.group') })
    .first()
  await group.getByLabel(text('screen.inspector.newSubsidiary')).fill('澜岳服务')
  await page.keyboard.press('Enter')
  await expect(group.getByRole('listitem').filter({ hasText: '澜岳服务' })).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('group.png') })
})

test('an account shows the group its company belongs to, and says what stands above it', async ({ page }) => {
  const edit = async (name: string) => {
    await page.getByRole('button', { name: text('screen.accounts.more', { name }) }).click()
    await page.getByRole('menuitem', { name: text('screen.common.edit') }).click()
  }
  const tree = dialog(page)
    .getByRole('list', { name: text('screen.inspector.group') })
    .getByRole('listitem')
  await edit('澜岳装备集团')
  await expect(tree).toHaveText([/^澜岳装备集团/, /^澜岳传动有限公司/])
  await page.screenshot({ path: test.info().outputPath('account.png') })
  await choose(page, text('screen.inspector.parentCompany'), '穗')
  await dialog(page)
    .getByRole('button', { name: text('screen.common.save') })
    .click()
  await expect(dialog(page)).toHaveCount(0)
  await edit('澜岳装备集团')
  await expect(tree).toHaveText([/^穗/, /^澜岳装备集团/, /^澜岳传动有限公司/])
  await expect(tree.and(page.locator('[aria-current]'))).toHaveText(/^澜岳装备集团/)
})

test.describe('in English', () => {
  test.use({ language: 'en' })

  test('the dialogs speak English', async ({ page }) => {
    await openAccount(page, 'Brindlecote Valves Ltd', 'en')
    await clickCard(page, 'Owen Fairclough')
    for (const [action, title] of [
      ['mergePeople', 'screen.merge.title'],
      ['splitPerson', 'screen.split.title'],
      ['renamePerson', 'screen.rename.title'],
      ['movePerson', 'screen.move.title'],
    ] as const) {
      const complementary = page.getByRole('complementary', { name: text('screen.inspector.label', {}, 'en') })
      await complementary
        .getByRole('button', { name: text(`screen.action.${action}`, {}, 'en') })
        .first()
        .click()
      await expect(dialog(page)).toContainText(text(title, { name: 'Owen Fairclough' }, 'en'))
      await page.screenshot({ path: test.info().outputPath(`${action}.png`) })
      await page.keyboard.press('Escape')
      await expect(dialog(page)).toHaveCount(0)
    }
  })
})
