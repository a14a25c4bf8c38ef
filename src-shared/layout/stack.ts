import type { CardItem } from './departmentTree'
import { straighten } from './geometry'
import { follow, SPINE, type Context, type Shape } from './shape'

/** Height of the bus over a stack with several spines. */
const BUS = 12

/**
 * Subordinates without subordinates, hanging from vertical spines: `rows` in each column, in reading order down the columns,
 * the last one taking what is left over. Two columns of a classical chart share a spine between them and are read row by row.
 * Without a superior (`link` 'none') there are no spines.
 */
export function stackShape(
  cards: readonly CardItem[],
  columns: readonly number[],
  link: 'line' | 'none',
  context: Context,
): Shape {
  return link === 'line' && columns.length === 2 && !context.style.wrap
    ? pairShape(cards, context)
    : columnsShape(cards, columns, link, context)
}

/** Cards per column for that many columns of about the same length. */
export function evenColumns(count: number, columns: number): number[] {
  const rows = Math.ceil(count / columns)
  const even: number[] = []
  for (let left = count; left > 0; left -= rows) even.push(Math.min(rows, left))
  return even
}

function columnsShape(cards: readonly CardItem[], columns: readonly number[], link: 'line' | 'none', context: Context): Shape {
  const { stackGap, gapX } = context.style
  const arm = link === 'line' ? 2 * SPINE : 0
  const inset = link === 'line' && columns.length > 1 ? BUS : 0
  const placed: { card: CardItem; x: number; y: number; spine: number }[] = []
  let x = 0
  let height = 0
  let from = 0
  for (const count of columns) {
    const column = cards.slice(from, from + count)
    let y = inset
    for (const card of column) {
      placed.push({ card, x: x + arm, y, spine: x + SPINE })
      y += card.seat.height + stackGap
    }
    height = Math.max(height, y - stackGap)
    x += arm + Math.max(0, ...column.map((card) => card.seat.width)) + gapX
    from += count
    // Packed maps leave room for one more at the foot of the last column; once filled it is not made again, or it would push.
    const foot = column.at(-1)
    if (context.style.wrap && context.offering.reserves && foot && from >= cards.length)
      height = Math.max(height, y + foot.seat.height)
  }
  const width = x - gapX
  return {
    width,
    height,
    anchor: link === 'line' ? SPINE : width / 2,
    align: 'left',
    wraps: columns.length - 1,
    columnOf: columns.flatMap((count, c) => Array.from({ length: count }, () => c)),
    place: (sink, left, top, incoming) => {
      for (const { card, x: cardX, y, spine } of placed) {
        const { width: w, height: h } = card.seat
        sink.cards.push({ seat: card.seat, rect: { x: left + cardX, y: top + y, width: w, height: h } })
        if (!incoming) continue
        const middle = top + y + h / 2
        const way = follow(incoming, { x: left + spine, y: top }, { x: left + spine, y: middle }, { x: left + cardX, y: middle })
        sink.lines.push({ childId: card.key, parentId: way.parentId, points: straighten(way.points) })
      }
    },
  }
}

function pairShape(cards: readonly CardItem[], context: Context): Shape {
  const { stackGap } = context.style
  const leftWidth = Math.max(...cards.filter((_, i) => i % 2 === 0).map((card) => card.seat.width))
  const rightWidth = Math.max(...cards.filter((_, i) => i % 2 === 1).map((card) => card.seat.width))
  const spine = leftWidth + SPINE
  const placed: { card: CardItem; x: number; y: number }[] = []
  let y = 0
  let rowHeight = 0
  cards.forEach((card, i) => {
    const isLeft = i % 2 === 0
    if (isLeft && i > 0) {
      y += rowHeight + stackGap
      rowHeight = 0
    }
    rowHeight = Math.max(rowHeight, card.seat.height)
    // On the left cards stand against the spine, so that ragged widths keep short arms.
    placed.push({ card, x: isLeft ? leftWidth - card.seat.width : spine + SPINE, y })
  })
  return {
    width: spine + SPINE + rightWidth,
    height: y + rowHeight,
    anchor: spine,
    align: 'centre',
    wraps: 1,
    columnOf: cards.map((_, i) => i % 2),
    place: (sink, left, top, incoming) => {
      for (const { card, x, y: cardY } of placed) {
        const { width, height } = card.seat
        sink.cards.push({ seat: card.seat, rect: { x: left + x, y: top + cardY, width, height } })
        if (!incoming) continue
        const middle = top + cardY + height / 2
        const side = left + x + (x < spine ? width : 0)
        const way = follow(incoming, { x: left + spine, y: middle }, { x: side, y: middle })
        sink.lines.push({ childId: card.key, parentId: way.parentId, points: straighten(way.points) })
      }
    },
  }
}
