import { addDays, type Day, days, holds } from '../model/day'
import type { PersonId } from '../model/ids'
import type { Method } from '../model/method'
import type { TouchTier } from '../model/scales'
import { contacts } from './contacts'
import { type CurrentJudgements, depthOf } from './judgements'
import { type Presence, type Snapshot } from './snapshot'

/** When one of theirs is to be met again. */
export interface Touch {
  readonly personId: PersonId
  readonly tier: TouchTier
  /** The last interaction with any of ours; null: none is dated. */
  readonly lastOn: Day | null
  /** Which of ours took part in it; without one, who is judged to know the person best. */
  readonly ownPersonId: PersonId | null
  /** The first day planned with one of ours after the day asked for. */
  readonly plannedOn: Day | null
  /** The last day that keeps the cadence; null: nothing says since when they wait, so any day does. */
  readonly dueOn: Day | null
  /** Days since dueOn, negative while there is time; null where dueOn is. */
  readonly overdueDays: number | null
}

/**
 * Whom to meet next by the cadence of their tier (domain.md 4), the longest overdue first: everybody of theirs and of third parties who is
 * there and whose seat has a role in a deal, or whom one of ours knows at depth 1 or more.
 *
 * Due is the last interaction plus the cadence. Without one the day on which a depth was judged stands in for it, as in domain.md 6.1.
 */
export function touches(snap: Snapshot, judgements: CurrentJudgements, method: Method): Touch[] {
  const { graph, on } = snap
  const met = contacts(graph, on)
  const planned = plannedDays(snap)
  const withRole = new Set(graph.decisionRoles.filter((role) => holds(role, on)).map(({ seatId }) => seatId))
  const due: Touch[] = []
  for (const [personId, presence] of snap.people) {
    if (presence.person.side === 'ours') continue
    const known = [...judgements.depthsOf(personId)].filter(([own, one]) => snap.people.has(own) && depthOf(one) >= 1)
    if (known.length === 0 && !presence.seats.some(({ seat }) => withRole.has(seat.id))) continue
    const last = latest([...met.of(personId)].map(([own, day]) => ({ own, day })))
    const deepest = known.toSorted(([, a], [, b]) => depthOf(b) - depthOf(a))[0]
    const judgedOn = latest(known.flatMap(([own, { madeOn }]) => (madeOn === null ? [] : [{ own, day: madeOn }])))
    const since = last?.day ?? judgedOn?.day ?? null
    const dueOn = since === null ? null : addDays(since, method.cadenceDays[presence.tier])
    due.push({
      personId,
      tier: presence.tier,
      lastOn: last?.day ?? null,
      ownPersonId: last?.own ?? deepest?.[0] ?? null,
      plannedOn: planned.get(personId) ?? null,
      dueOn,
      overdueDays: dueOn === null ? null : days(dueOn, on),
    })
  }
  return due.sort((a, b) => waiting(b) - waiting(a) || (a.personId < b.personId ? -1 : 1))
}

/** Those whose day has passed, or of whom nothing is known. */
export function overdueTouches(due: readonly Touch[]): Touch[] {
  return due.filter((touch) => waiting(touch) > 0)
}

const waiting = ({ overdueDays }: Touch): number => overdueDays ?? Number.MAX_SAFE_INTEGER

interface Met {
  readonly own: PersonId
  readonly day: Day
}

/** Of one day the colleague of the smaller id, so that there is one answer. */
function latest(meetings: readonly Met[]): Met | undefined {
  return meetings.toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.own < b.own ? -1 : 1))[0]
}

/** The first meeting to come of each of theirs with one of ours. */
function plannedDays({ graph, on, people }: Snapshot): ReadonlyMap<PersonId, Day> {
  const first = new Map<PersonId, Day>()
  for (const { heldOn, participants } of graph.interactions) {
    if (heldOn === null || heldOn <= on) continue
    if (!participants.some((id) => sideOf(people.get(id)) === 'ours')) continue
    for (const id of participants) {
      const before = first.get(id)
      if (sideOf(people.get(id)) !== 'ours' && (before === undefined || heldOn < before)) first.set(id, heldOn)
    }
  }
  return first
}

const sideOf = (presence: Presence | undefined) => presence?.person.side
