import { copyFileSync, existsSync } from 'node:fs'
import { Migrator, type Migration } from 'kysely/migration'
import { AppError } from '../../src-shared/errors'
import type { Connection } from './db'
import { knownVersion, migrations, versionOf } from './migrations'

/**
 * Brings a workspace to the newest schema, in one transaction. A file that holds an older schema is copied beside itself first
 * (`<name>.v<version>.backup`), and its undo journal is cleared, since row images of old tables cannot be replayed.
 *
 * @returns the backup's path, or null where nothing had to be upgraded.
 */
export async function migrate(connection: Connection): Promise<string | null> {
  const { raw, file } = connection
  const version = Number(raw.pragma('user_version', { simple: true }))
  if (version === knownVersion) return null

  const backup = version > 0 ? backupBeside(connection, version) : null
  // Has no effect inside a transaction, hence before; what it would have caught is checked after.
  raw.pragma('foreign_keys = OFF')
  try {
    const migrator = new Migrator({ db: connection.kysely, provider: { getMigrations: async () => asMigrations(connection) } })
    const { error } = await migrator.migrateToLatest()
    if (error) throw error instanceof Error ? error : new Error('a migration failed', { cause: error })
    const orphans = raw.pragma('foreign_key_check')
    if (Array.isArray(orphans) && orphans.length > 0) throw new AppError('file_damaged', { value: file })
    if (version > 0) raw.exec('DELETE FROM historyStep')
  } finally {
    raw.pragma('foreign_keys = ON')
  }
  return backup
}

function asMigrations({ raw }: Connection): Record<string, Migration> {
  return Object.fromEntries(
    [...migrations].map(([name, sql]) => [
      name,
      {
        // The number is part of the transaction: a crash leaves the old tables with the old number.
        up: async () => void raw.exec(`${sql}\nPRAGMA user_version = ${versionOf(name)};`),
      } satisfies Migration,
    ]),
  )
}

function backupBeside({ raw, file }: Connection, version: number): string {
  raw.pragma('wal_checkpoint(TRUNCATE)')
  let path = `${file}.v${version}.backup`
  for (let n = 2; existsSync(path); n++) path = `${file}.v${version}.backup-${n}`
  copyFileSync(file, path)
  return path
}
