import { type Situation, situation } from '../analytics/situation'
import { hull, type Rect } from '../layout/geometry'
import type { PersonId } from '../model/ids'
import { arrangeInfluenceMap } from './arrangeInfluence'
import { arrangePowerGrid, arrangeRankGrid } from './arrangeGrid'
import { type Arrangement, cardAt } from './arrangement'
import { arrangeRoleMap } from './arrangeRole'
import { cardReader } from './cardContent'
import { legendOf } from './legend'
import { customerSafe } from './redact'
import { routeTies, type TieEnd } from './routing'
import type { Scene, SceneCard, SceneInput, SceneTie, SceneTitle } from './sceneTypes'
import { chosenTies, rolePlayers, type TieFilter, tieWords } from './ties'

/** What decides where things are. */
export type ArrangeInput = Pick<
  SceneInput,
  'graph' | 'method' | 'on' | 'opportunityId' | 'drawing' | 't' | 'area' | 'foldedUnits' | 'redaction'
>

/** What decides how they look. */
export type DressInput = Pick<SceneInput, 'layer' | 'focus' | 'ties' | 'selection'>

/** Everything in its place, to be dressed in any layer without being arranged again. */
export interface Arranged {
  readonly input: ArrangeInput
  readonly now: Situation
  readonly arrangement: Arrangement
}

/** The map of an account or one of its opportunities on a day. Pure and deterministic. */
export function buildScene(input: SceneInput): Scene {
  return dressScene(arrangeScene(input), input)
}

/** Decides where everything is: the costly half of a scene, to be done once for all layers. */
export function arrangeScene(input: ArrangeInput): Arranged {
  const { graph, method, on, opportunityId, redaction = 'internal' } = input
  const now = situation(redaction === 'internal' ? graph : customerSafe(graph, on), opportunityId, on, method)
  return { input, now, arrangement: arrange(input, now) }
}

function arrange({ drawing, t, area, foldedUnits, redaction = 'internal' }: ArrangeInput, now: Situation): Arrangement {
  switch (drawing) {
    case 'role':
      return arrangeRoleMap(now, t, area, foldedUnits ?? new Set())
    case 'influence':
      return arrangeInfluenceMap(now, area, redaction === 'internal')
    case 'grid':
      return redaction === 'internal' ? arrangePowerGrid(now, t, area) : arrangeRankGrid(now, t, area)
    default:
      return drawing satisfies never
  }
}

/** Fills the places with what the layer says, adds ties and legend, and lets fade what is out of focus. */
export function dressScene(
  { input, now, arrangement }: Arranged,
  { layer: wanted, focus = null, ties: choice, selection = null }: DressInput,
): Scene {
  const { t, drawing, redaction = 'internal' } = input
  // Every other layer is made of opinions.
  const layer = redaction === 'internal' ? wanted : 'roles'
  const reader = cardReader(now, layer, redaction, t)
  const cards = arrangement.spots.map((spot) => cardAt(spot, reader.of(spot.placed)))
  const filter = { ties: choice ?? 'relevant', drawing, focus, selection }
  const ties = drawTies(now, cards, arrangement, filter, t)
  const lit = focus === null ? null : inFocus(focus, ties)
  const litCard = ({ personId }: SceneCard): boolean => lit === null || (personId !== null && lit.has(personId))
  const litIds = new Set(cards.filter(litCard).map(({ id }) => id))

  const scene = {
    cards: cards.map((card) => (litIds.has(card.id) ? card : { ...card, faded: true })),
    ties: ties.map((tie) =>
      lit === null || tie.fromPersonId === focus || tie.toPersonId === focus ? tie : { ...tie, faded: true },
    ),
    lines: arrangement.lines.map((line) =>
      lit === null || (litIds.has(line.childId) && litIds.has(line.parentId)) ? line : { ...line, faded: true },
    ),
  }
  return {
    drawing,
    layer,
    bounds: arrangement.bounds,
    title: titleOf(input, now, layer),
    regions: arrangement.regions,
    departments: lit === null ? arrangement.departments : arrangement.departments.map((box) => ({ ...box, faded: true })),
    ...scene,
    legend: legendOf(scene, now, drawing, layer, t),
    entry: entryOf(cards, now, arrangement.bounds),
    memory: arrangement.memory,
  }
}

