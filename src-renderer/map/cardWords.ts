import type { Translate } from '../../src-shared/i18n/translate'
import type { SceneCard } from '../../src-shared/scene/sceneTypes'
import { wordsIn } from '../../src-shared/scene/words'

/** What a card shows, in words, line by line: the name first, then only what is there. */
export function cardWords(card: SceneCard, t: Translate): readonly string[] {
  const word = wordsIn(t)
  const join = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(word('map.separator'))
  const lines = [
    card.name.full,
    card.title.full,
    join([card.organization, card.department]),
    card.roles.map(({ label }) => label).join(word('map.listSeparator')),
    card.stance === undefined
      ? ''
      : join([
          t('map.words.stance', { stance: word(`model.stance.${card.stance}`) }),
          card.weakness === undefined ? '' : word(`map.weakness.${card.weakness}`),
        ]),
    card.political ? t('map.words.political', { political: word(`model.political.${card.political}`) }) : '',
    card.depth === undefined ? '' : depthWords(card, t),
    card.singleThreaded ? word('map.legend.singleThreaded') : '',
    card.secrecy === 'open' ? '' : t('map.words.secrecy', { secrecy: word(`model.secrecy.${card.secrecy}`) }),
    ...card.marks.map(({ words }) => words),
    ...card.reasons(),
    card.side === 'theirs' ? '' : word(`model.side.${card.side}`),
  ]
  return lines.filter((line) => line !== '')
}

function depthWords({ depth = 0, knownBy }: SceneCard, t: Translate): string {
  const word = wordsIn(t)
  if (knownBy.length === 0) return word('map.words.unknownToUs')
  const people = knownBy.map(({ name, depth: theirs }) => t('map.words.knownBy', { name, depth: word(`model.depth.${theirs}`) }))
  return t('map.words.depth', { depth: word(`model.depth.${depth}`), people: people.join(word('map.listSeparator')) })
}
