/**
 * `npm start [-- FILE]`: the desktop window where Electron's runtime is present or can be fetched within a minute, else the same
 * app in the browser. Without a file the last workspace opens, at first the sample.
 */
import './nodeVersion.mjs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { electronRuntime, fetchElectronRuntime } from './electronRuntime.mjs'
import { ensureBuilt, root } from './ensureBuilt.mjs'
import { say } from './say.mjs'

/** A window that ends badly within this time, in ms, never opened: no display, a library missing. */
const neverOpenedMs = 10_000

await ensureBuilt()
const words = process.argv.slice(2)
if (electronRuntime() === null) fetchElectronRuntime()
const runtime = electronRuntime()
if (runtime === null) say('electron.start.noRuntime')
if (runtime === null || !(await openWindow(runtime))) await openBrowser()

/** Runs Electron until it quits. False: it could not open a window. */
async function openWindow(program) {
  // Editors leave this in their terminals; Electron would run as plain Node.
  const { ELECTRON_RUN_AS_NODE, ...env } = process.env
  // Chromium's sandbox refuses to run as root.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const begun = Date.now()
  const window = spawn(program, [root, ...asRoot, ...words], { env, stdio: 'inherit' })
  const [code] = await Promise.race([once(window, 'exit'), once(window, 'error').then(() => [1])])
  if (code !== 0 && Date.now() - begun < neverOpenedMs) {
    say('electron.start.noWindow')
    return false
  }
  process.exitCode = code ?? 1
  return true
}

async function openBrowser() {
  process.argv.splice(2, Infinity, 'serve', ...words)
  await import('../out/main/cli.js')
}
