import { pinyin } from 'pinyin-pro'
import type { Member } from '../model/person'
import type { PersonId } from '../model/ids'
import { isHan } from './characters'

/** A name whatever its width, case and blanks. */
export function plainName(name: string): string {
  const folded = name.normalize('NFKC').toLowerCase()
  return folded.replace(/[\s·•.'’-]+/g, '') || folded
}

/**
 * The mark of each person whose name somebody else of the account has too: `1` for the one recorded first, then `2`. Names equal but for
 * width, case and blanks count as the same.
 */
export function nameOrdinals(people: readonly Pick<Member, 'id' | 'name'>[]): ReadonlyMap<PersonId, string> {
  const ordinals = new Map<PersonId, string>()
  for (const equal of Map.groupBy(people, ({ name }) => plainName(name)).values()) {
    if (equal.length < 2) continue
    const inOrder = equal.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    for (const [index, { id }] of inOrder.entries()) ordinals.set(id, String(index + 1))
  }
  return ordinals
}

/** How a name sounds: a Chinese one in pinyin, any other as its letters without accents. */
export interface Sound {
  readonly full: string
  /** Of a Chinese name, as in `wjg`; else empty. */
  readonly initials: string
}

export function soundOf(name: string): Sound {
  if (!isHan(name)) return { full: letters(name), initials: '' }
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'consecutive', v: true })
  const spoken = syllables.map(letters).filter((syllable) => syllable !== '')
  return { full: spoken.join(''), initials: spoken.map((syllable) => syllable.charAt(0)).join('') }
}

/** The same words with the family name, written last, put first. */
export function familyNameFirst(name: string): string {
  const words = name.trim().split(/\s+/)
  return [words.at(-1) ?? '', ...words.slice(0, -1)].join(' ')
}

/** Whether a text may be the initials of a Chinese name: two to four letters of one case. */
export function mayBeInitials(text: string): boolean {
  return /^(?:[a-z]{2,4}|[A-Z]{2,4})$/.test(text)
}

function letters(text: string): string {
  return plainName(text.replace(/[üÜ]/g, 'v').normalize('NFD').replace(/\p{M}/gu, ''))
}
