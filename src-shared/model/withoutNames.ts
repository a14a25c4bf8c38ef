import type { OwnFields } from './account'

/** Stands where a name was taken out: of no language, in every typeface, nothing to Markdown, and typed by nobody. */
export const NAME_LEFT_OUT = '‹…›'

/** Names of one character stand in too many words. */
const SHORTEST = 2

/**
 * Takes names out of running text, whole ones as they are written, in whatever case and with whatever blanks between their words. A name
 * in Latin letters is one only where it is a word of its own: Ann is not in planning.
 *
 * @returns the text with `NAME_LEFT_OUT` in their places; the very text where nobody is named
 */
export function withoutNames(names: Iterable<string>): (text: string) => string {
  const longest = [...new Set(names)].filter((name) => Array.from(name.trim()).length >= SHORTEST)
  if (longest.length === 0) return (text) => text
  // The longer first, lest a part of it goes alone.
  longest.sort((a, b) => b.length - a.length)
  const named = new RegExp(longest.map(written).join('|'), 'giu')
  return (text) => text.replace(named, NAME_LEFT_OUT)
}

/** The same for own fields. */
export function fieldsWithoutNames(own: OwnFields, said: (text: string) => string): OwnFields {
  return Object.fromEntries(Object.entries(own).map(([key, value]) => [key, said(value)]))
}

/** A name as a pattern. Chinese has no blanks between words, so there a name is one wherever it stands. */
function written(name: string): string {
  const whole = name.trim()
  const pattern = whole.split(/\s+/u).map(RegExp.escape).join('\\s+')
  const begins = /^\p{Script=Han}/u.test(whole) ? '' : '(?<![\\p{Script=Latin}\\p{N}])'
  const ends = /\p{Script=Han}$/u.test(whole) ? '' : '(?![\\p{Script=Latin}\\p{N}])'
  return `${begins}${pattern}${ends}`
}
