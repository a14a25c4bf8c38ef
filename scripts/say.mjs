import { readFileSync } from 'node:fs'

/** The language of the terminal, as src-shared/model/language.ts chooses it: these scripts run before anything is built. */
const { LC_ALL, LC_MESSAGES, LANG } = process.env
const language = (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'

/**
 * Tells a sentence of the language files on standard error.
 * @param {string} key `area.…`, a key of src-shared/i18n
 * @param {Record<string, string>} params
 * @returns {string} the sentence
 */
export function say(key, params = {}) {
  const [area, ...path] = key.split('.')
  const texts = JSON.parse(readFileSync(new URL(`../src-shared/i18n/${language}/${area}.json`, import.meta.url), 'utf8'))
  const sentence = path.reduce((node, part) => node[part], texts).replace(/\{\{(\w+)\}\}/g, (_, name) => params[name])
  process.stderr.write(`${sentence}\n`)
  return sentence
}
