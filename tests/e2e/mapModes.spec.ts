import { expect, type Page } from '@playwright/test'
import { text } from '../support/texts'
import { cards, openAccount, test } from './browserDoor'

/** The sample's main account in each language, with people of the same ids. */
const samples = {
  'zh-CN': {
    account: '澜岳装备集团',
    deal: '智能工厂设备运维平台一期',
    coach: '何明远',
    president: '顾卫东',
    seller: '方晓舟',
  },
  en: {
    account: 'Lanyue Equipment Group',
    deal: 'Smart factory maintenance platform, phase 1',
    coach: 'He Mingyuan',
    president: 'Gu Weidong',
    seller: 'Fang Xiaozhou',
  },
} as const

for (const language of ['zh-CN', 'en'] as const) {
  const sample = samples[language]
  const say = (key: string, params: Readonly<Record<string, string>> = {}) => text(key, params, language)
  // Others name them too: a card begins with whose it is.
  const card = (page: Page, name: string) => cards(page).filter({ hasText: new RegExp(`^${name}`) })
  /** Selects as a screen reader does, wherever the card is. */
  const select = (page: Page, name: string) => card(page, name).dispatchEvent('click')
  const legend = (page: Page) => page.getByRole('complementary', { name: say('map.legend.title') })
  /** A sentence with numbers up to the first of them. */
  const beginning = (key: string) => say(key).split(/[0-9{]|\s\S*$/)[0] ?? ''

  async function begin(page: Page): Promise<void> {
    await openAccount(page, sample.account, language)
    await expect(card(page, sample.coach)).toHaveCount(1)
    await page.keyboard.press('Shift+L')
  }

  /** Chooses in one of the map's selects. */
  async function pick(page: Page, label: string, option: string): Promise<void> {
    await page.getByRole('combobox', { name: say(label), exact: true }).click()
    await page.getByTitle(option, { exact: true }).click()
  }

  test.describe(language, () => {
    test.use({ language })

    test('change risk: lights on the cards, and the reasons for both parts', async ({ page }) => {
      await begin(page)
      await pick(page, 'screen.map.layer', say('model.layer.risk'))
      await expect(legend(page)).toContainText(say('map.mark.risk-red'))
      // The only coach in the IT seat, with a rumour about him (domain.md 6.10).
      await expect(card(page, sample.coach)).toContainText(say('model.signal.resignation-rumour'))
      await expect(card(page, sample.coach)).toContainText(/8\.\d/)
      await expect(card(page, sample.seller)).toContainText(/6\.\d/)
    })

    test('what changed: since a month ago or since a chosen day, with those who left', async ({ page }) => {
      await begin(page)
      const since = page.getByRole('textbox', { name: say('analysis.changes.since') })
      await expect(since).toHaveCount(0)
      await pick(page, 'screen.map.layer', say('model.layer.changes'))
      await expect(legend(page)).toContainText(say('map.legend.changed'))
      const gone = cards(page).filter({ hasText: say('map.change.gone', { person: '' }).trim() })
      await expect(gone).toHaveCount(0)
      await since.first().fill('2025-06-01')
      await since.first().press('Enter')
      await expect(legend(page)).toContainText(say('map.mark.new'))
      await expect(legend(page)).toContainText(say('map.legend.struck'))
      await expect(gone.first()).toBeAttached()
    })

    test('the warm path is drawn, and the rest fades; it goes with Escape', async ({ page }) => {
      await begin(page)
      await select(page, sample.president)
      await page.keyboard.press('Shift+W')
      await expect(legend(page)).toContainText(say('map.legend.best'))
      await expect(legend(page)).toContainText(say('map.legend.next'))
      await expect(card(page, sample.president)).toContainText(/0\.\d\d/)
      await page.keyboard.press('Shift+2')
      await expect(legend(page)).toContainText(say('map.legend.best'))
      // The first gives up the selection.
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await expect(legend(page)).not.toContainText(say('map.legend.best'))
    })

    test('drill: one of theirs, then one of ours too, and recorded as a change', async ({ page }) => {
      await begin(page)
      await select(page, sample.coach)
      await page.keyboard.press('Shift+D')
      await expect(card(page, sample.coach)).toContainText(say('map.drill.gone'))
      await expect(card(page, sample.coach)).toContainText(
        say('map.drill.role-empty', { role: say('model.role.technical-evaluator') }),
      )
      await expect(
        cards(page)
          .filter({ hasText: beginning('map.drill.path-changed') })
          .first(),
      ).toBeAttached()
      await expect(legend(page)).toContainText(say('map.legend.struck'))

      await select(page, sample.seller)
      await page.keyboard.press('Shift+D')
      await expect(card(page, sample.seller)).toContainText(say('map.drill.gone'))
      await expect(
        cards(page)
          .filter({ hasText: beginning('map.drill.unreachable') })
          .first(),
      ).toBeAttached()

      await page.getByRole('button', { name: say('analysis.drill.record'), exact: true }).click()
      await page.getByRole('button', { name: say('change.record.ok'), exact: true }).click()
      await expect(card(page, sample.coach)).toHaveCount(0)
      await expect(legend(page)).not.toContainText(say('map.legend.struck'))
      // The next look at what changed tells it.
      await page.keyboard.press('Alt+Shift+6')
      await expect(card(page, sample.coach)).toContainText(say('map.change.gone', { person: sample.coach }))
    })

    test('a lens renames roles and stances, and is remembered', async ({ page }) => {
      await begin(page)
      await expect(card(page, sample.president)).toContainText(say('model.role.economic-buyer'))
      await pick(page, 'map.lens.label', say('model.lens.blue-sheet.name'))
      await expect(card(page, sample.president)).toContainText(say('model.lens.blue-sheet.role.economic'))
      await expect(card(page, sample.coach)).toContainText(say('model.advocate.coach'))
      await expect(card(page, sample.coach)).toContainText(say('model.lens.blue-sheet.stance.growth'))
      await expect(legend(page)).toContainText(say('model.lens.blue-sheet.heading.roles'))
      await select(page, sample.coach)
      const inspector = page.getByRole('complementary', { name: say('screen.inspector.label') })
      await expect(inspector).toContainText(say('model.lens.blue-sheet.heading.stance'))
      await page.reload()
      await expect(card(page, sample.president)).toContainText(say('model.lens.blue-sheet.role.economic'))
      await pick(page, 'map.lens.label', say('model.lens.meddpicc.name'))
      await expect(card(page, sample.coach)).toContainText(say('model.advocate.champion'))
      await pick(page, 'map.lens.label', say('map.lens.none'))
      await expect(card(page, sample.president)).toContainText(say('model.role.economic-buyer'))
    })
  })
}
