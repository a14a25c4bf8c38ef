import type { PlacedSeat } from '../../src-shared/analytics/snapshot'
import type { Translate } from '../../src-shared/i18n/translate'
import { unitPath } from '../../src-shared/model/account'
import type { AccountGraph } from '../../src-shared/model/graph'
import type { OrganizationId, OrgUnitId, PersonId, SeatId } from '../../src-shared/model/ids'
import type { Member, Seat } from '../../src-shared/model/person'
import type { OpenAccount } from './AccountContext'
import { collator } from './search'

export function personOf(graph: AccountGraph, id: PersonId | null): Member | null {
  return graph.people.find((person) => person.id === id) ?? null
}

/** The department of a seat; empty without one. */
export function unitName(graph: AccountGraph, unitId: OrgUnitId | null): string {
  return unitPath(graph.units, unitId)
}

/** A seat that nobody was ever seen in is unidentified; one that was left is vacant. */
export function emptySeatWord(t: Translate, graph: AccountGraph, seatId: SeatId): string {
  const wasHeld = graph.tenures.some((tenure) => tenure.seatId === seatId)
  return t(wasHeld ? 'model.seat.vacant' : 'model.seat.unidentified')
}

/** A seat in one line: its holder, else that it is empty, with its title. */
export function seatName(t: Translate, { graph }: OpenAccount, placed: PlacedSeat): string {
  const holder = personOf(graph, placed.holderId)
  return holder?.name ?? `${emptySeatWord(t, graph, placed.seat.id)} · ${placed.state.title}`
}

/** An organization's name; the word for "not named" where it has none. */
export function organizationName(t: Translate, graph: AccountGraph, id: OrganizationId, side: Seat['side']): string {
  const organization = graph.organizations.find((candidate) => candidate.id === id)
  return organization && organization.name !== '' ? organization.name : t(`model.noOrganization.${side}`)
}

/** The departments of an organization, to choose from while typing. */
export function unitChoices(graph: AccountGraph, organizationId: OrganizationId): string[] {
  const names = graph.units.filter((unit) => unit.organizationId === organizationId).map((unit) => unitPath(graph.units, unit.id))
  return [...new Set(names)].sort(collator.compare)
}
