import en from '../../src-shared/i18n/en/model.json'
import zh from '../../src-shared/i18n/zh-CN/model.json'
import type { Language } from '../../src-shared/model/language'
import type { Method } from '../../src-shared/model/method'
import {
  Chain,
  ConfidenceWord,
  InteractionKind,
  JudgementKind,
  PoliticalStatus,
  Side,
  SignalKind,
  Stance,
  StrengthWord,
  TieKind,
  TouchTier,
} from '../../src-shared/model/scales'

/** A closed list as a file may write it: the words of interfaces.md, or those that the app shows in either language. */
export interface Vocabulary<W extends string> {
  find(text: string): W | undefined
  /** The list for a sentence that says what to write instead. */
  list(language: Language): string
}

export const tiers = vocabulary(TouchTier.options, en.tier, zh.tier)
export const sides = vocabulary(Side.options, en.side, zh.side)
export const politicalStatuses = vocabulary(PoliticalStatus.options, en.political, zh.political)
export const stances = vocabulary(Stance.options, en.stance, zh.stance)
export const depths = vocabulary(['0', '1', '2', '3', '4'] as const, en.depth, zh.depth)
export const tieKinds = vocabulary(TieKind.options, en.tie, zh.tie)
export const strengthWords = vocabulary(StrengthWord.options, en.strength, zh.strength)
export const confidenceWords = vocabulary(ConfidenceWord.options, en.confidence, zh.confidence)
export const chains = vocabulary(Chain.options, en.chain, zh.chain)
export const interactionKinds = vocabulary(InteractionKind.options, en.interaction, zh.interaction)
export const signalKinds = vocabulary(SignalKind.options, en.signal, zh.signal)
/** What judgements.csv may hold; adaptability has no column format yet. */
export const judgementKinds = vocabulary(JudgementKind.exclude(['adaptability']).options, en.judgement, zh.judgement)

/** The decision roles of a workspace: the shipped five by key or word, a team's own by key or label. */
export function rolesOf(method: Method): Vocabulary<string> {
  const labels = Object.fromEntries(method.roles.flatMap(({ key, label }) => (label === undefined ? [] : [[key, label]])))
  return vocabulary(
    method.roles.map(({ key }) => key),
    { ...en.role, ...labels },
    { ...zh.role, ...labels },
  )
}

function vocabulary<W extends string>(
  words: readonly W[],
  english: Readonly<Partial<Record<W, string>>>,
  chinese: Readonly<Partial<Record<W, string>>>,
): Vocabulary<W> {
  const known = new Map<string, W>()
  for (const word of words) {
    for (const form of [word, english[word], chinese[word]]) if (form !== undefined) known.set(plain(form), word)
  }
  return {
    find: (text) => known.get(plain(text)),
    list: (language) => (language === 'en' ? words.join(', ') : words.map((word) => chinese[word] ?? word).join('、')),
  }
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')
}
