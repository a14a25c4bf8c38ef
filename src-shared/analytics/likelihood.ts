import { type Day, days } from '../model/day'
import type { Signal } from '../model/interaction'
import type { Method } from '../model/method'
import type { TouchTier } from '../model/scales'

/**
 * Likelihood of leaving within 12 months (domain.md 6.9): `1 − (1 − base) Π (1 − p · conf · 0.5^(age/halfLife))` over the
 * signals of one person, theirs or ours.
 *
 * Signals noted after the day do not exist; proposed ones count once accepted. An undated signal is as fresh as the day: its
 * age is not known, and a hint that somebody wrote down is better overrated than lost.
 */
export function likelihood(tier: TouchTier, signals: readonly Signal[], on: Day, method: Method): number {
  const { base, halfLifeDays, signal: chance } = method.departure
  let stays = 1 - base[tier]
  for (const { kind, confidence, notedOn, state } of signals) {
    if (state !== 'recorded' && state !== 'accepted') continue
    if (notedOn !== null && notedOn > on) continue
    const age = notedOn === null ? 0 : days(notedOn, on)
    stays *= 1 - chance[kind] * confidence * 0.5 ** (age / halfLifeDays)
  }
  return 1 - stays
}
