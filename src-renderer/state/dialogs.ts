import { create } from 'zustand'
import type { ListedSignal } from '../../src-shared/contract'
import type { AccountId, HandOverId, InteractionId, PersonId, SeatId, StrategyId, TaskId } from '../../src-shared/model/ids'
import type { Deck } from '../../src-shared/report/decks'
import type { JudgementKind, Side, StrategyStatus } from '../../src-shared/model/scales'
import type { Pasted } from '../quickEntry/PasteOffer'
import type { ChangeStart } from '../screens/change/begin'
import type { InteractionStart } from '../timeline/draft'

/** The dialog that is open, with what it begins from. */
export type DialogRequest =
  | { readonly kind: 'newAccount' }
  | { readonly kind: 'newOpportunity' }
  | { readonly kind: 'addPerson'; readonly side?: Side; readonly superiorId?: SeatId; readonly besideId?: SeatId }
  | { readonly kind: 'fillSeat'; readonly seatId: SeatId }
  | { readonly kind: 'addTie'; readonly fromId?: PersonId }
  | { readonly kind: 'giveRole'; readonly seatId?: SeatId; readonly role?: string }
  | { readonly kind: 'judge'; readonly subjectId: PersonId; readonly about?: JudgementKind }
  | { readonly kind: 'guidedRating'; readonly subjectId: PersonId; readonly ownPersonId?: PersonId }
  | { readonly kind: 'quickEntry'; readonly offer?: Pasted | null }
  | { readonly kind: 'import'; readonly files?: readonly File[] }
  | { readonly kind: 'export'; readonly deck?: Deck; readonly leaves?: readonly PersonId[] }
  | { readonly kind: 'merge' | 'split' | 'rename' | 'personData' | 'erase'; readonly personId: PersonId }
  | { readonly kind: 'move'; readonly personId: PersonId; readonly seatId?: SeatId }
  | { readonly kind: 'interaction'; readonly interactionId?: InteractionId; readonly start?: InteractionStart }
  | { readonly kind: 'calendarImport' | 'calendarExport' }
  | {
      readonly kind: 'strategy'
      readonly personId: PersonId
      readonly role?: string | null
      readonly strategyId?: StrategyId
      readonly fill?: boolean
      readonly status?: StrategyStatus
    }
  | { readonly kind: 'playbook'; readonly role: string }
  | { readonly kind: 'task'; readonly taskId?: TaskId; readonly personId?: PersonId }
  | {
      readonly kind: 'signal'
      readonly accountId?: AccountId
      readonly personId?: PersonId
      /** One that is there, to be edited. */
      readonly signal?: ListedSignal
    }
  | { readonly kind: 'change'; readonly accountId?: AccountId; readonly personId?: PersonId; readonly begin?: ChangeStart }
  | { readonly kind: 'handOver'; readonly handOverId: HandOverId }
  | { readonly kind: 'history' }
  | { readonly kind: 'whoAmI' }
  | { readonly kind: 'palette'; readonly find: boolean }
  | { readonly kind: 'help' }

interface DialogState {
  readonly dialog: DialogRequest | null
  readonly open: (dialog: DialogRequest) => void
  readonly close: () => void
}

export const useDialogs = create<DialogState>()((set) => ({
  dialog: null,
  open: (dialog) => set({ dialog }),
  close: () => set({ dialog: null }),
}))

export const openDialog = (dialog: DialogRequest): void => useDialogs.getState().open(dialog)
