import type { Duplicate, DuplicateReason, MergeField } from '../../src-shared/contract'
import { familyNameFirst, plainName, soundOf } from '../../src-shared/quickEntry/names'
import type { AccountState, PersonEntry } from './accountState'
import { mailKey, phoneKey } from './contactNames'
import type { CsvTable } from './csvTable'
import type { PeopleLines } from './peopleLines'
import type { PersonLine } from './personLine'

/** Duplicates that an answer lists; what is proposed for the others is done. */
const MOST_LISTED = 1_000

/** What somebody decided about a row that may be of a person who is there already. */
export interface DuplicateChoice {
  readonly file: string
  readonly line: number
  readonly take: 'merge' | 'both'
  /** Fields that are as the row says. Default: those that were empty. */
  readonly theirs?: readonly MergeField[] | undefined
}

/** A line of a file, to be taken in. */
interface ReadLine {
  readonly table: CsvTable<'people'>
  readonly line: PersonLine
}

/** Lines to be taken in, and what else follows from merging. */
export interface Settled {
  readonly tables: readonly PeopleLines[]
  /** Ids of the file by the id of the person that they were merged into. */
  readonly aliases: readonly (readonly [alias: string, id: string])[]
}

type Values = Readonly<Record<MergeField, string>>

/** Somebody on the account, or on an earlier row. */
interface Known {
  readonly id: string
  /** What is known of them by now. */
  values: Values
  readonly place: Duplicate['known']['place']
  /** Index of the line that speaks of them; null: none. */
  at: number | null
}

const mergeFields = ['name', 'title', 'department', 'email', 'phone'] as const satisfies readonly MergeField[]
/** From what says most to what says least. */
const reasons = ['email', 'phone', 'name', 'sound'] as const satisfies readonly DuplicateReason[]

/**
 * Finds rows of people who are on the account under another id, or on an earlier row, and merges those that were chosen to be, or share a
 * mail address or a telephone and a name where nobody chose. A name alone is asked about, and both are kept until somebody answers.
 */
export class DuplicateFinder {
  readonly found: Duplicate[] = []
  /** Found beyond those that are listed. */
  more = 0
  private readonly known: { readonly [R in DuplicateReason]: Map<string, Known> } = {
    email: new Map(),
    phone: new Map(),
    name: new Map(),
    sound: new Map(),
  }
  private readonly choices: ReadonlyMap<string, DuplicateChoice>

  constructor(
    private readonly state: AccountState,
    choices: readonly DuplicateChoice[],
  ) {
    this.choices = new Map(choices.map((choice) => [placeKey(choice.file, choice.line), choice]))
  }

  settle(tables: readonly PeopleLines[]): Settled {
    const read = tables.flatMap(({ table, lines }) => Array.from(lines, (line): ReadLine => ({ table, line })))
    const known = new Map<string, Known>()
    const byEntry = new Map<PersonEntry, Known>()
    for (const [id, entry] of this.state.people.all()) {
      const person = byEntry.get(entry) ?? { id, values: valuesOf(entry, this.state), place: null, at: null }
      known.set(id, person)
      // Under each further id of theirs they are the same.
      if (byEntry.has(entry)) continue
      byEntry.set(entry, person)
      this.note(person)
    }
    const lines: (ReadLine | null)[] = [...read]
    const fresh: number[] = []
    const seen = new Set<string>()
    // Rows whose ids are known come first, so that others can be merged into them wherever they stand.
    for (const [at, { line }] of read.entries()) {
      const person = known.get(line.id)
      if (person) {
        person.at = at
        person.values = withGiven(person.values, line)
      } else if (line.name !== '' && !seen.has(line.id) && !this.state.isSeat(line.id)) fresh.push(at)
      seen.add(line.id)
    }
    const aliases: (readonly [string, string])[] = []
    for (const at of fresh) {
      const each = read[at]
      if (!each) continue
      const { table, line } = each
      const match = this.find(line)
      const merged = match && this.decide(each, match.known, match.reasons)
      if (!merged) this.note({ id: line.id, values: line, place: { file: table.file, line: line.row.line }, at })
      else {
        aliases.push([line.id, merged.id])
        const into = merged.at === null ? each : (lines[merged.at] ?? each)
        if (merged.at === null) merged.at = at
        else {
          lines[at] = null
          table.outcome.updated += 1
        }
        lines[merged.at] = { ...into, line: mergedLine(into.line, merged) }
      }
    }
    const left = Map.groupBy(
      lines.filter((line) => line !== null),
      ({ table }) => table,
    )
    return { tables: [...left].map(([table, ofTable]) => linesOf(table, ofTable)), aliases }
  }

