import { copyFileSync, existsSync, renameSync } from 'node:fs'
import SQLite from 'better-sqlite3'
import { AppError, type ErrorCode } from '../../src-shared/errors'
import { type Connection, fileError, openConnection, removeFile } from './db'

/** How often, and how long apart, a restore tries to get past another process that is writing. */
const TRIES = 50
const PAUSE_MS = 100

/**
 * Writes a consistent copy, also while others write. `VACUUM INTO` keeps application_id, user_version and the key of an encrypted
 * file. @throws AppError `file_exists`, `file_unwritable`
 */
export function backupTo(raw: SQLite.Database, path: string): void {
  if (existsSync(path)) throw new AppError('file_exists', { value: path })
  try {
    raw.prepare('VACUUM INTO ?').run(path)
  } catch (error) {
    removeFile(path)
    const known = fileError(error, raw.name)
    if (known?.code === 'file_damaged') throw known
    throw new AppError('file_unwritable', { value: path, detail: error instanceof Error ? error.message : '' })
  }
}

/** Copies a workspace file, whoever has it open. @throws AppError `file_…` */
export async function backupFile(from: string, to: string): Promise<void> {
  const connection = openConnection(from, 'read')
  try {
    backupTo(connection.raw, to)
  } finally {
    await connection.close()
  }
}

/**
 * Puts a backup in a workspace's place, also while others have that open: they then see what was restored. The backup is checked
 * whole first, and what was there stays beside it as `<file>.before-restore`, unless it is the very first copy.
 *
 * @throws AppError `file_…`; then nothing is changed.
 * @returns where the replaced content went, null where there was none.
 */
export async function restoreFile(backup: string, file: string): Promise<string | null> {
  const fresh = `${file}.${process.pid}.part`
  removeFile(fresh)
  try {
    await backupFile(backup, fresh)
    if (!existsSync(file)) {
      renameSync(fresh, file)
      return null
    }
    const kept = freeName(`${file}.before-restore`)
    const open = openUnlessBroken(file)
    if (open) await replaceContent(open, fresh, kept)
    else replaceBroken(file, fresh, kept)
    return kept
  } finally {
    removeFile(fresh)
  }
}

/** What makes a file useless as a workspace, so that nothing but its bytes can be kept. */
const broken: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['file_damaged', 'file_foreign', 'file_encrypted'])

function openUnlessBroken(file: string): Connection | null {
  try {
    return openConnection(file, 'write')
  } catch (error) {
    const known: AppError | null = error instanceof AppError ? error : null
    if (known && broken.has(known.code)) return null
    throw error
  }
}

/** Copies page by page into the open file, in one transaction: another file under its name would leave others with the old one. */
async function replaceContent(open: Connection, fresh: string, kept: string): Promise<void> {
  const { file } = open
  try {
    backupTo(open.raw, kept)
  } finally {
    await open.close()
  }
  const source = new SQLite(fresh, { readonly: true })
  try {
    for (let attempt = 1; !(await copyPages(source, file)); attempt++) {
      if (attempt === TRIES) throw new AppError('file_locked', { value: file })
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  } catch (error) {
    removeFile(kept)
    throw fileError(error, file) ?? error
  } finally {
    source.close()
  }
}

/** All pages in one step. @returns false while somebody else is writing: the driver then says it copied nothing of nothing. */
async function copyPages(source: SQLite.Database, file: string): Promise<boolean> {
  const { totalPages } = await source.backup(file, { progress: () => Number.MAX_SAFE_INTEGER })
  return totalPages > 0
}

function replaceBroken(file: string, fresh: string, kept: string): void {
  copyFileSync(file, kept)
  for (const end of ['-wal', '-shm']) if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${kept}${end}`)
  renameSync(fresh, file)
}

/** A name that no file has: the given one, or it with a number. */
export function freeName(path: string): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? path : `${path}-${n}`
    if (!existsSync(name)) return name
  }
}
