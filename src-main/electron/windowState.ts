import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { userFolder } from '../lastWorkspace'
import { Bounds } from './windowPlace'

const WindowState = z.object({ bounds: Bounds, maximized: z.boolean() })
export type WindowState = z.infer<typeof WindowState>

/** Where the window was when it was last closed; null the first time, or when what was kept makes no sense. */
export function rememberedState(): WindowState | null {
  try {
    return WindowState.parse(JSON.parse(readFileSync(stateFile(), 'utf8')))
  } catch {
    return null
  }
}

/** Written at once, since a window that closes may be the last thing this process does. */
export function rememberState(state: WindowState): void {
  mkdirSync(userFolder(), { recursive: true })
  writeFileSync(stateFile(), JSON.stringify(state))
}

const stateFile = () => join(userFolder(), 'window.json')
