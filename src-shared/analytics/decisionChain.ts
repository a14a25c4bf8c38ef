import { holds } from '../model/day'
import type { PersonId, SeatId } from '../model/ids'
import type { Method } from '../model/method'
import type { Opportunity } from '../model/opportunity'
import { compareCodePoints } from './codePoints'
import { publishedId } from './publishedId'
import type { PlacedSeat, Snapshot } from './snapshot'

/** A role that counts in an opportunity, with who plays it on a day. */
export interface ChainRole {
  readonly role: string
  readonly weight: number
  /** Those present, in code-point order of their published ids. */
  readonly holders: readonly PersonId[]
  /** Seats that have the role and nobody in them. */
  readonly vacantSeats: readonly PlacedSeat[]
}

/** Who decides about one opportunity on a day (domain.md 5). */
export interface DecisionChain {
  /** The required roles, in the method's order. */
  readonly roles: readonly ChainRole[]
  /** Everyone present who plays a role, weightless ones included: role keys in the method's order. */
  readonly rolesOf: ReadonlyMap<PersonId, readonly string[]>
  /** Seats with any role and nobody in them. */
  readonly vacancies: readonly { readonly seat: PlacedSeat; readonly role: string }[]
  /** Weight of each role that counts; a role that is missing weighs nothing. */
  readonly weights: ReadonlyMap<string, number>
}

const noChain: DecisionChain = { roles: [], rolesOf: new Map(), vacancies: [], weights: new Map() }

/**
 * Reads an opportunity's roles off the seats of a day. A role counts while the method requires it and the opportunity has
 * not switched it off (domain.md 5): an own role that is not marked required weighs nothing, in coverage as in support.
 * People of ours do not decide for the customer, so a role on a seat of ours is passed over.
 */
export function decisionChain(snap: Snapshot, opportunity: Opportunity | null, method: Method): DecisionChain {
  if (opportunity === null) return noChain
  const order = new Map(method.roles.map(({ key }, i) => [key, i]))
  const counted = method.roles.filter(({ key, required }) => required && !opportunity.switchedOffRoles.includes(key))

  const holdersByRole = new Map<string, Set<PersonId>>()
  const vacantByRole = new Map<string, Map<SeatId, PlacedSeat>>()
  const rolesByPerson = new Map<PersonId, Set<string>>()
  for (const decisionRole of snap.graph.decisionRoles) {
    if (decisionRole.opportunityId !== opportunity.id || !holds(decisionRole, snap.on)) continue
    const seat = snap.seats.get(decisionRole.seatId)
    if (!seat) continue
    if (seat.holderId === null) {
      at(vacantByRole, decisionRole.role, () => new Map<SeatId, PlacedSeat>()).set(seat.seat.id, seat)
      continue
    }
    if (snap.people.get(seat.holderId)?.person.side === 'ours') continue
    at(holdersByRole, decisionRole.role, () => new Set<PersonId>()).add(seat.holderId)
    at(rolesByPerson, seat.holderId, () => new Set<string>()).add(decisionRole.role)
  }

  const idOf = (id: PersonId): string => publishedId(snap.people.get(id)?.person ?? { id, sourceId: null })
  const roles = counted.map(({ key, weight }) => ({
    role: key,
    weight,
    holders: [...(holdersByRole.get(key) ?? [])].sort((a, b) => compareCodePoints(idOf(a), idOf(b))),
    vacantSeats: [...(vacantByRole.get(key)?.values() ?? [])],
  }))
  const place = (role: string): number => order.get(role) ?? order.size
  const rolesOf = new Map(
    [...rolesByPerson].map(([id, held]) => [id, [...held].sort((a, b) => place(a) - place(b) || compareCodePoints(a, b))]),
  )
  const vacancies = [...vacantByRole].flatMap(([role, seats]) => [...seats.values()].map((seat) => ({ seat, role })))
  return { roles, rolesOf, vacancies, weights: new Map(counted.map(({ key, weight }) => [key, weight])) }
}

function at<K, V>(index: Map<K, V>, key: K, create: () => V): V {
  let value = index.get(key)
  if (value === undefined) index.set(key, (value = create()))
  return value
}
