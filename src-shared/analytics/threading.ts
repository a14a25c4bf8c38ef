import { days } from '../model/day'
import type { PersonId } from '../model/ids'
import type { TouchTier } from '../model/scales'
import { pairAccess } from './accessNetwork'
import type { Situation } from './situation'

/** On whom an account hangs (domain.md 6.7). */
export interface Threading {
  /** H over ours; 1: one of ours holds everything. Null without any tie. */
  readonly ours: number | null
  /** H over theirs and third parties. */
  readonly theirs: number | null
  /** Each one's share of all access ties; empty without any tie. */
  readonly shares: ReadonlyMap<PersonId, number>
  /** Whether each tier had a touch within its cadence. */
  readonly tiers: Readonly<Record<TouchTier, boolean>>
}

/** H = Σ share² (the Herfindahl index, 1950) of the access ties of pairs, and three-tier engagement. */
export function threading(now: Situation): Threading {
  const byOwn = new Map<PersonId, number>()
  const byTheirs = new Map<PersonId, number>()
  for (const { id, pairs } of now.theirs) {
    for (const { ownPersonId, depth } of pairs) {
      const value = pairAccess(depth, now.method.depthAccess)
      if (value === 0) continue
      byOwn.set(ownPersonId, (byOwn.get(ownPersonId) ?? 0) + value)
      byTheirs.set(id, (byTheirs.get(id) ?? 0) + value)
    }
  }
  const shares = new Map([...sharesOf(byOwn), ...sharesOf(byTheirs)])
  return {
    ours: concentration(sharesOf(byOwn)),
    theirs: concentration(sharesOf(byTheirs)),
    shares,
    tiers: engagement(now),
  }
}

function sharesOf(sums: ReadonlyMap<PersonId, number>): ReadonlyMap<PersonId, number> {
  let total = 0
  for (const sum of sums.values()) total += sum
  return new Map([...sums].map(([id, sum]) => [id, sum / total]))
}

function concentration(shares: ReadonlyMap<PersonId, number>): number | null {
  if (shares.size === 0) return null
  let h = 0
  for (const share of shares.values()) h += share * share
  return h
}

/** For each tier: did one of ours meet one of theirs of that tier, both still there, no longer ago than its cadence? */
function engagement(now: Situation): Record<TouchTier, boolean> {
  const tiers: Record<TouchTier, boolean> = { executive: false, manager: false, operational: false }
  for (const { id, presence } of now.theirs) {
    if (tiers[presence.tier]) continue
    for (const [own, day] of now.contacts.of(id)) {
      if (now.snapshot.people.has(own) && days(day, now.on) <= now.method.cadenceDays[presence.tier]) {
        tiers[presence.tier] = true
      }
    }
  }
  return tiers
}
