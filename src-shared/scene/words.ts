import type { ParseKeys } from 'i18next'
import type { Translate } from '../i18n/translate'

/** Looks up a word that takes no values. */
export type Words = (key: ParseKeys) => string

const caches = new WeakMap<Translate, Words>()

/** The words of a language, each looked up once: a large map says the same few thousands of times. */
export function wordsIn(t: Translate): Words {
  let words = caches.get(t)
  if (!words) {
    const known = new Map<ParseKeys, string>()
    words = (key) => {
      let word = known.get(key)
      if (word === undefined) known.set(key, (word = t(key)))
      return word
    }
    caches.set(t, words)
  }
  return words
}
