import { QueryClient } from '@tanstack/react-query'
import type { Endpoint } from '../../src-shared/contract'
import { CallFailure } from './client'

/** Answers are right until a `changed` event; nothing goes stale by time, and only a broken connection is tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (count, error) => count < 3 && error instanceof CallFailure && error.failure.code === 'connection_lost',
    },
  },
})

/** What the map is drawn from: asked for before anything else, since the core answers one after the other. */
const FIRST: Endpoint = 'account.graph'
/** What takes the core longer than a map takes to load: asked for once nothing has changed for a while, so that no edit waits for it. */
const LAST: Endpoint = 'analysis.nextActions'
/** That while, in ms. */
const PAUSE_MS = 400

let pause: ReturnType<typeof setTimeout> | undefined

/** Asks again for everything that is shown. @returns when all but the slowest is there */
export async function askAnew(): Promise<void> {
  // A first answer that is on its way may be older than the change, but would be taken for the new one.
  void queryClient.cancelQueries({ predicate: ({ state }) => state.data === undefined }, { silent: true })
  clearTimeout(pause)
  pause = setTimeout(() => void queryClient.invalidateQueries({ queryKey: [LAST] }), PAUSE_MS)
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: [FIRST] }),
    queryClient.invalidateQueries({ predicate: ({ queryKey: [endpoint] }) => endpoint !== FIRST && endpoint !== LAST }),
  ])
}

/** A change that this window has asked for. */
interface OwnChange {
  readonly endpoint: Endpoint
  /** An event that was taken for this change's. */
  heard: boolean
}

/** How long an event may come after its reply, in ms. */
const EVENT_MS = 2_000
const own = new Set<OwnChange>()

/**
 * Announces a change by this window. Both its reply and its event tell that there is something new: what is shown is asked for again
 * after the reply, and not a second time for the event.
 */
export function beginChange(endpoint: Endpoint): { done(): Promise<void>; failed(): void } {
  const change: OwnChange = { endpoint, heard: false }
  own.add(change)
  return {
    done: async () => {
      // Without an event for so long there is none to come, and the next would be somebody else's.
      if (change.heard) own.delete(change)
      else setTimeout(() => own.delete(change), EVENT_MS)
      await askAnew()
    },
    failed: () => {
      own.delete(change)
      // Then what was heard was somebody else's change.
      if (change.heard) void askAnew()
    },
  }
}

/** Takes note that the workspace has changed by an endpoint; empty: by another process. */
export function hearChange(endpoint: string): void {
  for (const change of own) {
    if (change.endpoint !== endpoint || change.heard) continue
    change.heard = true
    return
  }
  void askAnew()
}
