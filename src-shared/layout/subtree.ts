import { bundleShapes, type Link } from './bundle'
import type { BoxItem, CardItem, Item } from './departmentTree'
import { hull, inflate, straighten, type Point } from './geometry'
import { DEPARTMENT_LABEL_HEIGHT } from './roleMapTypes'
import { follow, SPINE, type Context, type Incoming, type PlacedBox, type Shape, type Sink } from './shape'

/** Inner margin of a department's box, and the distance of its cards from the label above them. */
const PADDING = 12
const HEAD = DEPARTMENT_LABEL_HEIGHT + 6

/** The shapes of a subtree or department from which nobody reports to the outside. */
export function closedShapes(item: Item, context: Context): readonly Shape[] {
  const { offer, limits } = context.offering
  if (item.kind === 'card') {
    if (item.inside.length === 0) return [leafShape(item)]
    return offer(bundleShapes(item.inside, item.key, 'stem', context).map((bundle) => underCard(item, bundle)))
  }
  if (!item.hasExits) return offer(bundleShapes(item.items, item.key, 'entry', context).map((inner) => inBox(item, inner)))
  return offer(
    limits.map((limit) => {
      const open = openBox(item, limit, context)
      return { ...open, place: (sink, x, y, incoming) => void open.place(sink, x, y, incoming) }
    }),
  )
}

function leafShape(item: CardItem): Shape {
  const { width, height } = item.seat
  return {
    width,
    height,
    anchor: width / 2,
    align: 'centre',
    wraps: 0,
    place: (sink, x, y, incoming) => drawCard(item, sink, x, y, incoming),
  }
}

function drawCard(item: CardItem, sink: Sink, x: number, y: number, incoming: Incoming | null): void {
  sink.cards.push({ seat: item.seat, rect: { x, y, width: item.seat.width, height: item.seat.height } })
  if (incoming) sink.lines.push({ childId: item.key, parentId: incoming.parentId, points: straighten(incoming.points) })
}

/** Where the card goes over what hangs from it: the offsets of both, and the width of both together. */
function overhang(
  card: CardItem,
  below: { width: number; anchor: number; align: 'centre' | 'left' },
): { card: number; below: number; width: number } {
  const width = card.seat.width
  // A card too narrow for the spine's usual inset is centred over it.
  const inset = below.align === 'left' && width >= 2 * SPINE ? SPINE : width / 2
  const cardLeft = below.anchor - inset
  const shift = Math.max(0, -cardLeft)
  return { card: cardLeft + shift, below: shift, width: Math.max(cardLeft + width, below.width) + shift }
}

function underCard(item: CardItem, bundle: Shape): Shape {
  const at = overhang(item, bundle)
  const { seat } = item
  return {
    width: at.width,
    height: seat.height + bundle.height,
    anchor: at.card + seat.width / 2,
    align: 'centre',
    wraps: bundle.wraps,
    place: (sink, x, y, incoming) => {
      drawCard(item, sink, x + at.card, y, incoming)
      const bottom = y + seat.height
      const stem: Incoming = { parentId: item.key, points: [{ x: x + at.below + bundle.anchor, y: bottom }] }
      bundle.place(sink, x + at.below, bottom, stem)
    },
  }
}

function openRecord(item: BoxItem, sink: Sink): PlacedBox {
  const { key, unitId, depth, band } = item
  const box: PlacedBox = { key, unitId, depth, band, rect: { x: 0, y: 0, width: 0, height: 0 }, memberIds: [] }
  sink.boxes.push(box)
  return box
}

/** Who was drawn since `from`, a folded department inside standing for its people. */
function membersSince(sink: Sink, from: number): string[] {
  return sink.cards.slice(from).flatMap(({ seat }) => seat.block?.memberIds ?? [seat.key])
}

function inBox(item: BoxItem, inner: Shape): Shape {
  const width = inner.width + 2 * PADDING
  const height = inner.height + HEAD + PADDING
  return {
    width,
    height,
    anchor: inner.anchor + PADDING,
    align: 'centre',
    wraps: inner.wraps,
    place: (sink, x, y, incoming) => {
      const box = openRecord(item, sink)
      const from = sink.cards.length
      const top: Point = { x: x + PADDING + inner.anchor, y: y + HEAD }
      inner.place(sink, x + PADDING, y + HEAD, incoming && follow(incoming, top))
      box.rect = { x, y, width, height }
      box.memberIds = membersSince(sink, from)
    },
  }
}

/**
 * A shape with lines that have to leave a box around it downwards. Each has a column to itself that nothing else enters,
 * so that whatever hangs from it can be drawn below the box, and the way there is free.
 */
interface OpenShape extends Omit<Shape, 'place'> {
  readonly outlets: readonly Outlet[]
  readonly place: (sink: Sink, x: number, y: number, incoming: Incoming | null) => PlacedOutlet[]
}

interface Outlet {
  /** The box to leave: the one of this depth. */
  readonly level: number
  /** What hangs there. */
  readonly shape: OpenShape
  /** Left border of its column within the shape. */
  readonly x: number
}

interface PlacedOutlet {
  readonly outlet: Outlet
  /** Left border of the column on the map. */
  readonly left: number
  readonly incoming: Incoming | null
}

function asOpen(shape: Shape): OpenShape {
  return {
    ...shape,
    outlets: [],
    place: (sink, x, y, incoming) => {
      shape.place(sink, x, y, incoming)
      return []
    },
  }
}

function openItem(item: Item, limit: number, context: Context): OpenShape {
  if (item.leaves === Infinity) return asOpen(context.offering.pick(context.shapesOf(item), limit))
  return item.kind === 'card' ? openCard(item, limit, context) : openBox(item, limit, context)
}

/** Items in one row, those without lines to the outside grouped with their neighbours and packed as usual. */
function openBundle(items: readonly Item[], key: string, link: Link, limit: number, context: Context): OpenShape {
  if (items.every((item) => item.leaves === Infinity)) {
    return asOpen(context.offering.pick(bundleShapes(items, key, link, context), limit))
  }
  const columns: Column[] = columnsOf(items, key, limit, context).map((shape) => ({ shape, level: null }))
  return openRow(columns, link === 'entry' && columns.length === 1 ? 0 : context.style.gapY, context)
}

function columnsOf(items: readonly Item[], key: string, limit: number, context: Context): OpenShape[] {
  const columns: OpenShape[] = []
  let run: Item[] = []
  const close = (): void => {
    const [first] = run
    if (first) columns.push(asOpen(context.offering.pick(bundleShapes(run, `${key}|${first.key}`, 'entry', context), limit)))
    run = []
  }
  for (const item of items) {
    if (item.leaves === Infinity) run.push(item)
    else {
      close()
      columns.push(openItem(item, limit, context))
    }
  }
  close()
  return columns
}

/** A column of a row: something standing in it, or (with a level) something to be hung below the box of that depth. */
interface Column {
  readonly shape: OpenShape
  readonly level: number | null
}

function openRow(columns: readonly Column[], zone: number, context: Context): OpenShape {
  const lefts: number[] = []
  let x = 0
  for (const { shape } of columns) {
    lefts.push(x)
    x += shape.width + context.style.gapX
  }
  const anchors = columns.map(({ shape }, i) => (lefts[i] ?? 0) + shape.anchor)
  const anchor = columns.length === 1 ? (anchors[0] ?? 0) : Math.round(((anchors[0] ?? 0) + (anchors.at(-1) ?? 0)) / 2)
  return {
    width: x - context.style.gapX,
    height: zone + Math.max(0, ...columns.map(({ shape, level }) => (level === null ? shape.height : 0))),
    anchor,
    align: columns.length === 1 ? (columns[0]?.shape.align ?? 'centre') : 'centre',
    wraps: columns.reduce((sum, { shape }) => sum + shape.wraps, 0),
    outlets: columns.flatMap(({ shape, level }, i): Outlet[] =>
      level === null
        ? shape.outlets.map((outlet) => ({ ...outlet, x: outlet.x + (lefts[i] ?? 0) }))
        : [{ level, shape, x: lefts[i] ?? 0 }],
    ),
    place: (sink, left, top, incoming) =>
      columns.flatMap(({ shape, level }, i): PlacedOutlet[] => {
        const columnLeft = left + (lefts[i] ?? 0)
        const downX = columnLeft + shape.anchor
        const bus = top + zone / 2
        const way = incoming && follow(incoming, { x: left + anchor, y: bus }, { x: downX, y: bus })
        if (level !== null) return [{ outlet: { level, shape, x: 0 }, left: columnLeft, incoming: way }]
        return shape.place(sink, columnLeft, top + zone, way && follow(way, { x: downX, y: top + zone }))
      }),
  }
}

