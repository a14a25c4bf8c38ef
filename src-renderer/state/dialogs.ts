import { create } from 'zustand'
import type { PersonId, SeatId } from '../../src-shared/model/ids'
import type { Side } from '../../src-shared/model/scales'

/** The dialog that is open, with what it begins from. */
export type Dialog =
  | { readonly kind: 'newAccount' }
  | { readonly kind: 'newOpportunity' }
  | { readonly kind: 'addPerson'; readonly side?: Side; readonly superiorId?: SeatId; readonly besideId?: SeatId }
  | { readonly kind: 'fillSeat'; readonly seatId: SeatId }
  | { readonly kind: 'addTie'; readonly fromId?: PersonId }
  | { readonly kind: 'giveRole'; readonly seatId?: SeatId; readonly role?: string }
  | { readonly kind: 'quickEntry' }
  | { readonly kind: 'import'; readonly files?: readonly File[] }
  | { readonly kind: 'export' }
  | { readonly kind: 'merge' | 'split' | 'rename'; readonly personId: PersonId }
  | { readonly kind: 'move'; readonly personId: PersonId; readonly seatId?: SeatId }
  | { readonly kind: 'history' }
  | { readonly kind: 'whoAmI' }
  | { readonly kind: 'palette'; readonly find: boolean }
  | { readonly kind: 'help' }

interface DialogState {
  readonly dialog: Dialog | null
  readonly open: (dialog: Dialog) => void
  readonly close: () => void
}

export const useDialogs = create<DialogState>()((set) => ({
  dialog: null,
  open: (dialog) => set({ dialog }),
  close: () => set({ dialog: null }),
}))

export const openDialog = (dialog: Dialog): void => useDialogs.getState().open(dialog)
