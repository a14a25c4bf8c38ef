import { hull, type Point } from '../../src-shared/layout/geometry'
import type { Pin } from '../../src-shared/model/graph'
import type { SceneCard } from '../../src-shared/scene/sceneTypes'
import { pinPoint } from '../map/gestures'
import type { ActionContext } from './context'

/** Map units by which an arrow key moves a card. */
const NUDGE = 10
const STILL: Point = { x: 0, y: 0 }

/** The drawn cards of those selected. */
export function drawnCards({ map, cards }: ActionContext): readonly SceneCard[] {
  return map?.cardsOf(cards.map(({ id }) => id)) ?? []
}

/** Whether the drawing holds cards where they are put. */
export const canPlace = (c: ActionContext): boolean => c.view.drawing !== 'grid' && drawnCards(c).length > 0

export const pinWhereTheyAre = (c: ActionContext): unknown => place(c, () => STILL)

/** Cards whose move is being written down, and how much further keys have asked for since; null: none. */
let nudging: { readonly selection: string; further: Point } | null = null

/** Moves the selected cards a little. Keys repeat faster than a map is drawn anew: what comes meanwhile is one further move. */
export async function nudge(c: ActionContext, dx: -1 | 0 | 1, dy: -1 | 0 | 1): Promise<void> {
  const step = { x: dx * NUDGE, y: dy * NUDGE }
  const selection = c.cards.map(({ id }) => id).join(' ')
  if (nudging?.selection === selection) {
    nudging.further = sum(nudging.further, step)
    return
  }
  const mine = { selection, further: step }
  nudging = mine
  const cards = drawnCards(c)
  for (let by = STILL; mine.further !== STILL;) {
    by = sum(by, mine.further)
    mine.further = STILL
    if (!(await place(c, () => by, cards))) break
    // The map that shows it is drawn in the next frame.
    await new Promise(requestAnimationFrame)
  }
  if (nudging === mine) nudging = null
}

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

/** @returns whether the cards were put there */
async function place(c: ActionContext, shiftOf: (card: SceneCard) => Point, cards = drawnCards(c)): Promise<boolean> {
  const { open, view } = c
  if (!open || view.drawing === 'grid') return false
  const { drawing } = view
  const accountId = open.graph.account.id
  const pins = cards.flatMap((card): Pin[] => {
    const at = sum(pinPoint(card), shiftOf(card))
    if (drawing === 'role') return [{ accountId, drawing, scope: '', nodeId: card.seatId, ...at }]
    return card.personId === null ? [] : [{ accountId, drawing, scope: open.opportunity?.id ?? '', nodeId: card.personId, ...at }]
  })
  return pins.length > 0 && (await c.change.change('pin.set', { pins })) !== null
}

const sum = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y })
