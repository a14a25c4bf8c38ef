import { type AccountFigures, accountFigures } from '../analytics/accountFigures'
import { sinceDay } from '../analytics/changes'
import type { Situation } from '../analytics/situation'
import { hull, type Rect } from '../layout/geometry'
import { inOneGo, type Steps } from '../layout/steps'
import type { Day } from '../model/day'
import type { LayoutMemory } from '../model/graph'
import type { PersonId } from '../model/ids'
import type { LensId } from '../model/lens'
import { profileOf, type RedactionProfile } from '../model/redaction'
import { arrangeInfluenceMap } from './arrangeInfluence'
import { arrangePowerGrid, arrangeRankGrid } from './arrangeGrid'
import { type Arrangement, cardAt } from './arrangement'
import { arrangeRoleMap } from './arrangeRole'
import { cardReader } from './cardContent'
import { legendOf } from './legend'
import { type Notices, noticesOf } from './notices'
import { layersOf, redacted, showsPower } from './redact'
import { routeTies, type TieEnd } from './routing'
import type { Scene, SceneCard, SceneInput, SceneTie, SceneTitle } from './sceneTypes'
import { chosenTies, rolePlayers, type TieFilter, tieWords } from './ties'
import { type DrawnWays, drawnWays } from './waySteps'

/** What decides where things are. */
export type ArrangeInput = Pick<
  SceneInput,
  'graph' | 'method' | 'on' | 'opportunityId' | 'drawing' | 't' | 'area' | 'foldedUnits' | 'only' | 'redaction'
> & {
  /** Where earlier influence maps put people; goes before what the graph remembers. */
  readonly places?: LayoutMemory['memory']
}

/** What decides how they look. */
export type DressInput = Pick<SceneInput, 'layer' | 'focus' | 'ties' | 'selection' | 'since' | 'question' | 'lens'>

/** Everything in its place, to be dressed in any layer without being arranged again. */
export interface Arranged {
  readonly input: ArrangeInput
  readonly profile: RedactionProfile
  readonly figures: AccountFigures
  readonly arrangement: Arrangement
}

/** The map of an account or one of its opportunities on a day. Pure and deterministic. */
export function buildScene(input: SceneInput): Scene {
  return dressScene(arrangeScene(input), input)
}

/** Decides where everything is: the costly half of a scene, to be done once for all layers. */
export function arrangeScene(input: ArrangeInput): Arranged {
  return inOneGo(arrangeSteps(input))
}

/** The same in steps, for a window that has other things to do meanwhile. Only a new influence map takes more than one. */
export function* arrangeSteps(input: ArrangeInput): Steps<Arranged> {
  const { graph, method, on, opportunityId, redaction = 'internal' } = input
  const profile = profileOf(redaction)
  const figures = accountFigures(redacted(graph, on, profile), opportunityId, on, method)
  return { input, profile, figures, arrangement: yield* arrange(input, figures.situation, showsPower(profile)) }
}

function* arrange(input: ArrangeInput, now: Situation, power: boolean): Steps<Arrangement> {
  const { drawing, t, area } = input
  switch (drawing) {
    case 'role':
      return arrangeRoleMap(now, t, input)
    case 'influence':
      return yield* arrangeInfluenceMap(now, area, power, input.places)
    case 'grid':
      return power ? arrangePowerGrid(now, t, area) : arrangeRankGrid(now, t, area)
    default:
      return drawing satisfies never
  }
}

/** Fills the places with what the layer says, adds ties, ways and legend, and lets fade what is out of focus. */
export function dressScene(
  { input, profile, figures, arrangement }: Arranged,
  { layer: wanted, focus = null, ties: choice, selection = null, since: chosen, question: asked = null, lens = null }: DressInput,
): Scene {
  const { t, drawing, on } = input
  const layer = layersOf(profile).has(wanted) ? wanted : 'roles'
  // An answer speaks of stances, of who knows whom and of risk at once.
  const question = layersOf(profile).has('changes') ? asked : null
  const since = sinceDay(chosen, on)
  const now = figures.situation
  const ends = tieEnds(now, arrangement)
  const obstacles = arrangement.spots.map(({ rect }) => rect)
  const ways = question?.kind === 'warmPath' ? drawnWays(figures, question.target, ends, obstacles, t) : null
  const notices = withWays(noticesOf({ figures, layer, since, question, t }), ways)
  const reader = cardReader({ now, layer, profile, lens: profile.stance ? lens : null, notices, t })
  const cards = arrangement.spots.map((spot) => cardAt(spot, reader.of(spot.placed)))
  const drawn = drawTies(now, ends, obstacles, { ties: choice ?? 'relevant', drawing, focus, selection }, t)
  const light = lightOf(focus, drawn, ways, question?.kind === 'drill' ? question.gone : [])
  const litIds = new Set(cards.filter(({ personId }) => light.shines(personId)).map(({ id }) => id))

  const scene = {
    cards: cards.map((card) => (litIds.has(card.id) ? card : { ...card, faded: true })),
    ties: drawn.map((tie) => (light.shinesOn(tie) ? tie : { ...tie, faded: true })),
    lines: arrangement.lines.map((line) =>
      litIds.has(line.childId) && litIds.has(line.parentId) ? line : { ...line, faded: true },
    ),
    steps: ways?.steps ?? [],
  }
  return {
    drawing,
    layer,
    bounds: arrangement.bounds,
    title: titleOf(input, profile, now, layer, layer === 'changes' ? since : null, lens),
    regions: arrangement.regions,
    departments: light.everywhere ? arrangement.departments : arrangement.departments.map((box) => ({ ...box, faded: true })),
    ...scene,
    legend: legendOf({ ...scene, absent: notices.absent }, now, drawing, layer, t),
    entry: entryOf(cards, now, arrangement.bounds),
    memory: arrangement.memory,
  }
}

