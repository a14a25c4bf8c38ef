import { create } from 'zustand'
import type { AccountId } from '../../../src-shared/model/ids'
import type { SignalKind } from '../../../src-shared/model/scales'
import type { HintState } from './useSignals'

interface InboxState {
  readonly view: 'hints' | 'handOvers'
  /** null: of all. */
  readonly accountId: AccountId | null
  /** null: of all. */
  readonly kind: SignalKind | null
  readonly state: HintState
  readonly set: (change: Partial<Omit<InboxState, 'set'>>) => void
}

/** How the inbox is looked at, while this window is open. */
export const useInbox = create<InboxState>()((set) => ({
  view: 'hints',
  accountId: null,
  kind: null,
  state: 'open',
  set: (change) => set(change),
}))
