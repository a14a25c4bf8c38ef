import type { Situation } from '../analytics/situation'
import type { Layer } from '../contract'
import type { Translate } from '../i18n/translate'
import type { Drawing } from '../model/graph'
import { Side, Stance, TieKind } from '../model/scales'
import { roleWords } from './roleWords'
import type { LegendGroup, LegendItem, SceneCard, SceneLine, SceneTie } from './sceneTypes'

interface Drawn {
  readonly cards: readonly SceneCard[]
  readonly ties: readonly SceneTie[]
  readonly lines: readonly SceneLine[]
}

/** The legend of what is drawn: only signs that occur, in the order of their scales. */
export function legendOf(
  { cards, ties, lines }: Drawn,
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
    { title: t('map.legend.roles'), items: roleItems(cards, now, t) },
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
    { title: t('model.layer.coverage'), items: layer === 'coverage' ? ownItems(cards, now) : [] },
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

function roleItems(cards: readonly SceneCard[], now: Situation, t: Translate): LegendItem[] {
  const played = new Set(cards.flatMap(({ roles }) => roles.map(({ key }) => key)))
  const known = now.method.roles.map(({ key }) => key)
  const keys = [...known.filter((key) => played.has(key)), ...[...played].filter((key) => !known.includes(key)).sort()]
  return keys.map((key) => {
    const role = roleWords(key, now.method, t)
    return { sample: { kind: 'role', role }, words: role.label }
  })
}

/** Ours who know somebody best, each with the colour of the cards they cover. */
function ownItems(cards: readonly SceneCard[], now: Situation): LegendItem[] {
  const covering = new Set(cards.flatMap(({ tone }) => (tone.family === 'own' ? [tone.order] : [])))
  return now.ours.flatMap(({ person }, order): LegendItem[] =>
    covering.has(order) ? [{ sample: { kind: 'tone', tone: { family: 'own', order } }, words: person.name }] : [],
  )
}
