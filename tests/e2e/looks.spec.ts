import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { clickCard, openAccount, test } from './browserDoor'

/** The surfaces of the window, by how a keyboard opens each. */
const surfaces: readonly { readonly name: string; readonly open: (page: Page) => Promise<void> }[] = [
  { name: 'map', open: (page) => page.keyboard.press('Alt+1') },
  { name: 'people', open: (page) => page.keyboard.press('Alt+2') },
  { name: 'opportunities', open: (page) => page.keyboard.press('Alt+3') },
  { name: 'matrix', open: (page) => page.keyboard.press('Alt+4') },
  { name: 'accounts', open: (page) => page.keyboard.press('Alt+0') },
  { name: 'settings', open: (page) => page.keyboard.press('Control+,') },
]
const dialogs = ['Shift+N', 'Shift+T', 'Shift+R', 'Shift+J', 'Shift+G', 'Control+i', 'Control+e', 'Control+k', '?'] as const

async function begin(page: Page): Promise<void> {
  await openAccount(page)
  await page.locator('[data-rect]').first().waitFor({ state: 'attached' })
  await clickCard(page, '何明远')
}

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`)
}

for (const language of ['zh-CN', 'en'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${language}, ${colorScheme}`, () => {
      // The sample speaks Chinese either way, so that cards are found by one name; the window is switched.
      test.use({ colorScheme })

      test('every screen and dialog is clean for axe', async ({ page }) => {
        test.setTimeout(120_000)
        await begin(page)
        if (language === 'en') {
          await page.keyboard.press('Control+,')
          await page.getByText('English', { exact: true }).click()
          await expect(page.locator('html')).toHaveAttribute('lang', 'en')
        }
        for (const surface of surfaces) {
          await surface.open(page)
          await page.waitForTimeout(300)
          expect(await seriousFindings(page), surface.name).toEqual([])
        }
        await page.keyboard.press('Alt+1')
        for (const keys of dialogs) {
          await page.keyboard.press(keys)
          await page.getByRole('dialog').waitFor()
          // Colours are judged once they have faded in.
          await page.waitForTimeout(400)
          expect(await seriousFindings(page), keys).toEqual([])
          await page.keyboard.press('Escape')
          await page.getByRole('dialog').waitFor({ state: 'detached' })
        }
      })
    })
  }
}

for (const [width, height] of [
  [1024, 700],
  [1440, 900],
  [3840, 2160],
] as const) {
  test(`nothing sticks out at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await begin(page)
    for (const language of ['zh-CN', 'en']) {
      if (language === 'en') {
        await page.keyboard.press('Control+,')
        await page.getByText('English', { exact: true }).click()
      }
      for (const surface of surfaces) {
        await surface.open(page)
        await page.waitForTimeout(200)
        expect(await sticksOut(page), `${surface.name}, ${language}`).toEqual([])
      }
    }
  })
}

/** Controls of the frame that reach over the window's edge or out of the row they stand in. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) found.push(`document: ${scrollWidth} > ${clientWidth}`)
    for (const element of document.querySelectorAll(
      '.lp-header > *, .lp-tabs > *, .lp-toolbar > *, .lp-rail > *, .lp-inspector > *',
    )) {
      const { left, right } = element.getBoundingClientRect()
      const row = element.parentElement?.getBoundingClientRect()
      if (left < -0.5 || right > clientWidth + 0.5 || (row && right > row.right + 0.5))
        found.push(`${element.className}: ${right}`)
    }
    return found
  })
}
