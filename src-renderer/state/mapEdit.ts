import { create } from 'zustand'
import type { Point } from '../../src-shared/layout/geometry'
import type { PersonId, SeatId } from '../../src-shared/model/ids'
import type { Selection } from './selection'
import { useWindow } from './windowStore'

/** Somebody's card, or that of an empty seat. */
export type CardSelection = Extract<Selection, { readonly kind: 'person' | 'seat' }>

/** What is asked on the map itself, beside what it is about. `at` is in CSS pixels of the window; null: in the middle. */
export type MapPopup =
  | {
      readonly kind: 'newPerson'
      readonly at: Point | null
      readonly superiorId: SeatId | null
      /** Whose side, organization and department the new seat shares; null: the customer's. */
      readonly likeId: SeatId | null
      /** The place on the influence map where the card is to stay. */
      readonly pin: Point | null
      /** What was typed already. */
      readonly name: string
    }
  | { readonly kind: 'rename'; readonly at: Point | null; readonly card: CardSelection }
  | { readonly kind: 'tieTo'; readonly at: Point | null; readonly fromId: PersonId }
  | { readonly kind: 'tieKind'; readonly at: Point | null; readonly fromId: PersonId; readonly toId: PersonId }
  | { readonly kind: 'remove'; readonly at: Point | null; readonly cards: readonly CardSelection[] }
  | { readonly kind: 'refused'; readonly at: Point | null; readonly sentence: string }

interface MapEdit {
  /** Those selected together. They count only as long as the window's selection is one of them. */
  readonly group: readonly CardSelection[]
  readonly popup: MapPopup | null
  /** Keys of a shortcut that has more to come; empty: none. */
  readonly keys: string
  readonly ask: (popup: MapPopup | null) => void
  readonly press: (keys: string) => void
  /** Selects several, the last one first of all; none: nothing. */
  readonly selectAll: (cards: readonly CardSelection[]) => void
}

/** What is under way on the map of this window; forgotten with the account and the tab. */
export const useMapEdit = create<MapEdit>()((set) => ({
  group: [],
  popup: null,
  keys: '',
  ask: (popup) => set({ popup, keys: '' }),
  press: (keys) => set({ keys }),
  selectAll: (group) => {
    set({ group })
    useWindow.getState().look({ selection: group.at(-1) ?? null })
  },
}))

useWindow.subscribe(({ accountId, tab, screen }, before) => {
  if (accountId === before.accountId && tab === before.tab && screen === before.screen) return
  useMapEdit.setState({ group: [], popup: null, keys: '' })
})

/** Who is selected: all of the group, where the selection is one of them, else the selection alone. */
export function selectedCards(group: readonly CardSelection[], selection: Selection | null): readonly CardSelection[] {
  if (selection?.kind !== 'person' && selection?.kind !== 'seat') return []
  return group.some(({ id }) => id === selection.id) ? group : [selection]
}
