import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { companyTemplate } from '../support/companyTemplate'
import { text } from '../support/texts'
import { cards, openAccount, SAMPLE_ACCOUNT, test } from './browserDoor'

type Language = 'zh-CN' | 'en'

const dialogOf = (page: Page): Locator => page.getByRole('dialog')

async function openExport(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+e')
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('region').locator('article').first()).toBeVisible()
  return dialog
}

/** Chooses in one of the dialog's selects by what it shows. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await dialogOf(page).getByRole('combobox', { name: label }).click()
  await page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true }).click()
}

async function written(page: Page, language: Language = 'zh-CN'): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const dialog = dialogOf(page)
  // Pictures are drawn pixel by pixel: that takes seconds where other work is done beside it.
  const arriving = page.waitForEvent('download', { timeout: 30_000 })
  await dialog.getByRole('button', { name: text('export.ok', {}, language), exact: true }).click()
  const arrived = await arriving
  await expect(dialog).toBeHidden()
  return { name: arrived.suggestedFilename(), bytes: readFileSync(await arrived.path()) }
}

/** Every word of a presentation, notes and properties too. */
function wordsOfSlides(bytes: Buffer): string {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => /^(ppt\/(slides|notesSlides)|docProps)\//u.test(name))
    .map(([, content]) => strFromU8(content))
    .join('\n')
}

