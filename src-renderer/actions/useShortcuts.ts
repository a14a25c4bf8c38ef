import { useEffect, useRef } from 'react'
import { isActionId } from '../../src-shared/actions'
import { transport } from '../client/client'
import { useDialogs } from '../state/dialogs'
import { runAction } from './actions'
import type { ActionContext } from './context'
import { actionOf } from './shortcuts'

/** Listens to the keyboard and to the native menu. Nothing happens behind an open dialog. */
export function useShortcuts(context: ActionContext): void {
  const latest = useRef(context)
  useEffect(() => {
    latest.current = context
  }, [context])

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (useDialogs.getState().dialog !== null) return
      const id = actionOf(event)
      if (id !== null && runAction(id, latest.current)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    const unsubscribe = transport.subscribe((event) => {
      if (event.type === 'action' && isActionId(event.id) && useDialogs.getState().dialog === null)
        runAction(event.id, latest.current)
    })
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      unsubscribe()
    }
  }, [])
}
