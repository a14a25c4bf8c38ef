import type { SeatId } from '../../src-shared/model/ids'
import { plainName } from '../../src-shared/quickEntry/names'
import type { AccountState } from './accountState'
import { mailKey, phoneKey } from './contactNames'
import { seatIdHeldOn } from './seating'

/**
 * Finds superiors that a file names as people do: by name, mail address or telephone. Asked for the first time it looks at everybody, those of
 * the file included.
 *
 * @returns the seat held last; null for nobody, and for a name that several people bear
 */
export function superiorNamed(state: AccountState): (name: string) => SeatId | null {
  let everybody: ReadonlyMap<string, ReadonlySet<string>> | null = null
  return (name) => {
    everybody ??= idsByKey(state)
    for (const key of keysOf(name, name, name)) {
      const [id, ...others] = everybody.get(key) ?? []
      if (id !== undefined) return others.length === 0 ? seatIdHeldOn(state, id, null) : null
    }
    return null
  }
}

function idsByKey(state: AccountState): Map<string, Set<string>> {
  const byKey = new Map<string, Set<string>>()
  for (const { row, member } of state.people.all().map(([, entry]) => entry)) {
    const id = member.sourceId ?? row.id
    for (const key of keysOf(row.name, row.email, row.phone)) {
      const ids = byKey.get(key)
      if (ids) ids.add(id)
      else byKey.set(key, new Set([id]))
    }
  }
  return byKey
}

function keysOf(name: string, email: string, phone: string): string[] {
  const keys = [`mail ${mailKey(email)}`, `tel ${phoneKey(phone)}`, `name ${plainName(name)}`]
  return keys.filter((key) => !key.endsWith(' '))
}
