import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { pageFolder } from '../support/door'
import { httpClient, signIn, tokenOf } from '../support/httpClient'
import serveProcess from '../support/serveProcess?modulePath'
import { secondConnection, temporaryFolder, workspaceFile } from '../support/workspace'

interface Serving {
  /** The first line of standard output. */
  readonly printed: string
  /** Asks it to stop; answers how it ended and what it said on standard error. */
  stop(signal?: NodeJS.Signals): Promise<{ code: number | null; said: string; morePrinted: readonly string[] }>
}

async function start(options: object, environment: NodeJS.ProcessEnv = {}): Promise<Serving> {
  const defaults = { file: await workspaceFile(), open: false, language: 'en', rendererDir: await pageFolder() }
  const env = { ...process.env, LINCHPIN_HOME: await temporaryFolder(), ...environment }
  const child = spawn(process.execPath, [serveProcess, JSON.stringify({ ...defaults, ...options })], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = text(child.stderr)
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const first = await lines.next()
  if (first.done) throw new Error(await said)
  return {
    printed: first.value,
    stop: async (signal = 'SIGTERM') => {
      const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
      child.kill(signal)
      const code = await exited
      const morePrinted: string[] = []
      for (let line = await lines.next(); !line.done; line = await lines.next()) morePrinted.push(line.value)
      return { code, said: await said, morePrinted }
    },
  }
}

test('prints one line, an address that signs in, and closes the file cleanly when told to stop', async () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    const file = await workspaceFile()
    const serving = await start({ file })
    const client = httpClient(new URL(serving.printed).origin, await tokenOf(await signIn(serving.printed)))
    await client.value('account.create', { name: 'Lanyue' })
    const events = await client.events()
    expect(existsSync(`${file}-wal`)).toBe(true)
    const { code, said, morePrinted } = await serving.stop(signal)
    expect([code, morePrinted]).toEqual([0, []])
    expect(said).toContain('test.linchpin')
    expect(said).not.toContain(new URL(serving.printed).hash)
    expect((await events.next()).done).toBe(true)
    expect(existsSync(`${file}-wal`)).toBe(false)
    expect((await (await secondConnection(file)).run('account.list', {})).map(({ name }) => name)).toEqual(['Lanyue'])
  }
})

test('with --json, prints one document', async () => {
  const file = await workspaceFile()
  const serving = await start({ file, json: true })
  const Printed = z.strictObject({ address: z.string(), url: z.string(), file: z.literal(file) })
  const { address, url } = Printed.parse(JSON.parse(serving.printed))
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(address).toContain(`${url}/#code=`)
  expect((await serving.stop()).morePrinted).toEqual([])
})

test('the token file is its owner’s alone, whatever stood in its place', async () => {
  const folder = await temporaryFolder()
  const open = join(folder, 'open')
  await writeFile(open, 'readable by all')
  await chmod(open, 0o644)
  const target = join(folder, 'target')
  await writeFile(target, 'somebody’s')
  await symlink(target, join(folder, 'link'))
  for (const name of ['new', 'open', 'link']) {
    const tokenFile = join(folder, name)
    const serving = await start({ tokenFile })
    expect((await stat(tokenFile)).mode & 0o777, name).toBe(0o600)
    const token = (await readFile(tokenFile, 'utf8')).trimEnd()
    expect(await httpClient(new URL(serving.printed).origin, token).value('account.list', {})).toEqual([])
    const { said } = await serving.stop()
    expect(said + serving.printed).not.toContain(token)
  }
  expect(await readFile(target, 'utf8')).toBe('somebody’s')
})

test('a token that cannot be written stops it with a reason, and the file is closed', async () => {
  const file = await workspaceFile()
  const tokenFile = join(dirname(file), 'no such folder', 'token')
  await expect(start({ file, tokenFile })).rejects.toThrow(/file_unwritable/)
  expect(existsSync(`${file}-wal`)).toBe(false)
})

test('opens the browser with the address; says so when there is none', async () => {
  // Stands in for the desktop's opener: notes what it was called with.
  const bin = await temporaryFolder()
  const noted = join(bin, 'noted')
  for (const name of ['xdg-open', 'open'])
    await writeFile(join(bin, name), `#!/bin/sh\nprintf '%s' "$*" > '${noted}'\n`, { mode: 0o755 })
  const serving = await start({ open: true }, { PATH: bin })
  await expect.poll(() => readFile(noted, 'utf8').catch(() => '')).toBe(serving.printed)
  expect((await serving.stop()).said).not.toContain('No browser')

  const without = await start({ open: true }, { PATH: await temporaryFolder() })
  const origin = new URL(without.printed).origin
  await expect.poll(async () => (await fetch(origin)).status).toBe(200)
  expect((await without.stop()).said).toContain('No browser')
})
