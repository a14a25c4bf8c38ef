import type { Situation } from '../analytics/situation'
import type { Translate } from '../i18n/translate'
import type { Drawing } from '../model/graph'
import type { OpportunityId, PersonId } from '../model/ids'
import { holds } from '../model/day'
import type { Tie } from '../model/tie'
import type { Selection, TieChoice } from './sceneTypes'
import { wordsIn } from './words'

/** Above this many ties a network shows the strongest, and those that matter. */
const MOST_TIES_OF_A_NETWORK = 400

/** What decides which ties are drawn. */
export interface TieFilter {
  readonly ties: TieChoice
  readonly drawing: Drawing
  readonly focus: PersonId | null
  readonly selection: Selection | null
}

/**
 * The ties to draw, in the order of the graph. Where they matter: between two people who play a role, an influence of some
 * strength on one who does, and everything of the selected and the focused person. The influence map is its ties and shows all while
 * it can; the power grid is about places and shows only those of the selected and the focused.
 */
export function chosenTies(now: Situation, { ties, drawing, focus, selection }: TieFilter): readonly Tie[] {
  const all = now.snapshot.ties
  if (ties === 'none') return []
  if (ties === 'all') return all
  const players = drawing === 'grid' ? new Set<PersonId>() : rolePlayers(now)
  const watched = new Set<PersonId>(focus === null ? [] : [focus])
  const selected = selection && selectedPerson(now, selection)
  if (selected) watched.add(selected)
  const noticeable = now.method.strength.medium
  const strongest = drawing === 'influence' ? strongestOf(all, MOST_TIES_OF_A_NETWORK) : new Set<Tie>()
  return all.filter((tie) => {
    const { id, kind, fromPersonId, toPersonId, strength, confidence } = tie
    return (
      strongest.has(tie) ||
      (selection?.kind === 'tie' && selection.id === id) ||
      watched.has(fromPersonId) ||
      watched.has(toPersonId) ||
      (players.has(fromPersonId) && players.has(toPersonId)) ||
      (kind === 'influences' && players.has(toPersonId) && strength * confidence >= noticeable)
    )
  })
}

function strongestOf(ties: readonly Tie[], most: number): ReadonlySet<Tie> {
  if (ties.length <= most) return new Set(ties)
  return new Set([...ties].sort((a, b) => b.strength * b.confidence - a.strength * a.confidence).slice(0, most))
}

/** Who plays a role in the opportunity, or, where none is chosen, in any. */
export function rolePlayers(now: Situation): ReadonlySet<PersonId> {
  if (now.opportunity) return new Set(now.chain.rolesOf.keys())
  const { graph, seats, people, on } = now.snapshot
  const open = new Set<OpportunityId>(graph.opportunities.map(({ id }) => id))
  const players = new Set<PersonId>()
  for (const role of graph.decisionRoles) {
    const holder = seats.get(role.seatId)?.holderId
    if (holder && open.has(role.opportunityId) && holds(role, on) && people.get(holder)?.person.side !== 'ours')
      players.add(holder)
  }
  return players
}

/** The person a selection is about; undefined for a tie and for a seat without a holder. */
function selectedPerson(now: Situation, selection: Selection): PersonId | undefined {
  switch (selection.kind) {
    case 'person':
      return selection.id
    case 'seat':
      return now.snapshot.seats.get(selection.id)?.holderId ?? undefined
    case 'tie':
      return undefined
    default:
      return selection satisfies never
  }
}

/** A tie as a sentence. */
export function tieWords(tie: Tie, now: Situation, t: Translate): string {
  const name = (id: PersonId): string => now.snapshot.people.get(id)?.person.name ?? ''
  const { strength } = now.method
  // The word whose number is nearest: strengths may be any number.
  const word = (['weak', 'medium', 'strong'] as const).reduce((a, b) =>
    Math.abs(strength[b] - tie.strength) < Math.abs(strength[a] - tie.strength) ? b : a,
  )
  return t(`map.tie.${tie.kind}`, {
    from: name(tie.fromPersonId),
    to: name(tie.toPersonId),
    strength: wordsIn(t)(`model.strength.${word}`),
  })
}
