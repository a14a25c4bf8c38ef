import type { PlacedSeat, Snapshot } from '../analytics/snapshot'
import { unitPath } from '../model/account'
import type { OrganizationId, OrgUnitId, SeatId } from '../model/ids'
import type { TouchTier } from '../model/scales'
import { type QuickDocument, type QuickPerson, tierBelow, tiersOf } from './document'
import { plainName } from './names'
import type { Holder, Operation, Outcome, Ref } from './plan'
import type { Problems } from './problems'
import { knownId, type Named, type People } from './resolvePeople'

/** The seat of a line: one of the map, or one that the plan makes. */
export interface PlannedSeat {
  readonly ref: Ref<SeatId>
  /** The seat as it is, if it is there. */
  readonly placed: PlacedSeat | null
  /** The line that names it first. */
  readonly line: number
  outcome: Outcome
}

type Add = (operation: Operation, line: number) => void

/** A seat to be put below another one once that makes no loop. */
interface Move {
  readonly index: number
  readonly seatId: SeatId
  readonly superior: Ref<SeatId>
}

/** Plans the seats of a document's lines: found and changed, filled, or made. */
export class SeatPlan {
  /** By index of the line. */
  readonly seats: PlannedSeat[] = []
  private readonly claimed = new Set<SeatId>()
  private readonly seatsHeld = new Map<string, PlacedSeat[]>()
  private readonly vacant: readonly PlacedSeat[]
  private readonly units: ReadonlyMap<OrgUnitId, string>
  /** Paths of departments by the name of their company. */
  private readonly paths: ReadonlyMap<string, readonly string[]>
  /** Names of companies, empty for the customer itself. */
  private readonly organizations: ReadonlyMap<OrganizationId, string>
  /** Whom each seat reports to, with what was planned so far, by `keyOf`. */
  private readonly above = new Map<string, string>()
  private readonly firstSeats = new Map<Named, PlannedSeat>()
  private readonly placeholderTitles: ReadonlySet<string>
  private moves: Move[] = []

  constructor(
    private readonly document: QuickDocument,
    snap: Snapshot | null,
    private readonly people: People,
    private readonly problems: Problems,
    private readonly add: Add,
  ) {
    const placed = snap ? [...snap.seats.values()].sort((a, b) => (a.seat.id < b.seat.id ? -1 : 1)) : []
    this.vacant = placed.filter(({ holderId }) => holderId === null)
    for (const [id, { seats }] of snap?.people ?? []) this.seatsHeld.set(id, [...seats])
    for (const { seat, state } of placed) {
      if (state.reportsToSeatId !== null) this.above.set(keyOf({ known: seat.id }), keyOf({ known: state.reportsToSeatId }))
    }
    this.units = new Map(snap?.graph.units.map(({ id }) => [id, unitPath(snap.graph.units, id)]))
    const customer = snap?.graph.organizations.find(({ id }) => id === snap.graph.account.organizationId)
    this.organizations = new Map(
      snap?.graph.organizations.map(({ id, name, kind }) => [id, kind === 'customer' && name === customer?.name ? '' : name]),
    )
    this.placeholderTitles = new Set(document.people.filter(({ name }) => !name).map(({ title }) => plainName(title)))
    this.paths = new Map(
      [...Map.groupBy(snap?.graph.units ?? [], (unit) => this.organizations.get(unit.organizationId) ?? '')].map(
        ([company, units]) => [company, units.map(({ id }) => this.unitOf(id))],
      ),
    )
    const tiers = tiersOf(document.people)
    for (const [index, person] of document.people.entries()) {
      const named = people.ofLine(person)
      const seat = (named && this.sameSeat(person, named)) ?? this.plan(person, named, index, tiers[index] ?? 'operational')
      if (named && !this.firstSeats.has(named)) this.firstSeats.set(named, seat)
      this.seats.push(seat)
    }
    this.moveLater()
  }

  /** A further line of somebody that names no other seat says more about the first. */
  private sameSeat(person: QuickPerson, named: Named): PlannedSeat | undefined {
    if (person.title !== '' || person.unit !== '' || this.freeSeats(named).length > 0) return undefined
    return this.firstSeats.get(named)
  }

