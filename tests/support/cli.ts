import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'

const root = resolve(import.meta.dirname, '../..')
/** Krackhardt's company, as the repository ships it. */
export const krackhardt = (name: 'people' | 'ties'): string => join(import.meta.dirname, `../fixtures/krackhardt/${name}.csv`)

export interface CliRun {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Builds the program where a source is newer than it, as `npm run linchpin` does: once, before a file's tests. */
export async function ensureProgram(): Promise<void> {
  const { code, stderr } = await run(join(root, 'scripts/linchpin.mjs'), ['--version'], {})
  if (code !== 0) throw new Error(stderr)
}

/** Runs the built command line, in English unless the environment says otherwise. */
export async function linchpin(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<CliRun> {
  return run(join(root, 'out/main/cli.js'), args, env)
}

async function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<CliRun> {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, LC_ALL: '', LC_MESSAGES: '', LANG: 'en_GB.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code: child.exitCode, stdout, stderr }
}

/** The same with `--json`: what is on standard output is one JSON document in one line, and nothing else. */
export async function linchpinJson(
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
): Promise<CliRun & { readonly value: unknown }> {
  const run = await linchpin([...args.slice(0, 1), '--json', ...args.slice(1)], env)
  if (!/^[^\n]+\n$/.test(run.stdout)) throw new Error(`${args.join(' ')}: not one document: ${run.stdout} ${run.stderr}`)
  return { ...run, value: JSON.parse(run.stdout) }
}
