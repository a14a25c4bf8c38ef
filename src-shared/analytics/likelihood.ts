import { type Day, days } from '../model/day'
import type { Signal } from '../model/interaction'
import type { Method } from '../model/method'
import type { TouchTier } from '../model/scales'

/**
 * Likelihood of leaving within 12 months (domain.md 6.9): `1 − (1 − base) Π (1 − p · conf · 0.5^(age/halfLife))` over the
 * signals of one person, theirs or ours.
 */
export function likelihood(tier: TouchTier, signals: readonly Signal[], on: Day, method: Method): number {
  const chances = signalChances(signals, on, method)
  return 1 - chances.reduce((stays, { chance }) => stays * (1 - chance), 1 - method.departure.base[tier])
}

/** What one signal adds to a likelihood. */
export interface SignalChance {
  readonly signal: Signal
  /** Days since it was noted. */
  readonly age: number
  /** `p · conf · 0.5^(age/halfLife)`, 0–1. */
  readonly chance: number
}

/**
 * The signals that count on a day, each by itself (domain.md 6.9).
 *
 * Signals noted after the day do not exist; proposed ones count once accepted. An undated signal is as fresh as the day: its
 * age is not known, and a hint that somebody wrote down is better overrated than lost.
 */
export function signalChances(signals: readonly Signal[], on: Day, method: Method): SignalChance[] {
  const { halfLifeDays, signal: chanceOf } = method.departure
  const found: SignalChance[] = []
  for (const signal of signals) {
    const { kind, confidence, notedOn, state } = signal
    if (state !== 'recorded' && state !== 'accepted') continue
    if (notedOn !== null && notedOn > on) continue
    const age = notedOn === null ? 0 : days(notedOn, on)
    found.push({ signal, age, chance: chanceOf[kind] * confidence * 0.5 ** (age / halfLifeDays) })
  }
  return found
}
