import type { ListedHandOver } from '../../../src-shared/contract'

export type ListedItem = ListedHandOver['items'][number]

export const handOverSteps = ['role', 'relationship', 'promise', 'where', 'finish'] as const
export type HandOverStep = (typeof handOverSteps)[number]

/** What a step is about. */
export function itemsOf({ items }: ListedHandOver, step: HandOverStep): readonly ListedItem[] {
  switch (step) {
    case 'role':
    case 'relationship':
      return items.filter(({ kind }) => kind === step)
    case 'promise':
      return items.filter(({ kind }) => kind === 'promise' || kind === 'strategy')
    case 'where':
    case 'finish':
      return []
    default:
      return step satisfies never
  }
}

/** How much is passed on; nothing to pass on is all of it. */
export function progressOf({ items }: ListedHandOver): { done: number; total: number; percent: number } {
  const total = items.length
  const done = items.filter(({ doneOn }) => doneOn !== null).length
  return { done, total, percent: total === 0 ? 100 : Math.round((100 * done) / total) }
}
