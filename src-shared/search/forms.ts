import { pinyin } from 'pinyin-pro'
import { piecesOf } from './letters'

/** What the search index keeps of a text, each form a list of terms parted by blanks; see migrations/0020_search.sql. */
export interface SearchForms {
  /** Chinese character by character, other words whole. */
  readonly own: string
  /** The reading, written together: from the beginning, then from each later syllable on, then shortened in part (`wangjg`). */
  readonly pinyin: string
  /** The first letters of the syllables, from the beginning and from each later syllable on. */
  readonly initials: string
}

/** Syllables of a text that are looked at: longer ones are sentences. */
const MOST_SYLLABLES = 24
/** Texts up to this many syllables are names, which people shorten in part; longer ones would have too many such forms. */
const MOST_SHORTENED = 4

/** The forms under which a text is found. Pure; about 10 µs a name. */
export function searchForms(text: string): SearchForms {
  const pieces = piecesOf(text)
  const own = pieces.flatMap((piece) => (piece.han ? [...piece.text] : [piece.text]))
  const readings = readingsOf(pieces.map((piece) => (piece.han ? { reads: piece.text } : { says: piece.text })))
  return {
    own: own.join(' '),
    pinyin: unique(readings.flatMap((syllables) => [...tails(syllables), ...shortened(syllables)])),
    initials: unique(readings.flatMap((syllables) => tails(syllables.map(initial)))),
  }
}

type Spoken = { readonly reads: string } | { readonly says: string }

/**
 * The syllables of a text in every way people type them: with the reading that a character has as a surname and without, and with
 * ü as v or as u.
 */
function readingsOf(parts: readonly Spoken[]): string[][] {
  const asName = syllablesOf(parts, 'head')
  const readings = [asName, syllablesOf(parts, 'off')].flatMap((syllables) => [
    syllables,
    syllables.map((syllable) => syllable.replace(/^([nl])v/, '$1u')),
  ])
  return [...new Map(readings.map((syllables) => [syllables.join(' '), syllables])).values()]
}

function syllablesOf(parts: readonly Spoken[], surname: 'head' | 'off'): string[] {
  return parts
    .flatMap((part, index) =>
      'says' in part
        ? [part.says]
        : // Only what a name begins with is a surname.
          pinyin(part.reads, { toneType: 'none', type: 'array', v: true, surname: index === 0 ? surname : 'off' }),
    )
    .slice(0, MOST_SYLLABLES)
}

const initial = (syllable: string): string => [...syllable][0] ?? ''

/** What a list of syllables says from each of them on. */
const tails = (syllables: readonly string[]): string[] => syllables.map((_, from) => syllables.slice(from).join(''))

/** `wangjg` and `wjguo`: the beginning written out and the rest by initials, and the other way round. */
function shortened(syllables: readonly string[]): string[] {
  if (syllables.length > MOST_SHORTENED) return []
  const short = syllables.map(initial)
  return syllables
    .slice(1)
    .flatMap((_, cut) => [
      [...syllables.slice(0, cut + 1), ...short.slice(cut + 1)].join(''),
      [...short.slice(0, cut + 1), ...syllables.slice(cut + 1)].join(''),
    ])
}

const unique = (terms: readonly string[]): string => [...new Set(terms)].join(' ')
