import { AppError } from '../../src-shared/errors'
import type { Day } from '../../src-shared/model/day'
import type { SeatId } from '../../src-shared/model/ids'
import type { Reader } from './db'
import { seatName } from './lookup'

/**
 * Refuses a superior who, at any time while both lines hold, reports to the seat itself.
 *
 * @param from first day of the new line (null: ever since) @param to first day after it (null: open)
 * @throws AppError `reporting_loop` naming the people along the loop
 */
export async function assertNoLoop(
  db: Reader,
  seatId: SeatId,
  superiorId: SeatId,
  from: Day | null,
  to: Day | null,
): Promise<void> {
  interface Step {
    readonly seatId: SeatId
    readonly from: Day | null
    readonly to: Day | null
    readonly path: readonly SeatId[]
  }
  let level: Step[] = [{ seatId: superiorId, from, to, path: [seatId, superiorId] }]
  while (level.length > 0) {
    const loop = level.find((step) => step.seatId === seatId)
    if (loop) {
      const names = await Promise.all(loop.path.map((id) => seatName(db, id)))
      throw new AppError('reporting_loop', { names: names.join(' → ') })
    }
    const states = await db
      .selectFrom('seatState')
      .select(['seatId', 'reportsToSeatId', 'validFrom', 'validTo'])
      .where(
        'seatId',
        'in',
        level.map((step) => step.seatId),
      )
      .where('reportsToSeatId', 'is not', null)
      .execute()
    level = level.flatMap((step) =>
      states.flatMap((state) => {
        if (state.seatId !== step.seatId || state.reportsToSeatId === null) return []
        const start = latest(step.from, state.validFrom)
        const end = earliest(step.to, state.validTo)
        if (start !== null && end !== null && start >= end) return []
        // Data that already holds a loop elsewhere must not keep us going round.
        if (step.path.includes(state.reportsToSeatId) && state.reportsToSeatId !== seatId) return []
        return [{ seatId: state.reportsToSeatId, from: start, to: end, path: [...step.path, state.reportsToSeatId] }]
      }),
    )
  }
}

const latest = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null ? a : a > b ? a : b)
const earliest = (a: Day | null, b: Day | null): Day | null => (a === null ? b : b === null ? a : a < b ? a : b)
