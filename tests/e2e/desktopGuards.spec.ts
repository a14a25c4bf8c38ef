import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { askShell, callFromPage, commandLine, type Desktop, launchDesktop, openedOutside } from '../support/desktop'

/** What a page must not be able to do on the desktop, whatever came to run in it. */

let desktop: Desktop
let page: Page
let folder: string

test.describe.configure({ mode: 'default' })
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linchpin-guards-'))
  const file = join(folder, 'guarded.linchpin')
  commandLine('new', file)
  desktop = await launchDesktop({ home: join(folder, 'home'), words: [file] })
  page = await desktop.window()
})
test.afterAll(async () => {
  await desktop.quit()
  await rm(folder, { recursive: true })
})

test('the page gets the bridge and nothing of Node or Electron', async () => {
  const found = await page.evaluate(() => ({
    bridge: Object.keys(window.linchpin ?? {}).sort(),
    shell: Object.keys(window.linchpin?.shell ?? {}).sort(),
    leaks: ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron'].filter((name) => name in window),
    replaced: Reflect.set(window, 'linchpin', null),
  }))
  expect(found).toEqual({
    bridge: ['call', 'cancel', 'kind', 'onEvent', 'platform', 'shell'],
    shell: ['newWorkspace', 'openAttachment', 'openExternal', 'openRecent', 'openWorkspace', 'presenting', 'recent', 'saveCopy'],
    leaks: [],
    replaced: false,
  })
  expect(await callFromPage(page, 'account.list', {})).toEqual({ ok: true, value: [] })
})

test('the window is sandboxed and isolated, without Node', async () => {
  const preferences = await desktop.evaluate(({ BrowserWindow }) => {
    // Electron has it, its types do not.
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    const { sandbox, contextIsolation, nodeIntegration, webviewTag } = contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webviewTag }
  }, null)
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false })
})

test('a foreign page in the window has no answer from the main process', async () => {
  await desktop.evaluate(async ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.loadURL('data:text/html,foreign'), null)
  await page.waitForURL('data:**')
  await expect(callFromPage(page, 'account.list', {})).rejects.toThrow('only the page of Linchpin may ask')
  await desktop.evaluate(
    async ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.loadURL('app://linchpin/index.html'),
    null,
  )
  await page.waitForURL('**/index.html')
  expect(await callFromPage(page, 'account.list', {})).toMatchObject({ ok: true })
})

test('a frame inside our page, a frame that is gone and a look-alike address have none either', async () => {
  const senders = [
    { url: 'https://evil.example/', parent: null },
    { url: 'app://linchpin/index.html', parent: { url: 'app://linchpin/index.html', parent: null } },
    { url: 'app://linchpin.evil.example/index.html', parent: null },
    { url: 'app://evil@linchpin:80/index.html', parent: null },
    { url: 'about:blank', parent: null },
    null,
  ]
  const outcomes = await desktop.evaluate(async ({ ipcMain }, frames) => {
    // Where Electron keeps its handlers.
    const { _invokeHandlers } = ipcMain as unknown as {
      _invokeHandlers: Map<string, (event: object, question: object) => unknown>
    }
    const handler = _invokeHandlers.get('linchpin:ask')
    const ask = async (senderFrame: object | null) =>
      handler?.({ senderFrame }, { type: 'call', endpoint: 'account.list', input: {} })
    return Promise.all(
      frames.map((frame) =>
        ask(frame).then(
          () => 'answered',
          (error: unknown) => String(error),
        ),
      ),
    )
  }, senders)
  expect(outcomes).toEqual(senders.map(() => 'Error: Refused: only the page of Linchpin may ask'))
})

test('questions of another shape, and other channels, are refused', async () => {
  const { channels, outcomes } = await desktop.evaluate(async ({ ipcMain }) => {
    const { _invokeHandlers } = ipcMain as unknown as {
      _invokeHandlers: Map<string, (event: object, question: unknown) => unknown>
    }
    const event = { senderFrame: { url: 'app://linchpin/index.html', parent: null } }
    const questions = [
      null,
      'call',
      { type: 'eval', code: '1' },
      { type: 'call' },
      { type: 'saveCopy', path: '/tmp/x' },
      { type: 'openRecent', path: 7 },
    ]
    const ask = async (question: unknown) => _invokeHandlers.get('linchpin:ask')?.(event, question)
    const settled = await Promise.all(
      questions.map((question) =>
        ask(question).then(
          () => 'answered',
          (error: Error) => error.name,
        ),
      ),
    )
    return { channels: [..._invokeHandlers.keys()], outcomes: settled }
  }, null)
  expect(channels).toEqual(['linchpin:ask'])
  expect(outcomes).toEqual(outcomes.map(() => 'ZodError'))
})

test('it cannot open a window or go anywhere else', async () => {
  const address = page.url()
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
  for (const target of ['https://example.com/', 'http://127.0.0.1:9/', 'file:///etc/passwd']) {
    await page.evaluate((url) => {
      location.href = url
    }, target)
  }
  await page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'https://example.com/', target: '_blank' })
    document.body.append(link)
    link.click()
  })
  await expect(callFromPage(page, 'account.list', {})).resolves.toMatchObject({ ok: true })
  expect(page.url()).toBe(address)
  expect(await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(1)
  expect(await openedOutside(desktop)).toEqual([])
})

test('mail addresses alone go outside', async () => {
  const refused = [
    'https://example.com/',
    'file:///etc/passwd',
    'mailto:a@b.cn?attach=/etc/passwd',
    'mailto:',
    'javascript:alert(1)',
    'ms-msdt:/id',
  ]
  for (const url of refused) expect(await askShell(page, 'openExternal', url)).toBe(false)
  expect(await askShell(page, 'openExternal', 'mailto:wang.jianguo@example.com')).toBe(true)
  expect(await openedOutside(desktop)).toEqual(['mailto:wang.jianguo@example.com'])
})

test('it is served from its own folder and nothing beyond', async () => {
  const statuses = await page.evaluate(async () => {
    const paths = [
      'index.html',
      '../main/electron.js',
      '..%2fmain%2felectron.js',
      '%2e%2e%2fmain%2felectron.js',
      '..%5cmain%5celectron.js',
      '%00',
      '%ff',
      'etc/passwd',
      '',
    ]
    return Promise.all(
      paths.map((path) =>
        fetch(`/${path}`).then(
          ({ status }) => status,
          () => 'refused',
        ),
      ),
    )
  })
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404, 404, 404, 404])
})

test('its policy forbids script and content from anywhere else', async () => {
  const { policy, inline, inlineRan, framed } = await page.evaluate(async () => {
    const response = await fetch('/index.html')
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective))
    const script = Object.assign(document.createElement('script'), { textContent: 'window.inlineRan = true' })
    document.head.append(script)
    const frame = Object.assign(document.createElement('iframe'), { src: 'https://example.com/' })
    document.body.append(frame)
    await new Promise((resolve) => setTimeout(resolve, 200))
    return {
      policy: response.headers.get('content-security-policy') ?? '',
      inline: violations.includes('script-src-elem'),
      inlineRan: 'inlineRan' in window,
      framed: !violations.includes('frame-src'),
    }
  })
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe-eval')
  expect({ inline, inlineRan, framed }).toEqual({ inline: true, inlineRan: false, framed: false })
})

test('permissions are refused, copying aside', async () => {
  const states = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'clipboard-write',
    ] as PermissionName[]
    return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
  })
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'denied', 'denied', 'granted'])
})
