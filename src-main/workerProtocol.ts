import type { Failure, Reply } from '../src-shared/reply'

/** Slots of the shared memory of one call: thousandths done, and whether to stop. */
export const PROGRESS_SLOT = 0
export const CANCEL_SLOT = 1
export const PROGRESS_SCALE = 1_000
export const SHARED_BYTES = 2 * Int32Array.BYTES_PER_ELEMENT

export type ToWorker =
  | {
      readonly type: 'call'
      readonly id: number
      readonly endpoint: string
      readonly input: unknown
      readonly shared: SharedArrayBuffer
    }
  | { readonly type: 'dataVersion'; readonly id: number }
  | { readonly type: 'close' }

export type FromWorker =
  | { readonly type: 'ready'; readonly upgradeBackup: string | null }
  | { readonly type: 'failed'; readonly failure: Failure }
  /** `wrote`: whether anything was written meanwhile. */
  | { readonly type: 'reply'; readonly id: number; readonly reply: Reply<unknown>; readonly wrote: boolean }
  | { readonly type: 'dataVersion'; readonly id: number; readonly version: number }
  | { readonly type: 'closed' }
