import type { PlacedSeat } from '../analytics/snapshot'
import { snapshot } from '../analytics/snapshot'
import type { Layer } from '../answers'
import type { Drawing } from '../model/graph'
import type { PersonId, SeatId } from '../model/ids'
import type { Side } from '../model/scales'
import { boxesAround, sideOf } from '../scene/belonging'
import { buildScene } from '../scene/buildScene'
import type { Question, SceneInput } from '../scene/sceneTypes'
import type { MapPart } from './report'
import type { ReportSource } from './source'

/** Cards that a page shows at a legible size. */
const PAGE_CARDS = 48

export interface MapChoice {
  readonly drawing: Drawing
  readonly layer: Layer
  readonly question?: Question
}

/** Tells two maps of one report apart. */
const keyOf = ({ drawing, layer, question }: MapChoice): string => [drawing, question?.kind ?? layer].join('-')

/**
 * A map as pages: one, or for a role map too large to be read on one page an overview with folded departments and a page a department,
 * each referring to the other. Small departments of one side share a page.
 */
export function mapParts(source: ReportSource, choice: MapChoice): readonly MapPart[] {
  const { t } = source.input
  const whole = mapPart(source, choice, { key: keyOf(choice) })
  const pages = choice.drawing === 'role' && whole.scene.cards.length > PAGE_CARDS ? pagesOf(source) : []
  if (pages.length < 2) return [whole]

  const keys = pages.map((_, i) => `${keyOf(choice)}-${i + 1}`)
  const folded = new Set(pages.flatMap(({ boxes }) => boxes))
  const overview = mapPart(source, choice, { key: keyOf(choice), foldedUnits: folded, subtitle: t('report.map.overview') })
  const back = { words: t('report.map.overview'), partKey: overview.key }
  return [
    { ...overview, references: pages.map(({ title }, i) => ({ words: title, partKey: keys[i] ?? '' })) },
    ...pages.map(({ title, seats }, i) => ({
      ...mapPart(source, choice, { key: keys[i] ?? '', only: seats, subtitle: title }),
      references: [back],
    })),
  ]
}

function mapPart(
  source: ReportSource,
  { drawing, layer, question }: MapChoice,
  { key, subtitle, ...rest }: { readonly key: string; readonly subtitle?: string } & Pick<SceneInput, 'foldedUnits' | 'only'>,
): MapPart {
  const { graph, method, on, opportunityId, t, profile, since, lens, foldedUnits } = source.input
  const scene = buildScene({
    graph,
    method,
    on,
    opportunityId,
    drawing,
    layer,
    t,
    redaction: profile,
    foldedUnits,
    since,
    lens,
    ...(question && { question }),
    ...rest,
  })
  const shown = new Set(scene.cards.flatMap(({ personId }) => personId ?? []))
  return {
    kind: 'map',
    key,
    title: scene.title.drawing,
    subtitle: subtitle ?? scene.title.about,
    scene,
    notes: strategyNotes(source, shown),
    references: [],
  }
}

/** What the speaker may want to say about who is on the page. */
function strategyNotes(source: ReportSource, shown: ReadonlySet<PersonId>): string[] {
  const { t, opportunityId } = source.input
  return source.graph.strategies
    .filter(({ personId, status }) => shown.has(personId) && (status === 'planned' || status === 'active'))
    .filter((strategy) => strategy.opportunityId === null || strategy.opportunityId === opportunityId)
    .map(({ personId, objective, message }) =>
      t('report.map.note', {
        name: source.nameAndTitle(personId),
        words: [objective, message].filter((part) => part !== '').join(source.separator),
      }),
    )
}

interface PagePlan {
  readonly title: string
  readonly seats: ReadonlySet<SeatId>
  /** Boxes that the overview folds. */
  readonly boxes: readonly string[]
}

/** Divides the seats of a day among pages by outermost departments, in the order in which they first occur. */
function pagesOf(source: ReportSource): readonly PagePlan[] {
  const { graph } = source
  const { situation } = source.figures
  const groups = new Map<string, { side: Side; name: string; seats: PlacedSeat[] }>()
  for (const placed of snapshot(graph, source.input.on).seats.values()) {
    const [outer] = boxesAround(placed, situation)
    if (!outer) continue
    const group = groups.get(outer.id)
    if (group) group.seats.push(placed)
    else groups.set(outer.id, { side: sideOf(placed, situation), name: outer.name, seats: [placed] })
  }
  const pages: { side: Side; names: string[]; boxes: string[]; seats: PlacedSeat[] }[] = []
  for (const [box, { side, name, seats }] of groups) {
    const last = pages.at(-1)
    if (last && last.side === side && last.seats.length + seats.length <= PAGE_CARDS) {
      last.names.push(name)
      last.boxes.push(box)
      last.seats.push(...seats)
    } else pages.push({ side, names: [name], boxes: [box], seats: [...seats] })
  }
  return pages.map(({ names, boxes, seats }) => ({
    title: names.join(source.separator),
    boxes,
    seats: new Set([...seats.map(({ seat }) => seat.id), ...superiorsOf(seats)]),
  }))
}

/** Whom a department reports to stands on its page too, so that one sees where it hangs. */
function superiorsOf(seats: readonly PlacedSeat[]): SeatId[] {
  const inside = new Set(seats.map(({ seat }) => seat.id))
  return seats.flatMap(({ state: { reportsToSeatId } }) =>
    reportsToSeatId !== null && !inside.has(reportsToSeatId) ? [reportsToSeatId] : [],
  )
}
