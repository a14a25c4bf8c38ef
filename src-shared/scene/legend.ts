import { compareCodePoints } from '../analytics/codePoints'
import type { Situation } from '../analytics/situation'
import type { Layer } from '../contract'
import type { Translate } from '../i18n/translate'
import type { Drawing } from '../model/graph'
import { Side, Stance, TieKind } from '../model/scales'
import { markOrder } from './marks'
import type { LegendGroup, LegendItem, SceneCard, SceneLine, SceneStep, SceneTie } from './sceneTypes'

interface Drawn {
  readonly cards: readonly SceneCard[]
  readonly ties: readonly SceneTie[]
  readonly lines: readonly SceneLine[]
  readonly steps: readonly SceneStep[]
  /** Those who are gone and have no card. */
  readonly absent: readonly string[]
}

/** Names of absent people that a legend tells one by one. */
const MOST_ABSENT = 12

/** The legend of what is drawn: only signs that occur, in the order of their scales. */
export function legendOf(
  { cards, ties, lines, steps, absent }: Drawn,
  now: Situation,
  drawing: Drawing,
  layer: Layer,
  t: Translate,
): readonly LegendGroup[] {
  const stances = new Set(cards.flatMap(({ stance }) => stance ?? []))
  const sides = new Set(cards.map(({ side }) => side))
  const some = (test: (card: SceneCard) => boolean, item: LegendItem): LegendItem[] => (cards.some(test) ? [item] : [])
  const tieKinds = new Set(ties.map(({ kind }) => kind))
  const deep = cards.some(({ depth }) => depth !== undefined)

  const groups: LegendGroup[] = [
    { title: t('map.legend.roles'), items: roleItems(cards) },
    {
      title: t('model.judgement.stance'),
      items: [
        ...[...Stance.options, 'unknown' as const]
          .filter((stance) => stances.has(stance))
          .map((stance): LegendItem => ({ sample: { kind: 'stance', stance }, words: t(`model.stance.${stance}`) })),
        ...some(({ weakness }) => weakness !== undefined, { sample: { kind: 'weak' }, words: t('map.legend.weak') }),
      ],
    },
    {
      title: t('model.judgement.depth'),
      items: [
        ...(deep && layer === 'depth' ? ([0, 1, 2, 3, 4] as const) : [])
          .filter((depth) => cards.some((card) => card.depth === depth))
          .map((depth): LegendItem => ({
            sample: { kind: 'tone', tone: { family: 'depth', depth } },
            words: t(`model.depth.${depth}`),
          })),
        ...(deep && drawing !== 'influence'
          ? [{ sample: { kind: 'pips', depth: 3 }, words: t('map.legend.depth') } as const]
          : []),
        ...(drawing === 'influence'
          ? []
          : some(({ singleThreaded }) => singleThreaded, {
              sample: { kind: 'single-threaded' },
              words: t('map.legend.singleThreaded'),
            })),
      ],
    },
    { title: t('model.layer.strategy'), items: strategyItems(cards, t) },
    { title: t('model.layer.coverage'), items: layer === 'coverage' ? ownItems(cards, now) : [] },
    {
      title: t('map.legend.marks'),
      items: [
        ...some(({ tone }) => tone.family === 'changed', {
          sample: { kind: 'tone', tone: { family: 'changed' } },
          words: t('map.legend.changed'),
        }),
        ...some(({ struck }) => struck, { sample: { kind: 'struck' }, words: t('map.legend.struck') }),
        ...markItems(cards, t),
      ],
    },
    { title: t('map.legend.gone'), items: absentItems(absent, t) },
    {
      title: t('map.legend.ways'),
      items: ([true, false] as const)
        .filter((best) => steps.some((step) => step.best === best))
        .map((best): LegendItem => ({ sample: { kind: 'step', best }, words: t(`map.legend.${best ? 'best' : 'next'}`) })),
    },
    {
      title: t('map.legend.cards'),
      items: [
        ...Side.options
          .filter((side) => sides.has(side))
          .map((side): LegendItem => ({ sample: { kind: 'side', side }, words: t(`model.side.${side}`) })),
        ...some(({ holder }) => holder !== 'person', { sample: { kind: 'vacant' }, words: t('map.legend.vacant') }),
        ...some(({ secrecy }) => secrecy !== 'open', { sample: { kind: 'secrecy' }, words: t('map.legend.secrecy') }),
        ...(drawing === 'influence' && deep ? [{ sample: { kind: 'disc-size' }, words: t('map.legend.discSize') } as const] : []),
      ],
    },
    {
      title: t('map.legend.ties'),
      items: [
        ...(lines.length > 0 ? [{ sample: { kind: 'reporting' }, words: t('map.legend.reporting') } as const] : []),
        ...TieKind.options
          .filter((kind) => tieKinds.has(kind))
          .map((kind): LegendItem => ({ sample: { kind: 'tie', tie: kind }, words: t(`model.tie.${kind}`) })),
        ...(ties.length > 0 ? [{ sample: { kind: 'tie-width' }, words: t('map.legend.tieWidth') } as const] : []),
      ],
    },
  ]
  return groups.filter(({ items }) => items.length > 0)
}

/** The roles that cards show, as they show them. */
function roleItems(cards: readonly SceneCard[]): LegendItem[] {
  const shown = new Map(cards.flatMap(({ roles }) => roles.map((role) => [role.label, role] as const)))
  return [...shown.values()]
    .sort((a, b) => a.order - b.order || compareCodePoints(a.key, b.key))
    .map((role) => ({ sample: { kind: 'role', role }, words: role.label }))
}

/** How strategies stand, from what is missing to what is done. */
function strategyItems(cards: readonly SceneCard[], t: Translate): LegendItem[] {
  const shown = new Set(cards.flatMap(({ tone }) => (tone.family === 'strategy' ? [tone.state] : [])))
  return (['none', 'overdue', 'planned', 'active', 'done'] as const)
    .filter((state) => shown.has(state))
    .map((state) => ({ sample: { kind: 'tone', tone: { family: 'strategy', state } }, words: t(`model.strategyState.${state}`) }))
}

/** In the order in which cards tell them, the kinds of one sort together. */
function markItems(cards: readonly SceneCard[], t: Translate): LegendItem[] {
  const kinds = new Set(cards.flatMap(({ marks }) => marks.map(({ kind }) => kind)))
  return markOrder
    .filter((kind) => kinds.has(kind))
    .map((mark) => ({ sample: { kind: 'mark', mark }, words: t(`map.mark.${mark}`) }))
}

function absentItems(absent: readonly string[], t: Translate): LegendItem[] {
  const told = absent.slice(0, MOST_ABSENT)
  const more = absent.length - told.length
  const names = more > 0 ? [...told, t('map.legend.andMore', { count: more })] : told
  return names.map((words) => ({ sample: { kind: 'struck' }, words }))
}

/** Ours who know somebody best, each with the colour of the cards they cover. */
function ownItems(cards: readonly SceneCard[], now: Situation): LegendItem[] {
  const covering = new Set(cards.flatMap(({ tone }) => (tone.family === 'own' ? [tone.order] : [])))
  return now.ours.flatMap(({ person }, order): LegendItem[] =>
    covering.has(order) ? [{ sample: { kind: 'tone', tone: { family: 'own', order } }, words: person.name }] : [],
  )
}
