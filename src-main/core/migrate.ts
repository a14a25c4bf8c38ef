import { rmSync } from 'node:fs'
import { basename } from 'node:path'
import { Migrator, type Migration } from 'kysely/migration'
import { AppError } from '../../src-shared/errors'
import { backupTo, freeName } from './backup'
import type { Connection } from './db'
import { type Migrations, migrations, newestVersion, versionOf } from './migrations'

/**
 * Brings a workspace to the newest schema, in one transaction. A file that holds an older schema is copied beside itself first
 * (`<name>.v<version>.backup`), and its undo journal is cleared, since row images of old tables cannot be replayed. When it fails,
 * everything is as it was.
 *
 * @param steps the migrations to know; those of this program but in tests.
 * @returns the backup's path, or null where nothing had to be upgraded.
 */
export async function migrate(connection: Connection, steps: Migrations = migrations): Promise<string | null> {
  const { raw } = connection
  const version = Number(raw.pragma('user_version', { simple: true }))
  if (version === newestVersion(steps)) return null

  const backup = version > 0 ? backupBeside(connection, version) : null
  // Has no effect inside a transaction, hence before; what it would have caught is checked by every step.
  raw.pragma('foreign_keys = OFF')
  try {
    const migrator = new Migrator({
      db: connection.kysely,
      provider: { getMigrations: async () => asMigrations(connection, steps) },
    })
    const { error } = await migrator.migrateToLatest()
    if (error) throw error instanceof Error ? error : new Error('a migration failed', { cause: error })
  } catch (error) {
    // It was rolled back: the copy holds nothing that the file does not.
    if (backup !== null) rmSync(backup, { force: true })
    throw error
  } finally {
    raw.pragma('foreign_keys = ON')
  }
  return backup
}

function asMigrations({ raw, file }: Connection, steps: Migrations): Record<string, Migration> {
  return Object.fromEntries(
    [...steps].map(([name, sql]) => [
      name,
      {
        up: async () => {
          raw.exec(sql)
          const orphans = raw.pragma('foreign_key_check')
          if (Array.isArray(orphans) && orphans.length > 0) throw new AppError('file_damaged', { value: basename(file) })
          // Both are part of the transaction: a crash leaves the old tables with the old number and the old journal.
          raw.exec(`DELETE FROM historyStep; DELETE FROM historyChange; PRAGMA user_version = ${versionOf(name)}`)
        },
      } satisfies Migration,
    ]),
  )
}

function backupBeside({ raw, file }: Connection, version: number): string {
  const path = freeName(`${file}.v${version}.backup`)
  backupTo(raw, path)
  return path
}
