const letters = [...'abcdefghijklmnopqrstuvwxyz']

/** From how many letters on few go on with any given one, so that it is worth asking for that before what follows it. */
const RARE_FROM = 2

/**
 * Every beginning of a term that `word` was meant for with one typing mistake: a letter too many, one left out, one wrong, or two
 * neighbours swapped (Damerau 1964). What stands before the mistake has to exist itself, so that of about 54 words a letter only those
 * of the first letters are asked for.
 *
 * @param exists whether a term begins so
 */
export function oneEditAway(word: string, exists: (beginning: string) => boolean): string[] {
  const near = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const before = word.slice(0, at)
    if (at > 0 && !exists(before)) break
    const after = word.slice(at)
    const [first = '', second = ''] = after
    for (const letter of letters) {
      if (at >= RARE_FROM && !exists(before + letter)) continue
      near.add(before + letter + after)
      if (first !== '') near.add(before + letter + after.slice(1))
    }
    if (first !== '') near.add(before + after.slice(1))
    if (second !== '') near.add(before + second + first + after.slice(2))
  }
  near.delete(word)
  // In order, so that one answer of the index can stand for many a neighbour.
  return [...near].sort().filter(exists)
}
