import type { AccountFigures } from '../analytics/accountFigures'
import { twoBestWays, type Way } from '../analytics/nextPath'
import { type WayLink, wayLinks } from '../analytics/wayLinks'
import type { Translate } from '../i18n/translate'
import type { Rect } from '../layout/geometry'
import type { PersonId } from '../model/ids'
import type { Notice } from './notice'
import { routeTies, type TieEnd } from './routing'
import type { CardMark, SceneStep } from './sceneTypes'

/** The way to somebody as it is drawn (domain.md 6.3): the best, the next best where it differs, and who stays lit. */
export interface DrawnWays {
  readonly steps: readonly SceneStep[]
  readonly lit: ReadonlySet<PersonId>
  of(id: PersonId): Notice | undefined
}

interface Link extends WayLink {
  readonly best: boolean
  readonly number: number
}

/** Draws the ways to `target` between `ends`. A step of both ways is drawn once, as of the best. */
export function drawnWays(
  figures: AccountFigures,
  target: PersonId,
  ends: ReadonlyMap<PersonId, TieEnd>,
  obstacles: readonly Rect[],
  t: Translate,
): DrawnWays {
  const { evaluation, situation: now } = figures
  const place = now.placeOf.get(target)
  const [best, next] = place === undefined ? [null, null] : twoBestWays(evaluation.network, place)
  const linksOf = (way: Way | null, isBest: boolean): Link[] =>
    way === null ? [] : wayLinks(evaluation, way).map((link, i) => ({ ...link, best: isBest, number: i + 1 }))
  const ofBest = linksOf(best, true)
  const key = ({ from, to }: WayLink): string => `${from} ${to}`
  const known = new Set(ofBest.map(key))
  // The best is painted last, over the other.
  const links = [...linksOf(next, false).filter((link) => !known.has(key(link))), ...ofBest]

  const nameOf = (id: PersonId): string => now.snapshot.people.get(id)?.person.name ?? ''
  const drawn = links.flatMap((link) => {
    const [from, to] = [ends.get(link.from), ends.get(link.to)]
    return from && to && from.key !== to.key ? [{ link, from, to }] : []
  })
  const curves = routeTies(drawn, obstacles)
  return {
    lit: new Set([target, ...links.flatMap(({ from, to }) => [from, to])]),
    steps: drawn.flatMap(({ link }, i) => {
      const curve = curves[i]
      if (!curve) return []
      const strength = link.value.toFixed(2)
      const words = t(link.best ? 'map.way.best' : 'map.way.next', {
        number: link.number,
        from: nameOf(link.from),
        to: nameOf(link.to),
        strength,
      })
      return [{ id: key(link), best: link.best, number: link.number, strength, words, curve }]
    }),
    of: (id) => {
      const goal: CardMark[] = id === target ? [{ kind: 'target', words: targetWords(best, t) }] : []
      // One of ours without a card begins at the card of the first whom they know.
      const hidden = links.filter(({ from, to, number }) => number === 1 && to === id && !ends.has(from))
      const wayIn = hidden.map(({ from, value }): CardMark => ({
        kind: 'way-in',
        text: nameOf(from),
        words: t('map.way.wayIn', { name: nameOf(from), strength: value.toFixed(2) }),
      }))
      const marks = [...goal, ...wayIn]
      return marks.length === 0 ? undefined : { marks }
    },
  }
}

function targetWords(best: Way | null, t: Translate): string {
  return best ? t('map.way.target', { value: best.product }) : t('map.way.unreached')
}
