import { create } from 'zustand'
import type { PersonId } from '../../src-shared/model/ids'
import { useWindow } from './windowStore'

/** What the map is asked: nothing but to be read, how to get to somebody, or what is lost when some people leave. */
export type MapMode =
  | { readonly kind: 'read' }
  | { readonly kind: 'warmPath'; readonly target: PersonId }
  | { readonly kind: 'drill'; readonly gone: readonly PersonId[] }

export interface MapModeState {
  readonly mode: MapMode
  /** Asks for the way to somebody. */
  readonly seekPath: (target: PersonId) => void
  /** Lets somebody leave, or come back, in thought alone. With the last one back, the drill stays open. */
  readonly toggleGone: (person: PersonId) => void
  readonly leave: () => void
}

const read: MapMode = { kind: 'read' }

/** The question the map is asked. Forgotten with the window and with the account: it is about people of one map. */
export const useMapMode = create<MapModeState>()((set, get) => ({
  mode: read,
  seekPath: (target) => set({ mode: { kind: 'warmPath', target } }),
  toggleGone: (person) => {
    const { mode } = get()
    const gone = mode.kind === 'drill' ? mode.gone : []
    set({ mode: { kind: 'drill', gone: gone.includes(person) ? gone.filter((id) => id !== person) : [...gone, person] } })
  },
  leave: () => set({ mode: read }),
}))

useWindow.subscribe(({ accountId }, before) => {
  if (accountId !== before.accountId) useMapMode.getState().leave()
})
