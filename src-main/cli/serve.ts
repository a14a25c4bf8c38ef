import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { open, rename, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../../src-shared/errors'
import { tellFailure, translator } from '../../src-shared/i18n/translate'
import type { Language } from '../../src-shared/model/language'
import { type RunningServer, startServer } from '../http/server'
import { openLastWorkspace, rememberWorkspace, type StartingPoint } from '../lastWorkspace'
import { openWorkspace, type Workspace } from '../workerClient'
import { openBrowser } from './openBrowser'

export interface ServeOptions {
  /** The workspace. Default: the last one opened, at first the sample. */
  readonly file?: string
  /** Default: `USUAL_PORT`, or any free one while that is taken. */
  readonly port?: number
  /** Whether to open the default browser. */
  readonly open: boolean
  /** Gets the token for other programs, readable by its owner alone. */
  readonly tokenFile?: string
  /** Prints `{"address","url","file"}` instead of the bare address. Default false. */
  readonly json?: boolean
  readonly language: Language
  /** The built page. */
  readonly rendererDir: string
}

/** The same at every launch, so that a browser, to which another port is another site, remembers theme and views. */
const USUAL_PORT = 21_865

/** Asks to end: Ctrl+C, a service manager, a closed terminal. */
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Shows a workspace in the browser until asked to stop. The address goes to standard output, what people should know to standard
 * error.
 * @throws OpenFailure with a `file_…` code; AppError `port_taken`, `file_unwritable`
 */
export async function serve(options: ServeOptions): Promise<void> {
  const { language } = options
  const t = translator(language)
  const say = (sentence: string) => void process.stderr.write(`${sentence}\n`)
  const stopAsked = Promise.race(STOP_SIGNALS.map((signal) => once(process, signal)))

  const { workspace, refused } = await startingPoint(options.file, language)
  try {
    if (refused) say(`${tellFailure(refused, language).message} ${t('cli.serve.instead', { file: basename(workspace.file) })}`)
    const server = await startOnPort(options, workspace)
    try {
      if (options.tokenFile !== undefined) await writeSecret(options.tokenFile, server.token)
      const { address, url } = server
      process.stdout.write(`${options.json ? JSON.stringify({ address, url, file: workspace.file }) : address}\n`)
      say(t('cli.serve.ready', { file: basename(workspace.file) }))
      if (options.open) openBrowser(address).catch(() => say(t('cli.serve.noBrowser')))
      await stopAsked
    } finally {
      await server.close()
    }
  } finally {
    await workspace.close()
  }
  say(t('cli.serve.stopped', { file: basename(workspace.file) }))
}

async function startOnPort({ rendererDir, port, language }: ServeOptions, workspace: Workspace): Promise<RunningServer> {
  if (port !== undefined) return startServer({ workspace, rendererDir, port, language })
  try {
    return await startServer({ workspace, rendererDir, port: USUAL_PORT, language })
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'port_taken') throw error
    return startServer({ workspace, rendererDir, language })
  }
}

async function startingPoint(file: string | undefined, language: Language): Promise<StartingPoint> {
  if (file === undefined) return openLastWorkspace(language)
  const workspace = await openWorkspace(file)
  await rememberWorkspace(file)
  return { workspace, refused: null }
}

/**
 * Puts a secret where only its owner can read it. A new file takes the place of what was there, be it readable by others or a
 * link to somewhere else.
 * @throws AppError `file_unwritable`
 */
async function writeSecret(path: string, secret: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`
  try {
    const file = await open(draft, 'wx', 0o600)
    await file.writeFile(`${secret}\n`)
    await file.close()
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw new AppError('file_unwritable', { value: path, detail: error instanceof Error ? error.message : '' }, { cause: error })
  }
}
