import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { actionIds } from '../../src-shared/actions'
import type { BridgeEvent } from '../../src-shared/bridge'
import {
  answer,
  askedDialogs,
  askShell,
  callFromPage,
  chooseMenuItem,
  commandLine,
  type Desktop,
  launchDesktop,
  test,
  userFolder,
} from '../support/desktop'
import { text } from '../support/texts'

/** The desktop door: the built main process and preload, in Electron or in its double (tests/README.md). */

/** A workspace with one account, made by the command line. */
function makeWorkspace(file: string): string {
  mkdirSync(dirname(file), { recursive: true })
  commandLine('new', file)
  return file
}

async function accountNames(page: Page): Promise<string[]> {
  const reply = await callFromPage(page, 'account.list', {})
  if (!reply.ok) throw new Error(reply.error.code)
  // The contract's answer to account.list.
  return (reply.value as { name: string }[]).map((account) => account.name)
}

async function shownFile(page: Page): Promise<string> {
  const reply = await callFromPage(page, 'workspace.info', {})
  // The contract's answer to workspace.info.
  return reply.ok ? (reply.value as { fileName: string }).fileName : reply.error.code
}

test.describe.configure({ mode: 'parallel' })

/** Waits until the window shows another workspace: main has it open, and the page, which loads anew for it, says so. */
async function shows(page: Page, fileName: string): Promise<void> {
  await expect.poll(() => shownFile(page).catch(() => 'loading'), { timeout: 20_000 }).toBe(fileName)
  await expect(page.getByRole('heading', { name: fileName })).toBeVisible()
}

const saved = (filePath: string) => ({ showSaveDialog: [{ canceled: false, filePath }] })
const chosen = (file: string) => ({ showOpenDialog: [{ canceled: false, filePaths: [file] }] })
const pressed = (response: number) => ({ showMessageBox: [{ response }] })

test.describe('which workspace opens', () => {
  test('the first start opens the sample, a later one the last workspace with what was changed', async ({ folder }) => {
    const home = join(folder, 'home')
    const first = await launchDesktop({ home })
    const page = await first.window()
    await expect.poll(() => accountNames(page)).toHaveLength(3)
    expect(await callFromPage(page, 'account.create', { name: '北方重工' })).toMatchObject({ ok: true })
    await first.quit()

    const second = await launchDesktop({ home })
    expect(await accountNames(await second.window())).toContain('北方重工')
    await second.quit()
    expect(JSON.parse(readFileSync(join(userFolder(home), 'recent.json'), 'utf8'))).toEqual([
      join(userFolder(home), '示例.linchpin'),
    ])
  })

  test('a file on the command line opens, and is the last one from then on', async ({ folder }) => {
    const home = join(folder, 'home')
    const file = makeWorkspace(join(folder, 'own.linchpin'))
    const first = await launchDesktop({ home, words: [file] })
    expect(await shownFile(await first.window())).toBe('own.linchpin')
    await first.quit()
    const second = await launchDesktop({ home })
    expect(await shownFile(await second.window())).toBe('own.linchpin')
    await second.quit()
  })

  test('a damaged last file is told with a choice, and stays as it is', async ({ folder }) => {
    const home = join(folder, 'home')
    const damaged = join(folder, 'damaged.linchpin')
    writeFileSync(damaged, 'SQLite format 3\0 and then nothing of the kind')
    const other = makeWorkspace(join(folder, 'other.linchpin'))
    mkdirSync(userFolder(home), { recursive: true })
    writeFileSync(join(userFolder(home), 'recent.json'), JSON.stringify([damaged]))

    const desktop = await launchDesktop({ home, answers: { ...pressed(0), ...chosen(other) } })
    expect(await shownFile(await desktop.window())).toBe('other.linchpin')
    const [told] = await askedDialogs(desktop)
    expect(told?.detail).toContain('damaged.linchpin')
    expect(told?.buttons).toEqual([
      text('electron.dialog.openAnother'),
      text('electron.dialog.openSample'),
      text('electron.dialog.quit'),
    ])
    await desktop.quit()
    expect(readFileSync(damaged, 'latin1')).toBe('SQLite format 3\0 and then nothing of the kind')
  })

  test('a missing file: the sample instead, or quit', async ({ folder }) => {
    const missing = join(folder, 'gone.linchpin')
    const sample = await launchDesktop({ home: join(folder, 'sample'), words: [missing], answers: pressed(1) })
    expect(await shownFile(await sample.window())).toBe('示例.linchpin')
    await sample.quit()
    const quit = await launchDesktop({ home: join(folder, 'quit'), words: [missing], answers: pressed(2) })
    expect(await quit.ended).toBe(0)
    expect(existsSync(missing)).toBe(false)
  })

  test('a second start hands its file to the first and ends', async ({ folder }) => {
    const home = join(folder, 'home')
    const first = await launchDesktop({ home, words: [makeWorkspace(join(folder, 'one.linchpin'))] })
    const page = await first.window()
    const second = await launchDesktop({ home, words: [makeWorkspace(join(folder, 'two.linchpin'))] })
    expect(await second.ended).toBe(0)
    await shows(page, 'two.linchpin')
    await first.quit()
  })
})

