import { decisionChain } from '../../../src-shared/analytics/decisionChain'
import { politicalOf, stanceOf } from '../../../src-shared/analytics/judgements'
import { isOpen, isOverdue, strategiesByPerson } from '../../../src-shared/analytics/strategies'
import type { Translate } from '../../../src-shared/i18n/translate'
import type { PersonId } from '../../../src-shared/model/ids'
import type { Opportunity } from '../../../src-shared/model/opportunity'
import type { PoliticalStatus, Stance, StrategyStatus } from '../../../src-shared/model/scales'
import type { Strategy } from '../../../src-shared/model/strategy'
import { roleWords } from '../../../src-shared/scene/roleWords'
import type { OpenAccount } from '../../account/AccountContext'
import { seatName } from '../../account/names'
import { collator } from '../../account/search'

/** One strategy for somebody, or somebody who has none. */
export interface BoardCard {
  /** Of a column and what it holds: stays the same while the strategy changes. */
  readonly key: string
  readonly personId: PersonId
  readonly name: string
  readonly title: string
  readonly stance: Stance | null
  readonly political: PoliticalStatus | null
  /** As whom they are addressed; null: they have no role. */
  readonly role: string | null
  readonly strategy: Strategy | null
  readonly overdue: boolean
  /** An opponent or one of the inner circle, and nothing is planned. */
  readonly urgent: boolean
}

export interface BoardColumn {
  readonly key: string
  readonly label: string
  /** Of an arrangement by role; null: those without one, and every column of the other arrangement. */
  readonly role: string | null
  /** What dropping a card here makes of its strategy; null: nothing. */
  readonly status: StrategyStatus | null
  readonly cards: readonly BoardCard[]
  readonly people: number
  /** Seats of the role that nobody is known to hold, by their titles. */
  readonly vacant: readonly string[]
  /** Required, and nobody is known to play it. */
  readonly empty: boolean
  /** Required and held, and nothing is planned for any holder. */
  readonly gap: boolean
}

/** Who decides, role by role in the method's order; last who has no role and still needs or has a strategy. */
export function columnsByRole(open: OpenAccount, deal: Opportunity, t: Translate): BoardColumn[] {
  const { method, snap } = open
  const chain = decisionChain(snap, deal, method)
  const holders = Map.groupBy(
    [...chain.rolesOf].flatMap(([id, roles]) => roles.map((role) => ({ id, role }))),
    ({ role }) => role,
  )
  const required = new Set(chain.roles.map(({ role }) => role))
  const vacant = Map.groupBy(chain.vacancies, ({ role }) => role)
  const keys = [...new Set([...method.roles.map(({ key }) => key), ...holders.keys(), ...vacant.keys()])].filter(
    (key) => required.has(key) || holders.has(key) || vacant.has(key),
  )
  const reader = cardsOf(open, deal)
  const columns = keys.map((role): BoardColumn => {
    const people = (holders.get(role) ?? []).map(({ id }) => id)
    const cards = people.flatMap((id) => reader.of(id, role, chain.rolesOf.get(id) ?? [])).sort(byUrgency)
    return {
      key: role,
      label: roleWords(role, method, t).label,
      role,
      status: null,
      cards,
      people: people.length,
      vacant: (vacant.get(role) ?? []).map(({ seat }) => seatName(t, open, seat)),
      empty: required.has(role) && people.length === 0,
      gap: required.has(role) && people.length > 0 && cards.every(({ strategy }) => strategy === null),
    }
  })
  const others = reader.withoutRole(chain.rolesOf).sort(byUrgency)
  if (others.length === 0) return columns
  const people = new Set(others.map(({ personId }) => personId)).size
  const label = t('plan.board.others')
  return [
    ...columns,
    { key: 'others', label, role: null, status: null, cards: others, people, vacant: [], empty: false, gap: false },
  ]
}

const statuses = ['planned', 'active', 'done', 'dropped'] as const satisfies readonly StrategyStatus[]

