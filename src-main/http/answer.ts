import type { Context } from 'hono'
import type { LanguageVariables } from 'hono/language'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { tellFailure } from '../../src-shared/i18n/translate'
import { Language } from '../../src-shared/model/language'
import type { Reply } from '../../src-shared/reply'
import { toFailure } from '../core/failure'

/** What a request carries through the server: the language that its sentences are to be in. */
export interface DoorEnv {
  Variables: LanguageVariables
}

/** Answers in the contract's form: a failure with its sentence in the asker's language and the nearest HTTP status. */
export function answer(c: Context<DoorEnv>, reply: Reply<unknown>): Response {
  c.header('Cache-Control', 'no-store')
  if (reply.ok) return c.json(reply)
  const error = tellFailure(reply.error, Language.parse(c.get('language')))
  return c.json({ ok: false, error }, statusOf(error.code))
}

/** Answers for something thrown on the way. */
export function refuse(c: Context<DoorEnv>, error: unknown): Response {
  return answer(c, { ok: false, error: toFailure(error) })
}

/** Failures that HTTP has a word for; any other is a request understood and refused, 422. */
function statusOf(code: string): ContentfulStatusCode {
  switch (code) {
    case 'not_json':
      return 400
    case 'unauthorized':
    case 'code_spent':
      return 401
    case 'forbidden_origin':
      return 403
    case 'unknown_endpoint':
    case 'not_found':
      return 404
    case 'wrong_method':
      return 405
    case 'too_large':
      return 413
    case 'wrong_content_type':
      return 415
    case 'internal':
      return 500
    case 'no_workspace':
      return 503
    default:
      return 422
  }
}
