import { z } from 'zod'
import { Day } from '../model/day'
import { Person } from '../model/person'

/**
 * The one contract of the three doors. A query changes nothing and runs on the reader; a mutation runs in one transaction on the
 * writer and is one undo step, unless it says otherwise. Files travel as base64 text, never as paths.
 */
export interface EndpointSpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'mutation'
  readonly summary: string
  readonly input: I
  readonly output: O
}

export const query = <I extends z.ZodType, O extends z.ZodType>(summary: string, input: I, output: O) =>
  ({ kind: 'query', summary, input, output }) as const
export const mutation = <I extends z.ZodType, O extends z.ZodType>(summary: string, input: I, output: O) =>
  ({ kind: 'mutation', summary, input, output }) as const

export const nothing = z.strictObject({})
/** What a change answers that has nothing to tell. */
export const Done = z.strictObject({})
export type Done = z.infer<typeof Done>
export const words = z.string().max(500)
export const text = z.string().max(20_000)
export const base64 = z.base64()
export const ids = <Id extends z.ZodType>(id: Id) => z.array(id).max(10_000)

/** How a change to a dated fact is meant: true from `on` on, or a correction of what was always so. */
export const edit = {
  /** The day of the change; the as-of date of the map. */
  on: Day,
  /** Correct the record instead of beginning a new one. Default: only on the day a fact began or was written down. */
  correct: z.boolean().optional(),
}

/** An empty name is let in, so that the core can say what to do about it. */
export const newPerson = Person.pick({
  latinName: true,
  email: true,
  phone: true,
  note: true,
  secrecy: true,
  noteSecrecy: true,
  own: true,
})
  .partial()
  .extend({ name: words })
