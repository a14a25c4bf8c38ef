import { join } from 'node:path'
import { app, type BrowserWindow, dialog, type MessageBoxOptions } from 'electron'
import { tellFailure, translator } from '../../src-shared/i18n/translate'
import type { Language } from '../../src-shared/model/language'
import type { Failure } from '../../src-shared/reply'
import { workspaceEnding } from '../lastWorkspace'

/** What somebody chose when a workspace could not be opened at the start. */
export type Instead = 'openAnother' | 'openSample' | 'quit'

/** What went wrong, as the heading of a box. */
export type Mishap = 'notOpened' | 'notCreated' | 'notCopied'

/** The native dialogs, in one language, in front of a window or on their own before there is one. */
export class Dialogs {
  private readonly t

  constructor(
    private readonly window: BrowserWindow | null,
    private readonly language: Language,
  ) {
    this.t = translator(language)
  }

  /** Where to make a new workspace; null: thought better of it. */
  newFile(sample: boolean): Promise<string | null> {
    const name = this.t(sample ? 'electron.sampleFile' : 'electron.dialog.newFile')
    return this.target(name, this.t('electron.dialog.newTitle'), this.t('electron.dialog.create'))
  }

  /** Where to write a copy of the workspace called `name`; null: thought better of it. */
  copyFile(name: string): Promise<string | null> {
    const copy = this.t('electron.dialog.copyFile', { name })
    return this.target(copy, this.t('electron.dialog.copyTitle'), this.t('electron.dialog.save'))
  }

  /** Which workspace to open; null: thought better of it. */
  async existingFile(): Promise<string | null> {
    const options = { title: this.t('electron.dialog.openTitle'), filters: this.filters(), properties: ['openFile' as const] }
    const chosen = await (this.window ? dialog.showOpenDialog(this.window, options) : dialog.showOpenDialog(options))
    return chosen.filePaths[0] ?? null
  }

  /** Tells what went wrong, and waits until it was read. */
  async mishap(mishap: Mishap, failure: Failure): Promise<void> {
    await this.box({ ...this.sentence(mishap, failure), buttons: [this.t('electron.dialog.ok')] })
  }

  /** Tells why the first workspace was not opened, and asks what to do instead. */
  async instead(failure: Failure): Promise<Instead> {
    const choices = ['openAnother', 'openSample', 'quit'] as const
    const chosen = await this.box({
      ...this.sentence('notOpened', failure),
      buttons: choices.map((choice) => this.t(`electron.dialog.${choice}`)),
      cancelId: choices.indexOf('quit'),
    })
    return choices[chosen] ?? 'quit'
  }

  /** Tells that a file was upgraded and where it was kept as it had been. */
  async upgraded(backup: string): Promise<void> {
    await this.box({
      type: 'info',
      message: this.t('electron.dialog.upgraded'),
      detail: this.t('electron.dialog.upgradedDetail', { value: backup }),
      buttons: [this.t('electron.dialog.ok')],
    })
  }

  async about(): Promise<void> {
    await this.box({
      type: 'info',
      message: this.t('electron.name'),
      detail: this.t('electron.dialog.about', { version: app.getVersion() }),
      buttons: [this.t('electron.dialog.ok')],
    })
  }

  private async target(name: string, title: string, buttonLabel: string): Promise<string | null> {
    const defaultPath = join(app.getPath('documents'), name + workspaceEnding)
    const options = {
      title,
      buttonLabel,
      defaultPath,
      filters: this.filters(),
      properties: ['showOverwriteConfirmation' as const],
    }
    const chosen = await (this.window ? dialog.showSaveDialog(this.window, options) : dialog.showSaveDialog(options))
    if (chosen.canceled || chosen.filePath === '') return null
    // Not every system's dialog adds the ending.
    return chosen.filePath.endsWith(workspaceEnding) ? chosen.filePath : chosen.filePath + workspaceEnding
  }

  private filters() {
    return [{ name: this.t('electron.dialog.workspaces'), extensions: [workspaceEnding.slice(1)] }]
  }

  private sentence(mishap: Mishap, failure: Failure) {
    const { message } = tellFailure(failure, this.language)
    return { type: 'error' as const, message: this.t(`electron.dialog.${mishap}`), detail: message }
  }

  private async box(options: MessageBoxOptions): Promise<number> {
    const text = { noLink: true, title: this.t('electron.name'), ...options }
    const { response } = await (this.window ? dialog.showMessageBox(this.window, text) : dialog.showMessageBox(text))
    return response
  }
}
