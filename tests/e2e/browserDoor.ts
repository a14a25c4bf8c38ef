import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Locator, test as base, type Page } from '@playwright/test'
import type { Language } from '../../src-shared/model/language'
import { text } from '../support/texts'

const builtCommandLine = join(import.meta.dirname, '../../out/main/cli.js')

/** Runs the built command line. @returns its standard output */
export function commandLine(...words: readonly string[]): string {
  return execFileSync(process.execPath, [builtCommandLine, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}

/** The browser door while it is open: the real built program on a workspace file. */
export interface Door {
  /** With the one-time code. */
  readonly address: string
  /** Ends the program as Ctrl+C does, and waits for it. */
  close(): Promise<void>
}

export async function openDoor(file: string): Promise<Door> {
  const child = spawn(process.execPath, [builtCommandLine, 'serve', file, '--no-open', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(child, 'exit')
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const { done, value: address } = await lines.next()
  if (done) throw new Error('the program ended before it opened its door')
  return {
    address,
    close: async () => {
      child.kill('SIGINT')
      await ended
    },
  }
}

interface TestOptions {
  /** What the workspace holds at first. Default: the sample. */
  readonly content: 'sample' | 'nothing'
  readonly language: Language
}
interface TestFixtures {
  /** A workspace of this test's own. */
  readonly file: string
  readonly door: Door
}
interface WorkerFixtures {
  /** Workspaces to copy from, made when first asked for. */
  readonly originals: (content: TestOptions['content'], language: TestOptions['language']) => string
}

/** Tests on a fresh workspace, with its page open. */
export const test = base.extend<TestOptions & TestFixtures, WorkerFixtures>({
  content: ['sample', { option: true }],
  language: ['zh-CN', { option: true }],
  originals: [
    // Playwright reads the names of other fixtures off this pattern; there are none.
    async ({}, use, info) => {
      const folder = join(info.project.outputDir, `originals-${info.workerIndex}`)
      mkdirSync(folder, { recursive: true })
      await use((content, language) => {
        const file = join(folder, `${content}-${language}.linchpin`)
        if (!existsSync(file)) commandLine('new', file, '--lang', language, ...(content === 'sample' ? ['--sample'] : []))
        return file
      })
    },
    { scope: 'worker' },
  ],
  file: async ({ originals, content, language }, use, info) => {
    const file = info.outputPath('workspace.linchpin')
    mkdirSync(info.outputDir, { recursive: true })
    copyFileSync(originals(content, language), file)
    await use(file)
  },
  door: async ({ file }, use) => {
    const door = await openDoor(file)
    await use(door)
    await door.close()
  },
  page: async ({ page, door }, use) => {
    await page.goto(door.address)
    // Loaded is not drawn: who has no window before them yet presses no keys.
    await page.getByRole('main').waitFor()
    await use(page)
  },
})

export const SAMPLE_ACCOUNT = '澜岳装备集团'

/** Opens an account from the list of accounts and puts off the question who the user is, which a new window asks once a file. */
export async function openAccount(page: Page, name: string = SAMPLE_ACCOUNT, language: Language = 'zh-CN'): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('button', { name: text('screen.whoAmI.later', {}, language) }).click()
  // The dialog gives the keyboard back when it has gone.
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await cards(page).first().waitFor({ state: 'attached' })
}

/** The cards of the map, as its list for screen readers tells them. */
export const cards = (page: Page) => page.locator('[data-card]')

/** Where a card is on the map once the camera has come to rest: x, y, width and height in CSS pixels. */
export async function restingPlace(card: Locator): Promise<string> {
  for (let before = ''; ;) {
    const now = (await card.getAttribute('data-rect')) ?? ''
    if (now !== '' && now === before) return now
    before = now
    await card.page().waitForTimeout(150)
  }
}

/** Clicks a card where it is drawn on the canvas. */
export async function clickCard(page: Page, name: string, options: { readonly button?: 'left' | 'right' } = {}): Promise<void> {
  const rect = await restingPlace(cards(page).filter({ hasText: name }).first())
  const [x = 0, y = 0, width = 0, height = 0] = rect.split(' ').map(Number)
  const map = page.locator('.lp-map-hands')
  await map.click({ position: { x: x + width / 2, y: y + height / 2 }, ...options })
}

/** Chooses in one of Ant Design's selects by typing, as people with a keyboard do. */
export async function choose(page: Page, label: string, typed: string): Promise<void> {
  const field = page.getByRole('combobox', { name: label })
  await field.fill(typed)
  // The dictionary of pinyin comes with the first search.
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option-active').waitFor()
  await field.press('Enter')
}

/** Goes to a tab of the account. */
export const goTo = (page: Page, tab: 'map' | 'people' | 'opportunities') =>
  page
    .getByRole('navigation', { name: text('screen.header.tabs') })
    .getByRole('button', { name: text(`screen.tab.${tab}`) })
    .click()

/** The button of the header, beside which notices may offer one of the same name. */
export const step = (page: Page, way: 'undo' | 'redo') =>
  page.getByRole('group', { name: text('screen.header.history') }).getByRole('button', { name: text(`screen.action.${way}`) })

export const inspector = (page: Page) => page.getByRole('complementary', { name: text('screen.inspector.label') })
