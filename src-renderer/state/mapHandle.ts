import { create } from 'zustand'
import type { MapHandle } from '../map/MapView'

interface MapHandleState {
  /** Null: no map is on screen. */
  readonly handle: MapHandle | null
  readonly hold: (handle: MapHandle | null) => void
}

/** The drawn map, so that the palette, the keyboard and the menus reach its camera. */
export const useMapHandle = create<MapHandleState>()((set) => ({
  handle: null,
  hold: (handle) => set({ handle }),
}))
