import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './ensureBuilt.mjs'
import { say } from './say.mjs'

const electron = join(root, 'node_modules/electron')
/** How long fetching the runtime may take, in ms. */
const patienceMs = 60_000
const betweenTriesMs = 24 * 60 * 60_000
/** Its time is that of the last minute waited in vain. */
const waitedInVain = join(root, 'node_modules/.cache/linchpin-no-electron')

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

/**
 * Runs Electron's own installer, a minute at most; whether it worked, electronRuntime() tells. A minute waited in vain is not
 * waited again for a day; a refusal at once costs nothing.
 */
export function fetchElectronRuntime() {
  const install = join(electron, 'install.js')
  if (!existsSync(install) || triedLately()) return
  say('electron.start.fetching')
  const { error } = spawnSync(process.execPath, [install], { cwd: root, stdio: 'ignore', timeout: patienceMs })
  if (error?.code !== 'ETIMEDOUT') return
  mkdirSync(dirname(waitedInVain), { recursive: true })
  writeFileSync(waitedInVain, '')
}

function triedLately() {
  const tried = statSync(waitedInVain, { throwIfNoEntry: false })
  return tried !== undefined && Date.now() - tried.mtimeMs < betweenTriesMs
}

const present = (path) => (existsSync(path) ? path : null)
