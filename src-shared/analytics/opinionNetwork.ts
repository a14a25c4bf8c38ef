import type { PersonId } from '../model/ids'
import type { Situation } from './situation'
import { type Entry, type Sparse, sparse, transpose } from './sparse'

/**
 * Who moves whose opinion on a day (domain.md 6.6). Their people and third parties, numbered as in `Situation.theirs`, with
 * a role or without; ours do not take part.
 */
export interface OpinionNetwork {
  readonly size: number
  /** Row i, column j: Σ ±strength·confidence of the ties by which j influences i, one entry a pair. */
  readonly into: Sparse
  /** The same entries of `into` without sign: what the row is divided by. */
  readonly pull: Float64Array
  /** Σ of a row's pull; 0: nobody influences i. */
  readonly total: Float64Array
  /** `into` by column: whom j influences. */
  readonly out: Sparse
  /** The pull of each entry of `out`. */
  readonly outPull: Float64Array
}

/**
 * Builds W before division: `influences` from j to i, `allied-with` both ways, `conflicts-with` both ways and negative;
 * `personal` ties and reporting lines move no opinion. Several ties between the same two add up.
 */
export function opinionNetwork(now: Situation): OpinionNetwork {
  const size = now.theirs.length
  const entries: Entry[] = []
  const influence = (from: PersonId, to: PersonId, value: number): void => {
    const column = now.placeOf.get(from)
    const row = now.placeOf.get(to)
    if (row !== undefined && column !== undefined && row !== column && value !== 0) entries.push({ row, column, value })
  }
  for (const tie of now.snapshot.ties) {
    const value = tie.strength * tie.confidence
    switch (tie.kind) {
      case 'influences':
        influence(tie.fromPersonId, tie.toPersonId, value)
        break
      case 'allied-with':
        influence(tie.fromPersonId, tie.toPersonId, value)
        influence(tie.toPersonId, tie.fromPersonId, value)
        break
      case 'conflicts-with':
        influence(tie.fromPersonId, tie.toPersonId, -value)
        influence(tie.toPersonId, tie.fromPersonId, -value)
        break
      case 'personal':
        break
      default:
        tie.kind satisfies never
    }
  }

  const { merged, pull: pulls } = merge(size, sparse(size, entries))
  const into = sparse(size, merged)
  const pull = Float64Array.from(pulls)
  const total = new Float64Array(size)
  merged.forEach(({ row }, slot) => {
    total[row] = (total[row] ?? 0) + (pulls[slot] ?? 0)
  })
  return {
    size,
    into,
    pull,
    total,
    out: transpose(into, size),
    outPull: transpose({ ...into, value: pull }, size).value,
  }
}

/** Adds up the entries of the same row and column, signed and unsigned. */
function merge(size: number, raw: Sparse): { readonly merged: Entry[]; readonly pull: number[] } {
  const merged: Entry[] = []
  const pull: number[] = []
  const slotOf = new Int32Array(size).fill(-1)
  for (let row = 0; row < size; row++) {
    const first = merged.length
    for (let slot = raw.start[row] ?? 0; slot < (raw.start[row + 1] ?? 0); slot++) {
      const column = raw.column[slot] ?? 0
      const value = raw.value[slot] ?? 0
      const known = slotOf[column] ?? -1
      const before = known >= first ? merged[known] : undefined
      if (before) {
        merged[known] = { row, column, value: before.value + value }
        pull[known] = (pull[known] ?? 0) + Math.abs(value)
      } else {
        slotOf[column] = merged.length
        merged.push({ row, column, value })
        pull.push(Math.abs(value))
      }
    }
  }
  return { merged, pull }
}