for (const language of ['zh-CN', 'en'] as const) {
  const t = (key: string, params: Readonly<Record<string, string>> = {}): string => text(key, params, language)
  const [account, decider] = language === 'en' ? ['Lanyue Equipment Group', 'Gu Weidong'] : [SAMPLE_ACCOUNT, '顾卫东']

  test.describe(`in ${language}`, () => {
    test.use({ language, locale: language })

    test('a document is chosen, looked through as the customer will see it, and written', async ({ page }) => {
      await page.getByRole('button', { name: account, exact: true }).click()
      // A click while the dialog is still growing may be lost on a busy machine.
      await expect(async () => {
        await page.getByRole('button', { name: t('screen.whoAmI.later') }).click({ timeout: 2_000 })
        await expect(dialogOf(page)).toBeHidden({ timeout: 1_500 })
      }).toPass()
      await expect(cards(page).first()).toBeAttached()
      await openExport(page)
      const dialog = dialogOf(page)
      const preview = dialog.getByRole('region', { name: t('export.preview.label') })
      const behind = dialog.getByRole('note', { name: t('export.withheld.title') })

      // The review is for ourselves, until the customer is to see it.
      await dialog.getByRole('radio', { name: t('export.deck.review') }).check()
      await expect(preview.getByRole('article', { name: t('report.standing.title') })).toBeVisible()
      await expect(preview.getByRole('article', { name: t('report.risk.title') })).toBeAttached()
      await expect(behind).toBeHidden()
      await choose(page, t('export.audience'), t('export.audienceName.customer-safe'))
      await expect(behind.getByRole('listitem')).not.toHaveCount(0)
      await expect(behind).toContainText(t('export.withheld.strategies_other').replace('{{count}}', ''))
      await expect(preview.getByRole('article', { name: t('report.risk.title') })).toHaveCount(0)
      await expect(preview).not.toContainText(t('report.column.stance'))

      // A decision map for a proposal begins as that.
      await dialog.getByRole('radio', { name: t('export.deck.proposal') }).check()
      await expect(preview.getByRole('article', { name: t('report.roles.title') })).toContainText(decider)
      const slides = await written(page, language)
      expect(slides.name).toMatch(/\.pptx$/u)
      expect(slides.name).toContain(t('report.deck.proposal'))
      const words = wordsOfSlides(slides.bytes)
      expect(words).toContain(decider)
      for (const kept of ['report.column.stance', 'model.stance.opponent', 'report.strategies.title'])
        expect(words).not.toContain(`>${t(kept)}<`)

      // The same as a PDF on other paper, by the palette.
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').getByRole('combobox').fill(t('screen.action.exportProposal'))
      await page.keyboard.press('Enter')
      await choose(page, t('export.format'), 'PDF')
      await dialog
        .getByRole('radiogroup', { name: t('export.paper') })
        .getByText('A3', { exact: true })
        .click()
      const pdf = await written(page, language)
      expect(pdf.name).toMatch(/\.pdf$/u)
      expect(pdf.bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
      // A3 lying, in points.
      expect(pdf.bytes.toString('latin1')).toMatch(/MediaBox \[0 0 1190\.5\d* 841\.\d+\]/u)
    })
  })
}

test('the map leaves as SVG and PNG, the account as JSON', async ({ page }) => {
  await openAccount(page)
  await expect(cards(page).first()).toBeAttached()

  await openExport(page)
  await choose(page, text('export.format'), 'SVG')
  const svg = (await written(page)).bytes.toString('utf8')
  expect(svg).toMatch(/^(<\?xml[^>]*>\s*)?<svg /)
  for (const shown of ['何明远', '顾卫东', text('map.legend.roles')]) expect(svg).toContain(shown)

  // The last choice is the first offer.
  await openExport(page)
  await expect(dialogOf(page)).toContainText(text('export.formatHint.svg'))
  await choose(page, text('export.format'), 'PNG')
  const png = (await written(page)).bytes
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  // Width and height of the image's header.
  expect(png.readUInt32BE(16)).toBeGreaterThan(800)
  expect(png.readUInt32BE(20)).toBeGreaterThan(400)

  await openExport(page)
  await dialogOf(page)
    .getByRole('radio', { name: text('export.deck.data') })
    .check()
  await choose(page, text('export.format'), 'JSON')
  const bundle: unknown = JSON.parse((await written(page)).bytes.toString('utf8'))
  expect(JSON.stringify(bundle)).toContain(SAMPLE_ACCOUNT)
})

test('only what is ticked leaves, and the ticks are remembered', async ({ page }) => {
  await openAccount(page)
  await page.getByRole('combobox', { name: text('screen.map.layer') }).click()
  await page.getByTitle(text('model.layer.stance')).click()
  const dialog = await openExport(page)
  await choose(page, text('export.format'), 'SVG')
  await choose(page, text('export.audience'), text('export.audienceName.custom'))
  await dialog.getByRole('checkbox', { name: text('export.switch.strategies') }).check()
  await expect(dialog.getByRole('note')).toBeVisible()
  const svg = (await written(page)).bytes.toString('utf8')
  expect(svg).toContain('何明远')
  for (const stance of ['opponent', 'coach', 'exclusive']) expect(svg).not.toContain(text(`model.stance.${stance}`))

  await openExport(page)
  await expect(dialog.getByRole('checkbox', { name: text('export.switch.strategies') })).toBeChecked()
  await expect(dialog.getByRole('checkbox', { name: text('export.switch.stance') })).not.toBeChecked()
})

test('a departure drill goes on into its document', async ({ page }) => {
  await openAccount(page)
  await expect(cards(page).first()).toBeAttached()
  const dialog = dialogOf(page)
  await page.keyboard.press('Control+k')
  await dialog.getByRole('combobox').fill(text('screen.action.exportDrill'))
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText(text('export.empty.leaves'))
  await expect(dialog.getByRole('button', { name: text('export.ok'), exact: true })).toBeDisabled()
  const picker = dialog.getByRole('combobox', { name: text('export.leaves') })
  await picker.fill('何明远')
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option-active').waitFor()
  await picker.press('Enter')
  await expect(dialog.getByRole('article', { name: text('analysis.drill.lost') })).toContainText('何明远')
  expect((await written(page)).name).toContain(text('report.deck.drill'))
})

test('slides take their look from a company’s own presentation', async ({ page }) => {
  await openAccount(page)
  const dialog = await openExport(page)
  await dialog.getByRole('radio', { name: text('export.deck.proposal') }).check()
  await dialog
    .getByRole('radiogroup', { name: text('export.slides') })
    .getByText(text('export.template.own'), { exact: true })
    .click()
  await expect(dialog.getByRole('button', { name: text('export.ok'), exact: true })).toBeDisabled()
  const picker = dialog.locator('input[type="file"]')
  await picker.setInputFiles({ name: 'notes.pptx', mimeType: '', buffer: Buffer.from('no presentation') })
  await expect(dialog.getByText(text('error.not_pptx'))).toBeVisible()
  await picker.setInputFiles({ name: 'acme.pptx', mimeType: '', buffer: Buffer.from(await companyTemplate()) })
  await expect(dialog).toContainText('acme.pptx')
  await choose(page, text('export.template.layout'), 'Acme plain')

  const files = unzipSync((await written(page)).bytes)
  const read = (name: string): string => strFromU8(files[name] ?? new Uint8Array())
  const layout = Object.keys(files).find(
    (name) => name.includes('slideLayouts/slideLayout') && read(name).includes('name="Acme plain"'),
  )
  expect(read(layout ?? '')).toContain('Acme confidential')
  const slides = Object.keys(files).filter((name) => /^ppt\/slides\/[^/]+\.xml$/u.test(name))
  expect(slides.length).toBeGreaterThan(2)
  for (const slide of slides) {
    const relations = read(slide.replace(/([^/]+)$/u, '_rels/$1.rels'))
    expect(relations).toContain(layout?.replace(/^.*\//u, ''))
  }
  const words = slides.map(read).join('\n')
  expect(words).toContain('顾卫东')
  expect(words).not.toContain('Old slide')
})
