import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './ensureBuilt.mjs'

const electron = join(root, 'node_modules/electron')
/** How long fetching the runtime may take, in ms. */
const patienceMs = 60_000

/**
 * Where Electron's runtime is; null where it is not. `require('electron')` would tell too, but begins a download when it is
 * missing.
 * @returns {string | null}
 */
export function electronRuntime() {
  const listed = join(electron, 'path.txt')
  const program = existsSync(listed) ? readFileSync(listed, 'utf8') : null
  const elsewhere = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (elsewhere) return present(join(elsewhere, program ?? (process.platform === 'win32' ? 'electron.exe' : 'electron')))
  return program === null ? null : present(join(electron, 'dist', program))
}

/** Runs Electron's own installer, a minute at most. Whether it worked, electronRuntime() tells. */
export function fetchElectronRuntime() {
  const install = join(electron, 'install.js')
  if (existsSync(install)) spawnSync(process.execPath, [install], { cwd: root, stdio: 'ignore', timeout: patienceMs })
}

const present = (path) => (existsSync(path) ? path : null)
