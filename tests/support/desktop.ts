import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, chromium, type Page, test as base } from '@playwright/test'
import type * as Electron from 'electron'
import type { Bridge, BridgeShell } from '../../src-shared/bridge'
import type { Reply } from '../../src-shared/reply'
import { electronRuntime } from '../../scripts/electronRuntime.mjs'

declare global {
  interface Window {
    readonly linchpin?: Bridge
  }
}

const root = join(import.meta.dirname, '../..')
const answerDialogs = join(import.meta.dirname, 'answerDialogs.cjs')
const register = join(import.meta.dirname, 'electronDouble/register.ts')
const builtCommandLine = join(root, 'out/main/cli.js')
const builtMain = join(root, 'out/main/electron.js')

/** What a person answers to native dialogs, each list in order. */
export type Answers = {
  readonly showOpenDialog?: readonly Electron.OpenDialogReturnValue[]
  readonly showSaveDialog?: readonly Electron.SaveDialogReturnValue[]
  /** The number of the button. */
  readonly showMessageBox?: readonly { readonly response: number }[]
}

/** A dialog that was opened, with the options it was given. */
export interface Asked {
  readonly name: keyof Answers
  readonly title?: string
  readonly message?: string
  readonly detail?: string
  readonly buttons?: readonly string[]
  readonly defaultPath?: string
}

export interface DesktopOptions {
  /** A folder of this test's own: the user's home. */
  readonly home: string
  /** After the program on its command line. Default: none. */
  readonly words?: readonly string[]
  readonly answers?: Answers
  /** Of the system. Default: zh-CN. */
  readonly language?: 'zh-CN' | 'en'
}

/** The desktop app while it runs: in Electron where its runtime is present, else in the double. */
export interface Desktop {
  /** The window, once its page stands. */
  window(): Promise<Page>
  /** Runs a function in the main process with the electron module. It sees nothing of the test but its argument. */
  evaluate<R, A>(work: (electron: typeof Electron, argument: A) => R | Promise<R>, argument: A): Promise<R>
  /** Quits as people do, and resolves when the process is gone. */
  quit(): Promise<void>
  /** The exit code, when the process ends by itself. */
  readonly ended: Promise<number | null>
}

/** The folder in which Linchpin keeps what is the user's. */
export const userFolder = (home: string) => join(home, 'linchpin')

/** Whether these journeys run in Electron itself. */
export const inElectron = electronRuntime() !== null

/** Tests with a folder of their own. */
export const test = base.extend<{ readonly folder: string }>({
  // Playwright reads the names of other fixtures off this pattern; there are none.
  folder: async ({}, use, info) => {
    const folder = info.outputPath()
    mkdirSync(folder, { recursive: true })
    await use(folder)
  },
})

/** Starts the built desktop app. */
export async function launchDesktop(options: DesktopOptions): Promise<Desktop> {
  if (!existsSync(builtMain)) throw new Error(`${builtMain} is not built: npm run build`)
  const { home, answers = {}, language = 'zh-CN' } = options
  mkdirSync(join(home, 'Documents'), { recursive: true })
  const env = {
    ...process.env,
    // What the test runner's own terminal says of Node is not meant for the program.
    ELECTRON_RUN_AS_NODE: undefined,
    NODE_OPTIONS: undefined,
    HOME: home,
    LINCHPIN_HOME: userFolder(home),
    LINCHPIN_TEST_ANSWERS: JSON.stringify(answers),
    LANG: `${language.replace('-', '_')}.UTF-8`,
  }
  const program = electronRuntime()
  return program === null ? launchDouble(options, env) : launchElectron(program, options, env)
}

async function launchElectron(
  executablePath: string,
  { words = [], language = 'zh-CN' }: DesktopOptions,
  env: NodeJS.ProcessEnv,
): Promise<Desktop> {
  const args = ['-r', answerDialogs, root, '--no-sandbox', `--lang=${language}`, ...words]
  // Playwright's type knows no variable without a value; none of ours is without one.
  const app = await _electron.launch({ executablePath, args, env: env as Record<string, string> })
  const ended = exitCode(app.process())
  return {
    window: () => app.firstWindow(),
    // Playwright names the module's type by a require of its own.
    evaluate: (work, argument) => app.evaluate(work as never, argument) as never,
    quit: async () => {
      await app.evaluate(({ app: running }) => running.quit())
      await ended
    },
    ended,
  }
}

