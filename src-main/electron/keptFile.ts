import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { userFolder } from '../lastWorkspace'

/** What the desktop app remembers from one start to the next. */
export interface KeptFile<T> {
  /** What was kept, or `initially`: the first time, and when what was kept makes no sense. */
  read(): T
  /** Writes at once, since a window that closes may be the last thing this process does. */
  write(value: T): void
}

/** A value that is kept as JSON, under this name in the user's folder. */
export function keptFile<T>(name: string, schema: z.ZodType<T>, initially: T): KeptFile<T> {
  const path = () => join(userFolder(), name)
  return {
    read: () => {
      try {
        return schema.parse(JSON.parse(readFileSync(path(), 'utf8')))
      } catch {
        return initially
      }
    },
    write: (value) => {
      mkdirSync(userFolder(), { recursive: true })
      writeFileSync(path(), JSON.stringify(value))
    },
  }
}
