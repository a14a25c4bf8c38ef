import type { Reply } from './reply'

/**
 * What a sandboxed window gets as `window.linchpin`, and all it gets: no Node, no channel names, no paths but those of the list
 * of recent files. In a browser there is none, and the page speaks HTTP instead.
 */
export interface Bridge {
  readonly kind: 'electron'
  readonly platform: BridgePlatform
  /**
   * Answers one endpoint of the contract.
   * @param callId names the call, to be told its progress and to cancel it; not given: neither.
   */
  call(endpoint: string, input: unknown, callId?: string): Promise<Reply<unknown>>
  /** Cancels a running call: its reply is the failure `cancelled`. An id that nobody knows does nothing. */
  cancel(callId: string): void
  /** Tells every event from now on. Returns how to stop being told. */
  onEvent(listener: (event: BridgeEvent) => void): () => void
  readonly shell: BridgeShell
}

/** Decides whether shortcuts are drawn with ⌘ or Ctrl. */
export type BridgePlatform = 'darwin' | 'linux' | 'win32'

export type BridgeEvent =
  /** The workspace changed: by this endpoint of ours, or, when empty, by another process. */
  | { readonly type: 'changed'; readonly endpoint: string }
  /** A running call is this far, 0–1. */
  | { readonly type: 'progress'; readonly callId: string; readonly share: number }
  /** Somebody chose an action in the native menu; `id` is one of actions.ts. */
  | { readonly type: 'action'; readonly id: string }
  /** Somebody clicked the system's notification of a task. */
  | { readonly type: 'task'; readonly taskId: string }

/**
 * What only a desktop can do. A window that is to show another workspace loads its page anew by itself. Each asks in a native dialog where it needs an answer and tells its own failures there, so that a
 * page has nothing to show. True: it happened. False: the user thought better of it, or was told why not.
 */
export interface BridgeShell {
  /** Asks where, makes a workspace there, empty or with the demonstration accounts, and opens it in this window. */
  newWorkspace(sample: boolean): Promise<boolean>
  /** Asks which, and opens it in this window. */
  openWorkspace(): Promise<boolean>
  /** Opens one of `recent()` in this window. @param path as listed there; another path is refused. */
  openRecent(path: string): Promise<boolean>
  /** Asks where, and writes a consistent copy there. The window keeps showing the original. */
  saveCopy(): Promise<boolean>
  /** The workspaces opened lately, latest first, at most ten. */
  recent(): Promise<readonly RecentWorkspace[]>
  /** Begins a mail to a `mailto:` address in the user's own program. Any other address is refused. */
  openExternal(url: string): Promise<boolean>
  /**
   * Opens what an attachment points at: a page in the user's browser, a document in its own program, any other file that is there in its
   * folder. False: there is no such file, or it could start a program.
   */
  openAttachment(target: string): Promise<boolean>
  /** Others look at the screen from now on, or do no longer: meanwhile the system notifies nobody of anything. */
  presenting(presenting: boolean): void
}

export interface RecentWorkspace {
  readonly path: string
  /** The file's name without folder and ending. */
  readonly name: string
}