function withWays(notices: Notices, ways: DrawnWays | null): Notices {
  if (ways === null) return notices
  return {
    ...notices,
    of: (placed) => {
      const told = placed.holderId === null ? undefined : ways.of(placed.holderId)
      return told ? [told, ...notices.of(placed)] : notices.of(placed)
    },
  }
}

function drawTies(
  now: Situation,
  ends: ReadonlyMap<PersonId, TieEnd>,
  obstacles: readonly Rect[],
  filter: TieFilter,
  t: SceneInput['t'],
): SceneTie[] {
  const drawn = chosenTies(now, filter).flatMap((tie) => {
    const from = ends.get(tie.fromPersonId)
    const to = ends.get(tie.toPersonId)
    return from && to && from.key !== to.key ? [{ tie, from, to }] : []
  })
  const curves = routeTies(drawn, obstacles)
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
function tieEnds(now: Situation, { spots, hiddenIn }: Arrangement): ReadonlyMap<PersonId, TieEnd> {
  const ends = new Map<PersonId, TieEnd>()
  for (const { id, placed, rect, disc } of spots) {
    const { holderId } = placed
    if (holderId !== null && !ends.has(holderId)) ends.set(holderId, { key: id, rect, ...(disc && { disc }) })
  }
  for (const [seatId, block] of hiddenIn) {
    const holder = now.snapshot.seats.get(seatId)?.holderId
    if (holder && !ends.has(holder)) ends.set(holder, block)
  }
  return ends
}

/** What does not fade. */
interface Light {
  /** Nothing fades. */
  readonly everywhere: boolean
  shines(person: PersonId | null): boolean
  shinesOn(tie: SceneTie): boolean
}

/** The light falls on a way that was asked for, else on who is in focus; nobody's ties outlast those who are thought away. */
function lightOf(focus: PersonId | null, ties: readonly SceneTie[], ways: DrawnWays | null, gone: readonly PersonId[]): Light {
  const ends = ({ fromPersonId, toPersonId }: SceneTie): readonly PersonId[] => [fromPersonId, toPersonId]
  if (ways !== null) {
    return { everywhere: false, shines: (id) => id !== null && ways.lit.has(id), shinesOn: () => false }
  }
  const stays = (tie: SceneTie): boolean => !ends(tie).some((id) => gone.includes(id))
  if (focus === null) return { everywhere: true, shines: () => true, shinesOn: stays }
  const lit = new Set([focus, ...ties.filter((tie) => ends(tie).includes(focus)).flatMap(ends)])
  return {
    everywhere: false,
    shines: (id) => id !== null && lit.has(id),
    shinesOn: (tie) => stays(tie) && ends(tie).includes(focus),
  }
}

function titleOf(
  { graph, drawing, on, t }: ArrangeInput,
  profile: RedactionProfile,
  now: Situation,
  layer: Scene['layer'],
  since: Day | null,
  lens: LensId | null,
): SceneTitle {
  // The grid of a customer is one of ranks: its usual name would say what it is made of.
  const name = t(`model.drawing.${drawing === 'grid' && !showsPower(profile) ? 'role' : drawing}`)
  const safe = layersOf(profile).size === 1
  const parts = [
    name,
    ...(safe ? [] : [t('map.title.layer', { layer: t(`model.layer.${layer}`) })]),
    ...(since === null ? [] : [t('map.title.since', { day: since })]),
    t('map.title.asOf', { day: on }),
    ...(lens === null ? [] : [t('map.title.lens', { lens: t(`model.lens.${lens}.name`) })]),
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
