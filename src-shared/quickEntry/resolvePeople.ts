import type { Snapshot } from '../analytics/snapshot'
import type { PersonId } from '../model/ids'
import type { Member } from '../model/person'
import { Directory, directoryOf, type Nameable } from './directory'
import type { QuickDocument, QuickName, QuickPerson } from './document'
import { plainName } from './names'
import type { FoundBy, Mention, Ref, Resolution } from './plan'
import type { Problems } from './problems'

/** One of ours who may be on other accounts only. */
export interface KnownColleague {
  readonly id: PersonId
  readonly name: string
}

/** A choice for a mention that may mean several people, by its key. */
export type Choices = Readonly<Record<string, PersonId | 'new'>>

/** A person whom the text names, with what its lines say. */
export interface Named {
  readonly key: string
  readonly name: QuickName
  readonly isOurs: boolean
  /** Indexes of lines in the document; none where only ties or depths name them. */
  readonly lines: number[]
  /** Every line of the text that names them. */
  readonly places: number[]
  resolution: Resolution
  ref: Ref<PersonId>
}

/** The id of somebody who is there already. */
export const knownId = (ref: Ref<PersonId>): PersonId | null => ('known' in ref ? ref.known : null)

/** Everybody whom a document names, each once, matched to the people of a map. */
export class People {
  private readonly named = new Map<string, Named>()
  private readonly byPlainName = new Map<string, Named[]>()
  /** Whom of the map each name stands for, by person. */
  private readonly claimed = new Map<PersonId, Named>()
  private readonly directory: Directory<Member>
  private readonly colleagues: Directory<Nameable & KnownColleague>
  private ofLines: Directory<Nameable> | null = null

  constructor(
    private readonly document: QuickDocument,
    private readonly snap: Snapshot | null,
    colleagues: readonly KnownColleague[],
    private readonly choices: Choices,
    private readonly problems: Problems,
  ) {
    this.directory = snap ? directoryOf(snap.graph) : new Directory<Member>([])
    this.colleagues = new Directory(colleagues.map((colleague) => ({ ...colleague, latinName: '' })))
    for (const [index, person] of document.people.entries()) {
      if (person.name) this.register(person.name, person.side === 'ours').lines.push(index)
    }
    // Whoever is there by name cannot be meant by another name that merely sounds like it.
    const late = [...this.named.values()].filter((each) => !this.choose(each) && !this.resolveByName(each))
    for (const each of late) this.resolveBySound(each)
  }

  /** In order of appearance. */
  mentions(): Mention[] {
    return [...this.named.values()].map(({ key, name, places, resolution }) => ({
      key,
      name: name.text,
      mark: name.mark,
      lines: [...new Set(places)].sort((a, b) => a - b),
      resolution,
    }))
  }

  all(): Iterable<Named> {
    return this.named.values()
  }

  /** The person of a line; undefined for a placeholder. */
  ofLine(person: QuickPerson): Named | undefined {
    return person.name ? this.named.get(keyOf(person.name, person.side === 'ours')) : undefined
  }

  /** Somebody as a member of the map, if they are one. */
  memberOf({ ref }: Named): Member | undefined {
    const id = knownId(ref)
    return id === null ? undefined : this.directory.byId.get(id)
  }

  /** The person whom a depth names: one of ours. Made where nobody is called so. */
  colleague(name: QuickName): Named {
    return this.mention(name, (isOurs) => isOurs)
  }

  /** The person whom a tie names, the customer's before ours. Made where nobody is called so. */
  either(name: QuickName): Named {
    return this.mention(name, () => true)
  }

  private mention(name: QuickName, isMeant: (isOurs: boolean) => boolean): Named {
    const known = [false, true]
      .filter(isMeant)
      .map((isOurs) => this.named.get(keyOf(name, isOurs)))
      .find((each) => each !== undefined)
    const found = known ?? this.ofAnotherLine(name, isMeant)
    if (found) {
      found.places.push(name.place.line)
      return found
    }
    const fresh = this.register(name, !isMeant(false))
    const alike = (this.byPlainName.get(plainName(name.text)) ?? []).filter((each) => each !== fresh && isMeant(each.isOurs))
    if (!this.choose(fresh)) {
      // A bare name where the text itself marks several of that name says too little.
      if (alike.length > 1)
        this.leaveOpen(
          fresh,
          alike.flatMap(({ ref }) => knownId(ref) ?? []),
          alike.length,
        )
      else if (!this.resolveByName(fresh)) this.resolveBySound(fresh)
    }
    const id = knownId(fresh.ref)
    const same = id === null ? undefined : this.claimed.get(id)
    if (same && same !== fresh) {
      same.places.push(name.place.line)
      this.forget(fresh)
      return same
    }
    if (fresh.resolution.is === 'new' && isMeant(false)) this.problems.add('only_mentioned', name.place, { name: name.text })
    return fresh
  }

  /** Somebody who has a line in the text and whom pinyin or initials mean, or a bare name one marked line. */
  private ofAnotherLine(name: QuickName, isMeant: (isOurs: boolean) => boolean): Named | null {
    const [marked, ...further] = (this.byPlainName.get(plainName(name.text)) ?? []).filter((each) => isMeant(each.isOurs))
    if (marked && further.length === 0 && name.mark === '') return marked
    if (marked || this.directory.equal(name.text).length > 0) return null
    this.ofLines ??= new Directory(
      [...this.named.values()].map(({ key, name: { text } }) => ({ id: key, name: text, latinName: '' })),
    )
    const found = this.ofLines.findBySound(name.text, ({ id }) => isMeant(this.named.get(id)?.isOurs ?? false))
    const [only, ...others] = found && found.by !== 'sound' ? found.people : []
    return only && others.length === 0 ? (this.named.get(only.id) ?? null) : null
  }

