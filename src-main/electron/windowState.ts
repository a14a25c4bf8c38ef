import { z } from 'zod'
import { keptFile } from './keptFile'
import { Bounds } from './windowPlace'

const WindowState = z.object({ bounds: Bounds, maximized: z.boolean() })

/** Where the window was when it was last closed; null the first time. */
export const windowState = keptFile('window.json', WindowState.nullable(), null)
