import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'

const flags = [
  '--remote-debugging-port=0',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

let context: BrowserContext | null = null
let spare: Page | null = null

/** Starts the system's Chromium and tells the test where to find it. */
export async function launchChromium(profile: string): Promise<void> {
  mkdirSync(profile, { recursive: true })
  context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CHROMIUM_PATH'] || '/usr/bin/chromium',
    headless: true,
    viewport: null,
    args: flags,
  })
  spare = context.pages()[0] ?? null
  const [port] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')
  process.send?.({ chromium: `http://127.0.0.1:${port}` })
}

/** A page for a window; the first is the one that Chromium starts with. */
export async function newPage(): Promise<Page> {
  if (!context) throw new Error('a window was opened before app was ready')
  const page = spare ?? (await context.newPage())
  spare = null
  return page
}

export async function closeChromium(): Promise<void> {
  await context?.close()
}
