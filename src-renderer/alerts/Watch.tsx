import { useEffect } from 'react'
import type { Endpoint } from '../../src-shared/contract'
import { call, CallFailure, transport } from '../client/client'
import { useToday } from '../screens/tasks/useDueTasks'

/** How long nothing has to change before alerts are looked for, in ms: nobody's edit waits for them. */
const PAUSE_MS = 5_000
/** How long a window has for its first screen before that, in ms. */
const START_MS = 2_000
/** How often hints are looked for, in ms. */
const HOUR_MS = 3_600_000

/** Answers of the watch itself, and what is no news about an account. */
const quiet: ReadonlySet<string> = new Set<Endpoint>(['alerts.refresh', 'alerts.see', 'alert.dismiss', 'layout.remember'])
/** What may bring in a record that hints are found in. */
const brings: ReadonlySet<string> = new Set<Endpoint>(['import.files'])

/** Looks for hints and alerts without being asked: at the start, when the day changes, after imports, once an hour, and alerts after edits. */
export function Watch() {
  const today = useToday()
  useEffect(() => {
    let pause: ReturnType<typeof setTimeout> | undefined
    let finding = true
    async function look() {
      try {
        if (finding) await call('signals.find', { on: today })
        finding = false
        await call('alerts.refresh', { on: today })
      } catch (error) {
        // Without a connection, or with a file that cannot be written, the next change tries again; the window tells of both itself.
        if (!(error instanceof CallFailure)) throw error
      }
    }
    function lookSoon(after = PAUSE_MS) {
      clearTimeout(pause)
      pause = setTimeout(() => void look(), after)
    }
    lookSoon(START_MS)
    const hourly = setInterval(() => {
      finding = true
      lookSoon()
    }, HOUR_MS)
    const stop = transport.subscribe((event) => {
      if (event.type !== 'changed' || quiet.has(event.endpoint) || event.endpoint === 'signals.find') return
      finding ||= brings.has(event.endpoint)
      lookSoon()
    })
    return () => {
      clearTimeout(pause)
      clearInterval(hourly)
      stop()
    }
  }, [today])
  return null
}
