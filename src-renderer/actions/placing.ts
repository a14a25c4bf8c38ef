import { hull, type Point } from '../../src-shared/layout/geometry'
import type { Pin } from '../../src-shared/model/graph'
import type { SceneCard } from '../../src-shared/scene/sceneTypes'
import { pinPoint } from '../map/gestures'
import type { ActionContext } from './context'

/** Map units by which an arrow key moves a card. */
const NUDGE = 10

/** The drawn cards of those selected. */
export function drawnCards({ map, cards }: ActionContext): readonly SceneCard[] {
  return map?.cardsOf(cards.map(({ id }) => id)) ?? []
}

/** Whether the drawing holds cards where they are put. */
export const canPlace = (c: ActionContext): boolean => c.view.drawing !== 'grid' && drawnCards(c).length > 0

export const pinWhereTheyAre = (c: ActionContext): unknown => place(c, () => ({ x: 0, y: 0 }))

export const nudge = (c: ActionContext, dx: -1 | 0 | 1, dy: -1 | 0 | 1): unknown =>
  place(c, () => ({ x: dx * NUDGE, y: dy * NUDGE }))

/** Brings left or top edges of the selected cards to the outermost one. */
export function align(c: ActionContext, edge: 'x' | 'y'): unknown {
  const least = Math.min(...drawnCards(c).map(({ rect }) => rect[edge]))
  return place(c, ({ rect }) => ({ x: 0, y: 0, [edge]: least - rect[edge] }))
}

/** Leaves equal gaps between the selected cards; the outermost two stay. */
export function distribute(c: ActionContext, axis: 'x' | 'y'): unknown {
  const length = axis === 'x' ? 'width' : 'height'
  const sorted = [...drawnCards(c)].sort((a, b) => a.rect[axis] - b.rect[axis])
  const whole = hull(sorted.map(({ rect }) => rect))
  if (!whole || sorted.length < 3) return
  const taken = sorted.reduce((sum, { rect }) => sum + rect[length], 0)
  const gap = (whole[length] - taken) / (sorted.length - 1)
  const places = new Map<string, number>()
  let next = whole[axis]
  for (const { id, rect } of sorted) {
    places.set(id, next)
    next += rect[length] + gap
  }
  return place(c, ({ id, rect }) => ({ x: 0, y: 0, [axis]: (places.get(id) ?? rect[axis]) - rect[axis] }))
}

/** Pins of those selected on the drawing that is shown. */
export function pinsOfSelection(c: ActionContext): Omit<Pin, 'x' | 'y'>[] {
  const nodes = new Set<string>(drawnCards(c).flatMap(({ seatId, personId }) => [seatId, personId ?? seatId]))
  return (c.open?.graph.pins ?? []).flatMap(({ accountId, drawing, scope, nodeId }) =>
    drawing === c.view.drawing && nodes.has(nodeId) ? [{ accountId, drawing, scope, nodeId }] : [],
  )
}

function place(c: ActionContext, shiftOf: (card: SceneCard) => Point): unknown {
  const { open, view } = c
  if (!open || view.drawing === 'grid') return
  const { drawing } = view
  const accountId = open.graph.account.id
  const pins = drawnCards(c).flatMap((card): Pin[] => {
    const [from, by] = [pinPoint(card), shiftOf(card)]
    const at = { x: from.x + by.x, y: from.y + by.y }
    if (drawing === 'role') return [{ accountId, drawing, scope: '', nodeId: card.seatId, ...at }]
    return card.personId === null ? [] : [{ accountId, drawing, scope: open.opportunity?.id ?? '', nodeId: card.personId, ...at }]
  })
  return pins.length > 0 && c.change.change('pin.set', { pins })
}
