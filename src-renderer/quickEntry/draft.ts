import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { AccountId, PersonId } from '../../src-shared/model/ids'

/** A new text, or the map as text. */
export type Sheet = 'entry' | 'map'

/** Who is meant by a name, of those it may mean. */
export interface Answer {
  readonly choice: PersonId | 'new'
  readonly candidates: readonly PersonId[]
}

export interface Draft {
  readonly sheet: Sheet
  /** Null: not touched. */
  readonly texts: Readonly<Record<Sheet, string | null>>
  /** Of names that several people may have, by `Mention.key`. */
  readonly answers: Readonly<Record<string, Answer>>
}

const empty: Draft = { sheet: 'entry', texts: { entry: null, map: null }, answers: {} }

interface DraftState {
  readonly drafts: Readonly<Record<string, Draft>>
  readonly change: (key: string, change: Partial<Draft>) => void
  readonly forget: (key: string) => void
}

/**
 * Texts that were begun, by account, until they are entered: closing the dialog or reloading the window loses nothing. They speak of
 * people, so they end with the window instead of staying in the profile.
 */
export const useDrafts = create<DraftState>()(
  persist(
    (set) => ({
      drafts: {},
      change: (key, change) => set(({ drafts }) => ({ drafts: { ...drafts, [key]: { ...(drafts[key] ?? empty), ...change } } })),
      forget: (key) => set(({ drafts }) => ({ drafts: Object.fromEntries(Object.entries(drafts).filter(([of]) => of !== key)) })),
    }),
    { name: 'linchpin.quickEntry', version: 1, storage: createJSONStorage(() => sessionStorage) },
  ),
)

/** The key of an account's draft; null: of a text that is to name its account. */
export const draftKey = (accountId: AccountId | null): string => accountId ?? ''

export const useDraft = (key: string): Draft => useDrafts((state) => state.drafts[key] ?? empty)

/** Adds a text to the new text of an account, below what was begun there. @returns where it begins */
export function beginDraft(accountId: AccountId, text: string): number {
  const key = draftKey(accountId)
  const { drafts, change } = useDrafts.getState()
  const { texts } = drafts[key] ?? empty
  const begun = texts.entry?.trimEnd() ?? ''
  const before = begun === '' ? '' : `${begun}\n`
  change(key, { sheet: 'entry', texts: { ...texts, entry: before + text } })
  return before.length
}
