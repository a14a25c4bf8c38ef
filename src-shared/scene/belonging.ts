import type { Situation } from '../analytics/situation'
import type { PlacedSeat } from '../analytics/snapshot'
import type { Organization, OrgUnit } from '../model/account'
import type { Side } from '../model/scales'

/** Whose a card is: its holder's side, of an empty seat the seat's. */
export function sideOf({ seat, holderId }: PlacedSeat, now: Situation): Side {
  return (holderId === null ? undefined : now.snapshot.people.get(holderId)?.person.side) ?? seat.side
}

/** The organization a map has to name beside a seat: any with a name but the account's own, and our own company. */
export function foreignOrganization(placed: PlacedSeat, now: Situation): Organization | undefined {
  const { account, organizations } = now.snapshot.graph
  const { organizationId } = placed.seat
  if (organizationId === account.organizationId || sideOf(placed, now) === 'ours') return undefined
  return organizations.find(({ id, name }) => id === organizationId && name !== '')
}

/** The boxes around a seat, outermost first: a foreign organization, then departments. */
export function boxesAround(placed: PlacedSeat, now: Situation): readonly (Organization | OrgUnit)[] {
  const { units } = now.snapshot.graph
  const path: (Organization | OrgUnit)[] = []
  let unitId = placed.state.unitId
  while (unitId !== null) {
    const unit = units.find(({ id }) => id === unitId)
    if (!unit || path.includes(unit)) break
    path.unshift(unit)
    unitId = unit.parentId
  }
  const organization = foreignOrganization(placed, now)
  return organization ? [organization, ...path] : path
}
