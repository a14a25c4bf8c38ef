import { z } from 'zod'
import { serve } from '../../src-main/cli/serve'
import { Language } from '../../src-shared/model/language'

/** `serve` as a process of its own, so that a test can send it signals: its one argument is the options as JSON. */
const Options = z.object({
  file: z.string(),
  port: z.int().optional(),
  open: z.boolean(),
  tokenFile: z.string().optional(),
  json: z.boolean().optional(),
  language: Language,
  rendererDir: z.string(),
})

const { port, tokenFile, json, ...options } = Options.parse(JSON.parse(process.argv[2] ?? ''))
await serve({
  ...options,
  ...(port !== undefined && { port }),
  ...(tokenFile !== undefined && { tokenFile }),
  ...(json !== undefined && { json }),
})
