import type SQLite from 'better-sqlite3'
import type { AccountId } from '../../src-shared/model/ids'
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

  /** Who holds a seat that was made for them. */
  person({ seatId }: Schema['seatState']): PersonEntry {
    const { personId } = this.row('tenure', 'seatId = ?', seatId)
    for (const judgement of this.rows('judgement', 'subjectId = ? ORDER BY recordedSeq', personId)) this.know(judgement)
    return {
      row: this.row('person', 'id = ?', personId),
      member: this.row('accountPerson', 'personId = ? AND accountId = ?', personId, this.accountId),
      tenures: this.rows('tenure', 'personId = ? ORDER BY validFrom', personId),
    }
  }

  /** A seat with its one state, which is still to be written. */
  seat(seatState: Schema['seatState']): SeatEntry {
    const { seatId } = seatState
    return {
      id: seatId,
      row: this.row('seat', 'id = ?', seatId),
      member: this.row('accountSeat', 'seatId = ? AND accountId = ?', seatId, this.accountId),
      states: [seatState],
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
