import { snapshot } from '../analytics/snapshot'
import type { Layer } from '../answers'
import { fitZoom, type Size } from '../layout/geometry'
import type { Drawing } from '../model/graph'
import type { PersonId, SeatId } from '../model/ids'
import { buildScene } from '../scene/buildScene'
import type { Question, SceneInput } from '../scene/sceneTypes'
import { dividedPages } from './mapPages'
import type { MapPart } from './report'
import type { Medium, ReportSource } from './source'

/** What a page leaves a map, in points: the least of a wide slide and of an A4 sheet that lies, with title, legend and foot taken off. */
const PAGE: Size = { width: 760, height: 365 }
/** More cards than this fit no page, however they are arranged. */
const MOST_CARDS = 48

/**
 * The smallest type that names are read in, in points: where a map is told on several pages, and where it is seen whole on one, which is
 * worth something.
 */
const LEGIBLE: Readonly<Record<Medium, { readonly pages: number; readonly whole: number }>> = {
  slides: { pages: 9, whole: 8 },
  paper: { pages: 6, whole: 5.5 },
}

export interface MapChoice {
  readonly drawing: Drawing
  readonly layer: Layer
  readonly question?: Question
}

/** Tells two maps of one report apart. */
const keyOf = ({ drawing, layer, question }: MapChoice): string => [drawing, question?.kind ?? layer].join('-')

/**
 * A map as pages: one, or for a role map too large to be read on one page an overview with folded departments and pages of departments,
 * each referring to the other.
 */
export function mapParts(source: ReportSource, choice: MapChoice): readonly MapPart[] {
  const { t, on, medium } = source.input
  const legible = LEGIBLE[medium]
  const key = keyOf(choice)
  const whole = mapPart(source, choice, { key })
  if (choice.drawing !== 'role' || nameSize(whole) >= legible.whole) return [whole]
  const everyone = new Set(snapshot(source.graph, on).seats.keys())
  // As on the screen if that can be read, else drawn anew in the shape of a page.
  const fitted = mapPart(source, choice, { key, only: everyone, area: PAGE })
  if (nameSize(fitted) >= legible.whole) return [fitted]

  const excerpt = (seats: ReadonlySet<SeatId>) => ({ only: seats, area: PAGE })
  const { pages, boxes, unboxed } = dividedPages(
    source,
    (seats) => seats.size <= MOST_CARDS && nameSize(mapPart(source, choice, { key, ...excerpt(seats) })) >= legible.pages,
  )
  if (pages.length < 2) return [whole]
  const keys = pages.map((_, i) => `${key}-${i + 1}`)
  const head = { key, foldedUnits: boxes, subtitle: t('report.map.overview') }
  const all = mapPart(source, choice, { ...head, ...excerpt(everyone) })
  // Those without a department cannot be folded: where they are too many, their pages alone show them.
  const overview =
    nameSize(all) >= legible.pages ? all : mapPart(source, choice, { ...head, ...excerpt(everyone.difference(unboxed)) })
  const back = { words: t('report.map.overview'), partKey: key }
  return [
    { ...overview, references: pages.map(({ title }, i) => ({ words: title, partKey: keys[i] ?? '' })) },
    ...pages.map(({ title, seats }, i) => ({
      ...mapPart(source, choice, { key: keys[i] ?? '', subtitle: title, ...excerpt(seats) }),
      references: [back],
    })),
  ]
}

/** The smallest type in which a page writes a name, in points. */
function nameSize({ scene: { bounds, cards } }: MapPart): number {
  return Math.min(...cards.map(({ name }) => name.font.size)) * fitZoom(bounds, PAGE)
}

function mapPart(
  source: ReportSource,
  { drawing, layer, question }: MapChoice,
  {
    key,
    subtitle,
    ...rest
  }: { readonly key: string; readonly subtitle?: string } & Pick<SceneInput, 'foldedUnits' | 'only' | 'area'>,
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
