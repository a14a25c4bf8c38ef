import type { AccountFigures } from '../analytics/accountFigures'
import type { Disagreement, View } from '../analytics/disagreement'
import { depthOf, stanceOf } from '../analytics/judgements'
import type { Translate } from '../i18n/translate'
import type { PersonId } from '../model/ids'
import type { Notice } from './notice'

/** A mark where two of ours judge the same person differently, with who thinks what. */
export function disagreementMark(figures: AccountFigures, t: Translate): (id: PersonId) => Notice | undefined {
  const byPerson = Map.groupBy(figures.disagreements, ({ person }) => person)
  const names = new Map(figures.situation.snapshot.graph.people.map(({ id, name }) => [id, name]))
  const nameOf = (id: PersonId): string => names.get(id) ?? ''

  return (id) => {
    const found = byPerson.get(id)
    return found && { marks: [{ kind: 'disagreement', words: found.map(wordsOf).join(t('map.listSeparator')) }] }
  }

  function wordsOf({ kind, ownPersonId, views }: Disagreement): string {
    const opinions = views.map((view) => t('map.disagreement.opinion', { name: nameOf(view.authorId), value: valueOf(view) }))
    const own = ownPersonId === null ? '' : nameOf(ownPersonId)
    return t(`map.disagreement.${kind}`, { own, opinions: opinions.join(t('map.listSeparator')) })
  }

  function valueOf({ judgement }: View): string {
    return judgement.kind === 'depth'
      ? t(`model.depth.${depthOf(judgement)}`)
      : t(`model.stance.${stanceOf(judgement) ?? 'unknown'}`)
  }
}
