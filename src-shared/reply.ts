import { z } from 'zod'

/** What every door answers. `code` is one of errors.ts; `message` is in the asker's language. */
export const Failure = z.object({
  code: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type Failure = z.infer<typeof Failure>

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }
