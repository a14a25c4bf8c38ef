import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { say } from './say.mjs'

export const root = join(import.meta.dirname, '..')

/** What a build reads. A folder counts with everything below it; its own time tells of files that went away. */
const sources = ['src-main', 'src-renderer', 'src-shared', 'migrations', 'resources']
const configs = ['electron.vite.config.ts', 'package.json', 'package-lock.json']
/** One file of each part that a build writes. */
const outputs = ['out/main/electron.js', 'out/main/cli.js', 'out/preload/preload.cjs', 'out/renderer/index.html']

const lock = join(root, 'node_modules/.cache/linchpin-build.lock')
/** A build takes about ten seconds; one that takes this long has died without a word. */
const abandonedMs = 180_000

/**
 * Builds when nothing is built yet or a source is newer; else takes some milliseconds. Speaks on standard error alone. Of several
 * processes that find it missing, one builds and the others wait.
 */
export async function ensureBuilt() {
  if (isBuilt()) return
  const release = await takeLock()
  try {
    if (!isBuilt()) build()
  } finally {
    release()
  }
}

function build() {
  say('electron.start.building')
  const begun = new Date()
  const electronVite = join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  // Standard output may be somebody's JSON: what the build says goes to standard error.
  const { status } = spawnSync(process.execPath, [electronVite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) {
    say('electron.start.notBuilt')
    process.exit(1)
  }
  // As old as what they were made of: a source saved while it was being built is newer, and is built the next time.
  for (const output of outputs) utimesSync(join(root, output), begun, begun)
}

function isBuilt() {
  const built = Math.min(...outputs.map((output) => timeOf(join(root, output))))
  return (
    built > 0 && [...sources.map(newestBelow), ...configs.map((file) => timeOf(join(root, file)))].every((time) => time <= built)
  )
}

function newestBelow(folder) {
  const path = join(root, folder)
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  return Math.max(timeOf(path), ...entries.map((entry) => timeOf(join(entry.parentPath, entry.name))))
}

/** When a file was last changed, in ms; 0 when there is none. */
function timeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** Waits for the lock, a folder that only one process can make. @returns {Promise<() => void>} lets it go again */
async function takeLock() {
  mkdirSync(join(lock, '..'), { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      writeFileSync(join(lock, 'pid'), String(process.pid))
      return () => rmSync(lock, { recursive: true, force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (isAbandoned()) rmSync(lock, { recursive: true, force: true })
      else await delay(200)
    }
  }
}

function isAbandoned() {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0)
    return Date.now() - timeOf(lock) > abandonedMs
  } catch (error) {
    // No such process; or, for a moment, a lock without its number yet.
    return error.code === 'ESRCH' || (error.code === 'ENOENT' && Date.now() - timeOf(lock) > abandonedMs)
  }
}
