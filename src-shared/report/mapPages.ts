import { type PlacedSeat, snapshot } from '../analytics/snapshot'
import { BANDS } from '../layout/roleMapTypes'
import type { SeatId } from '../model/ids'
import type { Side } from '../model/scales'
import { boxesAround, sideOf } from '../scene/belonging'
import type { ReportSource } from './source'

/** What one page of a map that is told on several shows. */
export interface MapPage {
  /** The departments on it. */
  readonly title: string
  readonly seats: ReadonlySet<SeatId>
}

/** How a map is told on several pages. */
export interface MapPages {
  readonly pages: readonly MapPage[]
  /** The outermost departments, which an overview shows as blocks. */
  readonly boxes: ReadonlySet<string>
  /** Who belongs to none of them. */
  readonly unboxed: ReadonlySet<SeatId>
}

/** Whether a page with these people can be read. */
export type Legible = (seats: ReadonlySet<SeatId>) => boolean

/** People who belong together. */
interface Group {
  readonly side: Side
  /** Departments around them, outermost first. */
  readonly path: readonly string[]
  readonly seats: readonly PlacedSeat[]
  /** Branches of a department that is too large for a page: they share one with each other alone. */
  readonly branch: boolean
}

/**
 * Divides the people of a day among as few pages as can be read, in the order in which their departments first occur on each side: by outermost
 * departments, a large one by those within it, one without any by the branches of its reporting tree. Small neighbours of one side
 * share a page, and whom they report to stands on it too, so that one sees where they hang.
 */
export function dividedPages(source: ReportSource, legible: Legible): MapPages {
  const { situation } = source.figures
  const placed = [...snapshot(source.graph, source.input.on).seats.values()]
  const boxes = new Set<string>()
  const unboxed = new Set<SeatId>()
  for (const each of placed) {
    const [outer] = boxesAround(each, situation)
    if (outer) boxes.add(outer.id)
    else unboxed.add(each.seat.id)
  }
  const fits = (seats: readonly PlacedSeat[]): boolean => legible(withSuperiors(seats))
  const outermost = grouped(placed, (each) => `${sideOf(each, situation)} ${boxesAround(each, situation)[0]?.id ?? ''}`)
  const sides = BANDS.flatMap((side) => outermost.filter(([first]) => sideOf(first, situation) === side))
  const atoms = sides.flatMap(([first, seats]) => {
    const path = boxesAround(first, situation).slice(0, 1)
    return atomsOf({ side: sideOf(first, situation), path: path.map(({ name }) => name), seats, branch: false }, source, fits)
  })
  const pages: Group[][] = []
  for (const atom of atoms) {
    const last = pages.at(-1)
    if (last && mayShare(last, atom) && fits([...last, atom].flatMap(({ seats }) => seats))) last.push(atom)
    else pages.push([atom])
  }
  const titles = numbered(pages.map((groups) => titleOf(groups, source)))
  return {
    pages: pages.map((groups, i) => ({ title: titles[i] ?? '', seats: withSuperiors(groups.flatMap(({ seats }) => seats)) })),
    boxes,
    unboxed,
  }
}

function mayShare(page: readonly Group[], { side, path, branch }: Group): boolean {
  const [first] = page
  if (first?.side !== side) return false
  return first.branch || branch ? first.branch === branch && first.path.join('/') === path.join('/') : true
}

/** A group as it is where a page can show it, else in parts; what cannot be divided further stays whole. */
function atomsOf(group: Group, source: ReportSource, fits: (seats: readonly PlacedSeat[]) => boolean): Group[] {
  if (fits(group.seats)) return [group]
  const { situation } = source.figures
  const { side, path, seats } = group
  const within = grouped(seats, (each) => boxesAround(each, situation)[path.length]?.id ?? '')
  const parts =
    within.length > 1
      ? within.map(([first, members]): Group => {
          const inner = boxesAround(first, situation)[path.length]
          return { side, path: inner ? [...path, inner.name] : path, seats: members, branch: false }
        })
      : branchesOf(seats).map((members): Group => ({ side, path, seats: members, branch: true }))
  return parts.length > 1 ? parts.flatMap((part) => atomsOf(part, source, fits)) : [group]
}

/** Reporting trees; of a single one, its head and the trees beneath. */
function branchesOf(seats: readonly PlacedSeat[]): PlacedSeat[][] {
  const byId = new Map(seats.map((placed) => [placed.seat.id, placed]))
  const headOf = (placed: PlacedSeat, stop: ReadonlySet<SeatId>): SeatId => {
    const seen = new Set<SeatId>()
    let { seat, state } = placed
    // Loops in damaged data end where they began.
    while (state.reportsToSeatId !== null && !stop.has(state.reportsToSeatId) && !seen.has(seat.id)) {
      seen.add(seat.id)
      const above = byId.get(state.reportsToSeatId)
      if (!above) break
      ;({ seat, state } = above)
    }
    return seat.id
  }
  const trees = grouped(seats, (each) => headOf(each, new Set()))
  if (trees.length > 1) return trees.map(([, members]) => members)
  const [head] = seats.map((each) => headOf(each, new Set()))
  return head === undefined ? [] : grouped(seats, (each) => headOf(each, new Set([head]))).map(([, members]) => members)
}

/** In the order in which keys first occur, each with its first member. */
function grouped(seats: readonly PlacedSeat[], keyOf: (placed: PlacedSeat) => string): [PlacedSeat, PlacedSeat[]][] {
  return [...Map.groupBy(seats, keyOf).values()].flatMap((members) => {
    const [first] = members
    return first ? [[first, members] satisfies [PlacedSeat, PlacedSeat[]]] : []
  })
}

/** What departments are called together; the outer ones are said once. */
function titleOf(groups: readonly Group[], { separator, input: { t } }: ReportSource): string {
  const titles: string[] = []
  let said: readonly string[] | null = null
  for (const { path } of groups) {
    if (path.join('/') === said?.join('/')) continue
    const around = path.slice(0, -1).join('/')
    const within = around !== '' && (around === said?.join('/') || around === said?.slice(0, -1).join('/'))
    titles.push(within ? (path.at(-1) ?? '') : path.join('/') || t('report.map.noDepartment'))
    said = path
  }
  return titles.join(separator)
}

/** Pages of one title told apart: (1/3). */
function numbered(titles: readonly string[]): string[] {
  const alike = Map.groupBy(titles.keys(), (i) => titles[i] ?? '')
  return titles.map((title, i) => {
    const pages = alike.get(title) ?? []
    return pages.length > 1 ? `${title} (${pages.indexOf(i) + 1}/${pages.length})`.trim() : title
  })
}

function withSuperiors(seats: readonly PlacedSeat[]): ReadonlySet<SeatId> {
  return new Set(
    seats.flatMap(({ seat, state: { reportsToSeatId } }) => (reportsToSeatId === null ? [seat.id] : [seat.id, reportsToSeatId])),
  )
}
