import type { AccountFigures } from '../analytics/accountFigures'
import { isOpen, isOverdue, strategiesByPerson, strategyState } from '../analytics/strategies'
import type { Translate } from '../i18n/translate'
import type { PersonId } from '../model/ids'
import type { Strategy } from '../model/strategy'
import type { Notice } from './notice'
import { wordsIn } from './words'

/**
 * The layer of strategies: what we are doing about somebody, and of whom we do nothing although they decide or stand against us in the inner
 * circle. Who has no strategy and needs none stays plain.
 */
export function strategyNotice(figures: AccountFigures, t: Translate): (id: PersonId) => Notice | undefined {
  const { situation: now } = figures
  const { graph, people } = now.snapshot
  const byPerson = strategiesByPerson(graph, now.opportunity?.id ?? null, now.on)
  const word = wordsIn(t)
  const needed = new Set(
    now.theirs
      .filter(({ id, stance, political }) => now.chain.rolesOf.has(id) || (stance === 'opponent' && political === 'inner'))
      .map(({ id }) => id),
  )
  const ownerOf = ({ ownerId }: Strategy): string => (ownerId === null ? '' : (people.get(ownerId)?.person.name ?? ''))
  const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(word('map.separator'))

  return (id) => {
    const strategies = byPerson.get(id) ?? []
    const state = strategyState(strategies, now.on)
    if (state === 'none' && !needed.has(id)) return undefined
    const said = word(`model.strategyState.${state}`)
    const told = strategies.find((strategy) => (state === 'overdue' ? isOverdue(strategy, now.on) : isOpen(strategy)))
    const owner = told ? ownerOf(told) : ''
    const kept = strategies.filter(({ status }) => status !== 'dropped')
    return {
      tone: { family: 'strategy', state },
      notes: owner === '' ? [said] : [joined([said, owner]), said],
      reasons: () =>
        kept.length === 0
          ? [said]
          : kept.map((strategy) =>
              joined([
                word(`model.strategyState.${isOverdue(strategy, now.on) ? 'overdue' : strategy.status}`),
                strategy.objective,
                ownerOf(strategy),
                strategy.dueOn ?? '',
              ]),
            ),
    }
  }
}
