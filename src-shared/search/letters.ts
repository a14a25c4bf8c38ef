/** A run of Chinese characters, or a word of any other script: what a text consists of for searching. */
export interface Piece {
  readonly han: boolean
  readonly text: string
}

const pieces = /\p{Script=Han}+|[\p{L}\p{N}\p{M}]+/gu
const han = /^\p{Script=Han}/u

/** Width, case and the apostrophes of pinyin make no difference to a search. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/['’ʼ]/g, '').trim()
}

/** The runs of characters and words of a text, in order, plain; signs and blanks only part them. */
export function piecesOf(text: string): Piece[] {
  return [...plain(text).matchAll(pieces)].flatMap(([whole]) => splitScripts(whole))
}

/** `张san` is one run of letters to a regular expression, since Chinese characters are letters too. */
function splitScripts(word: string): Piece[] {
  return (word.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []).map((text) => ({ han: han.test(text), text }))
}