  private plan(person: QuickPerson, named: Named | undefined, index: number, guessedTier: TouchTier): PlannedSeat {
    const superior = person.superior === null ? null : (this.seats[person.superior] ?? null)
    const placed = named ? this.heldSeat(person, named, superior) : this.vacantSeat(person, superior)
    if (placed) {
      this.claimed.add(placed.seat.id)
      const seat: PlannedSeat = { ref: { known: placed.seat.id }, placed, line: person.place.line, outcome: 'unchanged' }
      this.update(person, index, placed, superior, seat)
      return seat
    }
    const filled =
      named && person.title !== '' && !this.placeholderTitles.has(plainName(person.title))
        ? this.vacantSeat(person, superior)
        : null
    if (named && filled) {
      this.claimed.add(filled.seat.id)
      this.add({ do: 'fillSeat', seatId: filled.seat.id, holder: holderOf(named) }, person.place.line)
      const seat: PlannedSeat = { ref: { known: filled.seat.id }, placed: filled, line: person.place.line, outcome: 'updated' }
      this.update(person, index, filled, superior, seat)
      return seat
    }
    const makes = `seat ${index}`
    if (superior) this.above.set(keyOf({ made: makes }), keyOf(superior.ref))
    const tier = person.tier ?? (superior?.placed ? tierBelow(superior.placed.state.tier) : guessedTier)
    this.add(
      {
        do: 'createSeat',
        makes,
        side: (named && this.people.memberOf(named)?.side) ?? person.side ?? 'theirs',
        organization: person.organization ?? '',
        // A seat without a holder has to be called something.
        title: person.title === '' && !named ? person.placeholder : person.title,
        unit: this.unitSaid(person),
        tier,
        reportsTo: superior?.ref ?? null,
        holder: named ? holderOf(named) : null,
      },
      person.place.line,
    )
    return { ref: { made: makes }, placed: null, line: person.place.line, outcome: 'created' }
  }

  /** The seat of a known person that a line means: the one it agrees with most, or their only one under another title. */
  private heldSeat(person: QuickPerson, named: Named, superior: PlannedSeat | null): PlacedSeat | null {
    const held = this.heldSeats(named)
    const free = this.freeSeats(named)
    const titled = free.filter(({ state }) => person.title === '' || plainName(state.title) === plainName(person.title))
    const best = this.closest(titled, person, superior)
    if (best || held.length === 0) return best
    const [only] = free
    if (only && free.length === 1 && named.lines.length <= held.length) return only
    this.problems.add('further_seat', person.place, { name: named.name.text, title: person.title })
    return null
  }

  private heldSeats(named: Named): readonly PlacedSeat[] {
    const id = knownId(named.ref)
    return (id === null ? undefined : this.seatsHeld.get(id)) ?? []
  }

  private freeSeats(named: Named): readonly PlacedSeat[] {
    return this.heldSeats(named).filter(({ seat }) => !this.claimed.has(seat.id))
  }

  /** A seat without a holder that a line means: of the same title, where nothing that the line says is otherwise. */
  private vacantSeat(person: QuickPerson, superior: PlannedSeat | null): PlacedSeat | null {
    const open = this.vacant.filter(
      ({ seat, state }) =>
        !this.claimed.has(seat.id) &&
        plainName(state.title) === plainName(person.title) &&
        (person.side === null || seat.side === person.side) &&
        (person.organization === null || this.organizations.get(seat.organizationId) === person.organization) &&
        (person.unit === '' || isUnit(this.unitOf(state.unitId), person.unit)) &&
        (superior === null || state.reportsToSeatId === knownSeat(superior)),
    )
    return this.closest(open, person, superior)
  }

  private closest(seats: readonly PlacedSeat[], person: QuickPerson, superior: PlannedSeat | null): PlacedSeat | null {
    const above = superior ? knownSeat(superior) : null
    const closeness = ({ seat, state }: PlacedSeat): number =>
      (state.title.trim() === person.title ? 16 : 0) +
      (this.unitOf(state.unitId) === person.unit ? 8 : isUnit(this.unitOf(state.unitId), person.unit) ? 4 : 0) +
      (state.reportsToSeatId === above ? 2 : 0) +
      (this.organizations.get(seat.organizationId) === (person.organization ?? '') ? 1 : 0)
    return seats.reduce<PlacedSeat | null>((best, seat) => (best && closeness(best) >= closeness(seat) ? best : seat), null)
  }

