import { create } from 'zustand'

export type Arrangement = 'role' | 'status'

interface PlanState {
  readonly arrangement: Arrangement
  readonly playbookOpen: boolean
  /** Whose playbook is at hand; null: the first column's. */
  readonly role: string | null
  readonly set: (change: Partial<Omit<PlanState, 'set'>>) => void
}

/** How the board is looked at, while this window is open. */
export const usePlan = create<PlanState>()((set) => ({
  arrangement: 'role',
  playbookOpen: true,
  role: null,
  set: (change) => set(change),
}))