  private note(known: Known): void {
    for (const reason of reasons)
      for (const key of keysOf(reason, known.values)) if (!this.known[reason].has(key)) this.known[reason].set(key, known)
  }

  /** Whom a line most likely speaks of. */
  private find(line: PersonLine): { readonly known: Known; readonly reasons: readonly DuplicateReason[] } | null {
    for (const reason of reasons) {
      for (const key of keysOf(reason, line)) {
        const known = this.known[reason].get(key)
        if (known) return { known, reasons: sharedReasons(known.values, line) }
      }
    }
    return null
  }

  /** What becomes of a duplicate: the person as merged, or null where both are kept. */
  private decide({ table, line }: ReadLine, known: Known, why: readonly DuplicateReason[]): Known | null {
    // A switchboard's number, or a secretary's, is of several people.
    const proposed = why.includes('email') || (why.includes('phone') && why.length > 1) ? 'merge' : 'ask'
    if (this.found.length >= MOST_LISTED) this.more += 1
    else
      this.found.push({
        file: table.file,
        line: line.row.line,
        name: line.name,
        reasons: [...why],
        known: { name: known.values.name, place: known.place },
        fields: mergeFields.flatMap((field) => {
          const [ours, theirs] = [known.values[field], line[field]]
          return ours === '' && theirs === '' ? [] : [{ field, ours, theirs }]
        }),
        proposed,
      })
    const choice = this.choices.get(placeKey(table.file, line.row.line))
    if ((choice?.take ?? proposed) !== 'merge') return null
    const taken = choice?.theirs
    const value = (field: MergeField) => {
      const [ours, theirs] = [known.values[field], line[field]]
      return (taken ? taken.includes(field) && theirs !== '' : ours === '') ? theirs : ours
    }
    known.values = {
      name: value('name'),
      title: value('title'),
      department: value('department'),
      email: value('email'),
      phone: value('phone'),
    }
    return known
  }
}

function linesOf(table: CsvTable<'people'>, read: readonly ReadLine[]): PeopleLines {
  const lines = read.map(({ line }) => line)
  return { table, ids: lines.map(({ id }) => id), lines }
}

function mergedLine(line: PersonLine, { id, values }: Known): PersonLine {
  const { name, title, department, email, phone } = values
  return { ...line, id, name, title, department, email, phone }
}

function valuesOf({ row, tenures }: PersonEntry, state: AccountState): Values {
  const last = tenures.at(-1)
  const seatState = last && state.seatOf(last).states.at(-1)
  return {
    name: row.name,
    title: seatState?.title ?? '',
    department: state.unitPath(seatState?.unitId ?? null),
    email: row.email,
    phone: row.phone,
  }
}

/** What equal people share. A name may be written in Chinese or in letters, with the family name first or last. */
function keysOf(reason: DuplicateReason, { name, email, phone }: Values): string[] {
  const keys = (): string[] => {
    switch (reason) {
      case 'email':
        return [mailKey(email)]
      case 'phone':
        return [phoneKey(phone)]
      case 'name':
        return [plainName(name)]
      case 'sound':
        return [soundOf(name).full, soundOf(familyNameFirst(name)).full]
      default:
        return reason satisfies never
    }
  }
  return [...new Set(keys())].filter((key) => key !== '')
}

/** Why two may be the same; of an equal name it goes without saying that it sounds the same. */
function sharedReasons(a: Values, b: Values): DuplicateReason[] {
  const shared = reasons.filter((reason) => {
    const keys = new Set(keysOf(reason, a))
    return keysOf(reason, b).some((key) => keys.has(key))
  })
  return shared.includes('name') ? shared.filter((reason) => reason !== 'sound') : shared
}

/** What is known, with what a row of the same id says anew. */
function withGiven(known: Values, { name, title, department, email, phone }: Values): Values {
  return {
    name: name || known.name,
    title: title || known.title,
    department: department || known.department,
    email: email || known.email,
    phone: phone || known.phone,
  }
}

const placeKey = (file: string, line: number): string => `${line} ${file}`
