import type SQLite from 'better-sqlite3'
import { v7 as uuid } from 'uuid'
import type { HistoryStep } from '../../src-shared/contract'
import type { Reader, Writer } from './db'
import type { JournaledTable } from './schema'

/** Clock and ids: the only two things that tests fix. */
export interface Surroundings {
  now(): Date
  newId(): string
}

/** The machine's clock and time-ordered ids (RFC 9562 v7): rows appended in order of making. */
export const realSurroundings: Surroundings = { now: () => new Date(), newId: () => uuid() }

/** Told how far long work is, 0–1, and asked whether to stop; see worker.ts for how it crosses threads. */
export interface Progress {
  report(share: number): void
  /** @throws AppError `cancelled` when somebody asked to stop. */
  checkCancelled(): void
}

export const noProgress: Progress = { report: () => {}, checkCancelled: () => {} }

/** What a query's handler may use. */
export interface ReadContext {
  readonly db: Reader
  /** The same connection without Kysely, for pragmas and whole-file statements. */
  readonly raw: SQLite.Database
  readonly file: string
  readonly progress: Progress
}

/** Values that a step's name mentions. */
export type StepParams = Record<string, string | number>

/** What a mutation's handler may use. */
export interface WriteContext extends Omit<ReadContext, 'db'> {
  readonly db: Writer
  now(): Date
  /** A new key, of whichever brand it is to become. */
  newId<Id extends string>(): Id
  /**
   * Opens the undo step of this mutation, named by `history.<name>` of the language files. Call it before the first write; without
   * it nothing is journaled. A step that changed nothing is dropped; one opened while another is open is part of that one.
   */
  step(name: string, params?: StepParams): void
  /**
   * Stops journaling inserts for the rest of this step: the handler notes the keys of what it inserts (`noteCreated`) instead of
   * leaving an image of every row. For imports.
   */
  stepOfInserts(name: string, params?: StepParams): void
  noteCreated(table: JournaledTable, keys: readonly (readonly string[])[]): void
  /** Does something once everything is on disk, for what cannot be done inside a transaction. Skipped when it is rolled back. */
  afterCommit(work: () => void): void
  /** Takes the latest step back. @throws AppError `nothing_to_undo` */
  undo(): HistoryStep
  /** Does the last undone step again. @throws AppError `nothing_to_redo` */
  redo(): HistoryStep
  /** Undoes or redoes up to the moment right after a step; null: to the beginning. @throws AppError `not_found` */
  jump(stepId: number | null): { undone: number; redone: number }
}
