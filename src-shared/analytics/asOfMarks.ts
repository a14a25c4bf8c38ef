import type { Day } from '../model/day'
import type { AccountGraph } from '../model/graph'
import type { OpportunityId } from '../model/ids'

/** What kind of fact changes on a day. */
export const markKinds = ['people', 'seats', 'roles', 'ties', 'judgements', 'contacts', 'signals'] as const
export type MarkKind = (typeof markKinds)[number]

/** A day on which something changes: it is true from then, or no longer. */
export interface AsOfMark {
  readonly day: Day
  /** How many things change. */
  readonly count: number
  /** The same by kind; a kind without a change is left out. */
  readonly kinds: Readonly<Partial<Record<MarkKind, number>>>
}

/**
 * The days on which an account's map differs from the day before, in order: what the as-of slider stops at. Undated facts hold for
 * ever and make no mark, nor do roles and stances of other deals than the one looked at. One who takes over a seat, or a seat that
 * is renamed, is one change, though one row ends and another begins.
 */
export function asOfMarks(graph: AccountGraph, opportunityId: OpportunityId | null): AsOfMark[] {
  const subjects = new Map<Day, Map<MarkKind, Set<string>>>()
  const mark = (kind: MarkKind, subject: string, ...days: readonly (Day | null)[]): void => {
    for (const day of days) {
      if (day === null) continue
      let kinds = subjects.get(day)
      if (!kinds) subjects.set(day, (kinds = new Map<MarkKind, Set<string>>()))
      const known = kinds.get(kind)
      if (known) known.add(subject)
      else kinds.set(kind, new Set([subject]))
    }
  }

  for (const { seatId, validFrom, validTo } of graph.tenures) mark('people', seatId, validFrom, validTo)
  for (const { seatId, validFrom, validTo } of graph.seatStates) mark('seats', seatId, validFrom, validTo)
  for (const { id, opportunityId: deal, validFrom, validTo } of graph.decisionRoles) {
    if (deal === opportunityId) mark('roles', id, validFrom, validTo)
  }
  for (const { id, validFrom, validTo } of graph.ties) mark('ties', id, validFrom, validTo)
  for (const { id, opportunityId: deal, madeOn, expiresOn } of graph.judgements) {
    if (deal === null || deal === opportunityId) mark('judgements', id, madeOn, expiresOn)
  }
  for (const { id, heldOn } of graph.interactions) mark('contacts', id, heldOn)
  for (const { id, notedOn, state } of graph.signals) {
    if (state === 'recorded' || state === 'accepted') mark('signals', id, notedOn)
  }

  return [...subjects]
    .map(([day, kinds]): AsOfMark => {
      const counts = Object.fromEntries([...kinds].map(([kind, of]) => [kind, of.size]))
      return { day, kinds: counts, count: [...kinds.values()].reduce((sum, of) => sum + of.size, 0) }
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** The nearest mark before (−1) or after (1) a day; undefined: none. */
export function nextMark(marks: readonly AsOfMark[], day: Day, direction: 1 | -1): AsOfMark | undefined {
  return direction > 0 ? marks.find((mark) => mark.day > day) : marks.findLast((mark) => mark.day < day)
}