  private register(name: QuickName, isOurs: boolean): Named {
    const key = keyOf(name, isOurs)
    const known = this.named.get(key)
    if (known) {
      known.places.push(name.place.line)
      return known
    }
    const fresh: Named = {
      key,
      name,
      isOurs,
      lines: [],
      places: [name.place.line],
      resolution: { is: 'new' },
      ref: { made: `person ${key}` },
    }
    this.named.set(key, fresh)
    const plain = plainName(name.text)
    const alike = this.byPlainName.get(plain)
    if (alike) alike.push(fresh)
    else this.byPlainName.set(plain, [fresh])
    return fresh
  }

  private forget(named: Named): void {
    this.named.delete(named.key)
    const alike = this.byPlainName.get(plainName(named.name.text))
    alike?.splice(alike.indexOf(named), 1)
  }

  /** Settles a name that a choice was made for. */
  private choose(named: Named): boolean {
    const choice = Object.hasOwn(this.choices, named.key) ? this.choices[named.key] : undefined
    if (choice === undefined) return false
    if (choice !== 'new') this.settle(named, choice, 'choice')
    return true
  }

  /** Settles a name that somebody of the map has, as somebody new where a mark counts further than there are. */
  private resolveByName(named: Named): boolean {
    const { text, mark } = named.name
    const all = this.directory.equal(text)
    const possible = this.possible(all, named)
    if (possible.length === 0) return false
    if (mark !== '') {
      this.settleByMark(named, all, possible)
      return true
    }
    const exact = possible.filter((person) => person.name === text)
    const [only, ...others] = exact.length > 0 ? exact : possible
    if (only && others.length === 0) this.settle(named, only.id, 'name')
    else this.settleByTitle(named, exact.length > 0 ? exact : possible)
    return true
  }

  /** A mark counts the people of a name as they were recorded, unless titles say otherwise. */
  private settleByMark(named: Named, all: readonly Member[], possible: readonly Member[]): void {
    const { mark } = named.name
    const counted = /^\d{1,6}$/.test(mark) ? possible.find((person) => person === all[Number(mark) - 1]) : undefined
    const titled = possible.filter((person) => this.hasTitleOf(person, named) && !this.claimed.has(person.id))
    const [only, ...others] = titled
    if (counted && (titled.includes(counted) || !only || others.length > 0)) this.settle(named, counted.id, 'name')
    else if (only && others.length === 0) this.settle(named, only.id, 'name')
  }

  private settleByTitle(named: Named, people: readonly Member[]): void {
    const [only, ...others] = people.filter((person) => this.hasTitleOf(person, named))
    if (only && others.length === 0) this.settle(named, only.id, 'name')
    else
      this.leaveOpen(
        named,
        people.map(({ id }) => id),
        people.length,
      )
  }

  /** Settles a name by its sound, or leaves it new. */
  private resolveBySound(named: Named): void {
    const colleagues = named.isOurs ? this.colleagues.equal(named.name.text).filter(({ id }) => !this.claimed.has(id)) : []
    const [colleague, ...namesakes] = colleagues
    if (colleague && namesakes.length === 0) {
      this.settle(named, colleague.id, 'name')
      return
    }
    const isFree = (person: Member) => this.isPossible(person, named) && !this.claimed.has(person.id)
    const found = colleague ? null : this.directory.findBySound(named.name.text, isFree)
    const [only, ...others] = found?.people ?? colleagues
    if (!only) return
    if (found && found.by !== 'sound' && others.length === 0) this.settle(named, only.id, found.by)
    else {
      const candidates = found ? found.people.map(({ id }) => id) : colleagues.map(({ id }) => id)
      this.leaveOpen(named, candidates, candidates.length + (found?.by === 'sound' ? 1 : 0))
    }
  }

  private settle(named: Named, personId: PersonId, by: FoundBy): void {
    named.resolution = { is: 'existing', personId, by }
    named.ref = { known: personId }
    if (!this.claimed.has(personId)) this.claimed.set(personId, named)
  }

  private leaveOpen(named: Named, candidates: readonly PersonId[], count: number): void {
    named.resolution = { is: 'ambiguous', candidates }
    this.problems.add('name_ambiguous', named.name.place, { name: named.name.text, count })
  }

  /** The people on the side that the text speaks of; one of ours only where it says so or nobody else has the name. */
  private possible(people: readonly Member[], named: Named): readonly Member[] {
    const meant = people.filter((person) => this.isPossible(person, named))
    const others = meant.filter(({ side }) => side !== 'ours')
    return named.isOurs || others.length === 0 ? meant : others
  }

  private isPossible(person: Member, named: Named): boolean {
    if (named.isOurs || person.side === 'ours') return named.isOurs === (person.side === 'ours') || this.saysNoSide(named)
    const side = named.lines.map((index) => this.document.people[index]?.side ?? null).find((each) => each !== null)
    return side === undefined || side === person.side
  }

  /** Whether nothing says which side somebody is on, so that they may be one of ours. */
  private saysNoSide(named: Named): boolean {
    return !named.isOurs && named.lines.every((index) => this.document.people[index]?.side === null)
  }

  private hasTitleOf(person: Member, named: Named): boolean {
    const titles = this.snap?.people.get(person.id)?.seats.map(({ state }) => plainName(state.title)) ?? []
    return named.lines.some((index) => {
      const title = this.document.people[index]?.title ?? ''
      return title !== '' && titles.includes(plainName(title))
    })
  }
}

function keyOf({ text, mark }: QuickName, isOurs: boolean): string {
  return `${plainName(text)}#${mark}${isOurs ? '@ours' : ''}`
}
