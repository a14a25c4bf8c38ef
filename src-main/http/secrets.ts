import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { AppError } from '../../src-shared/errors'

/** 256 bits: guessing is hopeless, so wrong guesses need not be counted, and nobody can run up a count to lock the user out. */
const SECRET_BYTES = 32

/** What one launch of the server keeps to itself. */
export interface Secrets {
  readonly token: string
  readonly code: string
  /** Trades the one-time code for the token. @throws AppError `code_spent` the second time, `unauthorized` for any other code. */
  redeem(code: string): string
  /** Whether an Authorization header carries the token. */
  admits(authorization: string | undefined): boolean
}

export function newSecrets(): Secrets {
  const token = randomBytes(SECRET_BYTES).toString('base64url')
  const code = randomBytes(SECRET_BYTES).toString('base64url')
  let spent = false
  return {
    token,
    code,
    redeem: (given) => {
      if (!same(given, code)) throw new AppError('unauthorized', {})
      if (spent) throw new AppError('code_spent', {})
      spent = true
      return token
    },
    admits: (authorization) => same(authorization ?? '', `Bearer ${token}`),
  }
}

/** Takes equally long for every wrong answer; digests, because only equal lengths can be compared so. */
function same(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(expected))
}
