import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { extractAll, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, expect, test } from 'vitest'

/**
 * What a package holds, and that it runs: electron-builder packs the build around a stub of Electron, and the command line out of
 * the archive opens the browser door. The installer and its signature are not looked at.
 */

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')
const native = `${process.platform}-${process.arch}.node`
/** Where a real binary keeps its fuses: a mark, the version of what follows, how many there are, and each one unset. */
const unsetFuses = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\u0001\u0008' + '0'.repeat(8), 'latin1')

let folder: string
let packed: string
let resources: string
let app: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linchpin-package-'))
  const stub = join(folder, 'electron')
  await mkdir(join(stub, 'resources'), { recursive: true })
  await writeFile(join(stub, 'electron'), unsetFuses, { mode: 0o755 })
  await writeFile(join(stub, 'version'), '45.4.1')
  const output = join(folder, 'dist')
  const settings = [`-c.electronDist=${stub}`, `-c.directories.output=${output}`]
  await run(
    process.execPath,
    [join(root, 'node_modules/electron-builder/cli.js'), '--linux', 'dir', '--publish', 'never', ...settings],
    { cwd: root },
  )
  packed = join(output, process.arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked')
  resources = join(packed, 'resources')
  app = join(folder, 'app')
  extractAll(join(resources, 'app.asar'), app)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the archive holds the build and the database driver, and nothing of the workshop', async () => {
  expect((await readdir(app)).sort()).toEqual(['node_modules', 'out', 'package.json'])
  expect(await readdir(join(app, 'node_modules'))).toEqual(['better-sqlite3'])
  expect((await readdir(join(app, 'node_modules/better-sqlite3'))).sort()).toEqual([
    'LICENSE',
    'lib',
    'package.json',
    'prebuilds',
  ])
  expect((await readdir(join(app, 'out'))).sort()).toEqual(['main', 'preload', 'renderer'])
})

test('the driver lies outside of the archive, for this system alone', async () => {
  const prebuilds = await readdir(join(resources, 'app.asar.unpacked/node_modules/better-sqlite3/prebuilds'))
  expect(prebuilds).toContain(native)
  expect(prebuilds.every((name) => name.startsWith(process.platform) && name.endsWith(`-${process.arch}.node`))).toBe(true)
})

test('the program runs its own archive and nothing else', async () => {
  const [off, on] = Buffer.from('01')
  expect(await getCurrentFuseWire(join(packed, 'linchpin'))).toMatchObject({
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableCookieEncryption]: on,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    [FuseV1Options.EnableNodeCliInspectArguments]: off,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.OnlyLoadAppFromAsar]: on,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
  })
})

test('the archive has the picture-maker and its fonts', () => {
  const files = listPackage(join(resources, 'app.asar'), { isPack: false })
  expect(files.filter((file) => file.endsWith('.wasm'))).toHaveLength(1)
  expect(files.some((file) => /\.(ttf|otf|woff2?)$/.test(file))).toBe(true)
})

test('the command line out of the archive makes the sample and draws it', async () => {
  const file = join(folder, 'packed.linchpin')
  const cli = join(app, 'out/main/cli.js')
  await run(process.execPath, [cli, 'new', file, '--sample', '--lang', 'zh-CN'], { cwd: folder })
  const picture = join(folder, 'map.png')
  await run(process.execPath, [cli, 'export', file, '--out', picture], { cwd: folder })
  expect((await readFile(picture)).subarray(1, 4).toString('latin1')).toBe('PNG')
})

test('the browser door out of the archive shows the page', async () => {
  const home = join(folder, 'home')
  const env = { ...process.env, LINCHPIN_HOME: home }
  const server = spawn(process.execPath, [join(app, 'out/main/cli.js'), 'serve', '--no-open'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const address = await new Promise<string>((resolve) => createInterface(server.stdout).once('line', resolve))
  const page = await fetch(address)
  expect(page.status).toBe(200)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await page.text()).toContain('Linchpin')
  server.kill('SIGTERM')
  await once(server, 'exit')
  expect(await readdir(home)).toContain('recent.json')
})