function openCard(item: CardItem, limit: number, context: Context): OpenShape {
  const columns: Column[] = [
    ...columnsOf(item.inside, item.key, limit, context).map((shape) => ({ shape, level: null })),
    ...item.exits.map((exit) => ({
      shape: openBundle(exit.items, `${item.key}|${exit.level}`, 'stem', limit, context),
      level: exit.level,
    })),
  ]
  const row = openRow(columns, context.style.gapY, context)
  const at = overhang(item, row)
  const { seat } = item
  return {
    width: at.width,
    // With nothing but exits below it, the card needs no room for a bus: a lone line goes straight down.
    height: seat.height + (columns.length === 1 && columns[0]?.level !== null ? 0 : row.height),
    anchor: at.card + seat.width / 2,
    align: 'centre',
    wraps: row.wraps,
    outlets: row.outlets.map((outlet) => ({ ...outlet, x: outlet.x + at.below })),
    place: (sink, x, y, incoming) => {
      drawCard(item, sink, x + at.card, y, incoming)
      const bottom = y + seat.height
      const stem: Incoming = { parentId: item.key, points: [{ x: x + at.below + row.anchor, y: bottom }] }
      return row.place(sink, x + at.below, bottom, stem)
    },
  }
}

/** A box with subordinates outside: those at home right outside hang below it, lines to further out go on. */
function openBox(item: BoxItem, limit: number, context: Context): OpenShape {
  const inner = openBundle(item.items, item.key, 'entry', limit, context)
  const boxBottom = HEAD + inner.height + PADDING
  const below = inner.outlets.filter((outlet) => outlet.level === item.depth)
  const onward = [
    ...inner.outlets.filter((outlet) => outlet.level < item.depth),
    ...below.flatMap((outlet) => outlet.shape.outlets.map((next) => ({ ...next, x: next.x + outlet.x }))),
  ].map((outlet) => ({ ...outlet, x: outlet.x + PADDING }))
  return {
    width: inner.width + 2 * PADDING,
    height: boxBottom + Math.max(0, ...below.map((outlet) => outlet.shape.height)),
    anchor: inner.anchor + PADDING,
    align: 'centre',
    wraps: inner.wraps,
    outlets: onward,
    place: (sink, x, y, incoming) => {
      const box = openRecord(item, sink)
      const cardsFrom = sink.cards.length
      const boxesFrom = sink.boxes.length
      const top: Point = { x: x + PADDING + inner.anchor, y: y + HEAD }
      const placed = inner.place(sink, x + PADDING, y + HEAD, incoming && follow(incoming, top))
      // Columns below may be far wider than the cards above them, so the box is drawn close around what is in it.
      const content = hull([
        ...sink.cards.slice(cardsFrom).map(({ rect }) => rect),
        ...sink.boxes.slice(boxesFrom).map(({ rect }) => rect),
      ])
      const around = inflate(content ?? { x, y, width: 0, height: 0 }, PADDING)
      box.rect = { x: around.x, y, width: around.width, height: around.y + around.height - y }
      box.memberIds = membersSince(sink, cardsFrom)
      return placed.flatMap((out): PlacedOutlet[] => {
        if (out.outlet.level !== item.depth) return [out]
        const downX = out.left + out.outlet.shape.anchor
        const bottom = y + boxBottom
        return out.outlet.shape.place(sink, out.left, bottom, out.incoming && follow(out.incoming, { x: downX, y: bottom }))
      })
    },
  }
}
