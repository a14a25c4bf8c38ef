import type { PersonId } from '../model/ids'
import type { TieKind } from '../model/scales'
import { pairAccess } from './accessNetwork'
import type { Evaluation } from './evaluation'
import type { Way } from './nextPath'
import type { Situation } from './situation'

/** What carries one step of a way: a pair of ours and theirs, a tie, or a reporting line. */
export type Carrier =
  | { readonly kind: 'pair'; readonly depth: number }
  | { readonly kind: 'tie'; readonly tie: TieKind; readonly strength: number; readonly confidence: number }
  | { readonly kind: 'reporting' }

/** One step of a way to somebody. */
export interface WayLink {
  readonly from: PersonId
  readonly to: PersonId
  /** Access that gets through, 0–1 (domain.md 6.2). */
  readonly value: number
  readonly carrier: Carrier
}

/** The steps of a way with what carries each: of several ties the strongest (domain.md 6.3), before it a reporting line as strong. */
export function wayLinks({ situation: now }: Evaluation, way: Way): WayLink[] {
  const own = now.ours[way.own]?.person.id
  const people = way.steps.flatMap((place) => now.theirs[place] ?? [])
  const [first] = people
  if (own === undefined || !first) return []
  const depth = first.pairs.find((pair) => pair.ownPersonId === own)?.depth ?? 0
  const links: WayLink[] = [
    { from: own, to: first.id, value: pairAccess(depth, now.method.depthAccess), carrier: { kind: 'pair', depth } },
  ]
  for (let i = 1; i < people.length; i++) {
    const [from, to] = [people[i - 1]?.id, people[i]?.id]
    if (from !== undefined && to !== undefined) links.push({ from, to, ...strongest(now, from, to) })
  }
  return links
}

function strongest(now: Situation, from: PersonId, to: PersonId): Pick<WayLink, 'value' | 'carrier'> {
  const { ties, people } = now.snapshot
  const reports = (lower: PersonId, upper: PersonId): boolean =>
    (people.get(lower)?.seats ?? []).some(({ state }) => {
      const superior = state.reportsToSeatId === null ? undefined : now.snapshot.seats.get(state.reportsToSeatId)
      return superior?.holderId === upper
    })
  let best: Pick<WayLink, 'value' | 'carrier'> = {
    value: reports(from, to) || reports(to, from) ? now.method.reportingAccess : 0,
    carrier: { kind: 'reporting' },
  }
  for (const { kind, fromPersonId, toPersonId, strength, confidence } of ties) {
    const forward = fromPersonId === from && toPersonId === to
    const backward = fromPersonId === to && toPersonId === from && kind !== 'influences'
    if (kind === 'conflicts-with' || !(forward || backward)) continue
    const value = strength * confidence
    if (value > best.value) best = { value, carrier: { kind: 'tie', tie: kind, strength, confidence } }
  }
  return best
}
