import { useMemo } from 'react'
import { useMaybeAccount, type OpenAccount } from '../account/AccountContext'
import { useHistory } from '../client/queries'
import { type Change, useChange } from '../client/useChange'
import { useText } from '../i18n/language'
import type { Translate } from '../../src-shared/i18n/translate'
import type { Language } from '../../src-shared/model/language'

import type { MapHandle } from '../map/MapView'
import { useMapHandle } from '../state/mapHandle'
import { type CardSelection, selectedCards, useMapEdit } from '../state/mapEdit'
import { type MapModeState, useMapMode } from '../state/mapMode'
import { usePresenting } from '../state/presentation'
import { type AccountView, useView, useWindow, type WindowState } from '../state/windowStore'

/** What an action looks at to know whether it makes sense now, and what it does it with. */
export interface ActionContext {
  readonly t: Translate
  readonly language: Language
  readonly window: WindowState
  readonly view: AccountView
  /** The open account, while one of its tabs is shown. */
  readonly open: OpenAccount | null
  /** The drawn map, while it is shown. */
  readonly map: MapHandle | null
  /** What the map is asked, and how to ask it something else. */
  readonly mode: MapModeState
  /** The people and seats that are selected; one or several, the selection among them. */
  readonly cards: readonly CardSelection[]
  /** Whether private facts are hidden from whoever looks on. */
  readonly presenting: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly change: Change
}

export function useActionContext(): ActionContext {
  const { t, language } = useText()
  const window = useWindow()
  const view = useView()
  const account = useMaybeAccount()
  const map = useMapHandle((state) => state.handle)
  const mode = useMapMode()
  const group = useMapEdit((state) => state.group)
  const history = useHistory()
  const presenting = usePresenting()
  const change = useChange()
  return useMemo(() => {
    const steps = history.data ?? []
    return {
      t,
      language,
      window,
      view,
      open: window.screen === 'account' ? account : null,
      map: window.screen === 'account' && window.tab === 'map' ? map : null,
      mode,
      cards: selectedCards(group, view.selection),
      presenting,
      canUndo: steps.some((step) => !step.undone),
      canRedo: steps.some((step) => step.undone),
      change,
    }
  }, [t, language, window, view, account, map, mode, group, presenting, history.data, change])
}
