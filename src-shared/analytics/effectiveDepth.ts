import { type Day, days } from '../model/day'
import type { PersonId } from '../model/ids'
import type { Method } from '../model/method'
import type { Contacts } from './contacts'
import { type CurrentJudgements, depthOf } from './judgements'
import type { Presence } from './snapshot'

/**
 * Effective depth of a relationship (domain.md 6.1): `max(min(L, 1), L − max(0, floor(d/c) − 1))`.
 *
 * @param level depth L as judged, 0–4
 * @param idleDays days d since the last touch; null: not known, then nothing is known to have faded
 * @param cadence days c between the touches that the customer person's tier needs
 */
export function effectiveDepth(level: number, idleDays: number | null, cadence: number): number {
  if (idleDays === null) return level
  const faded = Math.max(0, Math.floor(idleDays / cadence) - 1)
  return Math.max(Math.min(level, 1), level - faded)
}

/** How well one of ours knows one of theirs on a day. */
export interface PairDepth {
  readonly ownPersonId: PersonId
  /** As judged. */
  readonly level: number
  /** As faded since (6.1). */
  readonly depth: number
  /** The later of the judgement and the last interaction of the two; null: both undated or missing. */
  readonly touchedOn: Day | null
  /** Days from touchedOn to the day asked for. */
  readonly idleDays: number | null
}

/**
 * The judged pairs of one of theirs with those of ours who are there, in the order of `ours`.
 *
 * An undated judgement holds since ever (interfaces.md) and dates nothing: then the last interaction alone counts, and
 * without one the depth stays as judged.
 */
export function pairDepths(
  subject: Presence,
  ours: readonly Presence[],
  on: Day,
  judgements: CurrentJudgements,
  met: Contacts,
  method: Method,
): PairDepth[] {
  const judged = judgements.depthsOf(subject.person.id)
  if (judged.size === 0) return []
  const cadence = method.cadenceDays[subject.tier]
  const pairs: PairDepth[] = []
  for (const own of ours) {
    const ownPersonId = own.person.id
    const judgement = judged.get(ownPersonId)
    if (!judgement) continue
    const level = depthOf(judgement)
    const touchedOn = laterDay(judgement.madeOn, met.last(subject.person.id, ownPersonId) ?? null)
    const idleDays = touchedOn === null ? null : days(touchedOn, on)
    pairs.push({ ownPersonId, level, depth: effectiveDepth(level, idleDays, cadence), touchedOn, idleDays })
  }
  return pairs
}

function laterDay(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b
  return a > b ? a : b
}
