import { z } from 'zod'

/** The languages of the product. */
export const Language = z.enum(['zh-CN', 'en'])
export type Language = z.infer<typeof Language>

/** The language to begin with, from the tags that a system prefers. */
export function preferredLanguage(tags: readonly string[]): Language {
  return tags.some((tag) => tag.toLowerCase().startsWith('zh')) ? 'zh-CN' : 'en'
}