function drawTies(
  now: Situation,
  cards: readonly SceneCard[],
  { hiddenIn }: Arrangement,
  filter: TieFilter,
  t: SceneInput['t'],
): SceneTie[] {
  const ends = tieEnds(now, cards, hiddenIn)
  const drawn = chosenTies(now, filter).flatMap((tie) => {
    const from = ends.get(tie.fromPersonId)
    const to = ends.get(tie.toPersonId)
    return from && to && from.key !== to.key ? [{ tie, from, to }] : []
  })
  const curves = routeTies(
    drawn,
    cards.map(({ rect }) => rect),
  )
  return drawn.flatMap(({ tie }, i) => {
    const curve = curves[i]
    if (!curve) return []
    const { id, kind, fromPersonId, toPersonId, strength } = tie
    return [
      {
        id,
        kind,
        fromPersonId,
        toPersonId,
        strength,
        words: tieWords(tie, now, t),
        width: 0.6 + 1.9 * strength,
        curve,
        faded: false,
      },
    ]
  })
}

/** A person's ties end at the first of their cards, or at the block that hides it. */
function tieEnds(now: Situation, cards: readonly SceneCard[], hiddenIn: Arrangement['hiddenIn']): ReadonlyMap<PersonId, TieEnd> {
  const ends = new Map<PersonId, TieEnd>()
  for (const { id, personId, rect, disc } of cards) {
    if (personId !== null && !ends.has(personId)) ends.set(personId, { key: id, rect, ...(disc && { disc }) })
  }
  for (const [seatId, block] of hiddenIn) {
    const holder = now.snapshot.seats.get(seatId)?.holderId
    if (holder && !ends.has(holder)) ends.set(holder, block)
  }
  return ends
}

function inFocus(focus: PersonId, ties: readonly SceneTie[]): ReadonlySet<PersonId> {
  const lit = new Set([focus])
  for (const { fromPersonId, toPersonId } of ties) {
    if (fromPersonId === focus) lit.add(toPersonId)
    if (toPersonId === focus) lit.add(fromPersonId)
  }
  return lit
}

function titleOf({ graph, drawing, on, t, redaction }: ArrangeInput, now: Situation, layer: Scene['layer']): SceneTitle {
  const safe = redaction === 'customer-safe'
  // The grid of a customer is one of ranks: its usual name would say what it is made of.
  const name = t(`model.drawing.${drawing === 'grid' && safe ? 'role' : drawing}`)
  const parts = [
    name,
    ...(safe ? [] : [t('map.title.layer', { layer: t(`model.layer.${layer}`) })]),
    t('map.title.asOf', { day: on }),
  ]
  const account = graph.account.name
  const opportunity = now.opportunity?.name ?? ''
  const join = (words: readonly string[]): string => words.filter((word) => word !== '').join(t('map.separator'))
  return { account, opportunity, full: join([account, opportunity]), drawing: name, about: join(parts) }
}

/** The decision chain, else the topmost cards, else everything. */
function entryOf(cards: readonly SceneCard[], now: Situation, bounds: Rect): Rect {
  const players = rolePlayers(now)
  const chain = cards.filter(({ personId, side }) => side === 'theirs' && personId !== null && players.has(personId))
  const top = cards.filter(({ side, tier }) => side === 'theirs' && tier === 'executive')
  const first = chain.length > 0 ? chain : top.length > 0 ? top : cards.slice(0, 1)
  return hull(first.map(({ rect }) => rect)) ?? bounds
}