/** The same cards by how far each is, each strategy once; first who has none. */
export function columnsByStatus(open: OpenAccount, deal: Opportunity, t: Translate): BoardColumn[] {
  const all = columnsByRole(open, deal, t).flatMap(({ cards }) => cards)
  const dropped = cardsOf(open, deal).dropped()
  const column = (key: 'none' | StrategyStatus, cards: readonly BoardCard[]): BoardColumn => ({
    key,
    label: key === 'none' ? t('plan.board.none') : t(`model.strategyState.${key}`),
    role: null,
    status: key === 'none' ? null : key,
    cards,
    people: new Set(cards.map(({ personId }) => personId)).size,
    vacant: [],
    empty: false,
    gap: false,
  })
  const without = all.filter(({ strategy }) => strategy === null)
  return [
    column('none', [...new Map(without.map((card) => [card.personId, card])).values()].sort(byUrgency)),
    ...statuses.map((status) => {
      const cards = [...all, ...dropped].filter(({ strategy }) => strategy?.status === status)
      return column(status, [...new Map(cards.map((card) => [card.strategy?.id, card])).values()].sort(byUrgency))
    }),
  ]
}

function cardsOf(open: OpenAccount, deal: Opportunity) {
  const { graph, snap, judgements, asOf } = open
  const byPerson = strategiesByPerson(graph, deal.id, asOf)

  function card(id: PersonId, role: string | null, strategy: Strategy | null): BoardCard[] {
    const presence = snap.people.get(id)
    if (!presence) return []
    const stance = stanceOf(judgements.stance(id, deal.id))
    const organizations = presence.seats.map(({ seat }) => seat.organizationId)
    const political = politicalOf(judgements.political(id, organizations))
    return [
      {
        key: `${role ?? ''} ${strategy?.id ?? id}`,
        personId: id,
        name: presence.person.name,
        title: presence.seats[0]?.state.title ?? '',
        stance,
        political,
        role,
        strategy,
        overdue: strategy !== null && isOverdue(strategy, asOf),
        urgent: strategy === null && (stance === 'opponent' || political === 'inner'),
      },
    ]
  }
  const kept = (id: PersonId): readonly Strategy[] => (byPerson.get(id) ?? []).filter(({ status }) => status !== 'dropped')

  return {
    /** What we do about somebody in a role: what was written for it or for no other that they have; else whatever else we do. */
    of(id: PersonId, role: string, held: readonly string[]): BoardCard[] {
      const all = kept(id)
      const meant = all.filter((each) => each.role === role || each.role === null || !held.includes(each.role))
      const strategies = meant.length > 0 ? meant : all
      return strategies.length === 0 ? card(id, role, null) : strategies.flatMap((each) => card(id, role, each))
    },
    withoutRole(rolesOf: ReadonlyMap<PersonId, unknown>): BoardCard[] {
      return [...snap.people].flatMap(([id, { person }]) => {
        if (person.side === 'ours' || rolesOf.has(id)) return []
        const strategies = kept(id)
        if (strategies.length > 0) return strategies.flatMap((each) => card(id, null, each))
        const [bare] = card(id, null, null)
        return bare?.stance === 'opponent' ? [bare] : []
      })
    },
    dropped: (): BoardCard[] =>
      [...byPerson].flatMap(([id, all]) =>
        all.filter(({ status }) => status === 'dropped').flatMap((each) => card(id, each.role, each)),
      ),
  }
}

/** First who needs a strategy most, then what is late, then what is under way. */
function byUrgency(a: BoardCard, b: BoardCard): number {
  const rank = ({ urgent, strategy, overdue }: BoardCard): number => {
    if (strategy === null) return urgent ? 0 : 1
    if (overdue) return 2
    if (!isOpen(strategy)) return 5
    return strategy.status === 'active' ? 3 : 4
  }
  return rank(a) - rank(b) || collator.compare(a.name, b.name)
}
