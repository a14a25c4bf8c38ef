import { randomUUID } from 'node:crypto'
import { AppError } from '../../src-shared/errors'
import type { Failure, Reply } from '../../src-shared/reply'
import { fileError } from './db'

/** A workspace could not be opened, for a reason that its worker thread has already found. */
export class OpenFailure extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code)
  }
}

/** Turns what a call came to into a reply; unexpected errors are logged under an id and told as `internal`. */
export async function toReply<T>(work: Promise<T>, file: string): Promise<Reply<T>> {
  try {
    return { ok: true, value: await work }
  } catch (error) {
    return { ok: false, error: toFailure(error, file) }
  }
}

/** The failure that stands for an error. `message` is filled in at the edge, in the asker's language. */
export function toFailure(error: unknown, file = ''): Failure {
  if (error instanceof OpenFailure) return error.failure
  const known: AppError | null = error instanceof AppError ? error : fileError(error, file)
  if (known) return { code: known.code, message: '', params: known.params }
  const id = randomUUID().slice(0, 8)
  console.error(`internal error ${id}`, error)
  return { code: 'internal', message: '', params: { id } }
}
