import { departmentKey, type Seat } from './roleForest'
import type { Band } from './roleMapTypes'

/**
 * The forest once more, with departments as its brackets. A card's subordinates are either inside the department the card
 * is in, or they leave it (and perhaps some around it); those who leave must be drawn outside the box, so that a box holds
 * nobody else's people.
 */
export type Item = CardItem | BoxItem

export interface CardItem {
  readonly kind: 'card'
  readonly key: string
  readonly seat: Seat
  /** Subordinates inside the card's own department (or departments nested in it). */
  readonly inside: readonly Item[]
  /** Subordinates elsewhere, nearest common department first. */
  readonly exits: readonly Exit[]
  /** The outermost level anyone beneath this card leaves for; Infinity when all stay. */
  readonly leaves: number
}

export interface BoxItem {
  readonly kind: 'box'
  readonly key: string
  readonly unitId: string
  readonly band: Band
  /** Number of boxes around this one. */
  readonly depth: number
  /** Its people with a superior outside, all the same one. */
  readonly items: readonly Item[]
  /** Someone inside has a subordinate outside, to be drawn under this box or under one around it. */
  readonly hasExits: boolean
  readonly leaves: number
}

export interface Exit {
  /** Number of departments the subordinates still share with their superior. */
  readonly level: number
  readonly items: readonly Item[]
}

/**
 * Siblings as items at a place where `level` departments are open around them. Those of one department share one box, at
 * the place of the first.
 */
export function toItems(siblings: readonly Seat[], level: number, superior: string): Item[] {
  const units = new Map<string, Seat[]>()
  const slots: (Seat | string)[] = []
  for (const seat of siblings) {
    const unit = seat.unitPath[level]
    if (unit === undefined) {
      slots.push(seat)
      continue
    }
    const group = units.get(unit)
    if (group) group.push(seat)
    else {
      units.set(unit, [seat])
      slots.push(unit)
    }
  }
  return slots.map((slot) => (typeof slot === 'string' ? toBox(units.get(slot) ?? [], slot, level, superior) : toCard(slot)))
}

function toBox(tops: readonly Seat[], unitId: string, depth: number, superior: string): BoxItem {
  const items = toItems(tops, depth + 1, superior)
  const reach = items.map((item) => item.leaves)
  return {
    kind: 'box',
    key: departmentKey(tops[0]?.unitPath.slice(0, depth + 1) ?? [unitId], superior),
    unitId,
    band: tops[0]?.band ?? 'theirs',
    depth,
    items,
    hasExits: reach.some((level) => level <= depth),
    leaves: beyond(reach, depth),
  }
}

function toCard(seat: Seat): CardItem {
  const own = seat.unitPath
  const byLevel = new Map<number, Seat[]>()
  for (const child of seat.children) {
    let level = 0
    while (level < own.length && child.unitPath[level] === own[level]) level += 1
    const group = byLevel.get(level)
    if (group) group.push(child)
    else byLevel.set(level, [child])
  }
  const inside = toItems(byLevel.get(own.length) ?? [], own.length, seat.key)
  const exits: Exit[] = [...byLevel]
    .filter(([level]) => level < own.length)
    .sort(([a], [b]) => b - a)
    .map(([level, seats]) => ({ level, items: toItems(seats, level, seat.key) }))
  const leaves = Math.min(
    ...inside.map((item) => item.leaves),
    ...exits.flatMap((exit) => [exit.level, ...exit.items.map((item) => item.leaves)]),
    Infinity,
  )
  return { kind: 'card', key: seat.key, seat, inside, exits, leaves }
}

/** The outermost of `levels` that lies outside a box of that depth. */
function beyond(levels: readonly number[], depth: number): number {
  const least = Math.min(...levels, Infinity)
  return least < depth ? least : Infinity
}
