import type { ListedSignal } from '../../../src-shared/contract'
import { type Day, localDay } from '../../../src-shared/model/day'
import { useAnswer } from '../../client/queries'

export const hintStates = ['open', 'asleep', 'decided'] as const
export type HintState = (typeof hintStates)[number]

/** Where a hint stands in the inbox on a day: one that sleeps wakes on the day it was put off to. */
export function hintState({ state, decidedOn, snoozedUntil }: ListedSignal, today: Day): HintState {
  if (decidedOn !== null || state === 'accepted' || state === 'dismissed') return 'decided'
  return snoozedUntil !== null && snoozedUntil > today ? 'asleep' : 'open'
}

/** Hints of every account that wait to be decided. */
export function useOpenHints(): readonly ListedSignal[] {
  const today = localDay(new Date())
  const signals = useAnswer('signal.list', {}).data ?? []
  return signals.filter((signal) => hintState(signal, today) === 'open')
}
