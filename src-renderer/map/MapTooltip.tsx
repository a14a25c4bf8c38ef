import { type Ref, useImperativeHandle, useState } from 'react'
import type { Translate } from '../../src-shared/i18n/translate'
import type { Point, Size } from '../../src-shared/layout/geometry'
import { cardWords } from './cardWords'
import type { Hit } from './engine'

const WIDTH = 280
const OFFSET = 14

export interface TooltipHandle {
  /** Shows what is under the pointer; null: nothing. `at` and `view` in CSS pixels. */
  show(hit: Hit, at: Point, view: Size): void
}

interface Shown {
  readonly hit: NonNullable<Hit>
  readonly at: Point
  readonly view: Size
}

/** What is under the pointer, in full words. With a state of its own, so that the map is not rendered anew when the pointer moves. */
export function MapTooltip({ t, handleRef }: { readonly t: Translate; readonly handleRef: Ref<TooltipHandle> }) {
  const [shown, setShown] = useState<Shown | null>(null)
  useImperativeHandle(handleRef, () => ({ show: (hit, at, view) => setShown(hit && { hit, at, view }) }), [])
  if (!shown) return null
  const { hit, at, view } = shown
  const [first, ...rest] = wordsOf(hit, t)
  const left = Math.max(8, Math.min(at.x + OFFSET, view.width - WIDTH - 8))
  // In the lower half it stands above the pointer, so that it never leaves the view.
  const place = at.y > view.height / 2 ? { bottom: view.height - at.y + OFFSET } : { top: at.y + OFFSET }
  return (
    <div className="lp-map-tooltip" role="tooltip" style={{ left, maxWidth: WIDTH, ...place }}>
      <strong>{first}</strong>
      {rest.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  )
}

function wordsOf(hit: NonNullable<Hit>, t: Translate): readonly string[] {
  switch (hit.kind) {
    case 'card':
      return cardWords(hit.card, t)
    case 'tie':
      return [hit.tie.words]
    case 'department':
      return [hit.name, t('map.department.toggle')]
    default:
      return hit satisfies never
  }
}
