import type { BridgeEvent } from '../../src-shared/bridge'
import { contract } from '../../src-shared/contract'
import { tellFailure } from '../../src-shared/i18n/translate'
import type { Language } from '../../src-shared/model/language'
import type { Reply } from '../../src-shared/reply'
import type { Workspace } from '../workerClient'

/** The one workspace that the window shows, and the calls running on it. */
export class WorkspaceHost {
  private workspace: Workspace | null = null
  private stopListening = () => {}
  private readonly running = new Map<Promise<unknown>, Cancellable>()
  private spoken: Language

  /**
   * @param systemLanguage spoken until a workspace says another
   * @param tell passes an event to the window
   * @param onLanguage told when the language changes
   */
  constructor(
    private readonly systemLanguage: Language,
    private readonly tell: (event: BridgeEvent) => void,
    private readonly onLanguage: () => void,
  ) {
    this.spoken = systemLanguage
  }

  /** The language of the workspace; the system's while it has none. */
  get language(): Language {
    return this.spoken
  }

  /** The file being shown; null before the first. */
  get file(): string | null {
    return this.workspace?.file ?? null
  }

  /** Shows another workspace: stops what runs on the one before, and closes it. */
  async show(workspace: Workspace): Promise<void> {
    await this.close()
    this.workspace = workspace
    this.stopListening = workspace.onChanged((endpoint) => {
      this.tell({ type: 'changed', endpoint })
      // Another process may have changed anything.
      if (endpoint === '' || endpoint === 'workspace.setPreference') void this.askLanguage(workspace)
    })
    await this.askLanguage(workspace)
  }

  async call(endpoint: string, input: unknown, callId?: string): Promise<Reply<unknown>> {
    if (!this.workspace) return this.told({ ok: false, error: { code: 'no_workspace', message: '', params: {} } })
    const controller = new AbortController()
    const options = callId === undefined ? {} : { onProgress: (share: number) => this.tell({ type: 'progress', callId, share }) }
    const reply = this.workspace.call(endpoint, input, { signal: controller.signal, ...options })
    this.running.set(reply, { callId, controller })
    try {
      return this.told(await reply)
    } finally {
      this.running.delete(reply)
    }
  }

  /** Cancels a call by its id; one that is over or unknown is none. */
  cancel(callId: string): void {
    for (const call of this.running.values()) if (call.callId === callId) call.controller.abort()
  }

  /** Stops every call, waits for their ends, and closes the file: its write-ahead log is folded in. */
  async close(): Promise<void> {
    const { workspace } = this
    this.workspace = null
    this.stopListening()
    for (const { controller } of this.running.values()) controller.abort()
    await Promise.allSettled(this.running.keys())
    await workspace?.close()
  }

  private told(reply: Reply<unknown>): Reply<unknown> {
    return reply.ok ? reply : { ok: false, error: tellFailure(reply.error, this.spoken) }
  }

  private async askLanguage(workspace: Workspace): Promise<void> {
    const reply = await workspace.call('workspace.info', {})
    if (!reply.ok || this.workspace !== workspace) return
    const language = contract['workspace.info'].output.parse(reply.value).language ?? this.systemLanguage
    if (language === this.spoken) return
    this.spoken = language
    this.onLanguage()
  }
}

interface Cancellable {
  readonly callId: string | undefined
  readonly controller: AbortController
}
