import { useEffect, useRef } from 'react'
import { isActionId } from '../../src-shared/actions'
import { transport } from '../client/client'
import { useDialogs } from '../state/dialogs'
import { useMapEdit } from '../state/mapEdit'
import { canRun, runAction } from './actions'
import { pastePeople } from './clipboard'
import type { ActionContext } from './context'
import { isCanvas, modifierKeys, strokeOf } from './shortcuts'

/** Listens to the keyboard and to the native menu. Nothing happens behind an open dialog. */
export function useShortcuts(context: ActionContext): void {
  const latest = useRef(context)
  useEffect(() => {
    latest.current = context
  }, [context])

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (useDialogs.getState().dialog !== null) return
      const stroke = strokeOf(event, '')
      if (stroke.kind === 'more') useMapEdit.getState().press(stroke.keys)
      else if (stroke.kind === 'none' || !runAction(stroke.id, latest.current)) return
      event.preventDefault()
    }
    // What was begun comes before what the map does with the same key alone: 0 fits it, Escape selects nobody.
    function onLaterKey(event: KeyboardEvent) {
      const { keys, press } = useMapEdit.getState()
      if (keys === '' || useDialogs.getState().dialog !== null || modifierKeys.has(event.key)) return
      press('')
      const stroke = strokeOf(event, keys)
      if (stroke.kind === 'action') runAction(stroke.id, latest.current)
      // What ends nothing that was begun is a key like any other.
      else if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
    }
    function onPaste(event: ClipboardEvent) {
      // Where nothing has the keyboard, the event goes to whatever text was clicked last.
      if (useDialogs.getState().dialog !== null || !isCanvas({ target: document.activeElement })) return
      if (!canRun('pastePeople', latest.current)) return
      event.preventDefault()
      void pastePeople(latest.current, event.clipboardData)
    }
    window.addEventListener('keydown', onLaterKey, { capture: true })
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('paste', onPaste)
    const unsubscribe = transport.subscribe((event) => {
      if (event.type === 'action' && isActionId(event.id) && useDialogs.getState().dialog === null)
        runAction(event.id, latest.current)
    })
    return () => {
      window.removeEventListener('keydown', onLaterKey, { capture: true })
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('paste', onPaste)
      unsubscribe()
    }
  }, [])
}
