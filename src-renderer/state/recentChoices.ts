import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { ActionId } from '../../src-shared/actions'
import type { SearchHit } from '../../src-shared/search/hit'

/** What somebody chose in the palette: a command, or something that a search had found. */
export type Choice = { readonly kind: 'action'; readonly id: ActionId } | SearchHit

/** Choices kept, latest first. */
const KEPT = 12

interface RecentState {
  readonly chosen: readonly Choice[]
  readonly remember: (choice: Choice) => void
  /** Of what may not be found by its old name any more. */
  readonly forget: (id: Choice['id']) => void
}

/** The palette's latest choices, kept in this browser profile. */
export const useRecentChoices = create<RecentState>()(
  persist(
    (set, get) => ({
      chosen: [],
      remember: (choice) =>
        set({
          chosen: [choice, ...get().chosen.filter((one) => one.kind !== choice.kind || one.id !== choice.id)].slice(0, KEPT),
        }),
      forget: (id) => set({ chosen: get().chosen.filter((one) => one.id !== id) }),
    }),
    { name: 'linchpin.recent', version: 1 },
  ),
)
