import type { Point } from '../../src-shared/layout/geometry'
import type { Pin } from '../../src-shared/model/graph'
import type { SceneCard } from '../../src-shared/scene/sceneTypes'

/** What somebody did on the map with the mouse, to be turned into changes. `at` is in CSS pixels of the window. */
export type MapGesture =
  /** A double click on nothing: at `point` of the map, with the nearest card. */
  | { readonly kind: 'new'; readonly point: Point; readonly nearest: SceneCard | null; readonly at: Point }
  /** Into or out of those selected together. */
  | { readonly kind: 'toggle'; readonly card: SceneCard }
  | { readonly kind: 'enclose'; readonly cards: readonly SceneCard[]; readonly add: boolean }
  | { readonly kind: 'tie'; readonly from: SceneCard; readonly to: SceneCard; readonly at: Point }
  | { readonly kind: 'report'; readonly cards: readonly SceneCard[]; readonly superior: SceneCard; readonly at: Point }
  | { readonly kind: 'pin'; readonly pins: readonly Pin[] }
