import { resolve } from 'node:path'
import { contract } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import type { RecentWorkspace } from '../../src-shared/bridge'
import type { Failure } from '../../src-shared/reply'
import { toFailure } from '../core/failure'
import {
  newWorkspace,
  openLastWorkspace,
  openSample,
  recentWorkspaces,
  rememberWorkspace,
  workspaceName,
  writeFileWhole,
} from '../lastWorkspace'
import { OpenFailure, openWorkspace, type Workspace } from '../workerClient'
import type { Dialogs, Mishap } from './dialogs'
import type { WorkspaceHost } from './workspaceHost'

/** What people do with whole workspaces on the desktop: which one is shown, and how it is told when that cannot be. */
export class Desk {
  /** One workspace after the other: a second start may come while the first is still opening its own. */
  private turn: Promise<unknown> = Promise.resolve()

  /**
   * @param dialogs in the language and in front of the window of the moment
   * @param onShown another workspace is shown from now on
   */
  constructor(
    private readonly host: WorkspaceHost,
    private readonly dialogs: () => Dialogs,
    private readonly onShown: (file: string) => Promise<void>,
  ) {}

  /**
   * Shows what this start is about: the file that was asked for, else the last one, else the sample. When that cannot be opened,
   * says why and lets people choose. False: they chose to quit.
   */
  async begin(asked: string | null): Promise<boolean> {
    let refused: Failure | null = asked === null ? await this.showLast() : await this.show(() => openWorkspace(asked))
    while (refused) {
      const instead = await this.dialogs().instead(refused)
      switch (instead) {
        case 'openAnother': {
          const file = await this.dialogs().existingFile()
          if (file !== null) refused = await this.show(() => openWorkspace(file))
          break
        }
        case 'openSample':
          refused = await this.show(() => openSample(this.host.language))
          break
        case 'quit':
          return false
        default:
          instead satisfies never
      }
    }
    return true
  }

  /** Asks where, makes a workspace there and shows it. */
  async newWorkspace(sample: boolean): Promise<boolean> {
    const file = await this.dialogs().newFile(sample)
    if (file === null) return false
    return this.unless('notCreated', () => this.show(() => newWorkspace(file, this.host.language, sample)))
  }

  /** Asks which, and shows it. */
  async openWorkspace(): Promise<boolean> {
    const file = await this.dialogs().existingFile()
    return file !== null && this.openFile(file)
  }

  /** Shows a file that somebody pointed at: in the list of recent ones, on a command line, by a double click. */
  async openFile(file: string): Promise<boolean> {
    if (this.host.file === resolve(file)) return true
    return this.unless('notOpened', () => this.show(() => openWorkspace(resolve(file))))
  }

  /** The same for a page, which may name nothing but what is on the list. */
  async openRecent(path: string): Promise<boolean> {
    return (await recentWorkspaces()).includes(path) && this.openFile(path)
  }

  /** Asks where, and writes a consistent copy there. */
  async saveCopy(): Promise<boolean> {
    const original = this.host.file
    if (original === null) return false
    const file = await this.dialogs().copyFile(workspaceName(original))
    if (file === null) return false
    return this.unless('notCopied', () => this.copyTo(file, original))
  }

  async recent(): Promise<readonly RecentWorkspace[]> {
    return (await recentWorkspaces()).map((path) => ({ path, name: workspaceName(path) }))
  }

  private async showLast(): Promise<Failure | null> {
    const [last] = await recentWorkspaces()
    // With a window to ask in, a last workspace that cannot be opened is a question, not a sample.
    return this.show(
      last === undefined ? async () => (await openLastWorkspace(this.host.language)).workspace : () => openWorkspace(last),
    )
  }

  private show(open: () => Promise<Workspace>): Promise<Failure | null> {
    const shown = this.turn.then(() => this.showNow(open))
    this.turn = shown.catch(() => {})
    return shown
  }

  /** Opens first and lets go of the old one then, so that a refusal leaves everything as it was. */
  private async showNow(open: () => Promise<Workspace>): Promise<Failure | null> {
    let workspace: Workspace
    try {
      workspace = await open()
    } catch (error) {
      return error instanceof OpenFailure ? error.failure : toFailure(error)
    }
    await this.host.show(workspace)
    await rememberWorkspace(workspace.file)
    await this.onShown(workspace.file)
    if (workspace.upgradeBackup !== null) await this.dialogs().upgraded(workspace.upgradeBackup)
    return null
  }

  private async copyTo(file: string, original: string): Promise<Failure | null> {
    if (resolve(file) === resolve(original)) return toFailure(new AppError('file_exists', { value: file }))
    const reply = await this.host.call('workspace.copy', {})
    if (!reply.ok) return reply.error
    const { bytes } = contract['workspace.copy'].output.parse(reply.value)
    try {
      await writeFileWhole(file, Buffer.from(bytes, 'base64'))
      return null
    } catch (error) {
      return toFailure(new AppError('file_unwritable', { value: file, detail: error instanceof Error ? error.message : '' }))
    }
  }

  private async unless(mishap: Mishap, attempt: () => Promise<Failure | null>): Promise<boolean> {
    const failure = await attempt()
    if (failure) await this.dialogs().mishap(mishap, failure)
    return failure === null
  }
}
