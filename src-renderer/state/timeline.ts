import { create } from 'zustand'
import { persist } from 'zustand/middleware'

/** Days that pass in a second while the slider plays. */
export const speeds = [7, 30, 90, 365] as const
export type Speed = (typeof speeds)[number]

interface TimelineState {
  readonly open: boolean
  readonly speed: Speed
  readonly playing: boolean
  readonly set: (change: Partial<Pick<TimelineState, 'open' | 'speed' | 'playing'>>) => void
}

/** How the as-of slider is used; it is playing in this window alone, the rest is kept in this browser profile. */
export const useTimeline = create<TimelineState>()(
  persist((set) => ({ open: true, speed: 30, playing: false, set: (change) => set(change) }), {
    name: 'linchpin.timeline',
    version: 1,
    partialize: ({ open, speed }) => ({ open, speed }),
  }),
)
