import { searchForms } from './forms'
import { oneEditAway } from './oneEdit'
import { type Piece, piecesOf } from './letters'

/** How a text was found, best first. */
export const matchKinds = ['exact', 'start', 'initials', 'inside', 'typo'] as const
export type MatchKind = (typeof matchKinds)[number]

/** A question to the search index in FTS5's language. */
export interface SearchStage {
  readonly kind: MatchKind
  readonly match: string
}

/** Shorter words have more neighbours than meanings. */
const SHORTEST_MISTYPED = 4
/** A longer word is no name, and its neighbours are thousands. */
const LONGEST_MISTYPED = 24

/**
 * What to ask the index for while somebody types, best answers first: as written, then by pinyin, by initials, then anywhere in a
 * text. The last word counts as unfinished. Empty for a query without a letter.
 */
export function searchStages(query: string): SearchStage[] {
  const pieces = piecesOf(query)
  const [first] = pieces
  if (!first) return []
  const inside = all(pieces.map((piece) => (piece.han ? `own : ${phrase([...piece.text])}` : anyForm(piece.text))))
  if (pieces.every((piece) => piece.han)) {
    return [
      { kind: 'start', match: `own : ^${phrase(pieces.flatMap((piece) => [...piece.text]))}` },
      { kind: 'inside', match: inside },
    ]
  }
  if (pieces.some((piece) => piece.han)) {
    const begins = first.han ? `own : ^${phrase([...first.text])}` : `{own pinyin initials} : ^"${first.text}"*`
    return [
      { kind: 'start', match: `${begins} AND ${inside}` },
      { kind: 'inside', match: inside },
    ]
  }
  const words = pieces.map((piece) => piece.text)
  const together = words.join('')
  const written = `own : ^${phrase(words)}*`
  // One letter is found in most texts: only what begins with it says anything, and initials say so in a shorter list than pinyin.
  if (together.length === 1) return [{ kind: 'start', match: `${written} OR initials : ^"${together}"*` }]
  return [
    { kind: 'exact', match: `pinyin : ^"${together}"` },
    { kind: 'start', match: `${written} OR pinyin : ^"${together}"*` },
    { kind: 'initials', match: `initials : ^"${together}"` },
    { kind: 'initials', match: `initials : ^"${together}"*` },
    { kind: 'inside', match: `(${inside}) OR (${anyForm(together)})` },
  ]
}

/**
 * What else may have been meant: Chinese that only sounds like the query, and words of four letters or more with one typing mistake.
 *
 * @param exists whether a term of the index begins so
 */
export function mistypedStages(query: string, exists: (beginning: string) => boolean): SearchStage[] {
  const pieces = piecesOf(query)
  if (pieces.length > 0 && pieces.every((piece) => piece.han)) {
    const [reading = ''] = searchForms(pieces.map((piece) => piece.text).join('')).pinyin.split(' ')
    return pieces.some((piece) => piece.text.length > 1) || pieces.length > 1
      ? [{ kind: 'typo', match: `pinyin : "${reading}"*` }]
      : []
  }
  if (pieces.some((piece) => piece.han)) return []
  const apart = everyWordMended(pieces, exists)
  const together =
    pieces.length > 1 ? everyWordMended([{ han: false, text: pieces.map(({ text }) => text).join('') }], exists) : null
  return [apart, together].filter((match) => match !== null).map((match) => ({ kind: 'typo', match }))
}

/** Each word as it is or with one mistake mended; null where a word has no meaning that way, or none was mended. */
function everyWordMended(pieces: readonly Piece[], exists: (beginning: string) => boolean): string | null {
  let mended = false
  const parts: string[] = []
  for (const { text } of pieces) {
    const meant = exists(text) ? [text] : []
    if (text.length >= SHORTEST_MISTYPED && text.length <= LONGEST_MISTYPED && /^[a-z]+$/.test(text)) {
      const near = oneEditAway(text, exists)
      mended ||= near.length > 0
      meant.push(...near)
    }
    if (meant.length === 0) return null
    parts.push(`(${meant.map((word) => `{own pinyin} : "${word}"*`).join(' OR ')})`)
  }
  return mended ? all(parts) : null
}

const phrase = (terms: readonly string[]): string => `"${terms.join(' ')}"`
const anyForm = (word: string): string =>
  word.length === 1 ? `{own initials} : "${word}"*` : `{own pinyin initials} : "${word}"*`
const all = (parts: readonly string[]): string => parts.map((part) => `(${part})`).join(' AND ')
