import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { text } from '../support/texts'
import { openAccount, SAMPLE_ACCOUNT, test } from './browserDoor'

/** How the screens and dialogs of daily work look: nothing cut, nothing over another, nothing serious to axe. */

// Colours do not depend on the language: each theme is judged in one of them.
const windows = [
  { language: 'zh-CN', colorScheme: 'dark', account: SAMPLE_ACCOUNT, leaver: '何明远' },
  { language: 'en', colorScheme: 'light', account: 'Lanyue Equipment Group', leaver: 'He Mingyuan' },
] as const

const sizes = [
  [1024, 700],
  [2560, 1440],
  [1440, 900],
] as const

for (const { language, colorScheme, account, leaver } of windows) {
  const say = (key: string) => text(key, {}, language)

  async function command(page: Page, action: string): Promise<void> {
    await page.keyboard.press('Control+k')
    await page
      .getByRole('dialog')
      .getByRole('combobox')
      .fill(say(`screen.action.${action}`))
    await page
      .getByRole('dialog')
      .getByRole('option')
      .filter({ hasText: say(`screen.action.${action}`) })
      .first()
      .click()
  }
  async function select(page: Page, name: string): Promise<void> {
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill(name)
    await page.getByRole('dialog').getByRole('option').filter({ hasText: name }).first().click()
    await expect(page.getByRole('complementary', { name: say('screen.inspector.label') })).toContainText(name)
  }
  async function isFine(page: Page, surface: string): Promise<void> {
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height })
      await page.waitForTimeout(200)
      expect.soft(await misplaced(page), `${surface}, ${width} × ${height}`).toEqual([])
    }
    const { violations } = await new AxeBuilder({ page }).analyze()
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect
      .soft(
        grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`),
        surface,
      )
      .toEqual([])
  }

  test.describe(`${language}, ${colorScheme}`, () => {
    test.use({ language, locale: language, colorScheme })

    test('screens of work fit, and are clean for axe', async ({ page }) => {
      test.setTimeout(120_000)
      await openAccount(page, account, language)
      for (const keys of ['Alt+4', 'Alt+5', 'Alt+6', 'Alt+9', 'Alt+8', 'Shift+B']) {
        await page.keyboard.press(keys)
        await page.waitForTimeout(400)
        await isFine(page, keys)
      }
    })

    test('dialogs of work fit, and are clean for axe', async ({ page }) => {
      test.setTimeout(120_000)
      await openAccount(page, account, language)
      await select(page, leaver)
      const dialogs: readonly (readonly [string, () => Promise<void>])[] = [
        ['export', () => page.keyboard.press('Control+e')],
        ['guided rating', () => page.keyboard.press('Shift+G')],
        ['personal data', () => command(page, 'personData')],
        ['erase', () => command(page, 'erasePerson')],
        ['hand-over', () => command(page, 'openHandOver')],
      ]
      for (const [name, open] of dialogs) {
        await open()
        await page.getByRole('dialog').locator('button').first().waitFor()
        await page.waitForTimeout(400)
        await isFine(page, name)
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toHaveCount(0)
      }
    })
  })
}

/** What is wrong in front: a window that scrolls sideways, words cut in a button, neighbours that lie over each other. */
function misplaced(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) found.push(`document: ${scrollWidth} > ${clientWidth}`)
    const front = document.querySelector('.ant-modal-container') ?? document.querySelector('.lp-app') ?? document.body
    const told = (element: Element) => `${element.className} “${element.textContent.slice(0, 30)}”`
    if (front.getBoundingClientRect().right > clientWidth + 1) found.push(`sticks out: ${told(front)}`)
    // A badge hangs out of its button on purpose.
    for (const button of front.querySelectorAll('button:not([class*=ant-switch], :has(.ant-badge))'))
      if (button.scrollWidth > button.clientWidth + 1 && getComputedStyle(button).textOverflow !== 'ellipsis')
        found.push(`cut: ${told(button)}`)
    for (const row of front.querySelectorAll('*')) {
      // Shapes of a drawing may lie over each other.
      if (!(row instanceof HTMLElement) || !/flex/.test(getComputedStyle(row).display)) continue
      const boxes = [...row.children]
        .filter((child) => getComputedStyle(child).position === 'static')
        .map((child) => ({ child, rect: child.getBoundingClientRect() }))
        .filter(({ rect }) => rect.width > 1 && rect.height > 1)
      for (const [at, { child, rect }] of boxes.entries()) {
        const next = boxes[at + 1]
        if (!next) continue
        const across = Math.min(rect.right, next.rect.right) - Math.max(rect.left, next.rect.left)
        const down = Math.min(rect.bottom, next.rect.bottom) - Math.max(rect.top, next.rect.top)
        if (across > 1 && down > 1) found.push(`overlap: ${told(child)} and ${told(next.child)}`)
      }
    }
    return found
  })
}
