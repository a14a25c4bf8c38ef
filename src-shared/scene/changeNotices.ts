import type { AccountFigures } from '../analytics/accountFigures'
import type { Change } from '../analytics/changes'
import type { Translate } from '../i18n/translate'
import type { Day } from '../model/day'
import type { PersonId, SeatId } from '../model/ids'
import type { Method } from '../model/method'
import { Depth } from '../model/scales'
import type { Notice } from './notice'
import { roleWords } from './roleWords'
import type { CardMark } from './sceneTypes'
import { wordsIn } from './words'

interface ChangeNotices {
  readonly ofPerson: (id: PersonId) => Notice | undefined
  /** Of a seat that is empty now: who held it, struck through. */
  readonly ofSeat: (id: SeatId) => Notice | undefined
  readonly absent: readonly string[]
}

/** The layer of changes: a mark for each change of a person, those who left at the place they left, or listed where it is taken. */
export function changeNotices(figures: AccountFigures, since: Day, t: Translate): ChangeNotices {
  const found = figures.changesSince(since)
  const { method, snapshot: now } = figures.situation
  const before = figures.at(since).situation.snapshot
  const word = wordsIn(t)
  const nameOf = (id: PersonId): string => before.people.get(id)?.person.name ?? now.people.get(id)?.person.name ?? ''
  const markOf = (change: Change): CardMark => ({
    kind: change.kind,
    words: changeWords(change, nameOf(change.person), method, t),
  })
  const byPerson = Map.groupBy(found, ({ person }) => person)
  const noticeOf = (changes: readonly Change[]): Notice => {
    const marks = changes.map(markOf)
    const names = changes.map(({ kind }) => word(`map.mark.${kind}`))
    return { tone: { family: 'changed' }, marks, notes: [names.join(word('map.listSeparator')), ...names.slice(0, 1)] }
  }

  const emptied = new Map<SeatId, Notice>()
  const absent: string[] = []
  for (const change of found) {
    if (change.kind !== 'gone' && change.kind !== 'moved') continue
    const { kind, person, from } = change
    const left = (before.people.get(person)?.seats ?? []).filter(({ seat }) => now.seats.get(seat.id)?.holderId === null)
    for (const { seat } of left) {
      const told = kind === 'gone' ? (byPerson.get(person) ?? []) : [change]
      emptied.set(seat.id, { ...noticeOf(told), struck: true, formerName: nameOf(person) })
    }
    if (kind === 'gone' && left.length === 0) {
      absent.push([nameOf(person), ...from].filter((part) => part !== '').join(word('map.separator')))
    }
  }
  return {
    ofPerson: (id) => {
      const changes = byPerson.get(id)
      return changes && noticeOf(changes)
    },
    ofSeat: (id) => emptied.get(id),
    absent,
  }
}

/** A change as a sentence. */
function changeWords(change: Change, person: string, method: Method, t: Translate): string {
  const word = wordsIn(t)
  const titles = (all: readonly string[]): string => all.filter((title) => title !== '').join(word('map.listSeparator'))
  switch (change.kind) {
    case 'new':
      return t('map.change.new', { to: titles(change.to) })
    case 'gone':
      return t('map.change.gone', { person })
    case 'moved':
      return t('map.change.moved', { from: titles(change.from), to: titles(change.to) })
    case 'role-given':
    case 'role-lost':
      return t(`map.change.${change.kind}`, { role: roleWords(change.role, method, t).label })
    case 'stance-up':
    case 'stance-down':
    case 'stance-known':
    case 'stance-unknown': {
      const [from, to] = [change.from ?? 'unknown', change.to ?? 'unknown'] as const
      return t('map.change.stance', { from: word(`model.stance.${from}`), to: word(`model.stance.${to}`) })
    }
    case 'depth-up':
    case 'depth-down': {
      const [from, to] = [Depth.parse(change.from), Depth.parse(change.to)]
      return t('map.change.depth', { from: word(`model.depth.${from}`), to: word(`model.depth.${to}`) })
    }
    default:
      return change satisfies never
  }
}
