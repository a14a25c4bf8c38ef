import { expect, type Page } from '@playwright/test'
import { localDay } from '../../src-shared/model/day'
import { text } from '../support/texts'
import { openAccount, SAMPLE_ACCOUNT, test } from './browserDoor'
import { accountGraph, ask } from './canvas'

/** Secrecy, presentation mode, what is held about one person, and erasure, each on the sample with the real database. */

const languages = [
  { language: 'zh-CN', account: SAMPLE_ACCOUNT, user: '孟繁林' },
  { language: 'en', account: 'Lanyue Equipment Group', user: 'Meng Fanlin' },
] as const

/** In every private fact, and nowhere else. */
const CANARY = 'Zebrafinch'

/** All that the page says, to eyes and to screen readers; what is typed in fields, too. */
function wordsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('*')].flatMap((element) => [
      ...[...element.attributes].map(({ value }) => value),
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.value : '',
    ])
    return [document.title, document.body.innerText, document.body.textContent, ...all].join('\n')
  })
}

for (const { language, account, user } of languages) {
  const say = (key: string, params: Readonly<Record<string, string>> = {}) => text(key, params, language)
  const inspector = (page: Page) => page.getByRole('complementary', { name: say('screen.inspector.label') })

  /** Somebody found by name and shown in the inspector. */
  async function select(page: Page, name: string): Promise<void> {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').last().fill(name)
    await page.getByRole('dialog').getByRole('option').filter({ hasText: name }).first().click()
    await expect(inspector(page).getByRole('heading', { level: 2 })).toHaveText(name)
  }

  /** A private fact of every kind. */
  async function addSecrets(page: Page): Promise<void> {
    const { account: opened, people } = await accountGraph(page)
    const accountId = opened.id
    const on = localDay(new Date())
    const secrecy = 'private'
    const subjectId = people.find(({ name }) => name === user)?.id
    const own = people.find(({ side }) => side === 'ours')?.id
    const seat = { accountId, side: 'theirs', title: `${CANARY} adviser`, on }
    await ask(page, 'seat.create', { ...seat, holder: { name: `${CANARY} One`, secrecy } })
    const personId = (await accountGraph(page)).people.find(({ name }) => name.startsWith(CANARY))?.id
    await ask(page, 'tie.create', {
      fromPersonId: subjectId,
      toPersonId: own,
      kind: 'personal',
      note: `${CANARY} tie`,
      secrecy,
      on,
    })
    const opinion = { subjectId, kind: 'stance', value: 'opponent', madeOn: on }
    await ask(page, 'judgement.record', { ...opinion, evidence: `${CANARY} says so`, secrecy })
    const met = { accountId, kind: 'meal', heldOn: on, participants: [subjectId, own] }
    await ask(page, 'interaction.create', { ...met, summary: `${CANARY} dinner`, secrecy })
    await ask(page, 'strategy.create', { accountId, personId: subjectId, objective: `${CANARY} plan`, secrecy })
    await ask(page, 'task.create', { accountId, personId: subjectId, title: `${CANARY} call`, dueOn: on, secrecy })
    await ask(page, 'task.create', { accountId, personId, title: `Ring ${CANARY} One`, dueOn: on })
    await ask(page, 'task.create', { accountId, title: `Ask ${CANARY} One's assistant`, dueOn: on })
    await ask(page, 'interaction.create', { ...met, summary: `Lunch with ${CANARY} One, and others` })
    await ask(page, 'strategy.create', { accountId, personId: subjectId, objective: `Through ${CANARY} One` })
    const hint = { accountId, personId, kind: 'resignation-rumour', confidence: 1, notedOn: on }
    await ask(page, 'signal.create', { ...hint, source: CANARY })
  }

  test.describe(`private facts in ${language}`, () => {
    test.use({ language, locale: language })

    test('what is private is gone from every screen while somebody presents, and back afterwards', async ({ page }) => {
      await openAccount(page, account, language)
      await addSecrets(page)
      // By hand: a note, marked private in the inspector.
      await select(page, user)
      const note = inspector(page).getByLabel(say('screen.inspector.note'), { exact: true })
      await note.fill(`${CANARY} note`)
      await note.press('Tab')
      const tier = inspector(page).getByRole('combobox', { name: say('privacy.secrecy.note') })
      await tier.press('Enter')
      await page.locator('.ant-select-dropdown:visible').getByText(say('model.secrecy.private')).click()
      await expect(inspector(page)).toContainText(say('privacy.secrecy.private'))
      await expect(page.locator('[data-card]').filter({ hasText: `${CANARY} One` })).toHaveCount(1)
      expect(await wordsOf(page)).toContain(CANARY)

      await page.locator('.lp-map-hands').focus()
      await page.keyboard.press('Control+Shift+l')
      const sign = page.getByRole('status').filter({ hasText: say('privacy.presenting.sign') })
      await expect(sign).toBeVisible()
      await expect(page.locator('[data-card]').filter({ hasText: CANARY })).toHaveCount(0)
      await page.keyboard.press('Escape')
      await expect(sign).toBeVisible()

      await select(page, user)
      expect(await wordsOf(page)).not.toContain(CANARY)
      for (const key of ['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5', 'Alt+6', 'Alt+8', 'Alt+9', 'Control+,', 'Alt+0']) {
        await page.keyboard.press(key)
        // Until its answers are there.
        await page.waitForTimeout(400)
        expect(await wordsOf(page), key).not.toContain(CANARY)
      }
      await page.keyboard.press('Alt+1')
      await page.keyboard.press('Shift+S')
      await page.keyboard.press('Control+Shift+h')
      await expect(page.getByRole('dialog')).toContainText(say('history.concealed'))
      expect(await wordsOf(page)).not.toContain(CANARY)
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+k')
      await page.getByRole('combobox').last().fill(CANARY.slice(0, 5))
      await page.waitForTimeout(400)
      await expect(page.getByRole('dialog').getByRole('option').filter({ hasText: CANARY })).toHaveCount(0)
      // No file is read or written in front of others.
      for (const id of ['takeCalendar', 'calendarFile']) {
        await page
          .getByRole('combobox')
          .last()
          .fill(say(`screen.action.${id}`))
        await expect(page.getByRole('option', { name: say(`screen.action.${id}`) })).toHaveCount(0)
      }
      await page.keyboard.press('Escape')
      await page.reload()
      await expect(sign).toBeVisible()
      await expect(page.locator('[data-card]').filter({ hasText: user })).toHaveCount(1)
      expect(await wordsOf(page)).not.toContain(CANARY)

      await sign.getByRole('button', { name: say('privacy.presenting.leave') }).click()
      await expect(sign).toBeHidden()
      await expect(page.locator('[data-card]').filter({ hasText: `${CANARY} One` })).toHaveCount(1)
    })

    test('everything about one person is read, handed over and erased for good', async ({ page }) => {
      await openAccount(page, account, language)
      await select(page, user)
      await inspector(page)
        .getByRole('button', { name: say('privacy.person.action') })
        .click()
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByRole('heading', { name: say('privacy.person.table.person') })).toBeVisible()
      await expect(dialog).toContainText(user)
      const download = page.waitForEvent('download')
      await dialog.getByRole('button', { name: say('privacy.person.document') }).click()
      expect((await download).suggestedFilename()).toMatch(new RegExp(`^${user} .*\\.docx$`))

      await dialog.getByRole('button', { name: say('privacy.person.erase') }).click()
      const erase = page.getByRole('dialog').filter({ hasText: say('privacy.erase.final') })
      const ok = erase.getByRole('button', { name: say('privacy.erase.ok') })
      await expect(ok).toBeDisabled()
      await erase.getByLabel(say('privacy.erase.confirm', { name: user })).fill(user)
      await ok.click()
      await expect(page.getByRole('dialog')).toContainText(say('privacy.erase.doneTitle', { name: user }))
      await page
        .getByRole('button', { name: say('privacy.erase.close'), exact: true })
        .last()
        .click()
      await expect(page.getByRole('dialog')).toHaveCount(0)
      await expect(page.locator('[data-card]').filter({ hasText: say('privacy.erase.placeholderValue') })).toHaveCount(1)
      await expect(page.getByRole('button', { name: say('screen.action.undo'), exact: true })).toBeDisabled()
      // The notice of the saved file goes by itself.
      await expect.poll(() => wordsOf(page)).not.toContain(user)
    })
  })
}
