import { type Day, holds } from '../../src-shared/model/day'
import type { SeatId } from '../../src-shared/model/ids'
import type { SeatState } from '../../src-shared/model/person'

type Line = Pick<SeatState, 'seatId' | 'reportsToSeatId' | 'validFrom' | 'validTo'>

/**
 * The loops of reporting lines that hold on some day, each once, from subordinate to superior. O(lines) where there is none:
 * whoever is under nobody cannot be in a loop, nor, with them out of the way, whoever was only under them; what is left over, day
 * by day.
 */
export function findReportingLoops(lines: readonly Line[]): SeatId[][] {
  const tangled = tangledLines(lines)
  // A line that begins closes a loop; one that ends only opens it.
  const days = new Set(tangled.map(({ validFrom }) => validFrom))
  const loops = new Map<string, SeatId[]>()
  for (const day of days) {
    for (const loop of loopsOn(tangled, day)) loops.set(loop.toSorted().join(), loop)
  }
  return [...loops.values()]
}

/** Takes away, again and again, seats without a superior. */
function tangledLines(lines: readonly Line[]): Line[] {
  const superiors = new Map<SeatId, number>()
  const under = new Map<SeatId, SeatId[]>()
  for (const { seatId, reportsToSeatId } of lines) {
    if (reportsToSeatId === null) continue
    superiors.set(seatId, (superiors.get(seatId) ?? 0) + 1)
    const subordinates = under.get(reportsToSeatId)
    if (subordinates) subordinates.push(seatId)
    else under.set(reportsToSeatId, [seatId])
  }
  const free = [...under.keys()].filter((seatId) => !superiors.has(seatId))
  for (const seatId of free) {
    for (const subordinate of under.get(seatId) ?? []) {
      const left = (superiors.get(subordinate) ?? 0) - 1
      superiors.set(subordinate, left)
      if (left === 0) free.push(subordinate)
    }
  }
  return lines.filter(({ seatId }) => (superiors.get(seatId) ?? 0) > 0)
}

function loopsOn(lines: readonly Line[], day: Day | null): SeatId[][] {
  const superior = new Map<SeatId, SeatId>()
  for (const line of lines) {
    const there = day === null ? line.validFrom === null : holds(line, day)
    if (there && line.reportsToSeatId !== null) superior.set(line.seatId, line.reportsToSeatId)
  }
  const done = new Set<SeatId>()
  const loops: SeatId[][] = []
  for (const start of superior.keys()) {
    const path: SeatId[] = []
    const onPath = new Set<SeatId>()
    for (let at: SeatId | undefined = start; at !== undefined && !done.has(at); at = superior.get(at)) {
      if (onPath.has(at)) {
        loops.push(path.slice(path.indexOf(at)))
        break
      }
      path.push(at)
      onPath.add(at)
    }
    for (const seatId of path) done.add(seatId)
  }
  return loops
}
