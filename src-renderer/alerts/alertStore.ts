import { create } from 'zustand'

interface AlertListState {
  readonly open: boolean
  readonly set: (open: boolean) => void
}

/** Whether the list under the bell is shown. */
export const useAlertList = create<AlertListState>()((set) => ({
  open: false,
  set: (open) => set({ open }),
}))
