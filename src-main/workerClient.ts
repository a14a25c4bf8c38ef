import { EventEmitter } from 'node:events'
import { Worker } from 'node:worker_threads'
import { contract, isEndpoint } from '../src-shared/contract'
import type { Reply } from '../src-shared/reply'
import { OpenFailure } from './core/failure'
import { CANCEL_SLOT, type FromWorker, PROGRESS_SCALE, PROGRESS_SLOT, SHARED_BYTES, type ToWorker } from './workerProtocol'
import workerPath from './worker?modulePath'

export { OpenFailure }

/** How often the file is looked at for another process's writes, in ms. */
const WATCH_MS = 700
/** How often a running call's progress is told, in ms. */
const PROGRESS_MS = 100

/**
 * What the writer's youngest objects may take, in MB, before they are looked through. Left alone, V8 gives them 130 when 100,000 rows are
 * imported and never gives it back; this costs such an import a twentieth of its time.
 */
const WRITER_YOUNG_MB = 16

/** What the doors hold: an open workspace behind its two threads. */
export interface Workspace {
  readonly file: string
  readonly upgradeBackup: string | null
  /** Answers one endpoint of the contract: queries on the reader, which never waits, mutations on the writer. */
  call(endpoint: string, input: unknown, options?: CallOptions): Promise<Reply<unknown>>
  /** Told after every change, by this process or another, and not of a call that changed nothing. Returns how to stop being told. */
  onChanged(listener: (endpoint: string) => void): () => void
  close(): Promise<void>
}

export interface CallOptions {
  /** Shares 0–1 while long work runs. */
  readonly onProgress?: (share: number) => void
  /** Aborting cancels the work: its transaction rolls back and the reply is the failure `cancelled`. */
  readonly signal?: AbortSignal
}

/** Opens a workspace file in two worker threads. @throws OpenFailure with a `file_…` code; the file stays as it is. */
export async function openWorkspace(file: string): Promise<Workspace> {
  const writer = await Thread.start('writer', file)
  const reader = await Thread.start('reader', file).catch(async (error: unknown) => {
    await writer.close()
    throw error
  })
  const changes = new EventEmitter<{ changed: [endpoint: string] }>()
  changes.setMaxListeners(0)

  // The writer's, which counts other connections' commits alone: the reader's counts this program's too, and would let one hide another.
  let seen = await writer.dataVersion()
  let watching: Promise<void> | null = null
  const watch = async () => {
    const version = await writer.dataVersion()
    if (version === seen) return
    seen = version
    changes.emit('changed', '')
  }
  const timer = setInterval(() => {
    watching ??= watch().finally(() => (watching = null))
  }, WATCH_MS)
  timer.unref()

  return {
    file,
    upgradeBackup: writer.upgradeBackup,
    call: async (endpoint, input, options) => {
      const mutates = isEndpoint(endpoint) && contract[endpoint].kind === 'mutation'
      const { reply, wrote } = await (mutates ? writer : reader).call(endpoint, input, options)
      if (reply.ok && wrote) {
        // Told by name, once the reader sees it. The reply does not wait for that.
        void reader.dataVersion().then(() => changes.emit('changed', endpoint))
      }
      return reply
    },
    onChanged: (listener) => {
      changes.on('changed', listener)
      return () => changes.off('changed', listener)
    },
    close: async () => {
      clearInterval(timer)
      await watching
      await reader.close()
      await writer.close()
    },
  }
}

type Answered = Pick<Extract<FromWorker, { type: 'reply' }>, 'reply' | 'wrote'>

class Thread {
  private readonly waiting = new Map<number, (message: FromWorker) => void>()
  private nextId = 1
  private exited = false
  upgradeBackup: string | null = null

  private constructor(private readonly worker: Worker) {
    worker.on('message', (message: FromWorker) => {
      if (message.type === 'reply' || message.type === 'dataVersion') {
        this.waiting.get(message.id)?.(message)
        this.waiting.delete(message.id)
      }
    })
    // A thread that dies answers whoever waits for it, then or later.
    worker.on('exit', () => {
      this.exited = true
      for (const [id, answer] of this.waiting) {
        answer(deadReply(id))
      }
      this.waiting.clear()
    })
  }

  static async start(role: 'writer' | 'reader', file: string): Promise<Thread> {
    const resourceLimits = role === 'writer' ? { maxYoungGenerationSizeMb: WRITER_YOUNG_MB } : {}
    const worker = new Worker(workerPath, { workerData: { role, file }, resourceLimits })
    const thread = new Thread(worker)
    return new Promise((resolve, reject) => {
      worker.once('error', reject)
      worker.once('message', (message: FromWorker) => {
        if (message.type === 'failed') reject(new OpenFailure(message.failure))
        if (message.type !== 'ready') return
        thread.upgradeBackup = message.upgradeBackup
        resolve(thread)
      })
    })
  }

  async call(endpoint: string, input: unknown, { onProgress, signal }: CallOptions = {}): Promise<Answered> {
    const memory = new SharedArrayBuffer(SHARED_BYTES)
    const shared = new Int32Array(memory)
    const cancel = () => void Atomics.store(shared, CANCEL_SLOT, 1)
    if (signal?.aborted) cancel()
    signal?.addEventListener('abort', cancel, { once: true })
    const timer = onProgress && setInterval(() => onProgress(Atomics.load(shared, PROGRESS_SLOT) / PROGRESS_SCALE), PROGRESS_MS)
    try {
      const message = await this.ask((id) => ({ type: 'call', id, endpoint, input, shared: memory }))
      if (message.type !== 'reply') throw new Error(`a worker answered a call with ${message.type}`)
      return message
    } finally {
      clearInterval(timer)
      signal?.removeEventListener('abort', cancel)
    }
  }

  async dataVersion(): Promise<number> {
    const message = await this.ask((id) => ({ type: 'dataVersion', id }))
    return message.type === 'dataVersion' ? message.version : 0
  }

  async close(): Promise<void> {
    if (this.exited) return
    const exited = new Promise<void>((resolve) => this.worker.once('exit', () => resolve()))
    this.worker.postMessage({ type: 'close' } satisfies ToWorker)
    await exited
  }

  private ask(message: (id: number) => ToWorker): Promise<FromWorker> {
    const id = this.nextId++
    if (this.exited) return Promise.resolve(deadReply(id))
    return new Promise((resolve) => {
      this.waiting.set(id, resolve)
      this.worker.postMessage(message(id))
    })
  }
}

const deadReply = (id: number): FromWorker => ({
  type: 'reply',
  id,
  reply: { ok: false, error: { code: 'no_workspace', message: '', params: {} } },
  wrote: false,
})
