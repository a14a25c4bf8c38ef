import { accessSync, closeSync, constants, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import SQLite from 'better-sqlite3'
import { Kysely, SqliteAdapter, type SqliteDatabase, SqliteDialect, type Transaction } from 'kysely'
import { AppError } from '../../src-shared/errors'
import { applicationId, knownVersion } from './migrations'
import type { Schema } from './schema'

/** What a query's handler gets: it can select, and a write does not compile. A Writer will do where a Reader is asked for. */
export type Reader = Pick<Kysely<Schema>, 'selectFrom' | 'with' | 'withRecursive' | 'fn'>
/** What a mutation's handler gets: the one transaction it runs in. */
export type Writer = Transaction<Schema>

/** An open workspace file: the driver's handle and Kysely over it. */
export interface Connection {
  readonly raw: SQLite.Database
  readonly kysely: Kysely<Schema>
  readonly file: string
  close(): Promise<void>
}

/** How long a statement waits for another process's write, in ms, unless told otherwise. */
const BUSY_TIMEOUT_MS = 5_000
/** Statements that a connection keeps prepared. */
const REMEMBERED_STATEMENTS = 500
/** Files up to this size are checked whole when they are opened: about 0.1 s. Larger ones by `check`. */
const CHECKED_ON_OPEN_BYTES = 32 * 1024 * 1024
/** Of SQLite's file header: its size, its first bytes, and where two numbers of ours are. */
const SQLITE_HEADER_BYTES = 100
const SQLITE_MAGIC = 'SQLite format 3\0'
const USER_VERSION_OFFSET = 60
const APPLICATION_ID_OFFSET = 68

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
 * @throws AppError `file_missing`, `file_unreadable`, `file_foreign`, `file_damaged`, `file_encrypted`, `file_newer`, `file_locked`,
 * `file_readonly`; the file stays as it is.
 */
export function openConnection(file: string, mode: 'read' | 'write', busyTimeoutMs = BUSY_TIMEOUT_MS): Connection {
  judgeHeader(file)
  // Opening for writing would succeed, leave -wal and -shm beside the file, and the first write fail. Ask now.
  if (mode === 'write' && !mayWrite(file)) throw new AppError('file_readonly', { value: basename(file) })
  return guarded(file, () => {
    const raw = new SQLite(file, { readonly: mode === 'read', fileMustExist: true, timeout: busyTimeoutMs })
    try {
      judgeContent(raw, file)
      if (mode === 'write') prepareWriter(raw)
      raw.pragma('foreign_keys = ON')
      raw.pragma('cache_size = -32000')
    } catch (error) {
      raw.close()
      if (mode === 'read') tidy(file)
      throw error
    }
    return wrap(raw, file)
  })
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
  const kysely = new Kysely<Schema>({ dialect: new Dialect({ database: withRememberedStatements(raw) }) })
  return {
    raw,
    kysely,
    file,
    close: async () => {
      if (!raw.open) return
      // The last writer folds the write-ahead log into the file, so that a copy of the one file is whole.
      if (!raw.readonly) raw.pragma('wal_checkpoint(TRUNCATE)')
      await kysely.destroy()
      // Kysely closes only what it has used.
      raw.close()
      if (raw.readonly) tidy(file)
    },
  }
}

/** Kysely asks for every statement anew; they are the same few all the time, and preparing one costs as much as a small query. */
function withRememberedStatements(raw: SQLite.Database): SqliteDatabase {
  const known = new Map<string, SQLite.Statement>()
  return {
    close: () => void raw.close(),
    prepare: (sql) => {
      const remembered = known.get(sql)
      if (remembered) return remembered
      // Lists of values make statements of any number of lengths.
      if (known.size === REMEMBERED_STATEMENTS) known.clear()
      const statement = raw.prepare(sql)
      known.set(sql, statement)
      return statement
    },
  }
}

/**
 * Removes the -wal and -shm files that a reading connection has to make and may not remove: a writing one does, when nobody else has
 * the file open. Where it cannot, two empty files stay, which harm nobody.
 */
function tidy(file: string): void {
  if (!existsSync(`${file}-wal`) || !mayWrite(file)) return
  try {
    const raw = new SQLite(file, { fileMustExist: true, timeout: 0 })
    try {
      raw.pragma('user_version')
    } finally {
      raw.close()
    }
  } catch (error) {
    if (!(error instanceof SQLite.SqliteError)) throw error
  }
}

/** Removes a workspace file that nobody has open, with what SQLite keeps beside it. */
export function removeFile(file: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true })
}

function mayWrite(file: string): boolean {
  try {
    accessSync(file, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Refuses by the file's own first bytes what is not ours or too new: SQLite would touch it in opening it. */
function judgeHeader(file: string): void {
  if (!existsSync(file) || !statSync(file).isFile()) throw new AppError('file_missing', { value: file })
  const value = basename(file)
  const bytes = firstBytes(file, 4096)
  if (bytes.toString('latin1', 0, SQLITE_MAGIC.length) !== SQLITE_MAGIC) {
    throw new AppError(looksEncrypted(bytes) ? 'file_encrypted' : 'file_foreign', { value })
  }
  if (bytes.length < SQLITE_HEADER_BYTES) throw new AppError('file_damaged', { value })
  if (bytes.readUInt32BE(APPLICATION_ID_OFFSET) !== applicationId) throw new AppError('file_foreign', { value })
  refuseNewer(bytes.readUInt32BE(USER_VERSION_OFFSET), value)
}

function refuseNewer(version: number, value: string): void {
  if (version > knownVersion) throw new AppError('file_newer', { value, version, known: knownVersion })
}

/** Closing its descriptor drops this process's POSIX locks on the file itself; those that a write-ahead log needs are on -shm. */
function firstBytes(file: string, count: number): Buffer {
  const bytes = Buffer.alloc(count)
  try {
    const fd = openSync(file, 'r')
    try {
      return bytes.subarray(0, readSync(fd, bytes, 0, count, 0))
    } finally {
      closeSync(fd)
    }
  } catch (error) {
    throw new AppError('file_unreadable', { value: basename(file) }, { cause: error })
  }
}

/** Encrypted pages are noise: whole pages, and hardly a byte value more frequent than another. */
function looksEncrypted(bytes: Buffer): boolean {
  if (bytes.length < 4096) return false
  const counts = new Array<number>(256).fill(0)
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1
  const entropy = counts.reduce((sum, n) => (n === 0 ? sum : sum - (n / bytes.length) * Math.log2(n / bytes.length)), 0)
  return entropy > 7.8
}

function judgeContent(raw: SQLite.Database, file: string): void {
  const value = basename(file)
  // The write-ahead log may hold a newer number than the header.
  refuseNewer(Number(raw.pragma('user_version', { simple: true })), value)
  if (statSync(file).size <= CHECKED_ON_OPEN_BYTES && raw.pragma('integrity_check(1)', { simple: true }) !== 'ok') {
    throw new AppError('file_damaged', { value })
  }
}

function prepareWriter(raw: SQLite.Database): void {
  raw.pragma('journal_mode = WAL')
  raw.pragma('synchronous = NORMAL')
  raw.pragma('temp_store = MEMORY')
  // A file that another process is writing, or a folder that may not be written: better told now than at the first change.
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
