import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, extname, join, resolve } from 'node:path'
import { z } from 'zod'
import { AppError } from '../src-shared/errors'
import { translator } from '../src-shared/i18n/translate'
import type { Language } from '../src-shared/model/language'
import type { Failure } from '../src-shared/reply'
import { createCore } from './core/core'
import { createSample } from './core/sample'
import { OpenFailure, openWorkspace, type Workspace } from './workerClient'

/** How many workspaces are remembered. */
const REMEMBERED = 10
const Recent = z.array(z.string())

/** The ending of workspace files, with its dot. */
export const workspaceEnding = '.linchpin'

/**
 * The user's own folder for Linchpin, the same for the window and the browser: the list of recent workspaces, the sample, the
 * window's place. `LINCHPIN_HOME` puts it elsewhere (a stick, a test).
 */
export function userFolder(): string {
  const { LINCHPIN_HOME, APPDATA, XDG_DATA_HOME } = process.env
  if (LINCHPIN_HOME) return resolve(LINCHPIN_HOME)
  switch (process.platform) {
    case 'win32':
      return join(APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Linchpin')
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Linchpin')
    default:
      return join(XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'linchpin')
  }
}

/** The name that people know a workspace by: its file's, without folder and ending. */
export function workspaceName(file: string): string {
  return basename(file, extname(file))
}

/** The files opened lately, latest first; those that went away stay listed, so that opening one says what is the matter. */
export async function recentWorkspaces(): Promise<readonly string[]> {
  try {
    return Recent.parse(JSON.parse(await readFile(recentList(), 'utf8')))
  } catch {
    // No list yet, or one that somebody spoilt: nothing is remembered, and the next opening writes it anew.
    return []
  }
}

/** Puts a file in front of the list. */
export async function rememberWorkspace(file: string): Promise<void> {
  const path = resolve(file)
  const others = (await recentWorkspaces()).filter((known) => known !== path)
  await writeFileWhole(recentList(), JSON.stringify([path, ...others].slice(0, REMEMBERED), null, 2))
}

/** Writes a file so that a reader sees the old or the new one, never half; its folder is made when missing. */
export async function writeFileWhole(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true })
  const half = `${file}.${process.pid}.part`
  await writeFile(half, content)
  await rename(half, file)
}

/**
 * Opens the sample workspace in the user's folder, made in `language` when it is not there yet. One that cannot be opened any more
 * stays as it is, and another is made beside it.
 * @throws AppError `file_unwritable`
 */
export async function openSample(language: Language): Promise<Workspace> {
  await mkdir(userFolder(), { recursive: true })
  const name = translator(language)('electron.sampleFile')
  for (let copy = 1; ; copy++) {
    const file = join(userFolder(), `${copy === 1 ? name : `${name} ${copy}`}${workspaceEnding}`)
    try {
      return await (existsSync(file) ? openWorkspace(file) : newWorkspace(file, language, true))
    } catch (error) {
      if (!(error instanceof OpenFailure)) throw error
    }
  }
}

/**
 * Makes a workspace, empty or with the demonstration accounts, and opens it.
 * @throws AppError `file_exists`, `file_unwritable`
 */
export async function newWorkspace(file: string, language: Language, sample: boolean): Promise<Workspace> {
  if (existsSync(file)) throw new AppError('file_exists', { value: file })
  // Under another name first: what is cut short must not leave half a workspace.
  const half = `${file}.part`
  await rm(half, { force: true })
  if (sample) {
    await createSample(half, language)
  } else {
    const core = await createCore(half)
    await core.run('workspace.setPreference', { language })
    await core.close()
  }
  await rename(half, file)
  return openWorkspace(file)
}

/** A workspace opened without being asked which, and why the last one was not, when it should have been. */
export interface StartingPoint {
  readonly workspace: Workspace
  readonly refused: Failure | null
}

/**
 * What a start without a file opens: the last workspace, the sample when there was none yet, and the sample with a reason when
 * the last one cannot be opened; that one is still the last, since a network drive may come back.
 * @throws AppError `file_unwritable` when not even a sample can be made
 */
export async function openLastWorkspace(language: Language): Promise<StartingPoint> {
  const [last] = await recentWorkspaces()
  if (last === undefined) {
    const workspace = await openSample(language)
    await rememberWorkspace(workspace.file)
    return { workspace, refused: null }
  }
  try {
    return { workspace: await openWorkspace(last), refused: null }
  } catch (error) {
    if (!(error instanceof OpenFailure)) throw error
    return { workspace: await openSample(language), refused: error.failure }
  }
}

const recentList = () => join(userFolder(), 'recent.json')
