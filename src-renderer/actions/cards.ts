import { politicalOf, stanceOf } from '../../src-shared/analytics/judgements'
import type { PlacedSeat } from '../../src-shared/analytics/snapshot'
import { holds } from '../../src-shared/model/day'
import type { PersonId } from '../../src-shared/model/ids'
import { type Depth, PoliticalStatus, Stance, TouchTier } from '../../src-shared/model/scales'
import { personOf } from '../account/names'
import { openDialog } from '../state/dialogs'
import { type MapPopup, useMapEdit } from '../state/mapEdit'
import type { ActionContext } from './context'
import { seatOfSelection } from './selected'

/** Distance in CSS pixels between a card and what is asked beside it. */
const GAP = 10

/** The present seats of those selected; of a person with several, the first. */
export function selectedSeats({ open, cards }: ActionContext): readonly PlacedSeat[] {
  if (!open) return []
  return cards.flatMap(({ kind, id }) => {
    const placed = kind === 'seat' ? open.snap.seats.get(id) : open.snap.people.get(id)?.seats[0]
    return placed ? [placed] : []
  })
}

/** Those selected of whom one has opinions: not ours. */
export function judgedPeople({ open, cards }: ActionContext): readonly PersonId[] {
  if (!open) return []
  return cards.flatMap(({ kind, id }) => (kind === 'person' && personOf(open.graph, id)?.side !== 'ours' ? [id] : []))
}

export function ask(popup: MapPopup): void {
  useMapEdit.getState().ask(popup)
}

/** Below the selected card, or beside it. */
export function besideSelection({ map, view }: ActionContext, side: 'below' | 'beside' = 'below') {
  const rect = view.selection && map?.screenRect(view.selection.id)
  if (!rect) return null
  return side === 'below' ? { x: rect.x, y: rect.y + rect.height + GAP } : { x: rect.x + rect.width + GAP, y: rect.y }
}

export function newBelow(c: ActionContext): void {
  const seat = seatOfSelection(c)?.seat.id
  if (seat) ask({ kind: 'newPerson', at: besideSelection(c), superiorId: seat, likeId: seat, pin: null, name: '' })
}

/** Beside whoever is selected; else somebody who reports to nobody. */
export function newBeside(c: ActionContext): void {
  const placed = seatOfSelection(c)
  const [superiorId, likeId] = [placed?.state.reportsToSeatId ?? null, placed?.seat.id ?? null]
  ask({ kind: 'newPerson', at: besideSelection(c, 'beside'), superiorId, likeId, pin: null, name: '' })
}

/** Gives a role to all selected; takes it from them where all have it. Without any deal, first asks for a deal. */
export function toggleRole(c: ActionContext, role: string): unknown {
  const { open } = c
  if (!open) return
  const { opportunity, graph, asOf } = open
  if (!opportunity) return openDialog({ kind: 'newOpportunity' })
  const seatIds = selectedSeats(c).flatMap(({ seat }) => (seat.side === 'ours' ? [] : [seat.id]))
  if (seatIds.length === 0) return
  const holders = new Set(
    graph.decisionRoles.flatMap((each) =>
      each.opportunityId === opportunity.id && each.role === role && holds(each, asOf) ? [each.seatId] : [],
    ),
  )
  const held = !seatIds.every((id) => holders.has(id))
  return c.change.change('role.set', { opportunityId: opportunity.id, seatIds, role, held, on: asOf })
}

export function recordStance(c: ActionContext, stance: Stance): unknown {
  return record(c, 'stance', stance)
}

/** From an unknown stance both ways begin at neutral. */
export function stepStance(c: ActionContext, step: 1 | -1): unknown {
  const { open } = c
  const [subject] = judgedPeople(c)
  if (!open || !subject) return
  const now = stanceOf(open.judgements.stance(subject, open.opportunity?.id ?? null))
  const to = now === null ? 'neutral' : Stance.options[Stance.options.indexOf(now) + step]
  return to && recordStance(c, to)
}

export function recordDepth(c: ActionContext, depth: Depth): unknown {
  // A depth is between the user and somebody: first who the user is.
  return c.open?.me ? record(c, 'depth', String(depth)) : openDialog({ kind: 'whoAmI' })
}

export function nextPolitical(c: ActionContext): unknown {
  const { open } = c
  const [subject] = judgedPeople(c)
  if (!open || !subject) return
  const organizations = open.snap.people.get(subject)?.seats.map(({ seat }) => seat.organizationId) ?? []
  const now = politicalOf(open.judgements.political(subject, organizations))
  const to = following(PoliticalStatus.options, now)
  return to && record(c, 'political', to)
}

export function nextTier(c: ActionContext): unknown {
  const seats = selectedSeats(c)
  const [first] = seats
  if (!first || !c.open) return
  const tier = following(TouchTier.options, first.state.tier)
  return tier && c.change.change('seats.update', { seatIds: seats.map(({ seat }) => seat.id), tier, on: c.open.asOf })
}

function record(c: ActionContext, kind: 'stance' | 'depth' | 'political', value: string): unknown {
  const { open } = c
  const subjectIds = [...judgedPeople(c)]
  if (!open || subjectIds.length === 0) return
  const opportunityId = kind === 'stance' ? (open.opportunity?.id ?? null) : null
  const ownPersonId = kind === 'depth' ? open.me : null
  const about = { subjectIds, kind, value, authorId: open.me, ownPersonId, opportunityId, madeOn: open.asOf }
  return c.change.change('judgements.record', about)
}

/** The next one of a scale, after the last one the first again. */
function following<T>(scale: readonly T[], now: T | null): T | undefined {
  return scale[now === null ? 0 : (scale.indexOf(now) + 1) % scale.length]
}
