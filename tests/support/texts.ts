import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../src-shared/i18n')

/**
 * A sentence of the language files, the Chinese unless said otherwise. Playwright runs tests as plain modules, which do not load the JSON that
 * src-shared/i18n/translate.ts is bundled with.
 */
export function text(key: string, params: Readonly<Record<string, string>> = {}, language: 'zh-CN' | 'en' = 'zh-CN'): string {
  const [area, ...path] = key.split('.')
  const found = path.reduce<unknown>(
    (node, part) =>
      typeof node === 'object' && node !== null ? Object.entries(node).find(([name]) => name === part)?.[1] : undefined,
    JSON.parse(readFileSync(join(folder, language, `${area}.json`), 'utf8')),
  )
  if (typeof found !== 'string') throw new Error(`the language files have no ${key}`)
  return found.replace(/\{\{(\w+)\}\}/g, (_whole, name: string) => params[name] ?? '')
}