async function launchDouble({ words = [] }: DesktopOptions, env: NodeJS.ProcessEnv): Promise<Desktop> {
  const child = spawn(process.execPath, ['--import', register, '--import', answerDialogs, builtMain, ...words], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = exitCode(child)
  const address = new Promise<string>((resolve, reject) => {
    child.on('message', (message: { chromium?: string }) => message.chromium !== undefined && resolve(message.chromium))
    void ended.then((code) => reject(new Error(`the program ended with ${code} before it had a window`)))
  })
  const browser = address.then((url) => chromium.connectOverCDP(url))
  // A test that never asks for the window need not hear of it.
  browser.catch(() => {})
  const evaluate = evaluator(child)
  return {
    window: async () => {
      const page = (await browser).contexts()[0]?.pages()[0]
      if (!page) throw new Error('Chromium shows no page')
      await page.waitForURL(/^https:/)
      return page
    },
    evaluate,
    quit: async () => {
      await evaluate(({ app }) => app.quit(), null)
      await ended
    },
    ended,
  }
}

function evaluator(child: ChildProcess): Desktop['evaluate'] {
  let questions = 0
  return (work, argument) =>
    new Promise((resolve, reject) => {
      const id = ++questions
      const hear = (message: { id?: number; value?: never; error?: string }) => {
        if (message.id !== id) return
        child.off('message', hear)
        if (message.error === undefined) resolve(message.value as never)
        else reject(new Error(message.error))
      }
      child.on('message', hear)
      child.send({ id, source: String(work), argument })
    })
}

function exitCode(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve))
}

/** Runs the built command line, as another process beside the window. @returns its standard output */
export function commandLine(...words: string[]): string {
  return execFileSync(process.execPath, [builtCommandLine, ...words], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
}

/** Chooses an item of the native menu. */
export function chooseMenuItem(desktop: Desktop, id: string): Promise<void> {
  return desktop.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted)
    if (!item) throw new Error(`the menu has no item ${wanted}`)
    // Electron's types call it a Function.
    Reflect.apply(item.click, item, [])
  }, id)
}

/** Adds answers for dialogs to come. */
export function answer(desktop: Desktop, answers: Answers): Promise<void> {
  return desktop.evaluate((_electron, more) => {
    // Put there by answerDialogs.cjs.
    const { dialogScript } = globalThis as unknown as { dialogScript: { answers: Record<string, unknown[]> } }
    for (const [name, list] of Object.entries<readonly unknown[]>(more)) (dialogScript.answers[name] ??= []).push(...list)
  }, answers)
}

/** Every dialog that was opened so far. */
export function askedDialogs(desktop: Desktop): Promise<readonly Asked[]> {
  return desktop.evaluate(() => (globalThis as unknown as { dialogScript: { asked: Asked[] } }).dialogScript.asked, null)
}

/** Every address that was handed to the system. */
export function openedOutside(desktop: Desktop): Promise<readonly string[]> {
  return desktop.evaluate(() => (globalThis as unknown as { dialogScript: { opened: string[] } }).dialogScript.opened, null)
}

/** Calls an endpoint as the page does. @throws what the page's promise is rejected with */
export function callFromPage(page: Page, endpoint: string, input: unknown): Promise<Reply<unknown>> {
  return page.evaluate(
    ([name, asked]) => {
      if (!window.linchpin) throw new Error('the page has no bridge')
      return window.linchpin.call(name, asked)
    },
    [endpoint, input] as const,
  )
}

/** Asks for one of the bridge's desktop functions as the page does. */
export function askShell(
  page: Page,
  name: Exclude<keyof BridgeShell, 'recent'>,
  argument: string | boolean | null = null,
): Promise<boolean> {
  return page.evaluate(
    ([wanted, given]) => {
      if (!window.linchpin) throw new Error('the page has no bridge')
      // Each function takes one argument of its own or none; the main process checks it.
      const shell = window.linchpin.shell as unknown as Record<typeof wanted, (argument: unknown) => Promise<boolean>>
      return shell[wanted](given)
    },
    [name, argument] as const,
  )
}
