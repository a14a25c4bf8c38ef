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
      const { keys, press } = useMapEdit.getState()
      let stroke = strokeOf(event, keys)
      if (keys !== '' && !modifierKeys.has(event.key)) {
        press('')
        // What ends nothing that was begun is a key like any other.
        if (stroke.kind === 'none' && event.key !== 'Escape') stroke = strokeOf(event, '')
        else event.preventDefault()
      }
      if (stroke.kind === 'more') press(stroke.keys)
      else if (stroke.kind === 'none' || !runAction(stroke.id, latest.current)) return
      event.preventDefault()
    }
    function onPaste(event: ClipboardEvent) {
      if (useDialogs.getState().dialog !== null || !isCanvas(event)) return
      if (!canRun('pastePeople', latest.current)) return
      event.preventDefault()
      void pastePeople(latest.current, event.clipboardData)
    }
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('paste', onPaste)
    const unsubscribe = transport.subscribe((event) => {
      if (event.type === 'action' && isActionId(event.id) && useDialogs.getState().dialog === null)
        runAction(event.id, latest.current)
    })
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('paste', onPaste)
      unsubscribe()
    }
  }, [])
}
