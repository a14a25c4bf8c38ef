import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { onTestFinished } from 'vitest'

/** Another process that holds a workspace's write lock, until it is ended or for some ms. */
export async function lockingProcess(file: string, forMs?: number): Promise<ChildProcess> {
  const script = `
    const raw = new (require('better-sqlite3'))(process.argv[1])
    raw.exec('BEGIN EXCLUSIVE')
    console.log('locked')
    ${forMs === undefined ? `process.stdin.once('end', () => raw.close()).resume()` : `setTimeout(() => raw.close(), ${forMs})`}`
  const other = spawn(process.execPath, ['-e', script, file], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void other.kill())
  await once(other.stdout, 'data')
  return other
}

export async function ended(other: ChildProcess): Promise<void> {
  if (other.exitCode !== null) return
  const exited = once(other, 'exit')
  other.stdin?.end()
  await exited
}

/** Opens a file as another program does, runs SQL on it, closes it, and answers the accounts' industries in order of name. */
export function inAnotherProcess(file: string, sql: string): string[] {
  const script = `
    const raw = new (require('better-sqlite3'))(process.argv[1], { timeout: 5000 })
    raw.exec(process.argv[2])
    console.log(JSON.stringify(raw.prepare('SELECT industry FROM account ORDER BY name').pluck().all()))
    raw.close()`
  const answer: unknown = JSON.parse(execFileSync(process.execPath, ['-e', script, file, sql], { encoding: 'utf8' }))
  if (!Array.isArray(answer)) throw new Error('no list')
  return answer.map(String)
}
