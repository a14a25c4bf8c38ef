import { pinyin } from 'pinyin-pro'
import { type Piece, piecesOf } from './letters'

/** What the index of running text keeps of one, each form a list of terms parted by blanks; see migrations/0045_interaction.sql. */
export interface SentenceForms {
  /** Chinese character by character, other words whole. */
  readonly own: string
  /** The reading of every Chinese character, ü as v; other words do not stand in between. */
  readonly pinyin: string
  /** The first letters of those readings. */
  readonly initials: string
}

/** Ways to part one word into syllables that are tried: few have more than three. */
const MOST_PARTINGS = 12
/** Nobody types longer words, and initials of more characters find nothing that fewer do not. */
const LONGEST_WORD = 60

/** The forms under which running text is found. Pure; about 2 µs a character. */
export function sentenceForms(text: string): SentenceForms {
  const pieces = piecesOf(text)
  const readings = pieces.filter(({ han }) => han).flatMap((piece) => syllables(piece.text))
  return {
    own: pieces.flatMap((piece) => (piece.han ? [...piece.text] : [piece.text])).join(' '),
    pinyin: readings.join(' '),
    initials: readings.map((reading) => reading.charAt(0)).join(' '),
  }
}

/**
 * What to ask that index for, in FTS5's language: every word must occur, Chinese of any length as it stands, Latin from the beginning of
 * a word on, or as the pinyin or the initials of characters that stand together. The last syllable counts as unfinished.
 *
 * @param isSyllable whether some text of the index has a character read so
 * @returns null for a query without a letter
 */
export function sentenceQuery(query: string, isSyllable: (reading: string) => boolean): string | null {
  const pieces = piecesOf(query)
  if (pieces.length === 0) return null
  return pieces.map((piece) => `(${meanings(piece, isSyllable).join(' OR ')})`).join(' AND ')
}

function meanings({ han, text }: Piece, isSyllable: (reading: string) => boolean): string[] {
  if (han) return [`own : ${phrase([...text])}`]
  const written = `own : "${text}"*`
  const letters = text.replaceAll('ü', 'v')
  if (!/^[a-z]{2,}$/.test(letters) || letters.length > LONGEST_WORD) return [written]
  const read = partings(letters, isSyllable).map((parts) => `pinyin : ${phrase(parts)}*`)
  return [written, ...read, `initials : ${phrase([...letters])}`]
}

/** Every way to read a word as syllables, the last of which may be only begun: `xian` is 先 and 西安. */
function partings(word: string, isSyllable: (reading: string) => boolean): string[][] {
  const found: string[][] = []
  const walk = (from: number, parts: readonly string[]): void => {
    if (found.length === MOST_PARTINGS) return
    found.push([...parts, word.slice(from)])
    for (let to = Math.min(from + LONGEST_SYLLABLE, word.length - 1); to > from; to -= 1) {
      const syllable = word.slice(from, to)
      if (isSyllable(syllable)) walk(to, [...parts, syllable])
    }
  }
  walk(0, [])
  return found.filter((parts) => (parts.at(-1) ?? '').length <= LONGEST_SYLLABLE)
}

/** `zhuang`. */
const LONGEST_SYLLABLE = 6

function syllables(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true })
}

const phrase = (terms: readonly string[]): string => `"${terms.join(' ')}"`
