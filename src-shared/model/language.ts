import { z } from 'zod'

/** The languages of the product. */
export const Language = z.enum(['zh-CN', 'en'])
export type Language = z.infer<typeof Language>

/** The language to begin with: the first of the tags that a system prefers, in their order, that is one of ours; else English. */
export function preferredLanguage(tags: readonly string[]): Language {
  const ours = tags.map((tag) => tag.slice(0, 2).toLowerCase()).find((tag) => tag === 'zh' || tag === 'en')
  return ours === 'zh' ? 'zh-CN' : 'en'
}
