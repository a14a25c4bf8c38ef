import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, SqliteAdapter, SqliteDialect, type Transaction } from 'kysely'
import { AppError } from '../../src-shared/errors'
import { applicationId, knownVersion } from './migrations'
import type { Schema } from './schema'

/** What a query's handler gets: it can select, and a write does not compile. A Writer will do where a Reader is asked for. */
export type Reader = Pick<Kysely<Schema>, 'selectFrom' | 'with' | 'fn'>
/** What a mutation's handler gets: the one transaction it runs in. */
export type Writer = Transaction<Schema>

/** An open workspace file: the driver's handle and Kysely over it. */
export interface Connection {
  readonly raw: SQLite.Database
  readonly kysely: Kysely<Schema>
  readonly file: string
  close(): Promise<void>
}

/** How long a statement waits for another process's write, in ms. */
const BUSY_TIMEOUT_MS = 5_000
/** Files up to this size are checked whole when they are opened: about 0.1 s. Larger ones by `check`. */
const CHECKED_ON_OPEN_BYTES = 32 * 1024 * 1024
const SQLITE_MAGIC = 'SQLite format 3\0'

/** Kysely's Migrator asks this before it wraps all migrations in one transaction; SQLite's DDL is transactional. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class Dialect extends SqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter()
  }
}

/**
 * Opens a workspace file that exists.
 *
 * @param mode `write` for the one writer; `read` opens the file read-only, so that no query can change it.
 * @throws AppError `file_missing`, `file_foreign`, `file_damaged`, `file_encrypted`, `file_newer`, `file_locked`, `file_readonly`;
 * the file stays as it is.
 */
export function openConnection(file: string, mode: 'read' | 'write'): Connection {
  refuseForeign(file)
  return guarded(file, () => {
    const raw = new SQLite(file, { readonly: mode === 'read', fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
    try {
      identify(raw, file)
      if (mode === 'write') prepareWriter(raw, file)
      raw.pragma('foreign_keys = ON')
      raw.pragma('cache_size = -32000')
    } catch (error) {
      raw.close()
      throw error
    }
    return wrap(raw, file)
  })
}

/** The schema version that a workspace file has. @throws AppError `file_…` */
export function schemaVersionOf(file: string): number {
  const { raw } = openConnection(file, 'read')
  try {
    return Number(raw.pragma('user_version', { simple: true }))
  } finally {
    raw.close()
  }
}

/** Creates an empty file for a new workspace; its tables come from the migrations. @throws AppError `file_exists`, `file_unwritable` */
export function createConnection(file: string): Connection {
  if (existsSync(file)) throw new AppError('file_exists', { value: file })
  try {
    closeSync(openSync(file, 'wx'))
  } catch (error) {
    throw new AppError('file_unwritable', { value: file, detail: error instanceof Error ? error.message : '' })
  }
  const raw = new SQLite(file, { timeout: BUSY_TIMEOUT_MS })
  raw.pragma(`application_id = ${applicationId}`)
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = NORMAL')
  raw.pragma('foreign_keys = ON')
  return wrap(raw, file)
}

function wrap(raw: SQLite.Database, file: string): Connection {
  const kysely = new Kysely<Schema>({ dialect: new Dialect({ database: raw }) })
  return {
    raw,
    kysely,
    file,
    close: async () => {
      // The last writer folds the write-ahead log into the file, so that a copy of the one file is whole.
      if (raw.open && !raw.readonly) raw.pragma('wal_checkpoint(TRUNCATE)')
      await kysely.destroy()
    },
  }
}

function refuseForeign(file: string): void {
  if (!existsSync(file) || !statSync(file).isFile()) throw new AppError('file_missing', { value: file })
  const head = Buffer.alloc(4096)
  const fd = openSync(file, 'r')
  const length = readSync(fd, head, 0, head.length, 0)
  closeSync(fd)
  const bytes = head.subarray(0, length)
  if (bytes.toString('latin1', 0, SQLITE_MAGIC.length) === SQLITE_MAGIC) return
  throw new AppError(looksEncrypted(bytes) ? 'file_encrypted' : 'file_foreign', { value: basename(file) })
}

/** Encrypted pages are noise: whole pages, and hardly a byte value more frequent than another. */
function looksEncrypted(bytes: Buffer): boolean {
  if (bytes.length < 4096) return false
  const counts = new Array<number>(256).fill(0)
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1
  const entropy = counts.reduce((sum, n) => (n === 0 ? sum : sum - (n / bytes.length) * Math.log2(n / bytes.length)), 0)
  return entropy > 7.8
}

function identify(raw: SQLite.Database, file: string): void {
  const value = basename(file)
  if (raw.pragma('application_id', { simple: true }) !== applicationId) throw new AppError('file_foreign', { value })
  const version = Number(raw.pragma('user_version', { simple: true }))
  if (version > knownVersion) throw new AppError('file_newer', { value, version, known: knownVersion })
  if (statSync(file).size <= CHECKED_ON_OPEN_BYTES && raw.pragma('integrity_check(1)', { simple: true }) !== 'ok') {
    throw new AppError('file_damaged', { value })
  }
}

function prepareWriter(raw: SQLite.Database, file: string): void {
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = NORMAL')
  raw.pragma('temp_store = MEMORY')
  // Opening for writing succeeds on a file that may only be read; the first write would fail. Ask now.
  if (raw.readonly) throw new AppError('file_readonly', { value: basename(file) })
  raw.exec('BEGIN IMMEDIATE; ROLLBACK')
}

function guarded<T>(file: string, open: () => T): T {
  try {
    return open()
  } catch (error) {
    throw fileError(error, file) ?? error
  }
}

/** What a driver's error about the file means to a user; null for any other error. */
export function fileError(error: unknown, file: string): AppError | null {
  if (error instanceof AppError) return error
  if (!(error instanceof SQLite.SqliteError)) return null
  const value = basename(file)
  if (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB') return new AppError('file_damaged', { value })
  if (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED'))
    return new AppError('file_locked', { value })
  if (error.code.startsWith('SQLITE_READONLY')) return new AppError('file_readonly', { value })
  if (error.code.startsWith('SQLITE_CANTOPEN')) return new AppError('file_readonly', { value })
  if (error.code.startsWith('SQLITE_FULL') || error.code.startsWith('SQLITE_IOERR')) {
    return new AppError('file_unwritable', { value, detail: error.message })
  }
  return null
}
