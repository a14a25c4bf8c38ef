import { join } from 'node:path'
import { expect } from '@playwright/test'
import { answer, chooseMenuItem, commandLine, launchDesktop, test } from '../support/desktop'
import { text } from '../support/texts'
import { cards, clickCard, inspector, openAccount } from './browserDoor'

/** The main journey of the browser door's specs once more, on the desktop and by its native menu. */

test('read in three drawings, edited, undone, started again, and taken away as a copy', async ({ folder }) => {
  const home = join(folder, 'home')
  const desktop = await launchDesktop({ home })
  const page = await desktop.window()
  await openAccount(page)
  await clickCard(page, '何明远')
  await expect(inspector(page).getByRole('heading', { name: '何明远' })).toBeVisible()
  for (const [item, drawing] of [
    ['drawInfluence', 'influence'],
    ['drawGrid', 'grid'],
    ['drawRole', 'role'],
  ] as const) {
    await chooseMenuItem(desktop, item)
    await expect(page.getByRole('radio', { name: text(`model.drawing.${drawing}`) })).toBeChecked()
    await expect(page.locator('[data-card][aria-selected=true]')).toContainText('何明远')
  }

  const card = cards(page).filter({ hasText: '何明远' })
  const title = inspector(page).getByLabel(text('screen.people.title'), { exact: true })
  await title.fill('首席数字官')
  await title.press('Enter')
  await expect(card).toContainText('首席数字官')
  await chooseMenuItem(desktop, 'undo')
  await expect(card).toContainText('信息中心主任')
  await chooseMenuItem(desktop, 'redo')
  await expect(card).toContainText('首席数字官')
  await desktop.quit()

  const again = await launchDesktop({ home })
  const samePage = await again.window()
  await expect(cards(samePage).filter({ hasText: '何明远' })).toContainText('首席数字官')
  const copy = join(folder, 'copy.linchpin')
  await answer(again, { showSaveDialog: [{ canceled: false, filePath: copy }] })
  await chooseMenuItem(again, 'saveCopy')
  await expect.poll(() => tryToList(copy)).toContain('首席数字官')
  await again.quit()
})

/** The people of a copy's first account; empty while the copy is being written. */
function tryToList(file: string): string {
  try {
    return commandLine('people', file, '--account', '澜岳装备集团', '--json')
  } catch {
    return ''
  }
}
