import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig, preview } from 'vite'

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'
const SWITCHES = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * Opens a page of 1440 × 900 in a browser for as long as it is used.
 * @param name of the folder whose `main` the page runs, built as for production
 */
export async function onPage<T>(name: string, use: (page: Page) => Promise<T>): Promise<T> {
  const config: InlineConfig = {
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    logLevel: 'error',
    plugins: [react()],
    resolve: { alias: { 'bench-page': join(import.meta.dirname, name, 'main') } },
    build: {
      outDir: join(import.meta.dirname, '../../node_modules/.cache/linchpin-bench', name),
      emptyOutDir: true,
      target: 'esnext',
    },
  }
  await build(config)
  const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } })
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: SWITCHES })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(server.resolvedUrls?.local[0] ?? '')
    return await use(page)
  } finally {
    await browser.close()
    await server.close()
  }
}
