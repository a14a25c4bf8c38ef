import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Layer } from '../../src-shared/contract'
import type { Day } from '../../src-shared/model/day'
import type { Drawing } from '../../src-shared/model/graph'
import type { AccountId, OpportunityId, PersonId } from '../../src-shared/model/ids'
import type { LensId } from '../../src-shared/model/lens'
import type { TieChoice } from '../../src-shared/scene/sceneTypes'
import type { Selection } from './selection'

export type Screen = 'accounts' | 'account' | 'tasks' | 'inbox' | 'settings'
export type Tab = 'map' | 'people' | 'opportunities' | 'matrix' | 'timeline' | 'plan'
export type ThemeChoice = 'system' | 'light' | 'dark'

/** How one account is looked at. */
export interface AccountView {
  /** Null: none, so nothing of a deal is shown; undefined: the account's first. */
  readonly opportunityId: OpportunityId | null | undefined
  readonly drawing: Drawing
  readonly layer: Layer
  readonly ties: TieChoice
  readonly legendOpen: boolean
  /** Departments drawn as one block, as the map names them. */
  readonly foldedUnits: readonly string[]
  /** Null: today. Forgotten with the window, so that nobody starts the day in the past. */
  readonly asOf: Day | null
  readonly selection: Selection | null
  readonly focusPersonId: PersonId | null
}

const freshView: AccountView = {
  opportunityId: undefined,
  drawing: 'role',
  layer: 'roles',
  ties: 'relevant',
  legendOpen: false,
  foldedUnits: [],
  asOf: null,
  selection: null,
  focusPersonId: null,
}

export interface WindowState {
  readonly screen: Screen
  readonly accountId: AccountId | null
  readonly tab: Tab
  readonly theme: ThemeChoice
  /** Whose words the account is read in; null: our own. */
  readonly lens: LensId | null
  readonly inspectorOpen: boolean
  /** Width of the inspector in CSS pixels. */
  readonly inspectorWidth: number
  /** The question "which of ours are you" was put off in these workspaces, by file name. */
  readonly skippedMe: readonly string[]
  readonly views: Readonly<Record<AccountId, AccountView>>

  readonly show: (screen: Exclude<Screen, 'account'>) => void
  readonly openAccount: (accountId: AccountId, tab?: Tab) => void
  readonly set: (
    change: Partial<Pick<WindowState, 'theme' | 'lens' | 'inspectorOpen' | 'inspectorWidth' | 'skippedMe' | 'tab'>>,
  ) => void
  /** Changes how the open account is looked at. */
  readonly look: (change: Partial<AccountView>) => void
  /** Selects, and opens the inspector for it. */
  readonly select: (selection: Selection | null) => void
}

/** What this window shows, account by account. Lasting choices are kept in this browser profile, never in the workspace. */
export const useWindow = create<WindowState>()(
  persist(
    (set, get) => ({
      screen: 'accounts',
      accountId: null,
      tab: 'map',
      theme: 'system',
      lens: null,
      inspectorOpen: true,
      inspectorWidth: 340,
      skippedMe: [],
      views: {},

      show: (screen) => set({ screen }),
      openAccount: (accountId, tab) => set({ screen: 'account', accountId, ...(tab && { tab }) }),
      set: (change) => set(change),
      look: (change) => {
        const { accountId, views } = get()
        if (accountId === null) return
        set({ views: { ...views, [accountId]: { ...viewOf(views, accountId), ...change } } })
      },
      select: (selection) => {
        get().look({ selection })
        if (selection) set({ inspectorOpen: true })
      },
    }),
    {
      name: 'linchpin.window',
      version: 1,
      partialize: ({ screen, accountId, tab, theme, lens, inspectorOpen, inspectorWidth, skippedMe, views }) => ({
        screen,
        accountId,
        tab,
        theme,
        lens,
        inspectorOpen,
        inspectorWidth,
        skippedMe,
        views: Object.fromEntries(
          Object.entries(views).map(([id, view]) => [id, { ...view, asOf: null, selection: null, focusPersonId: null }]),
        ),
      }),
    },
  ),
)

function viewOf(views: WindowState['views'], accountId: AccountId | null): AccountView {
  return (accountId === null ? undefined : views[accountId]) ?? freshView
}

/** How the open account is looked at. */
export const useView = (): AccountView => useWindow((state) => viewOf(state.views, state.accountId))

export function currentView(): AccountView {
  const { views, accountId } = useWindow.getState()
  return viewOf(views, accountId)
}
