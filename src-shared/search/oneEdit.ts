const letters = 'abcdefghijklmnopqrstuvwxyz'

/**
 * Every word that one typing mistake away from `word` was meant: a letter too many, one left out, one wrong, or two neighbours
 * swapped (Damerau 1964). About 54 words a letter.
 */
export function oneEditAway(word: string): string[] {
  const found = new Set<string>()
  for (let at = 0; at <= word.length; at++) {
    const before = word.slice(0, at)
    const after = word.slice(at)
    const [first = '', second = ''] = after
    for (const letter of letters) found.add(before + letter + after)
    if (first === '') continue
    found.add(before + after.slice(1))
    for (const letter of letters) found.add(before + letter + after.slice(1))
    if (second !== '') found.add(before + second + first + after.slice(2))
  }
  found.delete(word)
  return [...found]
}