test.describe('dialogs', () => {
  let desktop: Desktop
  let page: Page

  test.beforeEach(async ({ folder }) => {
    desktop = await launchDesktop({ home: join(folder, 'home'), words: [makeWorkspace(join(folder, 'start.linchpin'))] })
    page = await desktop.window()
  })
  test.afterEach(() => desktop.quit())

  test('new: empty or with the sample, opened at once in the language of the moment', async ({ folder }) => {
    await answer(desktop, saved(join(folder, 'empty')))
    await chooseMenuItem(desktop, 'newWorkspace')
    await shows(page, 'empty.linchpin')
    expect(await accountNames(page)).toEqual([])
    expect(await callFromPage(page, 'workspace.info', {})).toMatchObject({ value: { language: 'zh-CN' } })

    await answer(desktop, saved(join(folder, 'demo.linchpin')))
    await chooseMenuItem(desktop, 'newSample')
    await shows(page, 'demo.linchpin')
    expect(await accountNames(page)).toHaveLength(3)
  })

  test('new over a file that exists is refused with a sentence, and both stay', async ({ folder }) => {
    const taken = makeWorkspace(join(folder, 'taken.linchpin'))
    const before = readFileSync(taken)
    await answer(desktop, { ...saved(taken), ...pressed(0) })
    expect(await askShell(page, 'newWorkspace', false)).toBe(false)
    expect((await askedDialogs(desktop)).at(-1)).toMatchObject({ message: text('electron.dialog.notCreated') })
    expect(readFileSync(taken).equals(before)).toBe(true)
    expect(await shownFile(page)).toBe('start.linchpin')
  })

  test('every dialog can be called off', async () => {
    await answer(desktop, {
      showOpenDialog: [{ canceled: true, filePaths: [] }],
      showSaveDialog: [
        { canceled: true, filePath: '' },
        { canceled: true, filePath: '' },
      ],
    })
    expect(await askShell(page, 'openWorkspace')).toBe(false)
    expect(await askShell(page, 'newWorkspace', true)).toBe(false)
    expect(await askShell(page, 'saveCopy')).toBe(false)
    expect(await shownFile(page)).toBe('start.linchpin')
  })

  test('open: another file, and none that is no workspace', async ({ folder }) => {
    await answer(desktop, chosen(makeWorkspace(join(folder, 'another.linchpin'))))
    await chooseMenuItem(desktop, 'openWorkspace')
    await shows(page, 'another.linchpin')

    const foreign = join(folder, 'letter.linchpin')
    writeFileSync(foreign, 'Dear Sir')
    await answer(desktop, { ...chosen(foreign), ...pressed(0) })
    expect(await askShell(page, 'openWorkspace')).toBe(false)
    expect((await askedDialogs(desktop)).at(-1)?.detail).toBe(text('error.file_foreign', { value: 'letter.linchpin' }))
    expect(await shownFile(page)).toBe('another.linchpin')
  })

  test('recent: listed latest first; a page opens what is listed and nothing else', async ({ folder }) => {
    const another = makeWorkspace(join(folder, 'another.linchpin'))
    expect(await askShell(page, 'openRecent', another)).toBe(false)
    await answer(desktop, chosen(another))
    await chooseMenuItem(desktop, 'openWorkspace')
    await shows(page, 'another.linchpin')
    // The page is loaded anew for the other file; asked in the middle of that, it has no answer.
    await expect(async () => {
      const recent = await page.evaluate(() => window.linchpin?.shell.recent())
      expect(recent?.map(({ name }) => name)).toEqual(['another', 'start'])
    }).toPass()
    const inMenu = await desktop.evaluate(
      ({ Menu }) =>
        Menu.getApplicationMenu()
          ?.getMenuItemById('openRecent')
          ?.submenu?.items.map((item) => item.label),
      null,
    )
    expect(inMenu).toEqual(['another', 'start'])
  })

  test('save a copy: whole, while the window keeps the original', async ({ folder }) => {
    await callFromPage(page, 'account.create', { name: '北方重工' })
    const copy = join(folder, 'copy.linchpin')
    await answer(desktop, saved(copy))
    expect(await askShell(page, 'saveCopy')).toBe(true)
    expect(JSON.parse(commandLine('accounts', copy, '--json'))).toMatchObject([{ name: '北方重工' }])
    expect(await shownFile(page)).toBe('start.linchpin')

    await answer(desktop, { ...saved(join(folder, 'start.linchpin')), ...pressed(0) })
    expect(await askShell(page, 'saveCopy')).toBe(false)
    expect((await askedDialogs(desktop)).at(-1)?.message).toBe(text('electron.dialog.notCopied'))
  })
})

