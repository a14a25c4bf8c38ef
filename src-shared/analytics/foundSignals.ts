import { addDays, type Day } from '../model/day'
import type { FoundBy } from '../model/change'
import type { AccountGraph } from '../model/graph'
import type { Signal } from '../model/interaction'
import type { Judgement } from '../model/judgement'
import type { Method } from '../model/method'
import { Stance } from '../model/scales'
import { situation } from './situation'

/** A signal that the record itself gives, to be confirmed by a person. */
export interface FoundSignal extends Pick<Signal, 'personId' | 'kind' | 'confidence'> {
  readonly foundBy: FoundBy
  /** Tells the fact apart from every other, so that it is proposed once. */
  readonly foundFor: string
  readonly notedOn: Day
}

/** The time that the likelihood of leaving looks ahead (domain.md 6.9): twelve months. */
const AHEAD_DAYS = 365

/**
 * What the record of an account hints at on a day (issue D, 5): key people of theirs whom nobody has met for twice their cadence,
 * terms that end within twelve months, and stances that turned from for us to against us. Silence is that of people who play a role or
 * whom we know; somebody never met has not fallen silent.
 */
export function foundSignals(graph: AccountGraph, on: Day, method: Method): FoundSignal[] {
  return [...silences(graph, on, method), ...endingTerms(graph, on, method), ...reversals(graph, on, method)]
}

function silences(graph: AccountGraph, on: Day, method: Method): FoundSignal[] {
  const now = situation(graph, null, on, method)
  const players = new Set(graph.decisionRoles.flatMap(({ seatId }) => now.snapshot.seats.get(seatId)?.holderId ?? []))
  return now.theirs
    .filter(({ id, depth }) => players.has(id) || depth > 0)
    .flatMap(({ id, presence }) => {
      const last = [...now.contacts.of(id).values()].sort().at(-1)
      if (last === undefined) return []
      // A touch missed once is overdue; missed twice in a row it costs a depth (domain.md 6.1), and is a sign.
      const missed = addDays(last, 2 * method.cadenceDays[presence.tier])
      if (on < missed) return []
      return [
        {
          personId: id,
          kind: 'gone-silent',
          confidence: method.confidence.likely,
          foundBy: 'silence',
          foundFor: `silence ${id} ${last}`,
          notedOn: missed,
        } as const,
      ]
    })
}

function endingTerms(graph: AccountGraph, on: Day, method: Method): FoundSignal[] {
  const horizon = addDays(on, AHEAD_DAYS)
  return graph.tenures.flatMap(({ id, personId, validTo, recordedOn }) =>
    validTo !== null && validTo > on && validTo <= horizon
      ? [
          {
            personId,
            kind: 'term-ending',
            confidence: method.confidence.confirmed,
            foundBy: 'tenure-ending',
            foundFor: `tenure ${id} ${validTo}`,
            notedOn: recordedOn <= on ? recordedOn : on,
          } as const,
        ]
      : [],
  )
}

/** Of each person and deal the last two stances, where the later one has changed sides. Something has happened above them. */
function reversals(graph: AccountGraph, on: Day, method: Method): FoundSignal[] {
  const stances = graph.judgements.filter(({ kind, madeOn }) => kind === 'stance' && madeOn !== null && madeOn <= on)
  const said = Map.groupBy(stances, ({ subjectId, opportunityId }) => `${subjectId} ${opportunityId ?? ''}`)
  return [...said.values()].flatMap((judgements) => {
    const [before, after] = judgements.sort(byDay).slice(-2)
    if (!before || !after?.madeOn) return []
    if (opinion(before, method) < method.coverage.supportiveFrom || opinion(after, method) >= 0) return []
    return [
      {
        personId: after.subjectId,
        kind: 'new-superior',
        confidence: method.confidence.hearsay,
        foundBy: 'judgement-reversed',
        foundFor: `judgement ${after.id}`,
        notedOn: after.madeOn,
      } as const,
    ]
  })
}

function byDay(a: Judgement, b: Judgement): number {
  return (a.madeOn ?? '').localeCompare(b.madeOn ?? '') || a.recordedSeq - b.recordedSeq
}

function opinion({ value }: Judgement, { stance }: Method): number {
  return stance[Stance.parse(value)]
}
