import { contract, type Endpoint, isEndpoint, type Output } from '../../src-shared/contract'
import { AppError } from '../../src-shared/errors'
import type { Reply } from '../../src-shared/reply'
import { ConcealedReaders } from './concealed'
import { noProgress, type Progress, realSurroundings, type Surroundings, type WriteContext } from './context'
import { type Connection, createConnection, fileError, openConnection, removeFile } from './db'
import { toReply } from './failure'
import { type MutationName, mutationHandler, type QueryName, queryHandler } from './handlers'
import { History } from './history'
import { migrate } from './migrate'
import { RollbackWith } from './rollback'
import { fillSearchIndex, sweepSearchIndex } from './searchIndex'

/** One open workspace, answering the contract. Doors talk to it through workerClient.ts, the command line and tests directly. */
export interface Core {
  readonly file: string
  readonly schemaVersion: number
  /** The copy made before an upgrade of the file, if there was one. */
  readonly upgradeBackup: string | null
  /** Parses the input, runs the handler, answers. Never throws for a failure of the call itself. */
  call(endpoint: string, input: unknown, progress?: Progress): Promise<Reply<unknown>>
  /** The same with the contract's types; a failure is thrown as it is. For the program's own calls. */
  run<E extends Endpoint>(endpoint: E, input: unknown, progress?: Progress): Promise<Output<E>>
  /** Changes whenever another process has written to the file. */
  dataVersion(): number
  /** How many calls have written since the file was opened; one that found everything as it was to be is none. */
  writes(): number
  close(): Promise<void>
}

/** Opens a workspace for reading and writing, upgrading its schema first. @throws AppError `file_…` */
export async function openCore(file: string, surroundings: Surroundings = realSurroundings): Promise<Core> {
  return prepared(openConnection(file, 'write'), surroundings)
}

/** Makes a new, empty workspace, or no file at all. @throws AppError `file_exists`, `file_unwritable` */
export async function createCore(file: string, surroundings: Surroundings = realSurroundings): Promise<Core> {
  const connection = createConnection(file)
  try {
    return await prepared(connection, surroundings)
  } catch (error) {
    removeFile(file)
    throw error
  }
}

/** Opens a workspace, already of the newest schema, so that nothing can be changed through it. @throws AppError `file_…` */
export function openReadingCore(file: string): Core {
  return asCore(openConnection(file, 'read'), null, null, realSurroundings)
}

async function prepared(connection: Connection, surroundings: Surroundings): Promise<Core> {
  try {
    const upgradeBackup = await migrate(connection)
    // What another program wrote, or an upgrade found.
    connection.raw.transaction(() => fillSearchIndex(connection.raw))()
    return asCore(connection, new History(connection.raw), upgradeBackup, surroundings)
  } catch (error) {
    await connection.close()
    throw error
  }
}

function asCore(connection: Connection, history: History | null, upgradeBackup: string | null, surroundings: Surroundings): Core {
  const { raw, kysely, file } = connection
  const readers = new ConcealedReaders(connection)

  let writes = 0
  const rowsChanged = raw.prepare<[], number>('SELECT total_changes()').pluck()

  async function query(endpoint: QueryName, input: unknown, progress: Progress): Promise<unknown> {
    const handler = queryHandler(endpoint)
    // SQLite copies a file only outside a transaction; the copy is one statement.
    if (endpoint === 'workspace.copy') return handler({ db: kysely, raw, file, progress }, input)
    // Whatever the writer commits meanwhile: all statements of a query see the same workspace.
    const reader = readers.for(endpoint, input)
    return reader.kysely.transaction().execute((db) => {
      reader.begin()
      return handler({ db, raw: reader.raw, file, progress }, input)
    })
  }

  async function mutate(endpoint: MutationName, input: unknown, progress: Progress): Promise<unknown> {
    if (!history) throw new AppError('read_only_endpoint', { value: endpoint })
    const afterwards: (() => void)[] = []
    try {
      const answer = await kysely.transaction().execute(async (db) => {
        // A deferred transaction that reads first cannot begin to write once another process has; so it writes first.
        raw.exec('DELETE FROM historyStep WHERE id IS NULL')
        const before = rowsChanged.get()
        const context: WriteContext = {
          db,
          raw,
          file,
          progress,
          now: () => surroundings.now(),
          // The brand is the caller's word: every id column is text.
          newId: <Id extends string>() => surroundings.newId() as Id,
          step: (name, params = {}) => history.begin(name, params, surroundings.now(), false),
          stepOfInserts: (name, params = {}) => history.begin(name, params, surroundings.now(), true),
          noteCreated: (table, keys) => history.noteCreated(table, keys),
          afterCommit: (work) => void afterwards.push(work),
          undo: () => history.undo(),
          redo: () => history.redo(),
          jump: (stepId) => history.jump(stepId),
        }
        try {
          const value = await mutationHandler(endpoint)(context, input)
          history.end()
          fillSearchIndex(raw)
          if (rowsChanged.get() !== before) writes += 1
          return value
        } catch (error) {
          // Here and not after the rollback, when the next mutation may already have begun its own step.
          history.abandon()
          throw error
        }
      })
      // On the one connection, lest the next mutation has begun meanwhile.
      if (afterwards.length > 0) await kysely.connection().execute(async () => afterwards.forEach((work) => work()))
      return answer
    } catch (error) {
      if (error instanceof RollbackWith) return error.answer
      throw error
    }
  }

  async function run(endpoint: string, input: unknown, progress: Progress = noProgress): Promise<unknown> {
    if (!isEndpoint(endpoint)) throw new AppError('unknown_endpoint', { value: endpoint })
    const parsed = contract[endpoint].input.safeParse(input)
    if (!parsed.success) {
      const issue = parsed.error.issues[0]
      throw new AppError('invalid_input', { path: issue?.path.join('.') ?? '', detail: issue?.message ?? '' })
    }
    return isQuery(endpoint) ? query(endpoint, parsed.data, progress) : mutate(endpoint, parsed.data, progress)
  }

  return {
    file,
    schemaVersion: Number(raw.pragma('user_version', { simple: true })),
    upgradeBackup,
    call: (endpoint, input, progress) => toReply(run(endpoint, input, progress), file),
    // The handler table is typed by the contract; the dynamic look-up in between loses that.
    run: <E extends Endpoint>(endpoint: E, input: unknown, progress?: Progress) =>
      run(endpoint, input, progress) as Promise<Output<E>>,
    dataVersion: () => Number(raw.pragma('data_version', { simple: true })),
    writes: () => writes,
    close: async () => {
      await readers.close()
      if (writes > 0 && raw.open) forgetUnusedWords(connection)
      await connection.close()
    },
  }
}

/** Tidying up before the file is closed; while another program writes, it can wait until the next time. */
function forgetUnusedWords({ raw, file }: Connection): void {
  try {
    sweepSearchIndex(raw)
  } catch (error) {
    if (fileError(error, file) === null) throw error
  }
}

function isQuery(endpoint: Endpoint): endpoint is QueryName {
  return contract[endpoint].kind === 'query'
}
