import { type KeyboardEvent, memo, type MouseEvent, type Ref } from 'react'
import type { Translate } from '../../src-shared/i18n/translate'
import type { Rect } from '../../src-shared/layout/geometry'
import type { Scene } from '../../src-shared/scene/sceneTypes'
import { cardWords } from './cardWords'

interface CardOptionsProps {
  readonly scene: Scene
  readonly t: Translate
  readonly selectedCard: string | null
  readonly idPrefix: string
}

export interface CardMirrorProps extends Omit<CardOptionsProps, 'scene'> {
  /** null: not yet; the list is there to be focused. */
  readonly scene: Scene | null
  readonly label: string
  readonly listRef: Ref<HTMLDivElement>
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onSelect: (cardId: string) => void
  readonly onOpen: (cardId: string) => void
}

/**
 * The cards of a canvas for those who do not see it, and for keyboards: a list, out of sight, in the order of the map. Each
 * option says what its card shows; `data-rect` is where the card is in the view (x, y, width, height).
 */
export function CardMirror({ scene, label, listRef, onKeyDown, onSelect, onOpen, ...options }: CardMirrorProps) {
  const active = scene?.cards.findIndex(({ id }) => id === options.selectedCard) ?? -1
  const withCard = (act: (cardId: string) => void) => (event: MouseEvent) => {
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null
    if (option?.dataset['card'] !== undefined) act(option.dataset['card'])
  }
  return (
    <div
      ref={listRef}
      role="listbox"
      tabIndex={0}
      className="lp-map-mirror"
      aria-label={label}
      aria-activedescendant={active < 0 ? undefined : `${options.idPrefix}${active}`}
      onKeyDown={onKeyDown}
      onClick={withCard(onSelect)}
      onDoubleClick={withCard(onOpen)}
    >
      {scene && <CardOptions {...options} scene={scene} />}
    </div>
  )
}

/** Kept as long as nothing of it changes: there are hundreds. */
const CardOptions = memo(function CardOptions({ scene, t, selectedCard, idPrefix }: CardOptionsProps) {
  return scene.cards.map((card, i) => (
    <div
      key={card.id}
      id={`${idPrefix}${i}`}
      role="option"
      aria-selected={card.id === selectedCard}
      data-card={card.id}
      data-seat={card.seatId}
      data-person={card.personId ?? undefined}
    >
      {cardWords(card, t).join('; ')}
    </div>
  ))
})

/** Writes down where the cards are now; straight into the list, since no picture depends on it. */
export function noteRects(list: HTMLElement, scene: Scene, onScreen: (rect: Rect) => Rect): void {
  const places = new Map(scene.cards.map(({ id, rect }) => [id, rect]))
  for (const option of list.querySelectorAll<HTMLElement>('[data-card]')) {
    const place = places.get(option.dataset['card'] ?? '')
    if (!place) continue
    const { x, y, width, height } = onScreen(place)
    option.dataset['rect'] = [x, y, width, height].map(Math.round).join(' ')
  }
}
