import type { Signal } from '../model/interaction'
import type { PersonId } from '../model/ids'
import { departureLosses } from './departures'
import type { Evaluation } from './evaluation'
import type { Loss } from './impact'
import { likelihood } from './likelihood'
import { publishedId } from './publishedId'
import { type Light, compareRisk, keyPersonRisk, light } from './risk'
import type { Presence } from './snapshot'

/** One line of the ranking of domain.md 6.10. Without an opportunity impact, risk and light are null. */
export interface RankedPerson {
  readonly presence: Presence
  readonly likelihood: number
  readonly impact: number | null
  readonly risk: number | null
  readonly light: Light | null
  /** The parts of the impact; null without an opportunity. */
  readonly loss: Loss | null
}

/** Key-person risk of everyone (domain.md 6.9, 6.10), theirs with third parties, and ours; each by risk, impact, name. */
export function ranking(evaluation: Evaluation): { readonly theirs: RankedPerson[]; readonly ours: RankedPerson[] } {
  const { situation: now } = evaluation
  const losses = departureLosses(evaluation)
  const signals = new Map<PersonId, Signal[]>()
  for (const signal of now.snapshot.graph.signals) {
    const own = signals.get(signal.personId)
    if (own) own.push(signal)
    else signals.set(signal.personId, [signal])
  }
  const rank = (presence: Presence): RankedPerson => {
    const { id } = presence.person
    const chance = likelihood(presence.tier, signals.get(id) ?? [], now.on, now.method)
    const loss = losses.get(id) ?? null
    if (loss === null) return { presence, likelihood: chance, impact: null, risk: null, light: null, loss }
    const risk = keyPersonRisk(chance, loss.impact)
    return { presence, likelihood: chance, impact: loss.impact, risk, light: light(risk, now.method), loss }
  }
  return {
    theirs: now.theirs.map(({ presence }) => rank(presence)).sort(byRisk),
    ours: now.ours.map(rank).sort(byRisk),
  }
}

function byRisk(a: RankedPerson, b: RankedPerson): number {
  return compareRisk(
    { id: publishedId(a.presence.person), name: a.presence.person.name, risk: a.risk, impact: a.impact },
    { id: publishedId(b.presence.person), name: b.presence.person.name, risk: b.risk, impact: b.impact },
  )
}
