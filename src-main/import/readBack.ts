import type SQLite from 'better-sqlite3'
import type { AccountId, PersonId, SeatId } from '../../src-shared/model/ids'
import type { Schema } from '../core/schema'
import type { PersonEntry, SeatEntry } from './accountState'

/** Reads back, in the transaction of an import, what it has written already. */
export class ReadBack {
  constructor(
    private readonly raw: SQLite.Database,
    private readonly accountId: AccountId,
    /** Takes the judgements of somebody who was read back. */
    private readonly know: (judgement: Schema['judgement']) => void,
  ) {}

  person(id: PersonId): PersonEntry {
    for (const judgement of this.rows('judgement', 'subjectId = ? ORDER BY recordedSeq', id)) this.know(judgement)
    return {
      row: this.row('person', 'id = ?', id),
      member: this.row('accountPerson', 'personId = ? AND accountId = ?', id, this.accountId),
      tenures: this.rows('tenure', 'personId = ? ORDER BY validFrom', id),
    }
  }

  seat(id: SeatId): Pick<SeatEntry, 'row' | 'member'> {
    return {
      row: this.row('seat', 'id = ?', id),
      member: this.row('accountSeat', 'seatId = ? AND accountId = ?', id, this.accountId),
    }
  }

  private row<T extends keyof Schema>(table: T, where: string, ...keys: string[]): Schema[T] {
    const [row] = this.rows(table, where, ...keys)
    if (!row) throw new Error(`${table} ${keys.join(' ')} is not written`)
    return row
  }

  private rows<T extends keyof Schema>(table: T, where: string, ...keys: string[]): Schema[T][] {
    return this.raw.prepare<string[], Schema[T]>(`SELECT * FROM ${table} WHERE ${where}`).all(...keys)
  }
}

/** Somebody whom the import has made and written: an eighth of the memory, until somebody asks for more than the seat. */
export class WrittenPerson implements PersonEntry {
  private entry: PersonEntry | null = null

  constructor(
    private readonly id: PersonId,
    private readonly seatId: SeatId,
    private readonly back: ReadBack,
  ) {}

  get row() {
    return this.read.row
  }

  get member() {
    return this.read.member
  }

  get tenures() {
    return this.read.tenures
  }

  get onlySeatId(): SeatId | undefined {
    return this.entry ? undefined : this.seatId
  }

  private get read(): PersonEntry {
    return (this.entry ??= this.back.person(this.id))
  }
}

/** A seat likewise, whose states are still to be written. */
export class WrittenSeat implements SeatEntry {
  private entry: Pick<SeatEntry, 'row' | 'member'> | null = null

  constructor(
    readonly id: SeatId,
    readonly states: Schema['seatState'][],
    private readonly back: ReadBack,
  ) {}

  get row() {
    return this.read.row
  }

  get member() {
    return this.read.member
  }

  private get read(): Pick<SeatEntry, 'row' | 'member'> {
    return (this.entry ??= this.back.seat(this.id))
  }
}