test.describe('the window and its menu', () => {
  let desktop: Desktop
  let page: Page
  let file: string
  let home: string

  test.beforeEach(async ({ folder }) => {
    home = join(folder, 'home')
    file = makeWorkspace(join(folder, 'files/start.linchpin'))
    desktop = await launchDesktop({ home, words: [file] })
    page = await desktop.window()
  })

  test('every action of the palette is in the menu and reaches the page by its id', async () => {
    await listen(page)
    for (const id of actionIds) await chooseMenuItem(desktop, id)
    await expect.poll(() => heard(page)).toEqual(actionIds.map((id) => ({ type: 'action', id })))
    await desktop.quit()
  })

  test("the menu speaks the workspace's language, as soon as it changes", async () => {
    const label = () => desktop.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('openWorkspace')?.label, null)
    expect(await label()).toBe(text('electron.menu.openWorkspace'))
    await callFromPage(page, 'workspace.setPreference', { language: 'en' })
    await expect.poll(label).toBe('Open Workspace…')
    await desktop.quit()
  })

  test('changes are told: our own by name, those of another process without', async () => {
    await listen(page)
    await callFromPage(page, 'account.create', { name: '一号' })
    await expect.poll(() => heard(page)).toEqual([{ type: 'changed', endpoint: 'account.create' }])
    const people = join(dirname(file), 'people.csv')
    writeFileSync(people, 'id,name,title\nP1,王建国,总经理\n')
    commandLine('import', file, '--account', '一号', '--people', people)
    await expect.poll(() => heard(page)).toContainEqual({ type: 'changed', endpoint: '' })
    await desktop.quit()
  })

  test('failures of calls come with their sentence', async () => {
    expect(await callFromPage(page, 'no.such', {})).toMatchObject({
      ok: false,
      error: { code: 'unknown_endpoint', message: text('error.unknown_endpoint', { value: 'no.such' }) },
    })
    expect(await callFromPage(page, 'account.create', { name: 7 })).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
    await desktop.quit()
  })

  test('the window comes back where it was; quitting folds the write-ahead log into the file', async () => {
    await desktop.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), {
      x: 40,
      y: 30,
      width: 1200,
      height: 800,
    })
    await callFromPage(page, 'account.create', { name: '北方重工' })
    expect(statSync(`${file}-wal`).size).toBeGreaterThan(0)
    await desktop.quit()
    expect(existsSync(`${file}-wal`)).toBe(false)

    const again = await launchDesktop({ home })
    await again.window()
    expect(await again.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds(), null)).toEqual({
      x: 40,
      y: 30,
      width: 1200,
      height: 800,
    })
    await again.quit()
  })
})

/** Begins to keep what the page is told. */
async function listen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heardEvents: BridgeEvent[] = []
    Object.assign(window, { heardEvents })
    window.linchpin?.onEvent((event) => heardEvents.push(event))
  })
}

function heard(page: Page): Promise<BridgeEvent[]> {
  return page.evaluate(() => (window as unknown as { heardEvents: BridgeEvent[] }).heardEvents)
}
