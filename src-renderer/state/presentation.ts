import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'

interface PresentationState {
  /** Whether others look at this window: private facts are neither shown nor counted nor found. */
  readonly presenting: boolean
  readonly set: (presenting: boolean) => void
}

/** Kept with the tab, so that a reload in front of an audience reveals nothing; a new window begins without it. */
export const usePresentation = create<PresentationState>()(
  persist((set) => ({ presenting: false, set: (presenting) => set({ presenting }) }), {
    name: 'linchpin.presenting',
    version: 1,
    storage: createJSONStorage(() => sessionStorage),
    partialize: ({ presenting }) => ({ presenting }),
  }),
)

export const usePresenting = (): boolean => usePresentation((state) => state.presenting)
export const isPresenting = (): boolean => usePresentation.getState().presenting
