import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Day } from '../../src-shared/model/day'
import { useWindow } from '../state/windowStore'

/** The parts of the situation, in the order they are told. */
export const sectionIds = ['coverage', 'support', 'findings', 'actions', 'risk', 'threading', 'changes'] as const
export type SectionId = (typeof sectionIds)[number]

interface InsightState {
  /** Those that are folded up. */
  readonly folded: readonly SectionId[]
  /** The part somebody asked to see; told once. */
  readonly asked: SectionId | null
  /** How far down the situation was read when a person was opened from it, in CSS pixels. */
  readonly scrolled: number
  /** From which day changes are told; null: the usual time back. */
  readonly since: Day | null
  readonly toggle: (id: SectionId) => void
  readonly ask: (id: SectionId | null) => void
  readonly keepScroll: (scrolled: number) => void
  readonly setSince: (since: Day | null) => void
}

/** How the situation is read; which parts are folded is kept in this browser profile. */
export const useInsight = create<InsightState>()(
  persist(
    (set, get) => ({
      folded: ['threading', 'changes'],
      asked: null,
      scrolled: 0,
      since: null,
      toggle: (id) => {
        const { folded } = get()
        set({ folded: folded.includes(id) ? folded.filter((other) => other !== id) : [...folded, id] })
      },
      ask: (asked) => set({ asked }),
      keepScroll: (scrolled) => set({ scrolled }),
      setSince: (since) => set({ since }),
    }),
    { name: 'linchpin.insight', version: 1, partialize: ({ folded }) => ({ folded }) },
  ),
)

/** Shows the situation of the open account, at one of its parts if asked. */
export function openSituation(section: SectionId | null = null): void {
  const { look, set } = useWindow.getState()
  look({ selection: null })
  set({ inspectorOpen: true })
  const { folded, toggle, ask } = useInsight.getState()
  if (section !== null && folded.includes(section)) toggle(section)
  ask(section)
}
