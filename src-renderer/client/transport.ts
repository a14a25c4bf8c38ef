import type { Reply } from '../../src-shared/reply'

export interface CallOptions {
  /** Shares 0–1 while long work runs. */
  readonly onProgress?: (share: number) => void
  /** Aborting cancels the work; the reply is then the failure `cancelled`. */
  readonly signal?: AbortSignal
}

export type ClientEvent =
  /** The workspace changed by this endpoint; empty: by another process. */
  | { readonly type: 'changed'; readonly endpoint: string }
  /** The way to the core broke, or stands again. */
  | { readonly type: 'connection'; readonly up: boolean }
  /** Somebody chose an action in the native menu. */
  | { readonly type: 'action'; readonly id: string }
  /** Somebody clicked the system's notification of a task. */
  | { readonly type: 'task'; readonly taskId: string }

/** One of the ways from a window to the core: Electron's bridge or loopback HTTP. */
export interface Transport {
  /** Answers like the core; a broken way is the failure `connection_lost`, never a rejection. */
  call(endpoint: string, input: unknown, options: CallOptions): Promise<Reply<unknown>>
  /** Tells every event from now on. Returns how to stop. */
  subscribe(listener: (event: ClientEvent) => void): () => void
}
