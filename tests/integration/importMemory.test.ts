import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeAll, expect, test } from 'vitest'
import { generateCompany } from '../fixtures/company'
import { ensureProgram, linchpin } from '../support/cli'
import { temporaryFolder } from '../support/workspace'

/** What a large import may take, in MB. It takes 235 to 270, of which the program itself is 110; with its rows as objects it took 430 to 490. */
const LIMIT_MB = 300
const PEOPLE = 100_000
const program = resolve(import.meta.dirname, '../../out/main/cli.js')
/**
 * Prints the highest resident memory of a process when it ends, in KiB. Linux is asked itself: its `getrusage` counts the parent's, too, from
 * which a process was forked.
 */
const tellHighest = `
  import { existsSync, readFileSync } from 'node:fs'
  const status = '/proc/self/status'
  process.on('exit', () => {
    const own = existsSync(status) ? /VmHWM:\\s+(\\d+)/.exec(readFileSync(status, 'utf8'))?.[1] : undefined
    console.log(own ?? process.resourceUsage().maxRSS)
  })`

beforeAll(ensureProgram, 120_000)

test(
  'importing 100,000 people does not keep their rows in memory: its highest stays below 300 MB',
  { timeout: 120_000 },
  async () => {
    const folder = await temporaryFolder()
    const people = join(folder, 'people.csv')
    await writeFile(people, generateCompany({ people: PEOPLE, seed: 1, ours: 0 }).people)
    const workspace = join(folder, 'large.linchpin')
    expect((await linchpin(['new', workspace])).code).toBe(0)

    const preload = `data:text/javascript,${encodeURIComponent(tellHighest)}`
    const args = ['--import', preload, program, 'import', workspace, '--account', 'Company', '--people', people]
    const child = spawn(process.execPath, args, { env: { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: '' } })
    const [told, highest] = await Promise.all([text(child.stderr), text(child.stdout), once(child, 'exit')])
    expect(told).toContain('100000 rows, 100000 new')
    const megabytes = Number(highest) / 1024
    expect(megabytes).toBeGreaterThan(50)
    expect(megabytes).toBeLessThan(LIMIT_MB)
  },
)
