import type { Member } from '../model/person'
import { Directory } from '../quickEntry/directory'
import { plainName } from '../quickEntry/names'
import { standsAlone } from './words'

/** A name in a line and who may be meant by it: one person, or several. */
export interface NamedPeople {
  readonly from: number
  readonly to: number
  readonly people: readonly Member[]
}

interface Span {
  readonly from: number
  readonly to: number
}

/** Words of a Latin name at most. */
const LONGEST_NAME = 3
/** Between them stands whom nobody means: `at` may be somebody's initials. */
const small = new Set(
  `a about am an and at by for from he i in is it me my of on or our pm re she so that the they this to up us via was we with`.split(
    ' ',
  ),
)
/** `王总`: a family name and what somebody is called by. */
const address =
  /(\p{Script=Han})(?:总经理|董事长|总监|总|工程师|工|局长|局|处长|处|主任|经理|老师|院长|书记|部长|科长|所长|主席|董)/gu

/** Finds the people of an account in a line. */
export class LinePeople {
  private readonly directory: Directory<Member>
  /** Longest names first, so that one within another is not taken for it. */
  private readonly names: readonly { readonly text: string; readonly person: Member }[]

  constructor(private readonly people: readonly Member[]) {
    this.directory = new Directory(people)
    this.names = people
      .flatMap((person) => [person.name, person.latinName].map((name) => ({ text: lowered(name.trim()), person })))
      .filter(({ text }) => text.length > 1)
      .sort((a, b) => b.text.length - a.text.length)
  }

  /** In the order of the line. @param text in small letters @param kept what is a word of its own: no name is sought in it */
  find(text: string, kept: readonly Span[]): NamedPeople[] {
    const found: NamedPeople[] = []
    const isFree = (span: Span) => ![...found, ...kept].some((other) => span.from < other.to && other.from < span.to)
    const take = (span: Span, people: readonly Member[]) => {
      if (people.length > 0 && isFree(span)) found.push({ ...span, people })
    }
    for (const { text: name, person } of this.names) {
      for (let from = text.indexOf(name); from !== -1; from = text.indexOf(name, from + 1)) {
        const span = { from, to: from + name.length }
        if (/^[a-z]/.test(name) && !standsAlone(text, from, span.to)) continue
        const namesakes = this.directory.equal(person.name)
        // By the name in the other script perhaps: then the namesakes are others.
        take(span, plainName(person.name) === plainName(name) ? namesakes : [person])
      }
    }
    for (const match of text.matchAll(address)) {
      const span = { from: match.index, to: match.index + match[0].length }
      const alike = this.people.filter(({ name, side }) => side !== 'ours' && name.startsWith(match[1] ?? ''))
      if (alike.length === 1) take(span, alike)
    }
    this.takeSounds(text, take)
    return found.sort((a, b) => a.from - b.from)
  }

  /** `wangjianguo`, `Wang Jianguo`, `Jianguo Wang`, `wjg`. */
  private takeSounds(text: string, take: (span: Span, people: readonly Member[]) => void): void {
    const words = [...text.matchAll(/[a-zü]+(?:['’-][a-zü]+)*/g)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      text: match[0],
    }))
    for (let length = LONGEST_NAME; length > 0; length -= 1) {
      for (let at = 0; at + length <= words.length; at += 1) {
        const [first, last] = [words[at], words[at + length - 1]]
        if (!first || !last || !standsAlone(text, first.from, last.to)) continue
        const spelled = text.slice(first.from, last.to)
        if (/[^a-zü'’ -]/.test(spelled) || small.has(spelled)) continue
        take({ from: first.from, to: last.to }, this.directory.findBySound(spelled, () => true)?.people ?? [])
      }
    }
  }
}

/** Small letters, as many characters as before. */
export function lowered(text: string): string {
  return text.replace(/[A-ZÜ]/g, (letter) => letter.toLowerCase())
}
