import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'

/** `npm start` with a runtime of Electron that works, one that cannot open a window, and none. */

const root = join(import.meta.dirname, '../..')
let folder: string
let runtime: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linchpin-start-'))
  runtime = join(folder, 'runtime')
  await mkdir(runtime)
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('with a runtime, the window opens with the words of the command line', async () => {
  await installRuntime('echo "$ELECTRON_RUN_AS_NODE|$*" > "$(dirname "$0")/told"')
  const started = start('my.linchpin')
  expect(await ended(started)).toBe(0)
  const [asNode, words = ''] = (await readFile(join(runtime, 'told'), 'utf8')).trim().split('|')
  expect(asNode).toBe('')
  expect(words.split(' ').filter((word) => word !== '--no-sandbox')).toEqual([root, 'my.linchpin'])
})

test('a runtime that cannot open a window gives way to the browser', async () => {
  await installRuntime('exit 1')
  const started = start('--no-open')
  expect(await firstLine(started)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#code=/)
  expect(await said(started)).toContain('Electron could not open a window here, so Linchpin opens in the browser.')
})

test('without a runtime and without a way to fetch it, one line says so and the browser opens the sample', async () => {
  const started = start('--no-open')
  expect(await firstLine(started)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#code=/)
  expect(await said(started)).toContain("Electron's runtime is not here and cannot be fetched, so Linchpin opens in the browser.")
  expect(JSON.parse(await readFile(join(folder, 'home/recent.json'), 'utf8'))).toEqual([join(folder, 'home/Sample.linchpin')])
})

const outputs = new WeakMap<ChildProcess, { error: string }>()

function start(...words: string[]): ChildProcess {
  const child = spawn(process.execPath, [join(root, 'scripts/start.mjs'), ...words], {
    cwd: root,
    env: {
      ...process.env,
      LANG: 'en_GB.UTF-8',
      LC_ALL: '',
      LINCHPIN_HOME: join(folder, 'home'),
      ELECTRON_OVERRIDE_DIST_PATH: runtime,
      ELECTRON_RUN_AS_NODE: '1',
      // Nobody listens there: fetching the runtime fails at once and never leaves this machine.
      ELECTRON_MIRROR: 'http://127.0.0.1:9/',
      electron_config_cache: join(folder, 'cache'),
    },
  })
  const output = { error: '' }
  outputs.set(child, output)
  child.stderr.on('data', (part: Buffer) => (output.error += part.toString()))
  return child
}

async function installRuntime(script: string): Promise<void> {
  await writeFile(join(runtime, 'electron'), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
}

function firstLine(child: ChildProcess): Promise<string> {
  const { stdout } = child
  if (!stdout) throw new Error('its output is not piped')
  return new Promise((resolve) => createInterface(stdout).once('line', resolve))
}

/** Asks the browser door to close, and gives what was told on standard error until then. */
async function said(child: ChildProcess): Promise<string> {
  child.kill('SIGINT')
  await ended(child)
  return outputs.get(child)?.error ?? ''
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve))
}
