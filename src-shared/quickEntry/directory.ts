import type { AccountGraph } from '../model/graph'
import type { Member } from '../model/person'
import { isHan } from './characters'
import { familyNameFirst, mayBeInitials, plainName, soundOf } from './names'

/** Whoever can be looked up by name. */
export interface Nameable {
  readonly id: string
  readonly name: string
  /** The name in the other script, empty when not given. */
  readonly latinName: string
}

/** People who may be meant and the level on which their name agrees. `sound`: a Chinese name that only sounds the same. */
export interface Found<P extends Nameable> {
  readonly by: 'pinyin' | 'initials' | 'sound'
  readonly people: readonly P[]
}

interface SoundIndex<P> {
  readonly full: ReadonlyMap<string, readonly P[]>
  readonly initials: ReadonlyMap<string, readonly P[]>
}

/** Finds people by name. The sounds of all names are looked up once, when first asked for. */
export class Directory<P extends Nameable> {
  readonly byId: ReadonlyMap<string, P>
  private readonly people: readonly P[]
  private readonly plain: ReadonlyMap<string, readonly P[]>
  private sounds: SoundIndex<P> | null = null

  constructor(people: readonly P[]) {
    this.people = people.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    this.byId = new Map(people.map((person) => [person.id, person]))
    this.plain = Map.groupBy(this.people, ({ name }) => plainName(name))
  }

  /** Everybody whose name is equal but for width, case and blanks, in ascending order of id. */
  equal(name: string): readonly P[] {
    return this.plain.get(plainName(name)) ?? []
  }

  /** Those whose name sounds as `name` does, or has it for initials; null where nobody's. */
  findBySound(name: string, isPossible: (person: P) => boolean): Found<P> | null {
    const { full, initials } = (this.sounds ??= soundIndex(this.people))
    const spellings = isHan(name) ? [name] : [name, familyNameFirst(name)]
    const alike = [...new Set(spellings.flatMap((each) => full.get(soundOf(each).full) ?? []))].filter(isPossible)
    if (alike.length > 0) return { by: isHan(name) ? 'sound' : 'pinyin', people: alike }
    if (!mayBeInitials(name)) return null
    const short = (initials.get(name.toLowerCase()) ?? []).filter(isPossible)
    return short.length > 0 ? { by: 'initials', people: short } : null
  }
}

const directories = new WeakMap<AccountGraph, Directory<Member>>()

/** The directory of an account's people, kept as long as the graph: a text is matched at every keystroke. */
export function directoryOf(graph: AccountGraph): Directory<Member> {
  let directory = directories.get(graph)
  if (!directory) directories.set(graph, (directory = new Directory(graph.people)))
  return directory
}

function soundIndex<P extends Nameable>(people: readonly P[]): SoundIndex<P> {
  const full = new Map<string, P[]>()
  const initials = new Map<string, P[]>()
  const note = (index: Map<string, P[]>, key: string, person: P): void => {
    if (key === '') return
    const others = index.get(key)
    if (!others) index.set(key, [person])
    else if (others.at(-1) !== person) others.push(person)
  }
  for (const person of people) {
    const sound = soundOf(person.name)
    note(full, sound.full, person)
    note(full, soundOf(person.latinName).full, person)
    note(full, soundOf(familyNameFirst(person.latinName)).full, person)
    note(initials, sound.initials, person)
  }
  return { full, initials }
}