  private update(
    person: QuickPerson,
    index: number,
    { seat, state }: PlacedSeat,
    superior: PlannedSeat | null,
    planned: PlannedSeat,
  ): void {
    const { organization, place } = person
    const stays = this.organizations.get(seat.organizationId) ?? ''
    if (organization !== null && organization !== stays) {
      this.problems.add('other_organization', place, { name: person.name?.text ?? person.title, organization: stays })
    }
    const changes = {
      ...(person.title !== '' && person.title !== state.title.trim() && { title: person.title }),
      ...(person.unit !== '' && !isUnit(this.unitOf(state.unitId), person.unit) && { unit: this.unitSaid(person) }),
      ...(person.tier !== null && person.tier !== state.tier && { tier: person.tier }),
    }
    if (Object.keys(changes).length > 0) {
      this.add({ do: 'updateSeat', seatId: seat.id, ...changes }, place.line)
      planned.outcome = 'updated'
    }
    if (!superior || ('known' in superior.ref && superior.ref.known === state.reportsToSeatId)) return
    const move: Move = { index, seatId: seat.id, superior: superior.ref }
    if (!this.tryMove(move, planned)) this.moves.push(move)
  }

  /** What had to wait for another line's move; what still closes a loop is left as it is. */
  private moveLater(): void {
    for (let waiting = this.moves.length; waiting > 0; waiting = this.moves.length) {
      this.moves = this.moves.filter((move) => !this.tryMove(move, this.seats[move.index]))
      if (this.moves.length === waiting) break
    }
    for (const { index } of this.moves) {
      const person = this.document.people[index]
      const superior = person?.superior === null || !person ? undefined : this.document.people[person.superior]
      if (person) this.problems.add('reporting_loop', person.place, { name: calledOf(person), superior: calledOf(superior) })
    }
  }

  private tryMove({ index, seatId, superior }: Move, planned: PlannedSeat | undefined): boolean {
    const line = this.document.people[index]?.place.line ?? 0
    const own = keyOf({ known: seatId })
    const seen = new Set<string>()
    for (let at: string | undefined = keyOf(superior); at !== undefined && !seen.has(at); at = this.above.get(at)) {
      if (at === own) return false
      seen.add(at)
    }
    this.above.set(own, keyOf(superior))
    this.add({ do: 'updateSeat', seatId, reportsTo: superior }, line)
    if (planned && planned.outcome === 'unchanged') planned.outcome = 'updated'
    return true
  }

  /** The path of the department that a line means: as it says, or the only one of the company that ends so. */
  private unitSaid({ unit, organization }: QuickPerson): string {
    const paths = this.paths.get(organization ?? '') ?? []
    const [only, ...others] = unit === '' || paths.includes(unit) ? [] : paths.filter((path) => isUnit(path, unit))
    return only !== undefined && others.length === 0 ? only : unit
  }

  private unitOf(id: OrgUnitId | null): string {
    return id === null ? '' : (this.units.get(id) ?? '')
  }
}

/** Whether a department is meant by its path or the end of it. */
function isUnit(path: string, said: string): boolean {
  return path === said || (said !== '' && path.endsWith(`/${said}`))
}

export function holderOf({ ref, name }: Named): Holder {
  return 'known' in ref ? ref : { made: ref.made, name: name.text }
}

/** One text for a seat, there or to be made. */
function keyOf(ref: Ref<SeatId>): string {
  return 'known' in ref ? `known ${ref.known}` : `made ${ref.made}`
}

/** Null for a seat that is yet to be made: nothing on the map can report to it. */
function knownSeat({ ref }: PlannedSeat): SeatId | null {
  return 'known' in ref ? ref.known : null
}

function calledOf(person: QuickPerson | undefined): string {
  return person?.name?.text ?? person?.title ?? ''
}
