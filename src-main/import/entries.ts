import type { Schema } from '../core/schema'

type SeatState = Schema['seatState']

/**
 * Entries by id, each with one seat. One that is written can be let go of: the state of its seat, which is still to be written, is all that stays, and
 * whoever asks for more has it read back.
 */
export class Entries<Id extends string, Entry> {
  private readonly held = new Map<Id, Entry>()
  private readonly letGo = new Map<Id, SeatState>()

  constructor(private readonly readBack: (seatState: SeatState) => Entry) {}

  has(id: Id): boolean {
    return this.held.has(id) || this.letGo.has(id)
  }

  get(id: Id): Entry | undefined {
    const seatState = this.letGo.get(id)
    if (!seatState) return this.held.get(id)
    const entry = this.readBack(seatState)
    this.set(id, entry)
    return entry
  }

  /** The state of the seat of an entry that was let go of: what can be known without reading it back. */
  stateOf(id: Id): SeatState | undefined {
    return this.letGo.get(id)
  }

  set(id: Id, entry: Entry): void {
    this.letGo.delete(id)
    this.held.set(id, entry)
  }

  release(id: Id, seatState: SeatState): void {
    this.held.delete(id)
    this.letGo.set(id, seatState)
  }

  /** Entries with their ids. @param isWanted of those that were let go of. Default: all */
  *all(isWanted: (seatState: SeatState) => boolean = () => true): Generator<readonly [Id, Entry]> {
    yield* this.held
    // Reading one back holds it.
    for (const [id, seatState] of [...this.letGo]) {
      const entry = isWanted(seatState) ? this.get(id) : undefined
      if (entry) yield [id, entry]
    }
  }

  heldOnes(): IteratorObject<Entry> {
    return this.held.values()
  }

  statesLetGo(): IteratorObject<SeatState> {
    return this.letGo.values()
  }
}
