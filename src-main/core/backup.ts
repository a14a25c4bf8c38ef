import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import type SQLite from 'better-sqlite3'
import { AppError } from '../../src-shared/errors'
import { openConnection } from './db'

/**
 * Writes a consistent copy, also while others write. `VACUUM INTO` keeps application_id, user_version and the key of an encrypted
 * file, which the driver's own backup does not. @throws AppError `file_exists`, `file_unwritable`
 */
export function backupTo(raw: SQLite.Database, path: string): void {
  if (existsSync(path)) throw new AppError('file_exists', { value: path })
  try {
    raw.prepare('VACUUM INTO ?').run(path)
  } catch (error) {
    throw new AppError('file_unwritable', { value: path, detail: error instanceof Error ? error.message : '' })
  }
}

/** Copies a workspace file that nobody need have open. @throws AppError `file_…` */
export async function backupFile(from: string, to: string): Promise<void> {
  const connection = openConnection(from, 'read')
  try {
    backupTo(connection.raw, to)
  } finally {
    await connection.close()
  }
}

/**
 * Puts a backup in a workspace's place. The backup is checked whole first, and what was there stays beside it as
 * `<file>.before-restore`, unless it is the very first copy. @throws AppError `file_…`; then nothing is changed.
 * @returns where the replaced file went, null where there was none.
 */
export async function restoreFile(backup: string, file: string): Promise<string | null> {
  const fresh = `${file}.restoring`
  rmSync(fresh, { force: true })
  await backupFile(backup, fresh)
  if (!existsSync(file)) {
    renameSync(fresh, file)
    return null
  }
  let kept = `${file}.before-restore`
  for (let n = 2; existsSync(kept); n++) kept = `${file}.before-restore-${n}`
  try {
    // Folds the write-ahead log in and proves that nobody is writing; a damaged file is kept as it is.
    const open = openConnection(file, 'write')
    await open.close()
  } catch (error) {
    if (error instanceof AppError && (error.code === 'file_locked' || error.code === 'file_readonly')) {
      rmSync(fresh, { force: true })
      throw error
    }
  }
  copyFileSync(file, kept)
  for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
  renameSync(fresh, file)
  return kept
}
