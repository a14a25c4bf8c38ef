import type { Language } from '../model/language'
import type { Method } from '../model/method'
import { Chain, ConfidenceWord, PoliticalStatus, Side, Stance, StrengthWord, TouchTier } from '../model/scales'
import en from './words/en.json'
import zh from './words/zh-CN.json'

/**
 * A closed list as a text may write it, in either language. The words are in words/, a file a language; the first of each list is the
 * one that is written.
 */
export interface Vocabulary<W extends string> {
  readonly find: (text: string) => W | undefined
  /** The word that is written. */
  readonly word: (key: W, language: Language) => string
  /** All that are written, for a sentence that says what to write instead. */
  readonly list: (language: Language) => string
}

type Lists<W extends string> = Readonly<Record<W, readonly string[]>>

export const stances = vocabulary(Stance.options, zh.stance, en.stance)
export const politicalStatuses = vocabulary(PoliticalStatus.options, zh.political, en.political)
export const tiers = vocabulary(TouchTier.options, zh.tier, en.tier)
export const chains = vocabulary(Chain.options, zh.chain, en.chain)
export const strengths = vocabulary(StrengthWord.options, zh.strength, en.strength)
export const confidences = vocabulary(ConfidenceWord.options, zh.confidence, en.confidence)
export const sides = vocabulary(Side.options, zh.side, en.side)
export const unknownWords = wordSet(zh.unknown, en.unknown)
export const placeholders = wordSet(zh.placeholder, en.placeholder)
/** English words of titles: a name does not go on over them. */
export const titleWords = wordSet([], en.titleWord)
/** With what the name of a department ends. */
export const unitEndings: readonly string[] = [...zh.unitEnding, ...en.unitEnding]
/** The commonest family names, as single characters. */
export const surnames: ReadonlySet<string> = new Set(zh.surname.join(''))

/** What stands before the number of a depth, the longest first. */
export const depthWords: readonly string[] = [...zh.depth, ...en.depth].sort((a, b) => b.length - a.length)

/** What a column of a pasted table holds. */
export type TableColumn = keyof typeof en.column
export const tableColumns = vocabulary(
  // The keys of a JSON object are exactly those of its type.
  Object.keys(en.column) as TableColumn[],
  zh.column,
  en.column,
)

const rolesByMethod = new WeakMap<Method, Vocabulary<string>>()

/** The decision roles of a workspace: the shipped five by key or word, a team's own by key or label. */
export function rolesOf(method: Method): Vocabulary<string> {
  let roles = rolesByMethod.get(method)
  if (!roles) {
    const listsOf = (shipped: Readonly<Record<string, readonly string[]>>) =>
      Object.fromEntries(
        method.roles.map(({ key, label }) => [key, [...(label === undefined ? [] : [label]), ...(shipped[key] ?? [])]]),
      )
    roles = vocabulary(
      method.roles.map(({ key }) => key),
      listsOf(zh.role),
      listsOf(en.role),
    )
    rolesByMethod.set(method, roles)
  }
  return roles
}

/** How words are compared: whatever their width, case, blanks and hyphens. */
export function plain(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
}

function vocabulary<W extends string>(keys: readonly W[], chinese: Lists<W>, english: Lists<W>): Vocabulary<W> {
  const known = new Map<string, W>()
  for (const key of keys) {
    for (const form of [key, ...chinese[key], ...english[key]]) if (!known.has(plain(form))) known.set(plain(form), key)
  }
  const word = (key: W, language: Language) => (language === 'en' ? english : chinese)[key][0] ?? key
  return {
    find: (text) => known.get(plain(text)),
    word,
    list: (language) => keys.map((key) => word(key, language)).join(language === 'en' ? ', ' : '、'),
  }
}

/** Words of which each means the same. */
export interface WordSet {
  has(text: string): boolean
  /** The one that is written. */
  word(language: Language): string
}

function wordSet(chinese: readonly string[], english: readonly string[]): WordSet {
  const words = new Set([...chinese, ...english].map(plain))
  return { has: (text) => words.has(plain(text)), word: (language) => (language === 'en' ? english : chinese)[0] ?? '' }
}
